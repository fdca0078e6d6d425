"""Columns of a matrix beside its signs."""

from __future__ import annotations

from raci.pipeline import extract
from raci.readers.registry import read_bytes

Row = tuple[str, str, str]


def found(text: str) -> tuple[list[Row], dict[str, str]]:
    """(task, body, role), and the time limits by task."""
    (document,) = read_bytes(text.encode(), "表.csv")
    listed = extract(document)
    limits = {one.clause.heading: one.deadline.text for one in listed if one.deadline is not None}
    return [(one.clause.heading, one.department.name, one.role) for one in listed], limits


def test_a_matrix_keeps_its_time_limits() -> None:
    rows, limits = found(
        "序号,任务,完成时限,教务处,学生处,后勤处\n1,迎新工作,8月底,配合,牵头,配合\n2,宿舍调整,7月底,,配合,牵头\n"
    )
    assert ("迎新工作", "学生处", "lead") in rows
    assert ("宿舍调整", "后勤处", "lead") in rows
    assert len(rows) == 5
    assert limits == {"迎新工作": "8月底", "宿舍调整": "7月底"}


def test_a_column_of_bodies_beside_signs_that_nothing_explains() -> None:
    rows, _ = found("工作内容,主管部门,发改局,财政局,审计局\n审批项目,县发改局,√,,\n监管资金,县财政局,,√,√\n")
    assert rows == [("审批项目", "县发改局", "responsible"), ("监管资金", "县财政局", "responsible")]


def test_short_words_and_legends() -> None:
    rows, _ = found("任务,综合科,业务科,法规科\n制定计划,主,协,\n开展检查,协,主,协\n")
    assert [row for row in rows if row[2] == "lead"] == [("制定计划", "综合科", "lead"), ("开展检查", "业务科", "lead")]
    assert len(rows) == 5
    rows, _ = found("▲主管部门 △相关部门\n条款,要求,办公室,生产部\n5.1,明确领导作用,▲,△\n7.1,管理资源,△,▲\n")
    assert rows[:2] == [("明确领导作用", "办公室", "responsible"), ("明确领导作用", "生产部", "support")]


def test_roles_in_a_column_of_their_own_keep_limit_and_chapter() -> None:
    text = "类别,任务,单位,角色,时限\n物流,建设冷库,县供销社,牵头,9月底\n,,县商务局,配合,\n"
    rows, limits = found(text)
    assert rows == [("建设冷库", "县供销社", "lead"), ("建设冷库", "县商务局", "support")]
    assert limits == {"建设冷库": "9月底"}


def test_letters_without_an_r() -> None:
    rows, _ = found("任务,水利局,教育局,财政局\n修缮堤防,A,C,I\n建设校舍,,A,C\n")
    assert ("修缮堤防", "水利局", "lead") in rows
    assert ("修缮堤防", "财政局", "inform") in rows
    # A and C alone may be grades
    rows, _ = found("任务,水利局,教育局,财政局\n修缮堤防,A,C,A\n建设校舍,,A,C\n")
    assert rows == []
