"""The document as the page shows it: its text once, its blocks and cells as spans of it, and the words of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from raci.config.profiles import load_profile, profile_names
from raci.model import ROLES, Analysis
from raci.model.labels import KIND_WORDS, LEVEL_WORDS, ROLE_WORDS
from raci.rules.own_columns import COLUMN_ROLES
from raci.web.utf16 import Utf16

__all__ = ["document_data"]

Data = Mapping[str, object]


def document_data(analysis: Analysis) -> Data:
    """The document as read: its text once, and the blocks and cells as spans of it (in the browser's offsets)."""
    document = analysis.document
    at = Utf16(document.text).of
    sections = {
        clause.start: clause.level
        for clause in analysis.clauses
        if clause.kind == "section"
        or (clause.number and document.quote(clause.start, clause.end).strip() == clause.label)
    }
    return {
        "text": document.text,
        "title": document.title,
        "source": document.source,
        "format": document.format,
        "facts": [
            [what, value]
            for what, value in (
                ("发文机关", "、".join(document.issued_by())),
                ("文号", document.number),
                ("成文日期" if "-" in (document.date or "") else "年份", document.date),
                ("来源", PurePath(document.source).name),
                *(("读取说明", note) for note in document.notes),
            )
            if value
        ],
        "blocks": [
            {
                "kind": "title" if document.quote(block.start, block.end) == document.title else block.kind,
                "span": [at(block.start), at(block.end)],
                **({"level": level} if (level := block.level or sections.get(block.start, 0)) else {}),
                **({"marker": block.marker} if block.marker else {}),
                **(
                    {
                        "cells": [
                            [cell.row, cell.column, at(cell.start), at(cell.end), cell.rowspan, cell.colspan]
                            for cell in block.cells
                        ]
                    }
                    if block.cells
                    else {}
                ),
            }
            for block in document.blocks
        ],
        "pages": _pages(analysis, at),
        "words": {
            "roles": {role: ROLE_WORDS[role] for role in ROLES},
            "kinds": dict(KIND_WORDS),
            "levels": dict(LEVEL_WORDS),
            "columns": dict(COLUMN_ROLES),
            "profiles": {name: load_profile(name).title for name in profile_names()},
        },
    }


def _pages(analysis: Analysis, at: Callable[[int], int]) -> list[list[int]]:
    """Where the pages of the source begin: offset and number."""
    pages: list[list[int]] = []
    for place in analysis.document.places:
        if place.page is not None and (not pages or pages[-1][1] != place.page):
            pages.append([at(place.start), place.page])
    return pages
