"""Documents with the same text in several chunks: one is kept, told by its source alone, whatever was done first.

A chunk is written with all of its documents. When all chunks are there, those documents whose text stands under a
source that comes first in another chunk are taken out again, and named in ``duplicates``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from raci.batch.chunk_files import read_chunk_table, write_chunk_table
from raci.batch.tables import TABLES, arrow_table

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ChunkDuplicates", "duplicate_key", "find_duplicates", "settle_tables"]

#: tables that stay as they are
_UNTOUCHED = ("failures", "inputs", "duplicates")


@dataclass(slots=True)
class ChunkDuplicates:
    """What is to be done in a chunk: ``kept`` says of each text where the one that is kept stands, ``dropped`` names
    the texts that are to be taken out; ``again``: one was taken out that is to be kept now, so all is to be read again.
    """

    kept: dict[str, str] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)
    again: bool = False
    outdated: bool = False

    @property
    def settled(self) -> bool:
        """Whether nothing is to be done."""
        return not (self.dropped or self.again or self.outdated)


def duplicate_key(row: Mapping[str, Any]) -> tuple[str, str]:  # Any: what rows hold
    """By what the rows of ``duplicates`` are sorted."""
    return row["source"], row["document_id"]


def find_duplicates(folder: Path, chunks: Sequence[str]) -> dict[str, ChunkDuplicates]:
    """Chunk → what is to be done there, of the chunks in which a text stands that is in the store several times.

    Raises ReadError where a file is missing or broken.
    """
    copies = _texts_told_twice(folder, chunks)
    by_text: dict[str, list[dict[str, Any]]] = defaultdict(list)  # Any: as rows hold
    for copy in copies:
        by_text[copy["document_id"]].append(copy)
    found: dict[str, ChunkDuplicates] = defaultdict(ChunkDuplicates)
    for text, of_text in by_text.items():
        first = min(copy["source"] for copy in of_text)
        present = {copy["source"] for copy in of_text if copy["present"]}
        for copy in of_text:
            chunk = found[chunks[copy["chunk"]]]
            chunk.kept[text] = first
            if copy["present"] and copy["source"] != first:
                chunk.dropped.add(text)
            if copy["source"] == first and first not in present:
                chunk.again = True
            chunk.outdated |= not copy["present"] and copy["kept"] != first
    return found


def _texts_told_twice(folder: Path, chunks: Sequence[str]) -> list[dict[str, Any]]:  # Any: as rows hold
    """Where the texts stand that are there several times: ``present`` in the tables, or named as a duplicate."""
    import pyarrow as pa
    import pyarrow.compute as pc

    parts = []
    for index, chunk in enumerate(chunks):
        documents = read_chunk_table(folder, "documents", chunk, ["document_id", "source"])
        named = read_chunk_table(folder, "duplicates", chunk, ["document_id", "source", "kept"])
        documents = documents.append_column("kept", pa.nulls(documents.num_rows, pa.string()))
        for table, present in ((documents, True), (named, False)):
            table = table.append_column("chunk", pa.repeat(pa.scalar(index), table.num_rows))
            table = table.append_column("present", pa.repeat(pa.scalar(present), table.num_rows))
            parts.append(table.cast(_copy_schema()))
    if not parts:
        return []
    everything = pa.concat_tables(parts)
    counted = pc.value_counts(everything["document_id"].drop_null())
    several = counted.field("values").filter(pc.greater(counted.field("counts"), 1))
    # a text that is only named as a duplicate has lost the one that was kept
    chosen = pc.or_(pc.is_in(everything["document_id"], several), pc.invert(everything["present"]))
    rows: list[dict[str, Any]] = everything.filter(chosen).to_pylist()
    return rows


def _copy_schema() -> pa.Schema:
    import pyarrow as pa

    fields = [("document_id", pa.string()), ("source", pa.string()), ("kept", pa.string())]
    return pa.schema([*fields, ("chunk", pa.int64()), ("present", pa.bool_())])


def settle_tables(folder: Path, chunk: str, dropped: Iterable[str], kept: Mapping[str, str]) -> dict[str, int]:
    """Take the texts that are ``dropped`` out of the tables of a chunk, and name them as duplicates of those kept.

    Gives how many rows each table has then. Doing it twice changes nothing. Raises WriteError.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    gone = pa.array(sorted(dropped), pa.string())
    documents = read_chunk_table(folder, "documents", chunk)
    named: dict[tuple[str, str], Mapping[str, Any]] = {}  # Any: as rows hold
    named |= {duplicate_key(row): row for row in read_chunk_table(folder, "duplicates", chunk).to_pylist()}
    for row in documents.filter(pc.is_in(documents["document_id"], gone)).to_pylist():
        named[duplicate_key(row)] = row
    rows = [{**row, "kept": kept.get(row["document_id"], row.get("kept"))} for _, row in sorted(named.items())]
    counts = {}
    for table in TABLES:
        found = read_chunk_table(folder, table, chunk)
        if table == "duplicates":
            found = arrow_table(table, rows)
        elif table not in _UNTOUCHED:
            found = found.filter(pc.invert(pc.is_in(found["document_id"], gone)))
        if table not in ("failures", "inputs"):
            write_chunk_table(folder, table, chunk, found)
        counts[table] = found.num_rows
    return counts
