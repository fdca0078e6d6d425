"""What a sheet of fields says beside who does it: in the table, without the names of its other fields."""

from __future__ import annotations

from pathlib import Path

from raci.pipeline import analyse
from raci.views.tables.pair_words import words_of_pairs

SHEETS = """云岭县督办单

序号：1
工作内容：改造农贸市场
牵头单位：县商务局
完成时限：2026年6月底前
备注：

序号：2
工作内容：修缮老旧校舍
牵头单位：县教育局
完成时限：2026年9月底前
备注：列入民生实事
"""
FORM = """| 项目名称 | 环湖绿道 |
| --- | --- |
| 建设内容 | 新建绿道12公里 |
| 责任单位 | 县住建局 |
| 资金来源 | 县级财政 |
"""


def test_facts_stand_behind_their_names_and_the_rest_stands_in_columns_of_its_own() -> None:
    assert list(words_of_pairs(analyse(SHEETS)).values()) == [(), ("备注：列入民生实事",)]


def test_what_is_to_be_done_stands_by_itself() -> None:
    analysis = analyse("云岭县项目表\n\n" + FORM)
    assert list(words_of_pairs(analysis).values()) == [("新建绿道12公里", "资金来源：县级财政")]


def test_a_field_that_the_users_rules_know_stands_in_its_own_column_alone(tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text('[columns]\n"抓手"= "lead"\n', encoding="utf-8")
    form = FORM.replace("| 资金来源 | 县级财政 |", "| 抓手 | 县发改局 |")
    analysis = analyse("云岭县项目表\n\n" + form, rules=[rules])
    assert [one.department.name for one in analysis.assignments if one.role == "lead"] == ["县发改局"]
    assert list(words_of_pairs(analysis).values()) == [("新建绿道12公里",)]
