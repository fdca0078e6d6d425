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

from raci.escaping import clean
from raci.model import Analysis, WorkbookRecord
from raci.model.codec import from_plain, to_plain
from raci.storage.marks import RECORD_MARK

__all__ = ["digest", "pack", "unpack"]

#: characters a cell; Excel takes 32,767
_CELL = 32_000
#: what is taken in at most: characters in cells, and bytes that they unpack to
_MOST, _LARGEST = 32_000_000, 128_000_000
#: so many bytes lzma may take to unpack: the dictionary of its preset 6, and some
_MEMORY = 64_000_000


def digest(rows: Iterable[Sequence[object]]) -> str:
    """What tells whether cells are the same, whatever the order of rows and columns; empty cells do not count."""
    total = 0
    for row in rows:
        cells = sorted(filter(None, (" ".join(clean(str(value)).split()) for value in row)))
        if cells:
            words = "\x1f".join(cells).encode("utf-8", "replace")
            total += int.from_bytes(hashlib.blake2b(words, digest_size=8).digest(), "big")
    return f"{total % 2**64:x}"


def pack(record: WorkbookRecord) -> list[str]:
    """The record as texts for cells: the mark, a checksum, then the parts."""
    words = json.dumps(to_plain(record), ensure_ascii=False, separators=(",", ":"))
    packed = lzma.compress(words.encode("utf-8", "surrogatepass"), preset=6)
    text = base64.b64encode(packed).decode("ascii")
    parts = [text[at : at + _CELL] for at in range(0, len(text), _CELL)]
    return [RECORD_MARK, hashlib.blake2b(packed, digest_size=8).hexdigest(), *parts]


def unpack(cells: Sequence[str]) -> WorkbookRecord:
    """The record of these texts. Raises ValueError, saying why, for what is none, or is damaged, or too large."""
    if not cells or cells[0] != RECORD_MARK:
        other_form = cells and cells[0].startswith(RECORD_MARK.rstrip("0123456789"))
        raise ValueError("另一版 raci 的记录" if other_form else "没有记录")
    text = "".join(cells[2:])
    if len(text) > _MOST:
        raise ValueError("记录过大")
    try:
        packed = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("记录已损坏") from error
    if len(cells) < 2 or hashlib.blake2b(packed, digest_size=8).hexdigest() != cells[1]:
        raise ValueError("记录已损坏")
    try:
        engine = lzma.LZMADecompressor(memlimit=_MEMORY)
        words = engine.decompress(packed, max_length=_LARGEST)
        if not engine.eof:
            raise ValueError("记录过大")
        plain = json.loads(words.decode("utf-8", "surrogatepass"))
        record = from_plain(WorkbookRecord, plain)
    except (lzma.LZMAError, EOFError, MemoryError, RecursionError, UnicodeError, json.JSONDecodeError) as error:
        raise ValueError("记录已损坏") from error
    except ValueError as error:
        raise ValueError(str(error) if str(error) == "记录过大" else "记录的样子与本版 raci 不合") from error
    if not _sound(record.analysis):
        raise ValueError("记录前后不合")
    return record


def _sound(analysis: Analysis) -> bool:
    """Whether all places point at something, and all spans lie in the text."""
    many, length = len(analysis.clauses), len(analysis.document.text)

    def within(start: int, end: int) -> bool:
        return 0 <= start <= end <= length

    def placed(index: int | None) -> bool:
        return index is None or 0 <= index < many

    return (
        all(one.index == at and (one.parent is None or 0 <= one.parent < at) for at, one in enumerate(analysis.clauses))
        and all(within(one.start, one.end) for one in analysis.clauses)
        and all(within(one.start, one.end) for one in analysis.annotations)
        and all(within(one.start, one.end) for one in analysis.assignments)
        and all(map(placed, analysis.tasks))
        and all(one.clauses and all(map(placed, one.clauses)) for one in analysis.annotations)
        and all(
            placed(one.clause.index) and one.clause == analysis.clauses[one.clause.index]
            for one in analysis.assignments
        )
        and all(placed(one.clause) for one in analysis.findings)
        and all(placed(one.clause) for one in analysis.edits)
    )
