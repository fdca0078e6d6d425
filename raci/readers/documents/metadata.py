"""What a text states of itself: title, issuers, number, date, addressees; and what its source says of it besides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from raci.readers.documents.fact_lines import fact_lines, metadata_patterns
from raci.readers.documents.issue import find_date, find_issuers, find_signature
from raci.readers.documents.title_lines import find_title, without_title

__all__ = ["Metadata", "StatedFacts", "find_metadata"]

#: how many paragraphs at the head are searched for the addressees, and how long they are at most, in characters
_HEAD_PARAGRAPHS, _LONGEST_ADDRESSEES = 40, 400
#: how much of a line is searched for the number
_NUMBER_LENGTH = 160


@dataclass(frozen=True, slots=True)
class StatedFacts:
    """What a source says of its text outside of it: the tags of a web page, the properties of a Word file.

    ``title`` goes before the text's own where ``is_sure``, else it stands in where the text has none; ``issuer`` and
    ``date`` (ISO) always stand in.
    """

    title: str | None = None
    issuer: str | None = None
    date: str | None = None
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a text states of itself; None, or nobody, where it does not say. ``date`` is an ISO date or a year."""

    title: str
    issuers: tuple[str, ...] = ()
    number: str | None = None
    date: str | None = None
    addressees: str | None = None


def find_metadata(
    parts: Sequence[object],
    texts: Sequence[str],
    fallback: str,
    title: str | None = None,
    stated: StatedFacts | None = None,
) -> Metadata:
    """The metadata of a text from its parts (paragraphs and tables) and their ``texts``.

    ``title`` overrides that of the text, ``fallback`` replaces it where neither it nor the source has one.
    """
    stated = stated or StatedFacts()
    head, tail = fact_lines(parts)
    if title is None and stated.is_sure:
        title = stated.title
    title = title or find_title(head) or stated.title or fallback
    number = _number(head)
    signature = find_signature(head, tail)
    return Metadata(
        title,
        find_issuers(title, head, signature, stated.issuer),
        number,
        find_date(title, head, signature, number, stated.date),
        _addressees(texts[:_HEAD_PARAGRAPHS]),
    )


def _number(head: Sequence[str]) -> str | None:
    pattern = metadata_patterns()["number"]
    matches = (match for line in head if "号" in line and (match := pattern.find(line[:_NUMBER_LENGTH])))
    number = next((match["number"] for match in matches), None)
    return without_title(number) if number else None


def _addressees(paragraphs: Sequence[str]) -> str | None:
    ending = (line for line in paragraphs if line[-1:] in (":", "：") and len(line) < _LONGEST_ADDRESSEES)
    return next((line for line in ending if metadata_patterns()["addressees"].holds(line)), None)
