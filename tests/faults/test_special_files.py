"""What -o names may be no file: a link leads to one, pipes and devices are written through and stay what they are."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from running import PLAN, raci

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes and devices have no such names here")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "方案.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def written(plan: Path, output: str | Path) -> subprocess.CompletedProcess[str]:
    return raci("extract", plan, "--format", "csv", "-o", output)


@pytest.mark.parametrize("existing", [True, False])
@pytest.mark.parametrize("steps", [1, 2])
def test_a_link_leads_to_the_file(plan: Path, tmp_path: Path, existing: bool, steps: int) -> None:
    (tmp_path / "甲").mkdir()
    target, link = tmp_path / "甲" / "rows.csv", tmp_path / "rows.csv"
    if existing:
        target.write_text("旧", encoding="utf-8")
    link.symlink_to("甲/rows.csv")
    for _ in range(steps - 1):
        link = tmp_path / "again.csv"
        link.symlink_to(tmp_path / "rows.csv")
    assert written(plan, link).returncode == 0
    assert link.is_symlink()
    assert "县水利局" in target.read_text(encoding="utf-8-sig")
    assert not list(tmp_path.rglob("*.tmp"))


def test_links_in_a_circle_are_one_line(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").symlink_to("b.csv")
    (tmp_path / "b.csv").symlink_to("a.csv")
    done = written(plan, tmp_path / "a.csv")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert (tmp_path / "a.csv").is_symlink()


def test_a_pipe_is_written_through(plan: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    assert written(plan, pipe).returncode == 0
    reader.join(timeout=30)
    assert "县水利局" in got[0].decode("utf-8-sig")
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("device", ["/dev/null", "/dev/full"])
def test_a_device_stays_one(plan: Path, device: str) -> None:
    if not Path(device).exists():
        pytest.skip(f"no {device}")
    done = written(plan, device)
    assert stat.S_ISCHR(Path(device).stat().st_mode)
    if device == "/dev/full":
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert "磁盘已满" in done.stderr
    else:
        assert done.returncode == 0


def test_the_open_stream_of_the_process(plan: Path) -> None:
    if not Path("/dev/fd").exists():
        pytest.skip("no /dev/fd")
    read_end, write_end = os.pipe()
    command = [sys.executable, "-m", "raci", "extract", str(plan), "--format", "csv", "-o", f"/dev/fd/{write_end}"]
    done = subprocess.run(command, pass_fds=[write_end], capture_output=True, timeout=60)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as stream:
        assert "县水利局" in stream.read().decode("utf-8-sig")
    assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero")
def test_what_never_ends_is_refused_in_one_line() -> None:
    done = raci("extract", "/dev/zero")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "超过" in done.stderr


def test_a_pipe_is_read(plan: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(plan.read_bytes()), daemon=True)
    writer.start()
    assert "县水利局" in raci("extract", pipe).stdout
    writer.join(timeout=30)


def test_a_locale_that_cannot_write_the_name_of_the_folder(plan: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "raci", "build", str(plan), "-o", str(tmp_path / "out"), "--only", "csv"]
    ascii_alone = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(command, capture_output=True, timeout=60, env=ascii_alone)
    said = done.stderr.decode()
    assert (done.returncode, said.count("\n")) == (2, 1), said
    assert "PYTHONUTF8=1" in said
    assert not list((tmp_path / "out").glob("*"))
