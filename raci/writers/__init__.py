"""Writing: what is known of one document, as the bytes of a file; one module a format.

A format's module has ``render(job: Job) -> bytes``. A new format is such a module and a line in FORMATS.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from raci.errors import OptionError
from raci.writers.file_names import LONGEST, UniqueFileNames

if TYPE_CHECKING:
    from raci.writers.job import Job

__all__ = ["FORMATS", "Format", "render", "render_files"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the name that asks for it, the file that it becomes, its module, and what it is.

    In ``file`` stands ``{name}`` for the name that the document has as a file. Two formats with one name are
    asked for together. One that is not ``usual`` is written only where it is asked for. Where ``{each}`` stands in
    ``file`` the format is several files: its module has ``render_each(job) -> dict[str, bytes]``, by what each is of.
    """

    name: str
    file: str
    module: str
    words: str
    usual: bool = True


#: the formats, in the order in which they are written
FORMATS: tuple[Format, ...] = (
    Format("xlsx", "{name}.xlsx", "raci.writers.xlsx", "工作簿：责任矩阵、任务分工、部门任务、明细、待核、说明"),
    Format("docx", "{name}.docx", "raci.writers.docx", "任务分工表，Word 文档"),
    Format("report", "report.html", "raci.writers.report", "网页报告：可筛选，点字母看原文，不联网"),
    Format("csv", "assignments.csv", "raci.writers.csv", "明细，一行一条分工，Excel 可直接打开"),
    Format("jsonl", "assignments.jsonl", "raci.writers.jsonl", "明细，一行一个 JSON 对象"),
    Format("matrix", "matrix.csv", "raci.writers.matrix_csv", "责任矩阵"),
    Format("graphml", "graph.graphml", "raci.writers.graphml", "任务与单位的二部图"),
    Format("gexf", "graph.gexf", "raci.writers.gexf", "二部图，Gephi 用，带颜色和大小", usual=False),
    Format("gephi", "gephi-nodes.csv", "raci.writers.gephi.nodes", "二部图的节点表，Gephi 用", usual=False),
    Format("gephi", "gephi-edges.csv", "raci.writers.gephi.edges", "二部图的边表，Gephi 用", usual=False),
    Format("pajek", "graph.net", "raci.writers.pajek", "二部图，Pajek 用", usual=False),
    Format("mermaid", "graph.mmd", "raci.writers.mermaid", "二部图，Mermaid 流程图（500 条关系以内）", usual=False),
    Format("nodelink", "graph.json", "raci.writers.nodelink", "二部图，JSON（node-link）", usual=False),
    Format(
        "docx-departments",
        "各单位任务分工表/{each}.docx",
        "raci.writers.docx.departments",
        "任务分工表，一个单位一份 Word 文档",
        usual=False,
    ),
)


def render(form: Format | str, job: Job) -> bytes:
    """A document in a format, or in the first of that name. Raises OptionError where there is none."""
    if isinstance(form, Format):
        return bytes(import_module(form.module).render(job))
    single = [one for one in FORMATS if "{each}" not in one.file]
    for one in single:
        if one.name == form:
            return render(one, job)
    known = "、".join(dict.fromkeys(one.name for one in single))
    raise OptionError(f"没有名为“{form}”的输出格式", place="format", remedy=f"可用：{known}")


def render_files(form: Format, job: Job, name: str, longest: int = LONGEST) -> dict[str, bytes]:
    """The files of a format, by their names below the folder of the plan, whose name as a file is ``name``.

    ``longest``: how many characters the name of a file may have that is named after what is in it.
    """
    if "{each}" not in form.file:
        return {form.file.format(name=name): render(form, job)}
    names = UniqueFileNames(longest)
    each: dict[str, bytes] = import_module(form.module).render_each(job)
    return {form.file.format(each=names.of(title, "单位")): data for title, data in each.items()}
