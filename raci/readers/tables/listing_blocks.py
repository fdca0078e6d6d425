"""Tables in text that list groups with their members, or bodies with their parts: rows may read like heads there."""

from __future__ import annotations

from collections.abc import Sequence

from raci.rules.cell_content import cell_content
from raci.rules.lexicon import lexicon_pattern

__all__ = ["lists_groups", "lists_members", "tells_roles"]

#: of the filled cells of a column so many must be titles, of a row of groups so many names
_SIGNS = 0.6
#: a column of words of roles has so many cells, and so many of them are
_LEAST, _ROLES = 3, 0.8


def tells_roles(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether a column says again and again what a body's part is: 牵头, 配合."""
    width = len(rows[0])
    cells = [[row[place] for row in rows[1:] if place < len(row)] for place in range(width)]
    return any(
        len(column) >= _LEAST and sum(cell_content(words).kind == "role" for words in column) >= _ROLES * len(column)
        for column in cells
    )


def lists_members(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether the rows are all alike and say in one column who is what in a group: 组长, 副组长, 成员.

    Below a head that holds 姓名 the last cells of a row may be empty.
    """
    width = len(rows[0])
    is_names_head = lexicon_pattern("group.names-head").fullmatch
    shortest = 2 if any(is_names_head("".join(words.split())) for words in rows[0]) else width
    if any(not shortest <= len(row) <= width for row in rows):
        return False
    is_title = lexicon_pattern("group.title").fullmatch
    for place in range(width):
        cells = ("".join(row[place].split()).rstrip("：:") for row in rows[1:] if place < len(row))  # 组　长
        filled = [words for words in cells if words]
        if sum(is_title(words) is not None for words in filled) > max(1, _SIGNS * len(filled)):
            return True
    return False


def lists_groups(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether no row is wider than the head and each is a group, with who leads it and who is in it."""
    width = len(rows[0])
    heads = [words for words in rows[0] if lexicon_pattern("group.column-title").fullmatch("".join(words.split()))]
    if len(heads) < 2 or any(len(row) > width for row in rows):
        return False
    is_group = lexicon_pattern("group.row-name").fullmatch
    named = [sum(is_group(row[place]) is not None for row in rows[1:] if place < len(row)) for place in range(width)]
    return max(named) >= _SIGNS * (len(rows) - 1)
