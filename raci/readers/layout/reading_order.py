"""Lines placed on pages (pdf, ofd) to paragraphs: running heads out, lines that belong together joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from raci.errors import ReadError
from raci.readers.documents.draft_tables import DraftCell, DraftTable, has_task_head
from raci.readers.documents.passages import Passage, TextLine, clean_line
from raci.readers.layout.glyphs import TextRow
from raci.readers.tables.mending import restore_paragraphs
from raci.readers.tables.paragraphs import begins as begins_paragraph
from raci.rules.columns import column

__all__ = ["MOST_CHARS", "PAGE_NUMBER", "Page", "crowded", "flowing", "listed", "without_running_heads"]

#: a page of more characters is refused: one of a newspaper has some 20,000
MOST_CHARS = 200_000

PAGE_NUMBER = re.compile(r"[-—–―·.\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/,，共]\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–―·.\s]*")
_DIGITS = re.compile(r"\d+")
#: running heads stand in this part of a page, above and below
_MARGIN = 0.16
#: … and are among the first or last so many lines
_OUTER = 2
#: they stand on this part of the pages, at the same place (left and right pages may differ)
_OFTEN = 0.4
#: … and the gap to the body is so many times that between its lines, or their type differs
_APART = 1.25
#: a line that says who does what is none, however often it stands there
_SAYS_WHO = re.compile("牵头|责任|负责|配合|[：:；;。]")
#: a line at the top in type this much smaller than the body is one
_SMALL = 0.8
#: a paragraph begins where a line is set in by so many characters, or the one before it ends so many early
_INDENT, _EARLY = 1.2, 2.6
#: … or where the gap between them is so many times the usual one
_GAP = 1.7
#: type this much larger than the body's is that of a title
_LARGE = 1.15
#: what a paragraph ends with
_ENDS = tuple("。！？!?）)〕】：:")
#: what stands unbroken at the start of a line
_UNBROKEN = re.compile(r"[^\u4e00-\u9fff]*.")
#: what no paragraph ends with, and none begins with
_BROKEN_OFF, _RUNNING_ON = tuple("、，,（("), tuple("、，,。；;：:）)（(")
_OPENING, _CLOSING = re.compile(r"[（(〔\[［【〈]"), re.compile(r"[)）〕\]］】〉]")


class Page(NamedTuple):
    """A page: its rows of text and its tables (with their top), and its height."""

    rows: list[TextRow]
    tables: list[tuple[float, DraftTable]]
    height: float

    def above(self, other: Page) -> Page:
        """This page and another that goes on below it, as one."""
        down = self.height
        moved = [row._replace(top=row.top + down, bottom=row.bottom + down) for row in other.rows]
        lower = [(top + down, table) for top, table in other.tables]
        return Page([*self.rows, *moved], [*self.tables, *lower], down + other.height)


def listed(pages: Sequence[int]) -> str:
    """The numbers of pages in words, the first eight of them: 第 1、2 页."""
    some = "、".join(map(str, pages[:8])) + (f"等 {len(pages)} " if len(pages) > 8 else " ")
    return f"第 {some}页"


def crowded(number: int, name: str) -> ReadError:
    """The fault of a page with more than ``MOST_CHARS``."""
    what = f"第 {number} 页超过 {MOST_CHARS // 10_000} 万字"
    return ReadError(what, place=name, remedy="请用原程序打开，分页后另存再用")


def without_running_heads(pages: Sequence[Page]) -> tuple[list[Page], int]:
    """The pages without page numbers and running heads, and how many lines those were."""

    def edge(row: TextRow, page: Page) -> bool:
        return row.bottom < _MARGIN * page.height or row.top > (1 - _MARGIN) * page.height

    def key(row: TextRow) -> tuple[str, int]:
        return _DIGITS.sub("#", row.line.text), round(row.top / 4)

    seen = Counter(each for page in pages for each in {key(row) for row in page.rows if edge(row, page)})
    often = max(2, round(_OFTEN * len(pages)))
    gaps = sorted(b.top - a.top for page in pages for a, b in pairwise(page.rows) if b.top > a.top)
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    sizes = sorted(row.size for page in pages for row in page.rows)
    body = sizes[len(sizes) // 2] if sizes else 0.0
    done, dropped = [], 0
    for page in pages:
        order = sorted(page.rows, key=lambda row: row.top)

        def head(row: TextRow, page: Page = page, order: list[TextRow] = order) -> bool:
            at_edge = edge(row, page)
            small = row is order[0] and row.bottom < _MARGIN * page.height and row.size < _SMALL * body
            number = PAGE_NUMBER.fullmatch(row.line.text) is not None
            return small or number or (at_edge and seen[key(row)] >= often and not _SAYS_WHO.search(row.line.text))

        def apart(row: TextRow, body_row: TextRow) -> bool:
            """Whether a line is set apart from the body, so that it is none of its lines that happens to repeat."""
            far = abs(row.top - body_row.top) > _APART * usual
            return far or abs(row.size - body) > 0.06 * body or PAGE_NUMBER.fullmatch(row.line.text) is not None

        # from the edges inwards, as far as they go
        first, last = 0, len(order)
        while first < min(_OUTER, last) and head(order[first]):
            first += 1
        while 0 < first < last and not apart(order[first - 1], order[first]):
            first -= 1
        while last > max(first, len(order) - _OUTER) and head(order[last - 1]):
            last -= 1
        while first < last < len(order) and not apart(order[last], order[last - 1]):
            last += 1
        kept = order[first:last]
        dropped += len(order) - len(kept)
        done.append(page._replace(rows=kept))
    return done, dropped


def flowing(pages: Sequence[Page]) -> list[Passage | DraftTable]:
    """The paragraphs and tables of the pages in reading order; what goes on overleaf is joined."""
    everything = [row for page in pages for row in page.rows if not row.parted]
    return _with_tables(pages, _edges(everything) if everything else _Edges(0, 0, False))


class _Edges(NamedTuple):
    """The left and the right edge of full lines, and whether paragraphs are set in."""

    left: float
    right: float
    set_in: bool


def _edges(rows: Sequence[TextRow]) -> _Edges:
    widest = max(row.right - row.left for row in rows)
    full = [row for row in rows if row.right - row.left >= 0.8 * widest]
    left = sorted(row.left for row in full)[len(full) // 10]
    right = sorted(row.right for row in full)[len(full) * 9 // 10]
    begun = sum(1 for row in rows if _INDENT < (row.left - left) / row.size < 6)
    return _Edges(left, right, begun >= max(2, 0.03 * len(rows)))


def _with_tables(pages: Sequence[Page], edges: _Edges) -> list[Passage | DraftTable]:
    done: list[Passage | DraftTable] = []
    run: list[TextRow] = []

    def flush() -> None:
        if run:
            done.extend(_paragraphs(run, edges))
            run.clear()

    for page in pages:
        rest = sorted(page.rows, key=lambda row: (row.order, row.top))
        for top, table in sorted(page.tables, key=lambda each: each[0]):
            while rest and rest[0].top < top:
                run.append(rest.pop(0))
            if not run and done and isinstance(done[-1], DraftTable) and _goes_on(done[-1], table):
                done[-1] = _joined(done[-1], table)
                continue
            flush()
            done.append(table)
        run += rest
    flush()
    return done


def _paragraphs(rows: Sequence[TextRow], edges: _Edges) -> Iterator[Passage | DraftTable]:
    left, right, set_in = edges
    gaps = sorted(b.top - a.top for a, b in pairwise(rows) if b.top > a.top)
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    sizes = sorted(row.size for row in rows)
    large = _LARGE * sizes[len(sizes) // 2] if sizes else 0.0

    def title_goes_on(before: TextRow, row: TextRow) -> bool:
        """Whether both are lines of one title: in large type of one size, centred, one under the other."""
        near = row.top - before.top <= 2 * _GAP * row.size and before.line.page == row.line.page
        alike = min(before.size, row.size) > large and abs(row.size - before.size) < 0.15 * row.size
        middles = [abs((one.left - left) - (right - one.right)) < one.size for one in (before, row)]
        return near and alike and all(middles) and not begins_paragraph(row.line.text)

    pieces: list[TextLine] = []
    parted: list[TextLine] = []
    before: TextRow | None = None
    for row in rows:
        begins = (
            before is None
            or row.left - left > _INDENT * row.size
            or right - before.right > _EARLY * before.size + _needed(row)
            or (usual > 0 and before.top < row.top and row.top - before.top > _GAP * usual)
            or abs(row.size - before.size) > 0.25 * before.size
            or (not set_in and begins_paragraph(row.line.text) and _closed(pieces))
        )
        if begins and before is not None and not row.parted and title_goes_on(before, row):
            begins = False
        if pieces and (begins or row.parted or parted):
            yield Passage(tuple(pieces))
            pieces = []
        if parted and not row.parted:
            yield from restore_paragraphs(parted)
            parted = []
        line = clean_line(row.line)
        if row.parted:
            parted.append(line)
        elif line.text:
            pieces.append(line)
        before = row
    if pieces:
        yield Passage(tuple(pieces))
    if parted:
        yield from restore_paragraphs(parted)


def _needed(row: TextRow) -> float:
    """How wide the first word of a line is: it may have found no room in the line before."""
    first = _UNBROKEN.match(row.line.text)
    narrow = len(first[0].encode("ascii", "ignore")) if first else 0
    return ((len(first[0]) if first else 0) - 1 - narrow / 2) * row.size


def _closed(lines: Sequence[TextLine]) -> bool:
    """Whether a paragraph may end here: with a full stop or a bracket, none left open."""
    text = "".join(line.text for line in lines)
    return text.endswith(_ENDS) and len(_OPENING.findall(text)) <= len(_CLOSING.findall(text))


def _width(table: DraftTable) -> int:
    return max(cell.column + cell.colspan for cell in table.cells)


def _goes_on(above: DraftTable, below: DraftTable) -> bool:
    """Whether a table at the top of a page is the rest of the one at the end of the page before."""
    return _width(above) == _width(below)


def _joined(above: DraftTable, below: DraftTable) -> DraftTable:
    """Two parts of a table in one; a row that the page cut in two is restore_paragraphs, merged cells reach on."""
    height = max(cell.row + cell.rowspan for cell in above.cells)
    first = min(cell.row for cell in below.cells)
    numbers = _numbers(above)
    begun = {cell.column for cell in below.cells if cell.row == first}
    cells = list(above.cells)
    shift = height
    if numbers is not None and numbers not in begun and not has_task_head(below):
        # no number: the rest of the row above
        last: dict[int, int] = {}
        for index, cell in enumerate(cells):
            if cell.row + cell.rowspan == height:
                last[cell.column] = index
        rest = []
        for cell in below.cells:
            if cell.row == first and cell.column in last:
                at = last[cell.column]
                cells[at] = cells[at]._replace(passages=_mended(cells[at].passages, cell.passages))
            elif cell.row != first:
                rest.append(cell)
        shift = height - 1 - first
        return DraftTable((*cells, *(cell._replace(row=cell.row + shift) for cell in rest)))
    return DraftTable((*cells, *(cell._replace(row=cell.row + shift - first) for cell in below.cells)))


def _mended(above: Sequence[Passage], below: Sequence[Passage]) -> tuple[Passage, ...]:
    if not above or not below:
        return (*above, *below)
    return (*above[:-1], Passage((*above[-1].lines, *below[0].lines)), *below[1:])


def _numbers(table: DraftTable) -> int | None:
    """The column of numbers, where the table has one."""
    for cell in table.cells:
        if cell.row > 3:
            break
        rule = column("".join(line.text for passage in cell.passages for line in passage.lines))
        if rule is not None and rule.role == "number":
            return cell.column
    return None


def _run_on(before: str, after: str) -> bool:
    """Whether a line of a cell breaks off, whatever room there was left: at a mark that nothing ends or begins with."""
    return before.endswith(_BROKEN_OFF) or (after.startswith(_RUNNING_ON) and not begins_paragraph(after))


def cells_of(found: Iterable[tuple[int, int, int, int, Sequence[TextRow], float]]) -> DraftTable | None:
    """A table of cells (row, column, rowspan, colspan, rows of text, width): lines that fill a cell run on."""
    cells = []
    for row, place, rowspan, colspan, lines, width in found:
        passages: list[list[TextLine]] = []
        before: TextRow | None = None
        for one in lines:
            line = clean_line(one.line)
            short = before is not None and width - (before.right - before.left) > (_EARLY + 0.6) * before.size
            if before is None or (short and not _run_on(before.line.text, line.text)):
                passages.append([line])
            else:
                passages[-1].append(line)
            before = one
        if passages:
            inside = tuple(Passage(tuple(lines)) for lines in passages)
            cells.append(DraftCell(row, place, inside, rowspan, colspan))
    return DraftTable(tuple(cells)) if cells else None
