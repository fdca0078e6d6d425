"""Tables with a group in each row (专班, 产业链, 河流), and columns for who leads it and who is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from raci.analysis.groups.entries import entries_in
from raci.analysis.groups.grid import GroupTable
from raci.analysis.groups.persons import is_name
from raci.analysis.groups.post_words import post_and_body
from raci.analysis.groups.posts import Who
from raci.analysis.groups.said import Said, position_of
from raci.model.places import Cell
from raci.rules.lexicon import lexicon_pattern

__all__ = ["RowGroup", "groups_in_rows"]

#: so much of a column, under its head, names groups
_MOST = 0.5
#: heads of columns stand in so many rows at most
_HEAD_ROWS = 3


class RowGroup(NamedTuple):
    """The span of the cell that names the group that its row is."""

    start: int
    end: int


class _GroupColumns(NamedTuple):
    """Where the names of groups stand, and what each other column lists; the column of the posts of those named in one.

    ``by_head``: its head says what is named in the column of groups (河流名称), whose words are like no group's.
    """

    name: int
    titles: Mapping[int, str]
    posts: Mapping[int, int]
    by_head: bool


def groups_in_rows(table: GroupTable) -> Iterator[RowGroup | Said]:
    """The groups that the rows are, each with who is in it; nothing where the rows are no groups."""
    columns = _group_columns(table)
    if columns is None:
        return
    is_row_name = lexicon_pattern("group.row-name").fullmatch
    for row in table.rows:
        name = row.get(columns.name)
        words = table.words(name)
        if name is None or not words or not (columns.by_head or is_row_name(words)) or _is_head(table, row, columns):
            continue
        yield RowGroup(name.start, name.end)
        for each, title in columns.titles.items():
            for who in _people(table, row, each, columns.posts.get(each)):
                yield Said(position_of(title), title, who)


def _is_head(table: GroupTable, row: Mapping[int, Cell], columns: _GroupColumns) -> bool:
    """Whether a row is the table's head, or its second row, over which the name of the first column reaches."""
    if lexicon_pattern("group.row-head").fullmatch(table.words(row.get(columns.name))):
        return True
    return any(_title(table, row, each) == title for each, title in columns.titles.items())


def _group_columns(table: GroupTable) -> _GroupColumns | None:
    """Where the names of groups stand, and what each other column lists; None where a row is no group."""
    heads = table.rows[:_HEAD_ROWS]
    is_named = lexicon_pattern("group.row-head").fullmatch
    for column in table.columns():
        by_head = any(is_named(table.words(row.get(column))) for row in heads)
        if not by_head and table.share(column, lexicon_pattern("group.row-name").fullmatch) <= _MOST:
            continue
        for row in heads if by_head else table.rows:
            titles = {each: title for each in row if each != column and (title := _title(table, row, each))}
            if by_head and not any(lexicon_pattern("group.chief").search(title) for title in titles.values()):
                continue
            if titles:
                return _GroupColumns(column, titles, _post_columns(table, titles), by_head)
    return None


def _title(table: GroupTable, row: Mapping[int, Cell], column: int) -> str:
    """The position that a head of a column says; "" where it says none."""
    words = lexicon_pattern("group.title-names").sub("", table.words(row.get(column)))
    return words if lexicon_pattern("group.column-title").fullmatch(words) else ""


def _post_columns(table: GroupTable, titles: Mapping[int, str]) -> dict[int, int]:
    """For each column of persons the one right of it, where that says that it holds their posts."""
    heads = table.rows[:_HEAD_ROWS]
    is_post_head = lexicon_pattern("group.post-head").fullmatch
    return {
        column: column + 1
        for column in titles
        if column + 1 not in titles and any(is_post_head(table.words(row.get(column + 1))) for row in heads)
    }


def _people(table: GroupTable, row: Mapping[int, Cell], column: int, beside: int | None) -> Iterator[Who]:
    """Who stands in a cell; a person by name alone has the post of the cell beside."""
    cell = row.get(column)
    if cell is None:
        return
    post = row.get(beside) if beside is not None else None
    if post is not None and table.words(post) and is_name(table.words(cell)):
        posts = post_and_body(table.words(post))
        yield Who(table.words(cell), *posts, min(cell.start, post.start), max(cell.end, post.end))
        return
    for who in entries_in(table.text[cell.start : cell.end]):
        yield who._replace(start=cell.start + who.start, end=cell.start + who.end)
