"""Tables of members and of groups: what a column is tells what stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from raci.groups import org

Rows = list[tuple[str, ...]]


def groups_of(tmp_path: Path, rows: Rows, lead: str = "") -> dict[str, list[tuple[str, str | None, str | None]]]:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = tmp_path / "members.html"
    page.write_text(
        f'<html><head><meta charset="utf-8"></head><body>{lead}<table>{cells}</table></body></html>', encoding="utf-8"
    )
    return {
        group.name: [
            (m.position, m.name or (m.department.name if m.department else None), m.post) for m in group.members
        ]
        for group in org(page)
    }


TITLE = "<h1>云泽市湿地保护领导小组成员名单</h1>"
EXPECTED = {
    "云泽市湿地保护领导小组": [("head", "王某", "副市长"), ("member", "李某", "市财政局副局长")],
}


@pytest.mark.parametrize(
    "rows",
    [
        [
            ("序号", "组内职务", "姓名", "单位及职务"),
            ("1", "组长", "王某", "副市长"),
            ("2", "成员", "李某", "市财政局副局长"),
        ],
        [("组　长", "王　某", "副市长"), ("成　员", "李　某", "市财政局副局长")],
        [
            ("姓名", "单位", "职务", "领导小组职务"),
            ("王某", "市政府", "副市长", "组长"),
            ("李某", "市财政局", "副局长", "成员"),
        ],
        [("组长", "王某　副市长"), ("成员", "李某　市财政局副局长")],
        [
            ("职务", "姓名", "现任职务", "联系电话"),
            ("组长", "王某", "副市长", "1234"),
            ("成员", "李某", "市财政局副局长", "1235"),
        ],
    ],
    ids=["usual", "no heads", "body and post apart", "one cell", "telephone"],
)
def test_members_in_a_table(tmp_path: Path, rows: Rows) -> None:
    assert groups_of(tmp_path, rows, TITLE) == EXPECTED


def test_a_title_within_the_table_names_the_group(tmp_path: Path) -> None:
    rows: Rows = [
        ("云泽市湿地保护领导小组成员名单", "", ""),
        ("组长", "王某", "副市长"),
        ("成员", "李某", "市财政局副局长"),
    ]
    assert groups_of(tmp_path, rows) == EXPECTED


def test_the_words_below_a_table_may_say_whose_it_is(tmp_path: Path) -> None:
    rows: Rows = [("姓名", "单位及职务", "身份"), ("王某", "副市长", "组长"), ("李某", "市财政局副局长", "成员")]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = tmp_path / "members.html"
    page.write_text(
        f'<html><head><meta charset="utf-8"></head><body><h1>绿道建设方案</h1><table>{cells}</table>'
        "<p>以上人员组成云泽市绿道建设领导小组。</p></body></html>",
        encoding="utf-8",
    )
    assert [(group.name, len(group.members)) for group in org(page)] == [("云泽市绿道建设领导小组", 2)]


def test_a_column_may_name_the_groups(tmp_path: Path) -> None:
    rows: Rows = [
        ("机构", "职务", "人员"),
        ("云泽县湿地保护指挥部", "指挥长", "县长"),
        ("", "成员单位", "县财政局、县水务局"),
        ("指挥部办公室", "主任", "县林业局局长"),
    ]
    assert groups_of(tmp_path, rows) == {
        "云泽县湿地保护指挥部": [
            ("head", None, "县长"),
            ("member", "县财政局", None),
            ("member", "县水务局", None),
            ("office_head", "县林业局", "县林业局局长"),
        ],
    }


def test_a_remark_tells_who_leads_the_office(tmp_path: Path) -> None:
    rows: Rows = [("职务", "姓名", "单位及职务", "备注"), ("副组长", "王某", "市园林局局长", "兼办公室主任")]
    assert groups_of(tmp_path, rows, TITLE)["云泽市湿地保护领导小组"] == [
        ("deputy", "王某", "市园林局局长"),
        ("office_head", "王某", "市园林局局长"),
    ]


def test_one_cell_may_give_two_positions_and_a_seat_may_be_vacant(tmp_path: Path) -> None:
    rows: Rows = [
        ("姓名", "单位及职务", "领导小组职务"),
        ("王某", "副市长", "组长"),
        ("李某", "市园林局局长", "副组长兼办公室主任"),
        ("空缺", "市水务局局长", "成员"),
        ("周某", "市教育局局长", "成员"),
    ]
    assert groups_of(tmp_path, rows, TITLE)["云泽市湿地保护领导小组"] == [
        ("head", "王某", "副市长"),
        ("deputy", "李某", "市园林局局长"),
        ("office_head", "李某", "市园林局局长"),
        ("member", "市水务局", "市水务局局长"),
        ("member", "周某", "市教育局局长"),
    ]


@pytest.mark.parametrize("numbered", [False, True])
def test_a_row_may_be_a_group(tmp_path: Path, *, numbered: bool) -> None:
    rows: Rows = [
        ("工作组", "牵头单位", "成员单位", "主要职责"),
        ("综合协调组", "市应急局", "市公安局、市民政局", "负责协调"),
        ("救护组", "市卫健委", "市红十字会", "负责救治"),
    ]
    rows = (
        [(f"{index}.{row[0]}" if index else row[0], *row[1:]) for index, row in enumerate(rows)] if numbered else rows
    )
    assert groups_of(tmp_path, rows) == {
        "综合协调组": [("head", "市应急局", None), ("member", "市公安局", None), ("member", "市民政局", None)],
        "救护组": [("head", "市卫健委", None), ("member", "市红十字会", None)],
    }


def test_chains_in_rows_have_chiefs_of_several_ranks(tmp_path: Path) -> None:
    rows: Rows = [
        ("序号", "产业链", "总链长", "链长", "副链长", "牵头部门"),
        ("1", "智能农机产业链", "市长", "王某（副市长）", "市工信局局长", "市工信局"),
        ("2", "绿色食品产业链", "市长", "李某（副市长）", "市农业农村局局长", "市农业农村局"),
    ]
    found = groups_of(tmp_path, rows)
    assert list(found) == ["智能农机产业链", "绿色食品产业链"]
    assert found["绿色食品产业链"] == [
        ("head", None, "市长"),
        ("head", "李某", "副市长"),
        ("deputy", "市农业农村局", "市农业农村局局长"),
        ("head", "市农业农村局", None),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [("任务", "牵头单位", "配合单位"), ("绿道建设", "市园林局", "市财政局")],
        [("岗位", "姓名", "电话"), ("局长", "王某", "1234"), ("副局长", "李某", "1235")],
    ],
)
def test_other_tables_list_no_members(tmp_path: Path, rows: Rows) -> None:
    assert groups_of(tmp_path, rows) == {}


RIVERS = {
    "青溪河": [("head", "王某", "副县长"), ("head", "李某", "青溪镇镇长")],
    "白水河": [("head", "陈某", "县水利局局长"), ("head", "赵×", "白水乡乡长")],
}


@pytest.mark.parametrize(
    "rows",
    [
        [
            ("序号", "河流名称", "县级河长", "职务", "乡级河长", "职务"),
            ("1", "青溪河", "王某", "副县长", "李某", "青溪镇镇长"),
            ("2", "白水河", "陈某", "县水利局局长", "赵×", "白水乡乡长"),
        ],
        [
            ("河流", "县级河长姓名及职务", "乡级河长姓名及职务"),
            ("青溪河", "王某　副县长", "李某　青溪镇镇长"),
            ("白水河", "县水利局局长　陈某", "赵×　白水乡乡长"),
        ],
    ],
    ids=["posts beside names", "names with posts"],
)
def test_a_river_in_each_row_has_its_chiefs(tmp_path: Path, rows: Rows) -> None:
    assert groups_of(tmp_path, rows, "<p>云泽县河长名单</p>") == RIVERS


def test_the_second_row_of_a_head_is_no_river(tmp_path: Path) -> None:
    page = tmp_path / "roads.html"
    page.write_text(
        '<html><head><meta charset="utf-8"></head><body><p>云泽县路长名单</p><table><tr><th rowspan="2">路段</th>'
        '<th colspan="2">县级路长</th></tr><tr><th>姓名</th><th>职务</th></tr>'
        "<tr><td>青溪路</td><td>王某</td><td>副县长</td></tr></table></body></html>",
        encoding="utf-8",
    )
    assert [(group.name, [(m.name, m.post) for m in group.members]) for group in org(page)] == [
        ("青溪路", [("王某", "副县长")])
    ]


def test_one_may_be_contact_as_well(tmp_path: Path) -> None:
    rows: Rows = [
        ("姓名", "职务", "专班职务"),
        ("王某", "副镇长", "组长"),
        ("李某", "镇民政办主任", "成员兼联络员"),
    ]
    found = groups_of(tmp_path, rows, "<p>云泽镇绿道建设工作专班人员名单</p>")
    assert [(position, name) for members in found.values() for position, name, _ in members] == [
        ("head", "王某"),
        ("member", "李某"),
        ("contact", "李某"),
    ]


def test_two_persons_beside_one_another() -> None:
    text = (
        "云泽市绿道建设领导小组成员名单\n\n职务\t姓名\t单位及职务\t姓名\t单位及职务\n组长\t李平\t市长\t\t\n"
        "成员\t周小兰\t市水务局局长\t钱多多\t市财政局局长\n成员\t吴小林\t市园林局局长\t孙一心\t市教育局局长\n"
    )
    (group,) = org(text)
    assert [(member.name, member.post) for member in group.members] == [
        ("李平", "市长"),
        ("周小兰", "市水务局局长"),
        ("钱多多", "市财政局局长"),
        ("吴小林", "市园林局局长"),
        ("孙一心", "市教育局局长"),
    ]


def test_the_head_of_a_table_is_no_member() -> None:
    (group,) = org("云泽市绿道建设领导小组成员名单\n\n成员\t单位\n组长\t市园林局\n成员\t市水务局\n成员\t市财政局\n")
    assert [member.department and member.department.name for member in group.members] == [
        "市园林局",
        "市水务局",
        "市财政局",
    ]
