"""``raci corpus``: what it says, where it says it, and its exit codes."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from corpora import write_plans
from running import raci as command

from raci import open_store
from raci.batch import extra
from raci.cli.app import run

pytest.importorskip("pyarrow")
pytest.importorskip("distributed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_plans(tmp_path / "语料", range(6))


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    out, err = capsys.readouterr()
    assert out == "", "data goes to standard output, and there is none"
    return err.splitlines()


def test_it_says_what_is_in_the_store(folder: Path, scheduler: str, capsys: pytest.CaptureFixture[str]) -> None:
    store = folder.parent / "库"
    assert run(["corpus", str(folder), "-o", str(store), "--scheduler", scheduler]) == 0
    assert said(capsys) == [f"{store}：6 份文件，18 项任务，24 行明细，6 处待核"]
    assert open_store(store).counts["documents"] == 6


def test_failures_and_duplicates_are_said_and_make_the_exit_code(
    folder: Path, scheduler: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "坏.docx").write_bytes(b"PK\x03\x04")
    (folder / "同.txt").write_bytes((folder / "方案001.txt").read_bytes())
    (folder / "图.xyz").write_bytes(b"x")
    store = folder.parent / "库"
    assert run(["corpus", str(folder), "-o", str(store), "--scheduler", scheduler]) == 1
    lines = said(capsys)
    assert lines[1:3] == ["1 份与别的全文相同，只留一份（见 duplicates）", "跳过 1 个不是可读格式的文件"]
    assert lines[3].startswith("1 个没有读出（见 failures）：不是完整的") and "坏.docx" in lines[3]
    assert run(["corpus", str(folder / "坏.docx"), "-o", f"{store}二", "--scheduler", scheduler]) == 2


def test_standard_input_lists_paths(
    folder: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = "\n".join(map(str, sorted(folder.iterdir())[:2]))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(listed.encode())))
    assert run(["corpus", "-", "-o", str(folder.parent / "库"), "--scheduler", scheduler]) == 0
    assert "2 份文件" in said(capsys)[0]


def test_options_are_those_of_the_other_commands(
    folder: Path, scheduler: str, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(folder.parent / "库")
    options = ["--profile", "rasci", "--as-of", "2026", "--basis", "annotation", "--apart", "--chunk", "3"]
    assert run(["corpus", str(folder), "-o", store, "--scheduler", scheduler, *options]) == 0
    rows = open_store(store).frame("assignments", ["letter", "basis"])
    assert "S" in set(rows["letter"]) and set(rows["basis"].dropna()) == {"annotation"}
    capsys.readouterr()
    assert run(["corpus", str(folder), "-o", store, "--scheduler", scheduler]) == 2
    [line] = said(capsys)
    assert "库是用别的版本或选项写的" in line and "--as-of：2026 → （没有给）" in line and "rasci" in line


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["没有.txt"], "没有.txt：没有这个文件"),
        (["语料", "--jobs", "0"], "--jobs 要写不小于 1 的整数"),
        (["语料", "--chunk", "-3"], "--chunk 要写不小于 1 的整数"),
        (["语料", "--scheduler", "nonsense"], "nonsense：不是 Dask 调度器的地址"),
        (["语料", "--jobs", "x"], "--jobs"),
        ([], "INPUT"),
    ],
)
def test_wrong_use_is_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder.parent)
    assert run(["corpus", *arguments, "-o", "库"]) == 2
    [line] = said(capsys)
    assert word in line
    assert not (folder.parent / "库").exists()


def test_a_place_that_cannot_be_written_is_one_line(
    folder: Path, scheduler: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.parent / "占位").write_bytes(b"")
    place = str(folder.parent / "占位" / "库")
    assert run(["corpus", str(folder), "-o", place, "--scheduler", scheduler]) == 2
    [line] = said(capsys)
    assert "不是文件夹" in line


def test_without_the_extra_the_line_that_installs_it_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(module: str) -> object:
        raise ModuleNotFoundError(module)

    monkeypatch.setattr(extra, "import_module", missing)
    assert run(["corpus", str(folder), "-o", str(folder.parent / "库")]) == 2
    [line] = said(capsys)
    assert "没有安装 pyarrow" in line and 'pip install "raci[corpus]"' in line


@pytest.mark.parametrize("command", ["network", "sample"])
def test_a_store_without_the_extra_is_no_fault_of_raci(
    command: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store = folder.parent / "库"
    run(["corpus", str(folder), "-o", str(store), "--jobs", "1"])
    said(capsys)
    for module in [name for name in sys.modules if name.partition(".")[0] == "pyarrow"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert run([command, str(store), "-o", str(folder.parent / "果.xlsx")]) == 2
    [line] = said(capsys)
    assert "没有安装 pyarrow" in line and 'pip install "raci[corpus]"' in line


def test_an_interrupted_run_says_how_to_go_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object, **__: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr("raci.batch.corpus.corpus", stopped)
    assert run(["corpus", str(folder), "-o", str(folder.parent / "库")]) == 130
    assert "已中断；再运行同样的命令，从中断处继续" in said(capsys)


@pytest.mark.slow
def test_a_scheduler_that_does_not_answer_is_one_line(folder: Path) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        done = command("corpus", folder, "-o", folder.parent / "库", "--scheduler", address)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        f"{address}：Dask 调度器没有应答（8 秒）；请检查地址（如 tcp://主机:8786）、端口和防火墙"
    ]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals there")
def test_progress_is_shown_on_a_terminal_alone(folder: Path) -> None:
    import pty

    above, below = pty.openpty()
    arguments = ["-m", "raci", "corpus", str(folder), "-o", str(folder.parent / "库"), "--jobs", "1", "--chunk", "2"]
    done = subprocess.run([sys.executable, *arguments], stderr=below, stdout=subprocess.PIPE, timeout=120)
    os.close(below)
    shown = os.read(above, 100_000).decode("utf-8", "replace")
    os.close(above)
    assert done.returncode == 0 and done.stdout == b""
    assert "/ 6 个文件，每秒" in shown and "失败 0" in shown and "还需" in shown
    again = command("corpus", folder, "-o", folder.parent / "库")
    assert len(again.stderr.splitlines()) == 1
