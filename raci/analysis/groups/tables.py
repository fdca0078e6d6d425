"""Tables of members, a row each; what a column is tells what stands in it. Others may have a group in each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from raci.analysis.groups.entries import entries_in
from raci.analysis.groups.grid import GroupTable
from raci.analysis.groups.persons import is_name, is_person
from raci.analysis.groups.post_words import is_post, post_and_body, whose_post
from raci.analysis.groups.posts import Who
from raci.analysis.groups.row_groups import RowGroup, groups_in_rows
from raci.analysis.groups.said import Said, position_of
from raci.analysis.prose.names import names_in
from raci.model.places import Cell, Span
from raci.rules.lexicon import lexicon_pattern

__all__ = ["RowGroup", "has_entries_alone", "is_list_of_members", "listed_in"]

#: so much of a column, under its head, is of one kind
_MOST = 0.5
_OFFICE = "办公室"
#: so many columns of names tell of as many persons in a row
_TWO = 2
#: between two positions of one person
_ALSO = re.compile("[、兼]")


class _PersonColumns(NamedTuple):
    """Where the name of a person stands (None where there are no names), the bodies and posts."""

    name: int | None
    words: tuple[int, ...]


class _Columns(NamedTuple):
    """Where the positions stand, the groups, and the persons: of several beside one another, each in its columns."""

    position: int
    group: int | None
    persons: tuple[_PersonColumns, ...]


def listed_in(table: GroupTable) -> Iterator[Span | RowGroup | Said]:
    """Who is what by a table, in the order of its rows, and the spans of what may name the group of those below."""
    members = _columns(table)
    if members is not None:
        yield from _members(table, members)
        return
    yield from groups_in_rows(table)


def is_list_of_members(table: GroupTable) -> bool:
    """Whether the columns or rows of a table are understood as members or groups."""
    return _columns(table) is not None or next(groups_in_rows(table), None) is not None


def has_entries_alone(table: GroupTable) -> bool:
    """Whether a member stands by itself in a row below one that has its position: 成员 │ 市财政局, below it 市水务局.

    In a table laid out by blanks it stands where the positions do; such a table is read as the lines that it is.
    """
    columns = _columns(table)
    if columns is None:
        return False
    alone = [banner for row in table.rows[1:] if (banner := table.banner(row)) is not None and len(row) == 1]
    return any(_is_post_or_body(words) and not _title(words) for words in map(table.words, alone))


def _columns(table: GroupTable) -> _Columns | None:
    """The columns by what stands in them; None where no members are listed."""
    columns = table.columns()
    # beside 副主任 among the posts, the column that holds nothing but positions
    position = max(columns, key=lambda each: table.share(each, _title), default=None)
    if position is None or table.share(position, _title) <= _MOST:
        return None
    is_group = lexicon_pattern("group.in-column").match
    group = next((each for each in columns if table.share(each, is_group) > _MOST), None)
    others = [each for each in columns if each not in (position, group)]
    names = [each for each in others if _holds_names(table, each)]
    names = [each for each in names if _head(table, each) == _head(table, names[0]) or not _has_head(table, names[0])]
    words = [each for each in others if each not in names and table.share(each, _is_post_or_body) > _MOST]
    return _Columns(position, group, _persons(names, words)) if names or words else None


def _persons(names: Sequence[int], words: Sequence[int]) -> tuple[_PersonColumns, ...]:
    """The columns of each person of a row; those of two that stand beside one another are parted by their names."""
    if len(names) < _TWO or not words:
        return (_PersonColumns(names[0] if names else None, tuple(words)),)
    if words[0] < names[0]:  # posts stand before their names
        return tuple(
            _PersonColumns(name, tuple(each for each in words if before < each < name))
            for before, name in pairwise((-1, *names))
        )
    return tuple(
        _PersonColumns(name, tuple(each for each in words if name < each < after))
        for name, after in pairwise((*names, max(words) + 1))
    )


def _title(words: str) -> str:
    """The position that a cell holds, as it is read; "" where it holds something else."""
    bare, *others = _positions(words)
    if (
        others
        and "兼" in words
        and not (_is_contact(others[-1]) or lexicon_pattern("group.also-in-office-column").match(words))
    ):
        return ""  # 组长兼某局局长
    plain = lexicon_pattern("group.level-of-chief").sub("", bare)
    return bare if lexicon_pattern("group.title").fullmatch(plain) else ""


def _positions(words: str) -> list[str]:
    """The parts of a cell that gives one person several positions: 成员、联络员; 副组长兼办公室主任."""
    return _ALSO.split(lexicon_pattern("group.remark").sub("", words).rstrip("：:"))


def _is_contact(words: str) -> bool:
    return lexicon_pattern("group.contact").match(words.removeprefix("任")) is not None


def _head(table: GroupTable, column: int) -> str:
    """What stands in a column above the others, below what stands over the table."""
    return next((table.words(row.get(column)) for row in table.rows if table.banner(row) is None), "")


def _has_head(table: GroupTable, column: int) -> bool:
    """Whether a column's head says that it holds names."""
    return lexicon_pattern("group.names-head").fullmatch(_head(table, column)) is not None


def _holds_names(table: GroupTable, column: int) -> bool:
    """Whether a column's head says that it holds names, or most of its words are some."""
    return _has_head(table, column) or table.share(column, _is_name) > _MOST


def _is_name(words: str) -> bool:
    return is_name(words) or (is_person(words) and len(words) > 1 and names_in(words) is None)


def _is_post_or_body(words: str) -> bool:
    if lexicon_pattern("group.also-in-office-column").match(words):
        return False
    first = words.split("、", 1)[0]
    return is_post(first) or bool(names_in(first)) or is_post(words)


def _members(table: GroupTable, columns: _Columns) -> Iterator[Span | Said]:
    title = group = ""
    for row in table.rows:
        named = row.get(columns.group) if columns.group is not None else None
        if named is not None and lexicon_pattern("group.in-column").match(table.words(named)):
            if table.words(named) != group:
                yield Span(named.start, named.end)
            group = table.words(named)
        banner = table.banner(row)
        if banner is not None and not _title(table.words(banner)):
            yield Span(banner.start, banner.end)
            title = ""
            continue
        place = table.words(row.get(columns.position))
        title = _title(place) if place else title
        if place == _OFFICE and any("，" in table.words(cell) for cell in row.values()):
            yield Span(min(cell.start for cell in row.values()), max(cell.end for cell in row.values()))
            title = ""
            continue
        if place == _OFFICE:
            yield from _seat(table, row)
        if not title or _is_head(table, row, columns):
            continue
        for who in (each for persons in columns.persons for each in _who(table, row, persons)):
            yield Said(position_of(title), title, who)
            for contact in filter(_is_contact, _positions(place)[1:]):
                yield Said("contact", contact, who)
            for cell in row.values():
                if also := lexicon_pattern("group.also-in-office-column").search(table.words(cell)):
                    yield Said(position_of(also["title"]), also["title"], who)


def _is_head(table: GroupTable, row: Mapping[int, Cell], columns: _Columns) -> bool:
    """Whether a row that begins with a position is the table's head: 成员, 单位."""
    others = [words for column, cell in row.items() if column != columns.position and (words := table.words(cell))]
    return bool(others) and all(map(lexicon_pattern("group.list-head").match, others))


def _seat(table: GroupTable, row: Mapping[int, Cell]) -> Iterator[Said]:
    """Where the group's office is, in a row of its own."""
    for cell in row.values():
        if seat := lexicon_pattern("group.seat-cell").match(table.words(cell)):
            yield Said("office", _OFFICE, Who(None, None, seat["body"], cell.start, cell.end))


def _who(table: GroupTable, row: Mapping[int, Cell], columns: _PersonColumns) -> list[Who]:
    name = table.words(row.get(columns.name)) if columns.name is not None else ""
    name = lexicon_pattern("group.remark").sub("", name)
    is_vacant = lexicon_pattern("group.vacant").match(name) is not None
    name = "" if is_vacant else name
    cells = [row[column] for column in columns.words if column in row and table.words(row[column])]
    words = [table.words(cell) for cell in cells]
    if name and (_is_name(name) or lexicon_pattern("group.shaped-like-name").fullmatch(name)):
        named = [*cells, row[columns.name]] if columns.name is not None else cells
        return [Who(name, *_joined(words), min(cell.start for cell in named), max(cell.end for cell in named))]
    if is_vacant and cells:
        return [Who(None, *_joined(words), min(cell.start for cell in cells), max(cell.end for cell in cells))]
    found: list[Who] = []
    if name and columns.name is not None:  # several persons in one cell
        cells = [row[columns.name], *cells]
    for cell in cells:
        for who in entries_in(table.text[cell.start : cell.end]):
            found.append(who._replace(start=cell.start + who.start, end=cell.start + who.end))
    return found


def _joined(words: list[str]) -> tuple[str | None, str | None]:
    """The post and its body of what stands beside a name, in one column or two (市财政局, 副局长)."""
    if not words:
        return None, None
    if len(words) == 1 or not is_post(words[1]):
        return post_and_body(words[0])
    body, post = words[:2]
    joined = post if post.startswith(body) else body + post
    # 市政府, 副市长: a general post
    return (joined, whose) if (whose := whose_post(joined)) else (post, None)
