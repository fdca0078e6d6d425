"""Names whose surname is not known: told by what they are not, and by the post beside them."""

from __future__ import annotations

from typing import NamedTuple

from raci.analysis.groups.post_words import is_post
from raci.rules.lexicon import lexicon_pattern

__all__ = ["RareName", "is_like_rare_name", "rare_name_behind_post"]

#: so long are names whose surname is not known
_LENGTHS = (2, 3)


class RareName(NamedTuple):
    """A post and the words behind it that may be the name of who holds it."""

    post: str
    name: str


def is_like_rare_name(words: str) -> bool:
    """Whether words that no known surname begins are shaped like a name, and mean nothing else."""
    if lexicon_pattern("group.shaped-like-name").fullmatch(words) is None:
        return False
    others = (
        lexicon_pattern("group.no-name"),
        lexicon_pattern("prose.not-in-name"),
        lexicon_pattern("group.no-rare-name"),
    )
    return not any(pattern.search(words) for pattern in others)


def rare_name_behind_post(words: str) -> RareName | None:
    """A post with what may be a name behind it, whose surname is not known: 总经理敬业; None for anything else."""
    for length in _LENGTHS:
        post, name = words[:-length], words[-length:]
        if is_post(post) and is_like_rare_name(name) and not is_post(words):
            return RareName(post, name)
    return None
