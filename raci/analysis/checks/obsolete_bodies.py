"""Bodies that no longer existed at the document's date."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis

__all__ = ["CHECK"]

#: years within which local bodies followed the national reforms (of 2018: by the end of 2019)
_GRACE = 2


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each body, where it is first named, that a reform had replaced before the document was made."""
    date = analysis.document.date or ""
    if not date[:4].isdigit():
        return
    year = int(date[:4])
    reported: set[str] = set()
    for assignment in analysis.marked:
        body = assignment.department
        if body.until is None or body.until + _GRACE > year or body.name in reported:
            continue
        reported.add(body.name)
        successors = f"，现由{'、'.join(body.current)}承担" if body.current else ""
        yield Issue(
            f"“{body.name}”已在 {body.until} 年的机构改革中撤并，而文件成文于 {year} 年{successors}",
            assignment.start,
            assignment.end,
            assignment.clause.index,
        )


CHECK = Check("gone", "机构已撤并", "note", _find)
