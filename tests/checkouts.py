"""A repository with commits of raci in it, for the tools that compare two of them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LABELS = Path("raci", "data", "rules", "labels.toml")


def repository(here: Path) -> Path:
    """Commits without raci, with one that takes 配合单位 for leads, with the real one. Skips where there is no git."""
    if shutil.which("git") is None:
        pytest.skip("there is no git here")
    run(here, "git", "init", "-q")
    (here / "README").write_text("empty\n")
    commit(here)
    shutil.copytree(ROOT / "raci", here / "raci", ignore=shutil.ignore_patterns("__pycache__"))
    labels = here / LABELS
    whole = labels.read_text(encoding="utf-8")
    labels.write_text(whole.replace('role = "support"', 'role = "lead"'), encoding="utf-8")
    commit(here)
    labels.write_text(whole, encoding="utf-8")
    commit(here)
    return here


def run(folder: Path, *command: str) -> str:
    """What a command prints that must succeed."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def commit(folder: Path) -> None:
    """All that stands in the folder, as a step."""
    run(folder, "git", "add", "-A")
    run(folder, "git", "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qm", "a step")
