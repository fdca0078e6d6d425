"""What ``raci check --tables`` says of a table."""

from __future__ import annotations

from raci.cli.table_lines import table_lines
from raci.pipeline import analyse
from raci.readers.registry import read_bytes


def lines(text: str) -> list[str]:
    (document,) = read_bytes(text.encode(), "表.csv")
    return list(table_lines(analyse(document)))


def test_columns_that_are_not_used_say_so() -> None:
    said = lines("任务,责任单位,启动时间,完成时间\n修缮堤坝,县水利局,3月,6月\n补种绿篱,县林业局,4月,5月\n")
    assert any("启动时间" in line and "没有用" in line for line in said)
    assert any("完成时间" in line and "没有用" not in line for line in said)


def test_a_second_head_begins_a_part() -> None:
    said = lines(
        "项目,责任单位,完成时间\n修缮堤坝,县水利局,6月\n补种绿篱,县林业局,5月\n任务,牵头单位,配合单位\n清运垃圾,县城管局,县财政局\n"
    )
    assert sum("换了栏名" in line for line in said) == 1


def test_what_is_no_assignment_of_duties_is_said_to_be_a_list() -> None:
    said = lines("部门,指标,权重,目标值\n销售部,回款率,30%,95%\n生产部,合格率,25%,98%\n")
    assert "考核指标" in said[0]
    assert "0 项任务" in said[0]


def test_a_column_of_bodies_beside_their_duties_is_known() -> None:
    said = lines("成员单位,主要职责\n县水利局,监测水情并发布预警\n县民政局,安置转移的群众\n")
    assert any("成员单位 → unit 单位" in line for line in said)
