"""Tables in plain text: the pieces below a head laid to its columns, whatever parts them.

One mechanism for all forms (tabs, bars, blanks, one cell a line, wrapped cells, rows that lack their merged cells): the
pieces come in the order of the rows, and each goes on in its column, or to a later one, or begins a new row. Each step
has a score: how well the piece's words fit the column by its head and by what they are, and what was skipped. The best
way is found step by step (Viterbi), with the time in proportion to the text. The table ends where the score is highest:
what follows it fits no column.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from operator import attrgetter, itemgetter

from raci.readers.tables.cell_pieces import CellPiece, TableStart
from raci.readers.tables.column_fit import SECTION, ColumnFits
from raci.readers.tables.printed_lines import PrintedLines, Shape, break_off, printed_width
from raci.readers.tables.row_costs import IN_LINE, NOT_BEGUN, RowCosts
from raci.readers.tables.section_fit import section_fit
from raci.readers.tables.way import ACROSS, Path, Piece, Step, Way, step_of
from raci.readers.tables.wrapped_names import are_listed, joint

__all__ = ["Laying"]

#: so much may the score fall from its height before the rest is not looked at
_FALL = 12.0
#: a way that is so far behind the best is not followed, and no more than so many are
_BEHIND, _MOST_WAYS = 5.0, 4
_LONGEST_SECTION, _HIGHEST_FIT = 60, 3.0
_TOTAL, _FIRST = attrgetter("total"), itemgetter(0)


class Laying:
    """Lays pieces to the columns of one head; holds for each column the best way that ends there."""

    def __init__(
        self,
        start: TableStart,
        shape: Shape,
        fits: ColumnFits,
        in_cells: bool = False,
        begins: Collection[int] | None = None,
        begun: bool = False,
    ) -> None:
        self.start, self.lines, self.fits = start, PrintedLines(shape.widths, fits), fits
        #: whether lines break within cells alone, and between rows
        self.in_cells = in_cells
        #: the lines that begin rows, where that is known
        self.begins = begins
        #: whether it costs nothing that bodies of one cell have a line each
        self.listing = in_cells or begins is not None or (begun and not self.lines.are_known)
        fits.begin()
        self.roles, self.named, self.best_fits = fits.roles, fits.named, fits.best
        #: what it costs that a row lacks cells; to each column what all before cost, ahead of a row's first and behind
        self.costs = RowCosts(start.style, shape, fits, in_cells or begun)
        self.ahead, self.between = self.costs.ahead, self.costs.between
        self.blank = ("",) * len(self.roles)
        self.path = Path(self.blank)
        self.chosen: dict[int, Way] = {}
        self.taken, self.last_text = list[CellPiece](), ""
        self.in_line = start.style in IN_LINE
        #: whether lines of two columns may be mixed
        self.mixed = start.style == "stacked" and bool(shape.widths)
        #: whether a line whose pieces all stand in their columns goes on with the row before it
        self.row_goes_on = False
        #: the best step behind which a row may begin, and the score then
        self.ended, self.ended_score = self.path.best[0], 0.0

    def take(self, token: CellPiece, overleaf: bool = False) -> bool:
        """Lay one more piece, ``overleaf`` behind the head of a new page; False where the table ended before it."""
        text = token.text
        counting = self.fits.see(text)
        weighed = self.lines.weighed(self.fits.weigh(text, counting), text, width := printed_width(text))
        self.piece = Piece(token, text, width, counting, overleaf, weighed, {})
        self.chosen = {}
        #: what a way to each column must exceed
        self.least = [-math.inf] * len(self.roles)
        self.worst = -math.inf
        if token.column is not None:
            self._in_place(token)
        elif self.begins is not None and token.first and token.line in self.begins:
            self._new_row()
        else:
            self._anywhere()
        if not self.chosen:
            return False
        ways = sorted(self.chosen.values(), key=_FIRST, reverse=True)
        highest = ways[0][0]
        self.path.go_on([step_of(way, self.blank) for way in ways[:_MOST_WAYS] if way[0] >= highest - _BEHIND])
        self.taken.append(token)
        self.last_text = text
        self.ended_score = -math.inf
        for step in self.path.best:
            if step.total > self.ended_score and (score := self.costs.ended(step)) > self.ended_score:
                self.ended_score, self.ended = score, step
        best = self.ended
        # no table ends within a line whose cells all stand in their columns
        may_end = token.column in (None, len(self.roles) - 1) and best.column != ACROSS and best.naming
        if may_end and (self.path.top is None or self.ended_score >= self.path.highest):
            self.path.mark(best, self.ended_score)
        return highest > (self.path.highest if self.path.top else 0.0) - _FALL

    def _anywhere(self) -> None:
        """The piece goes on in its cell, or in another of the row, or begins a row."""
        begins, counting = self.begins is None, self.piece.counting
        if counting and begins:
            self._new_row()  # most likely: what is worse need not be made
        for step in self.path.best:
            if step.column != ACROSS and self.taken:
                self._same_cell(step)
                self._other_cells(step)
        if not counting and begins:
            self._new_row()

    def _in_place(self, token: CellPiece) -> None:
        """A piece of a line with as many pieces as there are heads."""
        self._given_column(token.column or 0)
        if self.in_cells and self.taken and not (token.column or token.closed or self.piece.counting):
            for step in self.path.best:
                if step.column == 0:
                    self._same_cell(step)  # the line goes on with the first cell of a row, and holds all others

    def _choose(self, way: Way) -> None:
        """Take a way to a column: others there must be better, and none may be far behind."""
        total, column = way[0], way[3]
        self.chosen[column] = way
        self.least[column] = total
        worst = total - _BEHIND
        if worst > self.worst:
            self.worst = worst
            self.least = [least if least > worst else worst for least in self.least]

    def _same_cell(self, step: Step) -> None:
        """The piece goes on in the open cell."""
        token, last, column = self.piece.token, self.taken[-1], step.column
        if last.closed and (last.line == token.line or not self.in_line):
            return
        if step.score + self.best_fits[column] <= self.least[column]:
            return  # to go on gains nothing
        listed = column in self.named and self._is_listed(self.last_text)
        gain, reach = self.lines.goes_on(
            step, self.last_text, self.piece.text, self.piece.width, last.line == token.line, listed
        )
        if listed and self.listing:
            gain = 0.0
        elif self.in_cells and self.piece.token.first:
            gain = max(gain, -0.15)
        score = step.score + gain
        if score + self.best_fits[column] > self.least[column]:
            self._enter(step, column, score, reach, step.named)

    def _enter(self, step: Step, column: int, score: float, width: float, named: bool) -> None:
        """The piece goes on in a cell of the row that holds words."""
        before, text = step.cells[column], self.piece.text
        names = column in self.named
        mark = ""
        if names:
            last = before.rpartition("、")[2]
            mark, cost = joint(last, text, self.last_text, bool(before) and self._is_listed(last))
            score -= cost
        words = before + mark + text
        fit = self.fits.fit(words, column)
        if score + fit > self.least[column]:
            naming = named or (names and fit > 0)
            self._choose((score + fit, score, fit, column, step, words, step.last, width, False, named, naming))

    def _is_listed(self, last: str) -> bool:
        """Whether the piece is one more body behind these words."""
        known = self.piece.listed.get(last)
        if known is None:
            known = self.piece.listed[last] = are_listed(last, self.piece.text)
        return known

    def _other_cells(self, step: Step) -> None:
        """The piece begins another cell of the row, or goes on in one of it (overleaf; where lines are mixed)."""
        piece = self.piece
        # on a new page the cells go on from the first
        score = step.total - (0.0 if piece.overleaf else self.lines.broken_off(step, piece.text))
        if self.in_line and piece.token.first:
            score -= NOT_BEGUN if self.in_cells else 1.2  # a row that goes on in the next line
        if self.mixed or piece.overleaf:
            # lines of two columns that the source has mixed
            self._to_columns(step, range(step.column), score if piece.overleaf else score - self.lines.going_back(step))
        self._to_columns(step, range(step.column + 1, len(self.roles)), score)

    def _to_columns(self, step: Step, columns: Iterable[int], score: float) -> None:
        piece, cells, least = self.piece, step.cells, self.least
        went_back = step.last > step.column
        beside = step.column + 1
        passed = self.between[beside]
        for column in columns:
            if column <= beside:
                way = score
            elif went_back:
                way = score - self.costs.left_out(step, column)
            else:
                way = score - self.between[column] + passed
            if not cells[column]:
                if way + piece.fits[column] > least[column]:
                    self._begin_cell(step, way, column)
                    least = self.least
            elif way + 2 * _HIGHEST_FIT > least[column] and self.roles[column] != "number":
                # the cell is weighed as a whole
                way -= self.fits.fit(cells[column], column) + self.lines.too_wide(column, piece.width)
                if way + self.best_fits[column] > least[column]:
                    self._enter(step, column, way, piece.width, step.naming)
                    least = self.least

    def _begin_cell(self, step: Step, score: float, column: int) -> None:
        piece, fit = self.piece, self.piece.fits[column]
        naming = step.naming or (column in self.named and fit > 0)
        last = max(step.last, column)
        row = piece.text, last, piece.width, False, step.naming, naming
        self._choose((score + fit, score, fit, column, step, *row))

    def _new_row(self) -> None:
        """The piece begins a row, or is a section across the table."""
        piece = self.piece
        if not (piece.token.first or not self.in_line or piece.counting):
            return
        step, score = self.ended, self.ended_score
        bonus = (1.0 if self.in_line and piece.token.first else -0.1) + (1.2 if piece.counting else 0.0)
        for column, fit in enumerate(piece.fits):
            way = score + bonus - self.ahead[column]
            # where both are as good, a row begins
            if way + fit >= self.least[column]:
                naming = column in self.named and fit > 0
                row = piece.text, column, piece.width, True, False, naming
                self._choose((way + fit, way, fit, column, step, *row))
        if len(piece.text) <= _LONGEST_SECTION and SECTION.match(piece.text):
            across = "", ACROSS, piece.width, True, False, False
            fit = section_fit(step, self.taken, piece.text)
            self.chosen[ACROSS] = (score + fit, score, fit, ACROSS, step, *across)

    def _given_column(self, column: int) -> None:
        """A piece of a line with as many pieces as there are heads: each stands in its column."""
        piece, fit = self.piece, self.piece.fits[column]
        step = max(self.path.best, key=_TOTAL)
        if column == 0:
            # a row has its number, and words of it break off
            self.row_goes_on = self.roles[0] == "number" and not piece.text and break_off(step.cells, self.named)
        if column == 0 and not self.row_goes_on:
            score, row = self.ended_score + 1.0, (piece.text, 0, piece.width, True, False, 0 in self.named and fit > 0)
            self._choose((score + fit, score, fit, 0, self.ended, *row))
        elif step.cells[column]:
            row = step.cells[column] + piece.text, step.last, piece.width, False, step.naming, step.naming
            self._choose((step.total, step.total, 0.0, column, step, *row))
        else:
            self._begin_cell(step, step.total, column)
