"""What looks like an assignment of duties: every stretch is in the rows or in a finding, and the two add up."""

from __future__ import annotations

import csv
from contextlib import suppress
from io import StringIO
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import BODIES, NOISE, Planted, clause, plans

from raci.errors import ReadError
from raci.model import Analysis, Coverage, Stretch
from raci.pipeline import analyse, analyses
from raci.readers.registry import read, read_bytes, read_text

READ = clause("（责任单位：市商务局）")
SHARED = Path(__file__).resolve().parents[3] / "shared"
FOLDERS = [
    *(SHARED / name for name in ("corpus/seed", "corpus/dev", "corpus/excerpts", "cases")),
    *(pytest.param(SHARED / name, marks=pytest.mark.slow) for name in ("corpus/unlabelled", "corpus/plain")),
]
BODY = ("县教育局", "县财政局", "县水利局", "县住建局", "县公安局")


def of(text: str) -> Analysis:
    (analysis,) = analyses(text)
    return adds_up(analysis)


def coverage(analysis: Analysis) -> Coverage:
    assert analysis.coverage is not None
    return analysis.coverage


def adds_up(analysis: Analysis) -> Analysis:
    """Each annotation of the text is a stretch that is read; each stretch that is not lies in a finding."""
    counts = coverage(analysis).counts()
    assert counts["looked"] == counts["read"] + counts["reported"]
    unread = [finding for finding in analysis.findings if finding.check == "unread"]
    for stretch in coverage(analysis).reported:
        assert 0 <= stretch.start < stretch.end <= len(analysis.document.text)
        assert any(is_within(stretch, finding.start, finding.end) for finding in unread), stretch
    assert bool(unread) == bool(coverage(analysis).reported)
    spans = {(stretch.start, stretch.end) for stretch in coverage(analysis).read}
    for annotation in analysis.annotations:
        assert annotation.basis in ("inherited", "table") or (annotation.start, annotation.end) in spans
    return analysis


def is_within(stretch: Stretch, start: int | None, end: int | None) -> bool:
    return start is not None and end is not None and start <= stretch.start and stretch.end <= end


def unread(text: str) -> list[str]:
    """The words of what was not read."""
    analysis = of(text)
    return [analysis.document.quote(stretch.start, stretch.end) for stretch in coverage(analysis).reported]


@pytest.mark.parametrize(
    "words",
    [
        "各部门要密切配合，主管部门负责落实",
        "有关单位会同属地政府做好工作",
        "近年来，市财政局牵头出台多项政策",
        "市财政局会同市商务局联合制定了《园区建设若干措施》",
        "实行企业负责、行业管理",
        "公开市水利局负责审批的事项",
        "本方案由市财政局负责解释",
        "联系单位：市财政局，电话：00000000",
        "成员单位：市财政局、市教育局",
        "抄送：市财政局、市教育局",
        "如市财政局不予配合的，依法处理",
        "完善机制（含市财政局、市教育局）",
        "明确责任单位：按要求落实",
    ],
)
def test_what_asks_no_body_by_name_is_no_stretch(words: str) -> None:
    assert unread(f"{READ}二、改造老旧街区。{words}。\n") == []


@pytest.mark.parametrize(
    "words",
    [
        "（任务认领：市住建局、市水利局做好改造）",
        "〔揽办部门：市住建局〕",
        "（市住建局具体组织，市水利局协同配合实施有关项目并按月报送情况）",
        "揽办单位：市住建局、市水利局",
    ],
)
def test_what_names_a_body_and_gives_it_a_duty_is_a_finding(words: str) -> None:
    assert unread(f"{READ}二、改造老旧街区。{words}。\n") == [words]


@pytest.mark.parametrize("words", ["由市住建局牵头制定改造办法", "市水利局要积极会同有关方面抓好"])
def test_a_sentence_that_gives_a_body_a_duty_is_read(words: str) -> None:
    assert unread(f"{READ}二、改造老旧街区。{words}。\n") == []


def test_a_sentence_about_a_body_that_the_rows_name_is_read() -> None:
    analysis = of(f"{READ}二、改造街区。由市住建局牵头制定改造办法。（牵头单位：市住建局）\n")
    assert coverage(analysis).counts() == {"looked": 3, "read": 3, "reported": 0}


def test_a_bracket_too_long_to_be_read_is_named_and_its_task_is_not_called_unassigned() -> None:
    names = "、".join(BODIES[number % len(BODIES)] for number in range(400))
    analysis = of(f"{READ}二、改造老旧街区。{NOISE[0]}（牵头单位：{names}）\n")
    (finding,) = analysis.findings
    assert finding.check == "unread"
    assert "超过" in finding.message


@pytest.mark.parametrize(
    "filling",
    ["（牵头单位：{}）", "认领单位：{}。", "{}牵头办理。"],
)
def test_time_grows_with_the_text_alone(filling: str) -> None:
    def seconds(number: int) -> float:
        names = "、".join(BODIES[place % len(BODIES)] for place in range(number))
        begun = process_time()
        of(f"{READ}二、改造老旧街区。{filling.format(names)}\n")
        return process_time() - begun

    seconds(5_000)
    assert min(seconds(40_000) for _ in range(2)) < 24 * seconds(5_000) + 0.5


QUIET = {
    "letters": [["R", "A", "C"], ["A", "R", "I"], ["C", "I", "R"]],
    "bodies": [BODY[:3], BODY[2:], BODY[1:4]],
    "phones": [["单位", "姓名", "联系电话"], *([body, "张某", "000000"] for body in BODY)],
    "attendance": [["序号", "参会单位", "签到"], *([str(n), body, ""] for n, body in enumerate(BODY, 1))],
    "scores": [["单位", "得分", "排名"], *([body, "98", str(n)] for n, body in enumerate(BODY, 1))],
    "school": [["学生", "一组", "二组"], ["仪容", "A", "B"], ["卫生", "B", "A"], ["纪律", "A", "A"]],
}
LOUD = {
    "unknown head": [["序号", "工作", "经手的"], *([str(n), f"改造第{n}条马路", b] for n, b in enumerate(BODY, 1))],
    "no heads": [[f"改造第{n}条马路", body] for n, body in enumerate(BODY, 1)],
    "one column more": [["任务", "牵头单位", "帮手"], *([f"改造第{n}条街", b, BODY[0]] for n, b in enumerate(BODY))],
    "odd letters": [["事项", *BODY], *([f"改造第{n}条马路", "R", "Q", "Z", "R", "A"] for n in range(3))],
    "in a cell": [["名称", "说明"], ["改造", "任务分解：县财政局、县水利局做好改造"], ["修路", "按期做完"]],
}


def sheet(rows: list[list[str]], folder: Path) -> Analysis:
    text = StringIO()
    csv.writer(text).writerows(rows)
    path = folder / "表.csv"
    path.write_text(text.getvalue(), encoding="utf-8")
    (document,) = read(path)
    return adds_up(analyse(document))


@pytest.mark.parametrize("name", QUIET)
def test_a_list_assigns_nothing(name: str, tmp_path: Path) -> None:
    assert sheet([list(row) for row in QUIET[name]], tmp_path).findings == ()


@pytest.mark.parametrize("name", LOUD)
def test_a_duty_that_a_table_passes_over_is_a_finding(name: str, tmp_path: Path) -> None:
    analysis = sheet([list(row) for row in LOUD[name]], tmp_path)
    told = {finding.check for finding in analysis.findings}
    assert told & {"unread", "headless"}  # a table without heads is read, and that it has none is told


@settings(max_examples=30)
@given(plan=plans())
def test_of_a_plan_that_is_read_nothing_is_reported(plan: Planted) -> None:
    (analysis,) = analyses(plan.text)
    assert coverage(adds_up(analysis)).reported == ()


WORDS = st.sampled_from(
    [
        *BODIES[:6],
        "牵头",
        "负责",
        "配合",
        "责任单位：",
        "任务分解：",
        "（",
        "）",
        "、",
        "，",
        "。",
        "\n",
        "一、",
        NOISE[0][:9],
    ]
)
CELLS = st.sampled_from([*BODY, "任务", "责任单位", "帮手", "改造街区道路", "R", "A", "√", "", "2025年", "张某"])


@settings(max_examples=60)
@given(words=st.lists(WORDS, max_size=40))
def test_of_any_sentences_read_and_reported_add_up(words: list[str]) -> None:
    for document in read_text(f"云岭市行动方案\n一、改造街区。{''.join(words)}\n"):
        adds_up(analyse(document))


@settings(max_examples=60)
@given(rows=st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=2, max_size=8))
def test_of_any_table_read_and_reported_add_up(rows: list[list[str]]) -> None:
    for document in read_text("方案\n" + "\n".join("\t".join(row) for row in rows) + "\n。"):
        adds_up(analyse(document))


TASKS = ("修订学校章程", "清淤主干河道", "改造老旧街区", "开展普法宣传", "完善监测机制，按月通报。", "推广节水灌溉")
HEADS = (("任务", "牵头单位"), ("工作任务", "责任单位"), ("瞎写", "干活的"), ("", ""), ("任务", "Who"))
#: how the cells of a row may be parted
PARTED = ("{0}\t{1}", "| {0} | {1} |")


def in_silence(analysis: Analysis, bodies: list[str]) -> list[str]:
    """The bodies that are in no row, where nothing is told either."""
    named = {one.department.name for one in adds_up(analysis).assignments}
    told = any(finding.check == "unread" for finding in analysis.findings)
    return [] if told else [body for body in bodies if body not in named]


@settings(max_examples=60)
@given(
    head=st.sampled_from([*HEADS, None]),
    bodies=st.lists(st.sampled_from(BODY), min_size=2, max_size=5, unique=True),
    tasks=st.permutations(TASKS),
    due=st.booleans(),
    parted=st.sampled_from(PARTED),
)
def test_no_body_of_a_table_is_passed_over_in_silence(
    head: tuple[str, str] | None, bodies: list[str], tasks: list[str], due: bool, parted: str
) -> None:
    rows = [*([head] if head else []), *zip(tasks, bodies, strict=False)]
    lines = [parted.format(task, f"{body}\t6月底" if due and "\t" in parted else body) for task, body in rows]
    (document,) = read_text("云岭县安排\n\n安排如下。\n\n" + "\n".join(lines) + "\n\n二、请抓好落实。\n")
    assert in_silence(analyse(document), bodies) == []
    cells = "".join(f"<tr><td>{task}</td><td>{body}</td></tr>" for task, body in rows)
    (document,) = read_bytes(f"<table>{cells}</table>".encode(), "表.html")
    assert in_silence(analyse(document), bodies) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_over_the_corpus_read_and_reported_add_up(folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip("the labelled corpus is not here")
    files = [
        path for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".md", ".csv", ".xlsx", ".html", ".docx")
    ]
    assert files
    for path in files:
        with suppress(ReadError):
            for document in read(path):
                adds_up(analyse(document))
