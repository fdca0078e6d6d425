"""部门任务: the tasks of each body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from raci.model import ROLES, Analysis
from raci.model.labels import LEVEL_WORDS, ROLE_WORDS, UNASSIGNED
from raci.views.grid import Grid, GridBody, GridEntry, join_letters
from raci.views.tables.division import names
from raci.views.tables.table import Column, TableView

__all__ = ["bodies", "by_load", "grouped", "heads"]

#: from so many characters on a name is long for the head of a column
_LONG = 9
#: what places are, at the end of their names
_KIND_OF_PLACE = re.compile("(?:自治[区州县旗]|[省市县区州盟旗])$")

#: kinds whose bodies stand apart, whatever their level
_APART = {"enterprise": "企业", "local_government": "地方", "zone": "地方", "collective": "集合名称"}


def by_load(grid: Grid) -> tuple[int, ...]:
    """The bodies that are no persons: those that lead most first, then those with most tasks, then as they appear."""
    leads, tasks = [0] * len(grid.bodies), [0] * len(grid.bodies)
    for entry in grid.entries:
        tasks[entry.body] += 1
        leads[entry.body] += entry.role == "lead"
    shown = (index for index, body in enumerate(grid.bodies) if not body.person)
    return tuple(sorted(shown, key=lambda index: (-leads[index], -tasks[index], index)))


def grouped(grid: Grid) -> list[tuple[str, list[int]]]:
    """The bodies that the matrix shows, by level from the top, enterprises, places and collectives last.

    In each group by load. One group without a name where of most bodies nothing is known, or all are of one kind.
    """
    shown = set(grid.columns())
    ordered = [index for index in by_load(grid) if index in shown]
    groups = [*(f"{word}级" for word in LEVEL_WORDS.values()), "其他单位", *dict.fromkeys(_APART.values())]
    parts: dict[str, list[int]] = {}
    for index in ordered:
        body = grid.bodies[index]
        level = LEVEL_WORDS.get(body.level or "")
        parts.setdefault(_APART.get(body.kind or "", f"{level}级" if level else "其他单位"), []).append(index)
    known = sum(bool(grid.bodies[index].kind or grid.bodies[index].level) for index in ordered)
    if len(parts) < 2 or 2 * known < len(ordered):
        return [("", ordered)]
    return [
        (group.replace("国家级", "中央").replace("乡镇级", "乡镇"), parts[group]) for group in groups if group in parts
    ]


def heads(grid: Grid, columns: Sequence[int]) -> list[str]:
    """What stands at the head of the bodies' columns.

    The bodies of the place that most are of go by its kind, as its own texts write them (市财政局), and by a shorter
    name as written where theirs is long (市发改委); so do long labels of the others. No two heads are the same.
    """
    labels = [grid.bodies[index].label for index in columns]
    home = _home([grid.bodies[index] for index in columns])
    taken = set(labels)
    # 各市州 stands for each of its members where it was expanded, and tells none of them
    shared = Counter(name for body in grid.bodies for name in body.names)
    found = []
    for index, label in zip(columns, labels, strict=True):
        body = grid.bodies[index]
        shorter = [name for name in body.names if shared[name] == 1 and len(name) < len(label)]
        choice = [label] if len(label) <= _LONG else [*shorter, label]
        if home and body.jurisdiction == home and home in label:
            kind = _KIND_OF_PLACE.search(home)
            word, rest = kind[0] if kind else home, label.rpartition(home)[2]
            written = [name for name in shorter if name.startswith(word) and len(name) < len(word + rest)]
            # of 国家税务总局某省税务局 what stands after the place where the text calls it so: 省税务局
            own = [word + rest] if label.startswith(home) or rest in shorter else []
            choice = [*(written if len(label) > _LONG else ()), *own, *choice]
        head = next((name for name in choice if name not in taken), label)
        taken.add(head)
        found.append(head)
    return found


def _home(bodies: Sequence[GridBody]) -> str | None:
    """The place that more than half of the bodies are of, enterprises, places and collectives left aside."""
    places = Counter(body.jurisdiction for body in bodies if body.kind not in _APART)
    place, count = next(iter(places.most_common(1)), (None, 0))
    return place if 2 * count > places.total() else None


def bodies(analysis: Analysis, grid: Grid) -> TableView:
    """A row a body and task: first the tasks that it leads, each group in document order; last the unassigned.

    A column says how the text writes the name, where that is not the body's label throughout; another who carries the
    duty at the date asked for, where one was.
    """
    named = grid.of_task()
    held: dict[int, dict[int, list[GridEntry]]] = {}
    for entry in grid.entries:
        held.setdefault(entry.body, {}).setdefault(entry.task, []).append(entry)
    differ = any(one.names != (one.label,) for one in grid.bodies if not one.person)
    now = any(entry.assignment.department.current for entry in grid.entries)
    rows: list[tuple[str | int, ...]] = []
    breaks: set[int] = set()
    marked: set[int] = set()
    for body in by_load(grid):
        mine = {
            task: sorted(entries, key=lambda entry: ROLES.index(entry.role)) for task, entries in held[body].items()
        }
        if rows:
            breaks.add(len(rows))
        for task in sorted(mine, key=lambda task: (mine[task][0].role != "lead", task)):
            rows.append(
                (
                    grid.bodies[body].label,
                    "、".join(dict.fromkeys(ROLE_WORDS[entry.role] for entry in mine[task])),
                    join_letters(entry.letter for entry in mine[task]),
                    grid.tasks[task].chapter,
                    grid.tasks[task].number,
                    grid.tasks[task].heading,
                    _partners(named[task], body),
                    grid.tasks[task].deadline,
                    *([_written(mine[task])] if differ else []),
                    *([_current(mine[task])] if now else []),
                )
            )
    for task in grid.unassigned():
        if rows and not marked:
            breaks.add(len(rows))
        marked.add(len(rows))
        one = grid.tasks[task]
        rows.append(
            (UNASSIGNED, "", "", one.chapter, one.number, one.heading, "", one.deadline, *[""] * (differ + now))
        )
    columns = (
        Column("department", "单位", 12),
        Column("role", "角色", 6),
        Column("letter", "字母", 4),
        Column("path", "章节", 14),
        Column("number", "编号", 8),
        Column("task", "任务", 22),
        Column("partners", "同任务单位", 28),
        Column("deadline", "完成时限", 9),
        *([Column("written", "原文写法", 12)] if differ else []),
        *([Column("current", "现名", 12)] if now else []),
    )
    return TableView(columns, tuple(rows), frozenset(marked), frozenset(breaks), "没有读出任务")


def _current(entries: list[GridEntry]) -> str:
    return "、".join(dict.fromkeys(name for entry in entries for name in entry.assignment.department.current))


def _written(entries: list[GridEntry]) -> str:
    return "、".join(dict.fromkeys(entry.assignment.department.name for entry in entries))


def _partners(entries: tuple[GridEntry, ...], body: int) -> str:
    others = [entry for entry in entries if entry.body != body]
    return "；".join(f"{ROLE_WORDS[role]}：{held}" for role in ROLES if (held := names(others, role)))
