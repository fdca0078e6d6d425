"""Tables of who is in a group are no tables of tasks."""

from __future__ import annotations

from pathlib import Path

import pytest
from texts import triples

from raci.pipeline import extract


def rows_of(tmp_path: Path, rows: list[tuple[str, ...]]) -> list[tuple[str, str, str]]:
    page = tmp_path / "table.html"
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page.write_text(f'<html><head><meta charset="utf-8"></head><body><table>{cells}</table></body></html>', "utf-8")
    return triples(extract(page))


@pytest.mark.parametrize(
    "rows",
    [
        [
            ("组　长", "王某", "县委书记"),
            ("副组长", "李某", "县委副书记、县长"),
            ("成　员", "陈某", "县发改局局长"),
            ("", "赵某", "县财政局局长"),
        ],
        [("职务", "单位"), ("组长", "县长"), ("副组长", "分管副县长"), ("成员", "县财政局、县园林局")],
    ],
)
def test_members_of_a_group_are_no_tasks(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    assert rows_of(tmp_path, rows) == []


def test_a_table_that_says_who_does_what_stays_one_of_tasks(tmp_path: Path) -> None:
    rows = [
        ("专班名称", "组长", "牵头单位", "成员单位"),
        ("宣传专班", "王某", "县委宣传部", "县文旅局"),
        ("建设专班", "李某", "县住建局", "县城管局"),
    ]
    assert ("宣传专班", "县委宣传部", "lead") in rows_of(tmp_path, rows)
