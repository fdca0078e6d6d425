"""gold.json: what was read or put right, in the form of the labelled corpus."""

from __future__ import annotations

import json

from jobs import job_of

from raci.model import Document
from raci.pipeline import analyse
from raci.writers.gold import render

TEXT = """云泽市绿道方案
一、建设
（一）打通断点。年内打通。（牵头单位：市水利局；责任单位：市财政局；完成时限：2026年6月底前）
（二）配建驿站。市文旅局会同市体育局配建驿站。
（三）成立云泽市绿道建设领导小组，由分管副市长任组长，市文旅局、市体育局为成员单位。
"""


def test_it_has_the_form_of_the_corpus() -> None:
    written = render(job_of(analyse(Document(TEXT, title="云泽市绿道方案"))))
    assert "市水利局" in written.decode("utf-8"), "readable without a program"
    [document] = json.loads(written)
    assert document["document"] == "云泽市绿道方案"
    [first] = [clause for clause in document["clauses"] if "打通" in clause["clause"]]
    assert first == {
        "clause": "（一）打通断点",
        "annotation": "（牵头单位：市水利局；责任单位：市财政局；完成时限：2026年6月底前）",
        "assignments": [{"dept": "市水利局", "role": "lead"}, {"dept": "市财政局", "role": "responsible"}],
        "deadline": "2026年6月底前",
    }
    told = [clause for clause in document["clauses"] if "驿站" in clause["clause"]]
    assert all(not clause["assignments"] and clause["optional"] for clause in told)
    assert {member["dept"] for group in document["groups"] for member in group["members"]} >= {"市文旅局", "市体育局"}


def test_a_plan_without_tasks_has_no_clauses() -> None:
    [document] = json.loads(render(job_of(analyse(Document("云泽市通报\n今年以来各项工作进展顺利。\n", title="通报")))))
    assert document == {"document": "通报", "clauses": []}
