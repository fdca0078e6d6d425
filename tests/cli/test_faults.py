"""Bad input: one line that names the place and the remedy, the right exit code, the others done."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from running import PLAN, SILENT, raci

COMMANDS = ("extract", "check", "build", "draw")


def make(kind: str, folder: Path) -> Path:
    """A bad input."""
    path = folder / f"{kind}.txt"
    if kind == "empty":
        path.write_bytes(b"")
    elif kind == "blank":
        path.write_text(" \n\u3000\n", encoding="utf-8")
    elif kind == "binary":
        path.write_bytes(bytes(range(256)) * 64)
    elif kind == "folder":
        path.mkdir()
    elif kind == "unreadable":
        path = Path("/proc/self/mem") if Path("/proc/self/mem").exists() else path
    return path


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", ["missing", "empty", "blank", "binary", "folder", "unreadable"])
def test_a_bad_input_is_one_line_and_exit_2(command: str, kind: str, tmp_path: Path) -> None:
    path = make(kind, tmp_path)
    done = raci(command, path, cwd=tmp_path)
    fault = done.stderr.splitlines()[0]
    assert done.returncode == 2
    assert done.stdout == ""
    assert fault.startswith(str(path))
    assert "；" in fault, "the remedy follows the fault"
    assert len([line for line in done.stderr.splitlines() if str(path) in line]) == 1


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["missing", "empty", "binary", "folder"])
def test_among_many_inputs_the_others_are_done_and_the_exit_is_1(kind: str, tmp_path: Path) -> None:
    good = tmp_path / "plan.txt"
    good.write_text(PLAN, encoding="utf-8")
    bad = make(kind, tmp_path)
    done = raci("extract", bad, good, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [row["department"] for row in rows] == ["县水利局", "县城管局", "县林业局", "县公安局"]
    assert {row["source"] for row in rows} == {str(good)}
    assert done.stderr.startswith(str(bad))


@pytest.mark.parametrize("command", ["extract", "build", "draw"])
def test_an_unknown_profile_is_named_with_those_that_there_are(command: str, tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(PLAN, encoding="utf-8")
    done = raci(command, plan, "--profile", "nonesuch", cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    for word in ("nonesuch", "explicit", "rasci", "first-leads"):
        assert word in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["plan.txt"], "nothing is written"


def test_a_profile_file_with_faults_is_named(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "own.toml").write_text('name = "own"\n[letters]\nboss = "A"\n', encoding="utf-8")
    done = raci("extract", "plan.txt", "--profile", "own.toml", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("own.toml")
    assert "boss" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nonesuch"], ["nonesuch", "extract"]),
        (["extract"], ["FILE"]),
        (["extract", "x.txt", "--format", "xml"], ["--format", "jsonl"]),
        (["extract", "x.txt", "--formt", "csv"], ["--formt", "--format"]),
        (["extract", "x.txt", "--profile"], ["--profile"]),
        (["extract", "x.txt", "--jobs", "0"], ["--jobs 要写不小于 1 的整数；"]),
        (["network", "x.txt", "-o", "x", "--alpha", "a"], ["--alpha 要写数；"]),
        (["serve", "--port", "x"], ["--port 要写 0 到 65535 的整数；"]),
    ],
)
def test_wrong_use_is_one_line_and_exit_2(arguments: list[str], words: list[str]) -> None:
    done = raci(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    for word in [*words, "--help"]:
        assert word in done.stderr


def test_raci_alone_shows_the_help_as_wrong_use() -> None:
    done = raci()
    assert done.returncode == 2
    assert done.stdout == ""
    assert "extract" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes")
def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(PLAN * 3000, encoding="utf-8")
    command = [sys.executable, "-m", "raci", "extract", str(plan), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().startswith(b"{")
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 128 + signal.SIGPIPE


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_an_interrupt_is_quiet(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "raci", "extract", "-"]
    pipe = subprocess.PIPE
    # a shell's background job, as the tests may be, ignores interrupts, and hands that on
    with subprocess.Popen(command, stdin=pipe, stderr=pipe, preexec_fn=_interruptible) as running:
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(timeout=2)  # it waits for its standard input
        running.send_signal(signal.SIGINT)
        try:
            _, told = running.communicate(timeout=60)
        finally:
            running.kill()
        assert told.strip() == b""
        assert running.returncode == 128 + signal.SIGINT


def _interruptible() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(PLAN, encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "raci", "extract", str(plan)], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_a_text_without_assignments_is_done_not_failed(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(SILENT, encoding="utf-8")
    done = raci("extract", plan, "--format", "jsonl")
    assert done.returncode == 0
    assert [json.loads(line)["department"] for line in done.stdout.splitlines()] == [None]
