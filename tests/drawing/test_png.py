import logging
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from pictures import render
from plans import Plan, small

from raci.config.fonts import VARIABLE, font_files, font_names
from raci.drawing import fonts
from raci.drawing.canvas import Canvas
from raci.drawing.png import Press, png
from raci.errors import DrawError

MAGIC = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def chinese() -> Path:
    """A font file that has Chinese."""
    for path in font_files():
        return path
    pytest.skip('本机没有中文字体：pip install -e ".[fonts]"')


@pytest.fixture
def latin(tmp_path: Path) -> Path:
    """A font file that has a square for A and for nothing else."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 700), (600, 700), (600, 0)):
        pen.lineTo(point)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({ord("A"): "A"})
    builder.setupGlyf({".notdef": square, "A": square})
    builder.setupHorizontalMetrics({".notdef": (700, 0), "A": (700, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Latin", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    path = tmp_path / "latin.ttf"
    builder.save(str(path))
    return path


@pytest.fixture
def variable(tmp_path: Path) -> Path:
    """A font of one axis, its weight: thin by default, with squares that grow wider."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 700), (100, 700), (100, 0)):
        pen.lineTo(point)
    pen.closePath()
    bar = pen.glyph()
    names = {ord(char): f"g{ord(char):04X}" for char in font_names().sample + "省 "}
    order = [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf(dict.fromkeys(order, bar))
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Variable", "styleName": "Thin"})
    builder.setupFvar([("wght", 100, 100, 900, "Weight")], [])
    wider = [(0, 0), (0, 0), (800, 0), (800, 0), (0, 0), (0, 0), (0, 0), (0, 0)]
    builder.setupGvar({name: [TupleVariation({"wght": (0, 1, 1)}, wider)] for name in order})
    builder.setupOS2()
    builder.setupPost()
    path = tmp_path / "variable.ttf"
    builder.save(str(path))
    return path


def only(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    def found() -> Iterator[Path]:
        yield from paths

    monkeypatch.setattr(fonts, "font_files", found)


def size(data: bytes) -> tuple[int, int]:
    assert data.startswith(MAGIC)
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def sheet(text: str) -> Canvas:
    canvas = Canvas(200, 60, "试")
    canvas.text(10, 30, text, 30)
    return canvas


@pytest.mark.parametrize("kind", ["bipartite", "network"])
def test_a_picture_is_a_png_of_a3_at_150_dots_per_inch(chinese: Path, kind: str) -> None:
    assert size(render(small(), kind, "png")) == (2480, 1754)


def test_an_empty_plan_is_a_png_too(chinese: Path) -> None:
    assert size(render(Plan("空方案").analysis(), format="png"))[0] == 2480


def test_characters_are_not_empty_boxes(chinese: Path) -> None:
    pictures = {png(sheet(char)) for char in "省市县部门一□"}
    assert len(pictures) == 7
    assert png(sheet(" ")) not in pictures


def test_without_a_chinese_font_the_png_is_refused_and_the_svg_is_not(
    monkeypatch: pytest.MonkeyPatch, latin: Path
) -> None:
    for paths in ((), (latin,)):
        only(monkeypatch, *paths)
        with pytest.raises(DrawError, match=r'pip install "raci\[fonts\]"'):
            render(small(), format="png")
        assert b"<svg" in render(small(), format="svg")


def test_the_system_s_fonts_are_not_relied_on(monkeypatch: pytest.MonkeyPatch, chinese: Path, tmp_path: Path) -> None:
    before = png(sheet("省直部门"))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("raci.config.fonts._of_system", lambda: iter([chinese]))
    assert png(sheet("省直部门")) == before


def test_a_character_that_no_font_has_is_marked_and_said(
    monkeypatch: pytest.MonkeyPatch, chinese: Path, caplog: pytest.LogCaptureFixture
) -> None:
    only(monkeypatch, chinese)
    rare = next(char for char in map(chr, range(0x1200, 0x1380)) if _lacks(chinese, char))
    canvas = sheet(f"省{rare}厅")
    with caplog.at_level(logging.WARNING, logger="raci"):
        data = png(canvas)
    assert size(data)
    assert f"U+{ord(rare):04X}" in caplog.text
    assert data != png(sheet("省〓厅")), "a note at the foot says what is missing"
    assert f"省{rare}厅" in {element.text for element in canvas.root.iter("text")}, "the SVG keeps its text"


def test_a_second_font_lends_what_the_first_lacks(
    monkeypatch: pytest.MonkeyPatch, chinese: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    small_font = tmp_path / "small.otf"
    _cut(chinese, set(font_names().sample) | {"省"}, small_font)
    only(monkeypatch, small_font, chinese)
    letters = fonts.lettering("省镇")
    assert (len(letters.faces), letters.missing) == (2, set())
    assert letters.number_of["省"] == 0
    assert letters.number_of["镇"] == 1
    assert png(sheet("省镇")) != png(sheet("省省"))
    assert not caplog.records


def test_a_variable_font_is_taken_at_its_regular_weight(
    monkeypatch: pytest.MonkeyPatch, variable: Path, tmp_path: Path
) -> None:
    only(monkeypatch, variable)
    letters = fonts.lettering("省")
    assert "省" not in letters.missing
    (face,) = letters.cut().faces
    with TTFont(BytesIO(face.outlines)) as font:
        assert "gvar" not in font
        # 100 units at weight 100, 900 at 900: at 400, three eighths of the way
        assert font["glyf"][font.getGlyphName(face.glyph("省")[0])].xMax == 400
    assert len({png(sheet(text)) for text in ("省", "省省", " ")}) == 3, "the bars are seen"


def test_the_users_own_font_comes_first(monkeypatch: pytest.MonkeyPatch, chinese: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.otf"
    own.write_bytes(chinese.read_bytes()[:4])
    monkeypatch.setenv(VARIABLE, str(own))
    assert next(font_files()) == own


def test_a_font_that_cannot_be_read_is_passed_over_with_a_warning(
    monkeypatch: pytest.MonkeyPatch, chinese: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font at all")
    only(monkeypatch, broken, chinese)
    assert png(sheet("省")).startswith(MAGIC)
    assert "broken.ttf" in caplog.text


def test_a_font_that_the_user_names_and_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/no/such/font.ttf")
    with pytest.raises(DrawError, match=r"RACI_FONT=/no/such/font\.ttf"):
        render(small(), format="png")


def test_a_sheet_too_large_for_dots_is_refused_with_the_remedy(chinese: Path) -> None:
    with pytest.raises(DrawError, match="请输出 SVG 或 PDF"):
        png(Canvas(30_000, 30_000, "大"))


def test_a_picture_is_the_same_alone_and_among_others(chinese: Path) -> None:
    sheets = [sheet("省直部门"), sheet("牵头单位")]
    press = Press(sheets)
    assert [press.png(each) for each in sheets] == [png(each) for each in sheets]


def _lacks(path: Path, char: str) -> bool:
    with TTFont(path, lazy=True, fontNumber=0) as font:
        return ord(char) not in font.getBestCmap()


def _cut(path: Path, characters: set[str], target: Path) -> None:
    """A font file with only these characters of another."""
    with TTFont(path, lazy=True, fontNumber=0) as font:
        subsetter = Subsetter()
        subsetter.populate(unicodes=[ord(char) for char in characters])
        subsetter.subset(font)
        font.save(target)
