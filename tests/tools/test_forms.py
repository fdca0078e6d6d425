"""The labelled clauses in other forms: rewritten, their labels stay true of them."""

from __future__ import annotations

import subprocess
import sys

import pytest
from checkouts import ROOT

sys.path.insert(0, str(ROOT / "tools"))
import forms

from raci.pipeline import extract

ROWS = [
    ("序号", "重点任务", "牵头单位", "配合单位"),
    ("1", "修建环湖绿道", "县住建局", "县财政局、县园林局"),
    ("2", "整治背街小巷", "县城管局", "县公安局、县交通运输局"),
    ("3", "更新老旧电梯", "县市场监管局", "县住建局、县财政局"),
]


@pytest.mark.parametrize("form", forms.TABLES)
def test_a_table_in_each_form_gives_its_rows(form: str) -> None:
    found = extract(f"云岭县任务分解表\n\n{forms.TABLES[form](ROWS)}\n")
    assert {(one.clause.heading, one.department.name, one.role) for one in found} == {
        (task, body, role)
        for _, task, *named in ROWS[1:]
        for role, names in zip(("lead", "support"), named, strict=True)
        for body in names.split("、")
    }


def test_the_tool_lists_its_forms() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "tools" / "forms.py"), "--list"], capture_output=True, text=True)
    assert done.stdout.split("\n")[:-1] == [
        *forms.TEXTS,
        *(name for name, form in forms.PLANS.items() if not form.held),
    ]
