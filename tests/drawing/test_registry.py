"""A kind of drawing is one module with one value: it is found wherever kinds are listed, drawn or refused."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pictures import render
from plans import small

import raci
import raci.drawing.kinds
from raci.drawing.registry import all_kinds
from raci.errors import DrawError, OptionError

PIE = """
from raci.drawing.kind import DrawingKind
from raci.drawing.page import caption_of, message_sheet
from raci.drawing.picture import Drawing

def sheets(model, options):
    caption = caption_of(model, options, "饼图", f"{len(model.tasks)} 项任务", [])
    return Drawing((message_sheet(caption, "派"),))

KIND = DrawingKind(
    name="pie", position=99, title="饼图", hint="饼", sheets=sheets, source=lambda model: "graph {}",
    engines=("oven",), usual=True,
)
"""


@pytest.fixture
def pie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "kinds"
    folder.mkdir()
    (folder / "pie.py").write_text(PIE, encoding="utf-8")
    monkeypatch.setattr(raci.drawing.kinds, "__path__", [*raci.drawing.kinds.__path__, str(folder)])
    all_kinds.cache_clear()
    yield
    all_kinds.cache_clear()
    sys.modules.pop("raci.drawing.kinds.pie", None)


def test_kinds_are_listed_in_their_order() -> None:
    assert list(all_kinds()) == ["bipartite", "network", "matrix", "load", "org", "flow", "ego", "group"]
    assert len({kind.title for kind in all_kinds().values()}) == len(all_kinds())
    assert all(kind.hint for kind in all_kinds().values())


@pytest.mark.usefixtures("pie")
def test_a_kind_that_is_added_is_drawn_and_named_in_messages() -> None:
    assert "饼图 · " in render(small(), "pie").decode()
    assert render(small(), "pie", "dot") == b"graph {}"
    with pytest.raises(DrawError, match="group、pie、auto"):
        render(small(), "cake")
    with pytest.raises(DrawError, match="bipartite、network、pie"):
        render(small(), "load", "dot")
    with pytest.raises(DrawError, match=r"pie 没有名为“stove”的排版引擎.*oven"):
        render(small(), "pie", engine="stove")


@pytest.mark.usefixtures("pie")
def test_a_kind_that_is_added_is_built(tmp_path: Path) -> None:
    (built,) = raci.build(small(), tmp_path / "out", only=["svg", "report"])
    assert built.folder is not None
    assert (built.folder / "pie.svg").is_file()
    assert 'data-title="饼图"' in (built.folder / "report.html").read_text(encoding="utf-8")
    assert json.loads((built.folder / "run.json").read_text(encoding="utf-8"))["drawn"]["pie"]["pages"] == 1
    with pytest.raises(OptionError, match=r"cake.*pie"):
        raci.build(small(), tmp_path / "out", kinds=["cake"])


@pytest.mark.usefixtures("pie")
def test_a_kind_that_is_added_is_a_choice_of_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, picture = tmp_path / "方案.txt", tmp_path / "派.svg"
    source.write_text("一、抓好落实。（责任单位：市财政局）", encoding="utf-8")
    module = importlib.import_module("raci.cli.draw")
    try:
        command = importlib.reload(module).draw  # its choices are those of the kinds when it is loaded
        told = CliRunner().invoke(command, ["--help"]).output
        assert "group领导小组，pie饼，auto" in "".join(told.split())
        done = CliRunner().invoke(command, [str(source), "--kind", "pie", "-o", str(picture)])
        assert done.exit_code == 0, done.output
        assert "饼图" in picture.read_text(encoding="utf-8")
    finally:
        monkeypatch.undo()
        all_kinds.cache_clear()
        importlib.reload(module)
