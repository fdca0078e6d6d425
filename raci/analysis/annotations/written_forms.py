"""The text as the rules read it: rarer ways to write labels and lists made the usual ones, so that spans hold.

Every character stays in its place: a blank inside a label moves behind it, an arrow becomes a colon, and so does 为
between a label and the name of a body, or a blank there in a line of its own.
"""

from __future__ import annotations

import re
from itertools import takewhile

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.bulleted_names import with_pauses
from raci.analysis.annotations.main_bodies import with_main_bodies
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import EDGE
from raci.analysis.annotations.same_below import without_same_below
from raci.analysis.annotations.speakers import without_speakers
from raci.analysis.annotations.tokens import read_atom
from raci.analysis.defined_names import definitions
from raci.model.pattern_codes import compiled
from raci.rules import Rule
from raci.rules.bullets import MARKS
from raci.rules.cell_content import cell_content
from raci.rules.lexicon import lexicon_pattern

__all__ = ["join_lines", "usual_forms"]

#: small and half-width forms to the usual ones, and bars to the pause that they stand for
_SMALL_FORMS = "﹐﹑﹔﹕﹙﹚﹝﹞､｡|｜│"
_USUAL_FORMS = str.maketrans(_SMALL_FORMS, "，、；：（）〔〕、。；；；")
#: a role in one letter behind a dash, as a bracket holds it: 镇文化站——主、镇建管站——辅
_DASHED_NOTE = compiled(r"——([主辅])(?=[、，,；;）)])")
#: what some write for a dash
_TILDES = compiled(r"～～(?=[\u4e00-\u9fff])")
_BLANKS = compiled(r"[ \t\u3000\xa0]+")
#: the blanks that may stand within a line
_ANY_BLANK = " \u3000\xa0"
#: the longest label, in characters, and what stands before one
_LONGEST = 14
_PARTS = "，,；;。、：: \t\u3000\xa0\n（(【[〔◆●▲➤■★"
#: 市水利局等, 市水利局等有关部门
_AND_OTHERS = compiled("等[^、，,；;]{0,6}$")
#: the longest line of a label and its names
_LONGEST_LINE = 240
#: what may stand before a label that a blank parts from its names
_BEFORE_LABEL = "。 \u3000"
#: how far behind 牵头单位为 the name ends, in characters, and what ends it
_LONGEST_NAMED = 40
_NAME_PAUSE_OR_END = compiled(r"[、，,；;：:∶\n。（(）)】\]〕]")
#: what parts names
#: a line that begins with the name of a field, or with a bullet
_FIELD = compiled(rf"[ \t\u3000]*(?:[{MARKS}]|(?:注|[\u4e00-\u9fff]{{2,8}})[:：])")
_NAME_PAUSE = compiled(r"[、，,；;：:∶\n]")


def usual_forms(text: str, patterns: Patterns) -> str:
    """The text, in simplified characters, its rarer forms as the usual ones; ``find_candidates`` knows no others."""
    last, usual = patterns.usual
    if text != last:
        usual = _usual_forms(text, patterns)
        patterns.usual = (text, usual) if len(text) <= patterns.LONGEST_TEXT else ("", "")
    return usual


def _usual_forms(text: str, patterns: Patterns) -> str:
    if any(char in text for char in _SMALL_FORMS):
        text = text.translate(_USUAL_FORMS)
    if "——" in text or "～～" in text:
        text = _DASHED_NOTE.sub(r"（\1）", _TILDES.sub("——", text))
    if "《" in text:
        text = lexicon_pattern("label.in-title-marks").sub(lambda match: f"（{match[0][1:-1]}）", text)
    text = without_same_below(without_speakers(with_main_bodies(with_pauses(text, patterns))))
    text = _without_definitions(text)
    has_blanks = any(blank in text for blank in _ANY_BLANK)
    if has_blanks and lexicon_pattern("label.spaced-hint").search(text):
        text = lexicon_pattern("label.spaced").sub(lambda match: _without_blanks(match[0], patterns), text)
    text = lexicon_pattern("label.blank").sub(lambda match: _blank_as_colon(text, match, patterns), text)
    if has_blanks:
        text = lexicon_pattern("verb.blank").sub(lambda match: _blank_as_comma(text, match, patterns), text)
    if lexicon_pattern("label.odd-hint").search(text):
        text = lexicon_pattern("label.odd-mark").sub(lambda match: _odd_as_colon(text, match, patterns), text)
        text = lexicon_pattern("label.copula").sub(lambda match: _odd_as_colon(text, match, patterns), text)
    if "责任落实" in text:
        text = lexicon_pattern("label.falls-to").sub(lambda match: _odd_as_colon(text, match, patterns), text)
    return lexicon_pattern("label.dashed").sub(lambda match: _with_colon(text, match, patterns), text)


def _without_definitions(text: str) -> str:
    """The text with blanks for the brackets that define short names: they are no part of the names before them."""
    pieces, done = [], 0
    for definition in definitions(text):
        pieces += [text[done : definition.start], " " * (definition.end - definition.start)]
        done = definition.end
    return "".join([*pieces, text[done:]]) if pieces else text


def _without_blanks(words: str, patterns: Patterns) -> str:
    """A label that is written with blanks between its letters, with these behind it; other words as they are."""
    label, colon = words[:-1], words[-1]
    bare = _BLANKS.sub("", label)
    return f"{bare}{colon}{' ' * (len(label) - len(bare))}" if _is_label(bare, patterns) else words


def _with_colon(text: str, match: re.Match[str], patterns: Patterns) -> str:
    """The arrow behind a label as a colon; behind other words as it is."""
    end = match.start() - (text[match.start() - 1] in " \u3000")
    start = max(text.rfind(part, max(0, end - _LONGEST), end) for part in _PARTS) + 1
    if start < end - _LONGEST or not _is_label(text[max(start, end - _LONGEST) : end], patterns):
        return match[0]
    return f"：{' ' * (len(match[0]) - 1)}"


def _blank_as_comma(text: str, match: re.Match[str], patterns: Patterns) -> str:
    """The blank behind a verb as a comma, where another body and its verb follow: 甲负责　乙配合."""
    end = match.end()
    pause = _NAME_PAUSE_OR_END.search(text, end, end + _LONGEST_NAMED)
    tokens = read_atom(text[end : pause.start() if pause else end + _LONGEST_NAMED], patterns)
    follows = tokens and tokens[0].body and tokens[-1].rule is not None
    return f"，{' ' * (len(match[0]) - 1)}" if follows else match[0]


def _odd_as_colon(text: str, match: re.Match[str], patterns: Patterns) -> str:
    """What stands for the colon between a label and the name behind it as one; before other words as it is.

    牵头单位为市财政局, （牵头单位，市财政局）.
    """
    end = match.end()
    pause = _NAME_PAUSE_OR_END.search(text, end, end + _LONGEST_NAMED)
    tokens = read_atom(text[end : pause.start() if pause else end + _LONGEST_NAMED], patterns)
    if lexicon_pattern("label.of-persons").search(text, max(0, match.start() - _LONGEST), match.start()):
        words = text[end : pause.start() if pause else end + _LONGEST_NAMED]
        is_post = lexicon_pattern("label.post-and-name").fullmatch(words) is not None
        named = is_post or cell_content(words).kind == "person"
    else:
        named = bool(tokens) and all(token.rule is None and token.body for token in tokens)
    if not named:
        return match[0]
    return f"：{' ' * (len(match[0]) - 1)}"


def _blank_as_colon(text: str, match: re.Match[str], patterns: Patterns) -> str:
    """The blank behind a label as a colon, where the label begins its line or stands behind a full stop or a blank.

    What follows in the line, up to another label, can only be meant by the label then.
    """
    line = text.rfind("\n", 0, match.start()) + 1
    start = max(line, *(text.rfind(stop, line, match.start()) + 1 for stop in _BEFORE_LABEL))
    words = text[start : match.start()].strip(EDGE)
    if not 0 < len(words) <= _LONGEST:
        return match[0]
    labels = patterns.labels.finditer(f"{words}：")
    label = next((rule for first, last, rule in labels if first == 0 and last == len(words)), None)
    end = text.find("\n", match.end())
    end = min(end if end >= 0 else len(text), match.end() + _LONGEST_LINE + 1)
    if label is None or not _may_follow(_before_label(text[match.end() : end], patterns), label, patterns):
        return match[0]
    return f"：{match[0][1:]}"


def _before_label(words: str, patterns: Patterns) -> str:
    """The words up to the first sentence's end, or to a label that stands between blanks."""
    pieces = _BLANKS.split(words.partition("。")[0])
    return " ".join(takewhile(lambda piece: not _is_label(piece.strip(EDGE), patterns), pieces)).strip(EDGE)


def _may_follow(words: str, label: Rule, patterns: Patterns) -> bool:
    """Whether words are what a label announces, all of them."""
    words = _AND_OTHERS.sub("", words)
    content = cell_content(words)
    if label.role == "deadline":
        return content.kind == "date"
    if label.person and content.kind == "person":
        return True
    return content.kind == "bodies" and not content.odd and is_body(_NAME_PAUSE.split(words)[0], patterns)


def _is_label(words: str, patterns: Patterns) -> bool:
    """Whether the words are a label, all of them."""
    return any(
        start == 0 and end == len(words) and rule.role != "other"
        for start, end, rule in patterns.labels.finditer(f"{words}：")
    )


#: the bullet of a line
_BULLET = compiled(r"^[-–－](?=[ \t])")
#: no name or label is longer, in characters
_LONGEST_NAME = 200


def join_lines(clause: str, patterns: Patterns) -> str:
    """The lines of a clause as one: names that stand below their label, or that a line's end broke."""
    lines = clause.split("\n")
    joined = lines[0]
    for line in lines[1:]:
        line = _BULLET.sub(" ", line)
        joined += _joint(joined[-_LONGEST_NAME:], line, patterns) + line
    return joined


def _joint(before: str, line: str, patterns: Patterns) -> str:
    """What stands for the line break: a colon behind a bare label, a pause between names, a blank within a name.

    Before another field (◇ 要素保障：…) it stays.
    """
    if _FIELD.match(line):
        return "\n"
    words = _NAME_PAUSE.split(before.rstrip())[-1].strip(EDGE)
    if _is_label(words, patterns):
        return "："
    following = _NAME_PAUSE.split(line)[0].strip(EDGE)
    if is_body(words, patterns) and is_body(following, patterns) and len(following) > 3:
        broken = lexicon_pattern("body.broken-name").search(f"{words}⏎{following}")
        return "、" if broken is None or "⏎" not in broken[0] else " "
    return " "
