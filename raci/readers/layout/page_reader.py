"""What stands on a page (pdf, ofd, pictures), characters and ruled lines, to its rows of text and its tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from raci.readers.layout.directions import by_direction, find_directions
from raci.readers.layout.facing_pages import facing_pages
from raci.readers.layout.glyphs import Glyph
from raci.readers.layout.heads_above import with_head_above
from raci.readers.layout.left_out import LeftOut
from raci.readers.layout.line_numbers import LineNumberReader
from raci.readers.layout.overlong_cells import within_cells
from raci.readers.layout.overprints import overprinted
from raci.readers.layout.page_marks import split_page_marks
from raci.readers.layout.pages import BottomRow, PageLayout, TopRow
from raci.readers.layout.print_groups import PlacedMark, placed_mark
from raci.readers.layout.printed_pages import PrintedPage, PrintedRun, join_runs, within_page
from raci.readers.layout.ruled_frames import RuledLine, table_frames
from raci.readers.layout.ruled_tables import ruled_last_row, ruled_row, ruled_strip, ruled_tables
from raci.readers.layout.seal_print import split_seals
from raci.readers.layout.struck_out import split_struck_out
from raci.readers.layout.text_columns import ColumnReader
from raci.readers.layout.turned_cells import stand_up_in_cells
from raci.readers.layout.turning import TurnedPage, turn_upright
from raci.readers.layout.unruled_tables import UnruledTableReader
from raci.readers.layout.vertical_writing import laid_level
from raci.readers.layout.white_print import split_white_print

__all__ = ["PageReader"]

#: so many marks are known again on the pages that follow
_MAX_KNOWN = 2_000


class _JoinedPage(NamedTuple):
    """A page with its number, its runs joined, and what of each is the same on all pages."""

    number: int
    page: PrintedPage
    runs: list[PrintedRun]
    marks: frozenset[PlacedMark]


class PageReader:
    """Reads page after page of one document: what goes on overleaf goes on in the same columns, marks come again."""

    def __init__(self) -> None:
        self._column_reader, self._unruled_reader = ColumnReader(), UnruledTableReader()
        self._marks, self._known = LeftOut("水印、印章或斜排的字"), set[PlacedMark]()
        self._white, self._outside = LeftOut("白底上的白字"), LeftOut("页边以外、看不到的字")
        self._struck = LeftOut("划去的文字")
        self._overlong = LeftOut("字", "印出了所在的格子，按所在的格子读（请对照原件）")
        self._overfull = LeftOut("字", "格子里印不下，可能没有印全，按行距归到各格（请对照原件）")
        self._line_number_reader, self._line_numbers = LineNumberReader(), LeftOut("行号")

    def read_page(
        self, glyphs: Sequence[Glyph], ruled_lines: Sequence[RuledLine], number: int, height: float
    ) -> PageLayout:
        """The page of that number: its tables, with ruled lines and without, and the rows of text outside of them."""
        every_frame = list(table_frames(ruled_lines, rows=1))
        frames = [with_head_above(frame, glyphs) for frame in every_frame if len(frame.ys) > 2]
        glyphs, line_numbers = self._line_number_reader.split(glyphs, height, frames)
        if line_numbers:
            self._line_numbers.add("", number)
        ruled, outside, overfull = ruled_tables(frames, glyphs, number)
        for words in overfull:
            self._overfull.add(words, number)
        strip = ruled_strip(ruled_lines, outside, number) if ruled_lines and not ruled else None
        first = ruled_row(every_frame, outside, number, height)
        top_row = TopRow(first[1], len(first[0].xs) - 1, first[0].ys[-1]) if first is not None else None
        last = ruled_last_row(every_frame, outside, number)
        bottom_row = BottomRow(last[1], tuple(last[0].xs), *last[0].ys) if last is not None else None
        sides = tuple(min(frames, key=lambda frame: frame.ys[0]).xs) if frames else ()
        unruled, outside = self._unruled_reader.tables(outside, number)
        rows = self._column_reader.rows(outside, number)
        return PageLayout(rows, [*ruled, *unruled], height, strip, top_row, bottom_row, sides)

    def read_sheet(self, sheet: TurnedPage, number: int) -> list[PageLayout]:
        """The page of that number; the two pages of a sheet that shows them side by side."""
        pages = facing_pages(sheet)
        return [self.read_page(page.glyphs, page.ruled_lines, number, page.height) for page in pages]

    def read_printed(self, pages: Iterable[tuple[int, PrintedPage]]) -> Iterator[tuple[int, list[PageLayout]]]:
        """The pages, which are printed so, with their numbers: upright, without the marks on them.

        Each direction of text of a page is laid out by itself. No more than two pages are held.
        """
        before = frozenset[PlacedMark]()
        held: _JoinedPage | None = None
        for number, page in pages:
            printed, overlong = within_cells(page)
            for words in overlong:
                self._overlong.add(words, number)
            page, joined_runs = laid_level(page, list(join_runs(printed)))
            runs, of_page = split_page_marks(joined_runs, page.height)
            self._leave_out(of_page, number)
            runs, in_seals = split_seals(runs, page.rings)
            self._leave_out(in_seals, number)
            runs, white = split_white_print(runs, page.grounds)
            for run in white:
                self._white.add(run.text, number)
            runs, struck = split_struck_out(runs, page.ruled_lines)
            for run in struck:
                self._struck.add(run.text, number)
            joined = _JoinedPage(number, page, runs, frozenset(map(placed_mark, runs)))
            if held is not None:
                yield held.number, self._read_joined(held, before | joined.marks)
                before = held.marks
            held = joined
        if held is not None:
            yield held.number, self._read_joined(held, before)

    def _read_joined(self, joined: _JoinedPage, beside: Collection[PlacedMark]) -> list[PageLayout]:
        number, page = joined.number, joined.page
        directions = find_directions(page, joined.runs)
        marks = overprinted(directions.straight, page.ruled_lines, directions.angle, self._known, beside)
        left_out = [directions.straight[index] for index in sorted(marks)] + directions.slanted
        self._leave_out(left_out, number)
        body, outside = within_page((run for index, run in enumerate(directions.straight) if index not in marks), page)
        for run in outside:
            self._outside.add(run.text, number)
        layouts: list[PageLayout] = []
        body = stand_up_in_cells(page, body, directions.angle)
        for runs_of_turn, angle in by_direction(page, body, directions.angle):
            turned = turn_upright(page, runs_of_turn, angle)
            layouts += self.read_sheet(turned, number)
        return layouts

    def _leave_out(self, marks: Iterable[PrintedRun], number: int) -> None:
        """Notes marks on the page of that number, and knows them again on those that follow."""
        for run in marks:
            self._marks.add(run.text, number)
            if len(self._known) < _MAX_KNOWN:
                self._known.add(placed_mark(run))

    def notes(self) -> list[str]:
        """What is to be said of the marks, and the words that nobody sees, that were left out, and of merged cells."""
        kinds = (
            self._marks,
            self._white,
            self._struck,
            self._outside,
            self._overlong,
            self._overfull,
            self._line_numbers,
        )
        return [*(note for kind in kinds for note in kind.notes()), *self._unruled_reader.notes()]
