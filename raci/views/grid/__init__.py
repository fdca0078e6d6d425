"""Tasks × bodies: the one value that matrix, graph, tables and drawings are all made from.

A task is a clause of a document, never a heading: two clauses with the same heading stay two tasks.
A body is what a mention means where that is known, else the name as written. A row of a table that says no more than
a clause of the same document is no task of its own (``raci.analysis.overlaps``).
"""

from raci.views.grid.collecting import grid, grid_of_rows, parse_frame, row_letters
from raci.views.grid.values import Grid, GridBody, GridEntry, GridTask, join_letters

__all__ = [
    "Grid",
    "GridBody",
    "GridEntry",
    "GridTask",
    "grid",
    "grid_of_rows",
    "join_letters",
    "parse_frame",
    "row_letters",
]
