"""``tasks.csv``: a row a task, with its words, who has which role, its time limits, and how many are in it."""

from __future__ import annotations

import io

from raci.storage.parse_rows import flat_row
from raci.views.tasks import TASK_COLUMNS, task_rows
from raci.writers.csv import write_table
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

__all__ = ["FORMAT", "render"]


def render(job: Job) -> bytes:
    """The tasks of ``raci.frames.tasks`` in UTF-8 with a byte order mark, those that nobody is named for among them."""
    text = io.StringIO()
    write_table(TASK_COLUMNS, (flat_row(row).values() for row in task_rows(job.grid, job.analysis)), text)
    return text.getvalue().encode("utf-8-sig", "replace")


FORMAT = OutputFormat("tasks", "tasks.csv", "任务，一行一项，没有写明责任单位的也在内", 72, render=render)
