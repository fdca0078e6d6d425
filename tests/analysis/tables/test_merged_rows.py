"""A merged task whose bodies have a row each: all of them are its own."""

from __future__ import annotations

from raci import extract
from raci.readers.registry import read_bytes

ROWS = (
    "<tr><td>任务</td><td>牵头单位</td><td>配合单位</td></tr>"
    "<tr><td rowspan=2>巡护山林</td><td{span}>县林业局</td><td>县应急局</td></tr><tr>{cell}<td>县公安局</td></tr>"
    "<tr><td>{second}</td><td>县农业局</td><td>县财政局</td></tr>"
)


def rows(**filled: str) -> list[tuple[str, str, str]]:
    (document,) = read_bytes(f"<table>{ROWS.format(**filled)}</table>".encode(), "表.html")
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


def test_one_more_body_belongs_to_the_task_above() -> None:
    expected = [
        ("巡护山林", "县林业局", "lead"),
        ("巡护山林", "县应急局", "support"),
        ("巡护山林", "县公安局", "support"),
        ("防治虫害", "县农业局", "lead"),
        ("防治虫害", "县财政局", "support"),
    ]
    assert rows(span="", cell="<td></td>", second="防治虫害") == expected
    assert rows(span=" rowspan=2", cell="", second="防治虫害") == expected
