"""What tells that pieces of a roster belong together: posts of one person, and what makes a name of rare words."""

from __future__ import annotations

from raci.analysis.groups.atoms import Atom, Gap
from raci.analysis.groups.post_words import is_general_post, whose_post
from raci.analysis.groups.sorts import Kind
from raci.rules.lexicon import lexicon_pattern

__all__ = ["is_next_post", "tells_of_rare"]


def is_next_post(first: Atom, held: Atom) -> bool:
    """Whether a person with a post may have the one told before too: both are of a body, or none is."""
    one = held.sort.held
    if one is None or one.post is None or not held.words.startswith(one.post):
        return False
    if first.kind is Kind.RANK and lexicon_pattern("group.inner-post").match(held.words):
        return True  # 党委委员、工会主席王某
    return (first.kind is Kind.POST) == (one.body is not None)


def tells_of_rare(told: Atom) -> bool:
    """Whether what stands behind words makes a name of them whose surname is not known: a post with its body."""
    if told.kind is Kind.RANK and Gap.COLON <= told.gap <= Gap.COMMA:
        return True
    if told.kind not in (Kind.POST, Kind.RANK):
        return told.gap in (Gap.BRACKET, Gap.WIDE) and told.kind is Kind.BODY
    is_level = lexicon_pattern("group.level-start").match(told.words) is not None
    return is_level or whose_post(told.words) is not None or is_general_post(told.words)
