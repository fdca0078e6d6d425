"""The cells of a line, whatever parts them: which name bodies, which may be a task, which say but a part in one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from raci.rules.bodies import like_bodies
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, TASKS, ColumnHead, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules

__all__ = ["CellKind", "LineCell", "cells_of", "holds_body", "is_row_by_row"]

CellKind = Literal["body", "task", "part", "other"]

#: what may part two cells of a line
_ENDS = re.compile(r"[\t\n|｜¦│┃║ \u3000。；;，,/／：:]+")
#: those of them that part no words of a sentence; so many rows in a line
_CERTAIN_ENDS = re.compile(r"[\t|｜¦│┃║ \u3000]+")
_ROWS_IN_LINE = 3
#: what parts them where nothing else does: the number of the next row, a date behind a name
_DIGITS = re.compile(r"[（(]?\d[\d年月日号底前末.．、—\-）)]*[家个名所户项处]?")
#: what parts words of a sentence; where one stands nothing is run together
_PUNCTUATION = re.compile(r"[，。；：,;:]")
#: a body alone has no more characters, nor has any cell of a row in a line of several; words of a task have so many
#: Chinese ones
_LONGEST_BODY, _LONGEST_CELL, _SHORTEST_TASK = 40, 80, 3
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
#: what stands in the first part of a name in two parts
_OF_NAME = re.compile(r"[省市州县区旗盟乡镇局委厅办府院行部]")
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


def is_row_by_row(line: str) -> bool:
    """Whether a line, though it may end as a sentence does, is several rows run together: bodies fill cells of it."""
    if len(_CERTAIN_ENDS.findall(line)) < 2 * _ROWS_IN_LINE - 1:
        return False
    parts = _CERTAIN_ENDS.split(line)
    if max(map(len, parts)) > _LONGEST_CELL:
        return False
    pieces = [words for part in parts for words in _DIGITS.split(part) if words]
    letters = "".join("b" if _names_bodies(words) else "t" if len(words) > _SHORTEST_TASK else "" for words in pieces)
    return len(re.findall("b+", letters)) >= _ROWS_IN_LINE


def cells_of(line: str, rules: ActiveRules) -> Iterator[LineCell]:
    """The cells of a line, from left to right."""
    label = None
    for words, follows in _pieces(line):
        kind: CellKind = _kind(words)
        if follows.startswith(_COLONS):
            kind, label = "other", words  # 县水利局：负责监测 is a label
        elif label is not None:
            kind, label = _labelled(kind, read_head(label, rules)), None
        yield LineCell(words, kind)


def _labelled(kind: CellKind, head: ColumnHead | None) -> CellKind:
    """What words behind a label are: whose a task is only a label of that sort says."""
    if head is not None and head.role in TASKS:
        return "task"
    return "other" if kind == "body" and (head is None or head.role not in _WHOSE) else kind


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
    """Words that end in a body's name parted before it: 加固水库大坝 and 县水利局."""
    if lexicon_pattern("coverage.cell-end").search(words, len(words) - 1) is None:
        return (words,)
    match = lexicon_pattern("coverage.run-together").fullmatch(words)
    if match is None or not _names_bodies(match["body"]):
        return (words,)
    # a name may have two parts: 云岭市柳川县水利局
    if _names_bodies(words) and _OF_NAME.search(match["task"]):
        return (words,)
    return match["task"], match["body"]


def _kind(words: str) -> CellKind:
    kind = cell_content(words).kind
    if kind == "role":
        return "part"
    if _names_bodies(words):
        return "body"
    if kind not in ("text", "person") or lexicon_pattern("column.full-name").match(words):
        return "other"
    return "task" if len(_CHINESE.findall(words)) >= _SHORTEST_TASK else "other"


def _names_bodies(words: str) -> bool:
    if len(words) > _LONGEST_BODY:
        return False
    named, odd = like_bodies(words)
    if not named or odd:
        return False
    return not lexicon_pattern("coverage.anybody").search(words) and not lexicon_pattern("coverage.place").search(words)
