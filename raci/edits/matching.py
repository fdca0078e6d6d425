"""Which row of a sheet is which of those that were written, by hidden ids and by what the rows say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

__all__ = ["RowTexts", "match_rows"]


class RowTexts(NamedTuple):
    """A row as it stands: the id beside it, the texts that tell which it is, and other texts of which some may do."""

    id: str
    texts: tuple[str, ...]
    partial: tuple[str, ...] = ()


def match_rows(
    rows: Sequence[RowTexts],
    written: Mapping[str, tuple[str, ...]],
    written_partial: Mapping[str, tuple[str, ...]] | None = None,
) -> list[str | None]:
    """The id of the written row that each row is; None for a new row. ``written`` holds the texts of each id.

    First what has both right; then, where ids are gone or mixed up, what reads as one did; then by id alone (the texts
    were changed), or, with ``written_partial``, by the partial texts.
    """
    matches: list[str | None] = [None] * len(rows)
    unmatched = dict.fromkeys(written)

    def match_by(written_as: Callable[[RowTexts], str | None]) -> None:
        for index, row in enumerate(rows):
            if matches[index] is None and (row_id := written_as(row)) is not None:
                matches[index] = row_id
                del unmatched[row_id]

    match_by(lambda row: row.id if row.id in unmatched and written[row.id] == row.texts else None)
    ids_by_texts: dict[tuple[str, ...], list[str]] = {}
    for row_id in unmatched:
        ids_by_texts.setdefault(written[row_id], []).append(row_id)
    match_by(lambda row: ids.pop(0) if any(row.texts) and (ids := ids_by_texts.get(row.texts)) else None)
    match_by(lambda row: row.id if row.id in unmatched else None)
    if written_partial is not None:
        match_by(lambda row: next((one for one in unmatched if written_partial[one] == row.partial), None))
    return matches
