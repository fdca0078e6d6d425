"""What a web page says of its text in its head: the tags that sites of the state give their articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.readers.documents.metadata import StatedFacts
from raci.rules.text_patterns import text_patterns

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

__all__ = ["page_facts"]

_DAY = re.compile(r"(20\d\d)[-./年](0?[1-9]|1[0-2])[-./月](3[01]|[12]\d|0?[1-9])(?!\d)")


def page_facts(tree: LexborHTMLParser) -> StatedFacts:
    """The title, source and day of the article (ArticleTitle, ContentSource, PubDate); else the heading of the page.

    Tags that only name the site or the column say nothing.
    """
    tags: dict[str, str] = {}
    for node in tree.css("meta[name]"):
        content = " ".join((node.attributes.get("content") or "").split())
        if content:
            tags.setdefault((node.attributes.get("name") or "").strip().lower(), content)
    day = _DAY.search(tags.get("pubdate", ""))
    date = f"{day[1]}-{int(day[2]):02d}-{int(day[3]):02d}" if day else None
    title = text_patterns("web_pages")["article-title-prefix"].expression.sub("", tags.get("articletitle", ""))
    is_article = bool(title) and title not in (tags.get("sitename"), tags.get("columnname"))
    is_sure = is_article and not title.endswith(("…", "..."))
    return StatedFacts(title if is_article else _heading(tree), tags.get("contentsource"), date, is_sure)


def _heading(tree: LexborHTMLParser) -> str | None:
    """The heading of the page, or its title, unless it is no more than the name of the site."""
    site_name = text_patterns("web_pages")["site-name"].expression
    for node in (*tree.css("h1"), *tree.css("title")):
        title = site_name.split(" ".join(node.text().split()))[0].strip()
        if 4 <= len(title) <= 120:
            return title
    return None
