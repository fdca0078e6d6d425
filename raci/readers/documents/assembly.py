"""From what a reader found, paragraphs and tables, to Documents: one text, its blocks, and where each is from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import PurePath

from raci.errors import ReadError
from raci.model import Block, Cell, Document, Place, Span
from raci.readers.documents.annexes import listed_annexes
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.metadata import find_metadata
from raci.readers.documents.passages import Passage, TextLine, glue
from raci.readers.documents.splitting import find_collected, find_plan_starts, join_broken_titles
from raci.rules import built_in

__all__ = ["compose"]

#: how many paragraphs at either end may be web furniture
_EDGE = 30


def compose(
    found: Sequence[Passage | DraftTable],
    source: str,
    *,
    format: str,
    encoding: str | None = None,
    title: str | None = None,
    notes: Sequence[str] = (),
) -> list[Document]:
    """The documents made of what was found: one, or several where it holds several plans.

    ``title`` is what the source calls itself outside of its text; it stands in where the text names no title.
    Raises ReadError where there are no words.
    """
    if not found:
        raise ReadError("没有文字", place=source or "文本", remedy="请给出有内容的文件")
    found = join_broken_titles(found)
    texts = [each.text if isinstance(each, Passage) else "" for each in found]
    stem = PurePath(source).stem if source not in ("", "-") else ""
    heads: list[tuple[int, str | None]] = [(index, texts[index]) for index in find_plan_starts(texts)]
    if not heads:
        heads = [*find_collected(texts)]
        if not heads or heads[0][0] > 0:
            heads.insert(0, (0, None))
    if len(heads) == 1:
        one = _Composer(source, encoding, format)
        return [one.document(found, texts, title or stem or "未命名", heads[0][1], notes)]
    done, seen = [], dict[str, int]()
    for (begin, name), (end, _) in zip(heads, [*heads[1:], (len(found), None)], strict=True):
        if name is not None:
            seen[name] = seen.get(name, 0) + 1
            if seen[name] > 1:
                name = f"{name}（{seen[name]}）"
        one = _Composer(source, encoding, format)
        done.append(one.document(found[begin:end], texts[begin:end], stem or "未命名", name, notes))
    return done


class _Composer:
    """Puts one document together; gone when it is done."""

    def __init__(self, source: str, encoding: str | None, format: str) -> None:
        self.source, self.encoding, self.format = source, encoding, format
        self.blocks: list[Block] = []
        self.places: list[Place] = []
        self.bold: list[Span] = []
        self.ocr: list[Span] = []
        self.doubted: list[Span] = []

    def document(
        self,
        found: Sequence[Passage | DraftTable],
        texts: Sequence[str],
        fallback: str,
        title: str | None,
        notes: Sequence[str],
    ) -> Document:
        known = find_metadata(texts, fallback, title)
        furniture = _furniture(texts)
        # the line 附件：… stays: it ends the outline of what stands before it
        unread = furniture | {index for index in listed_annexes(texts)[1] if texts[index][0] != "附"}
        parts: list[str] = []
        at = tables = 0
        for index, (each, text) in enumerate(zip(found, texts, strict=True)):
            words = text
            if isinstance(each, DraftTable):
                tables += 1
                words = self._table(each, at, index + 1, tables)
            else:
                self._pieces(each.lines, at, index + 1, None)
                level = each.lines[0].level
                heads = level or (index == 0 and title)
                kind = "furniture" if index in unread else "heading" if heads else "paragraph"
                self.blocks.append(Block(kind, at, at + len(text), level if kind == "heading" else 0))
            parts.append(words)
            at += len(words) + 1
        skipped = [f"跳过网页边栏文字 {len(furniture)} 段"] if furniture else []
        return Document(
            text="\n".join(parts),
            title=known.title,
            source=self.source,
            issuer=known.issuer,
            number=known.number,
            date=known.date,
            addressees=known.addressees,
            blocks=tuple(self.blocks),
            places=tuple(self.places),
            emphasis=_merged(self.bold),
            ocr=_merged(self.ocr),
            doubted=_merged(self.doubted),
            encoding=self.encoding,
            format=self.format,
            notes=(*notes, *skipped),
        )

    def _pieces(self, lines: Sequence[TextLine], at: int, paragraph: int, cell: tuple[int, int, int] | None) -> str:
        """Notes where the lines are from, and what of them is bold; gives their text."""
        text = ""
        for words, page, number, bold, _, ocr in lines:
            if text:
                text += glue(text, words)
            start = at + len(text)
            self.places.append(Place(start, number, page, paragraph, cell))
            if bold:
                self.bold += [Span(start + span.start, start + span.end) for span in bold]
            if ocr is not None:
                self.ocr.append(Span(start, start + len(words)))
                self.doubted += [Span(start + span.start, start + span.end) for span in ocr]
            text += words
        return text

    def _table(self, table: DraftTable, at: int, paragraph: int, count: int) -> str:
        """A table as a block and as text: a row a line, cells parted by tabs."""
        cells: list[Cell] = []
        text: list[str] = []
        end, row = at, table.cells[0].row
        for cell in table.cells:
            if text:
                text.append("\t" if cell.row == row else "\n")
                end += 1
            row = cell.row
            start = end
            for turn, passage in enumerate(cell.passages):
                if turn:
                    text.append("\n")
                    end += 1
                text.append(self._pieces(passage.lines, end, paragraph, (count, cell.row + 1, cell.column + 1)))
                end += len(text[-1])
            cells.append(Cell(cell.row, cell.column, start, end, cell.rowspan, cell.colspan))
        self.blocks.append(Block("table", at, end, cells=tuple(cells)))
        return "".join(text)


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    done: list[Span] = []
    for span in spans:
        if done and span.start <= done[-1].end:
            done[-1] = Span(done[-1].start, max(span.end, done[-1].end))
        elif span.end > span.start:
            done.append(span)
    return tuple(done)


@cache
def _is_furniture() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule.pattern})" for rule in built_in() if rule.kind == "furniture"))


def _furniture(texts: Sequence[str]) -> set[int]:
    """The paragraphs at the edges that belong to the web page; after 为您推荐 all the rest."""
    edge = [*range(min(_EDGE, len(texts))), *range(max(_EDGE, len(texts) - _EDGE), len(texts))]
    return {index for index in edge if len(texts[index]) < 260 and _is_furniture().fullmatch(texts[index])}
