"""Templates: which columns a 任务分工表 has (``raci/data/templates/*.toml``, or a file of the user's)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from raci.config.files import ConfigFile, built_in_names, built_in_table, names_a_file, read_toml
from raci.errors import OptionError
from raci.model import ROLES

__all__ = ["KEYS", "Template", "TemplateColumn", "load_template"]

#: the columns that there are
KEYS: tuple[str, ...] = (
    *("order", "chapter", "number", "heading", "task", "content"),
    *ROLES,
    *("deadline", "due", "quote", "remark", "blank"),
)
_FILE = ConfigFile(
    OptionError,
    "栏目模板",
    toml_remedy=f"栏目可用：{'、'.join(KEYS)}；样子见 raci/data/templates/plan.toml",
)


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """A column: what stands in it, its heading, its share of the width.

    One that is ``optional`` is left out where it is empty throughout; cells one below the other that say the same
    become one where it is to ``merge``.
    """

    key: str
    heading: str
    width: int
    optional: bool = False
    merge: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A set of columns, in their order.

    With ``follow_source`` a plan that is a table keeps its own heads and its columns of content.
    """

    name: str
    title: str
    columns: tuple[TemplateColumn, ...]
    follow_source: bool = False

    @property
    def chapters(self) -> bool:
        """Whether the chapters stand in a column, and need no bands."""
        return any(column.key == "chapter" for column in self.columns)


def load_template(name: str | Path = "plan") -> Template:
    """The template of that name, or of the TOML file at that path, which is read anew each time.

    Raises OptionError, naming every fault, where there is none or it is not well formed.
    """
    names = built_in_names("templates")
    if str(name) in names:
        return _built_in(str(name))
    if names_a_file(name):
        return _template(read_toml(name, _FILE), str(name))
    known = "、".join(names)
    raise OptionError(f"没有名为“{name}”的栏目模板", place="--template", remedy=f"可用：{known}，或一个 .toml 文件")


@cache
def _built_in(name: str) -> Template:
    return _template(built_in_table("templates", name), name)


def _template(table: Mapping[str, object], place: str) -> Template:
    faults = [f"不认识的键 {key}" for key in table if key not in ("name", "title", "columns", "follow_source")]
    entries = table.get("columns")
    if not isinstance(entries, list) or not entries:
        faults.append("缺少 [[columns]]")
        entries = []
    columns = []
    for number, entry in enumerate(entries, start=1):
        column, column_faults = _column(entry, number)
        faults += column_faults
        if column is not None:
            columns.append(column)
    follow = table.get("follow_source", False)
    if not isinstance(follow, bool):
        faults.append("follow_source 须是 true 或 false")
    if faults:
        raise OptionError("；".join(faults), place=place, remedy=_FILE.toml_remedy)
    return Template(
        str(table.get("name", "unnamed")), str(table.get("title", "任务分工表")), tuple(columns), follow is True
    )


def _column(entry: object, number: int) -> tuple[TemplateColumn | None, list[str]]:
    """The column of an entry, and what is wrong with it."""
    if not isinstance(entry, dict):
        return None, [f"第 {number} 栏不是 [[columns]]"]
    key, heading, width = entry.get("key"), entry.get("heading"), entry.get("width", 8)
    faults = [f"第 {number} 栏有不认识的键 {name}" for name in entry if name not in TemplateColumn.__dataclass_fields__]
    if key not in KEYS:
        return None, [*faults, f"第 {number} 栏不认识 key = {key!r}"]
    if not isinstance(heading, str) or not heading:
        return None, [*faults, f"第 {number} 栏（{key}）缺少 heading"]
    if not isinstance(width, int) or not 1 <= width <= 100:
        return None, [*faults, f"第 {number} 栏（{key}）的 width 须是 1 到 100 的整数"]
    optional, merge = entry.get("optional", False), entry.get("merge", False)
    faults += [
        f"第 {number} 栏（{key}）的 {name} 须是 true 或 false"
        for name, value in (("optional", optional), ("merge", merge))
        if not isinstance(value, bool)
    ]
    return TemplateColumn(key, heading, width, optional is True, merge is True), faults
