"""对照表 as one page that opens offline: side by side, to be filtered by kind of change.

The page (``raci/data/versions/``) holds the words of the documents as escaped text; its content security policy allows
the one script that filters, by its hash, and no request to anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from raci._version import __version__
from raci.comparison.segments import MarkedText
from raci.comparison.table import ComparedRow, comparison_table
from raci.comparison.values import CHANGES
from raci.escaping import clean
from raci.writers.offline_page import fill_page
from raci.writers.versions.diff_format import DiffFormat, DiffJob
from raci.writers.versions.heads import remark, title

__all__ = ["FORMAT", "render"]


def render(job: DiffJob) -> bytes:
    """The page in UTF-8."""
    rows = list(comparison_table(job.comparison, all_pairs=job.all_pairs))
    old, new, changes = map(escape, job.comparison.headings)
    parts = {
        "TITLE": escape(clean(title(job.comparison))),
        "REMARK": escape(clean(remark(job.comparison, len(rows)))),
        "STYLE": _part("page.css"),
        "KINDS": _kinds(rows),
        "HEADS": f'<th scope="col">{old}</th><th scope="col">{new}</th><th scope="col" class="changes">{changes}</th>',
        "ROWS": "".join(_rows(rows, (old, new, changes))) or '<tr><td class="empty" colspan="4">没有差异</td></tr>\n',
        "FOOT": escape(f"制表 {job.made_at.date().isoformat()} · raci {__version__}"),
    }
    return fill_page(_part("page.html"), parts, _part("page.js"))


def _kinds(rows: Sequence[ComparedRow]) -> str:
    """A box for each kind of change that there is."""
    present = {kind for row in rows for kind in row.kinds}
    return "".join(
        f'<label class="chip"><input type="checkbox" value="{key}"><span>{escape(kind.word)}</span></label>'
        for key, kind in CHANGES.items()
        if key in present
    )


def _rows(rows: Sequence[ComparedRow], heads: Sequence[str]) -> Iterator[str]:
    for row in rows:
        yield (
            f'<tr data-kinds="{" ".join(row.kinds)}"><td class="order">{row.order}</td>'
            f'<td data-head="{heads[0]}">{_marked(row.old, "del")}</td>'
            f'<td data-head="{heads[1]}">{_marked(row.new, "ins")}</td>'
            f'<td class="changes" data-head="{heads[2]}">{escape(clean(chr(10).join(row.changes)))}</td></tr>\n'
        )


def _marked(stretches: Sequence[MarkedText], tag: str) -> str:
    return "".join(
        f"<{tag}>{escape(clean(stretch.text))}</{tag}>" if stretch.kind == "changed" else escape(clean(stretch.text))
        for stretch in stretches
    )


@cache
def _part(name: str) -> str:
    return (files("raci") / "data" / "versions" / name).read_text(encoding="utf-8")


FORMAT = DiffFormat("html", "网页：左右对照，可按变化筛选，不联网", 50, render)
