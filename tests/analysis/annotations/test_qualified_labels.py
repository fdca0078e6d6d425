"""Words written before a label: its own, or the task of the line."""

from __future__ import annotations

import pytest
from texts import by_task, said

L, R, S = "lead", "responsible", "support"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("整治牵头部门：县水利局", "整治协同部门：各乡镇"),
        ("◆清漂牵头单位：县水利局", "◆清漂配合单位：各乡镇"),
        ("灯会筹备牵头单位：县水利局", "灯会筹备配合单位：各乡镇"),
    ],
)
def test_a_word_before_several_labels_belongs_to_them(first: str, second: str) -> None:
    text = f"丰岭县河湖清漂方案\n一、清理漂浮物\n组织打捞队每日巡河。\n{first}\n{second}\n"
    assert by_task(text) == {"清理漂浮物": [("县水利局", L), ("各乡镇", S)]}


def test_a_word_of_two_characters_below_a_task_belongs_to_its_label() -> None:
    assert by_task("一、安装路灯\n在主街安装。\n亮化责任单位：县住建局\n") == {"安装路灯": [("县住建局", R)]}


@pytest.mark.parametrize("noun", ["亮化工程", "重点项目", "采购"])
def test_a_noun_at_the_start_of_a_line_is_no_word_of_a_sentence(noun: str) -> None:
    assert said(f"1.安装路灯\n{noun}责任单位：县住建局\n") == [("县住建局", R)]


def test_a_sentence_on_such_bodies_names_nobody() -> None:
    assert said("一、压实责任。督促产品责任单位：依法履行召回义务，及时报告情况。\n") == []


def test_words_that_differ_from_line_to_line_are_the_tasks() -> None:
    text = "分工如下：\n治安维护责任单位：县公安局\n交通保障责任单位：县交警大队\n医疗救护责任单位：县卫健局\n"
    assert by_task(text) == {
        "治安维护": [("县公安局", R)],
        "交通保障": [("县交警大队", R)],
        "医疗救护": [("县卫健局", R)],
    }


@pytest.mark.parametrize("mark", ["★", "●", "◆"])
def test_names_with_a_bullet_each_are_a_list(mark: str) -> None:
    fair = f"一、办好灯会\n{mark}县文旅局（牵头）{mark}县财政局{mark}县公安局\n"
    text = f"{fair}二、办好书展\n{mark}县图书馆（牵头）{mark}县教育局\n"
    assert by_task(text) == {
        "办好灯会": [("县文旅局", L), ("县财政局", R), ("县公安局", R)],
        "办好书展": [("县图书馆", L), ("县教育局", R)],
    }


def test_the_label_of_whom_a_lead_acts_with_names_who_helps() -> None:
    text = "1.编制规划。（牵头：县水务局；会同：县发改局、县自然资源局；时限：2026年8月）\n"
    assert said(text) == [("县水务局", L), ("县发改局", S), ("县自然资源局", S)]


def test_bodies_behind_a_label_of_persons_are_responsible() -> None:
    text = "1.完成测试。责任人：测试组\n2.出具方案。责任人：客服部、质量部\n3.签发方案。责任人：王科、李主任\n"
    assert said(text) == [
        ("测试组", R),
        ("客服部", R),
        ("质量部", R),
        ("王科", "leader"),
        ("李主任", "leader"),
    ]


def test_bodies_that_all_tasks_need_are_named_for_each() -> None:
    text = (
        "说明：各项任务均需各县（市、区）政府、开发区管委会抓好落实，以下不再列出。\n1.推进供热改造。（市城管局牵头）\n"
    )
    assert said(text) == [("市城管局", L), ("各县（市、区）政府", R), ("开发区管委会", R)]
