"""Which rows are of one task: what their cells say of it, and where that is not enough their order."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

__all__ = ["RowWords", "task_keys"]

#: an annotation or a cell of a table stands where its task does
_DIRECT = frozenset(("annotation", "table"))


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row says of its task: the document, and in ``words`` all by which tasks are known.

    ``start`` is where its span begins; 0 where that is not known. ``basis`` says how the row is known.
    """

    document: Hashable
    words: Hashable
    start: int
    basis: str


def task_keys(rows: Sequence[RowWords]) -> list[Hashable]:
    """A key for each row, the same for all rows of a task.

    Rows that say the same are one task, but where the rows of a document stand in its order and words come back behind
    other tasks with spans behind those before: three plans in one document may each end with （一）加强领导.
    """
    in_order = _documents_in_order(rows)
    last: dict[Hashable, Hashable] = {}  # document → the words of the row before
    number: dict[Hashable, int] = {}
    reach: dict[Hashable, int] = {}
    keys: list[Hashable] = []
    for row in rows:
        back = row.words in number and last.get(row.document) != row.words
        if back and row.document in in_order and row.start > reach[row.words]:
            number[row.words] += 1
        count = number.setdefault(row.words, 0)
        reach[row.words] = max(reach.get(row.words, 0), row.start)
        last[row.document] = row.words
        keys.append((row.words, count) if count else row.words)
    return keys


def _documents_in_order(rows: Sequence[RowWords]) -> set[Hashable]:
    """The documents whose rows nobody sorted: what stands in the text goes from its beginning to its end."""
    reached: dict[Hashable, int] = {}
    sorted_by_hand: set[Hashable] = set()
    for row in rows:
        if row.start > 0 and row.basis in _DIRECT:
            if row.start < reached.get(row.document, 0):
                sorted_by_hand.add(row.document)
            reached[row.document] = row.start
    return {row.document for row in rows} - sorted_by_hand
