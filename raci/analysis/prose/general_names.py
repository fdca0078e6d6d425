"""Schools, hospitals, villages in general beside a body in a list (市教育局和高校): they hide no body."""

from __future__ import annotations

from raci.rules.lexicon import lexicon_pattern

__all__ = ["around_general_names", "ends_with_general_name"]

#: what such names end with: a quick look
_LAST = frozenset("校院所区行村居社街镇会织园学站场县地")


def around_general_names(words: str) -> tuple[int, int]:
    """Where the rest of a list begins and ends without the general names that it begins and ends with."""
    start, end = 0, len(words)
    if (first := lexicon_pattern("prose.first-general-name").match(words)) is not None:
        start = first.end()
    while words[end - 1 : end] in _LAST and (
        last := lexicon_pattern("prose.last-general-name").search(words, start, end)
    ):
        end = last.start()
    return start, end


def ends_with_general_name(words: str) -> bool:
    """Whether such a name is the last of a list."""
    return words[-1:] in _LAST and lexicon_pattern("prose.last-general-name").search(words) is not None
