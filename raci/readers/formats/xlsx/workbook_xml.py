"""The parts of a workbook: its sheets in order, which of them are hidden, where they and the styles stand."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import NamedTuple

from raci.readers.files.packages import Package
from raci.readers.files.xml_stream import XmlReader, local_attribute

__all__ = ["SheetPart", "WorkbookParts", "find_parts"]

#: sheets of one workbook that are looked at
_MOST_SHEETS = 2_000


class SheetPart(NamedTuple):
    """A worksheet of the workbook and where it stands in the package."""

    title: str
    path: str
    is_hidden: bool


class WorkbookParts(NamedTuple):
    """What makes up a workbook. ``others`` are the names of its sheets that hold no cells (charts, macros)."""

    sheets: list[SheetPart]
    shared: str | None
    styles: str | None
    from_1904: bool
    others: list[str]


class _Relations(XmlReader):
    """Relationships by their ids: the last part of their kind, and their target; outside targets are left out."""

    def __init__(self, folder: str) -> None:
        self.targets: dict[str, tuple[str, str]] = {}
        self._folder = folder

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "").replace("\\", "/")
            path = target[1:] if target[:1] == "/" else posixpath.normpath(posixpath.join(self._folder, target))
            self.targets[attributes.get("Id", "")] = attributes.get("Type", "").rpartition("/")[2], path

    def of_kind(self, kind: str) -> str | None:
        return next((path for its_kind, path in self.targets.values() if its_kind == kind), None)


class _Workbook(XmlReader):
    """The sheets that the workbook lists: name, id of the relationship, state; and from when it counts days."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet" and len(self.sheets) < _MOST_SHEETS:
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            self.sheets.append((attributes.get("name", ""), relation, attributes.get("state", "visible")))
        elif name == "workbookPr":
            self.from_1904 = (local_attribute(attributes, "date1904") or "0").lower() in ("1", "true", "on")


def find_parts(package: Package) -> WorkbookParts:
    """The parts of a workbook, by its relationships; where those are missing, by the usual names.

    Raises ReadError where there is no workbook, or no sheet in it.
    """
    root = _Relations("")
    if "_rels/.rels" in package:
        package.stream("_rels/.rels", root)
    main = root.of_kind("officeDocument") or ""
    main = main if main in package else "xl/workbook.xml"
    workbook, relations = _Workbook(), _Relations(posixpath.dirname(main))
    package.stream(main, workbook)
    path = posixpath.join(posixpath.dirname(main), "_rels", posixpath.basename(main) + ".rels")
    if path in package:
        package.stream(path, relations)
    sheets, others = [], []
    for number, (title, relation, state) in enumerate(workbook.sheets, start=1):
        kind, target = relations.targets.get(relation, ("worksheet", f"xl/worksheets/sheet{number}.xml"))
        if kind == "worksheet" and target in package:
            sheets.append(SheetPart(title, target, state != "visible"))
        else:
            others.append(title)
    if not sheets:
        raise package.broken("没有工作表")
    shared, styles = relations.of_kind("sharedStrings"), relations.of_kind("styles")
    return WorkbookParts(
        sheets, _present(package, shared, "sharedStrings"), _present(package, styles, "styles"),
        workbook.from_1904, others,
    )  # fmt: skip


def _present(package: Package, path: str | None, usual: str) -> str | None:
    """A part where it is in the package: where its relationship says, or by its usual name."""
    return next((known for known in (path, f"xl/{usual}.xml") if known and known in package), None)
