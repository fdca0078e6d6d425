"""All stretches of a document that look like an assignment of duties, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from raci.analysis.annotations.patterns import Patterns, patterns
from raci.analysis.annotations.written_forms import usual_forms
from raci.analysis.coverage.bare_lists import bare_lists
from raci.analysis.coverage.cells import columns_of_duties
from raci.analysis.coverage.declared import unread_declarations
from raci.analysis.coverage.glued_heads import glued_heads
from raci.analysis.coverage.heads_alone import heads_in_lines
from raci.analysis.coverage.lines import rows_in_lines
from raci.analysis.coverage.marks_alone import marks_in_lines
from raci.analysis.coverage.segment import Segment
from raci.analysis.coverage.shared_lines import shared_lines
from raci.analysis.coverage.spans import is_covered, joined, reaching
from raci.analysis.coverage.words import may_assign, passed_over
from raci.analysis.tables.grid import TableGrid
from raci.model import Analysis, Annotation, Block, Coverage, Span, Stretch
from raci.rules.matching import ActiveRules
from raci.rules.traditional import as_simplified

__all__ = ["coverage"]

_OPENING = tuple("（(〔[［【〈﹝")


def coverage(analysis: Analysis, rules: ActiveRules) -> Coverage:
    """Every stretch that looks like an assignment of duties, read or not.

    What is read is an annotation, or a column of which a table's tasks are made. What is left is looked for in the
    text outside of these: brackets, labels and sentences that name a body and give it a role, and columns of bodies.
    Furniture, words without a body, and what a rule refuses are no such stretches.
    """
    own = [annotation for annotation in analysis.annotations if annotation.basis != "inherited"]
    stretches = [_read(annotation) for annotation in own if annotation.basis != "table"]
    known = patterns(rules)
    text = usual_forms(as_simplified(analysis.document.text), known)
    taken = _taken(analysis, own)
    for segment in _segments(analysis, text, may_assign(text, known)):
        for span in reaching(taken, Span(segment.start, segment.end)):
            segment.take(span.start - segment.start, span.end - segment.start)
        stretches += passed_over(segment, known)
    stretches = [*_without_told(stretches, analysis.duties), *_told(analysis.duties)]
    stretches += _in_tables(analysis, text, own, known, rules)
    stretches = _with_rows(analysis, stretches, taken, rules)
    covered = joined([*taken, *(Span(stretch.start, stretch.end) for stretch in stretches)])
    stretches += heads_in_lines(analysis.document, covered, rules)
    stretches += unread_declarations(analysis.document, covered)
    stretches += marks_in_lines(analysis.document, covered)
    stretches += shared_lines(analysis.document.text, analysis.clauses, covered)
    stretches += bare_lists(analysis.document.text, analysis.clauses, own, covered, known)
    return Coverage(tuple(sorted(stretches, key=lambda stretch: (stretch.start, stretch.end))))


def _with_rows(
    analysis: Analysis, stretches: Sequence[Stretch], taken: Sequence[Span], rules: ActiveRules
) -> list[Stretch]:
    """The stretches with the tables that were lost; what was taken for a sentence in one is none."""
    sentences = [stretch for stretch in stretches if stretch.form == "sentence"]
    others = [stretch for stretch in stretches if stretch.form != "sentence"]
    covered = joined([*taken, *(Span(stretch.start, stretch.end) for stretch in others)])
    told = joined([Span(duty.start, duty.end) for duty in analysis.duties])
    rows = list(rows_in_lines(analysis.document, covered, told, rules))
    covered = joined([*covered, *(Span(row.start, row.end) for row in rows)])
    rows = sorted([*rows, *glued_heads(analysis.document, covered)], key=lambda row: row.start)
    starts = [row.start for row in rows]
    for sentence in sentences:
        position = bisect_left(starts, sentence.end) - 1
        if sentence.is_read or position < 0 or rows[position].end <= sentence.start:
            others.append(sentence)
    return [*others, *rows]


def _read(annotation: Annotation) -> Stretch:
    return Stretch("bracket" if annotation.quote[:1] in _OPENING else "label", annotation.start, annotation.end)


def _told(duties: Sequence[Annotation]) -> Iterator[Stretch]:
    """What sentences tell, as read."""
    for duty in duties:
        yield Stretch("sentence", duty.start, duty.end)


def _without_told(stretches: Sequence[Stretch], duties: Sequence[Annotation]) -> Iterator[Stretch]:
    """The stretches without the sentences whose duties are known."""
    starts = [duty.start for duty in duties]
    for stretch in stretches:
        position = bisect_left(starts, stretch.end) - 1
        if stretch.form != "sentence" or position < 0 or duties[position].end <= stretch.start:
            yield stretch


def _taken(analysis: Analysis, annotations: Sequence[Annotation]) -> list[Span]:
    """What annotations and declarations cover, in order and joined where they overlap."""
    spans = [Span(annotation.start, annotation.end) for annotation in annotations]
    for quote in analysis.declarations:
        start = analysis.document.text.find(quote)
        if quote and start >= 0:
            spans.append(Span(start, start + len(quote)))
    return joined(spans)


def _segments(analysis: Analysis, text: str, hits: Sequence[int]) -> Iterator[Segment]:
    """The clauses' own words, and what stands outside of clauses, without tables and furniture.

    Those in which none of the ``hits`` stands are left out.
    """

    def holds(span: Span) -> bool:
        first = bisect_left(hits, span.start)
        return first < len(hits) and hits[first] < span.end

    names = _names(analysis.annotations)
    hidden = [
        Span(block.start, block.end)
        for block in analysis.document.blocks
        if block.kind in ("table", "furniture") and block.start < block.end
    ]
    position = 0
    clauses = sorted((clause for clause in analysis.clauses if clause.kind != "row"), key=lambda clause: clause.start)
    for clause in clauses:
        before, within = Span(position, clause.start), Span(max(position, clause.start), clause.end)
        position = max(position, clause.end)
        if holds(before):
            yield from _apart(text, before, hidden, frozenset())
        if holds(within):
            own = names.get(clause.index, frozenset()) | names.get(clause.parent, frozenset())
            yield from _apart(text, within, hidden, own)
    if holds(rest := Span(position, len(text))):
        yield from _apart(text, rest, hidden, frozenset())


def _names(annotations: Sequence[Annotation]) -> dict[int | None, frozenset[str]]:
    """The names by the index of the clause that an annotation speaks for."""
    names: dict[int | None, set[str]] = {}
    for annotation in annotations:
        written = {mention.text for group in annotation.groups for mention in group.mentions}
        for index in annotation.clauses:
            names.setdefault(index, set()).update(written)
    return {index: frozenset(written) for index, written in names.items()}


def _apart(text: str, span: Span, hidden: Sequence[Span], names: frozenset[str]) -> Iterator[Segment]:
    """The parts of a span that are not hidden."""
    start = span.start
    for each in reaching(hidden, span):
        if start < each.start:
            yield Segment.of(text, Span(start, each.start), names)
        start = max(start, each.end)
    if start < span.end:
        yield Segment.of(text, Span(start, span.end), names)


def _in_tables(
    analysis: Analysis, text: str, annotations: Sequence[Annotation], known: Patterns, rules: ActiveRules
) -> Iterator[Stretch]:
    """The columns of each table, and the words of its cells that say more than a list of bodies."""
    blocks = {block.start: block for block in analysis.document.blocks if block.kind == "table"}
    of_tables = [annotation for annotation in annotations if annotation.basis == "table"]
    declared = _taken(analysis, ())
    for table in analysis.tables:
        block = blocks.get(table.start)
        if block is None:
            continue
        first = bisect_left(of_tables, table.start, key=lambda annotation: annotation.start)
        last = bisect_left(of_tables, table.end, key=lambda annotation: annotation.start)
        evidence = _evidence(of_tables[first:last])
        grid = TableGrid(text, block.cells)
        grid = grid.turned() if table.shape == "turned" else grid
        columns = list(columns_of_duties(grid, table, evidence, rules))
        yield from columns
        if not any(not stretch.is_read for stretch in columns):
            yield from _in_cells(text, block, evidence, declared, known)


def _evidence(annotations: Sequence[Annotation]) -> list[Span]:
    """The cells that gave rows: where the names stand, and what gave them their roles."""
    mentions = [mention for each in annotations for group in each.groups for mention in group.mentions]
    return joined(
        [
            *(Span(mention.start, mention.end) for mention in mentions),
            *(Span(annotation.start, annotation.end) for annotation in annotations),
        ]
    )


def _in_cells(
    text: str, block: Block, evidence: Sequence[Span], declared: Sequence[Span], known: Patterns
) -> Iterator[Stretch]:
    """Labels and brackets within cells that gave no rows, but for the rules that the document declares."""
    for cell in block.cells:
        if is_covered(evidence, cell.start, cell.end):
            continue
        segment = Segment.of(text, Span(cell.start, cell.end))
        for span in reaching(declared, Span(cell.start, cell.end)):
            segment.take(span.start - segment.start, span.end - segment.start)
        yield from (stretch for stretch in passed_over(segment, known) if stretch.form in ("bracket", "label"))
