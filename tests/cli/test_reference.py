"""docs/cli.md says what --help says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from raci.cli.app import COMMANDS

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_reference_is_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "tools" / "cli_reference.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr


def test_every_command_stands_in_the_reference() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert [line.removeprefix("## raci ") for line in page.splitlines() if line.startswith("## raci ")] == [*COMMANDS]
