"""Changes as JSON, a line each, by the schema ``diff``."""

from __future__ import annotations

from json import JSONEncoder

from raci.comparison.rows import diff_rows
from raci.writers.versions.diff_format import DiffFormat, DiffJob

__all__ = ["FORMAT", "render"]


def render(job: DiffJob) -> bytes:
    """The lines in UTF-8."""
    encode = JSONEncoder(ensure_ascii=False).encode
    lines = (f"{encode(row)}\n" for row in diff_rows(job.comparison, all_pairs=job.all_pairs))
    return "".join(lines).encode("utf-8", "backslashreplace")


FORMAT = DiffFormat("jsonl", "每处变化一行 JSON", 20, render, text=True)
