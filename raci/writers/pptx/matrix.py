"""The matrix on slides: tasks down, bodies across, over as many slides as it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.config.palette import palette
from raci.views.grid import Grid
from raci.views.matrix import cell_letters
from raci.views.tables.body_order import by_load
from raci.views.tables.column_heads import heads, short_heads
from raci.writers.pptx.deck import BODY_HEIGHT, BODY_WIDTH
from raci.writers.pptx.paging import pages
from raci.writers.pptx.table import SlideCell, SlideTable

__all__ = ["MOST_BODIES", "matrix_slides"]

#: how many bodies stand on one slide, and on how many slides beside one another
_BESIDE, _MOST_STRIPS = 20, 3
MOST_BODIES = _BESIDE * _MOST_STRIPS
#: in mm: the column of the tasks, the head with upright names, the widest column of a body
_TASKS, _HEAD, _WIDEST = 92.0, 38.0, 16.0
_SIZE = 10.5
#: so many characters of a name stand in two upright lines
_LONGEST_NAME = 16
_HEAD_PAPER = "#e8edf3"


def matrix_slides(grid: Grid) -> Iterator[tuple[str, SlideTable]]:
    """What stands behind 责任矩阵 in the title, and the table of each slide; those that lead most come first.

    At most ``MOST_BODIES``; the title says which of how many are shown. All tasks stand beside the first of them;
    beside the others those in which they have a part, as else most slides of a large plan would be empty.
    """
    shown = set(grid.columns())
    bodies = [body for body in by_load(grid) if body in shown]
    strips = _strips(bodies[:MOST_BODIES])
    letters = cell_letters(grid)
    for number, strip in enumerate(strips):
        first = number * len(strips[0])
        names = short_heads(heads(grid, strip), _LONGEST_NAME)
        width = min(_WIDEST, (BODY_WIDTH - _TASKS) / len(strip))
        widths = [min(_TASKS * 1.5, BODY_WIDTH - width * len(strip)), *[width] * len(strip)]
        tasks = [
            task for task in range(len(grid.tasks)) if not number or any((task, body) in letters for body in strip)
        ]
        rows = [(grid.tasks[task].label or "（无标题）", *[""] * len(strip)) for task in tasks]
        split = list(pages(rows, widths, _SIZE, BODY_HEIGHT - _HEAD))
        for place, page in enumerate(split, start=1):
            head = [SlideCell("任务", head=True, centred=True, paper=_HEAD_PAPER)]
            head += [SlideCell(name, head=True, centred=True, paper=_HEAD_PAPER, upright=True) for name in names]
            cells = [
                [SlideCell(texts[0]), *(_letter(letters.get((tasks[row], body), "")) for body in strip)]
                for row, texts, _ in page
            ]
            told = [f"第 {first + 1}—{first + len(strip)} 个单位，共 {len(bodies)} 个"] if len(strips) > 1 else []
            told += ["只列这些单位的任务"] if number and len(tasks) < len(grid.tasks) else []
            told += [f"{place}/{len(split)}"] if len(split) > 1 else []
            heights = [_HEAD, *(height for _, _, height in page)]
            yield f"（{'；'.join(told)}）" if told else "", SlideTable(widths, heights, [head, *cells], _SIZE)


def _strips(bodies: Sequence[int]) -> list[Sequence[int]]:
    """The bodies in as few strips as can be, all about as wide."""
    count = -(-len(bodies) // _BESIDE)
    size = -(-len(bodies) // count) if count else 1
    return [bodies[first : first + size] for first in range(0, len(bodies), size)]


def _letter(letter: str) -> SlideCell:
    if not letter:
        return SlideCell("", centred=True)
    tint = palette().letter(letter).workbook
    return SlideCell(letter, head=True, centred=True, ink=tint.ink, paper=tint.paper)
