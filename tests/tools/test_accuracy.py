"""docs/accuracy.md says what its tool finds on the labelled corpus, by form, with revision and date."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILT_IN = ROOT / "raci" / "data" / "evaluation"


def tool(corpus: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "tools" / "accuracy.py"), "--show"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "RACI_CORPUS": str(corpus), "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        timeout=120,
        check=False,
    )


def test_each_set_with_its_forms(tmp_path: Path) -> None:
    for name in ("seed", "dev", "excerpts", "prose/dev"):
        shutil.copytree(BUILT_IN, tmp_path / name)
    done = tool(tmp_path)
    assert done.returncode == 0, done.stderr
    assert re.search(r"版本 [0-9a-f]{7,}，\d{4}-\d\d-\d\d", done.stdout)
    assert done.stdout.count("| 括号里带标签 | 1.000") == 4
    assert "写规则的人都看过" in done.stdout


def test_without_a_corpus_nothing_is_said_of_it(tmp_path: Path) -> None:
    done = tool(tmp_path / "没有")
    assert done.returncode == 0
    assert done.stdout == ""
    assert "没有标注语料" in done.stderr


def test_the_page_is_there() -> None:
    page = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    for part in ("看过", "raci sample", "raci evaluate --builtin", "按标注形式"):
        assert part in page
