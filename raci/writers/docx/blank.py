"""A Word document with nothing in it yet: the page of offices, its number, the fonts, what it says of itself."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from raci.escaping import clean
from raci.writers.docx.fonts import declare_substitutes
from raci.writers.docx.page import add_page_numbers, set_landscape

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["blank_document"]

#: the longest title and author that Word takes among the properties of a document, in characters
_LONGEST = 255


def blank_document(title: str, author: str, made_at: datetime) -> Document:
    """The document, A4 landscape; ``title`` and ``author`` stand in its properties, cut to what Word takes."""
    from docx import Document

    document = Document()
    set_landscape(document)
    add_page_numbers(document)
    declare_substitutes(document)
    properties = document.core_properties
    properties.title, properties.author = clean(title)[:_LONGEST], clean(author)[:_LONGEST]
    properties.created = made_at.replace(tzinfo=None)
    return document
