"""对照表 as one page that opens offline: side by side, to be filtered by kind of change.

The page (``raci/data/versions/``) holds the words of the documents as escaped text; its content security policy allows
the one script that filters, by its hash, and no request to anywhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from html import escape
from importlib.resources import files

from raci._version import __version__
from raci.comparison.segments import MarkedText
from raci.comparison.table import ComparedRow, comparison_table
from raci.comparison.values import CHANGES, ChangeKind
from raci.escaping import clean
from raci.writers.offline_page import fill_page
from raci.writers.versions.diff_format import DiffFormat, DiffJob
from raci.writers.versions.heads import remark, title

__all__ = ["FORMAT", "comparison_page", "marked_words", "render"]


def render(job: DiffJob) -> bytes:
    """The page in UTF-8."""
    rows = list(comparison_table(job.comparison, all_pairs=job.all_pairs))
    old, new, changes = map(escape, job.comparison.headings)
    return comparison_page(
        title(job.comparison),
        remark(job.comparison, len(rows)),
        f'<th scope="col">{old}</th><th scope="col">{new}</th><th scope="col" class="changes">{changes}</th>',
        _rows(rows, (old, new, changes)),
        {kind for row in rows for kind in row.kinds},
        job.made_at,
    )


def comparison_page(
    title: str, remark: str, heads: str, rows: Iterable[str], kinds: Collection[ChangeKind], made_at: datetime
) -> bytes:
    """The page in UTF-8: title, what was compared, a box for each of the ``kinds``, a table of ``heads`` and ``rows``.

    Heads and rows are HTML already.
    """
    parts = {
        "TITLE": escape(clean(title)),
        "REMARK": escape(clean(remark)),
        "STYLE": _part("page.css"),
        "KINDS": _boxes(kinds),
        "HEADS": heads,
        "ROWS": "".join(rows) or f'<tr><td class="empty" colspan="{heads.count("<th") + 1}">没有差异</td></tr>\n',
        "FOOT": escape(f"制表 {made_at.date().isoformat()} · raci {__version__}"),
    }
    return fill_page(_part("page.html"), parts, _part("page.js"))


def _boxes(present: Collection[ChangeKind]) -> str:
    """A box for each kind of change that there is."""
    return "".join(
        f'<label class="chip"><input type="checkbox" value="{key}"><span>{escape(kind.word)}</span></label>'
        for key, kind in CHANGES.items()
        if key in present
    )


def _rows(rows: Sequence[ComparedRow], heads: Sequence[str]) -> Iterator[str]:
    for row in rows:
        yield (
            f'<tr data-kinds="{" ".join(row.kinds)}"><td class="order">{row.order}</td>'
            f'<td data-head="{heads[0]}">{marked_words(row.old, "del")}</td>'
            f'<td data-head="{heads[1]}">{marked_words(row.new, "ins")}</td>'
            f'<td class="changes" data-head="{heads[2]}">{escape(clean(chr(10).join(row.changes)))}</td></tr>\n'
        )


def marked_words(stretches: Sequence[MarkedText], tag: str) -> str:
    """Words as HTML, those that changed within an element ``tag`` (ins, del)."""
    return "".join(
        f"<{tag}>{escape(clean(stretch.text))}</{tag}>" if stretch.kind == "changed" else escape(clean(stretch.text))
        for stretch in stretches
    )


@cache
def _part(name: str) -> str:
    return (files("raci") / "data" / "versions" / name).read_text(encoding="utf-8")


FORMAT = DiffFormat("html", "网页：左右对照，可按变化筛选，不联网", 50, render)
