"""Changes as rows: one a change (``raci diff --format jsonl``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from raci.comparison.values import ComparedTask, Comparison

__all__ = ["DIFF_COLUMNS", "DiffRow", "diff_rows"]


class DiffRow(TypedDict):
    """A change, its keys in this order (``raci/data/schemas/diff.schema.json``); None where a side has no such task.

    ``kind`` is the key of the change, ``word`` that for people. Of tasks that were split or joined the first of each
    side is named; ``old_tasks``/``new_tasks`` list all by number and heading.
    """

    old_document: str
    new_document: str
    kind: str
    word: str
    old_number: str | None
    old_task: str | None
    old_path: list[str] | None
    new_number: str | None
    new_task: str | None
    new_path: list[str] | None
    old_tasks: list[str]
    new_tasks: list[str]
    department: str | None
    canonical: str | None
    before: str | None
    after: str | None
    old_start: int | None
    old_end: int | None
    new_start: int | None
    new_end: int | None
    similarity: float
    shared: list[str]


#: the keys of a row in their order
DIFF_COLUMNS: tuple[str, ...] = tuple(DiffRow.__annotations__)


def diff_rows(comparison: Comparison, *, all_pairs: bool = False) -> Iterator[DiffRow]:
    """The changes in the order of the tasks; with ``all_pairs`` tasks that only moved as well."""
    for pair, change in comparison.changes(all_pairs=all_pairs):
        old, new = next(iter(pair.old), None), next(iter(pair.new), None)
        yield DiffRow(
            old_document=comparison.old.name,
            new_document=comparison.new.name,
            kind=change.kind,
            word=change.type.word,
            old_number=old.number if old else None,
            old_task=old.heading if old else None,
            old_path=list(old.path) if old else None,
            new_number=new.number if new else None,
            new_task=new.heading if new else None,
            new_path=list(new.path) if new else None,
            old_tasks=_labels(pair.old),
            new_tasks=_labels(pair.new),
            department=change.body or None,
            canonical=change.canonical,
            before=change.before or None,
            after=change.after or None,
            old_start=old.start if old else None,
            old_end=pair.old[-1].end if old else None,
            new_start=new.start if new else None,
            new_end=pair.new[-1].end if new else None,
            similarity=pair.similarity,
            shared=list(change.shared),
        )


def _labels(tasks: tuple[ComparedTask, ...]) -> list[str]:
    return [task.label for task in tasks]
