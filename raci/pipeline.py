"""The pipeline: a tuple of stages and a loop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from raci.checks import check
from raci.errors import OptionError
from raci.extract.annotate import annotate
from raci.extract.patterns import patterns
from raci.model import Analysis, Assignment, Document
from raci.outline import outline
from raci.outline.headings import shorn
from raci.reading import read, read_text
from raci.resolve import resolve
from raci.rules import Rule
from raci.tasks import tasks

__all__ = ["STAGES", "Stage", "analyse", "analyses", "extract", "stages"]

#: one step: an Analysis in, an Analysis with more in it out
Stage = Callable[[Analysis], Analysis]


def find_clauses(analysis: Analysis) -> Analysis:
    """Document → clauses."""
    return replace(analysis, clauses=outline(analysis.document))


def find_annotations(analysis: Analysis, rules: tuple[Rule, ...] | None = None) -> Analysis:
    """Clauses → annotations, tasks, and the document's own rules."""
    annotations, own = annotate(analysis.document, analysis.clauses, patterns(rules))
    clauses = shorn(analysis.document.text, analysis.clauses, annotations)
    return replace(analysis, clauses=clauses, annotations=annotations, rules=own, tasks=tasks(clauses, annotations))


def find_assignments(analysis: Analysis) -> Analysis:
    """Annotations → assignments."""
    return replace(analysis, assignments=resolve(analysis.document, analysis.clauses, analysis.annotations))


def find_findings(analysis: Analysis) -> Analysis:
    """Everything → what needs a human eye."""
    return replace(analysis, findings=check(analysis))


#: the stages in their order; a caller may pass another tuple
STAGES: tuple[Stage, ...] = (find_clauses, find_annotations, find_assignments, find_findings)


def stages(rules: Sequence[Rule] = ()) -> tuple[Stage, ...]:
    """The stages with further rules (a user's) before the built-in ones."""
    if not rules:
        return STAGES
    from functools import partial

    from raci.rules import built_in

    joined = (*rules, *built_in())
    return (find_clauses, partial(find_annotations, rules=joined), find_assignments, find_findings)


def analyse(document: Document, *, stages: tuple[Stage, ...] = STAGES) -> Analysis:
    """All that raci knows of a document."""
    analysis = Analysis(document)
    seconds: dict[str, float] = {}
    for stage in stages:
        begun = perf_counter()
        analysis = stage(analysis)
        seconds[getattr(stage, "__name__", "stage")] = perf_counter() - begun
    return replace(analysis, seconds=seconds)


def analyses(source: Document | Path | str, *, stages: tuple[Stage, ...] = STAGES) -> list[Analysis]:
    """The analyses of a source: of a Document, of the documents in the file at a Path, or of those in a text.

    Raises ReadError where a file cannot be read or a text has no words.
    """
    if isinstance(source, Document):
        documents = [source]
    elif isinstance(source, Path):
        documents = read(source)
    elif isinstance(source, str):
        documents = read_text(source)
    else:
        raise OptionError(f"不能从 {type(source).__name__} 读取", remedy="请给出 Document、Path 或文本")
    return [analyse(document, stages=stages) for document in documents]


def extract(source: Document | Path | str, *, stages: tuple[Stage, ...] = STAGES) -> tuple[Assignment, ...]:
    """The assignments of a source (a Document, a Path, or a text), in document order.

    Raises ReadError where a file cannot be read or a text has no words.
    """
    return tuple(one for analysis in analyses(source, stages=stages) for one in analysis.assignments)
