"""The clauses of an analysis under edit, by keys that stay the same while tasks come, go and are moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from raci.model import Clause

__all__ = ["EditedOutline"]


class EditedOutline:
    """Clauses in an order that can be changed; a clause that was there at first has its index as its key."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self.order = [clause.index for clause in clauses]
        self._clauses = {clause.index: clause for clause in clauses}
        #: key of a clause → the clause, and the same at another place among all
        self._placed: dict[int, tuple[Clause, Clause]] = {}

    def fork(self) -> EditedOutline:
        """An outline of its own that begins where this one stands."""
        fork = EditedOutline(())
        fork.order, fork._clauses, fork._placed = list(self.order), dict(self._clauses), dict(self._placed)
        return fork

    def __getitem__(self, key: int) -> Clause:
        return self._clauses[key]

    def change(self, key: int, **fields: object) -> None:
        """Give a clause other words, or other bounds."""
        self._clauses[key] = replace(self._clauses[key], **fields)  # type: ignore[arg-type]

    def numbered(self) -> tuple[Clause, ...]:
        """The clauses in their order, numbered anew; the same values where they stand as before."""
        index_of = self.indexes()
        return tuple(self._at_place(key, index_of) for key in self.order)

    def indexes(self) -> dict[int, int]:
        """Key of each clause → its place among all."""
        return {key: index for index, key in enumerate(self.order)}

    def add_behind(self, number: str, heading: str, path: tuple[str, ...], previous: int | None) -> int:
        """A clause that no words of the text say, behind another and all under that; its key."""
        key = self._new_key()
        position = self._end(self.order, self.order.index(previous)) if previous is not None else 0
        offset = self._clauses[self.order[position - 1]].end if position else 0
        sibling = self._clauses[previous] if previous is not None else None
        parent = sibling.parent if sibling and sibling.path == path else None
        level = sibling.level if sibling and parent == sibling.parent else len(path) + 1
        self._clauses[key] = Clause(key, parent, level, number, heading, offset, offset, path)
        self.order.insert(position, key)
        return key

    def add_words(self, number: str, heading: str, start: int, end: int) -> int:
        """A clause of words of the text, the neighbour of the one in whose words they stood; its key.

        What is split off at the end of a clause is no more of its words.
        """
        key, holder = self._new_key(), self.holder(start)
        if holder is None:
            self._clauses[key] = Clause(key, None, 1, number, heading, start, end)
            self.order.insert(0, key)
            return key
        held = self._clauses[holder]
        if held.start < start < held.end <= end:
            self.change(holder, end=start)
        self._clauses[key] = Clause(key, held.parent, held.level, number, heading, start, end, held.path)
        self.order.insert(self.order.index(holder) + 1, key)
        return key

    def holder(self, start: int) -> int | None:
        """The key of the clause in whose own words an offset of the text stands, else of the last one before it."""
        holding = [key for key in self.order if self._clauses[key].start <= start < self._clauses[key].end]
        holding = holding or [key for key in self.order if self._clauses[key].start <= start]
        return max(holding, key=lambda key: self._clauses[key].start, default=None)

    def move(self, key: int, target: int | None) -> list[int]:
        """Put a clause, and all under it, behind another and all under that (None: first under its heading).

        Gives the keys of the clauses that come under other headings, and so have another path.
        """
        start = self.order.index(key)
        block = self.order[start : self._end(self.order, start)]
        if target in block:
            return []
        rest = [other for other in self.order if other not in set(block)]
        if target is None:
            above = self._clauses[key].parent
            position = rest.index(above) + 1 if above is not None else 0
        else:
            position = self._end(rest, rest.index(target))
        self.order = [*rest[:position], *block, *rest[position:]]
        return list(self._under_heading_of(target, block)) if target is not None else []

    def _under_heading_of(self, target: int, block: Sequence[int]) -> Iterator[int]:
        """Give a clause and those under it the heading of another, where that is another heading."""
        neighbour, moved = self._clauses[target], self._clauses[block[0]]
        if neighbour.parent == moved.parent:
            return
        depth, shift = len(moved.path), neighbour.level - moved.level
        for key in block:
            clause = self._clauses[key]
            parent = neighbour.parent if key == block[0] else clause.parent
            path = (*neighbour.path, *clause.path[depth:])
            self.change(key, path=path, parent=parent, level=max(1, clause.level + shift))
            yield key

    def _end(self, order: Sequence[int], position: int) -> int:
        """The place behind the clause at a position and all that stands under it."""
        end = position + 1
        while end < len(order) and self._is_below(order[end], order[position]):
            end += 1
        return end

    def _is_below(self, key: int, above: int) -> bool:
        parent = self._clauses[key].parent
        while parent is not None and parent != above:
            parent = self._clauses[parent].parent
        return parent == above

    def _new_key(self) -> int:
        return max(self._clauses, default=-1) + 1

    def _at_place(self, key: int, index_of: dict[int, int]) -> Clause:
        clause, index = self._clauses[key], index_of[key]
        parent = None if clause.parent is None else index_of[clause.parent]
        if (clause.index, clause.parent) == (index, parent):
            return clause
        known, placed = self._placed.get(key, (None, clause))
        if known is not clause or (placed.index, placed.parent) != (index, parent):
            placed = replace(clause, index=index, parent=parent)
            self._placed[key] = clause, placed
        return placed
