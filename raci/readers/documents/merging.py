"""Several Documents to one: text after text, each place with the file that it is from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from raci.model import Block, Document, Place, Span

__all__ = ["merge_documents"]


def merge_documents(parts: Sequence[Document], title: str, notes: Sequence[str]) -> Document:
    """One document of a notice, which comes first, and its annexes; ``notes`` come before those of the parts."""
    texts: list[str] = []
    blocks: list[Block] = []
    places: list[Place] = []
    emphasis: list[Span] = []
    recognised: list[Span] = []
    doubted: list[Span] = []
    unplaced: list[Span] = []
    offset = 0
    for index, part in enumerate(parts):
        if index:
            blocks.append(Block("annex", offset, offset))
        blocks += [_shift_block(block, offset) for block in part.blocks]
        starts_at_once = part.places and part.places[0].start == 0
        part_places = part.places if starts_at_once else (Place(0), *part.places)
        places += [place._replace(start=place.start + offset, file=place.file or part.source) for place in part_places]
        emphasis += _shift(part.emphasis, offset)
        recognised += _shift(part.ocr, offset)
        doubted += _shift(part.doubted, offset)
        unplaced += _shift(part.unplaced, offset)
        texts.append(part.text)
        offset += len(part.text) + 1
    # the notes of an annex name its file
    part_notes = list(parts[0].notes)
    part_notes += [f"{_file_name(part)}：{note}" for part in parts[1:] for note in part.notes]
    return replace(
        parts[0],
        text="\n".join(texts),
        title=title,
        issuer=_first(part.issuer for part in parts),
        issuers=next((part.issuers for part in parts if part.issuers), ()),
        number=_first(part.number for part in parts),
        date=_first(part.date for part in parts),
        addressees=_first(part.addressees for part in parts),
        blocks=tuple(blocks),
        places=tuple(places),
        emphasis=tuple(emphasis),
        ocr=tuple(recognised),
        doubted=tuple(doubted),
        unplaced=tuple(unplaced),
        encoding="、".join(dict.fromkeys(part.encoding for part in parts if part.encoding)) or None,
        format="、".join(dict.fromkeys(part.format for part in parts)),
        notes=(*notes, *part_notes),
    )


def _file_name(document: Document) -> str:
    return PurePath(document.source).name


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _shift(spans: Iterable[Span], offset: int) -> list[Span]:
    return [Span(span.start + offset, span.end + offset) for span in spans]


def _shift_block(block: Block, offset: int) -> Block:
    cells = tuple(cell._replace(start=cell.start + offset, end=cell.end + offset) for cell in block.cells)
    return block._replace(start=block.start + offset, end=block.end + offset, cells=cells)
