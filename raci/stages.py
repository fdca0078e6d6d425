"""The stages of the pipeline, each a function, and their order.

A stage takes an Analysis and gives one with more in it; one that needs the options takes them as well. What a stage
learns beyond that goes with the Analysis too: rules that were stopped in it are named in ``Analysis.stopped``, from
which the next stage goes on, so that no run leaves anything behind for another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

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
from raci.model import Analysis
from raci.register.naming import Naming
from raci.rules.matching import active_rules

__all__ = [
    "RECALL",
    "REREAD",
    "STAGES",
    "Stage",
    "apply_edits",
    "find_annotations",
    "find_assignments",
    "find_clauses",
    "find_coverage",
    "find_duties",
    "find_findings",
    "find_groups",
    "find_overlaps",
    "find_tables",
    "find_tasks",
    "inherit_paths",
    "recall",
    "trim_headings",
]

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


def trim_headings(analysis: Analysis, options: Options) -> Analysis:
    """Headings → headings without the annotations that stand in them."""
    rules = active_rules(options.rules, analysis.stopped)
    clauses = headings.trim_headings(analysis.document, analysis.clauses, analysis.annotations, rules)
    return replace(analysis, clauses=clauses, stopped=rules.stopped)


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
