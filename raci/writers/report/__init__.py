"""``report.html``: one page that opens offline by a double click, with everything in it.

The page (``raci/data/report/``) holds no text of the document: that stands beside it as JSON in which no
``<`` occurs, and the script shows it as text. The content security policy allows that one script, by its
hash, and no request to anywhere.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from functools import cache
from importlib.resources import files

from raci.escaping import clean
from raci.writers.job import Job
from raci.writers.report.data import data

__all__ = ["render"]

#: a drawing with more characters is left out, and the page says so: browsers grow slow with it
_LARGEST = 2_000_000


def render(job: Job) -> bytes:
    """The page in UTF-8, with the drawings that the job brings."""
    script = _part("report.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    told = json.dumps(data(job), ensure_ascii=False, separators=(",", ":"))
    # in a script element only < can begin an end or a comment; U+2028 and U+2029 end lines for old scripts
    told = told.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    figures = "".join(_figure(name, svg) for name, svg in job.drawings.items())
    parts = {
        "TITLE": html.escape(clean(job.title)),
        "HASH": digest,
        "STYLE": _part("report.css"),
        "DRAWINGS": figures,
        "DATA": told,
        "SCRIPT": script,
    }
    page = "".join(
        parts.get(part, part) if index % 2 else part for index, part in enumerate(_part("page.html").split("%%"))
    )
    return page.encode("utf-8", "replace")


def _figure(name: str, svg: str) -> str:
    if len(svg) > _LARGEST:
        return f'<p class="empty">{html.escape(name)}太大，没有放进这一页，请看同一文件夹里的图片文件。</p>'
    head, mark, drawing = svg.partition("<svg")
    title = html.escape(name, quote=True)
    return f'<figure data-title="{title}"><div class="canvas">{mark}{drawing or head}</div></figure>'


@cache
def _part(name: str) -> str:
    return (files("raci") / "data" / "report" / name).read_text(encoding="utf-8")
