"""The words of a membership to person, post and body: 王某 市财政局局长, 市财政局分管领导, 市财政局."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci.analysis.groups.lists import ListPiece, pieces
from raci.analysis.groups.persons import PostAndName, is_person, name_and_post, post_and_name
from raci.analysis.prose.names import names_in
from raci.rules.lexicon import lexicon_pattern

__all__ = ["Who", "is_list", "is_post", "people_in", "whose_post", "with_person"]

#: the shortest name of a body, in characters
_SHORTEST_NAME = 2
#: a list of members is one of which more than this share is known as bodies, posts or persons
_KNOWN = 0.6


class Who(NamedTuple):
    """Who is in a group: a person's name, a post, the body that it is of or that is itself the member; and the span."""

    name: str | None
    post: str | None
    body: str | None
    start: int
    end: int


def people_in(words: str) -> list[Who]:
    """The persons, posts and bodies that ``words`` lists; spans are those in ``words``."""
    found: list[Who] = []
    for piece in _members(words):
        found += _who(piece)
    return found


def is_list(words: str) -> bool:
    """Whether words are nothing but persons, posts and bodies: most of them known as such by how they end."""
    if lexicon_pattern("group.no-list").search(words):
        return False
    listed = [piece.words for piece in _members(words)]
    known = sum(1 for each in listed if names_in(each) is not None or is_post(each) or post_and_name(each) is not None)
    return known > _KNOWN * len(listed) and not any(map(lexicon_pattern("prose.not-in-name").search, listed))


def _members(words: str) -> Iterator[ListPiece]:
    """The members of a list, less what leaves it open (等部门) and a post that several bodies share (有关负责人)."""
    for stretch in pieces(words, "，；"):
        run: list[ListPiece] = []
        for piece in pieces(stretch.words):
            run.append(piece.shifted(stretch.start))
            if lexicon_pattern("group.open-post").search(piece.words):
                yield from _closed(words, run)
                run = []
        yield from _closed(words, run)


def _closed(words: str, run: Sequence[ListPiece]) -> Iterator[ListPiece]:
    """The members of a list that ends with what is open (等部门), or with a shared post."""
    if not run:
        return
    first, last = run[0], run[-1]
    shared = lexicon_pattern("group.shared-post").search(last.words)
    if opened := lexicon_pattern("group.open-post").search(last.words):
        if len(run) > 1 and names_in(first.words) is None and not is_post(first.words):
            # 体育、财政等部门 is one name, as its ending belongs to all of it
            end = last.start + shared.start() if shared else last.end
            yield ListPiece(words[first.start : end], first.start, end)
            return
        last = last.cut(opened.start())
    elif shared and len(run) > 1 and names_in(last.words[: shared.start()]) is not None:
        last = last if any(is_post(piece.words) for piece in run[:-1]) else last.cut(shared.start())
    for piece in (*run[:-1], last):
        if piece.words:
            yield piece


def _who(piece: ListPiece) -> Iterator[Who]:
    words, start, end = piece
    words = lexicon_pattern("group.concurrent").sub("", words)
    if lexicon_pattern("group.nobody").search(words) and not lexicon_pattern("group.shared-post").search(words):
        return
    named: PostAndName | None = post_and_name(words)
    if named is not None:
        yield Who(named.name, named.post, whose_post(named.post), start, end)
    elif is_post(words):
        yield Who(None, words, whose_post(words), start, end)
    elif is_person(words) and names_in(words) is None and not lexicon_pattern("group.no-name").search(words):
        yield Who(words, None, None, start, end)
    elif lexicon_pattern("prose.not-in-name").search(words) is None:
        names = names_in(words)
        name, first, last = names[0] if names and len(names) == 1 and names[0][0] else (words, 0, len(words))
        yield Who(None, None, name, start + first, start + last)


def is_post(words: str) -> bool:
    """Whether words end like a post."""
    return lexicon_pattern("group.post").search(words) is not None


def whose_post(post: str) -> str | None:
    """The body whose post it is; None for a general post (市长, 分管副市长) and for what is no post."""
    if lexicon_pattern("group.general-post").search(post):
        return None
    first = post.split("、")[0]
    found = lexicon_pattern("group.post").search(first)
    body = first[: found.start()] if found else ""
    if len(body) < _SHORTEST_NAME or lexicon_pattern("group.general-post").search(first):
        return None
    return body


def with_person(words: str) -> Who | None:
    """A line of a roster: a person's name and the post behind it; None where it is something else."""
    named = name_and_post(words)
    if named is None:
        return None
    start = len(words) - len(words.lstrip())
    end = start + len(words.strip().strip("。；;，,、"))
    return Who(named.name, named.post, whose_post(named.post), start, end)
