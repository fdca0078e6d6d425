"""The values that pass between the rooms of raci: frozen, typed, picklable.

Spans are half-open, in characters of ``Document.text``. The words are those of docs/architecture.md.
"""

from raci.model.analysis import Analysis, Document, SavedWorkbook, SheetContent, SheetSnapshot, WorkbookRecord
from raci.model.annotations import Annotation, Deadline, Group, Mention
from raci.model.assignments import Assignment, Department
from raci.model.clauses import Clause, label
from raci.model.coverage import Coverage, Stretch, StretchForm
from raci.model.edits import Edit, Field
from raci.model.findings import Finding
from raci.model.overlaps import Overlap, OverlapSide
from raci.model.places import Block, Cell, Place, Span
from raci.model.profiles import Alone, Profile
from raci.model.roles import BASES, ROLE_TYPES, ROLES, Basis, Origin, Role, RoleType
from raci.model.tables import CellDuty, TableColumn, TableReading, TableTask, UnreadCells

__all__ = [
    "BASES",
    "ROLES",
    "ROLE_TYPES",
    "Alone",
    "Analysis",
    "Annotation",
    "Assignment",
    "Basis",
    "Block",
    "Cell",
    "CellDuty",
    "Clause",
    "Coverage",
    "Deadline",
    "Department",
    "Document",
    "Edit",
    "Field",
    "Finding",
    "Group",
    "Mention",
    "Origin",
    "Overlap",
    "OverlapSide",
    "Place",
    "Profile",
    "Role",
    "RoleType",
    "SavedWorkbook",
    "SheetContent",
    "SheetSnapshot",
    "Span",
    "Stretch",
    "StretchForm",
    "TableColumn",
    "TableReading",
    "TableTask",
    "UnreadCells",
    "WorkbookRecord",
    "label",
]
