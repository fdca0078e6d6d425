"""Chinese fonts for PNG and PDF, cut to the characters of some pictures.

A font is used only for characters that it has. The characters that a picture needs are taken out of the
font into a small file of their own: that is quick to load, puts a collection's right face and a variable
font's regular weight in reach of the rasteriser, and gives Noto's mainland forms (feature ``locl``,
language ZHS), which the rasteriser cannot ask for: the extra's file shows Taiwan's forms by default.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING

from raci.config.fonts import VARIABLE, chosen_font, font_files, font_names
from raci.errors import DrawError

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

__all__ = ["ASK", "FAMILY", "GETA", "REMEDY", "FontSubset", "missing_note", "replacements", "subset"]

log = logging.getLogger("raci")

#: the family name of the fonts that ``subset`` writes
FAMILY = "raci"
REMEDY = f'请先运行 pip install "raci[fonts]"，或用环境变量 {VARIABLE} 指定一个中文字体文件；SVG 不需要字体，仍可输出'

#: what stands for a character that no font has (the printers' 〓), and where the fonts lack that too
GETA, ASK = "〓", "?"
#: what a picture says of the characters that no font has: their code points, and what stands for them
_NOTE = "字体缺字：{}，以 {} 代之"
#: characters that are in every subset: the marks for missing ones, and those of the note
_ALWAYS = frozenset(f"{GETA}{ASK}{_NOTE}、+0123456789ABCDEFU") - frozenset(" {}")
#: tables of a font that pictures have no use for
_UNUSED = ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "kern", "morx", "mort", "feat"]


@dataclass(frozen=True)
class FontSubset:
    """Fonts cut to the characters of some pictures, in files that are there as long as this lives.

    ``missing`` are those of the characters that no font has. All ``files`` have the family name ``FAMILY``, one for
    each font needed; the first has all that it can.
    """

    characters: frozenset[str]
    files: tuple[Path, ...]
    missing: frozenset[str]
    chosen: str | None
    folder: TemporaryDirectory[str] = field(repr=False)


#: the last subsets, by their characters: the pictures of one document share one
_subsets: deque[FontSubset] = deque(maxlen=3)
_lock = Lock()


def subset(characters: Iterable[str]) -> FontSubset:
    """Fonts that have the characters and those of a note on missing ones, and maybe more.

    Raises DrawError where the machine has no Chinese font.
    """
    wanted = frozenset(char for char in characters if not char.isspace()) | _ALWAYS
    chosen = chosen_font()
    with _lock:
        for earlier in _subsets:
            if earlier.chosen == chosen and wanted <= earlier.characters:
                return earlier
        folder = TemporaryDirectory(prefix="raci-")
        files, missing = _write_subsets(wanted, Path(folder.name))
        _subsets.append(FontSubset(wanted, tuple(files), frozenset(missing), chosen, folder))
        return _subsets[-1]


def missing_note(instead: Mapping[int, str]) -> str:
    """What a picture says of the characters for which others are drawn; nothing where there are none."""
    return _NOTE.format(_code_points(map(chr, instead)), next(iter(instead.values()))) if instead else ""


def replacements(wanted: Collection[str], missing: Collection[str], what: str) -> dict[int, str]:
    """Character → what is drawn for it in ``what`` (PNG, PDF) since no font has it; the log says so."""
    lacking = {char for char in wanted if char in missing}
    mark = ASK if GETA in missing else GETA
    if lacking:
        log.warning("字体缺 %d 个字（%s 等），%s 中以 %s 代之", len(lacking), _code_points(lacking), what, mark)
    return {ord(char): mark for char in lacking}


def _code_points(missing: Iterable[str]) -> str:
    return "、".join(f"U+{ord(char):04X}" for char in sorted(missing)[:8])


def _write_subsets(wanted: frozenset[str], folder: Path) -> tuple[list[Path], set[str]]:
    missing = set(wanted)
    files: list[Path] = []
    for path in font_files():
        font = _open(path)
        if font is None:
            continue
        with closing(font):
            characters = {chr(code) for code in font.getBestCmap()}
            if not characters.issuperset(font_names().sample):
                log.debug("%s 不是中文字体", path)
                continue
            covered = missing & characters
            # the space comes from the first font, or the picture would have none
            if covered or not files:
                files.append(folder / f"raci{len(files)}.otf")
                _write(font, covered | {" "}, files[-1], number=len(files))
                log.debug("字体 %s：%d 个字", path, len(covered))
        missing -= covered
        if not missing:
            break
    if not files:
        raise DrawError("本机没有中文字体，图中的汉字会成为空框，因此不输出 PNG、PDF", remedy=REMEDY)
    return files, missing


def _open(path: Path) -> TTFont | None:
    """The font of a file, of a collection the simplified Chinese face; None where it has no usable outlines."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    handle = None
    try:
        handle = path.open("rb")
        if path.suffix.lower() == ".ttc":
            faces = TTCollection(handle, lazy=True).fonts
            font = next((face for face in faces if _simplified(face)), faces[0])
        else:
            font = TTFont(handle, lazy=True)
        font.recalcBBoxes = "glyf" in font  # CFF has no use for them, and they take long
        if font.getBestCmap() and any(table in font for table in ("glyf", "CFF ", "CFF2")):
            return font
        log.debug("%s 没有可用的轮廓", path)
    except (OSError, TTLibError, ValueError, KeyError, AssertionError) as error:
        log.warning("读不出字体 %s：%s", path, error)
    if handle:
        handle.close()
    return None


def _simplified(face: TTFont) -> bool:
    family = str(face["name"].getBestFamilyName() or "")
    return family.endswith(font_names().simplified)


def _write(font: TTFont, characters: set[str], target: Path, *, number: int) -> None:
    from fontTools.subset import Options, Subsetter
    from fontTools.varLib.instancer import instantiateVariableFont

    forms = _mainland(font)
    for table in font["cmap"].tables:
        if forms and table.isUnicode() and hasattr(table, "cmap"):
            for char in characters:
                glyph = table.cmap.get(ord(char))
                if glyph in forms:
                    table.cmap[ord(char)] = forms[glyph]
    options = Options(layout_features=[], hinting=True, notdef_outline=True, name_IDs=[], ignore_missing_unicodes=True)
    options.drop_tables += _UNUSED
    if "fvar" in font:
        options.drop_tables = [tag for tag in options.drop_tables if tag != "GDEF"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(char) for char in characters])
    subsetter.subset(font)
    if "fvar" in font:
        regular = {axis.axisTag: 400 if axis.axisTag == "wght" else axis.defaultValue for axis in font["fvar"].axes}
        instantiateVariableFont(font, regular, inplace=True)
    for name, text in ((1, FAMILY), (2, "Regular"), (4, FAMILY), (6, f"{FAMILY}{number}")):
        font["name"].setName(text, name, 3, 1, 0x409)
    font.save(str(target))


def _mainland(font: TTFont) -> dict[str, str]:
    """Glyph → the glyph that mainland China writes, where the font knows one."""
    if "GSUB" not in font:
        return {}
    table = font["GSUB"].table
    lookups: set[int] = set()
    for script in table.ScriptList.ScriptRecord if table.ScriptList else ():
        for language in script.Script.LangSysRecord if script.ScriptTag == "hani" else ():
            if language.LangSysTag == "ZHS ":
                features = (table.FeatureList.FeatureRecord[index] for index in language.LangSys.FeatureIndex)
                lookups.update(
                    index
                    for record in features
                    if record.FeatureTag == "locl"
                    for index in record.Feature.LookupListIndex
                )
    forms: dict[str, str] = {}
    for index in sorted(lookups):
        for subtable in table.LookupList.Lookup[index].SubTable:
            forms.update(getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {}))
    return forms
