"""What groups are called, and which group a sentence speaks of."""

from __future__ import annotations

import pytest

from raci.groups import org


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("设立云泽市食品安全委员会（以下简称市食安委）。市食安委主任由市长担任。", "云泽市食品安全委员会"),
        ("成立2025年云泽绿道节组织委员会，主席由市长担任。", "2025年云泽绿道节组织委员会"),
        ("云泽县山洪灾害防御指挥部指挥长由副县长兼任。", "云泽县山洪灾害防御指挥部"),
        ("第三条　为规范云泽市绿道建设联席会议（以下简称市联席会议）工作，制定本制度。\n"
         "第四条　市联席会议召集人由副市长担任。", "云泽市绿道建设联席会议"),
        ("市级总林长由市长担任。", "林长制"),
        ("2.1 市抗旱指挥部\n指挥长：副市长\n", "市抗旱指挥部"),
        ("市绿道建设领导小组组长：王某　副市长\n", "市绿道建设领导小组"),
        ("关于成立县茶产业专班的通知\n组长：县长\n", "县茶产业专班"),
    ],
)  # fmt: skip
def test_what_a_group_is_called(text: str, name: str) -> None:
    assert [group.name for group in org(text)] == [name]


def test_short_names_tell_groups_apart() -> None:
    text = (
        "成立云泽市绿道建设领导小组（以下简称领导小组），由市长任组长。"
        "成立云泽市绿道建设工作专班（以下简称工作专班），由市园林局局长任组长。"
        "领导小组办公室设在市政府办公室。工作专班办公室设在市园林局。"
    )
    assert {
        group.name: [m.department.name for m in group.members if m.position == "office" and m.department]
        for group in org(text)
    } == {"云泽市绿道建设领导小组": ["市政府办公室"], "云泽市绿道建设工作专班": ["市园林局"]}


@pytest.mark.parametrize("body", ["市发展和改革委员会", "市民族事务委员会", "高新区管理委员会"])
def test_a_body_is_no_group(body: str) -> None:
    assert [group.name for group in org(f"1. {body}\n由市长任组长。\n")] == []
