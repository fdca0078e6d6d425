"""Annotations at the end of parts with general headings, of closing words, and of the document."""

from __future__ import annotations

from texts import MARKED, NOISE

from raci.pipeline import extract

A, B, C = NOISE[:3]


def rows(text: str) -> list[tuple[str, str, str]]:
    """(task, department, basis) in order."""
    return [(one.clause.heading, one.department.name, one.basis) for one in extract(text, basis=MARKED)]


PROJECTS = f"""一、加快建设
（一）交通设施
1.投资重点
（1）修建公路。{A}
（2）改造港口。{B}
2.{{}}
（1）争取资金。{C}
（2）完善机制。{A}
牵头单位：市交通运输局
（二）能源设施。{B}（市发展改革委负责）
"""


def test_parts_with_general_headings_are_no_tasks_and_the_line_below_them_is_their_item_s() -> None:
    found = rows(PROJECTS.format("主要措施"))
    assert found[0] == ("交通设施", "市交通运输局", "annotation")
    leaves = [
        ("修建公路", "inherited"),
        ("改造港口", "inherited"),
        ("争取资金", "inherited"),
        ("完善机制", "inherited"),
    ]
    assert [(task, basis) for task, name, basis in found if name == "市交通运输局"][1:] == leaves


def test_a_part_with_a_heading_of_its_own_keeps_the_line_below_it() -> None:
    found = rows(PROJECTS.format("落实补助资金"))
    assert ("落实补助资金", "市交通运输局", "annotation") in found
    assert "修建公路" not in {task for task, *_ in found}


LAST = f"一、任务\n（一）优化布局。{A}（市商务局负责）\n（二）强化督办。{B}\n任务完成情况纳入考核。（市督查室负责）\n"


def test_what_closes_the_document_is_no_paragraph_of_its_last_task() -> None:
    for closing in (
        "",
        "云岭市人民政府办公室2026年5月10日（此件公开发布）\n",
        "本措施自发布之日起施行，有效期三年。\n",
    ):
        assert ("强化督办", "市督查室", "annotation") in rows(LAST + closing)


def test_but_a_paragraph_that_goes_on_is() -> None:
    assert ("任务完成情况纳入考核", "市督查室", "annotation") in rows(f"{LAST}各单位要定期报告进展情况。\n")


def test_a_line_behind_words_on_the_whole_chapter_is_that_of_all_its_items() -> None:
    text = (
        f"一、实施梯度培养\n（一）推动升级。{A}\n（二）支持上市。{B}\n"
        "市级财政对实施梯度培养成效明显的县区给予奖励。\n责任单位：市工信局\n二、其他\n"
    )
    assert rows(text) == [
        ("实施梯度培养", "市工信局", "annotation"),
        ("推动升级", "市工信局", "inherited"),
        ("支持上市", "市工信局", "inherited"),
    ]
    other = text.replace("实施梯度培养成效", "股改上市成效")
    assert rows(other) == [("支持上市", "市工信局", "annotation")]


SHARED = f"""一、任务
（一）便利融资（市金融办牵头，市财政局、市人社局按职责分工负责）
1.推广产品。{A}（市金融办、市财政局按职责分工负责）
2.压缩时限。{B}（市人社局负责）
"""


def test_a_task_that_names_the_lead_of_its_heading_in_another_role_has_no_other_lead() -> None:
    found = rows(SHARED)
    assert ("推广产品", "市金融办", "inherited") not in found
    assert ("压缩时限", "市金融办", "inherited") in found


def test_but_a_heading_that_says_nothing_but_who_leads_leads_it() -> None:
    text = (
        f"一、任务\n（一）便利融资（牵头单位：市金融办）\n"
        f"1.推广产品。{A}（责任单位：市金融办、市财政局）\n2.压缩时限。{B}\n"
    )
    assert ("推广产品", "市金融办", "inherited") in rows(text)
