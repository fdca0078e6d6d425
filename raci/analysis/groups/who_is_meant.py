"""Whom words of a sentence mean: persons, posts, bodies, or a person of a rare surname, where nothing else tells."""

from __future__ import annotations

from raci.analysis.groups.entries import entries_in_sentence
from raci.analysis.groups.post_words import is_like_body, is_post
from raci.analysis.groups.posts import Who, is_list
from raci.analysis.groups.rare_names import is_like_rare_name
from raci.analysis.prose.names import names_in
from raci.rules.lexicon import lexicon_pattern

__all__ = ["are_bodies", "are_listed", "are_persons", "are_titled", "may_be_rare", "may_lead"]

#: the longest name whose surname is not known, in characters
_LONGEST = 3


def are_persons(words: str) -> bool:
    """Whether words list nothing but persons, and posts that are more than 负责人 of whatever is told before."""
    listed = entries_in_sentence(words)
    return bool(listed) and all(who.name or _is_whole_post(who.post or "") for who in listed)


def are_bodies(words: str) -> bool:
    """Whether words list nothing but bodies and posts, of which some may be known by their ending alone (城关镇)."""
    return is_list(words) or all(
        who.body and (names_in(who.body) or is_like_body(who.body)) for who in entries_in_sentence(words)
    )


def are_titled(title: str, words: str, *, is_led: bool) -> bool:
    """Whether words right behind a title are those who have it: 组长王某, 成员单位甲、乙.

    ``is_led``: the same sentence says who leads, so that members may be bodies too: 组长王某，成员财务科、保卫科.
    """
    if title.endswith("单位"):
        return are_bodies(words)
    is_member = lexicon_pattern("group.member").search(title) is not None
    return are_persons(words) or (is_led and is_member and are_bodies(words))


def are_listed(title: str, words: str) -> bool:
    """Whether words that go on behind a title list persons; of an office's heads posts by themselves will do."""
    if title.startswith("办公室") or title.endswith("办主任"):
        return are_persons(words)
    listed = entries_in_sentence(words) if lexicon_pattern("group.contact").search(title) is None else []
    return bool(listed) and all(who.name for who in listed)


def _is_whole_post(words: str) -> bool:
    return is_post(words) and lexicon_pattern("group.shared-post").fullmatch(words) is None


def may_be_rare(who: Who) -> bool:
    """Whether somebody who was taken for a body may be a person whose surname is not known."""
    is_body = who.body is not None and who.name is None and who.post is None and names_in(who.body) is None
    return is_body and len(who.body or "") <= _LONGEST and is_like_rare_name(who.body or "")


def may_lead(title: str, who: Who) -> bool:
    """Whether somebody is a person, a post or a body, where the title is that of a head: 由监事会选举产生 is none."""
    if who.name is not None or who.post is not None or lexicon_pattern("group.member").search(title):
        return True
    return who.body is not None and names_in(who.body) is not None
