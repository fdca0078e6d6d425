"""tools/compare_revisions.py: whether a change leaves all outputs as they were."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from checkouts import ROOT, commit, repository

pytestmark = pytest.mark.slow

PLAN = """青溪县护河行动方案
一、清理河道。对主要河道开展清理。（牵头单位：县水利局；配合单位：县城管局）
二、严查排污。对沿河企业逐一排查。（责任单位：县环保局）
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shared") / "corpus"
    (folder / "dev").mkdir(parents=True)
    (folder / "dev" / "plan.txt").write_text(PLAN, encoding="utf-8")
    (folder / "dev" / "plan.gold.json").write_text("[]", encoding="utf-8")
    (folder / "names").mkdir()
    (folder / "names" / "dev.jsonl").write_text('{"kind": "none", "name": "县水利局"}\n', encoding="utf-8")
    (folder.parent / "cases").mkdir()
    (folder.parent / "cases" / "empty.csv").write_text("", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose last commit has a module moved."""
    here = repository(tmp_path_factory.mktemp("checkout"))
    for module in (here / "raci").rglob("*.py"):
        code = module.read_text(encoding="utf-8")
        module.write_text(code.replace("from raci.cli.app import", "from raci.cli.elsewhere import"), encoding="utf-8")
    (here / "raci" / "cli" / "app.py").rename(here / "raci" / "cli" / "elsewhere.py")
    commit(here)
    return here


def compared(folder: Path, corpus: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "tools" / "compare_revisions.py"), "--corpus", str(corpus), *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")
    assert "Traceback" not in done.stderr, done.stderr
    return done


def test_a_moved_module_changes_nothing(checkout: Path, corpus: Path) -> None:
    done = compared(checkout, corpus, "HEAD~1", "--builds", "9")
    assert done.returncode == 0, done.stdout + done.stderr
    for words in ("extract: 2 compared, 2 same", "check: 2 compared", "names: 3 compared", "read back: 2 compared"):
        assert words in done.stdout
    assert "identical" in done.stdout.splitlines()[-1]


def test_a_changed_rule_is_shown_where_it_tells(checkout: Path, corpus: Path) -> None:
    done = compared(checkout, corpus, "HEAD~2", "HEAD~1", "--quick")
    assert done.returncode == 1, done.stderr
    assert "extract: 2 compared, 1 same, 1 differing" in done.stdout
    assert "corpus/dev/plan.txt" in done.stdout
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert any(line.startswith("-") and '"lead"' in line for line in lines)
    assert any(line.startswith("+") and '"support"' in line for line in lines)
    assert "names" not in done.stdout and "build" not in done.stdout


def test_the_lines_are_capped_and_it_says_so(checkout: Path, corpus: Path) -> None:
    done = compared(checkout, corpus, "HEAD~2", "HEAD~1", "--quick", "--most", "0")
    assert done.returncode == 1
    assert "1 more differ" in done.stdout
    assert "@@" not in done.stdout


def test_a_version_alone_is_a_difference(checkout: Path, corpus: Path, tmp_path: Path) -> None:
    shutil.copytree(checkout / "raci", tmp_path / "raci")
    (tmp_path / "raci" / "_version.py").write_text('__version__ = "9.9.9"\n', encoding="utf-8")
    done = compared(checkout, corpus, "HEAD", str(tmp_path), "--builds", "9")
    assert done.returncode == 1, done.stderr
    assert '+  "raci": "9.9.9",' in done.stdout
    assert "extract: 2 compared, 2 same" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "base"),
        (["nonesuch"], "nonesuch"),
        (["HEAD~3"], "there is no raci in HEAD~3"),
        (["HEAD", "--most", "x"], "--most"),
        (["HEAD", "--corpus", "nonesuch"], "nothing to compare"),
    ],
)
def test_wrong_use_is_told_and_exits_2(arguments: list[str], words: str, checkout: Path, corpus: Path) -> None:
    done = compared(checkout, corpus, *arguments)
    assert done.returncode == 2
    assert words in done.stderr


def test_a_side_that_does_not_run_is_told(checkout: Path, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "raci").mkdir()
    (tmp_path / "raci" / "__init__.py").write_text("raise RuntimeError('unfinished')\n", encoding="utf-8")
    command = [sys.executable, str(ROOT / "tools" / "compare_revisions.py"), "--corpus", str(corpus), "HEAD"]
    done = subprocess.run([*command, str(tmp_path)], cwd=checkout, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 2
    assert "does not run" in done.stderr and "unfinished" in done.stderr
