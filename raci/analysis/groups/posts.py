"""The words of a membership to person, post and body: 王某 市财政局局长, 市财政局分管领导, 市财政局."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile
from typing import NamedTuple

from raci.analysis.groups.lists import ListPiece, pieces
from raci.analysis.groups.persons import body_and_name, is_name, person_with_post
from raci.analysis.groups.post_words import is_duty, is_post, post_and_body, whose_post
from raci.analysis.prose.name_ends import holds_other_words
from raci.analysis.prose.names import names_in
from raci.rules.lexicon import lexicon_pattern

__all__ = ["Who", "is_anybody", "is_list", "people_in", "with_rare_names"]

#: a list of members is one of which more than this share is known as bodies, posts or persons
_KNOWN = 0.6
#: the longest name of a person without a post, in characters
_LONGEST_NAME = 3


class Who(NamedTuple):
    """Who is in a group: a person's name, a post, the body that it is of or that is itself the member; and the span."""

    name: str | None
    post: str | None
    body: str | None
    start: int
    end: int


def people_in(words: str) -> list[Who]:
    """The persons, posts and bodies that ``words`` lists; spans are those in ``words``."""
    return with_rare_names([who for piece in _members(words) for who in _who(piece)])


def with_rare_names(found: list[Who]) -> list[Who]:
    """Those found; beside persons, words that are no body's name are a person of a rare surname."""
    if not any(who.name for who in found):
        return found
    return [who._replace(name=who.body, body=None) if _is_rare_name(who) else who for who in found]


def _is_rare_name(who: Who) -> bool:
    """Whether somebody who was taken for a body is shaped like a person's name, and ends like no body."""
    words = who.body or ""
    shaped = who.name is None and who.post is None and lexicon_pattern("group.shaped-like-name").fullmatch(words)
    return bool(shaped) and len(words) <= _LONGEST_NAME and names_in(words) is None and not is_duty(words)


def is_list(words: str) -> bool:
    """Whether words are nothing but persons, posts and bodies: most of them known as such by how they end."""
    if lexicon_pattern("group.no-list").search(words):
        return False
    listed = [piece.words for piece in _members(words)]
    others = [each for each in listed if person_with_post(each) is None]
    known = len(listed) - sum(1 for each in others if names_in(each) is None and not is_post(each))
    # 副局长 is in no body's name, but a post may be listed
    bodies = [lexicon_pattern("group.post").sub("", post.words) for each in others for post in pieces(each, "、")]
    return known > _KNOWN * len(listed) and not any(map(holds_other_words, bodies))


def _members(words: str) -> Iterator[ListPiece]:
    """The members of a list, less what leaves it open (等部门) and a post that several bodies share (有关负责人)."""
    for stretch in pieces(words, "，；"):
        run: list[ListPiece] = []
        was_open = False
        for piece in pieces(stretch.words):
            if was_open and lexicon_pattern("group.rest-of-open").fullmatch(piece.words):
                continue  # 等部门、单位
            run.append(piece.shifted(stretch.start))
            was_open = lexicon_pattern("group.open-post").search(piece.words) is not None
            if was_open or _ends_with_shared_post(run):
                yield from _closed(words, run)
                run = []
        yield from _closed(words, run)


def _closed(words: str, run: Sequence[ListPiece]) -> Iterator[ListPiece]:
    """The members of a list that ends with what is open (等部门), or with a shared post."""
    run = _without_anybody(run)
    if not run:
        return
    last = run[-1]
    shared = lexicon_pattern("group.shared-post").search(last.words)
    opened = lexicon_pattern("group.open-post").search(last.words)
    if opened or lexicon_pattern("group.matter-ending").search(last.words):
        matters = 0
        if opened is None:  # 水务、园林主管部门
            matters = _matters(run[:-1]) + 1 if len(run) > 1 and _matters(run[:-1]) else 0
        elif "部门" in opened[0]:
            matters = _matters([*run[:-1], last.cut(opened.start())])
        if matters:
            # 体育、财政等部门 is one name, as its ending belongs to all of it
            first = run[-matters]
            end = last.start + shared.start() if shared else last.end
            yield from run[:-matters]
            yield ListPiece(words[first.start : end], first.start, end)
            return
        last = last.cut(opened.start()) if opened else last
    elif shared and len(run) > 1 and _is_unit(last.words[: shared.start()]):
        last = last if is_post(run[-2].words) else last.cut(shared.start())
    for piece in (*run[:-1], last):
        if piece.words:
            yield piece


def _is_unit(words: str) -> bool:
    return names_in(words) is not None or lexicon_pattern("group.like-team").search(words) is not None


def _matters(run: Sequence[ListPiece]) -> int:
    """How many pieces at the end of a list are matters, where nobody else in particular is listed before them."""
    matters = len(list(takewhile(lambda piece: _is_matter(piece.words), reversed(run))))
    before = run[: len(run) - matters]
    return matters if all(map(_is_nobody, before)) else 0


def _ends_with_shared_post(run: Sequence[ListPiece]) -> bool:
    """Whether bodies before the last member share its post: 派出所、财政所负责人."""
    return len(run) > 1 and _shares_post(run[-1].words) and not is_post(run[-2].words)


def _without_anybody(run: Sequence[ListPiece]) -> list[ListPiece]:
    """The members less those at the end who are nobody in particular, with their matters (技术、经济等方面的专家)."""
    kept = list(dropwhile(lambda piece: is_anybody(piece.words), reversed(run)))[::-1]
    is_open = any("等" in piece.words for piece in run[len(kept) :])
    matters = len(list(takewhile(lambda piece: _is_matter(piece.words), reversed(kept)))) if is_open else 0
    return kept[: len(kept) - matters]


def is_anybody(words: str) -> bool:
    """Whether words name nobody in particular (专家), whose post the bodies before do not share."""
    if lexicon_pattern("group.nobody").search(words) is None or _shares_post(words):
        return False
    staff = lexicon_pattern("group.staff").search(words)  # 行政科全体人员
    return staff is None or not _is_unit(words[: staff.start()])


def _shares_post(words: str) -> bool:
    return lexicon_pattern("group.shared-post").search(words) is not None


def _is_nobody(piece: ListPiece) -> bool:
    return names_in(piece.words) == () or lexicon_pattern("group.open-body").search(piece.words) is not None


def _is_matter(words: str) -> bool:
    """Whether words name a matter (体育), whose department is meant, rather than a body, a post or a person."""
    return names_in(words) is None and not is_post(words) and person_with_post(words) is None


def _who(piece: ListPiece) -> Iterator[Who]:
    words, start, end = piece
    words = lexicon_pattern("group.concurrent").sub("", words)
    if is_anybody(words) or lexicon_pattern("group.only-titles").fullmatch(words):
        return
    if (held := person_with_post(words)) is not None:
        yield Who(held.name, *post_and_body(held.post), start, end)
    elif (sent := body_and_name(words)) is not None:
        yield Who(sent.name, None, sent.body, start, end)
    elif (
        is_post(lexicon_pattern("group.aside").sub("", words))
        and lexicon_pattern("group.comrade").fullmatch(words) is None
    ):
        yield Who(None, words, whose_post(lexicon_pattern("group.aside").sub("", words)), start, end)
    elif is_name(words) or lexicon_pattern("group.comrade").fullmatch(words):
        yield Who(words.removesuffix("同志"), None, None, start, end)
    elif not holds_other_words(words):
        words = lexicon_pattern("group.staff").sub("", words) or words
        names = names_in(words)
        name, first, last = names[0] if names and len(names) == 1 and names[0][0] else (words, 0, len(words))
        yield Who(None, None, name, start + first, start + last)
