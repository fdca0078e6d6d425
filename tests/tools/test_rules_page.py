"""docs/rules.md says what the rule files say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from raci.rules import Rule, built_in

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


def test_the_page_is_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "tools" / "rules_page.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("rule", built_in(), ids=lambda rule: rule.id)
def test_every_rule_stands_there_with_its_reason_and_examples(rule: Rule) -> None:
    (part,) = [part for part in PAGE.split("\n### ") if part.startswith(f"`{rule.id}`")]
    assert rule.why in part
    yes, _, no = part.partition("- 不匹配")
    assert all(f"`{example}`" in yes for example in rule.match)
    assert all(f"`{example}`" in no for example in rule.no_match)
