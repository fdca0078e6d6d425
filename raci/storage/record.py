"""The record that a workbook carries: what it was made from, so that it reads back whole.

The record is JSON (``raci.model.codec``), compressed, in base64, in the cells of a sheet that is out of sight. It is
data and stays data: what is too large, damaged or of a form that is not known here is refused.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import lzma
from collections.abc import Iterable, Sequence
from typing import TypeVar

from raci.escaping import clean
from raci.model import Analysis, WorkbookRecord
from raci.model.codec import from_plain, to_plain
from raci.storage.marks import RECORD_MARK

__all__ = ["digest", "pack", "unpack", "unpack_as"]

Record = TypeVar("Record")

#: characters that are put into a cell; Excel takes 32,767
_CELL_LENGTH = 32_000
#: what is read at most: characters in cells, and bytes that they unpack to
_MOST_CHARACTERS, _MOST_BYTES = 32_000_000, 128_000_000
#: a record of so many bytes is packed the quick way: a fifth larger, in an eighth of the time
_LARGE = 500_000
#: bytes that lzma may take to unpack: its preset 6 has a dictionary of 8 MiB, the rest is a margin
_MEMORY = 64_000_000


def digest(rows: Iterable[Sequence[object]]) -> str:
    """What tells whether cells are the same, whatever the order of rows and columns; empty cells do not count."""
    total = 0
    for row in rows:
        cells = sorted(filter(None, (" ".join(clean(str(value)).split()) for value in row)))
        if cells:
            text = "\x1f".join(cells).encode("utf-8", "replace")
            total += int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big")
    return f"{total % 2**64:x}"


def pack(record: object, mark: str = RECORD_MARK) -> list[str]:
    """The record as texts for cells: the mark, a checksum, then the parts."""
    text = json.dumps(to_plain(record), ensure_ascii=False, separators=(",", ":"))
    data = text.encode("utf-8", "surrogatepass")
    packed = lzma.compress(data, preset=6 if len(data) < _LARGE else 2)
    encoded = base64.b64encode(packed).decode("ascii")
    parts = [encoded[start : start + _CELL_LENGTH] for start in range(0, len(encoded), _CELL_LENGTH)]
    return [mark, _checksum(packed), *parts]


def unpack(cells: Sequence[str]) -> WorkbookRecord:
    """The record of these texts. Raises ValueError, saying why, for what is none, or is damaged, or too large."""
    record = unpack_as(WorkbookRecord, cells, RECORD_MARK)
    if not _is_consistent(record.analysis):
        raise ValueError("记录前后不合")
    return record


def unpack_as(kind: type[Record], cells: Sequence[str], mark: str) -> Record:
    """The record of that kind under that mark. Raises ValueError, saying why, as ``unpack`` does."""
    if not cells or cells[0] != mark:
        other_form = cells and cells[0].startswith(mark.rstrip("0123456789"))
        raise ValueError("另一版 raci 的记录" if other_form else "没有记录")
    encoded = "".join(cells[2:])
    if len(encoded) > _MOST_CHARACTERS:
        raise ValueError("记录过大")
    try:
        packed = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("记录已损坏") from error
    if len(cells) < 2 or _checksum(packed) != cells[1]:
        raise ValueError("记录已损坏")
    try:
        return from_plain(kind, json.loads(_decompress(packed).decode("utf-8", "surrogatepass")))
    except (lzma.LZMAError, EOFError, MemoryError, RecursionError, UnicodeError, json.JSONDecodeError) as error:
        raise ValueError("记录已损坏") from error
    except ValueError as error:
        raise ValueError(str(error) if str(error) == "记录过大" else "记录的样子与本版 raci 不合") from error


def _checksum(packed: bytes) -> str:
    return hashlib.blake2b(packed, digest_size=8).hexdigest()


def _decompress(packed: bytes) -> bytes:
    decompressor = lzma.LZMADecompressor(memlimit=_MEMORY)
    text = decompressor.decompress(packed, max_length=_MOST_BYTES)
    if not decompressor.eof:
        raise ValueError("记录过大")
    return text


def _is_consistent(analysis: Analysis) -> bool:
    """Whether all indexes point at something, and all spans lie in the text."""
    clauses, length = analysis.clauses, len(analysis.document.text)

    def in_text(start: int, end: int) -> bool:
        return 0 <= start <= end <= length

    def known(index: int | None) -> bool:
        return index is None or 0 <= index < len(clauses)

    return (
        all(
            clause.index == index and (clause.parent is None or 0 <= clause.parent < index)
            for index, clause in enumerate(clauses)
        )
        and all(in_text(clause.start, clause.end) for clause in clauses)
        and all(in_text(annotation.start, annotation.end) for annotation in analysis.annotations)
        and all(in_text(assignment.start, assignment.end) for assignment in analysis.assignments)
        and all(map(known, analysis.tasks))
        and all(annotation.clauses and all(map(known, annotation.clauses)) for annotation in analysis.annotations)
        and all(
            known(assignment.clause.index) and assignment.clause == clauses[assignment.clause.index]
            for assignment in analysis.assignments
        )
        and all(known(finding.clause) for finding in analysis.findings)
        and all(known(edit.clause) for edit in analysis.edits)
    )
