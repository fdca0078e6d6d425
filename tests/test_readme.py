"""What the README shows runs, as it stands there."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE)


COMMANDS = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("raci ")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


def test_there_is_something_to_run() -> None:
    assert len(blocks("python")) >= 2
    commands = ["build", "extract", "draw", "check", "names", "org", "diff", "ledger"]
    commands += ["corpus", "network", "sample", "evaluate"]
    assert {shlex.split(line)[1] for line in COMMANDS} == set(commands)


@pytest.mark.parametrize("program", blocks("python"))
def test_python(program: str, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], cwd=folder, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert "局" in done.stdout


@pytest.mark.parametrize("line", COMMANDS)
def test_command(line: str, folder: Path) -> None:
    arguments = shlex.split(line, comments=True)[1:]
    if ">" in arguments:
        arguments = arguments[: arguments.index(">")]
    done = subprocess.run(
        [sys.executable, "-m", "raci", *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8"
    )
    # the examples hold tasks that name nobody, and two versions that differ: both commands have something to find
    assert done.returncode == (1 if arguments[0] in ("check", "diff") else 0), done.stderr


def test_build_writes_the_files_that_the_readme_names(folder: Path) -> None:
    plan = "examples/青溪县优化营商环境重点任务分工方案.txt"
    subprocess.run([sys.executable, "-m", "raci", "build", plan], cwd=folder, check=True, capture_output=True)
    (made,) = (folder / "output").iterdir()
    table = README.split("`output/` 里每个方案一个文件夹：")[1].split("`examples/` 里是")[0]
    named = set(re.findall(r"`([^`]+\.[a-z]+)`", table))
    assert {path.name for path in made.iterdir()} == {name.replace("方案名", made.name) for name in named}
