"""The pipeline: a tuple of stages and a loop.

A stage takes an Analysis and gives one with more in it; one that needs the options takes them as well. What a run
needs stands in these two values: rules that were stopped in it are named in ``Analysis.stopped``, from which the next
stage goes on, so that no run leaves anything behind for another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from inspect import signature
from os import PathLike
from pathlib import Path
from time import perf_counter
from types import FunctionType

from raci.analysis import groups, prose
from raci.analysis.annotations.document import annotate
from raci.analysis.annotations.patterns import patterns
from raci.analysis.checks import check
from raci.analysis.coverage import coverage
from raci.analysis.groups.resolving import resolve_members
from raci.analysis.outline import build_outline, headings
from raci.analysis.outline.contents import contents_of, with_note
from raci.analysis.overlaps import paths_of_rows, with_overlaps
from raci.analysis.prose.beside import without_repeats
from raci.analysis.resolve import identify, resolve
from raci.analysis.tables.asked_columns import require_heads
from raci.analysis.tables.document import read_tables
from raci.analysis.tasks import tasks
from raci.analysis.whose import words_of
from raci.config.options.analysis import Options
from raci.config.rule_files import Rules
from raci.errors import OptionError
from raci.model import BASES, Analysis, Assignment, Document
from raci.model.roles import Basis
from raci.readers.documents.bare_text import with_blocks
from raci.readers.sources import documents_of
from raci.register.naming import Naming
from raci.rules.matching import active_rules

__all__ = ["RECALL", "REREAD", "STAGES", "Source", "Stage", "analyse", "analyses", "call", "extract", "run"]

#: what is analysed; a ``str`` is a path where there is a file or folder of that name, else a text
Source = Analysis | Document | Path | str
#: one step: an Analysis in (and the Options, where the step takes two arguments), an Analysis with more in it out
Stage = Callable[[Analysis, Options], Analysis] | Callable[[Analysis], Analysis]


def find_tables(analysis: Analysis, options: Options) -> Analysis:
    """Document → its tables as understood: columns, tasks, who has a part in them.

    Raises OptionError where the user speaks of the head of a column that stands in no table.
    """
    require_heads(analysis.document, options.rules)
    rules = active_rules(options.rules, analysis.stopped)
    return replace(analysis, tables=read_tables(analysis.document, rules), stopped=rules.stopped)


def find_clauses(analysis: Analysis, options: Options) -> Analysis:
    """Document → clauses, and a note of tables of contents, which list none."""
    rules = active_rules(options.rules, analysis.stopped)
    contents = contents_of(analysis.document.text)
    clauses = build_outline(analysis.document, rules, analysis.tables, contents)
    document = with_note(analysis.document, contents)
    return replace(analysis, document=document, clauses=clauses, stopped=rules.stopped)


def find_annotations(analysis: Analysis, options: Options) -> Analysis:
    """Clauses → annotations, and the rules that the document sets for itself."""
    rules = active_rules(options.rules, analysis.stopped)
    annotations, declarations = annotate(analysis.document, analysis.clauses, patterns(rules), analysis.tables)
    return replace(analysis, annotations=annotations, declarations=declarations, stopped=rules.stopped)


def trim_headings(analysis: Analysis) -> Analysis:
    """Headings → headings without the annotations that stand in them."""
    clauses = headings.trim_headings(analysis.document.text, analysis.clauses, analysis.annotations)
    return replace(analysis, clauses=clauses)


def inherit_paths(analysis: Analysis) -> Analysis:
    """Rows of tables under no heading → rows under the headings of the clauses that leave it to them who does what."""
    return replace(analysis, clauses=paths_of_rows(analysis.clauses, analysis.annotations))


def find_duties(analysis: Analysis, options: Options) -> Analysis:
    """Clauses → the duties that their sentences tell."""
    if "prose" not in options.basis:
        return analysis
    rules = active_rules(options.rules, analysis.stopped)
    duties = prose.find_duties(analysis.document, analysis.clauses, analysis.annotations, patterns(rules))
    return replace(analysis, duties=duties, stopped=rules.stopped)


def find_assignments(analysis: Analysis, options: Options) -> Analysis:
    """Annotations, and duties that sentences tell → assignments, and whose document it is."""
    said = (*analysis.annotations, *analysis.duties)
    words = words_of(analysis.document, options.names)
    assignments = resolve(analysis.document, analysis.clauses, said, options.names, words)
    wanted = tuple(assignment for assignment in assignments if assignment.basis in options.basis)
    identity = identify(analysis.document, analysis.annotations, options.names, words)
    return replace(
        analysis,
        assignments=without_repeats(wanted),
        issuers=identity.issuers,
        place=identity.place,
        level=identity.level,
    )


def find_groups(analysis: Analysis, options: Options) -> Analysis:
    """Document → the groups that it sets up or lists, and who is in them."""
    found = groups.find_groups(analysis.document)
    return replace(analysis, groups=resolve_members(analysis.document, found, options.names)) if found else analysis


def find_overlaps(analysis: Analysis) -> Analysis:
    """Assignments → the clauses and the rows of tables that speak of the same task."""
    return with_overlaps(analysis)


def find_tasks(analysis: Analysis, options: Options) -> Analysis:
    """Clauses and annotations → which clauses are tasks."""
    rules = active_rules(options.rules, analysis.stopped)
    return replace(analysis, tasks=tasks(analysis, rules), stopped=rules.stopped)


def find_coverage(analysis: Analysis, options: Options) -> Analysis:
    """Everything that looks like an assignment of duties → read, or to be reported."""
    rules = active_rules(options.rules, analysis.stopped)
    return replace(analysis, coverage=coverage(analysis, rules), stopped=rules.stopped)


def find_findings(analysis: Analysis, options: Options) -> Analysis:
    """Everything → what needs a human eye, by the checks that the ``raci.toml`` beside the document asks for."""
    return replace(analysis, findings=check(analysis, options.settings.checks))


def recall(analysis: Analysis, options: Options) -> Analysis:
    """The record in a workbook of raci's → what was known when it was written, with what was changed by hand since."""
    from raci.edits import restored

    saved = analysis.document.saved
    if saved is None:
        return analysis
    known = restored(saved, options.settings.applied_to(Naming()))
    wanted = tuple(assignment for assignment in known.assignments if assignment.basis in options.basis)
    return replace(known, document=analysis.document, assignments=wanted)


def apply_edits(analysis: Analysis, options: Options) -> Analysis:
    """The text of such a workbook, read anew → with all that was ever changed by hand in it."""
    from raci.edits import apply, find

    saved = analysis.document.saved
    if saved is None:
        return analysis
    return apply(analysis, (*saved.record.analysis.edits, *find(saved)), options.names)


#: the stages in their order; a caller may pass another tuple
STAGES: tuple[Stage, ...] = (
    find_tables,
    find_clauses,
    find_annotations,
    trim_headings,
    inherit_paths,
    find_duties,
    find_assignments,
    find_groups,
    find_overlaps,
    find_tasks,
    find_coverage,
    find_findings,
)
#: of a workbook that raci wrote: as its record says; or from its text, by other rules or names
RECALL: tuple[Stage, ...] = (recall, find_tables, find_findings)
REREAD: tuple[Stage, ...] = (*STAGES[:-1], apply_edits, find_findings)


def run(
    document: Document,
    options: Options,
    stages: Sequence[Stage] | None = None,
    until: Stage | str | None = None,
) -> Analysis:
    """The stages, one after the other, up to and with ``until`` (a stage or its name).

    Raises OptionError where ``until`` is no stage of these, RegisterError for faults of a ``raci.toml`` beside the
    document.
    """
    if document.saved is None:
        document = with_blocks(document)
    document, chosen = _stages_of(document, options, stages)
    options = options.beside(document.source)
    analysis = Analysis(document)
    seconds: dict[str, float] = {}
    for stage in _up_to(chosen, until):
        begun = perf_counter()
        analysis = call(stage, analysis, options)
        seconds[_name(stage)] = seconds.get(_name(stage), 0.0) + perf_counter() - begun
    return replace(analysis, seconds=seconds)


def _stages_of(document: Document, options: Options, given: Sequence[Stage] | None) -> tuple[Document, Sequence[Stage]]:
    """The stages for a document; of one that a workbook remembers, with a note of what is done."""
    if document.saved is None:
        return document, STAGES if given is None else given
    if given is not None:
        note, stages = "用了自定的步骤：只从原文读起，表中的人工修改没有套用", given
    elif not options.reads_anew:
        return document, RECALL
    elif not document.text:
        note, stages = "给了规则或名称选项，但其中没有原文，没有用上", RECALL
    else:
        note, stages = "给了规则或名称选项：从原文重新读出，再套用人工修改", REREAD
    return replace(document, notes=(*document.notes, note)), stages


def _up_to(stages: Sequence[Stage], until: Stage | str | None) -> Sequence[Stage]:
    if until is None:
        return stages
    names = [_name(stage) for stage in stages]
    wanted = until if isinstance(until, str) else _name(until)
    if wanted not in names:
        raise OptionError(f"没有名为“{wanted}”的步骤", place="until", remedy=f"可用：{'、'.join(names)}")
    return stages[: names.index(wanted) + 1]


def _name(stage: Stage) -> str:
    return getattr(stage, "__name__", "stage")


def call(stage: Callable[..., Analysis], analysis: Analysis, options: Options) -> Analysis:
    """What a stage makes of an analysis; its signature says whether it wants the options."""
    # of functions as ``signature`` says, which takes long
    plain = isinstance(stage, FunctionType)
    parameters = stage.__code__.co_argcount if plain else len(signature(stage).parameters)
    return stage(analysis, options) if parameters > 1 else stage(analysis)


def analyse(
    source: Source,
    *,
    stages: Sequence[Stage] | None = None,
    until: Stage | str | None = None,
    rules: Rules = (),
    naming: Naming | None = None,
    basis: Sequence[Basis] = BASES,
) -> Analysis:
    """All that raci knows of one document: a Document, the path of a file with one document in it, or a text.

    ``rules`` are a user's, or the files that hold them, before the built-in ones; ``naming`` says how names are to be
    resolved; ``basis`` what assignments may be known by (all, or without ``prose`` …); ``stages`` is another tuple than
    STAGES, ``until`` the last stage (or its name) that is wanted. An Analysis stays as it is, or with rules, naming,
    basis or stages its document is analysed anew.

    Of a workbook that raci wrote all is recalled as it was, with what was changed by hand since. With rules or naming
    its text is read anew by them, and the changes are made in that; ``stages`` of the caller's see the text alone.
    Which of these it was ``Document.notes`` says. Raises RuleError that names every fault in the files, RegisterError
    for faults of a ``raci.toml`` beside the document, OptionError where ``until`` is no stage or the source holds
    several documents, ReadError where it cannot be read.
    """
    found = analyses(source, stages=stages, until=until, rules=rules, naming=naming, basis=basis)
    if len(found) != 1:
        remedy = "请逐篇处理：for document in raci.read(路径): …"
        raise OptionError(f"其中有 {len(found)} 篇文件，这里只取一篇", place="source", remedy=remedy)
    return found[0]


def analyses(
    source: Source | Iterable[Source],
    *,
    stages: Sequence[Stage] | None = None,
    until: Stage | str | None = None,
    rules: Rules = (),
    naming: Naming | None = None,
    basis: Sequence[Basis] = BASES,
) -> list[Analysis]:
    """The analyses of a source: of a Document, of the documents in a file or folder, or of those in a text.

    A ``str`` is a path where there is a file or folder of that name, else a text. An Analysis, and several sources in
    a list, are taken too. ``stages``, ``until``, ``rules``, ``naming`` and ``basis`` are those of ``analyse``. Raises
    ReadError where a file cannot be read or a text has no words, and what ``analyse`` raises.
    """
    return list(_runs(source, Options.load(rules, naming, basis), stages, lambda _: until))


def extract(
    source: Source | Iterable[Source],
    *,
    stages: Sequence[Stage] | None = None,
    rules: Rules = (),
    naming: Naming | None = None,
    basis: Sequence[Basis] = BASES,
) -> tuple[Assignment, ...]:
    """The assignments of a source, or of several in a list, in document order.

    A source is a Document, an Analysis, the path of a file or folder (a ``str`` too, where there is one of that name),
    or a text. ``stages``, ``rules``, ``naming`` and ``basis`` are those of ``analyse``. Raises ReadError where a file
    cannot be read or a text has no words, and what ``analyse`` raises.
    """

    def last(document: Document) -> Stage | None:
        # neither tasks nor findings are asked for here; but what was changed by hand was changed task by task
        return find_assignments if stages is None and document.saved is None else None

    found = _runs(source, Options.load(rules, naming, basis), stages, last)
    return tuple(assignment for analysis in found for assignment in analysis.assignments)


def _runs(
    source: Source | Iterable[Source],
    options: Options,
    stages: Sequence[Stage] | None,
    last: Callable[[Document], Stage | str | None],
) -> Iterator[Analysis]:
    """The analyses of a source or several, each up to the ``last`` stage that is wanted of its document."""
    for item in _each(source):
        if isinstance(item, Analysis):
            asked = stages is not None or options.reads_anew or options.basis != BASES
            yield run(item.document, options, stages, last(item.document)) if asked else item
        else:
            yield from (run(document, options, stages, last(document)) for document in documents_of(item))


def _each(source: Source | Iterable[Source]) -> Iterable[Source]:
    if isinstance(source, Analysis | Document | PathLike | str | bytes) or not isinstance(source, Iterable):
        return (source,)  # what is none of these is refused where it is read
    return source
