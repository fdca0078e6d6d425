"""tools/gains.py: which rows a change gains and loses."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent.parent
PLAN = """青溪县护河行动方案
一、清理河道。对主要河道开展清理。（牵头单位：县水利局；配合单位：县城管局）
二、严查排污。对沿河企业逐一排查。（责任单位：县环保局）
三、绿化河岸。种植护岸林木。（抓手同志：县林业局）
"""
LABELS = Path("raci", "data", "rules", "labels.toml")
GRIP = """
[[rule]]
id = "my.grip"
kind = "label"
role = "lead"
pattern = '抓手同志'
why = "本县文件的写法。"
match = ["抓手同志：县林业局"]
no_match = ["责任单位：县林业局"]
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "dev").mkdir()
    (folder / "dev" / "plan.txt").write_text(PLAN, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository: first without raci, then with one that takes 配合单位 for leads, then with the real one."""
    if shutil.which("git") is None:
        pytest.skip("there is no git here")
    here = tmp_path_factory.mktemp("checkout")
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
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def commit(folder: Path) -> None:
    run(folder, "git", "add", "-A")
    run(folder, "git", "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qm", "a step")


def gains(folder: Path, corpus: Path, *arguments: str) -> str:
    return run(folder, sys.executable, str(ROOT / "tools" / "gains.py"), "--corpus", str(corpus), *arguments)


def listed(said: str) -> list[str]:
    """The rows: sign, body, role and basis."""
    lines = [line.strip().split(" | ") for line in said.splitlines() if line.startswith(("  + ", "  - "))]
    return [f"{line[0][0]}{line[2]}" for line in lines]


def test_a_revision_against_the_working_tree(checkout: Path, corpus: Path) -> None:
    said = gains(checkout, corpus)
    assert sorted(listed(said)) == ["+县城管局 support (annotation)", "-县城管局 lead (annotation)"]
    for words in ("1 gained, 1 lost", "label.support", "dev/plan.txt | 一、清理河道"):
        assert words in said
    assert gains(checkout, corpus, "HEAD~1") == said, "what was landed last is the commit before"


def test_two_revisions(checkout: Path, corpus: Path) -> None:
    said = gains(checkout, corpus, "HEAD", "HEAD~1")
    assert sorted(listed(said)) == ["+县城管局 lead (annotation)", "-县城管局 support (annotation)"]


def test_a_change_that_is_not_committed_is_held_against_the_last_commit(checkout: Path, corpus: Path) -> None:
    labels = checkout / LABELS
    whole = labels.read_text(encoding="utf-8")
    labels.write_text(whole.replace('role = "support"', 'role = "guide"'), encoding="utf-8")
    try:
        said = gains(checkout, corpus)
    finally:
        labels.write_text(whole, encoding="utf-8")
    assert sorted(listed(said)) == ["+县城管局 guide (annotation)", "-县城管局 support (annotation)"]


def test_two_rule_sets(corpus: Path, tmp_path: Path) -> None:
    file = tmp_path / "grip.toml"
    file.write_text(GRIP, encoding="utf-8")
    said = gains(ROOT, corpus, "--rules", str(file))
    assert "+县林业局 lead (annotation)" in listed(said)
    assert "my.grip" in said
    turned = gains(ROOT, corpus, "--base-rules", str(file))
    assert "-县林业局 lead (annotation)" in listed(turned)
    assert "0 gained, 0 lost" in gains(ROOT, corpus, "--rules", str(file), "--base-rules", str(file))


def test_the_list_is_capped_and_says_so(checkout: Path, corpus: Path) -> None:
    said = gains(checkout, corpus, "HEAD~1", "--most", "0")
    assert listed(said) == []
    assert "2 more" in said
    assert "1 gained, 1 lost" in said


def test_with_nothing_to_compare_it_says_so(checkout: Path, corpus: Path, tmp_path: Path) -> None:
    assert "nothing to compare" in gains(checkout, corpus, "HEAD~2")
    assert "nothing to compare" in gains(checkout, tmp_path)
    assert "nothing to compare" in gains(tmp_path, corpus)


@pytest.mark.parametrize("arguments", [["nonesuch"], ["--rules", "nonesuch.toml"]])
def test_wrong_use_is_told_and_exits_2(arguments: list[str], checkout: Path, corpus: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "gains.py"), "--corpus", str(corpus), *arguments]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 2
    assert "nonesuch" in done.stderr
    assert "Traceback" not in done.stderr
