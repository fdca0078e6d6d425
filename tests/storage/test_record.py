"""The record of a workbook: data that is checked, whoever wrote it."""

from __future__ import annotations

import base64
import hashlib
import json
import lzma
from typing import Any

import pytest
from plans import small, wide

from raci.config.profiles import load_profile
from raci.model import WorkbookRecord
from raci.model.codec import from_plain, to_plain
from raci.storage.marks import RECORD_MARK
from raci.storage.record import digest, pack, unpack


def cells(plain: Any) -> list[str]:
    packed = lzma.compress(json.dumps(plain).encode())
    return [RECORD_MARK, hashlib.blake2b(packed, digest_size=8).hexdigest(), base64.b64encode(packed).decode()]


def record() -> WorkbookRecord:
    return WorkbookRecord(small(), load_profile("rasci"), "标题")


def test_what_is_packed_comes_out_the_same_and_fits_into_cells() -> None:
    assert unpack(pack(record())) == record()
    assert unpack(cells(to_plain(record()))) == record()
    assert all(len(cell) <= 32_000 for cell in pack(WorkbookRecord(wide(), load_profile())))


def spoilt(path: list[Any], value: object) -> Any:
    plain = to_plain(record())
    at = plain
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return plain


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["analysis", "tasks"], [999]),
        (["analysis", "tasks"], [-1]),
        (["analysis", "tasks"], [True]),
        (["analysis", "clauses", 0, "end"], 10**9),
        (["analysis", "clauses", 0, "index"], 3),
        (["analysis", "clauses", 1, "parent"], 1),
        (["analysis", "assignments", 0, "role"], "boss"),
        (["analysis", "assignments", 0, "clause", "index"], 99),
        (["analysis", "assignments", 0, "clause", "heading"], "别的"),
        (["analysis", "assignments", 0, "start"], -5),
        (["analysis", "annotations", 0, "clauses"], []),
        (["analysis", "document", "text"], None),
        (["analysis", "document", "kept"], {}),
        (["analysis", "__class__"], "os.system"),
        (["profile"], "rasci"),
    ],
)
def test_what_does_not_fit_is_refused(path: list[Any], value: object) -> None:
    with pytest.raises(ValueError, match="记录"):
        unpack(cells(spoilt(path, value)))


@pytest.mark.slow
def test_a_record_that_unpacks_without_end_is_refused() -> None:
    packed = lzma.compress(b" " * 130_000_000)
    sheet = [RECORD_MARK, hashlib.blake2b(packed, digest_size=8).hexdigest(), base64.b64encode(packed).decode()]
    with pytest.raises(ValueError, match="过大"):
        unpack(sheet)


def test_deep_nesting_is_refused() -> None:
    packed = lzma.compress(b"[" * 100_000)
    sheet = [RECORD_MARK, hashlib.blake2b(packed, digest_size=8).hexdigest(), base64.b64encode(packed).decode()]
    with pytest.raises(ValueError, match="损坏"):
        unpack(sheet)


def test_a_field_of_an_older_raci_that_is_missing_has_its_default() -> None:
    plain = to_plain(record())
    del plain["title"]
    assert unpack(cells(plain)).title == ""
    assert from_plain(WorkbookRecord, plain).analysis == record().analysis


def test_the_digest_heeds_words_alone_not_their_order() -> None:
    rows = [["甲", 1], ["乙", ""]]
    assert digest(rows) == digest([["", "乙"], [1, " 甲 "]])
    assert digest(rows) != digest([["甲", 2], ["乙", ""]])
