"""Chinese fonts for PNG and PDF: which font has which of a picture's characters.

A font is used only for characters that it has. A picture of dots is made with the whole font, which takes no time; into
a PDF go only the letters that it shows.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from io import BytesIO
from pathlib import Path

from raci.config.fonts import VARIABLE, font_files, font_names
from raci.drawing.faces import Face
from raci.errors import DrawError
from raci.extras import install_line

__all__ = ["ASK", "GETA", "REMEDY", "Lettering", "lettering", "missing_note", "replacements"]

log = logging.getLogger("raci")

REMEDY = f"请先运行 {install_line('fonts')}，或用环境变量 {VARIABLE} 指定一个中文字体文件；SVG 不需要字体，仍可输出"

#: what stands for a character that no font has (the printers' 〓), and where the fonts lack that too
GETA, ASK = "〓", "?"
#: what a picture says of the characters that no font has: their code points, and what stands for them
_NOTE = "字体缺字：{}，以 {} 代之"
#: characters that every picture may need: the marks for missing ones, and those of the note
_ALWAYS = frozenset(f"{GETA}{ASK}{_NOTE}、+0123456789ABCDEFU") - frozenset("{}")


@dataclass(frozen=True)
class Lettering:
    """The faces that the characters of a picture are drawn with, the best first; ``missing`` are in none of them."""

    faces: tuple[Face, ...]
    used: tuple[frozenset[str], ...]
    missing: frozenset[str]

    @cached_property
    def number_of(self) -> Mapping[str, int]:
        """Character → the number of its face."""
        return {char: number for number, characters in enumerate(self.used) for char in characters}

    def cut(self, characters: Collection[str] | None = None) -> Lettering:
        """The same with faces that have only these characters, by default all that are used here."""
        used = tuple(own if characters is None else own.intersection(characters) for own in self.used)
        pairs = [(face.cut(own), own) for face, own in zip(self.faces, used, strict=True) if own]
        return replace(self, faces=tuple(face for face, _ in pairs), used=tuple(own for _, own in pairs))


def lettering(characters: Iterable[str]) -> Lettering:
    """What the characters are drawn with, and those of a note on missing ones.

    Raises DrawError where the machine has no Chinese font.
    """
    missing = {" " if char.isspace() else char for char in characters} | _ALWAYS
    faces: list[Face] = []
    used: list[frozenset[str]] = []
    for face in _chinese_faces():
        covered = frozenset(missing & face.characters)
        if covered or not faces:
            faces.append(face)
            used.append(covered)
        missing -= covered
        if not missing:
            break
    if not faces:
        raise DrawError("本机没有中文字体，图中的汉字会成为空框，因此不输出 PNG、PDF", remedy=REMEDY)
    return Lettering(tuple(faces), tuple(used), frozenset(missing - {" "}))


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


def _chinese_faces() -> Iterator[Face]:
    for path in font_files():
        face = _face(path, path.stat().st_mtime_ns)
        if face is not None:
            yield face


@lru_cache(maxsize=8)
def _face(path: Path, changed: int) -> Face | None:  # a file that was changed is another one
    """The face of a font file, of a collection the simplified Chinese one; None where it cannot be used."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    try:
        data = BytesIO(path.read_bytes())
        if path.suffix.lower() == ".ttc":
            fonts = TTCollection(data, lazy=True).fonts
            font = next((each for each in fonts if _simplified(each)), fonts[0])
        else:
            font = TTFont(data, lazy=True)
        if not (font.getBestCmap() and any(table in font for table in ("glyf", "CFF ", "CFF2"))):
            log.debug("%s 没有可用的轮廓", path)
            return None
        face = Face(font)
    except (OSError, TTLibError, ValueError, KeyError, AssertionError) as error:
        log.warning("读不出字体 %s：%s", path, error)
        return None
    if not face.characters.issuperset(font_names().sample):
        log.debug("%s 不是中文字体", path)
        return None
    log.debug("字体 %s：%d 个字", path, len(face.characters))
    return face


def _simplified(face: object) -> bool:
    family = str(face["name"].getBestFamilyName() or "")  # type: ignore[index]
    return family.endswith(font_names().simplified)
