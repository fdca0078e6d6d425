"""A font file as PDF takes it: the number of each character's glyph, how wide that is, and the outlines.

Characters have the forms that mainland China writes (feature ``locl``, language ZHS) where the font knows them: a PDF
cannot ask for them, and the file of the ``fonts`` extra shows Taiwan's by default.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

__all__ = ["Face"]

#: tables of a font that pictures have no use for
_UNUSED = ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "kern", "morx", "mort", "feat"]
#: the tables that TrueType outlines are drawn from (ISO 32000-1, 9.9)
_OUTLINES = ("cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep")


class Face:
    """The letters of one font, which is open as long as this lives."""

    def __init__(self, font: TTFont) -> None:
        self._font = font
        self._names: Mapping[int, str] = font.getBestCmap()
        self._glyphs: dict[str, tuple[int, float]] = {}
        self.characters = frozenset(map(chr, self._names))

    @property
    def is_variable(self) -> bool:
        """Whether its outlines are of many weights; PDF takes those of one, see ``cut``."""
        return "fvar" in self._font or "CFF2" in self._font

    @property
    def is_truetype(self) -> bool:
        """Whether the outlines are TrueType's; else they are those of CFF."""
        return "glyf" in self._font

    @cached_property
    def outlines(self) -> bytes:
        """The program that draws the glyphs: a TrueType font or a bare CFF table."""
        font = self._font
        if not self.is_truetype:
            return bytes(font.reader["CFF "])
        from fontTools.ttLib.sfnt import SFNTWriter

        tables = {tag: font.reader[tag] for tag in _OUTLINES if tag in font.reader}
        written = BytesIO()
        writer = SFNTWriter(written, len(tables), "\0\1\0\0")
        for tag, data in tables.items():
            writer[tag] = data
        writer.close()
        return written.getvalue()

    def glyph(self, char: str) -> tuple[int, float]:
        """Of a character that the font has: the number by which PDF knows its glyph, and how far the next one stands.

        The distance is in thousandths of the size.
        """
        if char not in self._glyphs:
            name = self._glyph_name(char)
            # a font that is keyed by CIDs is asked for those, any other for the place of the glyph
            number = int(name.removeprefix("cid")) if self._has_cids else int(self._font.getGlyphID(name))
            advance, _ = self._font["hmtx"][name]
            self._glyphs[char] = (number, float(advance) * 1000 / float(self._font["head"].unitsPerEm))
        return self._glyphs[char]

    def cut(self, characters: Collection[str]) -> Face:
        """The face with only these of its characters, of a variable font the regular weight."""
        from fontTools.subset import Options, Subsetter
        from fontTools.ttLib import TTFont

        font = self._copy()
        for table in font["cmap"].tables:
            if self._forms and table.isUnicode() and hasattr(table, "cmap"):
                for code in map(ord, characters):
                    if code in table.cmap:
                        table.cmap[code] = self._forms.get(table.cmap[code], table.cmap[code])
        options = Options(
            layout_features=[], hinting=True, notdef_outline=True, name_IDs=[], ignore_missing_unicodes=True
        )
        options.drop_tables += _UNUSED
        if "fvar" in font:
            options.drop_tables = [tag for tag in options.drop_tables if tag != "GDEF"]
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[ord(char) for char in characters])
        subsetter.subset(font)
        _regular(font)
        written = BytesIO()
        font.save(written)
        written.seek(0)
        return Face(TTFont(written, lazy=True))

    def _copy(self) -> TTFont:
        """The font read anew, since cutting changes it."""
        from fontTools.ttLib import TTFont
        from fontTools.ttLib.sfnt import SFNTWriter

        written = BytesIO()
        tags = list(self._font.reader.keys())
        writer = SFNTWriter(written, len(tags), self._font.sfntVersion)
        for tag in tags:
            writer[tag] = self._font.reader[tag]
        writer.close()
        font = TTFont(written, lazy=True)
        font.recalcBBoxes = self.is_truetype  # CFF has no use for them, and they take long
        return font

    def _glyph_name(self, char: str) -> str:
        name = self._names[ord(char)]
        return self._forms.get(name, name)

    @cached_property
    def _has_cids(self) -> bool:
        return "CFF " in self._font and hasattr(self._font["CFF "].cff.topDictIndex[0], "ROS")

    @cached_property
    def _forms(self) -> Mapping[str, str]:
        """Glyph → the glyph that mainland China writes, where the font knows one."""
        return _mainland(self._font)


def _regular(font: TTFont) -> None:
    """Make a variable font one of regular weight, whose outlines PDF can take."""
    if "fvar" in font:
        from fontTools.varLib.instancer import instantiateVariableFont

        weight = {axis.axisTag: 400 if axis.axisTag == "wght" else axis.defaultValue for axis in font["fvar"].axes}
        instantiateVariableFont(font, weight, inplace=True)
    if "CFF2" in font:
        from fontTools.cffLib.CFF2ToCFF import convertCFF2ToCFF

        convertCFF2ToCFF(font)


def _mainland(font: TTFont) -> dict[str, str]:
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
