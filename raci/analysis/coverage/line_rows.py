"""Whether lines of running text are rows of a table: bodies and tasks in turn, whatever form the table had."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from raci.analysis.coverage.line_cells import CellKind, LineCell, cells_of
from raci.model.pattern_codes import compiled
from raci.rules.columns import NAMED, TASKS, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.list_heads import heads_list
from raci.rules.markers import at_start
from raci.rules.matching import ActiveRules

__all__ = ["TableLine", "unread_rows"]

#: the longest head of a column
_LONGEST_HEAD = 10
#: so many rows are a table: bodies with words of a task between them; fewer where lines hold both or the tasks say what
#: is done, or below a head
_ROWS, _FEW_ROWS, _ROWS_BELOW_HEAD = 3, 2, 1
#: of the tasks so many begin with what is done
_DOING = 0.6
#: one of so many lines at the top may say that tasks are shared out
_TITLES = 2
#: a column of bodies, which stands below or above one of tasks
_BODIES, _TASKS = compiled("b+"), compiled("t+")
#: what may part the cells of a single row below a table
_CERTAIN = compiled(r"[\t|｜¦│┃║]|[ \u3000]{2,}")
#: a telephone number, or an address in the net
_CONTACT = compiled(r"(?<!\d)(?:(?:0\d{2,3}[-—－ ]?)?\d{7,8}|1\d{10})(?!\d)|www\.|https?:|[\w.]@[\w.]", re.ASCII)
_DAY = compiled(r"[〇○零一二三四五六七八九十\d]{4}年.{1,3}月.{1,3}日")
_LETTERS: dict[CellKind, str] = {"body": "b", "task": "t", "part": "p", "owner": "", "other": ""}


class TableLine(NamedTuple):
    """A line that may be of a table: its words and span, whether a body fills one of its cells, and what is read of it.

    ``is_read``: it gave rows; ``is_told``: a sentence was read in it.
    """

    words: str
    start: int
    end: int
    named: bool
    is_read: bool = False
    is_told: bool = False


class _Row(NamedTuple):
    """A line with its cells and their letters: b for bodies, t for a task, p for a part in one; nothing for others.

    ``is_read``: it gave rows, or a sentence was read in it that a body with a colon begins (县水利局：清淤河道).
    """

    line: TableLine
    cells: list[LineCell]
    letters: str
    is_read: bool

    @property
    def holds_both(self) -> bool:
        """Whether it holds a task and who does it."""
        return "t" in self.letters and ("b" in self.letters or "p" in self.letters)

    @property
    def says_what_is_done(self) -> bool:
        """Whether it is a task and nothing else."""
        return self.letters == "t" and any(cell.is_doing for cell in self.cells)


def unread_rows(run: Sequence[TableLine], rules: ActiveRules, below_table: bool) -> tuple[int, int] | None:
    """Where the rows begin and end that lines following one another are and that gave none; None where they are none.

    ``below_table`` says that the run follows a table.
    """
    if not any(line.named and not line.is_read for line in run):
        return None
    rows = [_row(line, rules) for line in run]
    left = [row for row in rows if not row.is_read]
    named = [place for place, row in enumerate(left) if "b" in row.letters or "p" in row.letters]
    if _is_list(left, rules) or not (_are_rows(left, rules, below_table) or _are_columns(left)):
        left, named = rows, _like_read(rows)
        last = named[-1] if named else 0
    else:
        last = max(place for place, row in enumerate(left) if row.letters)
    if not named:
        return None
    first = named[0]
    if first and "t" not in left[first].letters:
        first = max((place for place in range(first) if "t" in left[place].letters), default=first)
    return left[first].line.start, left[last].line.end


def _like_read(rows: Sequence[_Row]) -> list[int]:
    """The rows that gave none though others of the same form did: a task and who does it in each, or in turn."""
    forms = {_form(rows, place) for place, row in enumerate(rows) if row.is_read} - {""}
    return [place for place, row in enumerate(rows) if not row.is_read and _form(rows, place) in forms]


def _form(rows: Sequence[_Row], place: int) -> str:
    """What a row holds: a task that says what is done and who does it (both), or bodies below one: the sign before."""
    row = rows[place]
    if row.holds_both and any(cell.is_doing for cell in row.cells):
        return "both"
    sign = row.line.words[0]
    is_below = place and "b" in row.letters and rows[place - 1].says_what_is_done
    return sign if is_below and not sign.isalnum() else ""


def _row(line: TableLine, rules: ActiveRules) -> _Row:
    cells = list(cells_of(line.words, rules))
    owned = any(cell.kind == "owner" for cell in cells) and any(cell.is_doing for cell in cells)
    letters = "".join("b" if cell.kind == "owner" and owned else _LETTERS[cell.kind] for cell in cells)
    return _Row(line, cells, letters, line.is_read or (owned and line.is_told))


def _are_rows(rows: Sequence[_Row], rules: ActiveRules, below_table: bool) -> bool:
    """Whether bodies, or parts in a task, and words of tasks come in turn often enough to be rows."""
    together = "".join(row.letters for row in rows)
    if "t" not in together:
        return False
    if below_table and rows[0].holds_both and _CERTAIN.search(rows[0].line.words):
        return True
    number = len(re.findall("[bp]+", together))
    in_lines = sum(row.holds_both for row in rows)
    heads = _heads((row.cells for row in rows), rules)
    if heads & NAMED or ("unit" in heads and heads & TASKS):
        return number >= (_ROWS_BELOW_HEAD if in_lines else _FEW_ROWS)
    is_titled = any(_is_title(row.line) for row in rows[:_TITLES])
    few = is_titled or in_lines >= _FEW_ROWS or _say_what_is_done(_beside_bodies(rows))
    return number >= (_FEW_ROWS if few else _ROWS)


def _beside_bodies(rows: Sequence[_Row]) -> list[LineCell]:
    """The tasks next to which a body, or a part in a task, stands."""
    cells = [cell for row in rows for cell in row.cells if cell.kind != "other"]
    around = zip(cells, [None, *cells], [*cells[1:], None], strict=False)
    return [cell for cell, *others in around if cell.kind == "task" and any(o and o.kind != "task" for o in others)]


def _say_what_is_done(tasks: Sequence[LineCell]) -> bool:
    """Whether most tasks begin with what is done, and as many do as rows make a table."""
    return sum(task.is_doing for task in tasks) >= max(_FEW_ROWS, _DOING * len(tasks))


def _is_title(line: TableLine) -> bool:
    """Whether a line, or what leads up to the rows in it, says that tasks are shared out."""
    words = line.words[: line.words.find("：") + 1] if line.named else line.words
    return lexicon_pattern("headless.title").search(words) is not None


def _are_columns(rows: Sequence[_Row]) -> bool:
    """Whether a column of bodies stands below or above one of tasks, a line each; not the names under a letter.

    A short column has one of as many tasks beside it that say what is done.
    """
    letters = "".join(
        " " if len(set(row.letters)) != 1 or at_start(row.line.words) is not None else row.letters[0] for row in rows
    )
    longest = max((len(tasks[0]) for tasks in _TASKS.finditer(letters)), default=0)
    for bodies in _BODIES.finditer(letters):
        start, end = bodies.span()
        # names with the date of the text below them, or its title, have signed it
        following = rows[end].line.words if end < len(rows) else ""
        if _DAY.fullmatch(following) or following.startswith("关于"):
            continue
        length = end - start
        if min(length, longest) >= _ROWS:
            return True
        beside = (rows[max(0, start - length) : start], rows[end : end + length])
        if length == _FEW_ROWS and any(sum(row.says_what_is_done for row in column) == length for column in beside):
            return True
    return False


def _is_list(rows: Sequence[_Row], rules: ActiveRules) -> bool:
    """Whether the lines list persons, telephones, addresses, numbers or money: nobody's duties."""
    heads = _heads(([cell for cell in row.cells if not _is_list_head(cell.words)] for row in rows), rules)
    if heads & NAMED and heads & {*TASKS, "deadline"}:
        return False
    no_title = lexicon_pattern("headless.no-title").search
    if any(no_title(row.line.words) for row in rows[:_TITLES] if not (row.line.named or row.says_what_is_done)):
        return True
    listed = any(_is_list_head(cell.words) for row in rows for cell in row.cells)
    return listed or any(_CONTACT.search(row.line.words) for row in rows)


def _is_list_head(words: str) -> bool:
    return len(words) <= _LONGEST_HEAD and heads_list(words)


def _heads(rows: Iterable[Sequence[LineCell]], rules: ActiveRules) -> set[str]:
    """The roles of the cells that are heads of columns."""
    return {head.role for row in rows for cell in row if (head := read_head(cell.words, rules)) is not None}
