"""Names of fonts: every list says why it is, and a font that the user names comes first."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from raci.config.fonts import VARIABLE, font_files, font_names, parse
from raci.errors import DrawError

SOURCE = (files("raci") / "data" / "fonts.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", ["viewer", "files", "simplified", "sample", "office"])
def test_a_list_without_a_reason_is_refused(table: str) -> None:
    before, head, after = SOURCE.partition(f"[{table}]\n")
    with pytest.raises(ValueError, match=table):
        parse(before + head + after.partition("\n")[2])


def test_every_platform_has_files_and_the_viewer_has_a_font_in_the_end() -> None:
    assert {"win32", "darwin", "linux"} <= set(font_names().files)
    assert font_names().viewer.startswith("'Microsoft YaHei','微软雅黑',")
    assert font_names().viewer.endswith(",'宋体',sans-serif")


def test_every_font_of_official_documents_has_others_that_stand_in_for_it() -> None:
    office = font_names().office
    assert set(office.substitutes) == {office.title, office.body, office.heading, office.note}
    assert all(office.substitutes.values())


def test_the_font_that_the_user_names_is_tried_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    font = tmp_path / "字体.ttf"
    font.write_bytes(b"")
    monkeypatch.setenv(VARIABLE, str(font))
    assert next(font_files()) == font
    monkeypatch.setenv(VARIABLE, str(tmp_path / "没有.ttf"))
    with pytest.raises(DrawError, match="没有这个字体文件"):
        next(font_files())
