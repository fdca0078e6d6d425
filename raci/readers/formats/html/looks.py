"""Which elements of a web page are hidden or struck out: by name, by style, or by the style sheets in the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from raci.readers.formats.html.style_sheets import Cascade, sheet_rules, words_of
from raci.rules.text_patterns import text_patterns

__all__ = ["PageLooks"]

#: elements that browsers show struck out (HTML 15.3.4)
_STRUCK = frozenset(("s", "strike", "del"))
#: words without which style sheets neither hide nor strike
_TELLING = ("none", "hidden", "line-through")
#: what is hidden only until the scripts of the page have run
_WHOLE = frozenset(("html", "body"))

Attributes = Mapping[str, str | None]


class PageLooks:
    """Asked of each element in turn, while the elements around it are open; ``sheets`` is the text of all sheets.

    Without ``hides_by_sheets`` only what an element itself says hides it, without ``hides_unseen`` only that it is not
    displayed.
    """

    def __init__(self, sheets: str = "", *, hides_by_sheets: bool = True, hides_unseen: bool = True) -> None:
        rules = sheet_rules(sheets) if any(word in sheets.lower() for word in _TELLING) else []
        self._is_hidden = _is_hidden if hides_unseen else _is_not_displayed
        self._hidden = Cascade(rules if hides_by_sheets else [], self._is_hidden)
        self._struck = Cascade(rules, _is_struck)
        self._has_rules = bool(rules)
        self._around: Counter[str] = Counter()

    def open(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        self._around.update(self._words(tag, attributes))

    def close(self, tag: str, attributes: Attributes) -> None:
        """An element ends."""
        for word in self._words(tag, attributes):
            self._around[word] -= 1
            if not self._around[word]:
                del self._around[word]

    def hides(self, tag: str, attributes: Attributes) -> bool:
        """Whether an element is not shown."""
        if tag in _WHOLE:
            return False
        own = self._is_hidden(attributes.get("style") or "")
        if own is None:
            own = self._hidden.says(self._words(tag, attributes), self._around)
        return "hidden" in attributes if own is None else own

    def strikes(self, tag: str, attributes: Attributes) -> bool:
        """Whether an element strikes its words out."""
        if tag in _STRUCK or _is_struck(attributes.get("style") or ""):
            return True
        return self._struck.says(self._words(tag, attributes), self._around) is True

    def _words(self, tag: str, attributes: Attributes) -> list[str]:
        return words_of(tag, attributes.get("id"), attributes.get("class")) if self._has_rules else []


def _is_hidden(style: str) -> bool | None:
    """Whether a style hides, shows, or says neither."""
    return True if style and text_patterns("web_pages")["unseen-style"].holds(style) else _is_not_displayed(style)


def _is_not_displayed(style: str) -> bool | None:
    """The same, where what is only unseen keeps its place and waits for a script."""
    patterns = text_patterns("web_pages")
    if not style:
        return None
    if patterns["hidden-style"].holds(style):
        return True
    return False if patterns["shown-style"].holds(style) else None


def _is_struck(style: str) -> bool | None:
    patterns = text_patterns("web_pages")
    if not style:
        return None
    if patterns["struck-style"].holds(style):
        return True
    return False if patterns["unstruck-style"].holds(style) else None
