"""``--jobs``: several files at the same time say the same as one after the other, in the same order."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from running import raci

from raci.cli.app import COMMANDS, SHORT_HELP, cli
from raci.cli.jobs import are_worth_sharing

forked = pytest.mark.skipif(sys.platform != "linux", reason="只在 Linux 上分进程")


def plan(name: str) -> str:
    return f"青原县{name}工作方案\n\n一、整修{name}。（牵头单位：县水利局；配合单位：县财政局）\n二、管护{name}。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six files: a workbook that is none in the midst, and an empty one."""
    for number, name in enumerate(("河道", "水库", "堤防", "泵站")):
        (tmp_path / f"{2 * number}.txt").write_text(plan(name), encoding="utf-8")
    (tmp_path / "3.xlsx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "5.txt").write_bytes(b"")
    return tmp_path


@forked
@pytest.mark.parametrize("form", ["jsonl", "csv", "table"])
def test_several_at_a_time_say_the_same_in_the_same_order(folder: Path, form: str) -> None:
    files = [str(path) for path in sorted(folder.iterdir())]
    alone, shared = (raci("extract", *files, "--format", form, "--jobs", jobs) for jobs in ("1", "3"))
    assert shared.stdout == alone.stdout
    assert shared.stderr == alone.stderr
    assert alone.stdout.index("整修河道") < alone.stdout.index("整修水库") < alone.stdout.index("整修泵站")


@forked
def test_a_file_that_cannot_be_read_is_that_files_fault(folder: Path) -> None:
    done = raci("extract", folder, "--format", "jsonl", "--jobs", "2")
    assert done.returncode == 1
    assert [line.partition("：")[0] for line in done.stderr.splitlines()[:2]] == [
        str(folder / "3.xlsx"),
        str(folder / "5.txt"),
    ]
    assert done.stdout.count('"县水利局"') >= 4


@forked
def test_standard_input_and_the_table_of_documents_go_along(folder: Path) -> None:
    table = folder / "documents.csv"
    files = [folder / "0.txt", "-", folder / "2.txt"]
    done = raci(
        "extract", *files, "--format", "jsonl", "--jobs", "2", "--documents", table, stdin=plan("湖泊").encode()
    )
    assert done.returncode == 0
    titles = [line.split(",")[1] for line in table.read_text(encoding="utf-8-sig").splitlines()[1:]]
    assert titles == ["青原县河道工作方案", "青原县湖泊工作方案", "青原县水库工作方案"]


def test_none_at_a_time_is_wrong_use(folder: Path) -> None:
    done = raci("extract", folder, "--jobs", "0")
    assert done.returncode == 2
    assert "--jobs" in done.stderr


def test_few_small_files_are_not_shared_out(tmp_path: Path) -> None:
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_bytes(b"x" * 1_000)
    large.write_bytes(b"x" * 500_000)
    assert not are_worth_sharing([str(small), "-", str(tmp_path / "none.txt")])
    assert are_worth_sharing([str(small), str(large)])


def test_the_help_of_all_says_what_that_of_each_does() -> None:
    import click

    context = click.Context(cli)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        assert SHORT_HELP[name] == command.get_short_help_str(200)
