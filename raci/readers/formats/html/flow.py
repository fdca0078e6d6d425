"""Starts, texts and ends of a web page to lines and tables, without recursion."""

from __future__ import annotations

import re
from collections.abc import Mapping

from raci.model import Span
from raci.readers.documents.draft_tables import DraftTable, NestedCell, arrange_table
from raci.readers.documents.list_numbers import format_number
from raci.readers.documents.passages import TextLine
from raci.readers.formats.html.page import Event

__all__ = ["Flow"]

_BLANK = " \t\n\r\u3000\xa0"
_NUMBERED = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第\w{1,4}[章节条]|[①-⑳])")
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)")
#: the lists of UEditor, the editor of many government sites
_EDITOR_LIST = re.compile(r"custom_(cn2|cn1|cn|num2|num1|num)\b")
_EDITOR_FORMS = {
    "cn": ("cjk-ideographic", "{}、"),
    "cn1": ("cjk-ideographic", "（{}）"),
    "cn2": ("cjk-ideographic", "{}、"),
    "num": ("decimal", "{}、"),
    "num1": ("decimal", "（{}）"),
    "num2": ("decimal", "{}）"),
}
_TYPES: dict[str | None, str] = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BETWEEN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[\u3000-\u9fff\uff00-\uffef])")


class _Counter:
    """An ordered list: how its numbers look, and the one that comes next."""

    def __init__(self, attributes: Mapping[str, str | None]) -> None:
        style = _LIST_STYLE.search(attributes.get("style") or "")
        custom = _EDITOR_LIST.search(attributes.get("class") or "")
        self.style, self.form = "decimal", "{}."
        if custom:
            self.style, self.form = _EDITOR_FORMS[custom[1]]
        elif style:
            self.style = style[1].lower()
            self.form = "{}、" if "cjk" in self.style or "chinese" in self.style else "{}."
        elif (kind := attributes.get("type")) in _TYPES:
            self.style = _TYPES[kind]
        self.value = _whole(attributes.get("start"), 1)

    def next(self, item: Mapping[str, str | None]) -> str:
        """The number of the next item."""
        self.value = _whole(item.get("value"), self.value)
        number = format_number(self.value, self.style)
        self.value += 1
        return self.form.format(number) if number else ""


class _Layer:
    """What is being collected: the page, a cell, or what a table holds outside of its cells."""

    def __init__(self) -> None:
        self.parts: list[TextLine | DraftTable] = []
        self.words: list[str] = []
        self.size = 0
        self.bold: list[Span] = []

        self.number = ""  # of the list item that begins here

    def add(self, text: str, bold: bool) -> None:
        if self.number and text.strip(_BLANK):
            number, self.number = self.number, ""
            if _NUMBERED.match(text) is None:
                self.add(number + (" " if number[-1].isalnum() else ""), bold)
                text = text.lstrip(_BLANK)
        if self.words and self.words[-1][-1] == " ":
            text = text.lstrip(" ")
        if text:
            self.words.append(text)
            if bold:
                self.bold.append(Span(self.size, self.size + len(text)))
            self.size += len(text)

    def cut(self, level: int = 0) -> None:
        if self.words:
            self.parts.append(TextLine("".join(self.words), bold=tuple(self.bold), level=level))
            self.words, self.size, self.bold = [], 0, []


class _OpenTable:
    """A table on the way: its cells, and which columns are taken by cells from above."""

    def __init__(self) -> None:
        self.cells: list[NestedCell] = []
        self.row = -1
        self.column = 0
        self.taken: dict[int, int] = {}  # column → the last row that it is taken in

    def begin_row(self) -> None:
        self.row += 1
        self.column = 0

    def cell(self, rowspan: int, colspan: int, parts: list[TextLine | DraftTable]) -> None:
        if self.row < 0:
            self.begin_row()
        while self.taken.get(self.column, -1) >= self.row:
            self.column += 1
        self.cells.append(NestedCell(self.row, self.column, rowspan, colspan, parts))
        if rowspan > 1:
            for column in range(self.column, self.column + colspan):
                self.taken[column] = self.row + rowspan - 1
        self.column += colspan


def _whole(value: str | None, otherwise: int) -> int:
    digits = re.match(r"\s*(\d{1,6})", value or "")
    return int(digits[1]) if digits else otherwise


def _count(value: str | None, most: int) -> int:
    return min(max(1, _whole(value, 1)), most)


class Flow:
    """Takes events in order, gives lines and tables; a stack of layers instead of recursion."""

    def __init__(self) -> None:
        self.layers = [_Layer()]
        self.open_tables: list[_OpenTable] = []
        self.cells: list[tuple[int, int] | None] = [None]  # the reach of each layer's cell; None: not a cell
        self.bolds = [False]
        self.preformatted = 0
        self.heading = 0
        self.lists: list[_Counter | None] = []  # None: a list without numbers

    def cut(self) -> None:
        self.layers[-1].cut(self.heading)

    def take(self, event: Event) -> None:
        if event.tag == "-text":
            self._text(event.text)
        elif event.tag in ("br", "hr"):
            if not event.ends:
                self.cut()
        elif event.ends:
            self._end(event)
        else:
            self._begin(event)

    def _text(self, text: str) -> None:
        layer, bold = self.layers[-1], self.bolds[-1]
        if self.preformatted:
            for turn, line in enumerate(text.split("\n")):
                if turn:
                    self.cut()
                layer.add(line, bold)
        else:
            if "\n" in text or "\r" in text:
                text = _BETWEEN.sub("", text)
            layer.add(_SPACE.sub(" ", text), bold)

    def _begin(self, event: Event) -> None:
        if event.block:
            self.cut()
        self.bolds.append(self.bolds[-1] if event.bold is None else event.bold)
        self.preformatted += event.tag == "pre"
        self.heading = _HEADINGS.get(event.tag, self.heading)
        if event.tag in ("ol", "ul"):
            self.lists.append(_Counter(event.attributes) if event.tag == "ol" else None)
        elif event.tag == "li":
            counter = self.lists[-1] if self.lists else None
            self.layers[-1].number = counter.next(event.attributes) if counter else ""
        elif event.tag == "table":
            self.open_tables.append(_OpenTable())
            self._push(None)
        elif event.tag == "tr" and self.open_tables:
            self.open_tables[-1].begin_row()
        elif event.tag in ("td", "th") and self.open_tables:
            reach = _count(event.attributes.get("rowspan"), 10_000), _count(event.attributes.get("colspan"), 200)
            self._push(reach)

    def _push(self, reach: tuple[int, int] | None) -> None:
        self.layers.append(_Layer())
        self.cells.append(reach)

    def _end(self, event: Event) -> None:
        if event.block:
            self.cut()
        self.bolds.pop() if len(self.bolds) > 1 else None
        self.preformatted -= event.tag == "pre" and self.preformatted > 0
        if event.tag in _HEADINGS:
            self.heading = 0
        if event.tag in ("ol", "ul") and self.lists:
            self.lists.pop()
        elif event.tag in ("td", "th") and self.open_tables and self.cells[-1] is not None:
            rowspan, colspan = self.cells.pop() or (1, 1)
            self.open_tables[-1].cell(rowspan, colspan, self.layers.pop().parts)
        elif event.tag == "table" and self.open_tables:
            self._table()

    def _table(self) -> None:
        outside = self.layers.pop()
        self.cells.pop()
        done = arrange_table(self.open_tables.pop().cells)
        self.layers[-1].parts += outside.parts
        self.layers[-1].parts += done

    def parts(self) -> list[TextLine | DraftTable]:
        """What was collected, also in elements that were not closed."""
        while len(self.layers) > 1:
            self.cut()
            reach = self.cells[-1]
            if reach is None:
                self._table()
            else:
                self.cells.pop()
                self.open_tables[-1].cell(*reach, self.layers.pop().parts)
        self.cut()
        return self.layers[0].parts
