"""``raci serve``: what is wrong before it begins is said in one line; the page itself is tested in tests/web."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("uvicorn", reason="没有安装 raci[web]")


def raci(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "raci", "serve", "--no-open", *arguments], capture_output=True, text=True, timeout=60
    )


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = raci("没有.docx", "--home", str(tmp_path / "项目"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "没有.docx：没有这个文件；请检查路径\n"
    assert not (tmp_path / "项目").exists()


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = raci("--port", port, "--home", str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.startswith(f"--port：端口 {port} 用不了；")


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"")
    done = raci("--home", str(tmp_path / "x"))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_without_the_extra_the_line_that_installs_it_is_said(tmp_path: Path) -> None:
    code = "import sys; sys.modules['uvicorn'] = None; from raci.cli.app import run; sys.exit(run(['serve']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert 'install "raci[web]"' in done.stderr
