"""Brackets that say in sentences who does what: 〔任务分解：市商务局做好信息发布；各区政府开设专栏〕."""

from __future__ import annotations

import pytest
from texts import clause, said

from raci.pipeline import analyse
from raci.readers.registry import read_text

L, R, S = "lead", "responsible", "support"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("市商务局做好信息发布；各区政府在网站开设专栏", [("市商务局", R), ("各区政府", R)]),
        ("市商务局、市财政局等有关单位做好信息发布", [("市商务局", R), ("市财政局", R)]),
        (
            "市司法局牵头做好清理工作，市直各单位及时报送目录；市财政局配合",
            [("市司法局", L), ("市直各单位", R), ("市财政局", S)],
        ),
        (
            "市教育局等有关公共企事业单位主管部门牵头做好指导、考评工作；各县（市）、区政府做好培训",
            [("市教育局", L), ("各县（市）、区政府", R)],
        ),
        ("市直各单位结合业务，梳理内部各处室流程，并汇总报市公开办", [("市直各单位", R)]),
        ("市委办公室、市政府办公室按照“谁制作、谁解读”原则做好解读", [("市委办公室", R), ("市政府办公室", R)]),
    ],
)
@pytest.mark.parametrize("head", ["任务分解：", "任务分工:", "责任分解：", "职责分工："])
@pytest.mark.parametrize("bracket", ["〔〕", "（）", "【】"])
def test_who_stands_before_a_duty_has_it(head: str, bracket: str, words: str, named: list[tuple[str, str]]) -> None:
    assert said(clause(f"{bracket[0]}{head}{words}{bracket[1]}")) == named


def test_what_they_do_is_told_as_left_out() -> None:
    (document,) = read_text(clause("〔任务分解：市商务局做好信息发布；各区政府开设专栏〕"))
    (told,) = [one.message for one in analyse(document).findings if one.check == "unread-words"]
    assert ["做好信息发布" in told, "开设专栏" in told] == [True, True]


def test_names_and_verbs_alone_are_read_as_elsewhere() -> None:
    assert said(clause("〔任务分解：市商务局牵头，市财政局配合〕")) == [("市商务局", L), ("市财政局", S)]


@pytest.mark.parametrize("words", ["另行通知", "详见附件", "起草、审核、发布", "一是细化清单，二是明确时限"])
def test_a_division_that_names_nobody_gives_nothing(words: str) -> None:
    assert said(clause(f"（任务分解：{words}）")) == []
