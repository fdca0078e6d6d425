"""Bodies within bodies: 省交通运输厅法规处, 厅综规处, 市公安局交警支队, 区自然资源分局, 服务窗口."""

from __future__ import annotations

import re
from collections.abc import Callable

from raci.register.body_id import BodyId
from raci.register.name_reading import NameReading
from raci.register.prefixes import read_prefix
from raci.register.register import Register

__all__ = ["OFFICE", "read_inner_office", "read_lone_office", "read_sub_unit"]

#: what a name says, read as a whole
ReadName = Callable[[str], NameReading]
#: the row of the ids of offices whose body is not named
OFFICE = "office"
_HOW = "内设机构"
#: what cannot be the parent of an office
_NO_PARENTS = ("unknown", "office", "collective")


def read_inner_office(text: str, register: Register, read_parent: ReadName) -> NameReading | None:
    """A 处, 科 or 室, alone or of a body."""
    patterns = register.patterns
    if patterns["part.office-whole"].holds(text):
        return _alone(text, "", text, register)
    match = patterns["part.office"].find(text)
    if not match or patterns["part.office-not"].holds(text):
        return _part_of_hall(text, register)
    return _office_of_body(text, match, register, read_parent) or _office_alone(text, match, register)


def read_lone_office(text: str, register: Register) -> NameReading:
    """A name that what stands beside it tells to be an office: 办公室 beside 财务科."""
    return _alone(text, "", text, register)


def _alone(text: str, parent: str, stem: str, register: Register) -> NameReading:
    """An office of a parent that is not named, at most called 厅 or 局."""
    full = f"{parent}{stem}"
    return NameReading(
        name=text,
        kind="office",
        canonical=full,
        level=register.level_of_suffix(parent),
        prefix=parent,
        stem=stem,
        body=BodyId(OFFICE, variant=full),
        how=_HOW,
    )


def _within(text: str, parent: NameReading, stem: str, kind: str, how: str) -> NameReading:
    """A part of a body."""
    return NameReading(
        name=text,
        kind=kind,
        canonical=f"{parent.canonical}{stem}",
        level=parent.level,
        prefix=parent.prefix,
        stem=f"{parent.stem}{stem}",
        body=parent.body.of_unit(stem) if parent.body else BodyId("", unit=stem),
        level_word=parent.level_word,
        place=parent.place,
        standalone=parent.standalone,
        how=how,
    )


def _office_of_body(text: str, match: re.Match[str], register: Register, read_parent: ReadName) -> NameReading | None:
    """An office of a body that is named: 省交通运输厅法规处."""
    patterns = register.patterns
    for position in range(len(text) - 3, 2, -1):
        parent_text, rest = text[:position], text[position:]
        if patterns["part.split-word"].holds(rest) or not patterns["part.parent-end"].holds(parent_text):
            continue
        parent = read_parent(parent_text)
        if parent.kind in _NO_PARENTS:
            continue
        stem = register.offices.get(rest[:-1], rest[:-1]) + match["end"]
        # 省通信管理局青溪市通信发展办公室 is a body of its own elsewhere
        sizes = range(3, len(stem))
        elsewhere = stem.endswith("办公室") and any(stem[:size] in register.places.named for size in sizes)
        return _within(text, parent, stem, parent.kind if elsewhere else "office", "单位加内设机构")
    return None


def _office_alone(text: str, match: re.Match[str], register: Register) -> NameReading | None:
    """An office whose body is not named, or only as 厅, 局: 法规处, 厅综规处."""
    patterns = register.patterns
    stem, parent = match["stem"], ""
    lead = patterns["part.parent-start"].find(stem)
    if text.endswith("办公室") and not (lead and stem == f"{lead[0]}办公"):
        return None  # 市清欠工作领导小组办公室 is no part of a body
    if lead:
        parent, stem = lead["parent"], stem[lead.end() :]
    if len(stem) > 20 or patterns["part.office-stem-not"].holds(stem):
        return None
    placed = patterns["part.level-start"].holds(stem) or read_prefix(stem[:3], register) is not None
    if not parent and placed and patterns["part.managing"].holds(stem):
        return None  # 市高速公路管理处 is a body of its own
    return _alone(text, parent, register.offices.get(stem, stem) + match["end"], register)


def _part_of_hall(text: str, register: Register) -> NameReading | None:
    """Other parts of a 厅 or 局 that is not named: 厅执法监督局, 厅研究室, 厅审批办."""
    match = register.patterns["part.of-hall"].find(text)
    if not match:
        return None
    return _alone(text, match["hall"], match["name"] + register.spelled("hall-office", match["end"]), register)


def read_sub_unit(text: str, register: Register, read_parent: ReadName) -> NameReading | None:
    """A part of a known body that has a name of its own: 市公安局交警支队, 市公积金中心宁国管理部."""
    patterns = register.patterns
    if not patterns["part.unit"].holds(text):
        return None
    for position in range(len(text) - 2, 3, -1):
        parent_text, stem = text[:position], text[position:]
        if patterns["part.split-word"].holds(stem) or not patterns["part.unit"].holds(stem):
            continue
        if not patterns["part.unit-parent-end"].holds(parent_text):
            continue
        parent = read_parent(parent_text)
        if register.kinds[parent.kind].has_units:
            return _within(text, parent, stem, parent.kind, "单位加分支机构")
    return None
