"""The body of a Word document: paragraphs with their numbers, tables, text boxes, footnotes, tracked changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from raci.model import Span
from raci.readers.documents.draft_tables import DraftTable, NestedCell, arrange_table
from raci.readers.documents.passages import TextLine
from raci.readers.formats.docx.numbering import Numbering
from raci.readers.formats.docx.styles import WordStyles, bold, child, local, number, value

__all__ = ["BodyReader"]

_OFF = frozenset(("0", "false", "off"))
#: what holds paragraphs or runs and is itself nothing to read
_TRANSPARENT = frozenset(
    re.findall(
        r"\w+",
        "sdt sdtContent ins moveTo smartTag hyperlink fldSimple customXml bdo dir ruby rubyBase oMath oMathPara r p",
    )
)


class _ParagraphWords:
    """The words of one paragraph as they are collected."""

    def __init__(self) -> None:
        self.lines: list[TextLine] = []
        self.text = ""
        self.spans: list[Span] = []

    def add(self, text: str, is_bold: bool) -> None:
        if is_bold and text:
            self.spans.append(Span(len(self.text), len(self.text) + len(text)))
        self.text += text

    def cut(self, level: int) -> None:
        self.lines.append(TextLine(self.text, bold=tuple(self.spans), level=level))
        self.text, self.spans = "", []


class BodyReader:
    """Reads the blocks of a document in order; counts in ``said`` what was left out or taken as decided."""

    def __init__(self, styles: WordStyles, numbering: Numbering, footnotes: Mapping[str, Any]) -> None:
        self.styles, self.numbering, self.footnotes = styles, numbering, footnotes
        self.said: Counter[str] = Counter()
        self.carried: _ParagraphWords | None = None  # the words of a paragraph whose mark was deleted
        self.fields: list[list[str]] = []  # the instructions of the fields that are open
        self.results = 0  # how many open fields are past their instruction
        self.contents = False  # within a table of contents

    def parts(self, element: Any, *, in_cell: bool = False) -> list[TextLine | DraftTable]:
        """The lines and tables of a body, a cell, a text box or a footnote."""
        done: list[TextLine | DraftTable] = []
        for each in element:
            name = local(each)
            if name == "p":
                done += self._paragraph(each, in_cell)
            elif name == "tbl":
                done += self._table(each)
            elif name == "sdt" and _is_contents(each):
                self.said["contents"] += 1
            elif name == "AlternateContent":
                chosen = _choice(each)
                if chosen is not None:
                    done += self.parts(chosen, in_cell=in_cell)
            elif name in ("del", "moveFrom"):
                self.said["deleted"] += 1
            elif name in _TRANSPARENT:
                done += self.parts(each, in_cell=in_cell)
            elif name == "altChunk":
                self.said["chunk"] += 1
        return done

    def _paragraph(self, paragraph: Any, in_cell: bool) -> list[TextLine | DraftTable]:
        properties = child(paragraph, "pPr")
        style_id = _value_of(properties, "pStyle")
        style = self.styles.of(style_id)
        mark = child(properties, "rPr")
        words = self.carried or _ParagraphWords()
        self.carried = None
        started = bool(words.text or words.lines)
        after: list[TextLine | DraftTable] = []
        level = _level(properties, style.level)
        self._runs(paragraph, words, style.bold or False, level, after)
        if style.name.startswith("toc ") or self.contents:
            self.said["contents"] += 1
            self.contents = any("TOC" in "".join(each).upper().split()[:1] for each in self.fields)
            return []
        number_text = "" if started else self._number(properties, style_id)
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            # the mark is deleted: what follows belongs to the same paragraph
            self.said["deleted"] += 1
            self.carried = words
            if number_text:
                _prefix(words, number_text)
            return after
        words.cut(level)
        if number_text and (in_cell or any(line.text.strip() for line in words.lines)):
            first = words.lines[0]
            gap = " " if number_text[-1:].isalnum() and first.text.strip() else ""
            shift = len(number_text + gap)
            spans = tuple(Span(span.start + shift, span.end + shift) for span in first.bold)
            words.lines[0] = first._replace(text=number_text + gap + first.text.lstrip(), bold=spans)
        return [*words.lines, *after]

    def _number(self, properties: Any, style_id: str | None) -> str:
        style = self.styles.of(style_id)
        listed = child(properties, "numPr")
        key, depth = _value_of(listed, "numId"), _value_of(listed, "ilvl")
        if key is None:
            key = style.list
            if key is None:
                return ""
            if depth is None:
                by_style = self.numbering.depth_of(key, style_id)
                depth = str(style.depth or 0) if by_style is None else str(by_style)
        if key == "0":
            return ""  # taken off the list
        return self.numbering.next(key, number(depth, 0))

    def _runs(
        self, element: Any, words: _ParagraphWords, is_bold: bool, level: int, after: list[TextLine | DraftTable]
    ) -> None:
        """The words of what stands in a paragraph; text boxes and footnotes come after it."""
        for each in element:
            name = local(each)
            if name == "r":
                self._run(each, words, is_bold, level, after)
            elif name in ("del", "moveFrom"):
                self.said["deleted"] += 1
            elif name in ("ins", "moveTo"):
                self.said["inserted"] += 1
                self._runs(each, words, is_bold, level, after)
            elif name == "AlternateContent":
                chosen = _choice(each)
                if chosen is not None:
                    self._runs(chosen, words, is_bold, level, after)
            elif name == "oMath" or name == "oMathPara":
                words.add("".join(str(one.text or "") for one in each.iter() if local(one) == "t"), False)
            elif name in _TRANSPARENT:
                self._runs(each, words, is_bold, level, after)

    def _run(
        self, run: Any, words: _ParagraphWords, is_bold: bool, level: int, after: list[TextLine | DraftTable]
    ) -> None:
        properties = child(run, "rPr")
        if properties is not None:
            vanish = child(properties, "vanish")
            if vanish is not None and (value(vanish) or "1").lower() not in _OFF:
                self.said["hidden"] += 1
                return
            own = bold(properties)
            if own is None:
                by_style = _value_of(properties, "rStyle")
                own = self.styles.of(by_style).bold if by_style else None
            is_bold = is_bold if own is None else own
        for each in run:
            name = local(each)
            if name == "t":
                words.add(str(each.text or ""), is_bold)
            elif name in ("tab", "ptab"):
                words.add("\t", is_bold)
            elif name == "cr" or (name == "br" and value(each, "type") not in ("page", "column")):
                words.cut(level)
            elif name == "noBreakHyphen":
                words.add("-", is_bold)
            elif name == "fldChar":
                self._field(value(each, "fldCharType"))
            elif name == "instrText" and self.fields:
                self.fields[-1].append(str(each.text or ""))
            elif name in ("footnoteReference", "endnoteReference"):
                note = self.footnotes.get(f"{name[:-9]} {value(each, 'id')}")
                if note is not None:
                    after += self.parts(note)
            elif name == "ruby":
                self._runs(child(each, "rubyBase") or (), words, is_bold, level, after)
            elif name == "AlternateContent":
                chosen = _choice(each)
                if chosen is not None:
                    self._drawn(chosen, after)
            elif name in ("drawing", "pict", "object"):
                self._drawn(each, after)

    def _drawn(self, element: Any, after: list[TextLine | DraftTable]) -> None:
        """What stands in the text boxes of a drawing; pictures are counted."""
        for box in _boxes(element):
            if local(box) == "txbxContent":
                carried, self.carried = self.carried, None
                after += self.parts(box)
                self.carried = carried
            else:
                self.said["pictures"] += 1

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append([])
        elif kind == "separate" and self.fields:
            self.contents = self.contents or "".join(self.fields[-1]).strip().upper().startswith("TOC")
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _table(self, table: Any) -> list[TextLine | DraftTable]:
        cells: list[NestedCell] = []
        open_cells: dict[int, int] = {}  # column → index of the cell that may go on below
        for row, line in enumerate(_rows(table)):
            properties = child(line, "trPr")
            if child(properties, "del") is not None:
                self.said["deleted"] += 1
                continue
            column = max(0, number(_value_of(properties, "gridBefore"), 0))
            for cell in _named(line, "tc"):
                said = child(cell, "tcPr")
                if child(said, "cellDel") is not None:
                    self.said["deleted"] += 1
                    continue
                width = min(max(1, number(_value_of(said, "gridSpan"), 1)), 200)
                merge = child(said, "vMerge")
                goes_on = merge is not None and (value(merge) or "continue") == "continue"
                inside = self.parts(cell, in_cell=True)
                above = open_cells.get(column)
                if goes_on and above is not None:
                    first = cells[above]
                    cells[above] = first._replace(rowspan=row - first.row + 1, parts=[*first.parts, *_kept(inside)])
                else:
                    if merge is not None:
                        open_cells[column] = len(cells)
                    else:
                        open_cells.pop(column, None)
                    cells.append(NestedCell(row, column, 1, width, inside))
                column += width
        return arrange_table(cells)


def _kept(parts: list[TextLine | DraftTable]) -> list[TextLine | DraftTable]:
    return [part for part in parts if isinstance(part, DraftTable) or part.text.strip()]


def _prefix(words: _ParagraphWords, text: str) -> None:
    if words.lines:
        words.lines[0] = words.lines[0]._replace(text=text + words.lines[0].text, bold=())
    else:
        words.text = text + words.text
        words.spans = [Span(span.start + len(text), span.end + len(text)) for span in words.spans]


def _value_of(element: Any, name: str) -> str | None:
    found = child(element, name)
    return value(found) if found is not None else None


def _level(properties: Any, by_style: int | None) -> int:
    """The level of a heading from 1; 0: body text."""
    said = _value_of(properties, "outlineLvl")
    level = number(said, 9) if said is not None else by_style
    return level + 1 if level is not None and 0 <= level < 9 else 0


def _choice(element: Any) -> Any:
    """Of alternate contents the first; the fallback says the same for older programs."""
    return next((each for each in element if local(each) == "Choice"), child(element, "Fallback"))


def _boxes(element: Any) -> Iterator[Any]:
    """The outermost text boxes and the pictures below an element, in order."""
    stack = [element]
    while stack:
        here = stack.pop()
        name = local(here)
        if name in ("txbxContent", "blip", "imagedata"):
            yield here
        elif name == "AlternateContent":
            chosen = _choice(here)
            stack += [] if chosen is None else [chosen]
        else:
            stack += reversed(here)


def _named(element: Any, name: str) -> Iterator[Any]:
    """The children of that name, also within content controls and insertions."""
    for each in element:
        if local(each) == name:
            yield each
        elif local(each) in ("sdt", "sdtContent", "ins", "moveTo", "customXml"):
            yield from _named(each, name)


def _rows(table: Any) -> Iterator[Any]:
    return _named(table, "tr")


def _is_contents(element: Any) -> bool:
    """Whether a content control holds a table of contents."""
    properties = child(element, "sdtPr")
    gallery = child(child(properties, "docPartObj"), "docPartGallery")
    return gallery is not None and (value(gallery) or "") == "Table of Contents"
