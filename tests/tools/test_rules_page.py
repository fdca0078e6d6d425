"""docs/rules.md says what the rule files say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from raci.rules import built_in

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


def test_the_page_is_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "tools" / "rules_page.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr


def test_every_rule_stands_there_with_its_reason_and_examples() -> None:
    parts = PAGE.split("\n### ")
    for rule in built_in():
        (part,) = [part for part in parts if part.startswith(f"`{rule.id}`")]
        yes, _, no = part.partition("- 不匹配")
        assert rule.why in part, rule.id
        assert [example for example in rule.match if f"`{example}`" not in yes] == [], rule.id
        assert [example for example in rule.no_match if f"`{example}`" not in no] == [], rule.id
