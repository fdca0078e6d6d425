"""What a sheet says of changes that a person made."""

from __future__ import annotations

from dataclasses import replace

from plans import small

from raci.model.edits import Edit
from raci.writers.xlsx.marks import change_legend


def test_the_border_is_explained_where_something_was_changed_not_where_it_stayed_open() -> None:
    changed = Edit("明细", "B2", "edit.detail", "role", before="support", after="lead")
    unclear = Edit("RACI 矩阵", "B2", "edit.matrix", "open", why="看不懂")
    assert "人工修改" in change_legend(replace(small(), edits=(unclear, changed)))
    assert change_legend(replace(small(), edits=(unclear,))) == ""
    assert change_legend(small()) == ""
