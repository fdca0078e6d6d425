"""Tasks as sheets of fields, one after the other: 任务：…, 牵头单位：…, 配合单位：…, then the next 任务：….

The fields stand one a line, or all of a task in one line. Where the field that names the task comes again and again,
with nothing but fields between, each is a pair of the table that the sheets are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from raci.model.pattern_codes import compiled
from raci.readers.tables.cell_pieces import Line
from raci.readers.tables.line_fields import (
    BULLETS,
    NAME,
    Field,
    fields_of,
    may_be_fields,
    with_listed_bodies,
)
from raci.readers.tables.separated import SeparatedBlock
from raci.rules.columns import NAMED, SAYING, read_head

__all__ = ["find_field_sheets", "may_hold_sheets"]

#: so many sheets make a table; a line parted into so many fields is a sheet by itself
_SHEETS, _IN_LINE = 2, 3
#: what the first field of a sheet says
_FIRST = frozenset(("number", "chapter", "task", "content"))
#: what may stand between the number of a sheet and its task
_BETWEEN = ("chapter",)
#: what stands before the task of a sheet
_OPENING = ("number", "chapter")
#: whom a letter is sent to stands below the last sheet, not in it
_SENT_TO = "inform"

#: the field that names a task (each alternative begins with a character: so it is sought fastest)
_NAMING = compiled(r"(?:任务|事项|项目|问题|工作|名称|实事|隐患|议题|提案|课题)(?:名称|内容)?[ \u3000]*[:：]")
#: a sign behind what may be a name: a look at one set of characters, before the name is taken apart
_SIGN_BEHIND = r"(?=[\u4e00-\u9fff（）()][\u4e00-\u9fff（）() \u3000]*[:：\t→】〕］\]])"
#: a line that begins with the name of a field, after another line
_FIELD_LINE = compiled(
    rf"\n(?:[·•・*–-][ \u3000]*|[ \u3000]+)?[【〔［\[]?{_SIGN_BEHIND}({NAME})(?:[ \u3000]*[:：\t→]|[】〕］\]])"
)
#: the same, whatever signs stand before it: each line of fields begins so
_FIRST_FIELD = compiled(rf"\n[{re.escape(BULLETS)}]*[【〔［\[]?{_SIGN_BEHIND}({NAME})(?:[ \u3000]*[:：\t→]|[】〕］\]])")
#: a line that only parts two sheets
_RULE = compiled(r"[-—─–=＝_＿*＊~～·. ]{3,}")


class _FieldSheet(NamedTuple):
    """The fields of one task, each with the number of its line; ``end``: behind its last line."""

    start: int
    end: int
    fields: list[tuple[int, Field]]

    @property
    def names_bodies(self) -> bool:
        """Whether it says who does it."""
        return any(field.role in NAMED for _, field in self.fields)


def may_hold_sheets(text: str) -> bool:
    """Whether a text may hold sheets of fields: a quick look."""
    return sum(1 for _ in islice(_NAMING.finditer(text), _SHEETS)) == _SHEETS or bool(_names_said_again(text))


def _names_said_again(text: str) -> frozenset[str]:
    """The names of fields that begin several lines of a text."""
    return _said_again(_FIELD_LINE, text)


def _said_again(line: re.Pattern[str], text: str) -> frozenset[str]:
    counts = Counter(line.findall(f"\n{text}"))
    return frozenset([name for name, count in counts.items() if count >= _SHEETS])


def find_field_sheets(lines: Sequence[Line]) -> Iterator[SeparatedBlock]:
    """The runs of sheets whose tasks are named by the same field, each as a table of pairs."""
    text = "\n".join([text for _, text in lines])
    heads = map(read_head, _said_again(_FIRST_FIELD, text))
    if not any(head is not None and head.role in _FIRST for head in heads):
        return  # most texts: the sheets of a table begin with the same field
    run: list[_FieldSheet] = []
    for sheet in _sheets(lines, _names_said_again(text)):
        if run and (sheet.fields[0][1].name != run[-1].fields[0][1].name or not _follows(lines, run[-1], sheet)):
            yield from _block(run, lines)
            run = []
        run.append(sheet)
    yield from _block(run, lines)


def _block(run: Sequence[_FieldSheet], lines: Sequence[Line]) -> Iterator[SeparatedBlock]:
    run = [*run[:-1], _without_address(run)] if len(run) >= _SHEETS else run
    if len(run) >= _SHEETS and sum(sheet.names_bodies for sheet in run) > len(run) / 2 and not _ends_with(run, lines):
        rows = tuple((number, (field.name, field.words)) for sheet in run for number, field in sheet.fields)
        yield SeparatedBlock(run[0].start, run[-1].end, rows)


def _without_address(run: Sequence[_FieldSheet]) -> _FieldSheet:
    """The last of several sheets without the line below it that says whom all is sent to: 抄送：…."""
    last = run[-1]
    name = last.fields[-1][1].name
    if last.fields[-1][1].role != _SENT_TO or any(
        name == field.name for sheet in run[:-1] for _, field in sheet.fields
    ):
        return last
    return _FieldSheet(last.start, last.end - 1, last.fields[:-1])


def _ends_with(run: Sequence[_FieldSheet], lines: Sequence[Line]) -> bool:
    """Whether the task is the last field of its sheet (责任单位：…, 任务：…), so that these begin above it."""
    above = next((text for _, text in reversed(lines[: run[0].start]) if text), "")
    fields = fields_of(above, ()) if may_be_fields(above) else []
    if not fields or not (fields[0].role in NAMED or fields[0].role == "deadline"):
        return False
    said = [{field.name for _, field in sheet.fields} for sheet in run]
    return fields[0].name in said[0] and fields[0].name not in said[-1]


def _follows(lines: Sequence[Line], before: _FieldSheet, sheet: _FieldSheet) -> bool:
    return not any(text and _RULE.fullmatch(text) is None for _, text in lines[before.end : sheet.start])


def _sheets(lines: Sequence[Line], again: Collection[str]) -> Iterator[_FieldSheet]:
    """The sheets in the lines: from a field that names a task on, or the number above it, as long as fields follow.

    None of them stands twice in a sheet. ``again`` are the names of fields that begin several lines.
    """
    sheet: _FieldSheet | None = None
    parsed = [
        (index, number, fields_of(text, again) if may_be_fields(text) else [])
        for index, (number, text) in enumerate(with_listed_bodies(lines))
        if text and _RULE.fullmatch(text) is None
    ]
    for place, (index, number, fields) in enumerate(parsed):
        following = parsed[place + 1][2] if place + 1 < len(parsed) else []
        if not following and any(not field.words for field in fields):
            fields = []  # what it says stands on the next lines
        known = [field for _, field in sheet.fields] if sheet is not None else []
        is_number_alone = bool(known) and all(field.role in _OPENING for field in known)
        if not is_number_alone and _begins_sheet(fields, following, known):
            if sheet is not None:
                yield sheet
            sheet = _FieldSheet(index, index + 1, [(number, field) for field in fields])
        elif sheet is not None and (is_number_alone or _goes_on(fields, known)):
            sheet = _FieldSheet(sheet.start, index + 1, [*sheet.fields, *((number, field) for field in fields)])
        else:
            if sheet is not None:
                yield sheet
            sheet = None
    if sheet is not None:
        yield sheet


def _begins_sheet(fields: Sequence[Field], following: Sequence[Field], before: Sequence[Field]) -> bool:
    """Whether a line of fields begins a sheet: its first names the task, or is the number of the one that follows.

    ``following`` are the fields of the next line, ``before`` those of the sheet before, which begins alike. What says
    how something is done (工作内容) names the task where whose it is follows.
    """
    if not fields:
        return False
    if fields[0].role in _OPENING and (not before or before[0].role == fields[0].role):
        named = fields[1:] if len(fields) >= _IN_LINE else following if len(fields) == 1 else ()
        return next((field.role for field in named if field.role not in _BETWEEN), "") in SAYING
    if fields[0].role == "content":
        named = fields[1:] or following[:1]
        begins_alike = not before or before[0].name == fields[0].name
        return begins_alike and any(field.role in NAMED for field in named)
    return fields[0].role == "task" and (len(fields) == 1 or any(field.role in NAMED for field in fields))


def _goes_on(fields: Sequence[Field], known: Sequence[Field]) -> bool:
    """Whether a line is one more field of a sheet, which has not stood there yet."""
    return len(fields) == 1 and fields[0].name not in {field.name for field in known}
