"""Declarations of a document applied to its annotations: leads made of first names, bodies added everywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from raci.analysis.annotations.content import Declaration
from raci.analysis.annotations.parsing import parse
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import MARKS
from raci.model import Annotation, Document, Group, Mention, TableReading
from raci.rules.lexicon import lexicon_pattern

__all__ = ["PlacedDeclaration", "apply_declarations", "declarations_in_text"]

#: a short bracket is part of a name: 各县（市、区）政府
_SENTENCE = re.compile(
    r"(?:[^。\n（(〔\[）)〕\]；;]|[（(〔\[][^。\n（(〔\[）)〕\]；;]{1,20}[）)〕\]])*[。\n）)〕\]；;]?"
)
_SENTENCE_STARTS = "。\n（(〔[；;"
#: the shortest and the longest sentence that is read as a declaration, in characters
_SHORTEST, _LONGEST = 6, 200
#: a note that belongs to the table above it begins within so many characters behind it
_NOTE_REACH = 12


@dataclass(frozen=True, slots=True)
class PlacedDeclaration:
    """A declaration with where it stands: it holds from ``start`` on; one that is about the whole text from 0 on.

    One that stands in a table, in a head or in a note below the rows, holds for that table: up to ``until``.
    """

    start: int
    end: int
    declaration: Declaration
    until: int | None = None

    def within(self, tables: Sequence[TableReading], text: str) -> PlacedDeclaration:
        """The declaration with the reach that it has where it stands in a table, or in a note right below one."""
        for table in tables:
            if table.start <= self.start < table.end:
                return replace(self, start=table.start, until=table.end)
            between = text[table.end : self.start] if table.end <= self.start <= table.end + _NOTE_REACH else None
            if between is not None and lexicon_pattern("standing.note").fullmatch(between):
                return replace(self, start=table.start)
        return self


def declarations_in_text(
    document: Document, annotated: Sequence[tuple[int, int]], patterns: Patterns
) -> list[PlacedDeclaration]:
    """The declarations outside of annotations, whose spans are given: in the covering notice, in a note."""
    placed = []
    for hint in patterns.maybe_standing_sentence.finditer(document.text):
        if any(start <= hint.start() < end for start, end in annotated):
            continue
        start = max(document.text.rfind(stop, 0, hint.start()) for stop in _SENTENCE_STARTS) + 1
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


def apply_declarations(
    document: Document, annotations: Sequence[Annotation], declarations: Sequence[PlacedDeclaration]
) -> list[Annotation]:
    """The annotations with leads as the declarations say; those that name bodies for everything add annotations."""
    if not declarations:
        return list(annotations)
    # a row that has a cell for its leads says who leads, whatever is the first name of its other cells
    rows_with_lead = {
        annotation.clauses[0] for annotation in annotations if annotation.basis == "table" and _has_lead(annotation)
    }
    # "the first" is the first of a row, not of each of its cells
    rows_with_first: set[int] = set()
    applied: list[Annotation] = []
    for annotation in annotations:
        with_leads = annotation
        in_table = annotation.basis == "table"
        lead_is_named = in_table and annotation.clauses[0] in rows_with_lead
        for_everyone = []
        for placed in declarations:
            if placed.start > annotation.end or (placed.until is not None and annotation.start >= placed.until):
                continue
            if placed.declaration.effect != "everyone":
                counts = placed.declaration.effect in _BY_PLACE and in_table
                if not lead_is_named and not (counts and annotation.clauses[0] in rows_with_first):
                    with_leads = _with_lead(with_leads, placed.declaration, document)
            elif placed.end <= annotation.start and (added := _for_everyone(annotation, placed)):
                for_everyone.append(added)
        if in_table and with_leads is not annotation:
            rows_with_first.add(annotation.clauses[0])
        applied.append(with_leads)
        applied += for_everyone
    return applied


def _has_lead(annotation: Annotation) -> bool:
    return any(group.role == "lead" for group in annotation.groups)


def _with_lead(annotation: Annotation, declaration: Declaration, document: Document) -> Annotation:
    """The annotation with some of its responsible bodies as leads; as it is where a lead is named already."""
    if _has_lead(annotation):
        return annotation
    choose = _BY_PLACE.get(declaration.effect)
    for group in annotation.groups:
        if group.role != "responsible":
            continue
        if choose is not None:
            leads = choose(group, declaration)
            return _split(annotation, group, leads, declaration) if leads else annotation
        names_with_sign = _BY_SIGN.get(declaration.effect)
        if names_with_sign is not None and (leads := names_with_sign(group, declaration, document)):
            return _split(annotation, group, leads, declaration)
    return annotation


def _first_name(group: Group, declaration: Declaration) -> tuple[Mention, ...]:
    """The first name; that of no place where the declaration is about one level (省级单位列第一位者为牵头单位)."""
    mentions = group.mentions
    if lexicon_pattern("standing.of-level").match(declaration.quote):
        is_place = lexicon_pattern("standing.place").search
        mentions = tuple(mention for mention in mentions if not is_place(mention.text))
    return mentions[:1]


def _names_before_comma(group: Group, _: Declaration) -> tuple[Mention, ...]:
    """The names before the first comma; none where several names have no comma, so that nobody is set apart."""
    first = group.mentions[0].group
    leads = tuple(mention for mention in group.mentions if mention.group == first)
    return () if len(leads) == len(group.mentions) > 1 else leads


def _names_in_bold(group: Group, _: Declaration, document: Document) -> tuple[Mention, ...]:
    return tuple(
        mention
        for mention in group.mentions
        if any(span.start <= mention.start and mention.end <= span.end for span in document.emphasis)
    )


def _names_with_mark(group: Group, declaration: Declaration, document: Document) -> tuple[Mention, ...]:
    """The names with the sign of leads before or behind them: *市财政局、市教育局 (带*的为牵头单位)."""
    marks = tuple(char for char in declaration.quote if char in MARKS)
    return tuple(
        mention
        for mention in group.mentions
        if document.text[: mention.start].rstrip(" \u3000").endswith(marks)
        or document.text[mention.end :].lstrip(" \u3000").startswith(marks)
    )


#: effect of a declaration → which names of a group it makes leads: by their place in the list, by a sign
_BY_PLACE = {"first-leads": _first_name, "comma-leads": _names_before_comma}
_BY_SIGN = {"bold-leads": _names_in_bold, "marked-leads": _names_with_mark}


def _split(annotation: Annotation, chosen: Group, leads: tuple[Mention, ...], declaration: Declaration) -> Annotation:
    """The annotation with ``leads`` taken out of their group, as leads."""
    groups: list[Group] = []
    for group in annotation.groups:
        if group is chosen:
            groups.append(Group("lead", leads, declaration.rule))
            rest = tuple(mention for mention in group.mentions if mention not in leads)
            if rest:
                groups.append(replace(group, mentions=rest))
        else:
            groups.append(group)
    return replace(annotation, groups=tuple(groups), inherited_from=declaration.quote)


def _for_everyone(annotation: Annotation, placed: PlacedDeclaration) -> Annotation | None:
    """The bodies that are responsible for everything, as an annotation of their own that says where it is from."""
    declaration = placed.declaration
    named = {mention.text for group in annotation.groups for mention in group.mentions}
    missing = tuple(mention for mention in declaration.mentions if mention.text not in named)
    if not missing or annotation.basis == "inherited" or not annotation.groups:
        return None
    return Annotation(
        rule=declaration.rule,
        start=placed.start,
        end=placed.end,
        quote=declaration.quote,
        clauses=annotation.clauses[:1],
        groups=(Group("responsible", missing, declaration.rule),),
        basis="inherited",
        inherited_from=declaration.quote,
    )
