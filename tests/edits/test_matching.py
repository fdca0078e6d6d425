"""Which row of a sheet is which, whatever a person or a program did to ids and order."""

from __future__ import annotations

import pytest

from raci.edits.matching import RowTexts, match_rows

WRITTEN = {"a": ("（一）", "布设网点"), "b": ("（二）", "公示菜单"), "c": ("（三）", "公示菜单")}


@pytest.mark.parametrize(
    ("rows", "ids"),
    [
        ([], []),
        ([RowTexts("a", WRITTEN["a"]), RowTexts("b", WRITTEN["b"]), RowTexts("c", WRITTEN["c"])], ["a", "b", "c"]),
        ([RowTexts("c", WRITTEN["c"]), RowTexts("a", WRITTEN["a"])], ["c", "a"]),
        ([RowTexts("", WRITTEN["b"]), RowTexts("", WRITTEN["a"])], ["b", "a"]),
        ([RowTexts("a", WRITTEN["b"]), RowTexts("b", WRITTEN["a"])], ["b", "a"]),
        ([RowTexts("a", ("（一）", "增设网点"))], ["a"]),
        ([RowTexts("a", WRITTEN["a"]), RowTexts("a", ("（四）", "评议满意度"))], ["a", None]),
        ([RowTexts("", ("（四）", "评议满意度"))], [None]),
    ],
    ids=["none", "as written", "moved", "ids gone", "ids mixed up", "renamed", "copied", "new"],
)
def test_rows_are_known_by_id_and_texts(rows: list[RowTexts], ids: list[str | None]) -> None:
    assert match_rows(rows, WRITTEN) == ids


def test_without_ids_other_texts_tell_a_row_whose_name_was_changed() -> None:
    partial = {"a": ("10",), "b": ("20",), "c": ("30",)}
    rows = [RowTexts("", ("（二）", "公示食谱"), ("20",)), RowTexts("", ("（九）", "别的"), ("90",))]
    assert match_rows(rows, WRITTEN, partial) == ["b", None]
