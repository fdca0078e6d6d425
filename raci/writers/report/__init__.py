"""``report.html``: one page that opens offline by a double click, with everything in it.

The page (``raci/data/report/``) holds no text of the document: that stands beside it as JSON in which no
``<`` occurs, and the script shows it as text. The content security policy allows that one script, by its
hash, and no request to anywhere.
"""

from __future__ import annotations

import html
import json
from functools import cache
from importlib.resources import files

from raci.config.palette import OTHER_CLASS, palette
from raci.escaping import clean
from raci.writers.job import Job
from raci.writers.offline_page import fill_page
from raci.writers.output_format import OutputFormat
from raci.writers.report.data import report_data

__all__ = ["FORMAT", "render"]

#: a drawing with more characters is left out, and the page says so: browsers grow slow with it
_LARGEST = 2_000_000


def render(job: Job) -> bytes:
    """The page in UTF-8, with the drawings of the job."""
    page_data = json.dumps(report_data(job), ensure_ascii=False, separators=(",", ":"))
    # in a script element only < can begin an end or a comment; U+2028 and U+2029 end lines for old scripts
    page_data = page_data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    figures = "".join(_figure(name, svg) for name, svg in job.drawings.items())
    parts = {
        "TITLE": html.escape(clean(job.title)),
        "STYLE": _style(),
        "DRAWINGS": figures,
        "DATA": page_data,
    }
    return fill_page(_part("page.html"), parts, _part("report.js"))


def _figure(name: str, svg: str) -> str:
    if len(svg) > _LARGEST:
        return f'<p class="empty">{html.escape(name)}太大，没有放进这一页，请看同一文件夹里的图片文件。</p>'
    head, mark, drawing = svg.partition("<svg")
    title = html.escape(name, quote=True)
    return f'<figure data-title="{title}"><div class="canvas">{mark}{drawing or head}</div></figure>'


@cache
def _style() -> str:
    """The style sheet, with the palette's colours of the letters where it leaves room for them."""
    colours = palette()
    tints = [(letter, tints.page, tints.page_dark) for letter, tints in colours.letters.items()]
    tints.append((OTHER_CLASS, colours.others[0].page, colours.others[0].page_dark))
    style = _part("report.css")
    for mark, declared in (
        ("  /* letters on light */", [(letter, light) for letter, light, _ in tints]),
        ("    /* letters on dark */", [(letter, dark) for letter, _, dark in tints]),
    ):
        indent = mark[: mark.index("/")]
        properties = [f"--{letter}: {tint.ink}; --{letter}-p: {tint.paper};" for letter, tint in declared]
        lines = [indent + " ".join(properties[start : start + 4]) for start in range(0, len(properties), 4)]
        style = style.replace(mark, "\n".join(lines))
    return style


@cache
def _part(name: str) -> str:
    return (files("raci") / "data" / "report" / name).read_text(encoding="utf-8")


FORMAT = OutputFormat(
    "report", "report.html", "网页报告：可筛选，点字母看原文，不联网", 30, render=render, shows_drawings=True
)
