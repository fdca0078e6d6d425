"""Lists of one body after the other, whose part in its tasks stands in a heading above them."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse, extract

FORMS = {
    "numbered": "一、县教育局\n（一）牵头任务\n1.新建公办幼儿园\n2.扩大学位供给\n（二）配合任务\n1.修建环湖绿道\n"
    "二、县住建局\n（一）牵头任务（1项）\n1.修建环湖绿道\n（二）配合任务\n1.新建公办幼儿园\n",
    "lines": "一、县教育局\n牵头任务：\n1.新建公办幼儿园\n2.扩大学位供给\n配合任务：\n1.修建环湖绿道\n"
    "二、县住建局\n牵头任务：\n1.修建环湖绿道\n配合任务：\n1.新建公办幼儿园\n",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_items_are_of_the_body_above_with_the_part_above(text: str) -> None:
    found = [(one.clause.heading, one.department.name, one.role, one.basis) for one in extract(f"云岭县清单\n\n{text}")]
    assert found == [
        ("新建公办幼儿园", "县教育局", "lead", "inherited"),
        ("扩大学位供给", "县教育局", "lead", "inherited"),
        ("修建环湖绿道", "县教育局", "support", "inherited"),
        ("修建环湖绿道", "县住建局", "lead", "inherited"),
        ("新建公办幼儿园", "县住建局", "support", "inherited"),
    ]


def test_a_task_that_another_body_leads_is_not_told_as_without_a_lead() -> None:
    assert "support-alone" not in {finding.check for finding in analyse(FORMS["numbered"]).findings}


@pytest.mark.parametrize(
    "text",
    [
        "一、县教育局\n（一）牵头任务\n1.新建公办幼儿园\n二、保障措施\n（一）加强领导\n1.落实责任\n",
        "一、重点工作\n（一）牵头任务\n1.新建公办幼儿园\n二、其他工作\n（一）配合任务\n1.修建环湖绿道\n",
    ],
    ids=["one body", "no body"],
)
def test_other_headings_tell_nothing(text: str) -> None:
    assert not [one for one in extract(text) if one.basis == "inherited"]


def test_what_an_item_says_itself_counts() -> None:
    text = FORMS["numbered"].replace("2.扩大学位供给", "2.扩大学位供给。（县财政局负责）")
    assert ("扩大学位供给", "县财政局", "responsible") in {
        (one.clause.heading, one.department.name, one.role) for one in extract(text)
    }


def test_bodies_below_a_part_have_that_part_in_what_stands_below_them() -> None:
    text = (
        "一、牵头任务\n（一）市商务局\n1.举办进口展。配合单位：市贸促会\n（二）市文旅局（1项）\n1.培育夜市。\n"
        "二、配合任务\n（一）市财政局\n1.编制预算。\n"
    )
    assert [(one.clause.heading, one.department.name, one.role) for one in extract(text)] == [
        ("举办进口展", "市贸促会", "support"),
        ("举办进口展", "市商务局", "lead"),
        ("培育夜市", "市文旅局", "lead"),
        ("编制预算", "市财政局", "support"),
    ]
