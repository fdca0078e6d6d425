"""Names of issuing bodies: lists of them, parted by blanks, set apart, or run together without any sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from raci.readers.documents.fact_lines import metadata_patterns
from raci.register.body_id import UNLISTED
from raci.register.compiling import built_in
from raci.register.name_reader import read_name
from raci.rules.bodies import like_bodies
from raci.rules.punctuation import LIST_PAUSE

__all__ = ["bodies_listed", "is_placed"]

_COLON = re.compile(r"[:：]")
#: the longest name of a body and the longest run of names, in characters
_LONGEST, _LONGEST_RUN = 40, 240
_STATE = "中华人民共和国"
#: kinds of names that issue nothing
_NO_ISSUERS = ("unknown", "person", "collective")


def bodies_listed(text: str) -> tuple[str, ...]:
    """The bodies that ``text`` lists and nothing else (市财政局 市商务局); empty where it holds other words too.

    市发展改革委、市财政局, names set in wide letters (市 财 政 局) and names that run together are all read.
    """
    text = text.strip(" \t\u3000。．.：:")
    patterns = metadata_patterns()
    if not 2 <= len(text) <= 2 * _LONGEST_RUN or _COLON.search(text) or patterns["no-issuer"].holds(text):
        return ()
    names: list[str] = []
    for piece in LIST_PAUSE.split(patterns["and-others"].replace(text, "")):
        for word in _words(piece):
            parts = _run_together(word)
            if not parts:
                return ()
            names += parts
    return tuple(dict.fromkeys(names))


def _words(text: str) -> list[str]:
    """The words between blanks; characters that stand alone are one word: 市 财 政 局."""
    words: list[str] = []
    spaced = ""
    for word in text.split():
        if len(word) == 1:
            spaced += word
            continue
        if spaced:
            words.append(spaced)
            spaced = ""
        words.append(word)
    return [word for word in (*words, spaced) if word]


def _run_together(word: str) -> Sequence[str]:
    """The names in a word: one, or several without a sign between them; none where it is no name."""
    if len(word) > _LONGEST_RUN:
        return ()
    # the fewest names known to the register that the word is made of, the first ones as long as can be, from each place
    best: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
    best[len(word)] = ()
    ends = [match.end() for match in metadata_patterns()["body-end"].expression.finditer(word)]
    if not ends or ends[-1] < len(word):
        return (word,) if _may_be(word) else ()
    if 2 < len(word) <= _LONGEST and _is_known(word):
        return (word,)
    for start in (*(end for end in reversed(ends) if end <= len(word) - 2), 0):
        for end in ends:
            rest = best[end]
            if not start + 2 < end <= start + _LONGEST or rest is None or not _is_known(word[start:end], start > 0):
                continue
            if best[start] is None or len(rest) + 1 <= len(best[start] or ()):
                best[start] = (word[start:end], *rest)
    known = best[0]
    return known if known else (word,) if _may_be(word) else ()


@lru_cache(maxsize=2048)
def _is_known(name: str, behind: bool = False) -> bool:
    """Whether the register knows the body by itself, or what it is the office of (商务部办公厅).

    ``behind`` another without a sign between them, it must begin with its place, or be a national body.
    """
    # 中华人民共和国福建海事局 is the 福建海事局
    name = name.removeprefix(_STATE) or name
    reading = read_name(name, built_in())
    if reading.kind in _NO_ISSUERS or reading.body is None:
        return False
    if not reading.body.row.startswith(UNLISTED) and not reading.body.unit:
        return not behind or bool(reading.prefix) or reading.level == "national"
    office = metadata_patterns()["office"].find(name)
    return office is not None and _is_known(name[: office.start()], behind)


def _may_be(name: str) -> bool:
    """Whether a name that the register does not know reads like one whole body."""
    if not 3 <= len(name) <= _LONGEST or like_bodies(name) != (1, 0):
        return False
    reading = read_name(name, built_in())
    if reading.kind in _NO_ISSUERS:
        return False
    return bool(reading.prefix) or metadata_patterns()["body-alone"].holds(name)


def is_placed(name: str) -> bool:
    """Whether a name says by itself whose body it is: 云岭市人民政府, 国务院; 市政府 does not."""
    return read_name(name, built_in()).standalone
