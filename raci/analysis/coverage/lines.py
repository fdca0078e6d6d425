"""Stretches in running text that stand like the rows of a table: line by line a body beside what it may have to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci.model import Block, Document, Span, Stretch
from raci.model.late_patterns import late_pattern
from raci.rules.bodies import like_bodies
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules

__all__ = ["rows_in_lines"]

#: how the cells of a row may be parted; how many such lines it takes where no head stands above them
_PARTED = (
    (re.compile(r"[ \u3000]*\t[ \u3000]*"), 2),
    (re.compile(r"[ \u3000]*[|｜¦│┃║][ \u3000]*"), 2),
    (re.compile(r"[ \u3000]{2,}"), 2),
    (re.compile(r"[ \u3000]+"), 3),
    (re.compile(r"[;；]"), 3),
    (re.compile(r"[,，]"), 3),
    (re.compile(r"[ \u3000]*[/／][ \u3000]*"), 3),
)
#: the first of these part nothing but cells
_CERTAIN = 2
_SEPARATOR = re.compile(r"[\t|｜¦│┃║ \u3000;；,，/／]")
#: a row in one line is no longer, and has no more cells; a cell with a line of its own is no longer
_LONGEST_ROW, _MOST_CELLS, _LONGEST_CELL = 160, 14, 40
#: words of a task have so many Chinese characters
_TASK = late_pattern(r"[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff]")
_LABEL_OR_SENTENCE = re.compile(r"[：:]|[。；]$")
#: cells with a line each: so many bodies, as far from each other as that at the most
_BODIES, _FARTHEST = 3, 10
_WHY = "这几行像是表里的行，有单位，没有看懂是谁做什么"


class _Row(NamedTuple):
    """A line as a row of a table: the way it is parted, how many cells it has, and in which the bodies stand."""

    style: int
    cells: int
    place: int


def rows_in_lines(document: Document, taken: Sequence[Span], rules: ActiveRules) -> Iterator[Stretch]:
    """The lines of running text that look like rows of a table; those that ``taken`` spans cover are read."""
    covered = _Covered(taken)
    run: list[Block] = []
    below_table = False
    for block in [*document.blocks, Block("furniture", len(document.text), len(document.text))]:
        if block.kind in ("paragraph", "item", "heading") and block.end - block.start <= _LONGEST_ROW:
            run.append(block)
            continue
        yield from _in_run(document.text, run, covered, rules, below_table)
        run, below_table = [], block.kind == "table"


class _Covered:
    """Asks in the order of the text whether something is covered."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans, self._next = spans, 0

    def holds(self, block: Block) -> bool:
        """Whether a span overlaps the block; blocks come in order."""
        while self._next < len(self._spans) and self._spans[self._next].end <= block.start:
            self._next += 1
        return self._next < len(self._spans) and self._spans[self._next].start < block.end


def _in_run(
    text: str, run: Sequence[Block], covered: _Covered, rules: ActiveRules, below_table: bool
) -> Iterator[Stretch]:
    lines = [text[block.start : block.end].strip(" \u3000\n") for block in run]
    left = [not covered.holds(block) for block in run]
    position = 0
    while position < len(run):
        row = _row(lines[position]) if left[position] else None
        if row is None:
            position += 1
            continue
        end = position + 1
        while end < len(run) and left[end] and _row(lines[end]) == row:
            end += 1
        # what a table ended before is one of its rows
        headed = (below_table and row.style < _CERTAIN) or (position > 0 and _is_head(lines[position - 1], row, rules))
        if end - position >= (1 if headed else _PARTED[row.style][1]):
            yield Stretch("cells", run[position].start, run[end - 1].end, _WHY)
            left[position:end] = [False] * (end - position)
        position = end
    yield from _one_a_line(run, lines, left)


def _row(line: str) -> _Row | None:
    """The line as a row of bodies and of what they may have to do; None where it is none."""
    if not _SEPARATOR.search(line) or "。" in line[:-1]:
        return None
    for style, (separator, least) in enumerate(_PARTED):
        if least > 2 and line[-1] == "。":
            break  # a sentence
        cells = [cell for cell in separator.split(line) if cell]
        if 2 <= len(cells) <= _MOST_CELLS:
            bodies = next((place for place, cell in enumerate(cells) if _names_bodies(cell)), None)
            if bodies is not None and any(_is_task(cell) for cell in cells):
                return _Row(style, len(cells), bodies)
    return None


def _names_bodies(words: str) -> bool:
    named, odd = like_bodies(words) if len(words) <= _LONGEST_CELL else (0, 1)
    if not named or odd:
        return False
    return not lexicon_pattern("coverage.anybody").search(words) and not lexicon_pattern("coverage.place").search(words)


def _is_task(words: str) -> bool:
    return _TASK.search(words) is not None and cell_content(words).kind in ("text", "person")


def _is_head(line: str, row: _Row, rules: ActiveRules) -> bool:
    """Whether a line heads such rows, and a head of it names bodies."""
    heads = [read_head(cell, rules) for cell in _PARTED[row.style][0].split(line) if cell]
    return len(heads) == row.cells and any(head is not None and head.role in NAMED for head in heads)


def _one_a_line(run: Sequence[Block], lines: Sequence[str], left: Sequence[bool]) -> Iterator[Stretch]:
    """Cells with a line each: bodies that come back at the same distance, with a task between them."""
    bodies: list[int] = []
    for index, line in enumerate([*lines, ""]):
        short = (
            index < len(run) and left[index] and 0 < len(line) <= _LONGEST_CELL and not _LABEL_OR_SENTENCE.search(line)
        )
        if short and not _names_bodies(line):
            continue
        step = bodies[1] - bodies[0] if len(bodies) > 1 else 0
        if not short or (step and index - bodies[-1] != step) or (bodies and index - bodies[-1] > _FARTHEST):
            yield from _told(run, lines, bodies)
            bodies = []
        if short:
            bodies.append(index)


def _told(run: Sequence[Block], lines: Sequence[str], bodies: Sequence[int]) -> Iterator[Stretch]:
    if len(bodies) < _BODIES or bodies[1] - bodies[0] < 2:
        return
    step = bodies[1] - bodies[0]
    first = max(0, bodies[0] - step + 1)
    rows = [range(max(0, at - step + 1), at + step if at == bodies[-1] else at) for at in bodies]
    listing = any(lexicon_pattern("coverage.no-duty-head").search(line) for line in lines[first : bodies[-1]])
    if not listing and all(any(place < len(lines) and _is_task(lines[place]) for place in row) for row in rows):
        yield Stretch("cells", run[bodies[0]].start, run[bodies[-1]].end, _WHY)
