"""Where a group has its office: 办公室设在某局, 在某局设办公室."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.groups.posts import Who
from raci.analysis.groups.said import Said
from raci.analysis.prose.names import names_in
from raci.rules.lexicon import lexicon_pattern

__all__ = ["seats_in"]


def seats_in(words: str, *, in_office: bool) -> Iterator[Said]:
    """Where the group's office is; ``in_office``: the words stand below the heading of that office."""
    below = lexicon_pattern("group.seat-below").match(words) if in_office else None
    for match in (below,) if below else lexicon_pattern("group.seat").finditer(words):
        start = match.end()
        stretch = lexicon_pattern("group.seat-end").split(words[start:], maxsplit=1)[0]
        names = names_in(stretch)
        if not names:
            stretch = stretch.split("、")[0]
            names = ((stretch, 0, len(stretch)),) if len(stretch) > 1 else ()
        for name, first, last in names:
            yield Said("office", "办公室", Who(None, None, name, start + first, start + last))
    for before in lexicon_pattern("group.seat-before").finditer(words):
        for name, first, last in names_in(before["body"]) or ():
            start = before.start("body")
            yield Said("office", "办公室", Who(None, None, name, start + first, start + last))
