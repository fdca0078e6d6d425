"""DataFrames: rows, tasks, documents, and rows read back after they were edited by hand (``raci.frames``)."""

from raci.edits.read_rows import read_rows
from raci.public import documents, rows, tasks
from raci.views.documents import DOCUMENT_COLUMNS
from raci.views.frames import RaciAccessor
from raci.views.tasks import TASK_COLUMNS

__all__ = ["DOCUMENT_COLUMNS", "TASK_COLUMNS", "RaciAccessor", "documents", "read_rows", "rows", "tasks"]
