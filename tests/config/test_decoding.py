"""The encodings that Chinese office software writes."""

from __future__ import annotations

import pytest

from raci.config.decoding import decodings


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"", ["UTF-8", "GB18030"]),
        ("牵头单位".encode("utf-8-sig"), ["UTF-8"]),
        ("责任".encode("gb18030"), ["GB18030"]),
        (b"\xff\xff", []),
    ],
)
def test_the_encodings_that_fit_are_given_in_order(data: bytes, names: list[str]) -> None:
    assert [name for _, name in decodings(data)][: len(names)] == names
    assert bool(names) == any(True for _ in decodings(data))


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert next(decodings("牵头".encode("utf-8-sig"))) == ("牵头", "UTF-8")


def test_only_the_wanted_encodings_are_tried() -> None:
    assert list(decodings("责任".encode("gb18030"), ("utf-8-sig",))) == []
