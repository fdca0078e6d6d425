"""The files of one chunk in the store: a Parquet file a table, written beside and renamed; the last one says: done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from raci.atomic import write_file
from raci.batch.store import read_parquet
from raci.batch.tables import LAST, SUFFIX, TABLES

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["chunk_counts", "chunk_file", "read_chunk_table", "write_chunk", "write_chunk_table"]

#: zstd at this level packs about as fast as the disk writes
_LEVEL = 3


def chunk_file(folder: Path, table: str, chunk: str) -> Path:
    """Where a table of a chunk stands."""
    return folder / table / f"{chunk}{SUFFIX}"


def write_chunk(folder: Path, chunk: str, tables: dict[str, pa.Table]) -> dict[str, int]:
    """Write all tables of a chunk, ``documents`` last, and forget them; gives how many rows each had.

    Raises WriteError where that cannot be done.
    """
    import pyarrow as pa

    counts = {table: tables[table].num_rows for table in TABLES}
    for table in TABLES:
        write_chunk_table(folder, table, chunk, tables.pop(table))
    pa.default_memory_pool().release_unused()
    return counts


def write_chunk_table(folder: Path, table: str, chunk: str, found: pa.Table) -> None:
    """Write one table of a chunk: the same rows always give the same bytes. Raises WriteError."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    # one row group, as chunks are small; pandas' notes on the frame that it was are none of ours
    plain = found.combine_chunks().replace_schema_metadata(None)
    rows = max(1, plain.num_rows)
    pq.write_table(plain, sink, compression="zstd", compression_level=_LEVEL, row_group_size=rows)
    write_file(chunk_file(folder, table, chunk), memoryview(sink.getvalue()), thorough=False)


def read_chunk_table(folder: Path, table: str, chunk: str, columns: list[str] | None = None) -> pa.Table:
    """A table of a chunk. Raises ReadError where it is missing or broken."""
    return read_parquet(chunk_file(folder, table, chunk), columns)


def chunk_counts(folder: Path, chunk: str) -> dict[str, int] | None:
    """How many rows the tables of a chunk have; None where it is not there, or not whole."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    if not chunk_file(folder, LAST, chunk).exists():
        return None
    counts = {}
    for table in TABLES:
        try:
            with chunk_file(folder, table, chunk).open("rb") as file:
                counts[table] = pq.read_metadata(file).num_rows
        except (OSError, pa.ArrowException):
            return None
    return counts
