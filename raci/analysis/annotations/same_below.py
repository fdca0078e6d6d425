"""下同 at the end of a bracket that says who does what (甲负责，乙配合，下同) is no name, nor a definition."""

from __future__ import annotations

import re

from raci.rules.lexicon import lexicon_pattern

__all__ = ["without_same_below"]

#: what a part of a bracket begins behind, and the longest part that is looked at, in characters
_BEGINS = "（(〔[【，,；;。"
_LONGEST = 40


def without_same_below(text: str) -> str:
    """The text with blanks for 下同 behind a role's verb; what says a rule for all (首位的牵头，下同) keeps it."""
    return lexicon_pattern("verb.same-below").sub(_blank, text) if "下同" in text else text


def _blank(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - _LONGEST) : match.start()]
    part = before[max(before.rfind(mark) for mark in _BEGINS) + 1 :]
    return match[0] if lexicon_pattern("hint.standing").search(part) else " " * len(match[0])
