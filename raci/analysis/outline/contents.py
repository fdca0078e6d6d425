"""Tables of contents: what they list stands again below, and is no clause where it is only listed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from raci.model import Block, Document, Span
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern
from raci.rules.markers import at_start

#: what ends the heading of a line
_SENTENCE_END = compiled("[。：:]")
#: how a line with the number of a page ends
_PAGE = compiled(r"\d[ \t]*[-—－]?[ \t]*$")

__all__ = ["contents_of", "outside", "with_note"]

#: the longest table of contents, and how much of its first entry is looked for below it, in characters
_LONGEST, _WORDS = 6000, 2
#: so many tables of contents are looked for in a text
_MOST = 50
#: fewer lines with dots and the number of a page are none
_FEWEST = 2


def contents_of(text: str) -> tuple[Span, ...]:
    """The tables of contents in a text, in order.

    One is what stands below 目录 up to where its first entry stands again; or lines that end in dots and the number of
    a page (一、总体要求……3), or in a tab and that number where the heading stands again as a line of its own.
    """
    spans = [*_below_heads(text), *_with_leaders(text)]
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return tuple(joined)


def with_note(document: Document, contents: Sequence[Span]) -> Document:
    """The document with a note of its tables of contents, where it has any."""
    words = "".join(document.text[span.start : span.end] for span in contents)
    lines = sum(1 for line in words.split("\n") if line.strip())
    note = f"目录 {lines} 行，只列标题，不读作任务"
    return replace(document, notes=(*document.notes, note)) if lines and note not in document.notes else document


def outside(block: Block, spans: Sequence[Span]) -> Iterator[Block]:
    """What of a paragraph stands outside of some spans, as paragraphs: all of it where it touches none."""
    start = block.start
    for span in spans[bisect_right(spans, block.start, key=lambda span: span.end) :]:
        if span.start >= block.end:
            break
        if start < span.start:
            yield block._replace(start=start, end=span.start)
        start = max(start, span.end)
    if start < block.end:
        yield block if start == block.start else block._replace(start=start)


def _below_heads(text: str) -> Iterator[Span]:
    end = 0
    for head in islice(lexicon_pattern("outline.contents").finditer(text), _MOST):
        if head.start() < end:
            continue
        start = head.end()
        while start < len(text) and text[start].isspace():
            start += 1
        again = _again(text, start)
        if again is not None:
            end = again
            yield Span(head.end(), end)


def _again(text: str, start: int) -> int | None:
    """Where the entry that begins at ``start`` stands again, with no sentence between."""
    stop = text.find("。", start, start + _LONGEST)
    reach = min(len(text), start + _LONGEST) if stop < 0 else stop
    offsets = [offset for offset in range(start, reach) if not text[offset].isspace()]
    letters = "".join(text[offset] for offset in offsets)
    number = at_start(text, start, reach)
    if number is not None:
        length = len("".join(text[start : number.end].split())) + _WORDS
    else:
        line_end = text.find("\n", start, reach)
        length = len("".join(text[start:line_end].split())) if line_end > 0 else 0
    entry = letters[:length]
    if len(entry) < _WORDS:
        return None
    place = letters.find(entry, length)
    while place >= 0:
        offset = offsets[place]
        if number is None:
            begins = not text[text.rfind("\n", start, offset) + 1 : offset].strip()
        else:
            again = at_start(text, offset, reach)
            begins = again is not None and again.rule == number.rule and again.value == number.value
        if begins:
            return offset
        place = letters.find(entry, place + 1)
    return None


def _with_leaders(text: str) -> list[Span]:
    leaders = lexicon_pattern("outline.leaders")
    lines: list[Span] = []
    looked_at = -1
    for dots in lexicon_pattern("outline.leader-dots").finditer(text):
        start, end = text.rfind("\n", 0, dots.start()) + 1, text.find("\n", dots.end())
        if start == looked_at:
            continue
        looked_at = start
        if (lines and lines[-1].end >= start) or not _PAGE.search(text, dots.end(), len(text) if end < 0 else end):
            continue
        if match := leaders.match(text, start):
            lines.append(Span(*match.span()))
    if "\t" not in text:
        return lines if len(lines) >= _FEWEST else []
    numbered = [
        match for match in lexicon_pattern("outline.page-number").finditer(text) if at_start(text, match.start())
    ]
    if len(numbered) >= _FEWEST:
        headings = {_SENTENCE_END.split(line, 1)[0].strip() for line in text.split("\n") if "\t" not in line}
        lines += [Span(*match.span()) for match in numbered if match["entry"].strip() in headings]
    return lines if len(lines) >= _FEWEST else []
