"""The annotations of a document: found clause by clause, judged as a whole, each with its clauses and time limit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from raci.analysis.annotations.all_candidates import all_candidates
from raci.analysis.annotations.applied_declarations import (
    EVERYONE,
    PlacedDeclaration,
    apply_declarations,
    declarations_in_text,
)
from raci.analysis.annotations.body_names import SPACE
from raci.analysis.annotations.candidate import Candidate
from raci.analysis.annotations.clause_limits import with_limits
from raci.analysis.annotations.dittos import with_dittos
from raci.analysis.annotations.hosts import is_host_line
from raci.analysis.annotations.inheriting import inherit
from raci.analysis.annotations.marked_items import items_by_mark
from raci.analysis.annotations.numbered_items import items_by_number
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.scope import owning_clauses
from raci.analysis.annotations.shares_by_body import shares_by_body
from raci.analysis.annotations.time_limits import time_limit
from raci.analysis.tables.annotations import annotate_rows
from raci.analysis.tables.rosters import NO_DUTIES
from raci.analysis.tables.thing_lists import lists_things
from raci.model import Annotation, Clause, Document, Group, Span, TableReading
from raci.rules.headings import is_no_task
from raci.rules.matching import ActiveRules
from raci.rules.traditional import as_simplified

__all__ = ["annotate"]

_START = attrgetter("start")


def annotate(
    document: Document, clauses: Sequence[Clause], patterns: Patterns, tables: Sequence[TableReading] = ()
) -> tuple[tuple[Annotation, ...], tuple[str, ...]]:
    """The annotations of a document in order, and the sentences by which it sets rules for itself."""
    text = document.text
    plain = as_simplified(text)
    numbered = [*items_by_number(plain, clauses, patterns), *items_by_mark(plain, clauses, patterns)]
    candidates = _outside(all_candidates(text, plain, clauses, patterns), numbered)
    if not candidates and not tables and not numbered:
        return tuple(shares_by_body(text, clauses, (), patterns)), ()
    declarations = _all_declarations([candidate for _, candidate in candidates])
    spans = [(candidate.start, candidate.end) for _, candidate in candidates]
    declarations += declarations_in_text(document, spans, patterns)
    saying = (candidate.end for _, candidate in candidates if not _only_declares(candidate))
    last = max([0, *saying, *(table.end for table in tables)])
    declarations = [placed.within(tables, text).behind_all(last).within_section(clauses) for placed in declarations]
    declarations.sort(key=lambda placed: placed.start)
    year = int(document.date[:4]) if document.date else None
    annotations = numbered
    lines = _lines_of_tables(tables)
    without_rows = sorted((table for table in tables if _gives_no_rows(table)), key=_START)
    is_traditional = plain is not text
    owners = owning_clauses(clauses, candidates, text)
    for (_, candidate), (owner, covered) in zip(candidates, owners, strict=True):
        if is_host_line(text, candidate, clauses[owner]) or _is_head_without_rows(text, candidate, without_rows):
            continue
        line = bisect_right(lines, candidate.end, key=_START) - 1
        if line >= 0 and candidate.start < lines[line].end:
            continue
        for annotation in _annotations(text, candidate, (owner, *covered), year):
            if not annotation.groups and clauses[owner].kind == "section":
                annotation = replace(annotation, groups=_declared_leads(candidate))
            if is_traditional:
                annotation = replace(annotation, groups=_as_written(text, annotation.groups))
            if annotation.groups or annotation.deadline:
                annotations.append(annotation)
    annotations.sort(key=_START)
    annotations = with_limits(text, clauses, with_dittos(annotations), patterns, document.date)
    for table, rows in _rows_of_tables(clauses, tables):
        for annotation in annotate_rows(text, plain, table, rows, patterns, year):
            groups = _as_written(text, annotation.groups) if is_traditional else annotation.groups
            annotations.append(replace(annotation, groups=groups))
    if tables:
        annotations.sort(key=lambda annotation: annotation.start)
    annotations = inherit(text, clauses, apply_declarations(document, annotations, declarations), patterns.rules)
    annotations = [_for_tasks(annotation, clauses, patterns.rules) for annotation in annotations]
    annotations += shares_by_body(text, clauses, annotations, patterns)
    return tuple(annotations), tuple(dict.fromkeys(placed.declaration.quote for placed in declarations))


def _only_declares(candidate: Candidate) -> bool:
    """Whether a candidate sets a rule and names nobody: （注：排名第一的为牵头单位） behind all tasks is of these."""
    return bool(candidate.content.declarations) and not candidate.content.role_mentions


def _outside(candidates: list[tuple[int, Candidate]], numbered: Sequence[Annotation]) -> list[tuple[int, Candidate]]:
    """The candidates that hold no sentence on items by their numbers: it says more."""
    return [
        (index, candidate)
        for index, candidate in candidates
        if not any(each.start < candidate.end and candidate.start < each.end for each in numbered)
    ]


def _lines_of_tables(tables: Sequence[TableReading]) -> list[Span]:
    """The lines above tables that say who has a part in all of their rows, which say so themselves then."""
    said = {
        duty.evidence
        for table in tables
        for task in table.tasks
        for duty in task.duties
        if duty.evidence.end <= table.start
    }
    return sorted(said)


def _gives_no_rows(table: TableReading) -> bool:
    """Whether a table is told as unread, or lists things or the members of a group, or records something."""
    return table.shape in NO_DUTIES or (not table.shape and bool(table.unread or lists_things(table.columns)))


def _is_head_without_rows(text: str, candidate: Candidate, tables: Sequence[TableReading]) -> bool:
    """Whether a label is the head of a column in a table that gives no rows: what follows is another cell.

    ``tables`` are those that are told as unread and the lists, in order. A record holds nothing else.
    """
    index = bisect_right(tables, candidate.start, key=_START) - 1
    if index < 0 or candidate.start >= tables[index].end:
        return False
    if tables[index].shape in NO_DUTIES:
        return True
    words = text[candidate.start : candidate.end].partition("\n")[0].strip()
    return any(column.head == words for column in tables[index].columns)


def _rows_of_tables(
    clauses: Sequence[Clause], tables: Sequence[TableReading]
) -> Iterator[tuple[TableReading, list[Clause]]]:
    """Each table with the clauses that are its rows."""
    in_order = sorted(tables, key=lambda table: table.start)
    starts = [table.start for table in in_order]
    rows: dict[int, list[Clause]] = {start: [] for start in starts}
    for clause in clauses:
        index = bisect_right(starts, clause.start) - 1
        if clause.kind == "row" and index >= 0 and clause.start < in_order[index].end:
            rows[starts[index]].append(clause)
    for table in tables:
        yield table, rows[table.start]


def _all_declarations(candidates: Sequence[Candidate]) -> list[PlacedDeclaration]:
    """What the annotations declare; what one says behind another list of several names is about itself alone."""
    declarations: list[PlacedDeclaration] = []
    behind_list = False
    for candidate in candidates:
        named = candidate.content.count_mentions()
        if candidate.content.declarations:
            own = _declarations(candidate)
            declarations += [placed.within_annotation() for placed in own] if behind_list and named else own
        behind_list = behind_list or named > 1
    return declarations


def _declarations(candidate: Candidate) -> list[PlacedDeclaration]:
    """What an annotation declares, with spans in the document's text."""
    return [
        PlacedDeclaration(
            candidate.start,
            candidate.end,
            replace(
                declaration,
                mentions=tuple(mention.moved(candidate.content_start) for mention in declaration.mentions),
            ),
        )
        for declaration in candidate.content.declarations
    ]


def _annotations(text: str, candidate: Candidate, clauses: tuple[int, ...], year: int | None) -> list[Annotation]:
    """What a candidate says: one annotation, or one for each of the time limits that its names have."""
    content, offset = candidate.content, candidate.content_start
    rule = content.rule if candidate.form != "bare" else "bare.bracket"
    quote = text[candidate.start : candidate.end]
    return [
        Annotation(
            rule=rule,
            start=candidate.start,
            end=candidate.end,
            quote=quote,
            clauses=clauses,
            groups=part.groups(offset),
            deadline=time_limit(text, limit[0] + offset, limit[1] + offset, year) if limit else None,
            unread=content.unread_spans(offset),
        )
        for part in content.parts()
        for limit in part.limits or (None,)
    ]


def _declared_leads(candidate: Candidate) -> tuple[Group, ...]:
    """Who leads all that stands below a heading that says nothing but that: 稳定就业（以下任务均由市人社局牵头）."""
    leads = (placed.declaration for placed in _declarations(candidate))
    return tuple(Group("lead", lead.mentions, lead.rule) for lead in leads if EVERYONE.get(lead.effect) == "lead")


def _as_written(text: str, groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """The groups with names as they stand in the text, where they were read as their simplified twins."""
    written = []
    for group in groups:
        mentions = tuple(
            mention._replace(text=words)
            if len(words := SPACE.sub("", text[mention.start : mention.end])) == len(mention.text)
            else mention
            for mention in group.mentions
        )
        written.append(replace(group, mentions=mentions))
    return tuple(written)


def _for_tasks(annotation: Annotation, clauses: Sequence[Clause], rules: ActiveRules) -> Annotation:
    """The annotation without the clauses beside its own that ask nobody to do anything: 适用范围 above 责任单位."""
    owner, *beside = annotation.clauses
    tasks = [index for index in beside if not is_no_task(clauses[index].heading, rules)]
    return annotation if len(tasks) == len(beside) else replace(annotation, clauses=(owner, *tasks))
