"""Lines that are headings: numbered ones, and the name of a group with what its list is called behind it."""

from __future__ import annotations

import re

from raci.rules.lexicon import lexicon_pattern

__all__ = ["is_numbered_heading", "named_in_heading"]


def is_numbered_heading(line: str) -> bool:
    """Whether a line begins with a number and has no pause: （一）组织领导."""
    return lexicon_pattern("group.heading").match(line) is not None


def named_in_heading(words: str, start: int = 0) -> re.Match[str] | None:
    """The name of a group that ends the words of a line: 绿道建设领导小组成员名单."""
    if lexicon_pattern("group.named-end").search(words, start) is None:
        return None
    return lexicon_pattern("group.named").search(words, start)
