"""Lists of bodies that go on over several lines: names below their label, or a line that breaks off within a list."""

from __future__ import annotations

from raci.analysis.outline.patterns import OutlinePatterns
from raci.model.pattern_codes import compiled
from raci.rules.bullets import MARKS
from raci.rules.cell_content import cell_content
from raci.rules.lexicon import lexicon_pattern
from raci.rules.markers import at_start

__all__ = ["goes_on_with_list", "numbers_bodies", "states_fact"]

_PAUSE = compiled(r"[、，,；;\s]+")
_BRACKET = compiled(r"[（(〔\[][^（）()〔〕\[\]]*[)）〕\]]")
#: what may part the names of one label from the next label
_BEFORE_LABEL = compiled(r"[，,；;。\s]+")
_EDGE = " \t\u3000\xa0"
#: what may stand before a label, or a name of a list
_BULLETS = f"{MARKS}·•-–—－{_EDGE}"
_STOPS = "。；;：:！？"
_DAY = compiled(r"(?:20\d\d|[二〇零一二三四五六七八九十]{4})年.{1,3}月.{1,3}日")
_RUNS_ON = "、，,"
#: the longest name that is none by its ending, in characters
_LONGEST_NAME = 14
#: the longest label, and the longest fact below one, in characters
_LONGEST_LABEL, _LONGEST_FACT = 14, 24
#: so many lines below a body are looked at for the next item
_MOST_BELOW = 8


def states_fact(before: str, line: str, patterns: OutlinePatterns) -> bool:
    """Whether a line is the person or the time limit that the clause before it, a label alone, announces."""
    if len(before) > _LONGEST_LABEL or len(line) > _LONGEST_FACT or patterns.bare_fact.match(before) is None:
        return False
    return cell_content(line).kind in ("date", "person")


def goes_on_with_list(before: str, line: str, behind: str, patterns: OutlinePatterns) -> bool:
    """Whether a line goes on with the list that the clause ``before`` it is; ``behind`` is the text below it."""
    rest = behind.lstrip("\n")
    behind = rest.partition("\n")[0]
    before = before.lstrip(_BULLETS)
    label, _, names = before.partition("\n")
    is_bare = patterns.bare_label.match(label) is not None
    # (most clauses begin with no label, and whether a line lists names costs most)
    if not is_bare and (patterns.label.match(label) is None or before[-1] in _STOPS):
        return False
    line = line.strip(_EDGE).lstrip(_BULLETS)
    is_first = is_bare and label == before
    listed = _names_below_label(line, patterns) if is_first else line
    is_list = _reads_like_list(listed, patterns) or (
        is_first and (_is_mostly_list(listed, patterns) or _is_alone(listed, behind, patterns))
    )
    if not is_list or patterns.label.match(line) is not None:
        return False
    if is_bare:
        return not names.rstrip(_EDGE).endswith(tuple("。；;"))
    # names between two labels are those of the first, and so are bodies one a line before the next item
    return (
        before[-1] in _RUNS_ON
        or (_is_broken(before, line, patterns) and not _is_signature(line, behind, patterns))
        or _is_label(behind, patterns)
        or _is_before_next_item(line, rest)
    )


def _is_signature(line: str, behind: str, patterns: OutlinePatterns) -> bool:
    """Whether a line is the body that signs the document: the date stands below it."""
    return _is_name(line, patterns) and _DAY.fullmatch(behind.strip(_EDGE)) is not None


def _is_before_next_item(line: str, rest: str) -> bool:
    """Whether a line is a body, and nothing but such lines stands between it and the next item; the first of a list
    would be what the body does.
    """
    if cell_content(line).kind != "bodies":
        return False
    following = (words.strip(_EDGE) for words in rest.split("\n")[:_MOST_BELOW])
    after = next((words for words in following if words and cell_content(words).kind != "bodies"), "")
    marker = at_start(after)
    return marker is not None and marker.value > 1


def _names_below_label(line: str, patterns: OutlinePatterns) -> str:
    """The words of a line before the next label in it, without what its bodies do.

    市商务局，责任单位：各县政府 and 市商务局牵头，市财政局配合 below a label say who that is.
    """
    for pause in _BEFORE_LABEL.finditer(line):
        if _is_label(line[pause.end() :], patterns):
            line = line[: pause.start()]
            break
    return lexicon_pattern("label.verb-below").sub("", line)


def _is_label(line: str, patterns: OutlinePatterns) -> bool:
    """Whether a line begins with a label and its colon."""
    line = line.lstrip(_BULLETS)
    label = patterns.label.match(line)
    return label is not None and line[label.end() : label.end() + 1] in tuple("：:∶")


def numbers_bodies(before: str, line: str, patterns: OutlinePatterns) -> bool:
    """Whether a line without its number is a body below a label alone, ``before``: 责任单位：⏎ 1.市水利局."""
    label, _, names = before.lstrip(_BULLETS).partition("\n")
    if patterns.bare_label.match(label) is None or not _reads_like_list(line.strip(_EDGE), patterns):
        return False
    return not names or at_start(names.rpartition("\n")[2].lstrip(_EDGE)) is not None  # 医务科、检验科⏎ 3.创建胸痛中心


def _reads_like_list(line: str, patterns: OutlinePatterns) -> bool:
    """Whether a line holds nothing but names of bodies."""
    words = line.rstrip("。；;、，,")
    if not words or any(stop in words for stop in "。：:！？《"):
        return False
    return all(_is_name(name, patterns) for name in _PAUSE.split(_BRACKET.sub("", words)) if name)


def _is_mostly_list(line: str, patterns: OutlinePatterns) -> bool:
    """Whether most of what a line lists right below a label are names of bodies: 市商务局、滨海机场、市公安局."""
    words = line.rstrip("。；;、，,")
    if "、" not in words or any(stop in words for stop in "。：:！？《；;"):
        return False
    names = [name for name in _PAUSE.split(_BRACKET.sub("", words)) if name]
    read = sum(_is_name(name, patterns) for name in names)
    return 2 * read > len(names) and all(2 <= len(name) <= _LONGEST_NAME for name in names)


def _is_alone(line: str, behind: str, patterns: OutlinePatterns) -> bool:
    """Whether a short line between two labels, or before the next number, is all that the first of them announces."""
    if len(line) > _LONGEST_NAME or not (_is_label(behind, patterns) or at_start(behind.lstrip(_EDGE)) is not None):
        return False
    may_be_name = lexicon_pattern("name.may-be-strange").fullmatch
    return all(may_be_name(name) is not None or _is_name(name, patterns) for name in _PAUSE.split(line) if name)


def _is_name(words: str, patterns: OutlinePatterns) -> bool:
    return len(words) > 1 and patterns.ending.search(words) is not None and patterns.prose.search(words) is None


def _is_broken(before: str, line: str, patterns: OutlinePatterns) -> bool:
    """Whether the end of a line broke a name: what ends the one is none, or what begins the other is only its end."""
    last = _PAUSE.split(_BRACKET.sub("", before))[-1].replace("：", ":").rpartition(":")[2]
    first = _PAUSE.split(line)[0].rstrip("。")
    if lexicon_pattern("hint.verb-at-end").search(last) is not None:
        return False
    is_broken = lexicon_pattern("body.broken-name").search(f"{last}⏎{first}")  # 中国人民银行⏎某市分行
    if is_broken is not None and "⏎" in is_broken[0]:
        return True
    return (not _is_name(last, patterns) and _is_name(last + first, patterns)) or first in _ENDS


#: what ends the name of a body and is none by itself
_ENDS = frozenset(("办事处", "人民政府", "政府", "管委会", "管理委员会", "委员会", "办公室", "分局", "支队", "中心"))
