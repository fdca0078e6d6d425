"""Templates of who does what in lines below a task, before its words, or in documents that are laid out otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable

from written.duties import Template, listed, phrases
from written.grids import display_width
from written.plans import Task

_LEADERS = {"leader": "leader", "lead": "lead", "support": "support"}
_FIRST = {"lead": "lead", "support": "responsible"}
_SAME = {"lead": "responsible", "support": "responsible"}

_NUMBERED = r"\n(?=\d+[.、]|（[一二三四五六七八九十]+）)"


_STANDS_FIRST: dict[str, str] = {}


def _first(task: Task) -> tuple[tuple[str, str], ...]:
    first, *others = task.bodies
    return ((first, "lead"), *((other, "responsible") for other in others))


def _bullets(task: Task, mark: str) -> str:
    return phrases(task, f"牵头单位：\n{mark}{{}}", f"配合单位：\n{mark}{{}}", "\n", f"\n{mark}")


LINES = tuple(
    template._replace(place="below")
    for template in (
        Template(
            "lines: 牵头：甲／配合：乙／时限",
            lambda task: f"{phrases(task, '牵头：{}', '配合：{}', chr(10))}\n时限：{task.limit}",
        ),
        Template("line: 由甲牵头，乙配合。", lambda task: f"由{phrases(task, '{}牵头', '{}配合')}。"),
        Template(
            "lines: 分管领导／牵头单位／责任单位",
            lambda task: f"分管领导：{task.leader}\n{phrases(task, '牵头单位：{}', '责任单位：{}', chr(10))}",
            _FIRST | {"leader": "leader"},
        ),
        Template("lines: **牵头单位：**甲", lambda task: phrases(task, "**牵头单位：**{}", "**配合单位：**{}", "\n")),
        Template(
            "lines: - **责任单位**：甲、乙",
            lambda task: f"- **责任单位**：{listed(task.bodies)}\n- **完成时限**：{task.limit}",
            _SAME,
        ),
        Template("lines: 牵头单位\\t甲", lambda task: phrases(task, "牵头单位\t{}", "配合单位\t{}", "\n")),
        Template("lines: 牵头单位：／- 甲", lambda task: _bullets(task, "- ")),
        Template("lines: 牵头单位：／· 甲", lambda task: _bullets(task, "·")),
        Template(
            "lines: 牵头单位：／　　甲、乙",
            lambda task: phrases(task, "牵头单位：\n　　{}", "配合单位：\n　　{}", "\n"),
        ),
        Template("lines: ◆牵头单位：甲", lambda task: phrases(task, "◆牵头单位：{}", "◆配合单位：{}", "\n")),
        Template(
            "lines: ●责任领导　牵头单位　配合单位",
            lambda task: f"●责任领导：{task.leader}\n{phrases(task, '●牵头单位：{}', '●配合单位：{}', chr(10))}",
            _LEADERS,
        ),
        Template(
            "lines: 责任单位（排第一位的为牵头单位）",
            lambda task: f"责任单位（排第一位的为牵头单位）：{listed(task.bodies)}",
            _STANDS_FIRST,
            also=_first,
        ),
        Template(
            "lines: 责任单位：甲、乙（排第一位的为牵头单位）",
            lambda task: f"责任单位：{listed(task.bodies)}（排第一位的为牵头单位）",
            _STANDS_FIRST,
            also=_first,
        ),
        Template("line: ——责任单位：甲、乙", lambda task: f"——责任单位：{listed(task.bodies)}", _SAME),
        Template(
            "line: 牵头单位：甲 | 配合单位：乙 | 时限",
            lambda task: f"{phrases(task, '牵头单位：{}', '配合单位：{}', ' | ')} | 完成时限：{task.limit}",
        ),
        Template(
            "line: 完成时限　责任单位　配合单位",
            lambda task: f"完成时限：{task.limit}　{phrases(task, '责任单位：{}', '配合单位：{}', '　')}",
            {"lead": "responsible", "support": "support"},
        ),
        Template("line: （甲牵头，乙配合）", lambda task: f"（{phrases(task, '{}牵头', '{}配合')}）"),
        Template(
            "line: 甲牵头 乙配合 时限完成", lambda task: f"{phrases(task, '{}牵头', '{}配合', ' ')} {task.limit}完成"
        ),
        Template(
            "lines: 1）牵头单位：甲", lambda task: f"1）{phrases(task, '牵头单位：{}', '2）配合单位：{}', chr(10))}"
        ),
        Template(
            "lines: 牵头单位:甲 half-width, one name a blank",
            lambda task: phrases(task, "牵头单位: {}", "配合单位: {}", "\n", " "),
        ),
        Template("lines: > 责任单位：甲、乙", lambda task: f"> 责任单位：{listed(task.bodies)}", _SAME),
    )
)

ELSEWHERE = (
    Template("before: （甲牵头，乙配合）", lambda task: f"（{phrases(task, '{}牵头', '{}配合')}）", place="before"),
    Template("before: 由甲牵头，乙配合，", lambda task: f"由{phrases(task, '{}牵头', '{}配合')}，", place="before"),
    Template(
        "before: 时限前，由甲牵头，",
        lambda task: f"{task.limit}，由{phrases(task, '{}牵头', '{}配合')}。",
        place="before",
    ),
    Template(
        "title: （牵头单位：甲；配合单位：乙）",
        lambda task: f"（{phrases(task, '牵头单位：{}', '配合单位：{}', '；')}）",
        place="title",
    ),
    Template("title: （责任单位：甲、乙）", lambda task: f"（责任单位：{listed(task.bodies)}）", _SAME, place="title"),
    Template("title: （甲牵头）", lambda task: f"（{listed(task.said['lead'])}牵头）", {"lead": "lead"}, place="title"),
)


#: what no line begins with
_NEVER_FIRST = "，。、；：！？）》”】〕%.,;:)"


def set_in_lines(text: str, width: int, indent: str = "") -> str:
    """Each paragraph in lines of so many columns, the first set in; signs that begin no line hang over."""
    lines = []
    for paragraph in text.split("\n"):
        line = indent if paragraph.strip() else ""
        for sign in paragraph.strip():
            if display_width(line + sign) > width and sign not in _NEVER_FIRST:
                lines.append(line)
                line = ""
            line += sign
        lines.append(line)
    return "\n".join(lines)


def _whole(name: str, whole: Callable[[str], str]) -> Template:
    """A bracket with two roles in a document that is laid out otherwise."""
    return Template(name, lambda task: f"（{phrases(task, '牵头单位：{}', '配合单位：{}', '；')}）", whole=whole)


DOCUMENTS = (
    _whole("lines of 60 columns", lambda text: set_in_lines(text, 60)),
    _whole("lines of 48 columns, set in", lambda text: set_in_lines(text, 48, "　　")),
    _whole("run together", lambda text: re.sub(_NUMBERED, "", text)),
    _whole("run together by wide blanks", lambda text: re.sub(_NUMBERED, "　　", text)),
    _whole("blank lines between", lambda text: text.replace("\n", "\n\n")),
    _whole("blank lines between and set in", lambda text: "　　" + text.replace("\n", "\n\n　　")),
    _whole("half-width signs", lambda text: text.translate(str.maketrans("：，；（）", ":,;()"))),
    _whole(
        "html entities", lambda text: text.replace("“", "&ldquo;").replace("”", "&rdquo;").replace("（", "&nbsp;（")
    ),
    _whole("notes behind", lambda text: re.sub(_NUMBERED, "\n注：数据截至2025年底。\n", text)),
)

TEMPLATES = (*LINES, *ELSEWHERE, *DOCUMENTS)
