"""Builds that are killed, run out of room, or write the same folder at once: whole folders or none."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from running import PLAN

#: a plan appears whole: with its rows and the record of the run
WANTED = {"assignments.csv", "run.json"}
LIMIT = 120

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")]


def command(folder: Path, output: Path) -> list[str]:
    return [sys.executable, "-m", "raci", "build", str(folder), "-o", str(output), "--only", "csv", "--apart"]


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number}.txt").write_text(f"云泽市第{number}批工程方案\n{PLAN}", encoding="utf-8")
    return folder


def folders(output: Path) -> list[Path]:
    return [path for path in output.iterdir() if path.is_dir() and not path.name.startswith(".raci-")]


def is_whole(folder: Path) -> bool:
    return {path.name for path in folder.iterdir()} >= WANTED


def test_what_a_killed_run_wrote_is_whole_and_the_next_run_goes_through(plans: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    with subprocess.Popen(command(plans, output), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        assert running.stdout is not None
        assert running.stdout.readline()
        running.send_signal(signal.SIGKILL)
        running.wait(LIMIT)
    assert folders(output)
    assert all(map(is_whole, folders(output)))
    done = subprocess.run(command(plans, output), capture_output=True, timeout=LIMIT)
    assert done.returncode == 0
    assert len(folders(output)) == 30
    assert all(map(is_whole, folders(output)))


def test_where_there_is_no_room_for_a_file_nothing_is_left(plans: Path, tmp_path: Path) -> None:
    import resource

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))

    output = tmp_path / "out"
    done = subprocess.run(command(plans, output), capture_output=True, timeout=LIMIT, preexec_fn=no_room)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert "写不出" in done.stderr.decode()
    assert not list(output.iterdir())


def test_two_builds_at_once_leave_whole_folders(plans: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    pair = [
        subprocess.Popen(command(plans, output), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)
    ]
    told = [running.communicate(timeout=LIMIT)[1] for running in pair]
    assert b"Traceback" not in b"".join(told)
    assert "内部错误" not in b"".join(told).decode()
    assert len(folders(output)) == 30
    assert all(map(is_whole, folders(output)))
    assert not list(output.glob(".raci-*"))
