"""The words of a membership to person, post and body: 王某 市财政局局长, 市财政局分管领导, 市财政局."""

from __future__ import annotations

import re
from typing import NamedTuple

from raci.analysis.prose.names import names_in
from raci.rules.lexicon import lexicon_pattern

__all__ = ["Who", "is_person", "is_post", "people_in", "whose_post", "with_person"]

_LINK = re.compile(r"、|以及|(?<!部门)和|(?<=部门)和(?!单位)|及(?!时)|与")
_BLANK = re.compile(r"\s+")
_HAN = re.compile(r"[一-龥·]+")
#: the longest name of a person, in characters, and the shortest
_LONGEST_NAME, _SHORTEST_NAME = 4, 2


class Who(NamedTuple):
    """Who is in a group: a person's name, a post, the body that it is of or that is itself the member; and the span."""

    name: str | None
    post: str | None
    body: str | None
    start: int
    end: int


def people_in(words: str) -> list[Who]:
    """The posts and bodies that ``words`` lists; spans are those in ``words``."""
    written, words = words, lexicon_pattern("group.open-post").sub("", words)
    # 体育、财政等部门 is one name, 市体育局、市财政局等部门 are two
    if bodies := names_in(written) or names_in(words):
        return [Who(None, None, name, start, end) for name, start, end in bodies]
    if (shared := lexicon_pattern("group.shared-post").search(words)) and _LINK.search(words):
        # 财政部、商务部有关负责人: the post belongs to all, and the bodies are the members
        bodies = names_in(words[: shared.start()])
        if bodies and len(bodies) > 1 and not any(lexicon_pattern("group.post").search(name) for name, _, _ in bodies):
            return [Who(None, None, name, start, end) for name, start, end in bodies]
    pieces = _pieces(words)
    posts = [whose_post(piece) for piece, _, _ in pieces]
    found = []
    for (piece, start, end), body in zip(pieces, posts, strict=True):
        if (named := _post_and_name(piece)) is not None:
            found.append(named._replace(start=start, end=end))
        elif is_post(piece):
            found.append(Who(None, piece, body, start, end))
        elif is_person(piece) and names_in(piece) is None and lexicon_pattern("group.no-name").search(piece) is None:
            found.append(Who(piece, None, None, start, end))
        elif lexicon_pattern("prose.not-in-name").search(piece) is None:
            found.append(Who(None, None, piece, start, end))
    return found


def _pieces(words: str) -> list[tuple[str, int, int]]:
    """The members of a list, with spans; two posts of one person (市委常委、统战部部长) stay together."""
    bare = words
    links = _links(bare)
    pieces: list[tuple[str, int, int]] = []
    start = 0
    for link_start, link_end in [*links, (len(bare), len(bare))]:
        piece = bare[start:link_start]
        double = bare[link_start:link_end] == "、" and lexicon_pattern("group.double-post").search(piece)
        if link_start < len(bare) and (double or not _is_whole(piece)):
            continue
        if piece.strip():
            pieces.append((piece, start, link_start))
        start = link_end
    return pieces


def _is_whole(piece: str) -> bool:
    """Whether a piece may stand by itself: a post or a body; 市政府分管城建 (、金融的领导) may not."""
    return lexicon_pattern("group.post").search(piece) is not None or (len(piece) > 1 and "分管" not in piece)


def _post_and_name(words: str) -> Who | None:
    """A post with the name of who holds it behind it: 市长王某."""
    found = lexicon_pattern("group.post-and-name").match(words)
    if found is None or not is_person(found["name"]):
        return None
    return Who(found["name"], found["post"], whose_post(found["post"]), found.start(), found.end())


def _links(words: str) -> list[tuple[int, int]]:
    """Where members may be parted, outside of brackets."""
    links: list[tuple[int, int]] = []
    depth = seen = 0
    for match in _LINK.finditer(words):
        depth += words.count("（", seen, match.start()) - words.count("）", seen, match.start())
        seen = match.start()
        if depth <= 0:
            links.append(match.span())
    return links


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
    """A line of a roster: a person's name and the post behind it, parted by blanks or not; None where it is neither."""
    start = len(words) - len(words.lstrip())
    words = words.strip().strip("。；;，,、")
    parts = [part for part in _BLANK.split(words) if part]
    if not parts:
        return None
    name, taken = _spaced_name(parts)
    if name and taken < len(parts):
        post = "".join(parts[taken:])
        return Who(name, post, whose_post(post), start, start + len(words))
    whole = "".join(parts)
    if not _is_person_start(whole):
        return None
    for begins in (lexicon_pattern("group.level-start"), lexicon_pattern("group.post-start")):
        for length in (3, 2, 4):
            name, post = whole[:length], whole[length:]
            fits = len(post) > _SHORTEST_NAME and _HAN.fullmatch(name) and begins.match(post)
            if fits and lexicon_pattern("group.post").search(post):
                return Who(name, post, whose_post(post), start, start + len(words))
    return None


def is_person(words: str) -> bool:
    """Whether words are nothing but a person's name: 王某, 王　某."""
    name = _BLANK.sub("", words)
    fits = _SHORTEST_NAME <= len(name) <= _LONGEST_NAME and _HAN.fullmatch(name) is not None
    return fits and _is_person_start(name) and not is_post(name)


def is_post(words: str) -> bool:
    """Whether words end like a post."""
    return lexicon_pattern("group.post").search(words) is not None


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
