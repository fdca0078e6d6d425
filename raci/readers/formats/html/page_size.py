"""How large a web page becomes when it is parsed: what takes minutes or gigabytes then is refused before.

A font or a bold that nothing closes is opened anew in each paragraph that follows (HTML 13.2.4.3), up to three times
where it says the same: a few kilobytes can claim any size.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from raci.errors import ReadError

__all__ = ["check_page"]

#: the deepest nesting that is read: parsing takes time with its square
_DEEPEST = 20_000
#: the most elements that are read
_MOST = 500_000
#: a table within another takes as much time as so many other elements
_TABLE = 10
#: one tag has no more attributes, as parsing takes time with their square; a tag so long is looked at
_MOST_ATTRIBUTES, _LONG_TAG = 500, re.compile(r"<[a-z][^<>]{2000,}", re.I)
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")
#: the most characters that are written as numbers or names (&#24066;)
_MOST_ENTITIES = 2_000_000
#: so many times one that says the same is opened anew
_ALIKE = 3
_REMEDY = "请在浏览器里打开，把正文复制为文本文件"
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]{0,200})", re.I)
#: the elements that are opened anew, those that pages nest, and those that end what is open in a line
_REOPENED = frozenset(["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"])
_NESTED = frozenset(["div", "span", "table", "ul", "ol", "section", "blockquote", "center"])
_LINES = frozenset(["p", "li", "td", "th"])
_CELLS = frozenset(("td", "th", "caption"))


class _Open:
    """The elements that nothing has closed yet in a page or a cell, by what they say."""

    def __init__(self) -> None:
        self._tags: dict[str, list[str]] = defaultdict(list)
        self._alike: Counter[str] = Counter()
        self.count = 0

    def open(self, name: str, tag: str) -> None:
        self._tags[name].append(tag)
        self._alike[tag] += 1
        self.count += self._alike[tag] <= _ALIKE

    def close(self, name: str, _: str) -> None:
        if self._tags[name]:
            tag = self._tags[name].pop()
            self.count -= self._alike[tag] <= _ALIKE
            self._alike[tag] -= 1


def check_page(source: str, name: str) -> None:
    """Raises ReadError where a page is nested too deep, or becomes too large when it is parsed."""
    _check_source(source, name)
    depth = in_line = deepest = elements = 0
    in_paragraph = False
    levels = [_Open()]  # of the page, and of each table within another
    for match in _TAG.finditer(source):
        ends, tag = match[1] == "/", match[2].lower()
        if tag == "p":
            elements += ends and not in_paragraph  # an end without a beginning makes an empty one
            in_paragraph = not ends
        elements += not ends
        if tag in _REOPENED:
            in_line = max(0, in_line - 1) if ends else in_line + 1
            (levels[-1].close if ends else levels[-1].open)(tag, tag + match[3])
        elif not ends:
            elements += levels[-1].count
        if tag in _NESTED:
            depth += -1 if ends else 1
        elif tag in _LINES:
            in_line = 0
        if tag == "table" and not ends:
            levels.append(_Open())
        elif tag == "table" and len(levels) > 1:
            levels.pop()
        elif tag in _CELLS:
            levels[-1] = _Open()  # what is open in a cell ends with it
        deepest = max(deepest, depth + max(in_line, levels[-1].count), _TABLE * (len(levels) - 1))
        if elements > _MOST:
            raise ReadError(f"网页的标签展开超过 {_MOST // 10_000} 万个", place=name, remedy=_REMEDY)
    if deepest > _DEEPEST:
        what = f"标签嵌套超过 {_DEEPEST} 层，或表格套表格超过 {_DEEPEST // _TABLE} 层"
        raise ReadError(what, place=name, remedy=_REMEDY)


def _check_source(source: str, name: str) -> None:
    """Raises ReadError where single tags, or characters written as codes, take the time."""
    if source.count("&") > _MOST_ENTITIES:
        raise ReadError(f"网页用代码写的字超过 {_MOST_ENTITIES // 10_000} 万个", place=name, remedy=_REMEDY)
    if any(_count_attributes(tag[0]) > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(source)):
        raise ReadError(f"网页里一个标签有 {_MOST_ATTRIBUTES} 个以上的属性", place=name, remedy=_REMEDY)


def _count_attributes(tag: str) -> int:
    """How many attributes a tag has; what stands in quotes is one value."""
    bare = _QUOTED.sub("", tag)
    return max(len(bare.split()) - 1, bare.count("="))
