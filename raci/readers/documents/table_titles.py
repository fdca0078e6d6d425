"""The title of a text that is a table: the line above it, whatever word it ends with (东岭区防汛职责矩阵)."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import Passage
from raci.rules.text_patterns import text_patterns

__all__ = ["table_title"]

#: among so many parts at the top the table stands; a title has so many characters
_MOST_ABOVE = 4
_SHORTEST, _LONGEST = 5, 40


def table_title(parts: Sequence[Passage | DraftTable]) -> str | None:
    """The first line above a table at the top of a text that may be its title; None where there is none."""
    above: list[str] = []
    for part in parts[: _MOST_ABOVE + 1]:
        if isinstance(part, DraftTable):
            return next((words for words in above if _may_title(words)), None)
        above.append(part.text.strip())
    return None


def _may_title(words: str) -> bool:
    patterns = text_patterns("metadata")
    return (
        _SHORTEST <= len(words) <= _LONGEST
        and not any(mark in words for mark in "：:。；;，,|\t")
        and not patterns["heading-number"].holds(words)
        and not patterns["number"].holds(words)
        and patterns["no-table-title"].find(words) is None
    )
