"""Gold files: what counts as right, what is told of faults, how annotations are written."""

from __future__ import annotations

import json

import pytest

from raci.accuracy.folding import fold_lines, heading_key
from raci.accuracy.forms import form_of
from raci.accuracy.gold import compare, parse_gold
from raci.accuracy.gold_figures import gold_evaluation
from raci.errors import ReadError

Row = dict[str, object]


def row(task: str, department: str, role: str, basis: str = "annotation") -> Row:
    return {"task": task, "number": "（一）", "department": department, "role": role, "basis": basis}


def gold(*clauses: dict[str, object], form: str = "bracket-labels") -> dict[str, object]:
    return {"document": "方案", "form": form, "clauses": list(clauses)}


def clause(heading: str, *assignments: dict[str, object], **more: object) -> dict[str, object]:
    return {"clause": heading, "annotation": "", "assignments": list(assignments), **more}


def counts(document: dict[str, object], *rows: Row) -> dict[str, int]:
    return {
        key: value
        for key, value in compare(document, rows).counts["bracket-labels"].items()
        if key in ("tp", "fp", "fn")
    }


LEAD = {"dept": "县水利局", "role": "lead"}


@pytest.mark.parametrize(
    ("assignments", "rows", "tp_fp_fn"),
    [
        ([LEAD], [row("治理河道", "县水利局", "lead")], (1, 0, 0)),
        ([LEAD], [row("治理河道", "县水利局", "support")], (0, 1, 1)),
        ([LEAD], [], (0, 0, 1)),
        ([LEAD], [row("治理河道", "县水利局", "lead", "inherited")], (0, 0, 1)),  # handed down: counts neither way
        ([LEAD], [row("治理河道", "县水利局", "lead", "prose")], (0, 0, 1)),
        (
            [{"dept": "县水利局", "role": ["lead", "responsible"]}],
            [row("治理河道", "县水利局", "responsible")],
            (1, 0, 0),
        ),
        (
            [{"any": [["甲和乙"], ["甲", "乙"]], "role": "support"}],
            [row("治理河道", "甲", "support"), row("治理河道", "乙", "support")],
            (2, 0, 0),
        ),
        ([LEAD], [row("治理河道", "县水利局", "lead"), row("治理河道", "县财政局", "support")], (1, 1, 0)),
    ],
)
def test_what_counts(assignments: list[dict[str, object]], rows: list[Row], tp_fp_fn: tuple[int, int, int]) -> None:
    found = counts(gold(clause("（一）治理河道", *assignments)), *rows)
    assert (found["tp"], found["fp"], found["fn"]) == tp_fp_fn


def test_what_is_optional_counts_neither_way() -> None:
    document = gold(clause("（一）治理河道", LEAD, optional=[["县河长办", "support"]]))
    both = [row("治理河道", "县水利局", "lead"), row("治理河道", "县河长办", "support")]
    assert counts(document, *both)["fp"] == 0
    assert counts(document, both[0])["fn"] == 0


def test_a_clause_that_is_covered_counts_with_its_annotation() -> None:
    document = gold(clause("（一）治理河道", LEAD, covers=["（二）清理垃圾"]))
    assert counts(document, row("清理垃圾", "县水利局", "lead"))["tp"] == 1


def test_rows_where_the_gold_has_nothing_are_told_apart() -> None:
    comparison = compare(gold(clause("（一）治理河道", LEAD)), [row("总体要求", "县财政局", "lead")])
    assert comparison.counts["outside"]["fp"] == 1
    assert [difference.form for difference in comparison.differences] == ["bracket-labels", "outside"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("（一）治理河道。加强巡查", "治理河道"),
        ("(一)治理 河道", "（三）治理河道"),
        ("1.开展全市边角地块普查工作的通知", "开展全市边角地块普查"),
    ],
)
def test_headings_are_known_by_their_beginning(first: str, second: str) -> None:
    assert heading_key(first) == heading_key(second)


def test_articles_are_known_by_their_number() -> None:
    assert heading_key("县水利局负责", "第三条") != heading_key("县水利局负责", "第四条")


TEXT = """一、治河（牵头单位：县水利局；配合单位：县财政局）
二、植树。（县林业局牵头，县水利局配合）
三、考核。〔县政府办、县财政局〕
四、宣传
责任单位：县教育局
五、巡查。组织巡查。责任部门：县城管局
五之二、再巡查
牵头单位：县公安局
责任单位：县城管局
六、养护。县城管局负责，县财政局配合。
序号\t任务\t单位\t时限
1\t清淤\t县水利局\t5月底
"""


@pytest.mark.parametrize(
    ("annotation", "form"),
    [
        ("（牵头单位：县水利局；配合单位：县财政局）", "bracket-labels"),
        ("牵头单位：县水利局；配合单位：县财政局", "bracket-labels"),
        ("（县林业局牵头，县水利局配合）", "bracket-verbs"),
        ("〔县政府办、县财政局〕", "bracket-names"),
        ("责任单位：县教育局", "label-line"),
        ("责任部门：县城管局", "label-inline"),
        ("牵头单位：县公安局责任单位：县城管局", "label-line"),  # stacked: the gold has it in one line
        ("县城管局负责，县财政局配合", "verbs"),
        ("县水利局 | 5月底", "table"),
    ],
)
def test_forms(annotation: str, form: str) -> None:
    assert form_of(annotation, fold_lines(TEXT)) == form


def test_of_the_same_words_those_behind_the_heading_are_meant() -> None:
    text = fold_lines("一、治河（责任单位：县水利局）\n二、清淤。责任单位：县水利局\n")
    assert form_of("责任单位：县水利局", text, "一、治河") == "bracket-labels"
    assert form_of("责任单位：县水利局", text, "二、清淤") == "label-inline"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "不是有效的 JSON"),
        ("{}", "应是文件的列表"),
        ("[]", "应是文件的列表"),
        ('[{"document": "甲"}]', "第 1 份文件没有 clauses"),
        ('[{"clauses": [{}]}]', "第 1 份文件第 1 条：没有 clause"),
        ('[{"clauses": [{"clause": "一"}]}]', "第 1 条：没有 assignments"),
        ('[{"clauses": [{"clause": "一", "assignments": [{"dept": "甲"}]}]}]', "应有 dept（或 any）和 role"),
    ],
)
def test_faults_of_a_gold_file_are_named(text: str, said: str) -> None:
    with pytest.raises(ReadError, match="标注") as caught:
        parse_gold(text, "标注.json")
    assert said in str(caught.value)


def test_figures_of_many_documents() -> None:
    right, wrong = row("治理河道", "县水利局", "lead"), row("治理河道", "县财政局", "lead")
    document = gold(clause("（一）治理河道", LEAD))
    assert json.loads(json.dumps(document)) == document
    result = gold_evaluation([compare(document, [right])] * 15 + [compare(document, [wrong])] * 5)
    whole = result.whole
    assert (whole.precision.value, whole.recall.value, whole.f1.value) == (0.75, 0.75, 0.75)
    assert whole.documents == 20
    assert whole.precision.low is not None and 0.5 < whole.precision.low < 0.75 < (whole.precision.high or 0) <= 0.95
    assert "精确率 75.0%" in result.sentence and "precision 75.0%" in result.sentence_en
    assert [figure.group for figure in result.figures] == ["全部", "括号里带标签"]
    assert len(result.differences) == 5
    assert list(result.table["precision"]) == [0.75, 0.75]
