"""下同 at the end of a bracket that says who does what (甲负责，乙配合，下同) is no name, nor a definition."""

from __future__ import annotations

from raci.rules.lexicon import lexicon_pattern

__all__ = ["without_same_below"]


def without_same_below(text: str) -> str:
    """The text with blanks for 下同 behind a role's verb, or in a list behind a label."""
    if "下同" not in text:
        return text
    return lexicon_pattern("verb.same-below").sub(lambda match: " " * len(match[0]), text)
