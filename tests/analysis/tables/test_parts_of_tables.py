"""Tables cut in two, sheets of one body with a column of roles, and fields whose value reads like a head."""

from __future__ import annotations

import pytest
from table_pages import read

from raci.pipeline import analyse, extract
from raci.readers.registry import read_bytes

Rows = list[list[str]]

HEAD = ["序号", "任务", "牵头单位", "完成时限"]
FIRST = [HEAD, ["1", "修水渠", "县水利局", "6月底"], ["2", "清河道", "县城管局", "6月底"]]
REST = [["3", "建绿道", "县住建局", "年底"], ["4", "办展会", "县文旅局、县商务局", "年底"]]


def tables(*parts: Rows | str) -> bytes:
    """A web page of tables, and of lines between them."""
    return "".join(
        f"<p>{part}</p>"
        if isinstance(part, str)
        else f"<table>{''.join('<tr><td>' + '</td><td>'.join(row) + '</td></tr>' for row in part)}</table>"
        for part in parts
    ).encode()


def read_parts(*parts: Rows | str) -> list[tuple[str, str, str]]:
    (document,) = read_bytes(tables(*parts), "表.html")
    return [(one.clause.heading, one.department.name, one.role) for one in extract(document)]


@pytest.mark.parametrize("between", [[], ["（续表）"], ["续表2"]])
def test_the_rest_of_a_table_is_read_by_the_head_above(between: list[str]) -> None:
    rows = read_parts("任务表", FIRST, *between, REST)
    assert rows[2:] == [
        ("建绿道", "县住建局", "lead"),
        ("办展会", "县文旅局", "lead"),
        ("办展会", "县商务局", "lead"),
    ]


def test_parts_without_numbers_go_on_as_well() -> None:
    first, rest = ([row[1:] for row in part] for part in (FIRST, REST))
    assert ("建绿道", "县住建局", "lead") in read_parts("任务表", first, rest)


@pytest.mark.parametrize(
    "other",
    [
        ["二、联系方式", [["3", "王强", "县水利局", "13800001111"], ["4", "李红", "县教育局", "13900001111"]]],
        [[["序号", "姓名", "单位", "职务"], ["3", "王强", "县水利局", "科长"]]],
        [[["王强", "科长", "县水利局", "13800001111"], ["李红", "科员", "县教育局", "13900001111"]]],
        [[["1", "王强", "县水利局", "科长"], ["2", "李红", "县教育局", "科员"]]],
    ],
)
def test_another_table_is_none_of_it(other: list[Rows | str]) -> None:
    assert len(read_parts("任务表", FIRST, *other)) == 2


def test_a_sheet_of_one_body_says_its_part_in_each_task() -> None:
    rows = read("序号 | 工作任务 | 角色\n1 | 修水渠 | 牵头单位\n2 | 清河道 | 配合单位", before="县水利局任务清单")
    assert [(task, role) for task, _, role, _ in rows] == [("修水渠", "lead"), ("清河道", "support")]
    rows = read("序号 | 工作任务\n1 | 修水渠\n2 | 清河道", before="各县（市、区）人民政府任务清单")
    assert [(body, role) for _, body, role, _ in rows] == [("各县（市、区）人民政府", "responsible")] * 2


def test_a_part_that_is_no_role_is_told() -> None:
    said = [["1", "修水渠", "牵头"], ["2", "清河道", "配合"], ["3", "建绿道", "配合"], ["4", "办展会", "配合"]]
    table = [["序号", "工作任务", "角色"], *said, ["5", "查隐患", "待定"]]
    (document,) = read_bytes(tables("县水利局任务清单", table), "表.html")
    analysis = analyse(document)
    assert [one.role for one in analysis.assignments] == ["lead", "support", "support", "support"]
    assert any("待定" in finding.message for finding in analysis.findings if finding.check == "unread")


@pytest.mark.parametrize("task", ["着力引进重大研发机构", "优化服务企业方式"])
def test_a_task_that_reads_like_a_head_is_the_value_of_its_field(task: str) -> None:
    assert read(f"任务 | {task}\n责任单位 | 县科技局\n工作措施 | 建立台账", before="督办表") == [
        (task, "县科技局", "responsible", None)
    ]
