"""The labelled corpus, scored against floors that only rise (floors.toml beside this file).

The corpus lies beside the checkout (``../shared/corpus``); elsewhere name it with RACI_CORPUS.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import raci

HERE = Path(__file__).resolve().parent
CORPUS = Path(os.environ.get("RACI_CORPUS") or HERE.parent.parent.parent / "shared" / "corpus")
SCORE = CORPUS.parent / "tools" / "score_all.py"
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
NAMES = FLOORS.pop("names")
COVERAGE = FLOORS.pop("coverage")

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


def test_names_mean_what_the_labels_say() -> None:
    command = [sys.executable, str(CORPUS.parent / "tools" / "score_names.py"), "--raci", f"{sys.executable} -m raci"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    words = done.stdout.split()
    figures = {key: float(value) for key, value in zip(words[::2], words[1::2], strict=True)}
    fallen = [f"{key} {figures[key]} < {low}" for key, low in NAMES["at_least"].items() if figures[key] < low]
    assert not fallen, f"{'; '.join(fallen)} (all: {figures})"


def test_most_names_of_the_corpus_resolve() -> None:
    """By occurrences and by distinct names: the share with a known kind and body."""
    seen: Counter[str] = Counter()
    open_names: Counter[str] = Counter()
    for folder in ("seed", "dev", "unlabelled"):
        for path in sorted((CORPUS / folder).glob("*.txt")):
            for one in raci.extract(path):
                body = one.department
                seen[body.name] += 1
                if body.kind is None or not (body.canonical or body.kind == "person"):
                    open_names[body.name] += 1
    occurrences = 1 - open_names.total() / seen.total()
    distinct = 1 - len(open_names) / len(seen)
    most = "、".join(name for name, _ in open_names.most_common(20))
    assert occurrences >= COVERAGE["occurrences"], f"{occurrences:.4f} of occurrences; open: {most}"
    assert distinct >= COVERAGE["distinct"], f"{distinct:.4f} of distinct names; open: {most}"
