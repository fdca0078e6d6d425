"""The formats as declared values: one module each, found without being named anywhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from jobs import job_of
from plans import small
from running import PLAN

from raci import writers
from raci.cli import app
from raci.errors import OptionError
from raci.outputs.builder import build
from raci.outputs.catalogue import outputs, usual
from raci.writers import output_formats, render
from raci.writers.output_format import OutputFormat

#: a format as somebody may add it: this is all
SHOUT = """
from raci.writers.output_format import OutputFormat

FORMAT = OutputFormat("shout", "{name}.loud", "标题，大声", 45, render=lambda job: f"{job.title}！".encode())
"""
ALBUM = """
from raci.writers.output_format import OutputFormat

FORMAT = OutputFormat(
    "album", "album.txt", "图的名称", 46, render=lambda job: "、".join(job.drawings).encode(), usual=False,
    shows_drawings=True,
)
EACH = OutputFormat(
    "cards", "名片/{department}.txt", "一单位一张", 47, usual=False,
    render_each=lambda job: {body.label: b"x" for body in job.grid.bodies if not body.person},
)
"""


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two modules more in the package."""
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "shout_format.py").write_text(SHOUT, encoding="utf-8")
    (folder / "album_formats.py").write_text(ALBUM, encoding="utf-8")
    monkeypatch.setattr(writers, "__path__", [*writers.__path__, str(folder)])


def test_every_format_has_files_of_its_own_and_says_what_it_is() -> None:
    formats = output_formats()
    assert len({form.file for form in formats}) == len({form.position for form in formats}) == len(formats)
    assert all(form.description for form in formats)
    assert [form.name for form in formats][:7] == ["xlsx", "docx", "report", "csv", "jsonl", "matrix", "graphml"]


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(OptionError, match=r"docm.*xlsx、docx、report、csv、jsonl、matrix、graphml"):
        render("docm", job_of(small()))


def test_a_format_renders_one_file_or_one_per_department() -> None:
    for options in (
        {"file": "x"},
        {"file": "x", "render": len, "render_each": len},
        {"file": "x", "render_each": len},
        {"file": "{department}", "render": len},
    ):
        with pytest.raises(ValueError, match="odd"):
            OutputFormat(name="odd", description="", position=1, **options)  # type: ignore[arg-type]


@pytest.mark.usefixtures("added")
def test_an_added_module_is_a_format_everywhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = outputs()
    assert names.index("csv") < names.index("shout") < names.index("jsonl")
    assert "shout" in usual() and "album" not in usual()
    assert render("shout", job_of(small())) == "青原县便民服务提升方案！".encode()
    with pytest.raises(OptionError, match="csv、shout、"):
        render("docm", job_of(small()))
    plan = tmp_path / "plan.txt"
    plan.write_text(PLAN, encoding="utf-8")
    assert app.run(["build", str(plan), "--only", "shout", "-o", str(tmp_path / "out")]) == 0
    assert [path.suffix for path in tmp_path.glob("out/*/*") if path.name != "run.json"] == [".loud"]
    assert app.run(["build", str(plan), "--only", "shoot", "-o", str(tmp_path / "out")]) == 2
    assert "、shout、" in capsys.readouterr().err


@pytest.mark.usefixtures("added")
def test_an_added_format_may_show_drawings_or_be_a_file_per_department(tmp_path: Path) -> None:
    (built,) = build(small(), tmp_path / "out", only=["album", "cards"], kinds=["network"])
    assert built.folder is not None, built.error
    assert (built.folder / "album.txt").read_text("utf-8") == "部门协作关系图"
    assert len(list((built.folder / "名片").iterdir())) == built.counts["departments"]
    assert not list(built.folder.glob("*.svg"))
