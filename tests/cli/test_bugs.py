"""A bug of raci's own: one line, the others done, no traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from raci.cli import app
from raci.config.options.analysis import Options
from raci.model import Analysis, Document


def test_a_bug_in_one_input_is_one_line_and_the_others_are_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "好.txt", tmp_path / "坏.txt"
    for path in (good, bad):
        path.write_text("一、推进改革\n（一）抓好审批。加快办理。（责任单位：市财政局）\n", encoding="utf-8")
    from raci import pipeline

    honest = pipeline.run

    def faulty(document: Document, options: Options, until: str | None = None) -> Analysis:
        if document.source == str(bad):
            raise KeyError("某处")
        return honest(document, options, until=until)

    monkeypatch.delenv("RACI_DEBUG", raising=False)
    monkeypatch.setattr(pipeline, "run", faulty)
    assert app.run(["extract", str(bad), str(good), "--format", "jsonl"]) == 1
    out, err = capsys.readouterr()
    assert out.count('"department": "市财政局"') == 1
    assert [line for line in err.splitlines() if str(bad) in line and "KeyError" in line]
    assert "Traceback" not in err
