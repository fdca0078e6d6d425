"""What of a web page is seen: its events without what it hides, and what to say of that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from raci.readers.formats.html.events import PageEvent, flatten_page
from raci.readers.formats.html.looks import PageLooks
from raci.readers.formats.html.plain_rows import with_plain_rows
from raci.readers.formats.html.role_rows import with_tables
from raci.readers.formats.left_out import LeftOutWords
from raci.rules.text_patterns import text_patterns

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

__all__ = ["shown_page"]

_HAN = re.compile(r"[\u4e00-\u9fff]")
#: media of a style element that a reader sees
_SEEN_MEDIA = ("", "all", "screen")


class _Seen(NamedTuple):
    """A page with its hidden elements left out: what is left, and the words that were struck out or hidden."""

    events: list[PageEvent]
    struck: LeftOutWords
    hidden: LeftOutWords

    @property
    def words(self) -> str:
        return "\n".join(event.text for event in self.events if event.text)


def shown_page(tree: LexborHTMLParser) -> tuple[list[PageEvent], list[str]]:
    """The events of a page as it is seen, and notes on what was left out.

    Where styles hide most of the page, or all that it says of duties, scripts are to show it: it is read.
    """
    sheets = "\n".join(
        node.text() for node in tree.css("style") if (node.attributes.get("media") or "").strip().lower() in _SEEN_MEDIA
    )
    seen = _see(tree, PageLooks(sheets))
    notes = []
    for unseen in (True, False):
        if not _may_hide_the_text(seen.words, seen.hidden.words):
            break
        whole = _see(tree, PageLooks(sheets, hides_by_sheets=False, hides_unseen=unseen))
        more = _weight(whole.words) - _weight(seen.words)
        if more > _weight(seen.words) or (_tells(whole.words) and not _tells(seen.words)):
            seen, notes = whole, ["样式把正文写成不显示，照样读了"]
    notes += seen.struck.note("划去的文字未读")
    return seen.events, notes + seen.hidden.note("网页上不显示的文字未读")


def _see(tree: LexborHTMLParser, looks: PageLooks) -> _Seen:
    struck, hidden = LeftOutWords(), LeftOutWords()
    return _Seen(with_tables(with_plain_rows(flatten_page(tree.body, looks, struck, hidden))), struck, hidden)


def _may_hide_the_text(shown: str, hidden: str) -> bool:
    return _weight(hidden) > _weight(shown) or (_tells(hidden) and not _tells(shown))


def _weight(words: str) -> int:
    return len(_HAN.findall(words))


def _tells(words: str) -> bool:
    return text_patterns("web_pages")["duty-words"].holds(words)
