"""``assignments.jsonl``: the rows, one JSON object a line."""

from __future__ import annotations

import json

from raci.storage.rows import records
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat

__all__ = ["FORMAT", "render"]


def render(job: Job) -> bytes:
    """The rows in UTF-8, in document order, their keys in the order of ``raci.storage.rows.COLUMNS``."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in records(job.of_rows, job.profile, current=True))
    return "".join(lines).encode("utf-8", "replace")


FORMAT = OutputFormat("jsonl", "assignments.jsonl", "明细，一行一个 JSON 对象", 50, render=render)
