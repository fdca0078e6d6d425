"""The labelled corpus, scored against floors that only rise (floors.toml beside this file).

The corpus lies beside the checkout (``../shared/corpus``); elsewhere name it with RACI_CORPUS.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
CORPUS = Path(os.environ.get("RACI_CORPUS") or HERE.parent.parent.parent / "shared" / "corpus")
SCORE = CORPUS.parent / "tools" / "score_all.py"
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(
    not (CORPUS.is_dir() and SCORE.is_file()), reason=f"no labelled corpus at {CORPUS} (name it with RACI_CORPUS)"
)


@pytest.mark.parametrize("folder", FLOORS)
def test_no_figure_falls_below_its_floor(folder: str) -> None:
    command = [sys.executable, str(SCORE), "--json", "--raci", f"{sys.executable} -m raci", str(CORPUS / folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    figures = json.loads(done.stdout)
    assert figures["exit"] == 0, done.stderr
    floors = FLOORS[folder]
    fallen = [f"{key} {figures[key]} < {low}" for key, low in floors.get("at_least", {}).items() if figures[key] < low]
    fallen += [f"{key} {figures[key]} > {top}" for key, top in floors.get("at_most", {}).items() if figures[key] > top]
    assert not fallen, f"{folder}: {'; '.join(fallen)} (all: {figures})"
