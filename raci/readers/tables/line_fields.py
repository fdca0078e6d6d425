"""The fields of a line: 任务：…；牵头单位：…；完成时限：…."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from raci.model.pattern_codes import compiled
from raci.readers.tables.cell_pieces import Line
from raci.readers.tables.paragraph_starts import has_colon
from raci.rules.bodies import like_bodies
from raci.rules.bullets import MARKS
from raci.rules.columns import NAMED, SAYING, read_head

__all__ = ["BULLETS", "NAME", "Field", "fields_of", "may_be_fields", "with_listed_bodies"]

#: a field: its name, what it says
NAME = r"[\u4e00-\u9fff（）()](?:[ \u3000]?[\u4e00-\u9fff（）()]){1,11}"
_FIELD = compiled(
    rf"(?:^|(?<=[；;。，,\s\u3000|｜】〕］\]]))"
    rf"(?:({NAME})[ \u3000]*[:：\t→]|[【〔［\[]({NAME})[】〕］\]][ \u3000]*[:：]?)"
)
#: what may stand before the name of a field
BULLETS = f"{MARKS}·•・*–- \u3000"
_EDGE = " \t\u3000；;，,|｜"
#: a body that has a line of its own is no longer
_LONGEST_NAME = 16


class Field(NamedTuple):
    """A field: its name, its role as a column has it, and its words."""

    name: str
    role: str
    words: str


def with_listed_bodies(lines: Sequence[Line]) -> list[Line]:
    """The lines, the bodies of one field in its own line, though each had one: 责任单位：总务处 ⏎ 法规科."""
    whole: list[Line] = []
    open_at = -1
    for place, (number, text) in enumerate(lines):
        if open_at >= 0 and 0 < len(text) <= _LONGEST_NAME and not has_colon(text) and like_bodies(text)[1] == 0:
            whole[open_at] = (whole[open_at][0], f"{whole[open_at][1]}、{text}")
            whole.append((number, ""))
            continue
        field = _FIELD.match(text.lstrip(BULLETS)) if has_colon(text) else None
        head = read_head(field[1] or field[2]) if field is not None else None
        open_at = place if head is not None and head.role in NAMED and text[-1] not in ":：" else -1
        whole.append((number, text))
    return whole


def may_be_fields(text: str) -> bool:
    """Whether fields may stand in a line: a quick look."""
    return has_colon(text) or text.count("\t") == 1 or "→" in text or text.startswith(("【", "〔", "［", "["))


def fields_of(text: str, again: Collection[str]) -> list[Field]:
    """The fields of a line that holds nothing else but a sign before them; empty where it does.

    A line by itself may say nothing behind its name, or have a name that no rule knows but that is said ``again``.
    """
    text = text.lstrip(BULLETS)
    first = _FIELD.match(text)
    if first is None:
        return []
    name = first[1] or first[2]
    if read_head(name) is None:
        words = text[first.end() :].strip(_EDGE)
        return [Field(name, "", words)] if name in again and words else []
    names = [_named(match) for match in _FIELD.finditer(text)]
    known = [(start, end, name, head) for start, end, name in names if (head := read_head(name)) is not None]
    stops = [*(start for start, *_ in known[1:]), len(text)]
    fields = []
    for (_, end, name, head), stop in zip(known, stops, strict=True):
        words = text[end:stop].strip(_EDGE)
        if head.role not in SAYING:
            words = words.removesuffix("。")
        if words or len(known) == 1:
            fields.append(Field(name, head.role, words))
    return fields if fields and (len(fields) > 1 or len(known) == 1) else []


def _named(field: re.Match[str]) -> tuple[int, int, str]:
    """Where a field begins, where its words do, and its name: of words before it (开展培训 责任科室：) the last."""
    name = field[1] or field[2]
    before, _, last = name.rpartition(" ")
    if field[1] and before and (read_head(name) is None or like_bodies(before)[1] == 0):
        name = last
    return field.end(1) - len(name) if field[1] else field.start(), field.end(), name
