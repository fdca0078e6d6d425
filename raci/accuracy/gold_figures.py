"""Figures of many documents compared with their gold: in all, by form of annotation, by set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from raci._version import __version__
from raci.accuracy.estimates import LEVEL, ROUNDS, Estimate, bootstrap, wilson
from raci.accuracy.evaluation import EMPTY, Evaluation, Figure
from raci.accuracy.forms import FORMS, OUTSIDE
from raci.accuracy.gold import GoldComparison
from raci.accuracy.wording import figures_sentence

__all__ = ["figure_of", "gold_evaluation"]

_SEED = 7
#: rows of one document resemble one another: with so many documents or more, documents are drawn anew, not rows
_MANY = 10
_OUTSIDE_WORD = "标注之外（本不该有）"


@dataclass(frozen=True, slots=True)
class _Document:
    tp: int
    fp: int
    fn: int


_FigureOf = Callable[[Sequence[_Document]], float | None]


def gold_evaluation(comparisons: Sequence[GoldComparison], notes: Sequence[str] = ()) -> Evaluation:
    """The figures of the comparisons; ``notes`` say what could not be compared."""
    figures = [figure_of("全部", "全部", comparisons)]
    for form, word in (*FORMS.items(), (OUTSIDE, _OUTSIDE_WORD)):
        figure = figure_of("标注形式", word, comparisons, form)
        if figure.clauses:
            figures.append(figure)
    whole = figures[0]
    chinese, english = figures_sentence((whole.precision, whole.recall, whole.f1))
    sentence = (
        f"与人工标注的 {whole.documents} 份文件、{whole.clauses} 个条款比较，"
        f"raci {__version__} 读出的分工（条款×单位×角色）{chinese}。"
    )
    sentence_en = (
        f"Against {whole.documents} hand-labelled documents ({whole.clauses} clauses), the assignments (clause × "
        f"organisation × role) extracted by raci {__version__} have {english}."
    )
    how = (
        f"区间为 {LEVEL:.0%}：不少于 {_MANY} 份文件时按文件自助抽样 {ROUNDS} 次（种子 {_SEED}），"
        "否则（以及抽来抽去都一样的）精确率、召回率用 Wilson"
    )
    return Evaluation(
        tuple(figures),
        sentence,
        sentence_en,
        notes=(how,),
        faults=tuple(notes),
        differences=tuple(difference for comparison in comparisons for difference in comparison.differences),
    )


def figure_of(dimension: str, group: str, comparisons: Sequence[GoldComparison], form: str = "") -> Figure:
    """Precision, recall and F1 over documents: of all their clauses, or of those of one form."""
    totals: Counter[str] = Counter()
    documents = []
    for comparison in comparisons:
        count: Counter[str] = Counter()
        for name, counts in comparison.counts.items():
            if form in ("", name):
                count.update(counts)
        if count or not form:
            totals.update(count)
            documents.append(_Document(count["tp"], count["fp"], count["fn"]))
    found, wanted = totals["tp"] + totals["fp"], totals["tp"] + totals["fn"]
    return Figure(
        dimension,
        group,
        _share(documents, totals["tp"], found, _precision),
        EMPTY if form == OUTSIDE else _share(documents, totals["tp"], wanted, _recall),
        EMPTY if form == OUTSIDE else _f1_estimate(documents),
        rows=found,
        clauses=totals["clauses"],
        documents=len(documents),
    )


def _precision(documents: Sequence[_Document]) -> float | None:
    found = sum(document.tp + document.fp for document in documents)
    return sum(document.tp for document in documents) / found if found else None


def _recall(documents: Sequence[_Document]) -> float | None:
    wanted = sum(document.tp + document.fn for document in documents)
    return sum(document.tp for document in documents) / wanted if wanted else None


def _f1(documents: Sequence[_Document]) -> float | None:
    right = sum(document.tp for document in documents)
    wrong = sum(document.fp + document.fn for document in documents)
    return 2 * right / (2 * right + wrong) if right or wrong else None


def _share(documents: Sequence[_Document], right: int, units: int, figure: _FigureOf) -> Estimate:
    if not units:
        return EMPTY
    if len(documents) >= _MANY:
        drawn = _drawn(documents, figure)
        if drawn.low is not None:
            return drawn
    low, high = wilson(right / units, units)
    return Estimate(right / units, low, high, units, "Wilson")


def _f1_estimate(documents: Sequence[_Document]) -> Estimate:
    if len(documents) >= _MANY:
        return _drawn(documents, _f1)
    value = _f1(documents)
    return EMPTY if value is None else Estimate(value, None, None, len(documents), "")


def _drawn(documents: Sequence[_Document], figure: _FigureOf) -> Estimate:
    value = figure(documents)
    interval = bootstrap(documents, figure, _SEED)
    low, high = interval if interval else (None, None)
    return Estimate(value, low, high, len(documents), "按文件自助抽样" if interval else "")
