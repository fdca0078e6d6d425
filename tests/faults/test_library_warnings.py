"""What libraries warn of is not shown to users, unless they ask Python for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from running import PLAN

_PROGRAM = """
import logging, sys, warnings
import raci.readers.formats.text as text
from raci.cli.app import run

read = text.read

def warn_and_read(data, name):
    warnings.warn("an old setting", UserWarning)
    warnings.warn("an old function", DeprecationWarning)
    logging.getLogger("library").warning("a broken table")
    logging.getLogger("library").error("a broken font")
    return read(data, name)

text.read = warn_and_read
sys.exit(run(["extract", sys.argv[1]]))
"""


def said(plan: Path, *flags: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, *flags, "-c", _PROGRAM, str(plan)],
        capture_output=True,
        timeout=60,
        env={name: value for name, value in os.environ.items() if name != "PYTHONWARNINGS"},
    )
    return done.returncode, done.stderr.decode()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "方案.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_warnings_of_libraries_are_not_shown(plan: Path) -> None:
    assert said(plan) == (0, "")


def test_who_asks_for_them_gets_them(plan: Path) -> None:
    code, words = said(plan, "-Wdefault")
    assert code == 0
    assert "an old setting" in words
