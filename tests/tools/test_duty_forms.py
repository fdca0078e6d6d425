"""Who does what in other words: each template says what it writes, and is read so."""

from __future__ import annotations

import subprocess
import sys

import pytest
from checkouts import ROOT

sys.path.insert(0, str(ROOT / "tools"))
import duty_forms
from written.duties import document, starts
from written.duty_plans import PLANS
from written.plans import Task, limited

#: a plan of a county: bodies that any template should be read with
PLAN = limited(PLANS[1])
TASK = Task("修渠", {"lead": ("县水利局",), "support": ("县财政局", "各乡镇")}, limit="2026年6月底前", leader="李某")


@pytest.mark.parametrize("name", [name for name, template in duty_forms.TEMPLATES.items() if not template.held])
def test_what_a_template_writes_is_read(name: str) -> None:
    assert [wrong for wrong in duty_forms.judge(duty_forms.TEMPLATES[name], PLAN) if wrong] == []


def test_a_template_says_the_roles_of_its_bodies() -> None:
    template = duty_forms.TEMPLATES["（责任领导；牵头单位；配合单位）"]
    assert template.write(TASK) == "（责任领导：李某；牵头单位：县水利局；配合单位：县财政局、各乡镇）"
    assert template.gold(TASK) == {
        ("李某", "leader"),
        ("县水利局", "lead"),
        ("县财政局", "support"),
        ("各乡镇", "support"),
    }


def test_tasks_are_found_wherever_lines_are_broken() -> None:
    written = document(duty_forms.TEMPLATES["lines of 48 columns, set in"], PLAN)
    begins = list(starts(PLAN, written))
    assert begins == sorted(begins)
    assert len(set(begins)) == len(PLAN.tasks)
    assert begins[0] > 0


def test_a_wrong_lead_is_counted() -> None:
    wrong = duty_forms.Wrong("县", "修渠", frozenset({("县财政局", "lead")}), frozenset(), told=False)
    assert wrong.wrong_lead
    assert not wrong._replace(added=frozenset({("县财政局", "support")})).wrong_lead


def test_the_tool_lists_its_templates() -> None:
    command = [sys.executable, str(ROOT / "tools" / "duty_forms.py"), "--list"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    held = [name for name, template in duty_forms.TEMPLATES.items() if template.held]
    assert done.stdout.split("\n")[:-1] == [name for name in duty_forms.TEMPLATES if name not in held]
