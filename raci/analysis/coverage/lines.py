"""Stretches in running text in which bodies stand as in a table, whatever form the table had.

What is looked for are bodies that fill a line, or all that tabs, bars, blanks or signs part from the rest of it, with
words of a task between them. The form is not asked for: cells may stand side by side, one below the other, run
together, or column behind column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci.analysis.coverage.line_cells import CellKind, LineCell, cells_of, holds_body, is_row_by_row
from raci.model import Document, Span, Stretch
from raci.rules.bodies import like_bodies
from raci.rules.columns import NAMED, TASKS, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.markers import at_start
from raci.rules.matching import ActiveRules

__all__ = ["rows_in_lines"]

#: a line of a table is no longer, even if all of the table is in it; one that ends in a full stop is a sentence from
#: the second length on
_LONGEST, _SENTENCE = 1500, 60
#: the longest head of a column; one of more characters than so many says no task; the longest title
_LONGEST_HEAD, _SHORT_HEAD, _LONGEST_TITLE = 10, 4, 40
#: so many lines without a body may stand between two with one
_FARTHEST = 6
#: so many rows are a table: bodies with words of a task between them; fewer where lines hold both, or below a head
_ROWS, _ROWS_IN_LINES, _ROWS_BELOW_HEAD = 3, 2, 1
#: one of so many lines at the top may say that tasks are shared out
_TITLES = 2
#: so many are a column of bodies, which stands below or above one of tasks
_BODIES, _TASKS = re.compile("b{3,}"), re.compile("t{3,}")
#: what may part the cells of a single row below a table
_CERTAIN = re.compile(r"[\t|｜¦│┃║]|[ \u3000]{2,}")
#: a telephone number, or an address in the net
_CONTACT = re.compile(r"(?<!\d)(?:(?:0\d{2,3}[-—－ ]?)?\d{7,8}|1\d{10})(?!\d)|www\.|https?:|[\w.]@[\w.]", re.ASCII)
#: where a page stands on its site: 首页 > 政务公开 > 县教育局
_CRUMBS = re.compile(r"(?<=[^>＞›»])[ \u3000][>＞›»][ \u3000][^>＞›»]+[ \u3000][>＞›»][ \u3000]")
_DAY = re.compile(r"[〇○零一二三四五六七八九十\d]{4}年.{1,3}月.{1,3}日")
#: a full stop behind which neither a cell ends nor the line does after a few words
_SENTENCES = re.compile(r"。(?![\s|｜¦│┃║，；;/／。]|[^\s。]{2,30}$)")
_LABEL = re.compile(r"[^，。；：:]{1,12}[：:]")
_LETTERS: dict[CellKind, str] = {"body": "b", "task": "t", "part": "p", "other": ""}
_WHY = "这几行像是表里的行，有单位，没有看懂是谁做什么"


class _TableLine(NamedTuple):
    """A line that may be of a table: its words, its span, and whether a body fills one of its cells."""

    words: str
    start: int
    end: int
    named: bool


def rows_in_lines(document: Document, taken: Sequence[Span], rules: ActiveRules) -> Iterator[Stretch]:
    """The lines of running text in which bodies stand like cells; those that ``taken`` spans cover are read."""
    run: list[_TableLine] = []
    below_table, last = False, 0
    for line in _lines(document, taken):
        if isinstance(line, _TableLine):
            run.append(line)
            last = len(run) if line.named else last
            if len(run) - last <= _FARTHEST or not last:
                run = run if last else run[-_FARTHEST:]
                continue
        yield from _told(run, rules, below_table)
        run, last, below_table = [], 0, line == "table"
    yield from _told(run, rules, below_table)


def _lines(document: Document, taken: Sequence[Span]) -> Iterator[_TableLine | str]:
    """The lines that may be of a table, and what parts them: the kind of a block, or ``other`` for running text."""
    covered = _Covered(taken)
    above = ""
    for block in document.blocks:
        if block.kind == "furniture":
            continue
        words = document.text[block.start : block.end].strip()
        if block.kind == "table" or not words:
            yield block.kind
        elif covered.holds(block.start, block.end) or _is_no_row(words, above):
            yield "other"
        else:
            yield _TableLine(words, block.start, block.end, holds_body(words))
        above = words if len(words) <= _LONGEST_TITLE else ""


def _is_no_row(words: str, above: str) -> bool:
    """Whether a line is the title of a text, or running text; ``above`` is the title above it, if it has one."""
    if lexicon_pattern("coverage.title").match(words) is not None or _CRUMBS.search(words):
        return True
    return _is_running_text(words) and not is_row_by_row(words, above)


def _is_running_text(words: str) -> bool:
    """Whether a line is a sentence, or says to whom the text is sent."""
    if words[-1] == "。" and _is_numbered_row(words[:-1]):
        return False
    if len(words) > _LONGEST or _SENTENCES.search(words) or (words[-1] == "。" and len(words) >= _SENTENCE):
        return True
    if words[-1] in "：:" or (words[-1] in "。；;" and "，" in words):
        return True
    label = _LABEL.match(words)
    return label is not None and lexicon_pattern("coverage.no-duty-label").search(label[0]) is not None


def _is_numbered_row(words: str) -> bool:
    """Whether a numbered line holds nothing but bodies behind what it is about: 3.企业服务：县工商联、县商务局."""
    number = at_start(words)
    topic = lexicon_pattern("label.topic").match(words, number.end) if number is not None else None
    named, odd = like_bodies(words[topic.end() :]) if topic is not None else (0, 0)
    return bool(named) and not odd


class _Covered:
    """Asks in the order of the text whether something is covered."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans, self._next = spans, 0

    def holds(self, start: int, end: int) -> bool:
        """Whether a span overlaps these words; they come in order."""
        while self._next < len(self._spans) and self._spans[self._next].end <= start:
            self._next += 1
        return self._next < len(self._spans) and self._spans[self._next].start < end


def _told(run: Sequence[_TableLine], rules: ActiveRules, below_table: bool) -> Iterator[Stretch]:
    """The lines from the first row to the last, if they are one."""
    if not any(line.named for line in run):
        return
    cells = [list(cells_of(line.words, rules)) for line in run]
    said = ["".join(_LETTERS[cell.kind] for cell in row) for row in cells]
    if not (_are_rows(run, cells, said, rules, below_table) or _are_columns(run, said)):
        return
    if _is_list(run, cells, rules):
        return
    first = next(place for place, letters in enumerate(said) if "b" in letters or "p" in letters)
    if first and "t" not in said[first]:
        first = max((place for place in range(first) if "t" in said[place]), default=first)
    last = max(place for place, letters in enumerate(said) if letters)
    yield Stretch("cells", run[first].start, run[last].end, _WHY)


def _are_rows(
    run: Sequence[_TableLine],
    cells: Sequence[Sequence[LineCell]],
    said: Sequence[str],
    rules: ActiveRules,
    below_table: bool,
) -> bool:
    """Whether bodies, or parts in a task, and words of tasks come in turn often enough to be rows."""
    together = "".join(said)
    if "t" not in together:
        return False
    rows = len(re.findall("[bp]+", together))
    both = ["t" in letters and ("b" in letters or "p" in letters) for letters in said]
    in_lines = sum(both)
    if below_table and both[0] and _CERTAIN.search(run[0].words):
        return True
    heads = _heads(cells, rules)
    is_headed = bool(heads & NAMED or ("unit" in heads and heads & TASKS))
    if is_headed and in_lines:
        return rows >= _ROWS_BELOW_HEAD
    is_titled = any(_is_title(line) for line in run[:_TITLES])
    return rows >= (_ROWS_IN_LINES if is_headed or is_titled or in_lines >= _ROWS_IN_LINES else _ROWS)


def _is_title(line: _TableLine) -> bool:
    """Whether a line, or what leads up to the rows in it, says that tasks are shared out."""
    words = line.words[: line.words.find("：") + 1] if line.named else line.words
    return lexicon_pattern("headless.title").search(words) is not None


def _are_columns(run: Sequence[_TableLine], said: Sequence[str]) -> bool:
    """Whether a column of bodies stands below or above one of tasks, a line each; not the names under a letter."""
    letters = "".join(
        " " if len(set(each)) != 1 or at_start(line.words) is not None else each[0]
        for line, each in zip(run, said, strict=True)
    )
    for bodies in _BODIES.finditer(letters):
        # names with the date of the text below them, or its title, have signed it
        following = run[bodies.end()].words if bodies.end() < len(run) else ""
        if not (_DAY.fullmatch(following) or following.startswith("关于")) and _TASKS.search(letters):
            return True
    return False


def _is_list(run: Sequence[_TableLine], cells: Sequence[Sequence[LineCell]], rules: ActiveRules) -> bool:
    """Whether the lines list persons, telephones, addresses, numbers or money: nobody's duties."""
    heads = _heads([[cell for cell in row if not _heads_list(cell.words)] for row in cells], rules)
    if heads & NAMED and heads & {*TASKS, "deadline"}:
        return False
    no_title = lexicon_pattern("headless.no-title").search
    if any(no_title(line.words) for line in run[:_TITLES] if not line.named):
        return True
    listed = any(_heads_list(cell.words) for row in cells for cell in row)
    return listed or any(_CONTACT.search(line.words) for line in run)


def _heads_list(words: str) -> bool:
    """Whether words head a column of such a list, or say what is listed: not 编制年度预算."""
    if len(words) > _LONGEST_HEAD or (len(words) > _SHORT_HEAD and lexicon_pattern("headless.task").match(words)):
        return False
    return lexicon_pattern("coverage.no-duty-head").search(words) is not None


def _heads(cells: Sequence[Sequence[LineCell]], rules: ActiveRules) -> set[str]:
    """The roles of the cells that are heads of columns."""
    return {head.role for row in cells for cell in row if (head := read_head(cell.words, rules)) is not None}
