import json

from jobs import job_of
from plans import small, unnamed

import raci
from raci.storage.rows import COLUMNS, records
from raci.writers import render


def test_a_plan_that_names_nobody_gives_a_line_a_task() -> None:
    rows = [json.loads(line) for line in render("jsonl", job_of(unnamed())).splitlines()]
    assert [(row["task"], row["department"], row["role"]) for row in rows] == [
        ("补植行道树", None, None),
        ("建设口袋公园", None, None),
    ]


def test_each_line_is_a_row() -> None:
    lines = render("jsonl", job_of(small(), "rasci")).decode("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == list(records(small(), "rasci"))
    assert list(json.loads(lines[0])) == list(COLUMNS)
    assert "县政务局" in lines[0], "readable without a program"


def test_a_body_whose_duty_went_to_another_has_who_carries_it() -> None:
    naming = raci.Naming(place="甘肃省", as_of=2026)
    analysis = raci.analyse("一、严管用地。（责任单位：省国土资源厅、省财政厅）", naming=naming)
    rows = [json.loads(line) for line in render("jsonl", job_of(analysis)).splitlines()]
    assert [row.get("current") for row in rows] == [["甘肃省自然资源厅"], None]
