"""Names of persons, by themselves and beside their posts: 王某, 王　某, 王某 市财政局局长, 市财政局局长王某."""

from __future__ import annotations

import re
from typing import NamedTuple

from raci.analysis.prose.names import names_in
from raci.model.late_patterns import late_pattern
from raci.rules.lexicon import lexicon_pattern

__all__ = ["PostAndName", "is_person", "name_and_post", "post_and_name"]

_BLANK = re.compile(r"\s+")
_HAN = late_pattern(r"[一-龥·]+")
#: the longest name of a person, in characters, and the shortest; how long names are that stand beside a post
_LONGEST_NAME, _SHORTEST_NAME = 4, 2
_LENGTHS = (3, 2, 4)


class PostAndName(NamedTuple):
    """A person's name and the post."""

    post: str
    name: str


def is_person(words: str) -> bool:
    """Whether words are nothing but a person's name: 王某, 王　某."""
    name = _BLANK.sub("", words)
    fits = _SHORTEST_NAME <= len(name) <= _LONGEST_NAME and _HAN.fullmatch(name) is not None
    return fits and _is_person_start(name) and lexicon_pattern("group.post").search(name) is None


def post_and_name(words: str) -> PostAndName | None:
    """A post with the name of who holds it behind it: 市长王某, 市财政局局长李某某同志."""
    words = words.removesuffix("同志")
    for length in _LENGTHS[:2]:
        post, name = words[:-length], words[-length:]
        if len(post) < _SHORTEST_NAME or lexicon_pattern("group.post").search(post) is None:
            continue
        if is_person(name) and lexicon_pattern("group.no-name").search(name) is None:
            return PostAndName(post, name)
    return None


def name_and_post(words: str, *, open_end: bool = False) -> PostAndName | None:
    """A person's name and the post behind it, parted by blanks or not; None where words are something else.

    ``open_end``: other persons may follow, run together with it.
    """
    parts = [part for part in _BLANK.split(words.strip().strip("。；;，,、")) if part]
    if not parts:
        return None
    name, taken = _spaced_name(parts)
    if name and taken < len(parts):
        return PostAndName("".join(parts[taken:]), name)
    return _run_together("".join(parts), open_end=open_end)


def _run_together(words: str, *, open_end: bool) -> PostAndName | None:
    if not _is_person_start(words):
        return None
    is_post = lexicon_pattern("group.post-inside") if open_end else lexicon_pattern("group.post")
    for begins in (lexicon_pattern("group.level-start"), lexicon_pattern("group.post-start")):
        for length in _LENGTHS:
            name, post = words[:length], words[length:]
            fits = len(post) > _SHORTEST_NAME and _HAN.fullmatch(name) and begins.match(post)
            if fits and is_post.search(post):
                return PostAndName(post, name)
    return None


def _spaced_name(parts: list[str]) -> tuple[str, int]:
    """The name at the beginning of a line, written with a blank in it (王　某) or not, and how many parts it took."""
    if len(parts[0]) == 1 and len(parts) > 1 and len(parts[1]) <= 2 and _HAN.fullmatch(parts[0] + parts[1]):
        return parts[0] + parts[1], 2
    fits = _SHORTEST_NAME <= len(parts[0]) <= _LONGEST_NAME and _HAN.fullmatch(parts[0]) is not None
    if not fits or names_in(parts[0]) is not None:
        return "", 0
    return parts[0], 1


def _is_person_start(words: str) -> bool:
    """Whether words may begin with a person's name rather than with a body: 王某市财政局局长."""
    if lexicon_pattern("group.level-start").match(words):
        return False
    return lexicon_pattern("group.surname").match(words) is not None
