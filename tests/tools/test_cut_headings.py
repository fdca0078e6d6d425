"""tools/cut_headings.py: what headings lose, over plans given and over the corpus."""

from __future__ import annotations

from pathlib import Path

import cut_headings
import pytest
import revisions

from raci.model import Clause
from raci.pipeline import analyse
from raci.readers.registry import read_text

PLAN = """云泽市水利方案
（一）改造供水管网，同步推进城乡供水分区计量和智能水表安装以及远程抄表系统建设，建立监测预警机制，三年内把城乡公共供水管网漏损率控制在百分之八以内。（责任单位：市水务局）
（二）疏浚河道。清理淤积。（责任单位：市住建局）
"""
#: what may not be: none of them in any plan
NEVER = ("cut", "open", "task_cut", "lost", "twice", "same")


def test_a_plan_in_which_nothing_is_lost() -> None:
    counts, _ = cut_headings.count(map(analyse, read_text(PLAN)))
    assert (counts["documents"], counts["tasks"], counts["marked"]) == (1, 2, 1)
    assert not any(counts[kind] for kind in NEVER)


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("（二）疏浚河道", True),
        ("（二）疏浚河", False),
        ("（二）疏浚河道。清理淤积", True),
        ("（一）改造供水管网", False),
    ],
)
def test_words_are_set_apart_where_a_sentence_ends_or_an_annotation_begins(words: str, apart: bool) -> None:
    start = PLAN.index(words[:3])
    end = PLAN.index("\n", start)
    clause = Clause(0, None, 1, words[:3], "", start, end)
    annotations = {PLAN.index("（责", start): end}
    assert cut_headings.Words(clause, PLAN, annotations).sets_apart(words) is apart


def test_it_prints_the_counts_of_the_files_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    assert cut_headings.main([str(tmp_path), "--list", "1"]) == 0
    printed = capsys.readouterr().out
    assert "（一）改造供水管网……" in printed
    assert "tasks 2  documents_cut 0  cut 0" in printed


@pytest.mark.scored
def test_no_heading_in_the_corpus_is_cut_and_no_words_are_lost() -> None:
    if not revisions.CORPUS.is_dir():
        pytest.skip(f"there is no corpus at {revisions.CORPUS}")
    counts, found = cut_headings.count(cut_headings.read(cut_headings.files(())))
    assert not {kind: counts[kind] for kind in NEVER if counts[kind]}, [one for one in found if one.kind in NEVER][:5]
