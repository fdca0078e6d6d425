"""以甲为主，乙配合, read as 由甲牵头，乙配合: as long, so that spans hold."""

from __future__ import annotations

from raci.rules.lexicon import lexicon_pattern

__all__ = ["with_main_bodies"]


def with_main_bodies(text: str) -> str:
    """The text with every 以甲为主 that others support as 由甲牵头."""
    if "为主，" not in text:
        return text
    return lexicon_pattern("verb.mainly").sub(lambda match: f"由{match['who']}牵头", text)
