"""The cells of a line, whatever parts them: which name bodies, which may be a task, which say but a part in one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple

from raci.analysis.coverage.line_pieces import fields_of, pieces_of, without_inner_blanks
from raci.model.pattern_codes import compiled
from raci.rules.bodies import like_bodies, may_be_like_bodies
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, TASKS, read_head
from raci.rules.lexicon import lexicon_hint, lexicon_pattern
from raci.rules.matching import ActiveRules
from raci.rules.punctuation import COLONS

__all__ = ["CellKind", "LineCell", "cells_of", "holds_body", "is_row_by_row", "is_sure_body"]

CellKind = Literal["body", "owner", "task", "part", "other"]

#: separators that part no words of a sentence; so many rows in a line, fewer where all of their tasks say what is done
#: and the line is no longer than so
_CERTAIN_ENDS = compiled(r"[\t|｜¦│┃║ \u3000]+")
_ROWS_IN_LINE, _ROWS_OF_TASKS, _LONGEST_OF_TASKS = 3, 2, 300
#: such rows: bodies behind words of a task, with another cell between at most, or before them
_IN_TURN = {
    least: compiled(f"[to ]{{0,4}}(?:(?:[to]{{0,2}}t[to]?b+){{{least},}}|(?:b+o?to?){{{least},}})[to]{{0,2}}")
    for least in (_ROWS_IN_LINE, _ROWS_OF_TASKS)
}
#: so many cells may stand before such rows, and so many others than bodies do not stand between two of these; the
#: longest word for a part in a task
_LEADING, _TOO_FAR, _LONGEST_PART_WORD = 4, 6, 3
_TURNS: dict[CellKind, str] = {"task": "t", "body": "b", "owner": "b"}
#: a body alone has no more characters, nor has any cell of a row in a line of several; words of a task have so many
#: Chinese ones
_LONGEST_BODY, _LONGEST_PART, _LONGEST_CELL, _SHORTEST_TASK = 40, 80, 40, 3
#: the longest name that is sure to be one in what may be a sentence, though it says no level
_SURE = 8
#: what may be worked on as well as be a body, in words of a task of so many characters
_PLACES, _LONG_TASK = ("馆", "场", "所", "站", "园", "村", "社", "队", "企业", "街道", "社区", "学校", "医院", "室"), 6
_QUOTE, _QUOTES = compiled("[“”‘’《》]"), (("“", "”"), ("《", "》"))
_CHINESE = compiled(r"[\u4e00-\u9fff]")
#: a label with one of these roles says whose a task is
_WHOSE = {*NAMED, "unit"}


class LineCell(NamedTuple):
    """A cell: its words and what it may be; an ``owner`` is a body with a colon behind it."""

    words: str
    kind: CellKind

    @property
    def is_doing(self) -> bool:
        """Whether it is a task that begins with what is done: 清淤河道."""
        return self.kind == "task" and lexicon_pattern("headless.task").match(self.words) is not None


def holds_body(line: str) -> bool:
    """Whether a cell of a line names a body: a quick look, to see whether the line is worth more."""
    if lexicon_hint("coverage.cell-end").search(line) is None:
        return False
    return any(_is_body(words) for words, _ in pieces_of(without_inner_blanks(line)))


def is_row_by_row(line: str, title: str = "") -> bool:
    """Whether a line, though it may end as a sentence does, is several rows one behind the other.

    Bodies fill cells of it that blanks or bars part, or all of it is short words of a task and bodies in turn: 修桥，
    县交通局，4月；清淤（县水利局）、…. Fewer rows are enough where what leads up to them, in the line or its ``title``,
    says that tasks are shared out, and where all tasks say what is done.
    """
    says = lexicon_hint("headless.title").search
    said = says(title) is not None or says(line[: line.find("：") + 1]) is not None
    few = said or (len(line) <= _LONGEST_OF_TASKS and "。" not in line[:-1])
    least = _ROWS_OF_TASKS if few else _ROWS_IN_LINE
    ends = lexicon_pattern("coverage.cell-end").finditer(line)
    if sum(1 for _ in islice(ends, least)) < least:
        return False
    if len(_CERTAIN_ENDS.findall(line)) >= 2 * _ROWS_IN_LINE - 1 and _fill_cells(line):
        return True
    if not (pieces := _in_turn(line, least)):
        return False
    cells = [LineCell(words, _kind(words)) for words in pieces]
    turns = "".join(map(_turn, cells))
    if _IN_TURN[_ROWS_IN_LINE].fullmatch(turns):
        return True
    tasks = [cell for cell in cells if cell.kind == "task"]
    return few and _IN_TURN[_ROWS_OF_TASKS].fullmatch(turns) is not None and (said or all(t.is_doing for t in tasks))


def _in_turn(line: str, least: int) -> list[str]:
    """The pieces of a line of which so many may be bodies, none too far from the next, none too long; else none.

    Most lines that look like it at first are sentences: it is looked at no further than where this shows.
    """
    pieces: list[str] = []
    bodies = others = 0
    for words, _ in pieces_of(line):
        place = len(pieces)
        if place >= _LEADING and len(words) > _LONGEST_CELL:
            return []
        pieces.append(words)
        if _may_be_body(words):
            bodies, others = bodies + 1, 0
        elif place >= 2 * _LEADING:
            others += 1
        if others == _TOO_FAR or (not bodies and place == 2 * _LEADING):
            return []
    return pieces if bodies >= least else []


def _turn(cell: LineCell) -> str:
    """The letter of a cell of rows in a sentence, where a name is short and holds no quotes; a blank for long ones."""
    if len(cell.words) > _LONGEST_CELL:
        return " "
    if cell.kind == "body" and (not _are_sure(cell.words) or _QUOTE.search(cell.words)):
        return "o"
    return _TURNS.get(cell.kind, "o")


def _fill_cells(line: str) -> bool:
    """Whether bodies fill several cells of a line that blanks or bars part."""
    parts = _CERTAIN_ENDS.split(line)
    if max(map(len, parts)) > _LONGEST_PART:
        return False
    fields = [words for part in parts for words in fields_of(part)]
    letters = "".join("b" if _names_bodies(words) else "t" if len(words) > _SHORTEST_TASK else "" for words in fields)
    return len(re.findall("b+", letters)) >= _ROWS_IN_LINE


def cells_of(line: str, rules: ActiveRules) -> Iterator[LineCell]:
    """The cells of a line, from left to right; words that head a column are no task."""
    label = None
    for words, follows in pieces_of(without_inner_blanks(line)):
        kind: CellKind = _kind(words)
        if label is not None:
            kind, label = _labelled(kind, label, rules), None
        if follows.startswith(COLONS):
            # 县水利局：负责监测 is a label, and so is 任务：; 修水渠：县水利局 is a task
            kind, label = _before_colon(words, kind, rules), words
        yield LineCell(words, kind)


def _before_colon(label: str, kind: CellKind, rules: ActiveRules) -> CellKind:
    """What the words before a colon are: the body whose words follow, or a task, as no label is known to be."""
    if kind == "body":
        return "owner"
    is_task = kind == "task" and len(label) > _SHORTEST_TASK
    return "task" if is_task and (_is_doing(label) or not _is_label(label, rules)) else "other"


def _is_label(words: str, rules: ActiveRules) -> bool:
    return read_head(words, rules) is not None or lexicon_pattern("coverage.no-duty-label").search(words) is not None


def _labelled(kind: CellKind, label: str, rules: ActiveRules) -> CellKind:
    """What words behind a label are: whose a task is no label says that is known to say something else."""
    head = read_head(label, rules)
    if head is not None and head.role in TASKS:
        return "task"
    known = head.role not in _WHOSE if head is not None else _is_label(label, rules) and not _is_doing(label)
    return "other" if kind == "body" and known else kind


def _kind(words: str) -> CellKind:
    kind = cell_content(words).kind
    if kind in ("role", "mark"):
        return "part"
    if read_head(words) is not None and not _is_doing(words):
        return "other"
    if _is_body(words):
        return "body"
    if lexicon_pattern("column.full-name").match(words):
        return "other"
    is_task = kind in ("text", "person") or (kind == "bodies" and _is_done(words))
    return "task" if is_task and len(_CHINESE.findall(words)) >= _SHORTEST_TASK else "other"


def _is_body(words: str) -> bool:
    """Whether a cell names bodies, its part in the task beside them at most: 县水利局牵头, 配合县财政局."""
    if _names_bodies(words):
        return not _is_done(words)
    bare = lexicon_pattern("headless.part").sub("", lexicon_pattern("coverage.role-before").sub("", words))
    return bare != words and _names_bodies(bare)


def _may_be_body(words: str) -> bool:
    """Whether a cell may name bodies in a sentence: by how it ends, and then by each of its names."""
    part = lexicon_pattern("headless.part").search
    if not may_be_like_bodies(words) and part(words, max(0, len(words) - _LONGEST_PART_WORD)) is None:
        return False
    return _are_sure(words)


def _are_sure(words: str) -> bool:
    return all(map(is_sure_body, words.split("、")))


def is_sure_body(words: str) -> bool:
    """Whether words of what may be a sentence are a body's name: a short one, or one that begins with its level."""
    is_sure = len(words) <= _SURE or lexicon_pattern("coverage.glued-body").match(words) is not None
    return is_sure and _is_body(words)


def _is_doing(words: str) -> bool:
    return lexicon_pattern("headless.task").match(words) is not None


def _is_done(words: str) -> bool:
    """Whether words that end like a name say what is done: 核查停业餐馆, 改造文化广场."""
    return len(words) >= _LONG_TASK and words.endswith(_PLACES) and _is_doing(words)


def _names_bodies(words: str) -> bool:
    if len(words) > _LONGEST_BODY or any(words.count(opening) != words.count(closing) for opening, closing in _QUOTES):
        return False
    named, odd = like_bodies(words)
    if not named or odd:
        return False
    return not lexicon_pattern("coverage.anybody").search(words) and not lexicon_pattern("coverage.place").search(words)
