"""Lines below a line of labels whose own labels count only there: 成员单位：甲 below 组长单位：乙, 时限同上."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raci.analysis.annotations.alike import behind_bullets, start_of_words
from raci.analysis.annotations.candidate import Candidate
from raci.analysis.annotations.content import AnnotationContent
from raci.analysis.annotations.labels import later_rule
from raci.analysis.annotations.name_lines import names_alone
from raci.analysis.annotations.patterns import Patterns
from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["stacked_labels"]


def stacked_labels(
    words: str, clauses: Sequence[Clause], candidates: Sequence[tuple[int, Candidate]], patterns: Patterns
) -> list[tuple[int, Candidate]]:
    """What such lines say, each with the index of its clause."""
    annotated = {index for index, _ in candidates}
    lines = {
        index
        for index, candidate in candidates
        if candidate.form == "running" and behind_bullets(words, clauses[index], candidate.start) >= candidate.start
    }
    found: list[tuple[int, Candidate]] = []
    for clause in clauses:
        if clause.index - 1 in lines and clause.index not in annotated and clause.kind != "row":
            start = start_of_words(words, clause)
            line = lexicon_pattern("label.line").fullmatch(words, start, clause.end)
            candidate = _of_later_label(line, patterns) if line else _of_ditto(words, start, clause.end)
            if candidate is not None:
                found.append((clause.index, candidate))
            if candidate is not None or line is not None:
                lines.add(clause.index)  # 裁判：县体校 says no role, and what is below it stands in the same stack
    return found


def _of_later_label(line: re.Match[str], patterns: Patterns) -> Candidate | None:
    """The bodies of a line whose label counts only below others."""
    rule = later_rule(line["label"], patterns)
    content = names_alone(line["names"], patterns, few_strange=True) if rule else None
    if rule is None or content is None:
        return None
    parts = tuple(part._replace(role=rule.role, rule=rule.id) for part in content.role_mentions)
    said = content._replace(role_mentions=parts, labelled=True, rule=rule.id)
    return Candidate(line.start("label"), line.end("names"), line.start("names"), said, "running")


def _of_ditto(words: str, start: int, end: int) -> Candidate | None:
    """A line that says that the time limit is the one above."""
    line = lexicon_pattern("label.ditto-line").fullmatch(words, start, end)
    if line is None:
        return None
    start, end = line.span("same")
    return Candidate(start, end, start, AnnotationContent(limits=((0, end - start),)), "running")
