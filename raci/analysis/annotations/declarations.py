"""Declarations: what a document says once for all (列第一位者为牵头单位，下同), found in a text."""

from __future__ import annotations

from raci.analysis.annotations.content import Declaration
from raci.analysis.annotations.name_lists import list_names
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import MASK, OUTER_EDGE
from raci.model import Mention
from raci.model.pattern_codes import compiled
from raci.rules.bullets import MARKS
from raci.rules.lexicon import lexicon_pattern

__all__ = ["take_declarations"]

_OPENING, _CLOSING = "（(〔[【［", "）)〕]】］"
#: what goes on behind a rule up to the end of its bracket: （列首位的为牵头单位，无牵头单位的共同负责）
_REST_OF_BRACKET = compiled(r"[^（(〔\[【［）)〕\]】］；;：:\ue000]{0,40}(?=[）)〕\]】］])")
#: what stands at the edges of a rule and is no part of it; the signs that a rule speaks of are
_QUOTE_EDGE = "".join(char for char in OUTER_EDGE if char not in f'{MARKS}“”"')
#: the effects of rules that speak of the names before them
_OF_THOSE_BEFORE = frozenset({"everyone-before", "supports-before"})
#: what parts the names that a rule speaks of (各县政府，以下均涉及) from those before them
_PART = compiled(rf"[。；;：:∶\n{MASK}]")


def take_declarations(text: str, patterns: Patterns) -> tuple[tuple[Declaration, ...], str]:
    """The declarations in a text, and the text with them blanked (MASK), so that they are not read as names."""
    declarations: list[Declaration] = []
    for rule, pattern in patterns.standing:
        for match in pattern.finditer(text):
            start, end = _with_bracket(text, *match.span())
            mentions: tuple[Mention, ...] | None
            if rule.effect in _OF_THOSE_BEFORE:
                mentions = _names_before(text, start, patterns)
            elif "names" in pattern.groupindex:
                offset = match.start("names")
                mentions = tuple(mention.moved(offset) for mention in list_names(match["names"], patterns))
                if rule.effect == "everyone-leads":
                    # 以下工作由各部门牵头: nobody is named
                    is_several = lexicon_pattern("name.several").match
                    mentions = tuple(mention for mention in mentions if not is_several(mention.text))
            else:
                mentions = None
            if mentions == ():
                continue  # it is to speak of some, and names nobody
            first = mentions[0].start if mentions and rule.effect in _OF_THOSE_BEFORE else start
            quote = text[first:end].strip(_QUOTE_EDGE)
            declarations.append(Declaration(rule.id, rule.effect, quote, mentions or ()))
            text = text[:start] + MASK * (end - start) + text[end:]
    return tuple(declarations), text


def _with_bracket(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a rule, with the bracket that holds nothing else."""
    if start and text[start - 1] in _OPENING and (rest := _REST_OF_BRACKET.match(text, end)):
        return start - 1, rest.end() + 1
    return start, end


def _names_before(text: str, end: int, patterns: Patterns) -> tuple[Mention, ...]:
    """The names right before a rule: those behind the last comma, its subject (各县政府均为责任单位，以下不再列出).

    Behind a comma of its own (市财政局、各县政府，以下均涉及) it speaks of the places among the names, if any.
    """
    start = max([0, *(part.end() for part in _PART.finditer(text, 0, end))])
    names = list_names(text[start:end], patterns)
    meant = [name for name in names if name.group == names[-1].group]
    if text[end] in "，,、":
        is_place = lexicon_pattern("standing.place").search
        meant = [name for name in names if is_place(name.text)] or meant
    return tuple(name.moved(start) for name in meant)
