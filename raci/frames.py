"""DataFrames: rows, tasks, and rows read back after they were edited by hand (``raci.frames`` in a program)."""

from raci.edits.read_rows import read_rows
from raci.views.frames import TASK_COLUMNS, RaciAccessor, rows, tasks

__all__ = ["TASK_COLUMNS", "RaciAccessor", "read_rows", "rows", "tasks"]
