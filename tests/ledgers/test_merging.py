"""Plans in one ledger: who is the same over plans, what is new, changed and gone; the order changes nothing."""

from __future__ import annotations

from datetime import date

import pytest

from raci.ledgers.lights import ADJUSTED, DONE, light_of
from raci.ledgers.merging import new_ledger, with_like_tasks, with_plans
from raci.ledgers.selection import LedgerPart, bodies_named, selected
from raci.ledgers.values import FilledIn, Ledger, LedgerTask
from raci.pipeline import analyse
from raci.register.naming import Naming

ONE = """兰州市绿道建设方案
（一）修建绿道。建成环城绿道三十公里。（牵头单位：市发展改革委；配合单位：市财政局，2026年6月底前完成）
（二）建设驿站。沿线建成驿站十二处并配齐设施。（责任单位：市园林局）
"""
TWO = """兰州市公园建设方案
（一）修建公园。新建口袋公园二十处。（牵头单位：市发展和改革委员会，2027年12月底前完成）
"""
PROVINCE = """甘肃省绿道建设方案
（一）统筹规划。编制全省绿道规划。（牵头单位：省发展改革委）
"""


def ledger_of(*texts: str, as_of: int | None = None) -> Ledger:
    return new_ledger([analyse(text, naming=Naming(as_of=as_of) if as_of else None) for text in texts], "x")


def labels(ledger: Ledger) -> set[str]:
    return {body.label for body in ledger.bodies}


def test_a_body_is_one_however_plans_write_it() -> None:
    assert "兰州市发展和改革委员会" in labels(ledger_of(ONE, TWO))
    assert len([label for label in labels(ledger_of(ONE, TWO)) if "发展" in label]) == 1


def test_bodies_of_several_levels_stay_apart() -> None:
    assert {"兰州市发展和改革委员会", "甘肃省发展和改革委员会"} <= labels(ledger_of(ONE, PROVINCE))


def test_an_office_of_no_place_is_not_that_of_another_plan() -> None:
    plans = (f"{place}绿化方案\n（一）种树。（牵头单位：综合科）\n" for place in ("兰州市", "天水市"))
    assert len(ledger_of(*plans).bodies) == 2


def test_bodies_of_two_counties_have_labels_of_their_own() -> None:
    plans = (f"{place}绿化方案\n（一）种树。（责任单位：各乡镇人民政府）\n" for place in ("榆中县", "皋兰县"))
    found = labels(ledger_of(*plans))
    assert len(found) == 2
    assert all("乡镇人民政府" in label for label in found)


def test_a_city_that_no_plan_names_is_told() -> None:
    plans = ("绿化方案\n（一）种树。（牵头单位：市水务局）\n", "治水方案\n（一）疏浚河道。（牵头单位：市水务局）\n")
    ledger = ledger_of(*plans)
    assert len(ledger.bodies) == 1
    assert [finding.kind for finding in ledger.findings] == ["单位归并"]


def test_the_order_of_plans_changes_no_body_and_no_task() -> None:
    forth, back = ledger_of(ONE, TWO, PROVINCE), ledger_of(PROVINCE, TWO, ONE)
    assert labels(forth) == labels(back)
    assert {task.id for _, task in forth.tasks()} == {task.id for _, task in back.tasks()}


def test_the_same_text_twice_is_one_plan_and_told() -> None:
    ledger = ledger_of(ONE, ONE)
    assert len(ledger.plans) == 1
    assert "只计一次" in ledger.findings[0].message


@pytest.mark.parametrize("order", [1, -1])
def test_one_plan_in_two_formats_is_one_and_told(order: int) -> None:
    texts = [ONE, ONE.replace("（二）", "\n\n（二）")]
    ledger = ledger_of(*texts[::order])
    assert [len(plan.tasks) for plan in ledger.plans] == [2]
    assert "只计一次" in ledger.findings[0].message


def test_two_texts_of_one_title_are_two_plans_and_told() -> None:
    ledger = ledger_of(ONE, ONE.replace("三十公里", "四十公里"))
    assert len(ledger.plans) == 2
    assert any(finding.kind == "同名文件" for finding in ledger.findings)
    assert len({task.id for _, task in ledger.tasks()}) == 4


def test_a_plan_that_comes_again_changes_nothing() -> None:
    ledger = ledger_of(ONE)
    again = with_plans(ledger, [analyse(ONE)])
    assert again.plans == ledger.plans
    assert "没有变化" in again.news[0]


def test_a_new_plan_is_new_and_the_others_are_not() -> None:
    ledger = with_plans(ledger_of(ONE), [analyse(TWO)])
    assert [plan.change for plan in ledger.plans] == ["", "新增"]


def test_a_new_version_tells_what_is_new_changed_and_gone_and_keeps_what_was_filled_in() -> None:
    ledger = ledger_of(ONE)
    first, second = (task for _, task in ledger.tasks())
    filled = {first.id: FilledIn("开工"), second.id: FilledIn("选址")}
    ledger = Ledger("x", ledger.plans, ledger.bodies, filled)
    revised = ONE.replace("三十公里", "三十五公里").replace("2026年6月", "2026年9月")
    revised = revised.split("（二）")[0] + "（二）种植树木。沿路栽种行道树两千株。（责任单位：市林业局）\n"
    ledger = with_plans(ledger, [analyse(revised)])
    changes = {task.heading: task.change for _, task in ledger.tasks(gone=True)}
    assert "时限" in changes["修建绿道"]
    assert changes["种植树木"] == "新增"
    assert changes["建设驿站"] == "已不在文件中"
    kept = {task.heading: ledger.filled.get(task.id) for _, task in ledger.tasks(gone=True)}
    assert kept == {"修建绿道": FilledIn("开工"), "种植树木": None, "建设驿站": FilledIn("选址")}


def test_a_heading_that_was_reworded_keeps_what_was_filled_in() -> None:
    ledger = ledger_of(ONE)
    first = next(task for _, task in ledger.tasks())
    ledger = Ledger("x", ledger.plans, ledger.bodies, {first.id: FilledIn("开工")})
    ledger = with_plans(ledger, [analyse(ONE.replace("修建绿道", "加快修建绿道"))])
    task = next(task for _, task in ledger.tasks() if task.heading == "加快修建绿道")
    assert ledger.filled[task.id] == FilledIn("开工")


def test_bodies_that_a_reform_merged_are_one_at_its_date() -> None:
    plans = (
        f"甘肃省旅游方案{number}\n（一）发展旅游{number}。（牵头单位：{body}）\n"
        for number, body in (("一", "省旅游发展委员会"), ("二", "省文化和旅游厅"))
    )
    assert len(ledger_of(*plans).bodies) == 2
    plans = (
        f"甘肃省旅游方案{number}\n（一）发展旅游{number}。（牵头单位：{body}）\n"
        for number, body in (("一", "省旅游发展委员会"), ("二", "省文化和旅游厅"))
    )
    assert len(ledger_of(*plans, as_of=2026).bodies) == 1


def test_the_same_task_in_two_plans_stands_side_by_side() -> None:
    other = ONE.replace("兰州市绿道建设方案", "兰州市生态方案").replace("2026年6月底", "2026年9月底")
    ledger = with_like_tasks(ledger_of(ONE, other))
    assert len(ledger.like) == 2
    assert any("时限" in words for pair in ledger.like for words in pair.differs)


def test_other_tasks_and_tasks_of_one_plan_do_not() -> None:
    twice = "兰州市方案\n（一）修建绿道三十公里。（市水务局负责）\n（二）修建绿道三十公里。（市财政局负责）\n"
    assert with_like_tasks(ledger_of(ONE, TWO, PROVINCE)).like == ()
    assert with_like_tasks(ledger_of(twice)).like == ()


@pytest.mark.parametrize("name", ["市发展改革委", "兰州市发展和改革委员会", "发展改革"])
def test_a_body_is_found_by_any_of_its_names(name: str) -> None:
    assert len(bodies_named(ledger_of(ONE, TWO), name)) == 1


def test_a_span_of_limits_leaves_out_what_has_no_date_and_says_so() -> None:
    part, note = selected(ledger_of(ONE, TWO), LedgerPart(until=date(2026, 12, 31)))
    assert [task.heading for _, task in part.tasks()] == ["修建绿道"]
    assert "1 项" in note


@pytest.mark.parametrize(
    ("due", "state", "light"),
    [
        ("", "", "○ 无日期"),
        ("2026-11-25", "", "● 已到期"),
        ("2026-11-26", "", "● 临近"),
        ("2026-12-10", "", "● 临近"),
        ("2026-12-20", "", "● 未到期"),
        ("2026-11-25；2027-01-01", "推进中", "● 未到期"),
        ("2026-11-25", "已完成", DONE),
        ("2026-11-25", "调整", ADJUSTED),
    ],
)
def test_the_light_of_a_task(due: str, state: str, light: str) -> None:
    task = LedgerTask("x", "", "种树", due=due)
    assert light_of(task, FilledIn(state=state), date(2026, 11, 26), 15) == light
