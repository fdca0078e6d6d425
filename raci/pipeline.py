"""The pipeline: a tuple of stages and a loop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
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
from raci.resolve import Naming, resolve
from raci.rules import Rule, Rules, load_rules
from raci.tasks import tasks
from raci.twins import housed, twins

__all__ = ["STAGES", "Stage", "analyse", "analyses", "extract", "stages"]

#: one step: an Analysis in, an Analysis with more in it out
Stage = Callable[[Analysis], Analysis]


def find_clauses(analysis: Analysis, rules: tuple[Rule, ...] = ()) -> Analysis:
    """Document → clauses."""
    return replace(analysis, clauses=outline(analysis.document, rules))


def find_annotations(analysis: Analysis, rules: tuple[Rule, ...] = ()) -> Analysis:
    """Clauses → annotations, the document's own rules, and the user's rules that had to be stopped."""
    known = patterns(rules)
    annotations, own = annotate(analysis.document, analysis.clauses, known)
    clauses = housed(shorn(analysis.document.text, analysis.clauses, annotations), annotations)
    return replace(analysis, clauses=clauses, annotations=annotations, rules=own, stopped=known.book.stopped)


def find_assignments(analysis: Analysis, naming: Naming | None = None) -> Analysis:
    """Annotations → assignments."""
    found = resolve(analysis.document, analysis.clauses, analysis.annotations, naming or Naming())
    return replace(analysis, assignments=found)


def find_tasks(analysis: Analysis, rules: tuple[Rule, ...] = ()) -> Analysis:
    """Clauses and annotations → which clauses are tasks; what a table says instead of its clause is the table's."""
    elsewhere = {twin.clause.key for twin in twins(analysis) if twin.silent and twin.row.held}
    found = tasks(analysis.clauses, analysis.annotations, rules)
    return replace(analysis, tasks=tuple(index for index in found if index not in elsewhere))


def find_findings(analysis: Analysis) -> Analysis:
    """Everything → what needs a human eye."""
    return replace(analysis, findings=check(analysis))


#: the stages in their order; a caller may pass another tuple
STAGES: tuple[Stage, ...] = (find_clauses, find_annotations, find_assignments, find_tasks, find_findings)


def stages(rules: Rules = (), naming: Naming | None = None) -> tuple[Stage, ...]:
    """The stages with a user's rules, or those of the files, before the built-in ones; names resolved by ``naming``.

    Raises RuleError that names every fault in the files.
    """
    own = load_rules(rules)
    if not own and naming is None:
        return STAGES
    named = find_assignments if naming is None else partial(find_assignments, naming=naming)
    if not own:
        return (find_clauses, find_annotations, named, find_tasks, find_findings)
    return (
        partial(find_clauses, rules=own),
        partial(find_annotations, rules=own),
        named,
        partial(find_tasks, rules=own),
        find_findings,
    )


def analyse(
    document: Document,
    *,
    stages: tuple[Stage, ...] | None = None,
    rules: Rules = (),
    naming: Naming | None = None,
) -> Analysis:
    """All that raci knows of a document.

    ``rules`` are a user's, or the files that hold them, before the built-in ones; ``naming`` says how names are to be
    resolved; ``stages`` is another tuple than the one that they make. Raises RuleError that names every fault in the
    files.
    """
    analysis = Analysis(document)
    seconds: dict[str, float] = {}
    for stage in _chosen(stages, rules, naming):
        begun = perf_counter()
        analysis = stage(analysis)
        seconds[getattr(_function(stage), "__name__", "stage")] = perf_counter() - begun
    return replace(analysis, seconds=seconds)


def _function(stage: Stage) -> Stage:
    return stage.func if isinstance(stage, partial) else stage


def _chosen(given: tuple[Stage, ...] | None, rules: Rules, naming: Naming | None) -> tuple[Stage, ...]:
    return stages(rules, naming) if given is None else given


def analyses(
    source: Document | Path | str,
    *,
    stages: tuple[Stage, ...] | None = None,
    rules: Rules = (),
    naming: Naming | None = None,
) -> list[Analysis]:
    """The analyses of a source: of a Document, of the documents in the file at a Path, or of those in a text.

    ``stages``, ``rules`` and ``naming`` are those of ``analyse``. Raises ReadError where a file cannot be read or a
    text has no words, RuleError that names every fault in the files of rules.
    """
    steps = _chosen(stages, rules, naming)
    if isinstance(source, Document):
        documents = [source]
    elif isinstance(source, Path):
        documents = read(source)
    elif isinstance(source, str):
        documents = read_text(source)
    else:
        raise OptionError(f"不能从 {type(source).__name__} 读取", remedy="请给出 Document、Path 或文本")
    return [analyse(document, stages=steps) for document in documents]


def extract(
    source: Document | Path | str,
    *,
    stages: tuple[Stage, ...] | None = None,
    rules: Rules = (),
    naming: Naming | None = None,
) -> tuple[Assignment, ...]:
    """The assignments of a source (a Document, a Path, or a text), in document order.

    ``stages``, ``rules`` and ``naming`` are those of ``analyse``. Raises ReadError where a file cannot be read or a
    text has no words, RuleError that names every fault in the files of rules.
    """
    # neither which clauses are tasks nor what needs a human eye is asked for here
    steps = [stage for stage in _chosen(stages, rules, naming) if _function(stage) not in (find_tasks, find_findings)]
    return tuple(one for analysis in analyses(source, stages=tuple(steps)) for one in analysis.assignments)
