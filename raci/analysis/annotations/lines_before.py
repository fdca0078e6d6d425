"""Lines of annotations that stand before the tasks they speak for: 责任单位：甲 above 任务：清淤, （甲牵头）1.清淤."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from raci.analysis.annotations.alike import BULLETS
from raci.analysis.annotations.field_sheets import Owner
from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["tasks_behind"]

#: so many items with such a line before each make it clear that the first line is not about what heads them
_LEAST = 3
#: the same, where nothing but the title stands above the first line
_LEAST_BELOW_TITLE = 2


def tasks_behind(clauses: Sequence[Clause], pure: Collection[int], text: str) -> dict[int, Owner]:
    """Line of annotations → the task that it stands before; ``pure`` are the clauses that hold nothing else.

    A line stands before its task where each task of the document that is the field of a sheet (任务：…) has one before
    it and the last has none behind it, where each of several items has so, or where the number of its task stands in
    the same line.
    """
    if not pure:
        return {}
    found: dict[int, Owner] = {}
    for task in _before_fields(clauses, pure, text) or _before_items(clauses, pure, text):
        found.update(dict.fromkeys(_lines_above(clauses, task, pure), (task, ())))
    sharing = [line for line in pure if line + 1 < len(clauses) and _share_line(clauses[line], clauses[line + 1], text)]
    if len(sharing) > 1:  # a single one stands behind its task, and lacks the line's end
        found.update((line, (line + 1, ())) for line in sharing)
    return found


def _lines_above(clauses: Sequence[Clause], task: int, pure: Collection[int]) -> Iterator[int]:
    """The lines of annotations right above a clause."""
    line = task - 1
    while line in pure and not clauses[line].number:
        yield line
        line -= 1


def _share_line(line: Clause, task: Clause, text: str) -> bool:
    """Whether an annotation and the number behind it stand in one line: （县发改局牵头）1.编制方案."""
    if not task.number or line.number or text[line.start] not in "（(【[〔［":
        return False
    return "\n" not in text[line.start : task.start]


def _before_fields(clauses: Sequence[Clause], pure: Collection[int], text: str) -> list[int]:
    """The tasks that are named in fields of sheets, if all of them have lines of annotations before them."""
    is_field = lexicon_pattern("label.task-name-field").match
    fields = [
        clause.index
        for clause in clauses
        if clause.kind == "paragraph" and clause.index not in pure and is_field(_unbulleted(text, clause))
    ]
    return fields if fields and _stand_behind(fields, pure, len(clauses)) else []


def _unbulleted(text: str, clause: Clause) -> str:
    return text[clause.start : clause.end].lstrip(BULLETS)


def _before_items(clauses: Sequence[Clause], pure: Collection[int], text: str) -> list[int]:
    """The items each of which has lines of annotations before it, as those beside it have.

    Where the first line says another role than that before the second item, it is about what heads the items, and
    theirs stand behind them.
    """
    if not any(line + 1 < len(clauses) and clauses[line + 1].number for line in pure):
        return []
    below: dict[int | None, list[int]] = defaultdict(list)
    for clause in clauses:
        if clause.number and clause.index not in pure:
            below[clause.parent].append(clause.index)
    found: list[int] = []
    for parent, items in below.items():
        first_line = min(_lines_above(clauses, items[0], pure), default=items[0])
        least = _LEAST_BELOW_TITLE if parent is None and first_line <= 1 else _LEAST
        if len(items) < least:
            continue
        level, behind = clauses[items[-1]].level, range(items[-1] + 1, len(clauses))
        end = next((index for index in behind if clauses[index].level <= level), len(clauses))
        if _stand_behind(items, pure, end):
            labels = [{_label(text, clauses[line]) for line in _lines_above(clauses, item, pure)} for item in items[:2]]
            found += items if labels[0] & labels[-1] else ()
    return found


def _label(text: str, line: Clause) -> str:
    """What a line of annotations says of its names, up to the colon."""
    return text[line.start : line.end].replace("：", ":").partition(":")[0].strip()


def _stand_behind(tasks: Sequence[int], pure: Collection[int], end: int) -> bool:
    """Whether a line of annotations stands right before each task, and none between the last one and ``end``."""
    return all(task - 1 in pure for task in tasks) and not any(line in pure for line in range(tasks[-1] + 1, end))
