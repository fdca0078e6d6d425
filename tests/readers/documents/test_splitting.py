"""One file, several plans."""

from __future__ import annotations

import pytest
from texts import NOISE

from raci.pipeline import analyses
from raci.readers.registry import read_text


def plan(title: str, body: str) -> str:
    return (
        f"{title}\n为促进消费，制定本方案。\n一、总体要求\n{NOISE[0]}\n二、重点任务\n"
        f"（一）优化布局。{NOISE[1]}（责任单位：{body}）\n三、附则\n本方案自印发之日起施行。\n"
    )


def titles(text: str) -> list[str]:
    return [document.title for document in read_text(text)]


@pytest.mark.parametrize(
    "text",
    [
        plan("夜间消费行动方案", "市商务局"),
        "消费政策汇编\n" + plan("夜间消费行动方案1", "市商务局"),
        plan("2024年夜间消费行动方案", "市商务局") + "附件1\n任务分工表\n附件2\n名单\n",
        "夜间消费行动方案\n一、任务清单1\n" + NOISE[0] + "\n任务清单2\n" + NOISE[1],
        plan("夜间消费行动方案2", "市商务局") + plan("夜间消费行动方案3", "市财政局"),
    ],
    ids=["one plan", "a plan with a number", "annexes", "lists in a plan", "no first"],
)
def test_one_plan_stays_one(text: str) -> None:
    (document,) = read_text(text)
    assert document.text.splitlines() == text.splitlines()


@pytest.mark.parametrize(
    "names",
    [
        ["夜间消费实施方案1", "夜间消费实施方案2", "夜间消费实施方案3"],
        ["夜间消费实施方案（一）", "夜间消费实施方案（二）"],
        ["夜间消费实施方案一", "夜间消费实施方案二", "夜间消费实施方案三"],
        ["夜间消费工作计划 篇1", "夜间消费工作计划 篇2"],
        ["夜间消费工作计划 第1篇", "夜间消费工作计划 第2篇"],
        [f"夜间消费实施方案{n}" for n in range(1, 13)],
    ],
    ids=lambda names: names[-1],
)
def test_titles_that_count_up_head_a_plan_each(names: list[str]) -> None:
    bodies = [f"市{'商财教民公'[n % 5]}务局" for n in range(len(names))]
    text = "夜间消费方案大全\n以下是小编整理的方案，仅供参考。\n" + "".join(map(plan, names, bodies))
    found = analyses(text)
    assert [one.document.title for one in found] == names
    assert [one.assignments[0].department.name for one in found] == bodies
    for one in found:
        assert one.document.text.startswith(one.document.title), "nothing of a plan stands in another"
        assert {each.document for each in one.assignments} == {one.document.title}


def test_the_lines_of_a_later_plan_are_those_of_the_file() -> None:
    text = plan("夜间消费实施方案1", "市商务局") + plan("夜间消费实施方案2", "市财政局")
    second = read_text(text)[1]
    at = second.text.index("市财政局")
    place = second.place(at)
    assert place is not None
    assert place.line is not None
    assert "市财政局" in text.splitlines()[place.line - 1]


def test_the_same_title_twice_is_told_apart() -> None:
    text = "".join(plan(f"夜间消费实施方案{n}", "市商务局") for n in (1, 2, 3))
    assert len(set(titles(text))) == 3


COLLECTED = (
    "4. 云岭市人民政府办公室关于印发云岭市夜间消费提升行动\n方案的通知（2024 年5 月8 日）\n云政办发〔2024〕15 号\n"
    "各县（市）人民政府：\n现印发给你们，请认真贯彻执行。\n一、重点任务\n"
)


def test_the_title_of_a_collections_document_is_no_task() -> None:
    (document,) = read_text(COLLECTED + f"1.优化布局。{NOISE[1]}（责任单位：市商务局）\n", "汇编.txt")
    assert document.title == "云岭市人民政府办公室关于印发云岭市夜间消费提升行动方案的通知"
    assert (document.number, document.date) == ("云政办发〔2024〕15 号", "2024-05-08")
    (analysis,) = analyses(COLLECTED + f"1.优化布局。{NOISE[1]}（责任单位：市商务局）\n")
    assert [clause.heading for clause in analysis.task_clauses()] == ["优化布局"]


def test_a_numbered_task_with_a_date_begins_no_document() -> None:
    text = COLLECTED + "1.制定工作方案（2024年6月30日）\n2.印发实施意见\n（2024年7月30日前完成）\n"
    assert len(read_text(text)) == 1


def test_a_collection_is_parted_before_work_points_and_regulations_too() -> None:
    body = plan("为此制定本文件", "市商务局")
    text = (
        f"3. 云泽省节约用水2023 年工作要点（2023 年4 月10\n日）\n{body}4. 云泽市节约用水条例（2023 年5 月6 日）\n{body}"
    )
    assert titles(text) == ["云泽省节约用水2023年工作要点", "云泽市节约用水条例"]


def test_a_list_of_dated_documents_parts_nothing() -> None:
    text = plan("节水行动方案", "市水务局").replace(
        "三、附则\n",
        "三、政策依据\n1. 云泽省节约用水条例（2021年3月1日）\n2. 云泽市节水规划（2022年1月5日）\n"
        "3. 云泽市人民政府关于节水的意见（2022年2月5日）\n四、附则\n",
    )
    assert titles(text) == ["节水行动方案"]
