"""Whose document it is: by what it says of itself, and by the names in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from raci.model import Document
from raci.register.compiling import built_in
from raci.register.jurisdiction import DocumentWords, find_jurisdiction
from raci.register.name_reading import NameContext, NameReading
from raci.register.naming import Naming
from raci.register.option_values import parse_place
from raci.rules.traditional import as_simplified

__all__ = ["context_of", "words_of"]


def words_of(document: Document, naming: Naming) -> DocumentWords:
    """What a document says of itself, by which it is told whose it is."""
    return DocumentWords(
        as_simplified(document.title),
        document.issuer and as_simplified(document.issuer),
        document.number and as_simplified(document.number),
        document.addressees and as_simplified(document.addressees),
        document.text,
        naming.register or built_in(),
        as_simplified,
    )


def context_of(
    document: Document, readings: Sequence[NameReading], naming: Naming, words: DocumentWords | None
) -> NameContext:
    """Whose document it is, and of what year."""
    words = words or words_of(document, naming)
    context = find_jurisdiction(words, readings)
    if naming.place:
        context = replace(parse_place(naming.place, words.register), organization=context.organization)
    year = int(document.date[:4]) if document.date and document.date[:4].isdigit() else None
    return replace(context, year=year)
