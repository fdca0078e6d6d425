"""Declarations: what a document says once for all (列第一位者为牵头单位，下同), found in a text."""

from __future__ import annotations

from raci.analysis.annotations.content import Declaration
from raci.analysis.annotations.name_lists import list_names
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import MASK, OUTER_EDGE
from raci.model import Mention

__all__ = ["take_declarations"]


def take_declarations(text: str, patterns: Patterns) -> tuple[tuple[Declaration, ...], str]:
    """The declarations in a text, and the text with them blanked (MASK), so that they are not read as names."""
    declarations: list[Declaration] = []
    for rule, pattern in patterns.standing:
        for match in pattern.finditer(text):
            mentions: tuple[Mention, ...] = ()
            if "names" in pattern.groupindex:
                offset = match.start("names")
                mentions = tuple(mention.moved(offset) for mention in list_names(match["names"], patterns))
                if not mentions:
                    continue
            declarations.append(Declaration(rule.id, rule.effect, match[0].strip(OUTER_EDGE), mentions))
            start, end = match.span()
            if start and text[start - 1] in "（(〔[【" and text[end : end + 1] in tuple("）)〕]】"):
                start, end = start - 1, end + 1  # a bracket that holds nothing else
            text = text[:start] + MASK * (end - start) + text[end:]
    return tuple(declarations), text
