"""Several versions as one table: a row a task, a column a version, what changed towards each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from json import JSONEncoder
from types import MappingProxyType

from raci.comparison.rows import diff_rows
from raci.comparison.series import SeriesRow
from raci.comparison.table import told
from raci.model.notebook import short
from raci.writers.versions.diff_format import SeriesJob
from raci.writers.versions.lineage_docx import render as _docx
from raci.writers.versions.lineage_html import render as _html
from raci.writers.versions.lineage_xlsx import render as _xlsx

__all__ = ["SERIES_FORMATS"]


def _txt(job: SeriesJob) -> bytes:
    from tabulate import tabulate

    sides = job.series.sides
    rows = [
        [short(task.label, 30) if task else "" for task in row.tasks]
        + ["\n".join(_told_of_versions(row, all_pairs=job.all_pairs))]
        for row in job.series.rows
        if job.all_pairs or row.differs
    ]
    heads = [short(side.name, 30) for side in sides] + ["变化"]
    widths = [30] * len(sides) + [50]
    table = tabulate(rows, heads, tablefmt="grid", disable_numparse=True, maxcolwidths=widths) if rows else "没有差异"
    return f"{table}\n".encode("utf-8", "backslashreplace")


def _told_of_versions(row: SeriesRow, *, all_pairs: bool) -> Iterator[str]:
    """What changed, a line a change, each with the version that has it: 第2稿, 第3稿 …"""
    for number, changes in enumerate(row.changes, 1):
        for change in changes:
            if all_pairs or not change.type.quiet:
                yield f"第{number}稿 {told(change)}"


def _jsonl(job: SeriesJob) -> bytes:
    encode = JSONEncoder(ensure_ascii=False).encode
    compared = job.series.comparisons
    rows = (row for comparison in compared for row in diff_rows(comparison, all_pairs=job.all_pairs))
    return "".join(f"{encode(row)}\n" for row in rows).encode("utf-8", "backslashreplace")


#: name of a format → what renders several versions in it
SERIES_FORMATS: Mapping[str, Callable[[SeriesJob], bytes]] = MappingProxyType(
    {"txt": _txt, "jsonl": _jsonl, "xlsx": _xlsx, "docx": _docx, "html": _html}
)
