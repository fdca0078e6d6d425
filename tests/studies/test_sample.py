"""``raci.sample`` and ``raci.evaluate``, from files to figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from coders import find_all_right

import raci
from raci.errors import OptionError, ReadError

PLAN = """青溪县护河方案
一、整治河道。清除阻水障碍，恢复河道断面。（牵头单位：县水利局；配合单位：县城管局）
二、清理垃圾。定期清理河岸垃圾和漂浮物。（责任单位：县城管局）
三、要加强日常巡查，发现问题及时上报。
四、保障措施
本方案自印发之日起施行，有效期至明年年底。
"""
GOLD = [
    {
        "document": "青溪县护河方案",
        "clauses": [
            {"clause": "一、整治河道", "annotation": "（牵头单位：县水利局；配合单位：县城管局）",
             "assignments": [{"dept": "县水利局", "role": "lead"}, {"dept": "县城管局", "role": "support"}]},
            {"clause": "二、清理垃圾", "annotation": "（责任单位：县城管局）",
             "assignments": [{"dept": "县城管局", "role": "responsible"}, {"dept": "县住建局", "role": "responsible"}]},
        ],
    }
]  # fmt: skip


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "方案.txt"
    file.write_text(PLAN, encoding="utf-8")
    return file


def test_clauses_that_were_taken_for_no_task_are_drawn_from_too(plan: Path) -> None:
    drawn = raci.sample(plan, n=3, by=(), clauses=10)
    assert drawn.whole_text
    assert drawn.clause_population > 3
    texts = "\n".join(clause.text for clause in drawn.clauses)
    assert "有效期至明年年底" in texts
    found = {clause.task: clause.found for clause in drawn.clauses}
    assert found["一、 整治河道"] == (("县水利局", "牵头"), ("县城管局", "配合"))


def test_rows_have_the_words_of_their_clause(plan: Path) -> None:
    (first, *_) = raci.sample(plan, n=3, by=("role",)).rows
    assert "清除阻水障碍" in first.text
    assert first.quote == "（牵头单位：县水利局；配合单位：县城管局）"


def test_of_a_store_tasks_are_drawn(plan: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("distributed")
    raci.corpus(plan, tmp_path / "库", jobs=1)
    drawn = raci.sample(tmp_path / "库", n=3, by=("level", "year", "basis"))
    assert len(drawn.rows) == 3
    assert all(row.text for row in drawn.rows)


def _store(folder: Path, plans: int) -> Path:
    """A store of plans that differ in a number."""
    pytest.importorskip("pyarrow")
    pytest.importorskip("distributed")
    (folder / "语料").mkdir()
    for number in range(plans):
        (folder / "语料" / f"{number}.txt").write_text(PLAN.replace("明年年底", f"明年第{number + 1}季度"), "utf-8")
    raci.corpus(folder / "语料", folder / "库", jobs=1)
    return folder / "库"


def test_of_a_store_clauses_that_were_taken_for_no_task_are_drawn_of_files_read_anew(tmp_path: Path) -> None:
    drawn = raci.sample(_store(tmp_path, 8), n=3, clauses=12, by=(), texts=2)
    assert (drawn.whole_text, drawn.texts_read, drawn.texts_missing) == (True, 2, 0)
    tasks = [clause for clause in drawn.clauses if clause.strata[-1] == "认作任务"]
    others = [clause for clause in drawn.clauses if clause.strata[-1] == "没有认作任务"]
    assert sum(clause.weight for clause in tasks) == pytest.approx(8 * 4)
    # what the two files say stands for all eight
    assert others and len({clause.source for clause in others}) <= 2
    assert sum(clause.weight for clause in others) == pytest.approx(8)
    assert all("有效期至明年" in clause.text and not clause.found for clause in others)
    assert drawn.clause_population == 8 * 5
    assert any(clause.found == (("县水利局", "牵头"), ("县城管局", "配合")) for clause in tasks)
    again = raci.sample(tmp_path / "库", n=3, clauses=12, by=(), texts=2)
    assert [clause.text for clause in again.clauses] == [clause.text for clause in drawn.clauses]


def test_files_that_have_changed_since_are_told_and_tell_nothing(tmp_path: Path) -> None:
    store = _store(tmp_path, 3)
    (tmp_path / "语料" / "0.txt").unlink()
    (tmp_path / "语料" / "1.txt").write_text("青溪县别的方案\n一、修路。\n", encoding="utf-8")
    drawn = raci.sample(store, n=3, clauses=9, by=())
    assert (drawn.texts_read, drawn.texts_missing) == (1, 2)
    assert sum(clause.weight for clause in drawn.clauses if clause.strata[-1] == "没有认作任务") == pytest.approx(3)
    for path in (tmp_path / "语料").iterdir():
        path.unlink()
    drawn = raci.sample(store, n=3, clauses=9, by=())
    assert (drawn.whole_text, drawn.texts_missing) == (False, 3)
    assert all(clause.strata[-1] == "认作任务" for clause in drawn.clauses)
    assert not raci.sample(store, n=3, clauses=9, by=(), texts=0).texts_missing


def test_of_rows_alone_only_quotes_are_known(plan: Path) -> None:
    drawn = raci.sample(raci.rows(plan), n=3, by=("role",))
    assert len(drawn.rows) == 3 and len(drawn.clauses) == 2


def test_a_filled_in_workbook_gives_figures(plan: Path, tmp_path: Path) -> None:
    file = tmp_path / "抽样.xlsx"
    raci.sample(plan, file, n=3, by=())
    find_all_right(file)
    result = raci.evaluate(file)
    assert (result.whole.precision.value, result.whole.recall.value) == (1, 1)
    assert "3 条分工中" in result.sentence


def test_a_gold_file_with_its_document_beside_it(plan: Path) -> None:
    gold = plan.with_name("方案.gold.json")
    gold.write_text(json.dumps(GOLD), encoding="utf-8")
    result = raci.evaluate(gold)
    assert (result.whole.precision.value, result.whole.recall.value) == (1, 0.75)
    (difference,) = result.differences
    assert difference.missing == (("县住建局", "responsible"),)
    assert raci.evaluate(plan.parent).whole == result.whole


def test_a_document_that_is_elsewhere(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "别处").mkdir()
    gold = tmp_path / "别处" / "甲.gold.json"
    gold.write_text(json.dumps(GOLD), encoding="utf-8")
    with pytest.raises(ReadError, match="旁边没有同名的文件"):
        raci.evaluate(gold)
    assert raci.evaluate(gold, document=plan).whole.recall.value == 0.75


def test_one_gold_file_of_several_that_cannot_be_used_is_told(plan: Path) -> None:
    plan.with_name("方案.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    plan.with_name("乙.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    result = raci.evaluate(plan.parent)
    assert result.whole.documents == 1
    assert any("乙.gold.json" in fault for fault in result.faults)


def test_a_gold_document_that_is_not_found_counts_as_nothing_read(plan: Path) -> None:
    other = [{**GOLD[0], "document": "另一个完全不同的文件"}, GOLD[0]]
    plan.with_name("方案.gold.json").write_text(json.dumps(other), encoding="utf-8")
    result = raci.evaluate(plan.with_name("方案.gold.json"))
    assert any("没有找到文件" in fault for fault in result.faults)
    assert result.whole.recall.value == pytest.approx(3 / 8)


def test_the_built_in_set_has_a_document_for_each_form() -> None:
    result = raci.evaluate(builtin=True)
    forms = {figure.group for figure in result.figures if figure.dimension == "标注形式"}
    assert {"括号里带标签", "括号里带动词", "括号里只有单位", "标签自成一行", "标签接在句子后面", "表格"} <= forms
    assert result.faults == ()
    assert (result.whole.precision.value or 0) > 0.95
    # whatever a sentence is read as: it is right where body and role are
    assert all((figure.recall.value or 0) > 0.95 for figure in result.figures if figure.group in forms)


@pytest.mark.parametrize("name", ["没有.xlsx", "没有.json", "没有"])
def test_what_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadError, match=r"没有这个文件|打不开"):
        raci.evaluate(tmp_path / name)


def test_nothing_to_evaluate(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="没有可评测的"):
        raci.evaluate(tmp_path)
    with pytest.raises(ReadError, match="没有可评测的"):
        raci.evaluate()


def test_nothing_to_draw_from(tmp_path: Path) -> None:
    empty = tmp_path / "空.txt"
    empty.write_text("今天天气很好，大家都去公园散步了，没有别的事情。\n", encoding="utf-8")
    with pytest.raises(OptionError, match="没有可抽的分工"):
        raci.sample(empty, n=5, by=())
