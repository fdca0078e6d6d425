"""The reader of plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import PurePath

from raci.errors import ReadError
from raci.model import Block, Document, Place
from raci.reading.encoding import decode
from raci.reading.facts import facts
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
    texts = [each.text for each in found]
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
    found: Sequence[Paragraph],
    texts: Sequence[str],
    source: str,
    stem: str,
    title: str | None,
    encoding: str | None,
    format: str,
) -> Document:
    known = facts(texts, stem, title)
    furniture = _furniture(texts)
    blocks, places = [], []
    at = 0
    for index, (paragraph, line) in enumerate(zip(found, texts, strict=True)):
        offset = at
        for number, piece in paragraph.pieces:
            places.append(Place(offset, number, paragraph.page, index + 1))
            offset += len(piece)
        kind = "furniture" if index in furniture else "heading" if index == 0 and title else "paragraph"
        blocks.append(Block(kind, at, at + len(line)))
        at += len(line) + 1
    notes = [f"跳过网页边栏文字 {len(furniture)} 段"] if furniture else []
    return Document(
        text="\n".join(texts),
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


@cache
def _is_furniture() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule.pattern})" for rule in built_in() if rule.kind == "furniture"))


def _furniture(texts: Sequence[str]) -> set[int]:
    """The paragraphs at the edges that belong to the web page; after 为您推荐 all the rest."""
    edge = [*range(min(_EDGE, len(texts))), *range(max(_EDGE, len(texts) - _EDGE), len(texts))]
    return {index for index in edge if len(texts[index]) < 260 and _is_furniture().fullmatch(texts[index])}
