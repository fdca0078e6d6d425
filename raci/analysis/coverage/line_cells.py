"""The cells of a line, whatever parts them: which name bodies, which may be a task, which say but a part in one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Literal, NamedTuple

from raci.rules.bodies import like_bodies
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, TASKS, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules

__all__ = ["CellKind", "LineCell", "cells_of", "holds_body", "is_row_by_row"]

CellKind = Literal["body", "task", "part", "other"]

#: what may part two cells of a line: any sign that stands in no name, brackets but for those of 县（市、区）
_ENDS = re.compile(
    r"(?:[（(](?![市县区镇乡街道、]{1,6}[)）])|(?<![市县区镇乡道])[）)]|[^\w（(）)、“”‘’《》<>%％℃.．-]|[_①-⑳❶-❿]"
    r"|[.．-]{2,}|(?<![\da-zA-Z])[-.．]|[-.．](?![\da-zA-Z]))+、?"
)
#: those of them that part no words of a sentence; so many rows in a line
_CERTAIN_ENDS = re.compile(r"[\t|｜¦│┃║ \u3000]+")
_ROWS_IN_LINE = 3
#: such rows: bodies behind words of a task, with another cell between at most
_IN_TURN, _IN_TURN_BELOW_TITLE = (
    re.compile(f"[to ]{{0,2}}(?:[to]{{0,2}}t[to]?b+){{{least},}}[to]{{0,2}}") for least in (3, 2)
)
#: what parts them where nothing else does: the number of the next row, a date behind a name
_DIGITS = re.compile(r"[（(]?\d[\d年月日号底前末.．、—\-）)]*[家个名所户项处]?")
#: what parts words of a sentence; where one stands nothing is run together
_PUNCTUATION = re.compile(r"[，。；：,;:]")
_TURNS: dict[CellKind, str] = {"task": "t", "body": "b"}
#: a body alone has no more characters, nor has any cell of a row in a line of several; words of a task have so many
#: Chinese ones
_LONGEST_BODY, _LONGEST_NAME, _LONGEST_PART, _LONGEST_CELL, _SHORTEST_TASK = 40, 16, 80, 40, 3
#: what may be worked on as well as be a body, in words of a task of so many characters
_PLACES, _LONG_TASK = ("馆", "场", "所", "站", "园", "村", "社", "队", "企业", "街道", "社区", "学校", "医院"), 6
_QUOTE, _QUOTES = re.compile("[“”‘’《》]"), (("“", "”"), ("《", "》"))
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
#: what stands in the first part of a name in two parts
_OF_NAME = re.compile(r"[省市州县区旗盟乡镇局委厅办府院行部会]")
_COLONS = ("：", ":")
#: a label with one of these roles says whose a task is
_WHOSE = {*NAMED, "unit"}


class LineCell(NamedTuple):
    """A cell: its words and what it may be."""

    words: str
    kind: CellKind


def holds_body(line: str) -> bool:
    """Whether a cell of a line names a body: a quick look, to see whether the line is worth more."""
    if lexicon_pattern("coverage.cell-end").search(line) is None:
        return False
    return any(_names_bodies(words) for words, _ in _pieces(line))


def is_row_by_row(line: str, title: str = "") -> bool:
    """Whether a line, though it may end as a sentence does, is several rows one behind the other.

    Bodies fill cells of it that blanks or bars part, or all of it is short words of a task and bodies in turn: 修桥，
    县交通局，4月；清淤（县水利局）、…. Fewer rows are enough where what leads up to them, in the line or its ``title``,
    says that tasks are shared out.
    """
    said = lexicon_pattern("headless.title").search(title or line[: line.find("：") + 1]) is not None
    least = _ROWS_IN_LINE - said
    ends = lexicon_pattern("coverage.cell-end").finditer(line)
    if sum(1 for _ in islice(ends, least)) < least:
        return False
    if len(_CERTAIN_ENDS.findall(line)) >= 2 * _ROWS_IN_LINE - 1 and _fill_cells(line):
        return True
    pieces = [(words, _kind(words)) for words, _ in _pieces(line)]
    in_turn = _IN_TURN_BELOW_TITLE if said else _IN_TURN
    return in_turn.fullmatch("".join(_turn(words, kind) for words, kind in pieces)) is not None


def _turn(words: str, kind: CellKind) -> str:
    """The letter of a cell of rows in a sentence, where a name is short and holds no quotes; a blank for long ones."""
    if len(words) > _LONGEST_CELL:
        return " "
    if kind == "body" and (max(map(len, words.split("、"))) > _LONGEST_NAME or _QUOTE.search(words)):
        return "o"
    return _TURNS.get(kind, "o")


def _fill_cells(line: str) -> bool:
    """Whether bodies fill several cells of a line that blanks or bars part."""
    parts = _CERTAIN_ENDS.split(line)
    if max(map(len, parts)) > _LONGEST_PART:
        return False
    pieces = [words for part in parts for words in _DIGITS.split(part) if words]
    letters = "".join("b" if _names_bodies(words) else "t" if len(words) > _SHORTEST_TASK else "" for words in pieces)
    return len(re.findall("b+", letters)) >= _ROWS_IN_LINE


def cells_of(line: str, rules: ActiveRules) -> Iterator[LineCell]:
    """The cells of a line, from left to right; words that head a column are no task."""
    label = None
    for words, follows in _pieces(line):
        kind: CellKind = _kind(words)
        if label is not None:
            kind, label = _labelled(kind, label, rules), None
        if follows.startswith(_COLONS):
            # 县水利局：负责监测 is a label, and so is 任务：; 修水渠：县水利局 is a task
            kind, label = ("task" if _may_be_task(words, kind, rules) else "other"), words
        yield LineCell(words, kind)


def _may_be_task(label: str, kind: CellKind, rules: ActiveRules) -> bool:
    """Whether the words before a colon are those of a task, as no label is known to be."""
    return kind == "task" and len(label) > _SHORTEST_TASK and not _is_label(label, rules)


def _is_label(words: str, rules: ActiveRules) -> bool:
    return read_head(words, rules) is not None or lexicon_pattern("coverage.no-duty-label").search(words) is not None


def _labelled(kind: CellKind, label: str, rules: ActiveRules) -> CellKind:
    """What words behind a label are: whose a task is no label says that is known to say something else."""
    head = read_head(label, rules)
    if head is not None and head.role in TASKS:
        return "task"
    known = head.role not in _WHOSE if head is not None else _is_label(label, rules)
    return "other" if kind == "body" and known else kind


def _pieces(line: str) -> Iterator[tuple[str, str]]:
    """The words between two separators, each with what follows it; words run together are parted before a body."""
    run_together = _PUNCTUATION.search(line) is None
    start = 0
    for end in [*_ENDS.finditer(line), None]:
        words = line[start : end.start() if end else len(line)]
        follows = end[0] if end else ""
        start = end.end() if end else start
        for part in filter(None, _DIGITS.split(words)):
            yield from ((piece, follows) for piece in (_before_body(part) if run_together else (part,)))


def _before_body(words: str) -> tuple[str, ...]:
    """Words that are run together parted before and behind the bodies' names: 加固水库大坝 and 县水利局."""
    limit = lexicon_pattern("coverage.glued-limit").search(words)
    if limit is not None and limit.start():
        return (*_before_body(words[: limit.start()]), limit[0])
    if lexicon_pattern("coverage.cell-end").search(words, len(words) - 1) is None:
        return (words,)
    bodies = list(lexicon_pattern("coverage.glued-body").finditer(words)) if len(words) >= _LONGEST_BODY // 2 else []
    ends = [0, *(match.end() for match in bodies)]
    if len(bodies) >= _ROWS_IN_LINE and all(
        match.start() - end >= _SHORTEST_TASK - 1 and not _OF_NAME.search(words, end, match.start())
        for match, end in zip(bodies, ends, strict=False)
    ):
        places = [0, *(place for match in bodies for place in match.span()), len(words)]
        return tuple(words[start:end] for start, end in pairwise(places) if start < end)
    match = lexicon_pattern("coverage.run-together").fullmatch(words)
    if match is None or not _names_bodies(match["body"]):
        return (words,)
    # a name may have two parts: 云岭市柳川县水利局
    if _names_bodies(words) and _OF_NAME.search(match["task"]):
        return (words,)
    return match["task"], match["body"]


def _kind(words: str) -> CellKind:
    kind = cell_content(words).kind
    if kind in ("role", "mark"):
        return "part"
    if read_head(words) is not None and lexicon_pattern("headless.task").match(words) is None:
        return "other"
    if _names_bodies(words) and not _is_done(words):
        return "body"
    if kind not in ("text", "person") or lexicon_pattern("column.full-name").match(words):
        return "other"
    return "task" if len(_CHINESE.findall(words)) >= _SHORTEST_TASK else "other"


def _is_done(words: str) -> bool:
    """Whether words that end like a name say what is done: 核查停业餐馆, 改造文化广场."""
    return len(words) >= _LONG_TASK and words.endswith(_PLACES) and bool(lexicon_pattern("headless.task").match(words))


def _names_bodies(words: str) -> bool:
    if len(words) > _LONGEST_BODY or any(words.count(opening) != words.count(closing) for opening, closing in _QUOTES):
        return False
    named, odd = like_bodies(words)
    if not named or odd:
        return False
    return not lexicon_pattern("coverage.anybody").search(words) and not lexicon_pattern("coverage.place").search(words)
