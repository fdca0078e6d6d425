"""Headings without numbers count as such where the source sets them apart by their style."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from documents import word

import raci
from raci.readers.registry import read

PLAN = """# 云溪县数字乡村建设实施方案

为推进数字乡村建设，制定本方案。

## 总体要求

统筹推进。

## 重点任务

### 扩大光网覆盖

加快光网向行政村延伸。

责任单位：县工信局、县通信公司

### 发展智慧农业

推广智能农机。（县农业农村局牵头，县大数据局配合）

## 保障措施

### 强化资金保障

统筹各类资金。（县财政局负责）
"""
ROWS = [
    ("重点任务", "扩大光网覆盖", "县工信局", "responsible"),
    ("重点任务", "扩大光网覆盖", "县通信公司", "responsible"),
    ("重点任务", "发展智慧农业", "县农业农村局", "lead"),
    ("重点任务", "发展智慧农业", "县大数据局", "support"),
    ("保障措施", "强化资金保障", "县财政局", "responsible"),
]


def rows(path: Path) -> list[tuple[str, str, str, str]]:
    (document,) = read(path)
    return [
        (" / ".join(one.clause.path), one.clause.heading, one.department.name, one.role)
        for one in raci.analyse(document).assignments
    ]


def read_as(tmp_path: Path, text: str, suffix: str = ".md") -> list[tuple[str, str, str, str]]:
    path = tmp_path / f"方案{suffix}"
    path.write_text(text, encoding="utf-8")
    return rows(path)


def as_html(text: str) -> str:
    lines = []
    for line in filter(None, text.split("\n")):
        depth = len(line) - len(line.lstrip("#"))
        lines.append(f"<h{depth}>{line[depth:].strip()}</h{depth}>" if depth else f"<p>{line}</p>")
    return f"<html><body>{''.join(lines)}</body></html>"


def as_word(text: str) -> bytes:
    body = ""
    for line in filter(None, text.split("\n")):
        depth = len(line) - len(line.lstrip("#"))
        outline = f'<w:pPr><w:outlineLvl w:val="{depth - 1}"/></w:pPr>' if depth else ""
        body += f"<w:p>{outline}<w:r><w:t>{line[depth:].strip()}</w:t></w:r></w:p>"
    return word(body)


def test_the_task_is_the_heading_and_the_chapters_stand_above_it(tmp_path: Path) -> None:
    assert read_as(tmp_path, PLAN) == ROWS


def test_headings_of_a_web_page_below_the_name_of_its_site(tmp_path: Path) -> None:
    page = as_html(PLAN).replace("<body>", "<body><h1>云溪县人民政府网</h1>")
    assert read_as(tmp_path, page, ".html") == ROWS


def test_headings_of_a_word_file_by_their_outline_level(tmp_path: Path) -> None:
    path = tmp_path / "方案.docx"
    path.write_bytes(as_word(PLAN))
    assert rows(path) == ROWS


def test_numbered_chapters_above_headings_without_numbers(tmp_path: Path) -> None:
    text = PLAN.replace("## 总体", "## 一、总体").replace("## 重点", "## 二、重点").replace("## 保障", "## 三、保障")
    paths = {"重点任务": "二、重点任务", "保障措施": "三、保障措施"}
    assert read_as(tmp_path, text) == [(paths[path], *rest) for path, *rest in ROWS]


def test_numbers_begin_anew_below_each_heading(tmp_path: Path) -> None:
    text = """# 柳林街道要点

## 夯实基础

1. 健全网格。责任单位：平安办
2. 建立调解室。责任单位：司法所

## 强化防控

1. 开展排查。责任单位：应急所
"""
    assert [(path, heading) for path, heading, *_ in read_as(tmp_path, text)] == [
        ("夯实基础", "健全网格"),
        ("夯实基础", "建立调解室"),
        ("强化防控", "开展排查"),
    ]


def test_a_heading_ends_the_names_above_it(tmp_path: Path) -> None:
    text = "# 要点\n\n## 安全管理\n\n1. 开展食堂检查。责任科室：后勤中心\n\n### 附则\n\n本要点由办公室解释。\n"
    assert [name for *_, name, _ in read_as(tmp_path, text)] == ["后勤中心"]


@pytest.mark.parametrize("label", ["工作内容", "牵头单位", "2026年5月底前", "责任单位：区水务局"])
def test_labels_and_times_in_the_style_of_headings_head_nothing(tmp_path: Path, label: str) -> None:
    text = f"# 河湾区重点工作台账\n\n## 一、疏浚河道\n\n### {label}\n\n清理淤积。（区水务局负责）\n"
    assert {path for path, *_ in read_as(tmp_path, text)} <= {"", "一、疏浚河道"}


def test_where_all_is_set_as_headings_the_style_says_nothing(tmp_path: Path) -> None:
    text = "# 要点\n\n## 甲项工作推进\n\n## 疏浚河道。（区水务局负责）\n\n## 加固堤防。（区住建局负责）\n"
    assert [path for path, *_ in read_as(tmp_path, text)] == ["", ""]


def in_bold(text: str) -> str:
    return re.sub("(?m)^#+ (.+)$", r"**\1**", text)


def test_lines_in_bold_are_headings_where_nothing_else_is(tmp_path: Path) -> None:
    assert read_as(tmp_path, in_bold(PLAN)) == [("", *rest) for _, *rest in ROWS]


def test_lines_in_bold_beside_numbered_chapters_head_nothing(tmp_path: Path) -> None:
    text = in_bold(PLAN).replace("**重点任务**", "一、重点任务")
    assert {path for path, *_ in read_as(tmp_path, text)} == {"一、重点任务"}
