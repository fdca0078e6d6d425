"""Stretches in running text: brackets, labels before a colon, and bodies beside a role word."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.brackets import find_brackets
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import COLONS, EDGE, PAUSE
from raci.analysis.annotations.running_labels import LONGEST
from raci.analysis.annotations.tokens import read_atom
from raci.analysis.coverage.segment import Segment
from raci.analysis.coverage.sentences import is_named, told_sentences
from raci.model import ROLES, Stretch
from raci.model.pattern_codes import compiled
from raci.rules import Rule
from raci.rules.bodies import like_bodies
from raci.rules.bullets import MARKS
from raci.rules.columns import NAMED, read_head
from raci.rules.lexicon import lexicon_pattern

__all__ = ["may_assign", "passed_over"]

_COLON = compiled(f"[{COLONS}]")
#: how far before its colon a label begins, and the longest one that no rule knows
_LABEL_REACH, _LONGEST_LABEL = 26, 12
#: how far behind a colon its sentence is looked at
_LONGEST_WORDS = 2_000
#: the longest name of a fact of a task, in characters
_LONGEST_FACT = 8
#: how far before a role word a body's name begins
_NAME_REACH = 44
#: behind a label of the rules a word up to this length may be a name, whatever it is like
_LONGEST_NAME = 12
#: brackets within brackets are looked into so deep
_DEEPEST = 3
_BEFORE_LABEL = compiled(r"[，,。；;、\n（(\[【〔《》\ue000]")


def may_assign(text: str, patterns: Patterns) -> list[int]:
    """Where in a text words and colons stand without which nothing is passed over, in order."""
    hits = [match.start() for match in patterns.trigger.finditer(text)]
    return sorted([*hits, *(match.start() for match in _COLON.finditer(text))])


def passed_over(segment: Segment, patterns: Patterns) -> Iterator[Stretch]:
    """The stretches of a segment that nothing covers: each with why it was not read, or found in the rows."""
    if not patterns.trigger.search(segment.text) and not _COLON.search(segment.text):
        return
    yield from _brackets(segment, patterns)
    yield from _labels(segment, patterns)
    yield from told_sentences(segment, patterns)


def _brackets(segment: Segment, patterns: Patterns) -> Iterator[Stretch]:
    """Brackets that hold a body and a role word, however long."""
    text = segment.text
    pairs, _ = find_brackets(text)
    done = -1
    for start, end, depth in pairs:
        if start < done or depth > _DEEPEST or segment.is_taken(start, end):
            continue
        if _assigns(text[start + 1 : end - 1], patterns):
            done = end
            long = (
                f"括号里的分工超过 {LONGEST} 个字，没有读" if end - start > LONGEST else "括号里有单位和角色，没有读懂"
            )
            yield segment.stretch("bracket", start, end, long)


def _assigns(words: str, patterns: Patterns) -> bool:
    """Whether words name a body and give a role, and no rule refuses them."""
    if not (patterns.trigger.search(words) or _COLON.search(words)) or patterns.refuse_always.search(words):
        return False
    if lexicon_pattern("coverage.no-duty").search(words):
        return False
    named = gives_role = False
    position = 0
    for pause in [*PAUSE.finditer(words), None]:
        atom = words[position : pause.start() if pause else len(words)]
        position = pause.end() if pause else position
        if not atom.strip():
            continue
        if pause is not None and pause[0] in COLONS and _is_label(atom, patterns):
            gives_role = True
            # a label of the rules assigns, whatever its names are like
            named = named or (_is_known_label(atom, patterns) and words[position : position + 2].strip() != "")
            continue
        for token in read_atom(atom, patterns):
            gives_role = gives_role or (token.rule is not None)
            named = named or (token.body and is_named(token.text, patterns))
        gives_role = gives_role or lexicon_pattern("coverage.role-word").search(atom) is not None
        named = named or _begins_with_body(atom, patterns)
        if named and gives_role:
            return not patterns.refuse.search(words)
    return False


def _begins_with_body(atom: str, patterns: Patterns) -> bool:
    """Whether words begin with a body's name and go on to say what it does: 市财政局具体组织."""
    words = atom[:_NAME_REACH].lstrip(EDGE)
    ends = lexicon_pattern("name.sure-end").finditer(words)
    return any(is_named(words[: end.end()], patterns) for end in ends)


def _is_label(atom: str, patterns: Patterns) -> bool:
    """Whether the words before a colon are a label of duties, known or not."""
    words = atom.strip(EDGE)
    if lexicon_pattern("coverage.no-duty-label").search(words):
        return False
    known = _known_labels(words, patterns)
    if known:
        return known[-1][2].role in ROLES
    return len(words) <= _LONGEST_LABEL and lexicon_pattern("coverage.duty-label").search(words) is not None


def _is_known_label(atom: str, patterns: Patterns) -> bool:
    """Whether words are nothing but a label of the rules."""
    words = atom.strip(EDGE)
    return any(start == 0 and end == len(words) for start, end, _ in _known_labels(words, patterns))


def _known_labels(words: str, patterns: Patterns) -> list[tuple[int, int, Rule]]:
    """The labels of the rules in the words before a colon; most such words recur."""
    if len(words) > _LABEL_REACH:
        return patterns.labels.finditer(words + "：")
    known = patterns.before_colons.get(words)
    if known is None:
        if len(patterns.before_colons) > patterns.MOST:
            patterns.before_colons.clear()
        known = patterns.before_colons[words] = patterns.labels.finditer(words + "：")
    return known


def _labels(segment: Segment, patterns: Patterns) -> Iterator[Stretch]:
    """Labels of duties before a colon with a body behind it."""
    text = segment.text
    end = 0  # of the sentence
    for colon in _COLON.finditer(text):
        begin = max(0, colon.start() - _LABEL_REACH)
        before = list(_BEFORE_LABEL.finditer(text, begin, colon.start()))
        start = before[-1].end() if before else begin
        if segment.is_taken(start, colon.end()):
            continue
        label = text[start : colon.start()]
        if not label.strip(EDGE):
            continue
        end = end if end > colon.end() else segment.sentence_end(colon.end())
        words = text[colon.end() : min(end, colon.end() + _LONGEST_WORDS)]
        named = words.lstrip(EDGE)
        first = PAUSE.split(named, maxsplit=1)[0]
        begin_of_names = colon.end() + len(words) - len(named)
        if first and segment.is_taken(begin_of_names, begin_of_names + len(first)):
            continue  # 综合值班：党政办: the body behind the task is in a row
        is_fact = not segment.is_taken(colon.end(), end) and _is_fact(label, words, segment, patterns)
        if is_fact or _assigns_by_label(label, words, patterns):
            yield segment.stretch("label", start, end, f"标签“{' '.join(label.split())}”后面像是单位，没有读懂")


def _assigns_by_label(label: str, words: str, patterns: Patterns) -> bool:
    """Whether a label is one of duties, and the words behind it name somebody."""
    if not _is_label(label, patterns) or patterns.refuse_label.search(_before_role_word(label, patterns)):
        return False
    first = PAUSE.split(words.lstrip(EDGE), maxsplit=1)[0]
    if not _names_somebody(label, first, patterns):
        return False
    return not (patterns.refuse_always.search(words) or patterns.refuse.search(words))


def _is_fact(label: str, words: str, segment: Segment, patterns: Patterns) -> bool:
    """Whether nothing but bodies stands behind a label that no rule knows, in a task of which others say who does it.

    责任单位：县水利局 and 资金：县财政局: the second may say who helps.
    """
    name = label.strip(EDGE + MARKS)
    if not segment.names or not 2 <= len(name) <= _LONGEST_FACT or is_body(name, patterns):
        return False
    head = read_head(name)
    if lexicon_pattern("coverage.no-duty-label").search(name) or (head is not None and head.role not in NAMED):
        return False
    named, odd = like_bodies(words)
    return bool(named) and not odd


def _names_somebody(label: str, first: str, patterns: Patterns) -> bool:
    """Whether the first words behind a label name a body; behind one of the rules any short word may be a name."""
    tokens = read_atom(first[:_NAME_REACH], patterns)
    if any(token.body and is_named(token.text, patterns) for token in tokens):
        return True
    short = 2 <= len(first) <= _LONGEST_NAME and patterns.prose.search(first) is None
    return short and _is_known_label(label, patterns)


def _before_role_word(words: str, patterns: Patterns) -> str:
    """What stands before a label in its own words (由牵头单位：…)."""
    found = _known_labels(words, patterns)
    return words[: found[-1][0]].strip() if found else ""
