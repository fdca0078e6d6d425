"""The pipeline: a tuple of stages and a loop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

from raci.analysis.annotations.document import annotate
from raci.analysis.annotations.patterns import patterns
from raci.analysis.checks import check
from raci.analysis.outline import build_outline
from raci.analysis.outline.headings import trim_headings
from raci.analysis.overlaps import find_overlaps, inherit_paths
from raci.analysis.resolve import Naming, resolve
from raci.analysis.tasks import tasks
from raci.errors import OptionError
from raci.model import Analysis, Assignment, Document
from raci.readers.registry import read, read_text
from raci.rules import Rule, Rules, load_rules

__all__ = ["STAGES", "Stage", "analyse", "analyses", "extract", "stages"]

#: one step: an Analysis in, an Analysis with more in it out
Stage = Callable[[Analysis], Analysis]


def find_clauses(analysis: Analysis, rules: tuple[Rule, ...] = ()) -> Analysis:
    """Document → clauses."""
    return replace(analysis, clauses=build_outline(analysis.document, rules))


def find_annotations(analysis: Analysis, rules: tuple[Rule, ...] = ()) -> Analysis:
    """Clauses → annotations, the document's own rules, and the user's rules that had to be stopped."""
    known = patterns(rules)
    annotations, own = annotate(analysis.document, analysis.clauses, known)
    clauses = inherit_paths(trim_headings(analysis.document.text, analysis.clauses, annotations), annotations)
    return replace(analysis, clauses=clauses, annotations=annotations, declarations=own, stopped=known.book.stopped)


def find_assignments(analysis: Analysis, naming: Naming | None = None) -> Analysis:
    """Annotations → assignments."""
    found = resolve(analysis.document, analysis.clauses, analysis.annotations, naming or Naming())
    return replace(analysis, assignments=found)


def find_tasks(analysis: Analysis, rules: tuple[Rule, ...] = ()) -> Analysis:
    """Clauses and annotations → which clauses are tasks; what a table says instead of its clause is the table's."""
    elsewhere = {overlap.clause.key for overlap in find_overlaps(analysis) if overlap.silent and overlap.row.held}
    found = tasks(analysis.clauses, analysis.annotations, rules)
    return replace(analysis, tasks=tuple(index for index in found if index not in elsewhere))


def recall(analysis: Analysis, naming: Naming | None = None) -> Analysis:
    """What a workbook of raci's keeps → all that was known when it was written, with what was changed by hand since."""
    from raci.edits import restored

    kept = analysis.document.saved
    return analysis if kept is None else replace(restored(kept, naming), document=analysis.document)


def apply_edits(analysis: Analysis, naming: Naming | None = None) -> Analysis:
    """The text of such a workbook, read anew → with all that was ever changed by hand in it."""
    from raci.edits import apply, find

    kept = analysis.document.saved
    if kept is None:
        return analysis
    return apply(analysis, (*kept.record.analysis.edits, *find(kept)), naming)


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
    resolved; ``stages`` is another tuple than the one that they make.

    Of a workbook that raci wrote all is recalled as it was, with what was changed by hand since. With rules or naming
    its text is read anew by them, and the changes are made in that; ``stages`` of the caller's see the text alone.
    Which of these it was ``Document.notes`` says. Raises RuleError that names every fault in the files.
    """
    steps = _chosen(stages, rules, naming)
    if document.saved is not None:
        document, steps = _recalled(document, steps, stages, rules, naming)
    analysis = Analysis(document)
    seconds: dict[str, float] = {}
    for stage in steps:
        begun = perf_counter()
        analysis = stage(analysis)
        seconds[getattr(_function(stage), "__name__", "stage")] = perf_counter() - begun
    return replace(analysis, seconds=seconds)


def _recalled(
    document: Document, steps: tuple[Stage, ...], given: tuple[Stage, ...] | None, rules: Rules, naming: Naming | None
) -> tuple[Document, tuple[Stage, ...]]:
    """The stages for a document that a workbook kept, and the document with a note of what is done."""
    if given is not None:
        note = "用了自定的步骤：只从原文读起，表中的人工修改没有套用"
    elif not load_rules(rules) and naming is None:
        return document, (recall, find_findings)
    elif not document.text:
        note, steps = "给了规则或名称选项，但其中没有原文，没有用上", (recall, find_findings)
    else:
        note = "给了规则或名称选项：从原文重新读出，再套用人工修改"
        named = partial(apply_edits, naming=naming)
        steps = (*(stage for stage in steps if _function(stage) is not find_findings), named, find_findings)
    return replace(document, notes=(*document.notes, note)), steps


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
    own = load_rules(rules)
    return [analyse(document, stages=stages, rules=own, naming=naming) for document in _documents(source)]


def _documents(source: Document | Path | str) -> list[Document]:
    if isinstance(source, Document):
        return [source]
    if isinstance(source, Path):
        return read(source)
    if isinstance(source, str):
        return read_text(source)
    raise OptionError(f"不能从 {type(source).__name__} 读取", remedy="请给出 Document、Path 或文本")


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
    own = load_rules(rules)
    # neither which clauses are tasks nor what needs a human eye is asked for here
    steps = tuple(
        stage for stage in _chosen(stages, own, naming) if _function(stage) not in (find_tasks, find_findings)
    )
    found: list[Assignment] = []
    for document in _documents(source):
        if document.saved is None:
            found += analyse(document, stages=steps).assignments
        else:  # changes by hand are made by task
            found += analyse(document, stages=stages, rules=own, naming=naming).assignments
    return tuple(found)
