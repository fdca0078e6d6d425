"""The reader of the rows that raci writes, as JSON lines (.jsonl)."""

from __future__ import annotations

from raci.errors import ReadError
from raci.model import Document
from raci.readers.files.encoding import decode
from raci.readers.tables.own_rows import are_own_rows, own_documents
from raci.storage.row_files import parse_json_lines

__all__ = ["read"]


def read(data: bytes, name: str) -> list[Document]:
    """The documents of the rows.

    Raises ReadError where a line is not such a row.
    """
    text, _ = decode(data, name)
    rows = []
    for line in parse_json_lines(text):
        if line.row is None or not are_own_rows(list(line.row)):
            what = f"第{line.number}行不是 raci 的明细"
            raise ReadError(what, place=name, remedy="请给出 raci 写出的 assignments.jsonl，或原文件")
        rows.append(line.row)
    return own_documents(rows, name, "jsonl")
