"""The tables of a store: their folders, and their columns as Parquet has them.

A store is a folder::

    manifest.json              raci, rules, register, profile and options by hash; counts; what failed and why
    documents/CHUNK.parquet    a row a document; the same name in each of the other folders
    issuers/ tasks/ assignments/ memberships/ findings/
    failures/                  what could not be read, and why
    duplicates/                documents whose text is that of another one, which is kept
    inputs/                    the files that were given, with the hash of their content

CHUNK is the name of a chunk: the hash of its inputs and of all that decides the result.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from raci.storage.schema import table_schema

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["LAST", "MANIFEST", "SUFFIX", "TABLES", "arrow_schema", "arrow_table", "storable"]

#: folder of a table → its schema in ``raci/data/schemas``; in the order in which the files of a chunk are written
TABLES: Mapping[str, str] = MappingProxyType(
    {
        "issuers": "issuer",
        "tasks": "task",
        "assignments": "row",
        "memberships": "membership",
        "findings": "finding",
        "failures": "failure",
        "duplicates": "duplicate",
        "inputs": "input",
        "documents": "document",
    }
)
#: the table whose file is written last: where it stands, all files of the chunk do
LAST = "documents"
#: the file that says what the store is
MANIFEST = "manifest.json"
SUFFIX = ".parquet"


@cache
def arrow_schema(table: str) -> pa.Schema:
    """The columns of a table of the store, in the order of its schema, with their types."""
    import pyarrow as pa

    schema = table_schema(TABLES[table])
    required = set(schema["required"])
    return pa.schema(
        [
            pa.field(key, _arrow_type(column), nullable=key not in required or _may_be_missing(column))
            for key, column in schema["properties"].items()
        ]
    )


def _arrow_type(column: Mapping[str, Any]) -> pa.DataType:  # Any: a JSON schema nests without end
    import pyarrow as pa

    written = column.get("type", "string")  # of enumerations it is not said
    kinds = [written] if isinstance(written, str) else written
    if "array" in kinds:
        return pa.list_(pa.string())
    if "integer" in kinds:
        return pa.int32()
    return pa.date32() if column.get("format") == "date" else pa.string()


def _may_be_missing(column: Mapping[str, Any]) -> bool:  # Any: as above
    return None in column["enum"] if "enum" in column else "null" in column["type"]


def arrow_table(table: str, rows: Iterable[Mapping[str, object]]) -> pa.Table:
    """The rows of a table, by its schema; a key that a row lacks is null.

    A lone surrogate (a file name that is not UTF-8), which Parquet cannot hold, is written as ``storable`` has it.
    """
    import pyarrow as pa

    listed = list(rows)
    schema = arrow_schema(table)
    columns = []
    for field in schema:
        try:
            values = list(map(itemgetter(field.name), listed))
        except KeyError:
            values = [row.get(field.name) for row in listed]
        try:
            columns.append(_array(values, field.type))
        except UnicodeEncodeError:
            columns.append(_array([_encodable(value) for value in values], field.type))
    return pa.Table.from_arrays(columns, schema=schema)


def _array(values: list[object], kind: pa.DataType) -> pa.Array:
    import pyarrow as pa

    if pa.types.is_date32(kind):
        return pa.array(values, pa.string()).cast(kind)
    return pa.array(values, kind)


def _encodable(value: object) -> object:
    if isinstance(value, list):
        return [_encodable(item) for item in value]
    return storable(value) if isinstance(value, str) else value


def storable(text: str) -> str:
    """A text as the store holds it: a lone surrogate as an escape."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
