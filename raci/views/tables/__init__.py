"""The tables that people are handed, as values: what stands in them, not how it looks.

One module a table; each has a function that makes a ``Table``, which a format then lays out.
"""

from raci.views.tables.table import Column, Table

__all__ = ["Column", "Table"]
