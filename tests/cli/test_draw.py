"""``raci draw``: one picture in a file, many in a folder, one down a pipe."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from running import PLAN, raci


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def words(svg: bytes) -> str:
    return "".join(ElementTree.fromstring(svg).itertext())


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["bipartite", "network"])
def test_a_file_is_named_by_its_ending(plan: Path, tmp_path: Path, kind: str) -> None:
    done = raci("draw", plan, "--kind", kind, "-o", "picture.svg", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["picture.svg"]
    assert "县水利局" in words((tmp_path / "picture.svg").read_bytes())


def test_a_folder_gets_a_picture_a_plan(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(PLAN.replace("水利", "林业"), encoding="utf-8")
    done = raci("draw", plan, "other.txt", "-o", "pictures", cwd=tmp_path)
    first, second = (tmp_path / line for line in done.stdout.splitlines())
    assert first.parent == second.parent == tmp_path / "pictures"
    assert "县水利局" in words(first.read_bytes())
    assert "县林业局" in words(second.read_bytes())


def test_standard_output_takes_one_picture(plan: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "raci", "draw", str(plan), "-o", "-"], capture_output=True, check=True)
    assert "县水利局" in words(done.stdout)
    assert done.stderr == b""


def test_one_file_does_not_take_two_plans(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(PLAN, encoding="utf-8")
    done = raci("draw", plan, "other.txt", "-o", "picture.svg", cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "picture.svg").exists()


def test_an_ending_that_is_no_picture_is_refused(plan: Path, tmp_path: Path) -> None:
    done = raci("draw", plan, "-o", "picture.docx", cwd=tmp_path)
    assert done.returncode == 2
    assert ".svg" in done.stderr
    assert not (tmp_path / "picture.docx").exists()


def test_a_folder_that_cannot_be_written_is_one_line(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    done = raci("draw", plan, "-o", "taken", cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("taken") or "taken" in done.stderr


def test_the_others_are_drawn_when_one_fails(plan: Path, tmp_path: Path) -> None:
    done = raci("draw", "missing.txt", plan, "-o", "pictures", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("missing.txt")
    assert (tmp_path / done.stdout.strip()).is_file()


def large(path: Path) -> Path:
    """A plan that one sheet does not hold."""
    lines = ["云泽市重点工作分工方案", ""]
    for chapter, number in enumerate("一二三四五"):
        lines.append(f"{number}、推进第{number}类工作")
        for task in range(1, 13):
            names = "、".join(f"市第{chapter * 12 + task + step}中学" for step in range(6))
            lines.append(f"{task}. 完善制度体系，健全协调机制。按年度计划抓好落实。（责任单位：{names}）")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_folder_gets_a_numbered_file_a_sheet(tmp_path: Path) -> None:
    done = raci("draw", large(tmp_path / "large.txt"), "-o", "pictures", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    files = [tmp_path / line for line in done.stdout.splitlines()]
    assert len(files) > 1
    for number, file in enumerate(files, start=1):
        assert file.name.endswith(f"-bipartite-{number}.svg")
        assert f"第 {number} 页，共 {len(files)} 页" in words(file.read_bytes())


@pytest.mark.slow
def test_one_file_holds_all_sheets(tmp_path: Path) -> None:
    plan = large(tmp_path / "large.txt")
    for name in ("all.svg", "all.pdf"):
        done = raci("draw", plan, "-o", name, cwd=tmp_path)
        assert done.stdout.splitlines() == [name], done.stderr
    text = words((tmp_path / "all.svg").read_bytes())
    number = int(text.split("第 1 页，共 ")[1].split(" 页")[0])
    assert number > 1
    assert all(f"第 {page} 页，共 {number} 页" in text for page in range(1, number + 1))
    assert len(pypdfium2.PdfDocument(tmp_path / "all.pdf")) == number


def test_names_are_resolved_as_asked_for(tmp_path: Path) -> None:
    text = PLAN.replace("青溪县", "")
    (tmp_path / "plan.txt").write_text(text, encoding="utf-8")
    done = raci("draw", "plan.txt", "--place", "甘肃省定西市陇西县", "-o", "placed.svg", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    done = raci("draw", "plan.txt", "-o", "plain.svg", cwd=tmp_path)
    placed, plain = (words((tmp_path / name).read_bytes()) for name in ("placed.svg", "plain.svg"))
    assert "陇西县水利局" in placed and "陇西" not in plain


@pytest.mark.slow
def test_the_matrix_can_be_seriated(plan: Path, tmp_path: Path) -> None:
    for order, said in (("document", "任务按原文次序"), ("seriated", "按相似程度排列")):
        done = raci("draw", plan, "--kind", "matrix", "--order", order, "-o", f"{order}.svg", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert said in words((tmp_path / f"{order}.svg").read_bytes())
