"""tools/gains.py: which rows a change gains and loses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from checkouts import LABELS, ROOT, repository, run

pytestmark = pytest.mark.slow

PLAN = """青溪县护河行动方案
一、清理河道。对主要河道开展清理。（牵头单位：县水利局；配合单位：县城管局）
二、严查排污。对沿河企业逐一排查。（责任单位：县环保局）
三、绿化河岸。种植护岸林木。（抓手同志：县林业局）
"""
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
    return repository(tmp_path_factory.mktemp("checkout"))


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
