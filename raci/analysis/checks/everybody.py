"""Tasks that ask everybody by their heading or that of their chapter (加强组织领导, 保障措施)."""

from __future__ import annotations

from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["asks_everybody"]


def asks_everybody(clause: Clause) -> bool:
    """Whether the heading of a task, or of a chapter above it, is one under which everybody is asked."""
    chapter = lexicon_pattern("coverage.everybody-chapter")
    return bool(
        lexicon_pattern("coverage.everybody-task").search(clause.heading)
        or any(chapter.search(heading) for heading in clause.path)
    )
