"""``raci diff``: exit codes, formats, and what it says of what cannot be compared."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from docx import Document
from jsonschema import validate
from openpyxl import load_workbook

from raci.cli import app
from raci.storage.schema import table_schema

OLD = """云泽市夜间经济方案
（一）延长公交时间。主城区十条线路末班车延至二十三点。（市交通局负责）
（二）打造夜市街区。建成三条特色夜市街，统一摊位和标识。（市商务局牵头，市城管局配合）
"""
NEW = OLD.replace("十条线路", "十二条线路").replace("市城管局配合", "市公安局配合")


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    old, new = tmp_path / "旧.txt", tmp_path / "新.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return str(old), str(new)


def run(*arguments: str) -> tuple[int, str]:
    """The exit code, and all that was said."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = app.run(["diff", *arguments])
    return code, out.getvalue() + err.getvalue()


def test_differences_are_a_table_and_exit_code_one(pair: tuple[str, str]) -> None:
    code, said = run(*pair)
    assert code == 1
    assert "退出单位：市城管局" in said.replace("\n", "")
    assert "新增单位 1" in said


def test_no_difference_is_exit_code_zero(pair: tuple[str, str]) -> None:
    code, said = run(pair[0], pair[0])
    assert code == 0
    assert "同一个文件" in said
    assert "没有差异" in said


def test_lines_hold_to_the_schema(pair: tuple[str, str]) -> None:
    _, said = run(*pair, "--format", "jsonl")
    rows = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    for row in rows:
        validate(row, table_schema("diff"))
    assert [row["kind"] for row in rows] == ["reworded", "lost", "gained"]


def test_the_workbook_marks_what_changed(pair: tuple[str, str], tmp_path: Path) -> None:
    target = tmp_path / "对照表.xlsx"
    code, _ = run(*pair, "-o", str(target))
    sheet = load_workbook(io.BytesIO(target.read_bytes()), rich_text=True)["对照表"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert code == 1
    assert [str(head) for head in rows[0]] == ["序号", "原稿", "现稿", "变化"]
    struck = [part.text for part in rows[2][1] if getattr(getattr(part, "font", None), "strike", False)]
    assert "".join(struck) == "市城管局"


def test_the_word_table_strikes_what_is_gone(pair: tuple[str, str], tmp_path: Path) -> None:
    target = tmp_path / "对照表.docx"
    run(*pair, "-o", str(target))
    (table,) = Document(str(target)).tables
    runs = [run for paragraph in table.rows[2].cells[1].paragraphs for run in paragraph.runs]
    assert "".join(run.text for run in runs if run.font.strike) == "市城管局"
    assert table.rows[0].cells[3].text == "变化"


def test_a_hostile_plan_is_only_text_in_the_page(pair: tuple[str, str], tmp_path: Path) -> None:
    Path(pair[1]).write_text(NEW.replace("统一摊位", "<script>alert(1)</script>%%DATA%%统一摊位"), encoding="utf-8")
    target = tmp_path / "对照.html"
    run(*pair, "-o", str(target))
    page = target.read_text(encoding="utf-8")
    assert page.count("<script>") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;%%DATA%%" in page


def test_the_picture_names_tasks_and_bodies(pair: tuple[str, str], tmp_path: Path) -> None:
    target = tmp_path / "变化.svg"
    run(*pair, "-o", str(target))
    picture = target.read_text(encoding="utf-8")
    assert all(words in picture for words in ("打造夜市街区", "市城管局", "市公安局", "退出单位"))
    assert "延长公交时间" not in picture  # its bodies stay


def test_three_versions_are_a_table_over_versions(pair: tuple[str, str], tmp_path: Path) -> None:
    third = tmp_path / "三稿.txt"
    third.write_text(NEW.replace("市交通局负责", "市交通局、市财政局负责"), encoding="utf-8")
    code, said = run(*pair, str(third))
    assert code == 1
    assert "3 份文件，2 项任务，其中 2 项有变化" in said
    assert "第2稿 文字修改" in said
    assert "第3稿 新增单位：市财政局" in said
    target = tmp_path / "沿革.xlsx"
    run(*pair, str(third), "-o", str(target))
    sheet = load_workbook(target)["各稿沿革"]
    assert sheet["A3"].value == "序号"
    assert sheet.max_column == 4
    document = tmp_path / "沿革.docx"
    run(*pair, str(third), "-o", str(document))
    (table,) = Document(str(document)).tables
    assert [cell.text.partition("\n")[0] for cell in table.rows[0].cells] == ["序号", "第1稿", "第2稿", "第3稿"]
    assert any("▲新增单位：市财政局" in row.cells[3].text for row in table.rows)
    bold = "".join(run.text for row in table.rows for p in row.cells[3].paragraphs for run in p.runs if run.bold)
    assert "市财政局" in bold
    page = tmp_path / "沿革.html"
    run(*pair, str(third), "-o", str(page))
    words = page.read_text(encoding="utf-8")
    assert words.count('<th scope="col"') == 4
    assert "市财政局</ins>" in words
    assert 'data-kinds="gained' in words or "gained" in words


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("{old}",), "至少要两份"),
        (("{old}", "没有这个.docx"), "没有这个文件"),
        (("{old}", "{new}", "{old}", "--levels"), "只能比较两份"),
        (("{old}", "{new}", "-o", "表.foo"), "后缀"),
        (("{old}", "{new}", "{old}", "--format", "svg"), "三份以上"),
    ],
)
def test_wrong_use_is_one_line_that_names_the_remedy(
    pair: tuple[str, str], arguments: tuple[str, ...], words: str
) -> None:
    code, said = run(*(argument.format(old=pair[0], new=pair[1]) for argument in arguments))
    assert code == 2
    assert words in said
    assert "\n" not in said.strip()


def test_a_folder_with_several_plans_is_refused(pair: tuple[str, str], tmp_path: Path) -> None:
    _, said = run(pair[0], str(tmp_path))
    assert "只比较一篇" in said
