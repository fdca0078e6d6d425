"""Which clause an annotation speaks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from raci.analysis.annotations.candidate import Candidate
from raci.analysis.annotations.empty_labels import empty_labels
from raci.analysis.annotations.field_sheets import FieldSheets, Owner
from raci.analysis.annotations.general_parts import items_of_parts
from raci.analysis.annotations.headed_paragraphs import headed_paragraphs
from raci.analysis.annotations.inheriting import ends_with_measures
from raci.analysis.annotations.item_lists import ItemList, item_lists
from raci.analysis.annotations.led_tasks import led_tasks
from raci.analysis.annotations.lines_before import tasks_behind
from raci.analysis.annotations.own_words import is_aside, is_closing, is_heading_only, is_pure
from raci.analysis.annotations.section_openings import opens_section
from raci.analysis.annotations.spoken_for import AllAbove, duties_below
from raci.analysis.annotations.unit_fields import UNIT
from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["owning_clauses"]

#: the longest heading that names no task, in characters
_LONGEST_GENERAL = 10
#: the shortest heading that is known again in the words behind its items, in characters
_SHORTEST_REPEATED = 4
#: numbered lines of annotations under one clause beyond which none speaks for the clauses beside it
_MOST_LINES = 50


def owning_clauses(clauses: Sequence[Clause], candidates: Sequence[tuple[int, Candidate]], text: str) -> list[Owner]:
    """For each annotation (with the clause it stands in) the clause it belongs to, and those that it covers besides.

    A line that holds nothing but an annotation belongs to the clause before it; with a number, to the clause above it.
    In a numbered clause that has only one annotation, at the end of its unnumbered paragraphs or at the end of its
    items, the annotation belongs to the numbered clause. The paragraphs are its words, and no tasks of their own.
    """
    by_clause: dict[int, list[Candidate]] = defaultdict(list)
    for index, candidate in candidates:
        by_clause[index].append(candidate)
    scope = _Scope(clauses, by_clause, text)
    owners = {index: scope.named(scope.owner(index)) for index in by_clause}
    return [owners[index] for index, _ in candidates]


class _Scope:
    """The clauses of a document, and which of them hold annotations: beside other words, or nothing else."""

    def __init__(self, clauses: Sequence[Clause], by_clause: dict[int, list[Candidate]], text: str) -> None:
        self.clauses, self.text = clauses, text
        self.children: dict[int | None, list[Clause]] = defaultdict(list)
        for clause in clauses:
            if clause.index in by_clause or not is_aside(clause, text):
                self.children[clause.parent].append(clause)
        self.by_clause = by_clause
        #: clauses that hold nothing but annotations, and the labels before them that nobody filled in
        self.pure = {index for index, inside in by_clause.items() if is_pure(clauses[index], inside, text)}
        self.pure.update(list(empty_labels(clauses, self.pure, text)))
        #: clauses that name the body of what stands below: 单位：县住建局
        self.units = {index for index, inside in by_clause.items() if inside[0].form == UNIT}
        #: clauses that state nothing but a time limit, under a name of its own (演练时间：…)
        self.limits = {
            index for index, inside in by_clause.items() if not any(one.content.role_mentions for one in inside)
        }
        #: clauses with annotations that name bodies
        self.bodies = by_clause.keys() - self.limits
        #: clauses with words and annotations
        self.annotated = by_clause.keys() - self.pure
        self.led = led_tasks(clauses, self.annotated, text)
        #: each line of annotations → the last clause before it that is none, nor is_aside; -1 where there is none
        self.before: dict[int, int] = {}
        for index in sorted(self.pure):
            before = index - 1
            while before not in self.pure and before > 0 and is_aside(clauses[before], text):
                before -= 1
            self.before[index] = self.before.get(before, before)
        self.headed = headed_paragraphs(clauses, self.before, self.annotated, text)
        self.all_above = AllAbove(clauses, {line: self._roles(line) for line in self.pure}, self.annotated, text)
        self.fields = FieldSheets(clauses, self.pure, self.annotated, self.limits, text)
        self.behind = tasks_behind(clauses, self.pure, text)
        # what many annotations ask again
        self._beside: dict[int, tuple[int, ...]] = {}
        self._behind: dict[tuple[int, bool], Owner] = {}
        self._paragraphs: dict[int, tuple[dict[int, int], int]] = {}
        self._lists: dict[int, dict[int, ItemList]] = {}

    def owner(self, index: int) -> Owner:
        """The clause that the annotations in a clause belong to, and those that they cover besides."""
        clause = self.clauses[index]
        if clause.kind == "row":
            return index, ()
        if index in self.units:
            return duties_below(self.clauses, index, self.units, self.text)
        if index in self.pure:
            return self.behind.get(index) or self.all_above.owner(index) or self._owner_of_pure(clause)
        if index in self.limits and self.fields.is_field(index) and (owner := self.fields.owner(index)) is not None:
            return owner
        return self._owner_of_paragraph(index) if clause.kind == "paragraph" else (index, ())

    def named(self, owner: Owner) -> Owner:
        """The owner, or the item above it where its heading names no task (（二）具体工作措施)."""
        index, covered = owner
        clause = self.clauses[index]
        above = clause.parent
        if (
            clause.kind not in ("item", "section")
            or len(clause.heading) > _LONGEST_GENERAL
            or above is None
            or self.clauses[above].kind != "section"
        ):
            return owner
        if lexicon_pattern("label.general-heading").fullmatch(clause.heading) is None:
            return owner
        if clause.kind == "section":
            items = items_of_parts(self.clauses, above)
            return (above, items) if items and self.bodies.isdisjoint(items) else owner
        return above, (index, *covered)

    def _owner_of_pure(self, clause: Clause) -> Owner:
        """The owner of annotations that stand on a line of their own."""
        if clause.number and clause.parent is not None:
            if clause.parent not in self._beside:
                self._beside[clause.parent] = self._clauses_beside_lines(clause.parent)
            return clause.parent, self._beside[clause.parent]
        before = self.before[clause.index]
        if before < 0:
            return clause.index, ()
        asked = before, clause.kind == "paragraph"
        if asked not in self._behind:
            self._behind[asked] = self._owner_before_line(clause.index, *asked)
        return self._behind[asked]

    def _clauses_beside_lines(self, parent: int) -> tuple[int, ...]:
        """The clauses under one that holds numbered lines of annotations, for which these speak too."""
        children = self.children[parent]
        siblings = [sibling.index for sibling in children if sibling.index not in self.pure]
        others = tuple(sibling for sibling in siblings if sibling not in self.annotated)
        # of one alone the clause above is the heading, and the task
        return others if len(siblings) > 1 and len(children) - len(siblings) <= _MOST_LINES else ()

    def _owner_before_line(self, line: int, before: int, is_paragraph: bool) -> Owner:
        """The owner of annotations on a ``line`` of their own, behind the clause ``before``."""
        if before - 1 in self.units:
            return before, ()
        if (owner := self.fields.owner(before)) is not None:
            return owner
        kind = self.clauses[before].kind
        if kind == "item" and is_paragraph and (owner := self._owner_of_items(line, before)) is not None:
            return owner
        if kind == "paragraph":
            return self._owner_of_closing_words(line, before) or self._owner_of_paragraph(before)
        return before, ()

    def _owner_of_closing_words(self, line: int, before: int) -> Owner | None:
        """The clause above several items, where a paragraph behind the last of them says more of what heads them."""
        last = self.clauses[before].parent
        above = self.clauses[last].parent if last is not None else None
        if last is None or above is None or self.clauses[last].kind != "item":
            return None
        heading = self.clauses[above].heading
        if (
            len(heading) < _SHORTEST_REPEATED
            or heading not in self.text[self.clauses[before].start : self.clauses[before].end]
        ):
            return None
        return self._owner_of_items(line, last)

    def _owner_of_items(self, line: int, last: int) -> Owner | None:
        """The clause above several items, behind the ``last`` of which a line of annotations stands.

        None where one of them has an annotation or paragraphs of its own: then the line belongs to the last, unless
        that one says in a role of the line who does it.
        """
        above: int | None = self.clauses[last].parent
        if above is None or lexicon_pattern("label.about-bodies").fullmatch(self.clauses[last].heading):
            return None if above is None else (above, (last,))
        if above not in self._lists:
            children = self.children[above]
            self._lists[above] = {each.items[-1]: each for each in item_lists(children, self.pure, self.bodies)}
        found = self._lists[above].get(last)
        # where some of the items have items of their own, no line is of the others alone
        if found is None or above in self.bodies or any(each.kind == "section" for each in self.children[above]):
            return None
        measures = ends_with_measures(self.clauses[found.items[0] - 1], self.text)
        is_done = self._has_bodies(last)
        if (
            (len(found.items) < 2 and not measures)
            or self._have_bodies(found.items[:-1])
            or (is_done and self._roles(line).isdisjoint(self._roles(last)))
        ):
            return None
        if measures:
            return above, ()
        if found.bodies_before:
            # the clause above has its bodies: the line is that of the items below its paragraphs, else of the last
            return (last, tuple(found.items[:-1])) if found.words_before else None
        return above, tuple(found.items[:-1] if is_done else found.items)

    def _have_bodies(self, items: Sequence[int]) -> bool:
        """Whether one of the items before the last has annotations or paragraphs of its own."""
        return any(item in self.annotated or self.children[item] or self._has_pure_line(item) for item in items)

    def _has_bodies(self, last: int) -> bool:
        """Whether the last of several items has annotations of its own."""
        return last in self.annotated or any(child.index in self.annotated for child in self.children[last])

    def _roles(self, index: int) -> set[str]:
        """The roles that the annotations in a clause give."""
        return {part.role for candidate in self.by_clause.get(index, ()) for part in candidate.content.role_mentions}

    def _has_pure_line(self, index: int) -> bool:
        """Whether a line of annotations stands right after a clause, or after the paragraphs below it."""
        if index + 1 < len(self.clauses) and index + 1 in self.pure:
            return True
        return any(child.index in self.pure for child in self.children[index])

    def _owner_of_paragraph(self, index: int) -> Owner:
        """The owner of annotations on an unnumbered paragraph: the paragraph, its heading, or the clause above."""
        if index in self.headed:
            return self.headed[index], ()
        parent = self.clauses[index].parent
        if parent is None or parent in self.annotated:
            return index, ()
        if self.clauses[parent].kind != "item":
            below = self.children[parent]
            opens = opens_section(index, self.clauses[parent], below, self.pure, self.by_clause)
            return parent if opens else index, ()
        if parent not in self._paragraphs:
            paragraphs = self._words_of(parent)
            annotated = sum(child in self.annotated or self._has_pure_line(child) for child in paragraphs)
            self._paragraphs[parent] = {child: place for place, child in enumerate(paragraphs)}, annotated
        places, annotated = self._paragraphs[parent]
        if annotated > 1 or index not in places or index in self.led:
            return index, ()
        is_last, is_first = places[index] == len(places) - 1, places[index] == 0
        return parent if is_last or (is_first and is_heading_only(self.clauses[parent])) else index, ()

    def _words_of(self, item: int) -> list[int]:
        """The paragraphs below a numbered clause that are its words, and no lines of annotations.

        Those that close the document behind its last clause are none.
        """
        paragraphs = [child.index for child in self.children[item] if child.index not in self.pure]
        while (
            paragraphs and paragraphs[-1] not in self.annotated and is_closing(self.clauses[paragraphs[-1]], self.text)
        ):
            paragraphs.pop()
        return paragraphs
