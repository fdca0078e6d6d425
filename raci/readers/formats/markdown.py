"""The reader of Markdown: headings, lists, bold type, tables; lines are restore_paragraphs as in plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raci.model import Document, Span
from raci.readers.documents.assembly import compose
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import TextLine
from raci.readers.files.encoding import decode
from raci.readers.tables.mending import restore_paragraphs
from raci.readers.tables.sheet_cells import SheetCell
from raci.readers.tables.sheets import read_sheet

__all__ = ["read"]

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t\u3000]+(.*?)[ \t]*#*[ \t]*$")
_BULLET = re.compile(r"[ \t]*(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={2,})$")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_DIVIDER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELLS = re.compile(r"(?<!\\)\|")
_FRONT = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_INLINE = re.compile(
    r"(?P<bold>(\*\*|__)(?=\S)(?P<words>.{1,2000}?)(?<=\S)\2)|!\[(?P<picture>[^\[\]]{0,500})\]\([^()]{0,2000}\)"
    r"|\[(?P<link>[^\[\]]{0,500})\]\([^()]{0,2000}\)"
    r"|(?P<break><br[ \t]*/?>)|<(?P<strong>b|strong)>(?P<inside>.{0,2000}?)</(?P=strong)>"
    r"|(?P<tag></?[a-zA-Z][^<>]{0,200}>)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])|`(?P<code>[^`]{1,2000})`|~~(?P<gone>.{1,2000}?)~~"
)


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a Markdown file.

    Raises ReadError where it is empty or no text.
    """
    text, encoding = decode(data, name)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    front = _FRONT.match(text)
    skipped = text[: front.end()].count("\n") if front else 0
    text = _without_comments(text[front.end() :] if front else text)
    found: list[TextLine | DraftTable] = []
    notes: list[str] = []
    lines = text.split("\n")
    at, fenced = 0, False
    while at < len(lines):
        line = lines[at]
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and "|" in line and at + 1 < len(lines) and _is_divider(lines[at + 1]):
            end = at + 2
            while end < len(lines) and "|" in lines[end] and lines[end].strip():
                end += 1
            parts, sheet_notes = read_sheet(_cells([line, *lines[at + 2 : end]]))
            found += parts
            notes += sheet_notes
            at = end
            continue
        elif fenced or not _RULE.match(line):
            found.append(_line(line, at + 1 + skipped, fenced))
        at += 1
    return compose(restore_paragraphs(found), name, format="md", encoding=encoding, notes=notes)


def _without_comments(text: str) -> str:
    """The text without its comments; their line breaks stay, so that lines keep their numbers."""
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + 3
    return "".join([*kept, text[at:]])


def _is_divider(line: str) -> bool:
    return "-" in line and "|" in line and _DIVIDER.match(line) is not None


def _line(text: str, number: int, fenced: bool) -> TextLine:
    if fenced:
        return TextLine(text, line=number)
    heading = _HEADING.match(text)
    if heading:
        words, bold = _plain(heading[2])
        return TextLine(words, line=number, bold=bold, level=len(heading[1]))
    while quote := _QUOTE.match(text):
        text = text[quote.end() :]
    bullet = _BULLET.match(text)
    words, bold = _plain(text[bullet.end() :] if bullet else text)
    return TextLine(words, line=number, bold=bold)


def _plain(text: str) -> tuple[str, tuple[Span, ...]]:
    """The words of a line without its marks, and what of them is bold."""
    words, spans, at = "", [], 0
    for match in _INLINE.finditer(text):
        words += text[at : match.start()]
        at = match.end()
        start = len(words)
        if match["bold"] or match["strong"]:
            words += _plain(match["words"] or match["inside"] or "")[0]
            spans.append(Span(start, len(words)))
        elif match["break"]:
            words += "\n"
        elif not match["gone"]:
            words += match["picture"] or match["link"] or match["escaped"] or match["code"] or ""
    return words + text[at:], tuple(spans)


def _cells(lines: Sequence[str]) -> list[SheetCell]:
    cells = []
    for row, line in enumerate(lines):
        inner = line.strip()
        inner = inner[1:] if inner.startswith("|") else inner
        inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
        for column, text in enumerate(_CELLS.split(inner)):
            words, bold = _plain(text.strip())
            if words.strip():
                cells.append(SheetCell(row, column, words, bold=bold))
    return cells
