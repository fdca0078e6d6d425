"""``raci names``: a line a name, from arguments or standard input."""

from __future__ import annotations

import json
from pathlib import Path

from running import raci

KEYS = {"name", "canonical", "id", "kind", "level", "place", "valid_from", "valid_to", "how", "candidates", "current"}


def test_a_table_for_people() -> None:
    done = raci("names", "县卫健局", "拱北海关")
    assert done.returncode == 0
    assert "县卫生健康局" in done.stdout
    assert "垂直管理机构" in done.stdout


def test_the_table_shows_plates_and_members() -> None:
    done = raci("names", "市住建局（市人防办）", "各市州", "--place", "甘肃省")
    assert "市人防办" in done.stdout.splitlines()[2].removeprefix("市住建局（市人防办）")
    assert "兰州市人民政府、嘉峪关市人民政府、金昌市人民政府 等14个" in done.stdout


def test_each_name_by_itself() -> None:
    done = raci("names", "财政厅", "省财政厅", "--each", "--format", "jsonl")
    assert [json.loads(line)["canonical"] for line in done.stdout.splitlines()] == ["财政厅", "省财政厅"]


def test_no_names_is_said() -> None:
    done = raci("names", stdin=b"")
    assert (done.returncode, done.stdout) == (0, "")
    assert "没有给出名称" in done.stderr


def test_a_row_a_name_from_standard_input_in_order() -> None:
    names = ["县卫健局", "", "按月调度", "县卫健局", "局" * 10_000, "市\u202e财政局"]
    done = raci("names", "--format", "jsonl", "-", stdin="\n".join(names).encode())
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["name"] for row in rows] == names
    assert [row["kind"] for row in rows] == ["government", "unknown", "unknown", "government", "unknown", "unknown"]
    assert all(row.keys() >= KEYS for row in rows)


def test_without_names_it_reads_standard_input() -> None:
    done = raci("names", "--format", "jsonl", stdin="县水利局\r\n".encode())
    assert [json.loads(line)["name"] for line in done.stdout.splitlines()] == ["县水利局"]


def test_place_and_date() -> None:
    done = raci("names", "省国土资源厅", "--place", "甘肃省", "--as-of", "2026", "--format", "jsonl")
    row = json.loads(done.stdout)
    assert (row["canonical"], row["current"]) == ("甘肃省国土资源厅", ["甘肃省自然资源厅"])


def test_wrong_use_is_a_line_and_exit_2(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("name,also\n市护河队,护河队\n县护河队,护河队\n,x\n", encoding="utf-8")
    for arguments, words in (
        (("--place", "月球"), ("月球",)),
        (("--as-of", "去年"), ("去年",)),
        (("--register", str(own)), ("own.csv:3", "own.csv:4")),
    ):
        done = raci("names", "县水利局", *arguments)
        assert done.returncode == 2
        (line,) = done.stderr.splitlines()
        assert all(word in line for word in words)
        assert done.stdout == ""
