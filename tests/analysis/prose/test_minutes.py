"""Minutes and notices as offices write them: persons with their posts, an office without a name, what was reported."""

from __future__ import annotations

import pytest

from raci.pipeline import extract

HEAD = "云泽市园林局局务会议纪要\n会议议定：\n一、近期工作\n"


def said(words: str) -> list[tuple[str, str]]:
    return [(each.department.name, each.role) for each in extract(HEAD + words)]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("1.修剪行道树。由李伟副局长牵头，养护处抓落实。", [("李伟副局长", "lead"), ("养护处", "responsible")]),
        (
            "1.核销账户。卢强牵头，王丹、廖强办理。",
            [("卢强", "lead"), ("王丹", "responsible"), ("廖强", "responsible")],
        ),
        ("1.合规管理。办公室牵头，组织开展风险排查。", [("办公室", "lead")]),
        ("1.市园林局为绿道建设的牵头单位，负责编制规划。", [("市园林局", "lead")]),
        ("1.各县（市、区）供电公司要加强巡查。", [("各县（市、区）供电公司", "responsible")]),
    ],
)
def test_who_is_to_do_it_is_read(words: str, who: list[tuple[str, str]]) -> None:
    assert said(words) == who


@pytest.mark.parametrize(
    "words",
    [
        "会上，办公室、养护处等两个部门分别作工作报告。",
        "1.催促养护处尽快完成采购。",
        "1.衔接设计院在本周内到局汇报。",
        "1.和平牵头，马上办理。",
        "1.全市淘汰老旧喷灌设备的工作。",
    ],
)
def test_what_nobody_is_asked_for_is_no_duty(words: str) -> None:
    assert said(words) == []


def test_each_group_of_a_plan_has_its_duty() -> None:
    groups = "（一）宣传组。职责：组织新闻报道，编发简报。\n（二）材料组。职责：负责起草文件。"
    words = f"关于举办绿道节的方案\n四、组织机构\n{groups}"
    assert [one.department.name for one in extract(words)] == ["宣传组", "材料组"]
