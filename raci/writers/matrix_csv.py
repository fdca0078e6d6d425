"""``matrix.csv``: the responsibility matrix."""

from __future__ import annotations

import io

from raci.views.matrix import INDEX, cell_letters
from raci.writers.csv import write_table
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

__all__ = ["FORMAT", "render"]


def render(job: Job) -> bytes:
    """The matrix of ``raci.matrix`` with the levels of its index as columns, in UTF-8 with a byte order mark."""
    table = job.grid
    letters, columns = cell_letters(table), table.columns()
    text = io.StringIO()
    write_table(
        (*INDEX, *(table.bodies[column].label for column in columns)),
        (
            (
                task.document,
                task.chapter,
                task.number,
                task.heading,
                *(letters.get((row, column), "") for column in columns),
            )
            for row, task in enumerate(table.tasks)
        ),
        text,
    )
    return text.getvalue().encode("utf-8-sig", "replace")


FORMAT = OutputFormat("matrix", "matrix.csv", "责任矩阵", 60, render=render)
