"""Marks of Markdown in plain text (copied from a chat, kept as .txt): they are no words."""

from __future__ import annotations

import pytest

from raci.pipeline import extract
from raci.readers.documents.markdown_marks import without_markdown_marks

_PLAIN = (
    "云泽市绿道建设方案\n一、重点任务\n（一）编制绿道规划\n摸清现状，广泛征求意见\n"
    "责任单位：市园林局、市水务局\n（二）建设滨河绿道\n打通断点\n责任单位：市住建局\n二、保障措施\n由市财政局安排经费。\n"
)


def rows(text: str) -> list[tuple[str, str, str]]:
    return [(one.clause.label, one.department.name, one.role) for one in extract(text)]


@pytest.mark.parametrize(
    ("mark", "sub_mark"),
    [("## {}", "### {}"), ("# {}", "## {}"), ("**{}**", "**{}**"), ("## {}", "**{}**"), ("---\n## {}", "### {}")],
)
def test_headings_with_marks_are_those_without(mark: str, sub_mark: str) -> None:
    lines = []
    for line in _PLAIN.splitlines():
        form = mark if line[1:2] == "、" else sub_mark if line.startswith("（") else "{}"
        lines.append(form.format(line))
    assert rows("\n".join(lines)) == rows(_PLAIN)
    assert len(rows(_PLAIN)) == 4


@pytest.mark.parametrize(
    "text",
    [
        "# 备注\n一、整治河道。（市水利局负责）",  # one mark may be anything
        "一、整治河道。（*市水利局、市城管局；标*的为牵头单位）\n二、清理垃圾。（*市城管局、市水利局）",
        "编号\t#1\n编号\t#2",
        "#1 泵房\n#2 泵房",
        "1.4**2\n2.3**2",
        "一、整治河道。（市水利局**、市城管局**、市住建局；标**的为牵头单位）",
    ],
)
def test_other_signs_stay(text: str) -> None:
    assert without_markdown_marks(text) == text


def test_bold_labels_are_labels() -> None:
    items = "一、整治河道。**牵头单位：**市水利局；**配合单位：**市城管局\n二、清理垃圾\n- **牵头单位**：市城管局"
    assert [(body, role) for _, body, role in rows(items)] == [
        ("市水利局", "lead"),
        ("市城管局", "support"),
        ("市城管局", "lead"),
    ]
