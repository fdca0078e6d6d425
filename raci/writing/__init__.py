"""Writing: what is known of one document, as the bytes of a file; one module a format.

A format's module has ``render(job: Job) -> bytes``. A new format is such a module and a line in FORMATS.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from raci.errors import OptionError

if TYPE_CHECKING:
    from raci.writing.job import Job

__all__ = ["FORMATS", "Format", "render"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the name that asks for it, the file that it becomes, its module, and what it is.

    In ``file`` stands ``{name}`` for the name that the document has as a file.
    """

    name: str
    file: str
    module: str
    words: str


#: the formats, in the order in which they are written
FORMATS: tuple[Format, ...] = (
    Format("xlsx", "{name}.xlsx", "raci.writing.xlsx", "工作簿：责任矩阵、任务分工、部门任务、明细、待核、说明"),
    Format("csv", "assignments.csv", "raci.writing.csv", "明细，一行一条分工，Excel 可直接打开"),
    Format("jsonl", "assignments.jsonl", "raci.writing.jsonl", "明细，一行一个 JSON 对象"),
    Format("matrix", "matrix.csv", "raci.writing.matrix_csv", "责任矩阵"),
    Format("graphml", "graph.graphml", "raci.writing.graphml", "任务与单位的二部图"),
)


def render(name: str, job: Job) -> bytes:
    """A document in the format of that name. Raises OptionError where there is none."""
    for form in FORMATS:
        if form.name == name:
            return bytes(import_module(form.module).render(job))
    known = "、".join(form.name for form in FORMATS)
    raise OptionError(f"没有名为“{name}”的输出格式", place="format", remedy=f"可用：{known}")
