"""Which columns a 任务分工表 has: ``raci/data/templates/*.toml``, or a file of the user's."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from raci.errors import OptionError
from raci.model import ROLES

__all__ = ["KEYS", "Field", "Template", "load_template"]

#: the columns that there are
KEYS: tuple[str, ...] = (
    *("order", "chapter", "number", "heading", "task", "content"),
    *ROLES,
    *("deadline", "due", "quote", "remark", "blank"),
)


@dataclass(frozen=True, slots=True)
class Field:
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
    """A set of columns, in their order."""

    name: str
    title: str
    columns: tuple[Field, ...]

    @property
    def chapters(self) -> bool:
        """Whether the chapters stand in a column, and need no bands."""
        return any(one.key == "chapter" for one in self.columns)


@cache
def load_template(name: str | Path = "plan") -> Template:
    """The template of that name, or of the TOML file at that path.

    Raises OptionError, naming every fault, where there is none or it is not well formed.
    """
    folder = files("raci") / "data" / "templates"
    known = sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    if str(name) in known:
        raw = (folder / f"{name}.toml").read_text(encoding="utf-8")
    elif Path(name).suffix == ".toml" or Path(name).is_file():
        try:
            raw = Path(name).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise OptionError("读不出栏目模板", place=name, remedy="请给出存在的 UTF-8 编码 TOML 文件") from error
    else:
        raise OptionError(
            f"没有名为“{name}”的栏目模板", place="--template", remedy=f"可用：{'、'.join(known)}，或一个 .toml 文件"
        )
    try:
        return _parse(tomllib.loads(raw))
    except (tomllib.TOMLDecodeError, ValueError) as error:
        raise OptionError(
            str(error), place=name, remedy=f"栏目可用：{'、'.join(KEYS)}；样子见 raci/data/templates/plan.toml"
        ) from error


def _parse(table: dict[str, Any]) -> Template:
    faults = [f"不认识的键 {key}" for key in table if key not in ("name", "title", "columns")]
    columns = []
    entries = table.get("columns")
    if not isinstance(entries, list) or not entries:
        faults.append("缺少 [[columns]]")
        entries = []
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict):
            faults.append(f"第 {number} 栏不是 [[columns]]")
            continue
        key, heading, width = entry.get("key"), entry.get("heading"), entry.get("width", 8)
        faults += [f"第 {number} 栏有不认识的键 {one}" for one in entry if one not in Field.__dataclass_fields__]
        if key not in KEYS:
            faults.append(f"第 {number} 栏不认识 key = {key!r}")
        elif not isinstance(heading, str) or not heading:
            faults.append(f"第 {number} 栏（{key}）缺少 heading")
        elif not isinstance(width, int) or not 1 <= width <= 100:
            faults.append(f"第 {number} 栏（{key}）的 width 须是 1 到 100 的整数")
        else:
            optional, merge = entry.get("optional", False), entry.get("merge", False)
            faults += [
                f"第 {number} 栏（{key}）的 {name} 须是 true 或 false"
                for name, value in (("optional", optional), ("merge", merge))
                if not isinstance(value, bool)
            ]
            columns.append(Field(key, heading, width, optional is True, merge is True))
    if faults:
        raise ValueError("；".join(faults))
    return Template(str(table.get("name", "unnamed")), str(table.get("title", "任务分工表")), tuple(columns))
