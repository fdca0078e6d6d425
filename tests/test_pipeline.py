"""The pipeline: any source, any stages, the same in threads, processes and any order."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import BODIES, NOISE, SAID, Planted, clause, plans, triples

import raci
from raci.config.options.analysis import Options
from raci.errors import OptionError, ReadError
from raci.model import Analysis, Assignment, Document
from raci.pipeline import STAGES, analyse, analyses, extract
from raci.readers.registry import read_text
from raci.rules import Rule
from raci.stages import find_assignments
from raci.storage.rows import records

TEXT = (
    f"云岭市夜间消费提升行动方案\n一、任务\n（一）建设街区（牵头单位：市商务局）\n1.完善规划。{NOISE[0]}\n"
    f"2.推进改造。{NOISE[1]}（责任单位：市住建局，2025年6月底前）\n二、保障。{NOISE[2]}（市财政局负责）\n三、考核。{NOISE[3]}\n"
)

#: texts that share sentences and names, in every form
MANY = [
    "\n".join(
        f"{number}、{name}工作。{NOISE[(at + turn) % len(NOISE)]}"
        + form((("lead", (name,)), ("support", ("市档案馆", "各区政府"))))
        for turn, (number, name) in enumerate(zip("一二三四", BODIES[at : at + 4], strict=False))
    )
    for at in range(0, 20, 2)
    for form in SAID.values()
]


def without_source(found: Sequence[Assignment]) -> list[Assignment]:
    return [replace(one, source="") for one in found]


def test_a_document_a_path_and_a_text_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_text(TEXT, encoding="utf-8")
    (document,) = raci.read(path)
    from_path = extract(path)
    assert from_path
    assert extract(document) == from_path
    assert without_source(extract(TEXT)) == without_source(from_path)
    assert analyse(document).assignments == from_path
    assert [one.assignments for one in analyses(path)] == [from_path]
    assert {one.source for one in from_path} == {str(path)}


def test_a_str_is_a_path_where_there_is_such_a_file_and_else_a_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "方案.txt"
    path.write_text(TEXT, encoding="utf-8")
    wanted = [one.department.name for one in extract(path)]
    assert wanted
    assert [one.department.name for one in extract(str(path))] == wanted
    assert [one.department.name for one in extract(TEXT)] == wanted
    monkeypatch.chdir(tmp_path)
    assert [one.department.name for one in extract("方案.txt")] == wanted
    assert len(extract(["方案.txt", TEXT])) == 2 * len(wanted)


@pytest.mark.parametrize("name", ["没有.txt", "没有.docx", "文件夹/没有.PDF"])
def test_the_name_of_a_file_that_is_not_there_is_no_text(name: str) -> None:
    with pytest.raises(ReadError, match="没有这个文件"):
        extract(name)


@pytest.mark.parametrize("text", ["护河", "见附件1.docx。", "一、护河。（县水利局负责）", "字" * 5000, "甲\0乙"])
def test_other_texts_of_one_line_are_texts(text: str) -> None:
    assert len(extract(text)) == (1 if "负责" in text else 0)


def test_an_analysis_is_taken_as_it_is_and_anew_where_options_are_given() -> None:
    analysis = analyse(TEXT)
    changed = replace(analysis, assignments=analysis.assignments[:1])
    assert extract(changed) == changed.assignments
    assert analyse(changed) is changed
    assert len(analyse(changed, basis=("annotation",)).assignments) > 1


def test_of_several_documents_one_analysis_is_refused() -> None:
    with pytest.raises(OptionError, match="2 篇"):
        analyse([TEXT, TEXT])  # type: ignore[arg-type]


@pytest.mark.parametrize("source", [None, 3, b"bytes"])
def test_what_is_no_source_is_a_fault(source: object) -> None:
    with pytest.raises(OptionError, match=type(source).__name__):
        extract(source)  # type: ignore[arg-type]


def test_a_text_without_words_is_a_fault() -> None:
    with pytest.raises(ReadError):
        extract("\n \n")


def test_an_analysis_holds_all_that_is_known() -> None:
    (analysis,) = analyses(TEXT)
    assert [one.heading for one in analysis.task_clauses()] == ["建设街区", "完善规划", "推进改造", "保障", "考核"]
    assert [one.heading for one in analysis.unassigned()] == ["考核"]
    assert [one.check for one in analysis.findings] == ["unassigned"]
    assert len(analysis.annotations) >= 3
    assert [child.heading for child in analysis.children(analysis.assignments[0].clause.index)] == [
        "完善规划",
        "推进改造",
    ]
    assert set(analysis.seconds) == {stage.__name__ for stage in STAGES}  # type: ignore[attr-defined]


def test_stages_are_a_tuple_that_a_caller_may_change() -> None:
    (document,) = read_text(TEXT)
    outlined = analyse(document, stages=STAGES[:2])
    assert outlined.clauses
    assert outlined.assignments == ()

    def forget(analysis: Analysis) -> Analysis:
        """Leads only."""
        return replace(analysis, assignments=tuple(one for one in analysis.assignments if one.role == "lead"))

    led = analyse(document, stages=(*STAGES, forget))
    assert led.assignments
    assert {one.role for one in led.assignments} == {"lead"}
    assert extract(document, stages=(*STAGES, forget)) == led.assignments
    assert "forget" in led.seconds
    assert analyse(document, stages=STAGES) == analyse(document)
    assert analyse(document, stages=()) == Analysis(document)


def test_results_can_be_pickled() -> None:
    (analysis,) = analyses(TEXT)
    again = pickle.loads(pickle.dumps(analysis))
    assert again == analysis
    assert dict(again.seconds) == dict(analysis.seconds)
    fault = pickle.loads(pickle.dumps(ReadError("没有文字", place="a.txt", remedy="请给出")))
    assert (type(fault), str(fault)) == (ReadError, "a.txt：没有文字；请给出")


def test_results_are_frozen() -> None:
    (analysis,) = analyses(TEXT)
    for value, name in ((analysis, "tasks"), (analysis.assignments[0], "role"), (analysis.document, "text")):
        with pytest.raises(AttributeError):
            setattr(value, name, None)


def test_threads_give_the_same_in_order() -> None:
    expected = [extract(text) for text in MANY]
    assert all(expected)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(extract, MANY * 2)) == expected * 2


def test_a_process_that_begins_at_the_end_gives_the_same() -> None:
    """What was read before changes nothing: there the caches are filled in another order."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(extract, MANY[::-1], chunksize=10)) == [extract(text) for text in MANY[::-1]]


@settings(max_examples=20)
@given(plan=plans())
def test_reading_twice_is_reading_once(plan: Planted) -> None:
    first, second = analyses(plan.text), analyses(plan.text)
    assert first == second
    (analysis,) = first
    assert extract(analysis.document) == analysis.assignments
    assert triples(analysis.assignments) == list(plan.expected)


def test_a_document_made_by_hand_is_a_source() -> None:
    text = clause("（责任单位：市商务局）")
    bare = Document(text, title="手工", source="-")
    assert [found.department.name for found in extract(bare)] == ["市商务局"], "each line is a paragraph"
    assert any("一行作一段读" in note for note in analyse(bare).document.notes)
    (document,) = read_text(text)
    (found,) = extract(replace(document, title="手工"))
    assert found.document == "手工"


def test_a_run_ends_with_the_stage_that_is_wanted() -> None:
    (document,) = read_text(TEXT)
    whole = analyse(document)
    outlined = analyse(document, until="find_clauses")
    assert outlined == replace(Analysis(document), clauses=outlined.clauses)
    assert list(outlined.seconds) == ["find_tables", "find_clauses"]
    resolved = analyse(document, until=find_assignments)
    assert resolved.assignments == whole.assignments
    assert (resolved.tasks, resolved.findings) == ((), ())
    assert analyse(document, until=STAGES[-1]) == whole
    with pytest.raises(OptionError, match=r"find_nothing.*find_clauses"):
        analyse(document, until="find_nothing")


def test_a_stage_takes_the_options_where_it_asks_for_them() -> None:
    (document,) = read_text(TEXT)
    seen: list[Options] = []

    def look(analysis: Analysis, options: Options) -> Analysis:
        seen.append(options)
        return analysis

    class Forget:
        """A stage that is no function."""

        def __call__(self, analysis: Analysis) -> Analysis:
            return replace(analysis, tasks=())

    naming = raci.Naming(place="甘肃省")
    assert analyse(document, stages=(*STAGES, look, Forget()), naming=naming).tasks == ()
    assert [options.naming for options in seen] == [naming]


LABEL = Rule("my.grip", "label", "抓手同志", "本县的写法。", ("抓手同志：甲局",), ("甲",), role="lead", user=True)
ENDING = Rule("my.hall", "ending", "厅堂$", "本县的机构。", ("议事厅堂",), ("甲",), user=True)
OWN = "一、完善设施。{noise}（抓手同志：市商务局、云岭议事厅堂；配合单位：市财政局）\n二、推进改革。（市商务局牵头）\n"


@settings(max_examples=10, deadline=None)
@given(order=st.permutations(range(6)), profiles=st.permutations(["explicit", "rasci", "first-leads"]))
def test_any_order_of_documents_rules_and_profiles_gives_the_same_rows(order: list[int], profiles: list[str]) -> None:
    documents = [read_text(OWN.format(noise=NOISE[0]))[0], read_text(MANY[0])[0], read_text(TEXT)[0]]
    work = [(document, rules) for document in documents for rules in ((LABEL, ENDING), ())]

    def rows(place: int, profile: str) -> list[object]:
        document, rules = work[place]
        return list(records(analyse(document, rules=rules), profile))

    expected = {(place, profile): rows(place, profile) for place in range(6) for profile in sorted(profiles)}
    for place in order:
        for profile in profiles:
            assert rows(place, profile) == expected[place, profile]
    reversed_rules = analyse(documents[0], rules=(ENDING, LABEL))
    assert reversed_rules.assignments == analyse(documents[0], rules=(LABEL, ENDING)).assignments
    assert {one.rule for one in reversed_rules.assignments} >= {"my.grip"}
