"""Runs that are killed: the command, its workers, its cluster, at random moments. The next run gives the same bytes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from corpora import contents, plan, write_plans

import raci

pytest.importorskip("pyarrow")
pytest.importorskip("distributed")
psutil = pytest.importorskip("psutil")
pytestmark = pytest.mark.slow

#: a plan of so many tasks takes a while
LONG = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("语料")
    for number in range(60):
        more = "\n".join(plan(number).partition("\n\n一、")[2].replace("第", f"第{part}之") for part in range(LONG))
        (folder / f"方案{number:02}.txt").write_text(f"{plan(number)}\n{more}", encoding="utf-8")
    write_plans(folder / "重复", range(5))
    write_plans(folder / "再重复", range(5))
    (folder / "坏.docx").write_bytes(b"PK\x03\x04")
    return folder


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The store of a run that nobody disturbs."""
    store = tmp_path_factory.mktemp("整")
    done = begun(folder, store)
    assert done.wait(120) == 1, "the broken file is a failure"
    return contents(store)


def begun(folder: Path, store: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "raci", "corpus", str(folder), "-o", str(store), "--jobs", "2", "--chunk", "4"]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def chunks(store: Path) -> int:
    return len(list((store / "documents").glob("*.parquet"))) if (store / "documents").is_dir() else 0


def workers_of(run: subprocess.Popen[bytes]) -> list[psutil.Process]:
    """The processes that do the work: forked from one that is called as they are, or begun anew."""
    processes = psutil.Process(run.pid).children(recursive=True)
    forked = [process for process in processes if "forkserver" in str(process.cmdline())]
    servers = {process.ppid() for process in forked} & {process.pid for process in forked}
    begun_anew = [process for process in processes if "spawn_main" in str(process.cmdline())]
    return begun_anew or [process for process in forked if process.pid not in servers]


def test_a_run_that_is_killed_five_times_gives_the_same_bytes(
    folder: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    chance = random.Random(17)
    store, reached = tmp_path / "库", [0]
    for _ in range(5):
        run = begun(folder, store)
        # behind the next chunk, or the one after that, and at any moment within it
        wanted = chunks(store) + chance.randrange(3)
        deadline = time.monotonic() + 60
        while chunks(store) < wanted and run.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(chance.random() * 0.5)
        run.send_signal(signal.SIGKILL)
        run.wait()
        reached.append(chunks(store))
        if chunks(store):
            with pytest.raises(raci.ReadError, match=r"还没有写完|不是 raci corpus"):
                raci.open_store(store)
    assert begun(folder, store).wait(120) == 1
    assert contents(store) == whole
    assert reached[-1] > 0, "nothing was kept of what was done"


def test_a_worker_that_is_killed_costs_nothing(folder: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    store = tmp_path / "库"
    run = begun(folder, store)
    while chunks(store) < 1 and run.poll() is None:
        time.sleep(0.01)
    workers = workers_of(run)
    assert len(workers) == 2
    os.kill(workers[0].pid, signal.SIGKILL)
    assert run.wait(120) == 1
    assert contents(store) == whole


def test_a_cluster_that_is_killed_is_told_in_one_line(folder: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    store = tmp_path / "库"
    command = [sys.executable, "-m", "raci", "corpus", str(folder), "-o", str(store), "--jobs", "2", "--chunk", "4"]
    run = subprocess.Popen(command, stderr=subprocess.PIPE)
    while chunks(store) < 1 and run.poll() is None:
        time.sleep(0.01)
    for child in psutil.Process(run.pid).children():
        child.kill()
    _, said = run.communicate(timeout=60)
    assert run.returncode == 2
    assert said.decode().strip().splitlines() == [
        "raci corpus：与 Dask 调度器的连接断了；请再运行一次同样的命令，从中断处继续"
    ]
    assert begun(folder, store).wait(120) == 1
    assert contents(store) == whole


def test_a_file_that_ends_the_process_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader of another package that is killed with its process, as for want of memory."""
    package = tmp_path / "package"
    (package / "bang-1.0.dist-info").mkdir(parents=True)
    (package / "bang-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: bang\nVersion: 1.0\n")
    (package / "bang-1.0.dist-info" / "entry_points.txt").write_text("[raci.readers]\n.bang = bang:read\n")
    (package / "bang.py").write_text("import os\ndef read(data, name):\n    os.kill(os.getpid(), 9)\n")
    folder = write_plans(tmp_path / "语料", range(6))
    (folder / "炸.bang").write_bytes(b"!")
    search = os.pathsep.join([str(package), *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, "-m", "raci", "corpus", str(folder), "-o", str(tmp_path / "库"), "--jobs", "1"]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": search}, capture_output=True, timeout=120)
    assert done.returncode == 1, done.stderr.decode()
    store = raci.open_store(tmp_path / "库")
    assert store.counts["documents"] == 6
    [row] = store.frame("failures").to_dict("records")
    assert row["source"].endswith("炸.bang") and "读它的进程被系统结束了" in row["what"]


def test_an_interrupted_run_ends_at_once_and_leaves_no_process(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "库"
    run = begun(folder, store)
    while chunks(store) < 1 and run.poll() is None:
        time.sleep(0.01)
    children = psutil.Process(run.pid).children(recursive=True)
    run.send_signal(signal.SIGINT)
    assert run.wait(30) == 130
    _, alive = psutil.wait_procs(children, timeout=20)
    assert not alive
