"""Files of rows: from text to columns and rows."""

from __future__ import annotations

import csv

import pytest

from raci.storage.row_files import JsonLine, csv_columns, parse_csv, parse_json_lines


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        ("", (), []),
        ("a,b\n", ("a", "b"), []),
        ("a , b\r\n1,2\r\n\r\n", ("a", "b"), [{"a": "1", "b": "2"}]),
        ('a,b\n"1\n2",3\n', ("a", "b"), [{"a": "1\n2", "b": "3"}]),
        ("a,b\n1\n", ("a", "b"), [{"a": "1"}]),
        (",,\na,b\n", ("", "", ""), [{"": "b"}]),
    ],
)
def test_a_csv_text_is_columns_and_rows(text: str, columns: tuple[str, ...], rows: list[dict[str, str]]) -> None:
    table = parse_csv(text)
    assert (table.columns, list(table.rows)) == (columns, rows)
    assert csv_columns(text) == columns
    assert table.long_line == 0


def test_a_line_with_more_cells_than_columns_is_counted() -> None:
    assert parse_csv("a;b\n1;2\n1;2;3\n1;2;3\n", ";").long_line == 3


def test_a_cell_beyond_all_measure_is_an_error() -> None:
    with pytest.raises(csv.Error):
        parse_csv("a\n" + "长" * (csv.field_size_limit() + 1))


def test_lines_of_json() -> None:
    lines = list(parse_json_lines('\ufeff{"a": 1}\n\n  \n{"a"\n[1]\n'))
    assert lines[0] == JsonLine(1, {"a": 1})
    assert [(line.number, line.row, bool(line.fault)) for line in lines[1:]] == [(4, None, True), (5, None, True)]
