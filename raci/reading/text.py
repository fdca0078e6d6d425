"""The reader of plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import PurePath

from raci.errors import ReadError
from raci.model import Block, Cell, Document, Place
from raci.reading.encoding import decode
from raci.reading.facts import facts
from raci.reading.grids import Grid
from raci.reading.lines import Paragraph, paragraphs
from raci.reading.plans import starts
from raci.rules import built_in

__all__ = ["documents", "read"]

#: how many paragraphs at either end may be web furniture
_EDGE = 30


def read(data: bytes, name: str) -> list[Document]:
    """The documents of a text file.

    Raises ReadError where it is empty or no text.
    """
    text, encoding = decode(data, name)
    return documents(text, name, encoding=encoding)


def documents(text: str, source: str = "", *, encoding: str | None = None, format: str = "txt") -> list[Document]:
    """The documents of a text: one, or several where it holds several plans.

    Raises ReadError where there are no words in it.
    """
    found = paragraphs(text)
    if not found:
        raise ReadError("没有文字", place=source or "文本", remedy="请给出有内容的文件")
    texts = [each.text if isinstance(each, Paragraph) else "" for each in found]
    stem = PurePath(source).stem if source not in ("", "-") else ""
    cuts = starts(texts)
    if not cuts:
        return [_document(found, texts, source, stem or "未命名", None, encoding, format)]
    done, seen = [], dict[str, int]()
    for begin, end in zip(cuts, [*cuts[1:], len(found)], strict=True):
        title = texts[begin]
        seen[title] = seen.get(title, 0) + 1
        if seen[title] > 1:
            title = f"{title}（{seen[title]}）"
        done.append(_document(found[begin:end], texts[begin:end], source, stem, title, encoding, format))
    return done


def _document(
    found: Sequence[Paragraph | Grid],
    texts: Sequence[str],
    source: str,
    stem: str,
    title: str | None,
    encoding: str | None,
    format: str,
) -> Document:
    known = facts(texts, stem, title)
    furniture = _furniture(texts)
    blocks: list[Block] = []
    places: list[Place] = []
    parts: list[str] = []
    at = 0
    for index, (each, line) in enumerate(zip(found, texts, strict=True)):
        if isinstance(each, Grid):
            block, words = _table(each, at, index + 1, places)
            blocks.append(block)
        else:
            words = line
            offset = at
            for number, piece in each.pieces:
                places.append(Place(offset, number, each.page, index + 1))
                offset += len(piece)
            kind = "furniture" if index in furniture else "heading" if index == 0 and title else "paragraph"
            blocks.append(Block(kind, at, at + len(line)))
        parts.append(words)
        at += len(words) + 1
    notes = [f"跳过网页边栏文字 {len(furniture)} 段"] if furniture else []
    return Document(
        text="\n".join(parts),
        title=known.title,
        source=source,
        issuer=known.issuer,
        number=known.number,
        date=known.date,
        addressees=known.addressees,
        blocks=tuple(blocks),
        places=tuple(places),
        encoding=encoding,
        format=format,
        notes=tuple(notes),
    )


def _table(grid: Grid, at: int, paragraph: int, places: list[Place]) -> tuple[Block, str]:
    """A table as a block and as text: a row a line, cells parted by tabs; notes where each cell is from."""
    cells: list[Cell] = []
    text = ""
    row = 0
    for cell in grid.cells:
        if cell.row != row:
            text, row = text + "\n", cell.row
        elif text:
            text += "\t"
        start = at + len(text)
        for number, piece in cell.pieces:
            places.append(Place(at + len(text), number, None, paragraph, (1, cell.row + 1, cell.column + 1)))
            text += piece
        cells.append(Cell(cell.row, cell.column, start, at + len(text), cell.rowspan))
    return Block("table", at, at + len(text), cells=tuple(cells)), text


@cache
def _is_furniture() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule.pattern})" for rule in built_in() if rule.kind == "furniture"))


def _furniture(texts: Sequence[str]) -> set[int]:
    """The paragraphs at the edges that belong to the web page; after 为您推荐 all the rest."""
    edge = [*range(min(_EDGE, len(texts))), *range(max(_EDGE, len(texts) - _EDGE), len(texts))]
    return {index for index in edge if len(texts[index]) < 260 and _is_furniture().fullmatch(texts[index])}
