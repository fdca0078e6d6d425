"""Bodies that no longer existed at the document's date."""

from __future__ import annotations

from collections.abc import Iterator

from raci.model import Analysis, Finding

__all__ = ["check"]

#: local bodies followed the national reforms within two years
_GRACE = 2


def check(analysis: Analysis) -> Iterator[Finding]:
    """A note for each body that a reform had replaced before the document was made."""
    date = analysis.document.date or ""
    if not date[:4].isdigit():
        return
    year = int(date[:4])
    told: set[str] = set()
    for one in analysis.assignments:
        body = one.department
        if body.until is None or body.until + _GRACE > year or body.name in told:
            continue
        told.add(body.name)
        now = f"，现由{'、'.join(body.current)}承担" if body.current else ""
        yield Finding(
            "gone",
            "note",
            f"“{body.name}”已在 {body.until} 年的机构改革中撤并，而文件成文于 {year} 年{now}",
            one.start,
            one.end,
            one.clause.index,
        )
