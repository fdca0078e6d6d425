"""The reader of Markdown: headings, lists, bold type, tables; paragraphs are restored as in plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raci.errors import ReadError
from raci.model import Document, Span
from raci.model.late_patterns import late_pattern
from raci.readers.documents.assembly import compose
from raci.readers.documents.draft_tables import DraftTable, NestedCell
from raci.readers.documents.passages import Passage, TextLine, clip_spans
from raci.readers.documents.short_rows import with_left_out_cells
from raci.readers.files.encoding import decode
from raci.readers.files.limits import check_bytes, check_columns
from raci.readers.formats.html import read_page
from raci.readers.formats.left_out import LeftOutWords
from raci.readers.tables.mending import restore_paragraphs
from raci.readers.tables.sheet_cells import SheetCell
from raci.readers.tables.sheets import read_sheet

__all__ = ["documents", "read"]

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t\u3000]+")
_BULLET = re.compile(r"[ \t]*(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)")
_QUOTES = re.compile(r"(?: {0,3}>[ \t]?)*")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={2,})$")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_HTML_TABLE = re.compile(r"<(/?)table\b", re.I)
_TAGS = re.compile(r"<[^<>]*>|&nbsp;")
_DIVIDER = re.compile(r"[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$")
_CELLS = re.compile(r"(?<!\\)\|")
_FRONT = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
#: a longer line, in characters, is no Markdown: it is read as it stands, since each mark in it may reach far
_LONGEST_MARKED = 200_000
_INLINE = re.compile(
    r"(?P<bold>(\*\*|__)(?=\S)(?P<words>.{1,2000}?)(?<=\S)\2)|!\[(?P<picture>[^\[\]]{0,500})\]\([^()]{0,2000}\)"
    r"|\[(?P<link>[^\[\]]{0,500})\]\([^()]{0,2000}\)"
    r"|(?P<break><br[ \t]*/?>)|<(?P<strong>b|strong)>(?P<inside>.{0,2000}?)</(?P=strong)>"
    r"|<(?P<del>del|s|strike)>(?P<deleted>.{1,2000}?)</(?P=del)>"
    r"|(?P<tag></?[a-zA-Z][^<>]{0,200}>)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])|`(?P<code>[^`]{1,2000})`|~~(?P<struck>.{1,2000}?)~~"
)


#: what pandoc writes behind a heading: its name and classes
_ATTRIBUTES = late_pattern(r"[ \t]*\{(?:[#.][^{}\s]{1,80}|[\w-]{1,20}=[^{}\s]{1,80}|-)(?:\s[^{}]{0,120})?\}$")


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a Markdown file.

    Raises ReadError where it is empty or no text.
    """
    check_bytes(data, name)
    text, encoding = decode(data, name)
    return documents(text, name, encoding=encoding)


def documents(text: str, name: str = "", *, encoding: str | None = None, format: str = "md") -> list[Document]:
    """The documents of a text in Markdown.

    Raises ReadError where there are no words in it.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    front = _FRONT.match(text)
    first = text[: front.end()].count("\n") + 1 if front else 1
    lines = _without_comments(text[front.end() :] if front else text).split("\n")
    parts: list[TextLine | DraftTable] = []
    notes: list[str] = []
    struck = LeftOutWords()
    index, fenced = 0, False
    while index < len(lines):
        line = lines[index]
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and (end := _end_of_table(lines, index)):
            check_columns(line.count("|") - 1, name)
            table, sheet_notes = read_sheet(_cells([line, *lines[index + 2 : end]], struck), headed=True)
            parts += table
            notes += sheet_notes
            index = end
            continue
        elif not fenced and line.lstrip().lower().startswith("<table"):
            end = _end_of_html_table(lines, index)
            page = _html_parts("\n".join(lines[index:end]), name, index + first)
            parts += page[0]
            notes += page[1]
            index = end
            continue
        elif fenced or not _RULE.match(line):
            parts += _lines(line, index + first, fenced, struck)
        index += 1
    notes += struck.note("划去的文字未读")
    return compose(restore_paragraphs(parts), name, format=format, encoding=encoding, notes=notes)


def _without_comments(text: str) -> str:
    """The text without its comments; their line breaks stay, so that lines keep their numbers."""
    pieces, offset = [], 0
    while (start := text.find("<!--", offset)) >= 0 and (end := text.find("-->", start)) >= 0:
        pieces += [text[offset:start], "\n" * text.count("\n", start, end)]
        offset = end + 3
    return "".join([*pieces, text[offset:]])


def _end_of_table(lines: Sequence[str], start: int) -> int:
    """The index behind the last line of the table that begins at ``start``; 0 where none begins there."""
    if "|" not in lines[start] or start + 1 >= len(lines) or not _is_divider(lines[start + 1]):
        return 0
    end = start + 2
    while end < len(lines) and "|" in lines[end] and lines[end].strip():
        end += 1
    return end


def _end_of_html_table(lines: Sequence[str], start: int) -> int:
    """The index behind the line in which the HTML table that begins at ``start`` ends; the last, where none does."""
    depth = 0
    for index in range(start, len(lines)):
        depth += sum(-1 if match[1] else 1 for match in _HTML_TABLE.finditer(lines[index]))
        if depth <= 0:
            return index + 1
    return len(lines)


def _html_parts(source: str, name: str, number: int) -> tuple[list[TextLine | DraftTable], list[str]]:
    """What a table of HTML holds, all of it on the line of that number; and what is to be said of it."""
    if not _TAGS.sub("", source).strip():
        return [], []
    try:
        parts, _, notes = read_page(source, name)
    except ReadError as fault:
        return [], [f"第 {number} 行起的表未读：{fault.what}"]
    return [_placed(part, number) for part in parts], notes


def _placed(part: TextLine | DraftTable, number: int) -> TextLine | DraftTable:
    if isinstance(part, TextLine):
        return part._replace(line=number)
    cells = []
    for cell in part.cells:
        passages = (Passage(tuple(line._replace(line=number) for line in passage.lines)) for passage in cell.passages)
        cells.append(cell._replace(passages=tuple(passages)))
    return DraftTable(tuple(cells))


def _is_divider(line: str) -> bool:
    return "-" in line and "|" in line and _DIVIDER.match(line) is not None


def _lines(text: str, number: int, fenced: bool, struck: LeftOutWords) -> list[TextLine]:
    """A line of the file with that number (from 1); within a fence it is taken as it stands.

    ``<br>`` parts it into several.
    """
    if fenced or len(text) > _LONGEST_MARKED:
        return [TextLine(text, line=number)]
    struck.end_line()
    heading = _HEADING.match(text)
    if heading:
        # it may be closed by as many marks as it is opened by
        said = _ATTRIBUTES.sub("", text[heading.end() :].rstrip(" \t")).rstrip("#").rstrip(" \t")
        words, bold = _unmarked(said, struck)
        return _parted(TextLine(words, line=number, bold=bold, level=len(heading[1])))
    quotes = _QUOTES.match(text)
    text = text[quotes.end() :] if quotes else text
    bullet = _BULLET.match(text)
    words, bold = _unmarked(text[bullet.end() :] if bullet else text, struck)
    return _parted(TextLine(words, line=number, bold=bold))


def _parted(line: TextLine) -> list[TextLine]:
    """The lines that one with line breaks in it makes."""
    lines, start = [], 0
    for text in line.text.split("\n"):
        lines.append(line._replace(text=text, bold=clip_spans(line.bold, start, start + len(text))))
        start += len(text) + 1
    return lines


def _unmarked(text: str, struck: LeftOutWords) -> tuple[str, tuple[Span, ...]]:
    """The words of a line without its marks, and its bold spans."""
    words, bold, offset = "", [], 0
    for match in _INLINE.finditer(text):
        words += text[offset : match.start()]
        offset = match.end()
        start = len(words)
        if match["bold"] or match["strong"]:
            words += _unmarked(match["words"] or match["inside"] or "", struck)[0]
            bold.append(Span(start, len(words)))
        elif match["break"]:
            words += "\n"
        elif match["struck"] or match["deleted"]:
            struck.add(match["struck"] or match["deleted"], before=words)
        else:
            words += match["picture"] or match["link"] or match["escaped"] or match["code"] or ""
    return words + text[offset:], tuple(bold)


def _cells(lines: Sequence[str], struck: LeftOutWords) -> list[SheetCell]:
    """The filled cells of the rows of a table; those of rows that leave out merged cells in the columns they fit."""
    cells = []
    for row, line in enumerate(lines):
        inner = line.strip()
        inner = inner[1:] if inner.startswith("|") else inner
        inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
        for column, text in enumerate(_CELLS.split(inner)):
            struck.end_line()
            words, bold = _unmarked(text.strip(), struck)
            cells.append(SheetCell(row, column, words, bold=bold))
    placed = with_left_out_cells([NestedCell(cell.row, cell.column, 1, 1, (TextLine(cell.text),)) for cell in cells])
    return [
        cell._replace(column=at.column, rowspan=at.rowspan)
        for cell, at in zip(cells, placed, strict=True)
        if cell.text.strip()
    ]
