"""The tables of one chunk while its documents come in: packed piece by piece, as rows of Python take much memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from raci.batch.tables import TABLES, arrow_schema, arrow_table

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ChunkTables", "Rows"]

#: table → its rows
Rows = Mapping[str, Iterable[Mapping[str, Any]]]  # Any: what rows hold

#: so many rows are packed at a time
_PACKED = 1_000


class ChunkTables:
    """Collects the rows of a chunk, document after document."""

    def __init__(self) -> None:
        self._waiting: dict[str, list[Mapping[str, Any]]] = {table: [] for table in TABLES}  # Any: as above
        self._packed: dict[str, list[pa.Table]] = {table: [] for table in TABLES}
        self._dropped: list[tuple[str, str]] = []

    def add(self, rows: Rows) -> None:
        """The rows of a document, or others."""
        for table, of_table in rows.items():
            self._waiting[table].extend(of_table)
            if len(self._waiting[table]) >= _PACKED:
                self._pack(table)

    def drop(self, document_id: str, source: str) -> None:
        """Take a document out again."""
        self._dropped.append((document_id, source))

    def tables(self) -> dict[str, pa.Table]:
        """All tables with their rows, those without any too."""
        import pyarrow as pa

        found = {}
        for table in TABLES:
            self._pack(table)
            whole = pa.concat_tables(self._packed.pop(table) or [arrow_schema(table).empty_table()])
            found[table] = self._without_dropped(whole)
        return found

    def _pack(self, table: str) -> None:
        if rows := self._waiting[table]:
            self._packed[table].append(arrow_table(table, rows))
            self._waiting[table] = []

    def _without_dropped(self, found: pa.Table) -> pa.Table:
        import pyarrow.compute as pc

        for document_id, source in self._dropped if "document_id" in found.column_names else ():
            same = pc.and_(pc.equal(found["document_id"], document_id), pc.equal(found["source"], source))
            found = found.filter(pc.invert(pc.fill_null(same, False)))
        return found
