"""``raci build``: all outputs, where they go, and what is said when they cannot."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from running import PLAN, raci

import raci as library


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.mark.slow
def test_a_plan_becomes_a_folder_that_is_named_on_standard_output(plan: Path, tmp_path: Path) -> None:
    done = raci("build", plan, "-o", "made", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    folder = tmp_path / done.stdout.strip()
    assert folder.parent == tmp_path / "made"
    record = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    assert set(record["files"]) | {"run.json"} == {path.name for path in folder.iterdir()}
    assert {".xlsx", ".csv", ".jsonl", ".graphml", ".svg"} <= {path.suffix for path in folder.iterdir()}


@pytest.mark.slow
def test_the_rows_are_those_of_extract(plan: Path, tmp_path: Path) -> None:
    folder = tmp_path / raci("build", plan, "--only", "jsonl", cwd=tmp_path).stdout.strip()
    printed = raci("extract", plan, "--format", "jsonl").stdout
    assert (folder / "assignments.jsonl").read_text(encoding="utf-8") == printed


def test_the_library_writes_the_same_files(plan: Path, tmp_path: Path) -> None:
    folder = tmp_path / raci("build", plan, "--only", "csv,jsonl,matrix", cwd=tmp_path).stdout.strip()
    (built,) = library.build([plan], tmp_path / "library", only=("csv", "jsonl", "matrix"))
    assert built.folder is not None
    assert [path.name for path in sorted(built.folder.iterdir())] == [path.name for path in sorted(folder.iterdir())]
    for name in ("assignments.csv", "assignments.jsonl", "matrix.csv"):
        assert (folder / name).read_bytes() == (built.folder / name).read_bytes()


def test_only_takes_what_is_asked_for(plan: Path, tmp_path: Path) -> None:
    folder = tmp_path / raci("build", plan, "--only", "matrix，csv", cwd=tmp_path).stdout.strip()
    assert {path.name for path in folder.iterdir()} == {"matrix.csv", "assignments.csv", "run.json"}


def test_an_unknown_output_is_named_with_those_that_there_are(plan: Path, tmp_path: Path) -> None:
    done = raci("build", plan, "--only", "docm", cwd=tmp_path)
    assert done.returncode == 2
    assert "docm" in done.stderr
    assert "xlsx" in done.stderr
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("where", ["taken", "taken/below", "/proc/raci", "/dev/null/x"])
def test_an_output_folder_that_cannot_be_written_is_one_line(plan: Path, tmp_path: Path, where: str) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    done = raci("build", plan, "-o", where, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert where in done.stderr
    assert "-o" in done.stderr, "the remedy"
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "a file"


def test_the_others_are_built_when_one_fails(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = raci("build", "empty.txt", "missing.txt", plan, "--only", "csv", cwd=tmp_path)
    assert done.returncode == 1
    assert [line.split("：")[0] for line in done.stderr.splitlines()] == ["empty.txt", "missing.txt", "完成"]
    assert (tmp_path / done.stdout.strip() / "assignments.csv").is_file()


def test_the_end_says_what_was_written_and_how_much_there_is_to_check(plan: Path, tmp_path: Path) -> None:
    done = raci("build", plan, "--only", "csv", cwd=tmp_path)
    record = json.loads((tmp_path / done.stdout.strip() / "run.json").read_text(encoding="utf-8"))
    assert done.stderr.startswith("完成：1 个方案，2 个文件；")
    checks = record["counts"]["review"]
    assert (f"待核 {checks} 项" if checks else "没有待核事项") in done.stderr


@pytest.mark.slow
def test_a_department_a_title_and_a_day(plan: Path, tmp_path: Path) -> None:
    name = json.loads(raci("extract", plan, "--format", "jsonl").stdout.splitlines()[0])["department"]
    done = raci(
        "build", plan, "--only", "docx", "--department", name, "--title", "新题", "--today", "2025-01-02", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "output" / f"新题（{name}）" / f"新题（{name}）.docx").is_file()
    assert raci("build", plan, "--today", "明天", cwd=tmp_path).returncode == 2
    missing = raci("build", plan, "--department", "月球局", cwd=tmp_path)
    assert missing.returncode == 2
    assert "月球局" in missing.stderr and name in missing.stderr


def test_standard_input(tmp_path: Path) -> None:
    done = raci("build", "-", "--only", "csv", stdin=PLAN.encode("gb18030"), cwd=tmp_path)
    assert done.returncode == 0
    record = json.loads((tmp_path / done.stdout.strip() / "run.json").read_text(encoding="utf-8"))
    assert record["document"]["source"] == "-"
    assert record["document"]["encoding"].upper().startswith("GB")


def test_two_plans_of_one_title_get_two_folders(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "again.txt").write_text(PLAN, encoding="utf-8")
    done = raci("build", plan, "again.txt", "--only", "csv", cwd=tmp_path)
    folders = done.stdout.splitlines()
    assert len(set(folders)) == 2
    assert all((tmp_path / folder / "assignments.csv").is_file() for folder in folders)


def test_a_day_that_is_none_is_told_how_to_write(plan: Path, tmp_path: Path) -> None:
    done = raci("build", plan, "--today", "2025", cwd=tmp_path)
    assert done.returncode == 2
    assert "年-月-日" in done.stderr and "match" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="没有伪终端")
def test_on_a_terminal_there_is_a_bar_and_the_folders_are_named_when_it_is_gone(plan: Path, tmp_path: Path) -> None:
    import pty

    (tmp_path / "other.txt").write_text(PLAN, encoding="utf-8")
    shown = bytearray()

    def keep(handle: int) -> bytes:
        data = os.read(handle, 1024)
        shown.extend(data)
        return data

    command = [sys.executable, "-m", "raci", "build", str(plan), str(tmp_path / "other.txt"), "--only", "csv"]
    assert pty.spawn([*command, "-o", str(tmp_path / "made")], keep) == 0
    lines = shown.decode("utf-8", "replace").replace("\r", "\n").split("\n")
    bars = [at for at, line in enumerate(lines) if "2/2" in line]
    folders = [at for at, line in enumerate(lines) if str(tmp_path / "made") in line]
    assert bars and len(folders) == 2
    assert bars[-1] < folders[0]


@pytest.mark.slow
def test_a_department_or_chapter_that_is_not_there_is_one_line_with_those_that_are(plan: Path, tmp_path: Path) -> None:
    for option, wrong in (("--department", "县没有局"), ("--chapter", "没有这章")):
        done = raci("build", plan, "-o", "made", option, wrong, cwd=tmp_path)
        assert done.returncode == 2
        (line,) = done.stderr.splitlines()
        assert wrong in line and f"{option} 可用：" in line
        assert list((tmp_path / "made").iterdir()) == []
