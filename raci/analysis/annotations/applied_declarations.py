"""Declarations of a document applied to its annotations: leads made of first names, bodies added everywhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from raci.analysis.annotations.content import Declaration
from raci.analysis.annotations.declared_leads import BY_PLACE, with_lead
from raci.analysis.annotations.parsing import parse
from raci.analysis.annotations.patterns import Patterns
from raci.model import Annotation, Clause, Document, Group, Role, TableReading
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern

__all__ = ["EVERYONE", "MOST", "PlacedDeclaration", "apply_declarations", "declarations_in_text"]

#: effect of a declaration that names bodies for all that follows → the role that they have there
EVERYONE: Mapping[str, Role] = MappingProxyType(
    {
        "everyone": "responsible",
        "everyone-before": "responsible",
        "supports-before": "support",
        "everyone-leads": "lead",
        "everyone-supports": "support",
    }
)

#: a short bracket is part of a name: 各县（市、区）政府
_SENTENCE = compiled(r"(?:[^。\n（(〔\[）)〕\]；;]|[（(〔\[][^。\n（(〔\[）)〕\]；;]{1,20}[）)〕\]])*[。\n）)〕\]；;]?")
_STOPS, _OPENERS, _CLOSERS = "。\n；;", "（(〔[", "）)〕]"
#: so many different declarations of one document are applied: no document has more
MOST = 100
#: the shortest and the longest sentence that is read as a declaration, in characters
_SHORTEST, _LONGEST = 4, 200
#: a note that belongs to the table above it begins within so many characters behind it
_NOTE_REACH = 12


@dataclass(frozen=True, slots=True)
class PlacedDeclaration:
    """A declaration with where it stands: it holds from ``start`` on; one that is about the whole text from 0 on.

    One that stands in a later annotation and does not say 下同 holds for that one alone; one in a
    table, in a head or in a note below the rows, holds for that table: up to ``until``. One that gives everything a
    lead holds up to the end of the section that it heads or stands in.
    """

    start: int
    end: int
    declaration: Declaration
    until: int | None = None

    def within_annotation(self) -> PlacedDeclaration:
        """The declaration with the reach that it has in a later annotation: that one, unless it speaks of others."""
        is_own = self.declaration.effect in BY_PLACE and not lexicon_pattern("standing.for-others").search(
            self.declaration.quote
        )
        return replace(self, until=self.end) if is_own else self

    def within_section(self, clauses: Sequence[Clause]) -> PlacedDeclaration:
        """The declaration with the reach that it has among ``clauses``, in the order of the text."""
        if EVERYONE.get(self.declaration.effect) != "lead":
            return self
        index = bisect_right(clauses, self.start, key=lambda clause: clause.start) - 1
        if index < 0:
            return self
        heading: int | None = index if clauses[index].kind == "section" else clauses[index].parent
        if heading is None:
            return self
        behind = (clauses[position] for position in range(heading + 1, len(clauses)))
        following = (clause.start for clause in behind if clause.level <= clauses[heading].level)
        return replace(self, until=next(following, None))

    def behind_all(self, last: int) -> PlacedDeclaration:
        """The declaration with the reach that it has where the ``last`` annotation ends before it: it is about all."""
        return replace(self, start=0) if self.declaration.effect in BY_PLACE and 0 < last <= self.start else self

    def within(self, tables: Sequence[TableReading], text: str) -> PlacedDeclaration:
        """The declaration with the reach that it has where it stands in a table, or in a note right below one."""
        index = bisect_right(tables, self.start, key=lambda table: table.start) - 1
        if index < 0:
            return self
        table = tables[index]
        if self.start < table.end:
            return replace(self, start=table.start, until=table.end)
        if self.start <= table.end + _NOTE_REACH:
            between = text[table.end : self.start]
            if lexicon_pattern("standing.note").fullmatch(between):
                return replace(self, start=table.start)
        return self


def declarations_in_text(
    document: Document, annotated: Sequence[tuple[int, int]], patterns: Patterns
) -> list[PlacedDeclaration]:
    """The declarations outside of annotations, whose spans are given: in the covering notice, in a note."""
    placed = []
    spans = sorted(annotated)
    for hint in patterns.maybe_standing_sentence.finditer(document.text):
        before = bisect_right(spans, (hint.start(), len(document.text))) - 1
        if before >= 0 and hint.start() < spans[before][1]:
            continue
        reach = max(0, hint.start() - 2 * _LONGEST)
        start = _sentence_start(document.text, reach, hint.start())
        if not start and reach:
            continue  # no sentence that is read is so long
        match = _SENTENCE.match(document.text, start)
        sentence = match[0] if match else ""
        if not _SHORTEST <= len(sentence) <= _LONGEST:
            continue
        for declaration in parse(sentence, patterns).declarations:
            mentions = tuple(mention.moved(start) for mention in declaration.mentions)
            overall = declaration.effect == "marked-leads" or (
                declaration.effect == "first-leads" and lexicon_pattern("standing.overall").search(declaration.quote)
            )
            placed.append(
                PlacedDeclaration(
                    0 if overall else start, start + len(sentence), replace(declaration, mentions=mentions)
                )
            )
    return placed


def _sentence_start(text: str, reach: int, place: int) -> int:
    """Where the sentence or bracket begins that holds a place (各乡镇（街道）均为责任单位 is one); 0: out of reach."""
    closed = 0
    for offset in range(place - 1, reach - 1, -1):
        character = text[offset]
        if character in _STOPS or (character in _OPENERS and not closed):
            return offset + 1
        closed += (character in _CLOSERS) - (character in _OPENERS)
    return 0


def apply_declarations(
    document: Document, annotations: Sequence[Annotation], declarations: Sequence[PlacedDeclaration]
) -> list[Annotation]:
    """The annotations with leads as the declarations say; those that name bodies for everything add annotations."""
    if not declarations:
        return list(annotations)
    declarations = _different(declarations)[:MOST]
    # a row that has a cell for its leads says who leads, whatever is the first name of its other cells
    led = {index for annotation in annotations if _has_lead(annotation) for index in annotation.clauses}
    # "the first" is the first of a row, not of each of its cells
    rows_with_first: set[int] = set()
    applied: list[Annotation] = []
    for annotation in annotations:
        with_leads = annotation
        in_table = annotation.basis == "table"
        is_led = annotation.clauses[0] in led
        for_everyone: list[Annotation] = []
        for placed in declarations:
            if placed.start > annotation.end or (placed.until is not None and annotation.start >= placed.until):
                continue
            effect = placed.declaration.effect
            if effect not in EVERYONE:
                counts = effect in BY_PLACE and in_table
                if not (in_table and is_led) and not (counts and annotation.clauses[0] in rows_with_first):
                    with_leads = with_lead(with_leads, placed.declaration, document)
            elif placed.end <= annotation.start and not (is_led and EVERYONE[effect] == "lead"):
                for_everyone += _for_everyone(annotation, placed, EVERYONE[effect])
        if in_table and with_leads is not annotation:
            rows_with_first.add(annotation.clauses[0])
        applied.append(with_leads)
        applied += for_everyone
    return applied


def _different(declarations: Sequence[PlacedDeclaration]) -> list[PlacedDeclaration]:
    """The declarations without those that say the same again: the first of them holds for all that follows."""
    first: dict[tuple[object, ...], PlacedDeclaration] = {}
    for placed in declarations:
        names = tuple(mention.text for mention in placed.declaration.mentions)
        said = placed.declaration.effect, placed.declaration.rule, placed.declaration.quote, names, placed.until
        first.setdefault(said, placed)
    return list(first.values())


def _has_lead(annotation: Annotation) -> bool:
    return any(group.role == "lead" for group in annotation.groups)


def _for_everyone(annotation: Annotation, placed: PlacedDeclaration, role: Role) -> Iterator[Annotation]:
    """The bodies that have a role in everything, as an annotation of their own that says where it is from."""
    declaration = placed.declaration
    named = {mention.text for group in annotation.groups for mention in group.mentions}
    missing = tuple(mention for mention in declaration.mentions if mention.text not in named)
    if missing and annotation.basis != "inherited" and annotation.groups:
        yield Annotation(
            rule=declaration.rule,
            start=placed.start,
            end=placed.end,
            quote=declaration.quote,
            clauses=annotation.clauses[:1],
            groups=(Group(role, missing, declaration.rule),),
            basis="inherited",
            inherited_from=declaration.quote,
        )
