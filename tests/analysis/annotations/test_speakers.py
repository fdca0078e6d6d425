"""What speakers say in interviews is no list of names, nor is a sentence behind a label of persons."""

from __future__ import annotations

import pytest

import raci
from raci.pipeline import extract


def rows(text: str) -> list[tuple[str, str]]:
    return [(row.department.name, row.role) for row in extract(text)]


@pytest.mark.parametrize("asks", ["记者", "问"])
def test_answers_name_nobody(asks: str) -> None:
    text = (
        "县渔业局负责人就《渔港办法》答记者问\n"
        f"{asks}：为什么制定办法？\n负责人：近年来渔港、渔船快速增加，县委、县政府高度重视。\n"
        f"{asks}：下一步怎么做？\n县渔业局有关负责人：一分部署，九分落实。\n"
    )
    assert rows(text) == []
    assert [finding for finding in raci.check(raci.analyse(text)) if finding.check == "unread"] == []


def test_where_nobody_is_asked_the_label_names_persons() -> None:
    assert rows("一、清理泊位\n问题：泊位被占\n负责人：李强\n") == [("李强", "leader")]
    assert rows("一、清理泊位\n负责县长：李强\n牵头部门：县渔业局\n") == [("李强", "leader"), ("县渔业局", "lead")]


def test_a_sentence_behind_a_label_of_persons_is_told() -> None:
    analysis = raci.analyse("一、清理泊位\n责任人：近年来，各部门高度重视，取得较好成效。\n")
    assert not analysis.assignments
    assert [finding.check for finding in raci.check(analysis)].count("unread") == 1


def test_the_leader_of_a_group_is_no_label() -> None:
    text = "一、加强领导\n成立以主管领导为组长，教育、渔业等部门负责同志为成员的工作领导小组，开展检查。\n"
    assert rows(text) == []
