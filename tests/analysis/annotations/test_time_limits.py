"""Time limits beside names: whatever their form, they are no names, and no name is one."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

L, S = "lead", "support"


def rows(bracket: str) -> list[tuple[str, str, str]]:
    found = extract(f"一、修缮文化馆（{bracket}）", basis=("annotation",))
    return [(row.department.name, row.role, row.deadline.text if row.deadline else "") for row in found]


@pytest.mark.parametrize(
    "limit",
    [
        *("2026.6", "2026/6/30前", "2026-06-30", "6.30前", "2026年", "2026年度内", "30天", "20个工作日"),
        *("Q2", "二季度", "第6周", "每周五", "每月25日前", "每学期两次", "立行立改", "立行立改、长期坚持"),
    ],
)
def test_a_time_limit_beside_names_is_no_name(limit: str) -> None:
    assert rows(f"县文旅局牵头，{limit}") == [("县文旅局", L, limit)]
    assert rows(f"县文旅局牵头，县财政局配合；{limit}") == [("县文旅局", L, limit), ("县财政局", S, limit)]


@pytest.mark.parametrize("name", ["青年部", "年级部", "年度考核办", "少年宫"])
def test_a_name_with_a_year_in_it_is_no_time_limit(name: str) -> None:
    assert rows(f"团县委牵头，{name}配合") == [("团县委", L, ""), (name, S, "")]


def test_a_time_limit_takes_no_name_with_it() -> None:
    assert rows("县文旅局牵头，春节前、县财政局配合") == [("县文旅局", L, "春节前"), ("县财政局", S, "春节前")]
    assert rows("县文旅局牵头，6月启动、9月完成") == [("县文旅局", L, "6月启动、9月完成")]


@pytest.mark.parametrize(
    "words",
    [
        "且在2030年9月30日前（精装修住房在2030年12月31日前）缴清契税的购房人给予补贴",
        "银行于2030年12月31日前向专项借款项目发放的配套融资不下调风险分类",
    ],
)
def test_a_date_of_those_who_benefit_is_no_time_limit_of_the_task(words: str) -> None:
    (row,) = extract(f"一、措施\n（一）支持购房。{words}。（责任单位：市住建局）\n", basis=("annotation",))
    assert row.deadline is None
