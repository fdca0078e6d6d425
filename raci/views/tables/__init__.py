"""The tables that people are handed, as values: what stands in them, not how it looks.

One module a table; each has a function that makes a ``TableView``, which a format then lays out.
"""

from raci.views.tables.table import Column, TableView

__all__ = ["Column", "TableView"]
