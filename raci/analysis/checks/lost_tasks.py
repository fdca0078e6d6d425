"""Lines that say who does it, one behind the other: what they were said of is missing from the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Annotation
from raci.rules.headings import printed_label

__all__ = ["CHECK"]

#: so many lines with the same label, nothing between them
_FEWEST = 3
_BLANK = " \t\u3000\xa0\n。；;"


def _find(analysis: Analysis) -> Iterator[Issue]:
    """One issue for each run of lines with the same label in one clause."""
    run: list[Annotation] = []
    for annotation in sorted(analysis.annotations, key=lambda each: each.start):
        if annotation.basis != "annotation":
            continue
        if run and not _goes_on(analysis, run[-1], annotation):
            yield from _issue(analysis, run)
            run = []
        run.append(annotation)
    yield from _issue(analysis, run)


def _goes_on(analysis: Analysis, one: Annotation, other: Annotation) -> bool:
    """Whether two lines stand one below the other, with the same label, for the same clause."""
    between = analysis.document.text[one.end : other.start]
    return (
        one.end <= other.start
        and "\n" in between
        and not between.strip(_BLANK)
        and one.clauses[0] == other.clauses[0]
        and [group.role for group in one.groups] == [group.role for group in other.groups]
        and _label(one) == _label(other) != ""
    )


def _label(annotation: Annotation) -> str:
    """The words before the first colon."""
    label, colon, _ = annotation.quote.replace(":", "：").partition("：")
    return label if colon else ""


def _issue(analysis: Analysis, run: Sequence[Annotation]) -> Iterator[Issue]:
    if len(run) < _FEWEST:
        return
    clause = analysis.clauses[run[0].clauses[0]]
    message = (
        f"连着 {len(run)} 行都是“{_label(run[0])}”，中间没有任务，都读到了“{printed_label(clause)}”上：多半是正文漏了"
    )
    yield Issue(message, run[0].start, run[-1].end, clause.index)


CHECK = Check(
    "lost-tasks",
    "标签连排",
    "warning",
    _find,
    why="几行责任单位接连排着，各自说的任务不在文件里（网页、附件转成文本时漏了），读出的任务就不对。",
    remedy="找到原件，把漏掉的任务补上再读。",
    finds=("整治河道\n责任单位：市水利局\n责任单位：市城管局\n责任单位：市林业局\n",),
    passes=(
        "一、整治河道\n牵头单位：市水利局\n责任单位：市城管局\n配合单位：市林业局\n二、清理垃圾。（市城管局负责）\n",
    ),
)
