"""Folders and archives given to the commands: a notice and its annexes as one plan, faults one line each."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from documents import docx, packed
from offices import LISTED, NOTICE, PLAN, SIGNED, TABLE, sheet
from openpyxl import load_workbook
from running import PLAN as ALONE
from running import raci

from raci.outputs.builder import build

FILES = {
    "通知.docx": docx([*NOTICE, *LISTED, *SIGNED]),
    "附件1 临江省数据要素改革实施方案.docx": docx(PLAN),
    "附件2：任务分工表.xlsx": sheet([*TABLE[:3], [2, "培育数据企业", "省商务厅、省财政厅", "2027年底"]]),
}
TITLE = "临江省数据要素改革实施方案"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = tmp_path / "办文"
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    (folder / "护河.txt").write_text(ALONE, encoding="utf-8")
    return folder


def test_extract_gives_the_rows_of_one_plan(office: Path) -> None:
    done = raci("extract", office, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert list(dict.fromkeys((row["document"], Path(row["source"]).name) for row in rows)) == [
        ("青溪县护河行动方案", "护河.txt"),
        (TITLE, "通知.docx"),
    ]
    assert [row["role"] for row in rows[-8:]] == ["lead", "responsible"] * 4


def test_files_given_one_by_one_are_one_plan_too(office: Path) -> None:
    done = raci("extract", *(office / name for name in FILES), "--format", "jsonl")
    assert {json.loads(line)["document"] for line in done.stdout.splitlines()} == {TITLE}


def test_apart_reads_each_by_itself(office: Path) -> None:
    done = raci("extract", office, "--apart", "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len({row["source"] for row in rows}) == 3
    assert {row["role"] for row in rows if row["source"].endswith("xlsx")} == {"responsible"}


def test_check_names_the_file_and_the_place_in_it(office: Path) -> None:
    done = raci("check", office)
    (line,) = [line for line in done.stdout.splitlines() if "[annex]" in line and "警告" in line]
    assert line.startswith(str(office / "附件1 临江省数据要素改革实施方案.docx") + "：第4段：警告：")
    assert "附件2：任务分工表.xlsx 表1第3行第3列" in line
    assert "共 4 个文件" in done.stderr


def test_build_makes_one_folder_of_a_plan_and_says_what_was_joined(office: Path, tmp_path: Path) -> None:
    done = raci("build", office, "-o", tmp_path / "出", "--only", "xlsx,csv")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "出").iterdir()) == [TITLE, "青溪县护河行动方案"]
    book = load_workbook(tmp_path / "出" / TITLE / f"{TITLE}.xlsx")
    cells = [str(cell.value) for name in ("待核", "说明") for row in book[name] for cell in row if cell.value]
    assert any("合为一个方案" in cell and "附件2：任务分工表.xlsx" in cell for cell in cells)
    assert any(cell.startswith("附件1") and "第4段" in cell for cell in cells), "the place of a finding"


def test_draw_makes_a_picture_a_plan(office: Path, tmp_path: Path) -> None:
    done = raci("draw", office, "--kind", "load", "-o", f"{tmp_path / '图'}/")
    assert sorted(path.name for path in (tmp_path / "图").iterdir()) == [
        f"{TITLE}-load.svg",
        "青溪县护河行动方案-load.svg",
    ]
    assert done.returncode == 0


def test_the_library_builds_the_same(office: Path, tmp_path: Path) -> None:
    members = {path.name: path.read_bytes() for path in office.iterdir()}
    (tmp_path / "包.zip").write_bytes(packed(members))
    for turn, sources in enumerate((office, [office / name for name in members], tmp_path / "包.zip", [office])):
        made = build(sources, tmp_path / str(turn), only=["csv"])
        assert sorted(built.title for built in made) == [TITLE, "青溪县护河行动方案"]
    assert len(build(office, tmp_path / "apart", only=["csv"], apart=True)) == 4


@pytest.mark.slow
def test_a_fault_in_an_annex_is_one_line_and_the_rest_is_one_plan(office: Path, tmp_path: Path) -> None:
    bad = office / "附件2：任务分工表.xlsx"
    bad.write_bytes(b"PK\x03\x04")
    for command in (
        ["extract", "--format", "jsonl"],
        ["check"],
        ["build", "-o", str(tmp_path / "出"), "--only", "csv"],
    ):
        done = raci(command[0], office, *command[1:])
        assert done.returncode == 1
        lines = [line for line in done.stderr.splitlines() if str(bad) in line]
        assert lines == [f"{bad}：不是完整的 Excel 文件；请用原程序打开，另存后再用"]
    assert sorted(path.name for path in (tmp_path / "出").iterdir()) == [TITLE, "青溪县护河行动方案"]


def test_a_folder_of_bad_files_is_a_line_each_and_nothing_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "坏"
    folder.mkdir()
    (folder / "通知.docx").write_bytes(b"PK\x03\x04")
    (folder / "附件1.pdf").write_bytes(b"%PDF-1.4")
    (folder / "附件2.txt").write_bytes(b"")
    done = raci("build", folder, "-o", tmp_path / "出")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 3
    assert all(line.startswith(str(folder)) and "；" in line for line in done.stderr.splitlines())
    assert list((tmp_path / "出").iterdir()) == []


def test_folders_within_folders_broken_links_and_archives(tmp_path: Path) -> None:
    folder = tmp_path / "库"
    (folder / "一" / "二").mkdir(parents=True)
    (folder / "空").mkdir()
    (folder / "一" / "二" / "方案.txt").write_text(ALONE, encoding="utf-8")
    (folder / "空.zip").write_bytes(packed({}))
    (folder / "包.zip").write_bytes(
        packed({"内.zip": packed({"方案.txt": ALONE}), "坏.docx": b"x", "../../外.txt": ALONE, "图.jpg": b"x"})
    )
    (folder / "炸弹.zip").write_bytes(packed({"a.txt": b" " * 40_000_000}))
    done = raci("extract", folder, "--format", "jsonl")
    sources = {json.loads(line)["source"].removeprefix(f"{folder}{os.sep}") for line in done.stdout.splitlines()}
    assert sources == {"包.zip/内.zip/方案.txt", "包.zip/外.txt", str(Path("一", "二", "方案.txt"))}
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    for name in ("空.zip", "炸弹.zip", "包.zip/坏.docx"):
        assert len([line for line in lines if f"{name}：" in line]) == 1, name
    assert [line for line in lines if "跳过 1 个" in line]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_a_folder_does_not_hang(tmp_path: Path) -> None:
    (tmp_path / "方案.txt").write_text(ALONE, encoding="utf-8")
    os.mkfifo(tmp_path / "管道.txt")
    (tmp_path / "环").symlink_to(tmp_path)
    (tmp_path / "断.txt").symlink_to(tmp_path / "没有")
    done = raci("extract", tmp_path, "--format", "jsonl")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 4
    assert "管道.txt" in done.stderr
    assert [line for line in done.stderr.splitlines() if "断.txt" in line and "没有这个文件" in line]


def test_a_bug_in_one_document_of_a_folder_is_one_line(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from raci import pipeline
    from raci.cli import app
    from raci.config.options.analysis import Options
    from raci.model import Analysis, Document

    honest = pipeline.run

    def faulty(document: Document, options: Options, until: str | None = None) -> Analysis:
        if document.source.endswith("护河.txt"):
            raise KeyError("某处")
        return honest(document, options, until=until)

    monkeypatch.delenv("RACI_DEBUG", raising=False)
    monkeypatch.setattr(pipeline, "run", faulty)
    assert app.run(["extract", str(office), "--format", "jsonl"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 8
    assert len([line for line in err.splitlines() if "护河.txt" in line and "KeyError" in line]) == 1
