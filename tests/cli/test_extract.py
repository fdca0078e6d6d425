"""``raci extract``: what a person sees, in each format, from each kind of input."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from running import PLAN, SILENT, raci
from wcwidth import wcswidth

import raci as library
from raci.storage.rows import COLUMNS

BODIES = ["县水利局", "县城管局", "县林业局", "县公安局"]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "护河 方案.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def departments(jsonl: str) -> list[str]:
    return [json.loads(line)["department"] for line in jsonl.splitlines()]


def test_jsonl_holds_a_row_an_assignment(plan: Path) -> None:
    done = raci("extract", plan, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [tuple(row) for row in rows] == [COLUMNS] * 4
    assert [(row["task"], row["department"], row["role"], row["letter"]) for row in rows] == [
        ("清理河道", "县水利局", "lead", "A/R"),
        ("清理河道", "县城管局", "support", "C"),
        ("严查排污", "县林业局", "responsible", "R"),
        ("严查排污", "县公安局", "responsible", "R"),
    ]
    assert {row["source"] for row in rows} == {str(plan)}


def test_the_library_says_the_same(plan: Path) -> None:
    done = raci("extract", plan, "--format", "jsonl")
    assert departments(done.stdout) == [one.department.name for one in library.extract(plan)]


def test_csv_holds_the_same_rows(plan: Path) -> None:
    rows = [json.loads(line) for line in raci("extract", plan, "--format", "jsonl").stdout.splitlines()]
    table = list(csv.DictReader(io.StringIO(raci("extract", plan, "--format", "csv").stdout)))
    assert [list(row) for row in table] == [list(COLUMNS)] * 4
    for key in ("department", "task", "role", "letter", "quote", "profile"):
        assert [row[key] for row in table] == [row[key] for row in rows]


def test_table_lines_up_and_shows_tasks_that_name_nobody(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(PLAN + "三、巩固成果。建立常态化巡查机制。\n", encoding="utf-8")
    done = raci("extract", plan)
    lines = [line for line in done.stdout.splitlines() if line.startswith(("一", "二", "三"))]
    assert len(lines) == 5
    starts = {wcswidth(line[: line.index(word)]) for line, word in zip(lines, [*BODIES, "（未标注）"], strict=True)}
    assert len(starts) == 1, "the departments stand one under another"
    assert "牵头" in lines[0]
    assert "explicit" in done.stdout


@pytest.mark.parametrize("profile", ["rasci", "first-leads"])
def test_the_profile_is_named_and_sets_the_letters(plan: Path, profile: str) -> None:
    rows = [
        json.loads(line)
        for line in raci("extract", plan, "--format", "jsonl", "--profile", profile).stdout.splitlines()
    ]
    assert {row["profile"] for row in rows} == {profile}
    letters = [row["letter"] for row in rows]
    assert letters == {"rasci": ["A/R", "S", "R", "R"], "first-leads": ["A/R", "C", "A", "R"]}[profile]


def test_standard_input(plan: Path) -> None:
    done = raci("extract", "-", "--format", "jsonl", stdin=PLAN.encode())
    assert departments(done.stdout) == BODIES
    assert {json.loads(line)["source"] for line in done.stdout.splitlines()} == {"-"}


def test_standard_input_in_gb18030() -> None:
    assert departments(raci("extract", "-", "--format", "jsonl", stdin=PLAN.encode("gb18030")).stdout) == BODIES


def test_many_files_come_in_the_order_given(plan: Path, tmp_path: Path) -> None:
    other = tmp_path / "a.txt"
    other.write_text("一、护林。（责任单位：县林业局）\n", encoding="utf-8")
    done = raci("extract", plan, other, "--format", "jsonl")
    assert departments(done.stdout) == [*BODIES, "县林业局"]


def test_a_folder_is_all_its_documents_in_order_and_says_what_it_skips(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_text("一、护林。（责任单位：县林业局）\n", encoding="utf-8")
    (tmp_path / "a.TXT").write_text("一、护田。（责任单位：县农业局）\n", encoding="utf-8")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / ".hidden.txt").write_text("一、护山。（责任单位：县矿业局）\n", encoding="utf-8")
    done = raci("extract", tmp_path, "--format", "jsonl")
    assert departments(done.stdout) == ["县农业局", "县林业局", *BODIES]
    assert "photo.jpg" in done.stderr
    assert done.returncode == 0


def test_a_file_of_several_plans_is_so_many_documents(tmp_path: Path) -> None:
    path = tmp_path / "plans.txt"
    plans = (
        f"护河实施方案{i}\n为保护河流，制定本方案。\n一、护河。加强巡护。（责任单位：县{name}局）\n"
        "二、护岸。清理岸线。\n三、护林。植树造林。\n"
        for i, name in enumerate(("水利", "林业"), 1)
    )
    path.write_text("".join(plans), encoding="utf-8")
    rows = [json.loads(line) for line in raci("extract", path, "--format", "jsonl").stdout.splitlines()]
    assert [row["department"] for row in rows if row["department"]] == ["县水利局", "县林业局"]
    assert [row["task"] for row in rows if row["department"] is None] == ["护岸", "护林"] * 2
    assert len({row["document"] for row in rows}) == 2


def test_output_is_utf8_whatever_the_locale_says(plan: Path) -> None:
    done = raci("extract", plan, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0
    assert "县水利局" in done.stdout


def test_no_colour_codes(plan: Path) -> None:
    assert "\x1b" not in raci("extract", plan, NO_COLOR="1").stdout


def test_a_text_that_names_nobody_shows_its_tasks(tmp_path: Path) -> None:
    path = tmp_path / "silent.txt"
    path.write_text(SILENT, encoding="utf-8")
    done = raci("extract", path)
    assert done.returncode == 0
    assert "（未标注）" in done.stdout


def test_the_documents_are_a_table_beside_the_rows(plan: Path, tmp_path: Path) -> None:
    done = raci("extract", plan, "--format", "jsonl", "-o", tmp_path / "rows.jsonl", "--documents", tmp_path / "d.csv")
    assert done.returncode == 0, done.stderr
    with (tmp_path / "d.csv").open(encoding="utf-8-sig", newline="") as stream:
        (document,) = csv.DictReader(stream)
    rows = [json.loads(line) for line in (tmp_path / "rows.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["document_id"] for row in rows} == {document["document_id"]}
    assert int(document["assignments"]) == sum(row["department"] is not None for row in rows)
