"""Figures of a sample that was judged: weighted to all that it was drawn from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from raci.accuracy.agreement import Agreement, agreement
from raci.accuracy.choices import CODERS, MISSING, RIGHT, SHEETS
from raci.accuracy.estimates import LEVEL, JudgedUnit, harmonic_mean, ratio, share
from raci.accuracy.evaluation import Evaluation, Figure
from raci.accuracy.judgements import DISAGREED, JudgedClause, JudgedRow, Judgements, settled
from raci.accuracy.sampling import REST
from raci.accuracy.strata import BY
from raci.accuracy.wording import figures_sentence
from raci.errors import OptionError

__all__ = ["sample_evaluation"]


def sample_evaluation(judgements: Judgements, place: str) -> Evaluation:
    """The figures. Raises OptionError where nobody judged anything."""
    rows = [row for row in judgements.rows if row.verdict]
    clauses = [clause for clause in judgements.clauses if clause.complete()]
    if not rows and not clauses:
        faults = f"（{'；'.join(judgements.faults[:3])}）" if judgements.faults else ""
        remedy = f"请在“{'”“'.join(CODERS)}”列选好再运行"
        raise OptionError(f"还没有人判断{faults}", place=place, remedy=remedy)
    whole = _figure("全部", "全部", rows, clauses)
    figures = [whole, *_parts(judgements, rows, clauses), *_of_coders(judgements)]
    said, said_en = figures_sentence((whole.precision, whole.recall, whole.f1))
    facts = judgements.facts
    strata = "、".join(BY[key][0] for key in judgements.by if key in BY)
    how, how_en = (
        (f"按{strata}分层抽取", f"stratified by {', '.join(judgements.by)}") if strata else ("随机抽取", "random")
    )
    agreements = _agreements(judgements)
    kappa, kappa_en = _kappa_words(agreements)
    part = facts.get("whole_text") is False and whole.recall.value is not None
    caveat, caveat_en = (
        ("（召回率只对认作任务的条款而言）", " (recall within the clauses taken for tasks)") if part else ("", "")
    )
    sentence = (
        f"从 {facts.get('population', '全部')} 条分工中{how} {len(rows)} 条、{len(clauses)} 个条款由人工核对，"
        f"加权到总体，分工（条款×单位×角色）{said}{caveat}{kappa}。"
    )
    sentence_en = (
        f"In a sample ({how_en}) of {len(rows)} assignments and {len(clauses)} clauses checked by hand and weighted to "
        f"the {facts.get('population', 'whole')} extracted, {said_en}{caveat_en}{kappa_en}."
    )
    return Evaluation(
        tuple(figures),
        sentence,
        sentence_en,
        mistakes=dict(Counter(row.verdict for row in rows if row.verdict != RIGHT)),
        agreement=agreements,
        notes=tuple(_notes(judgements, rows, clauses)),
        faults=judgements.faults,
    )


def _figure(dimension: str, group: str, rows: Sequence[JudgedRow], clauses: Sequence[JudgedClause]) -> Figure:
    precision = share([(row.weight, row.verdict == RIGHT) for row in rows])
    recall = ratio([JudgedUnit(one.strata, one.weight, one.right, one.right + one.missed) for one in clauses])
    return Figure(
        dimension,
        group,
        precision,
        recall,
        harmonic_mean(precision, recall),
        rows=len(rows),
        clauses=len(clauses),
        documents=len({row.document for row in rows} | {clause.document for clause in clauses}),
    )


def _parts(judgements: Judgements, rows: list[JudgedRow], clauses: list[JudgedClause]) -> Iterator[Figure]:
    """The figures by each key that it was drawn by, and by role."""
    for index, key in enumerate(judgements.by):
        word = BY[key][0] if key in BY else key
        clause_index = judgements.clause_by.index(key) if key in judgements.clause_by else None
        for value in sorted({row.strata[index] for row in rows if len(row.strata) > index}):
            own = [row for row in rows if len(row.strata) > index and row.strata[index] == value]
            of_value = [] if clause_index is None else [
                clause for clause in clauses if clause.strata[clause_index : clause_index + 1] == (value,)
            ]  # fmt: skip
            yield _figure(word, value, own, of_value)
    if "role" not in judgements.by:
        for role in sorted({row.role for row in rows if row.role}):
            yield _figure("角色", role, [row for row in rows if row.role == role], [])


def _of_coders(judgements: Judgements) -> Iterator[Figure]:
    """Precision as each coder alone has it, where both judged."""
    if len(judgements.coders()) > 1:
        for coder in judgements.coders():
            own = [row for row in judgements.rows if row.marks[coder]]
            precision = share([(row.weight, row.marks[coder] == RIGHT) for row in own])
            yield Figure("编码员", CODERS[coder], precision, rows=len(own))


def _agreements(judgements: Judgements) -> dict[str, Agreement]:
    if len(judgements.coders()) < 2:
        return {}
    lines = [marks for clause in judgements.clauses for marks in clause.found]
    for clause in judgements.clauses:
        if clause.complete(0) and clause.complete(1):
            # who is through with a clause, and did not write a line, says that it is not missing
            lines += [
                (*(mark if mark == MISSING else "没有漏" for mark in marks[:2]), "")  # type: ignore[misc]
                for marks in clause.missing
                if MISSING in marks[:2]
            ]
    return {
        SHEETS[1]: agreement([(row.marks[0], row.marks[1]) for row in judgements.rows]),
        SHEETS[2]: agreement([(marks[0], marks[1]) for marks in lines]),
    }


def _kappa_words(agreements: dict[str, Agreement]) -> tuple[str, str]:
    rows = agreements.get(SHEETS[1])
    if rows is None or rows.kappa is None:
        return "", ""
    alpha = "" if rows.alpha is None else f"，Krippendorff α = {rows.alpha:.2f}"
    alpha_en = "" if rows.alpha is None else f", Krippendorff's α = {rows.alpha:.2f}"
    words = f"；两名编码员在 {rows.units} 条上的一致率为 {rows.share:.1%}，Cohen κ = {rows.kappa:.2f}{alpha}"
    words_en = f"; two coders agreed on {rows.share:.1%} of {rows.units} (Cohen's κ = {rows.kappa:.2f}{alpha_en})"
    return words, words_en


def _notes(judgements: Judgements, rows: list[JudgedRow], clauses: list[JudgedClause]) -> Iterator[str]:
    if left := len(judgements.rows) - len(rows):
        yield f"查准：{left} 行还没有判断，没有计入"
    if left := len(judgements.clauses) - len(clauses):
        yield f"查全：{left} 个条款没有判断完（每行都要选，并选“漏”或“无漏”），没有计入"
    if split := sum(row.verdict == DISAGREED for row in rows):
        yield f"查准：{split} 行两人意见不同而没有定稿，从严按不对计"
    if split := sum(DISAGREED in map(settled, clause.found) for clause in clauses):
        yield f"查全：{split} 个条款里两人意见不同而没有定稿，从严按不对计"
    if judgements.facts.get("whole_text") is False:
        yield "召回率只对认作任务的条款而言：抽样时手头没有全文，没有认作任务的条款不在总体里"
    if any(REST in strata for strata in (*(row.strata for row in rows), *(clause.strata for clause in clauses))):
        yield f"“{REST}”是抽样时合为一层的最小的各层：其他各行的数字只对单独成层的而言，不含其中的"
    yield (
        f"区间为 {LEVEL:.0%}：精确率、召回率为 Wilson，按有效样本量（精确率 Kish，召回率由分层比率的方差算出），"
        "F1 由两者的区间合成（MOVER，Zou 和 Donner 2008）"
    )
