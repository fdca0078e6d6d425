"""Chinese fonts for pictures made of dots: found on the machine or in the ``fonts`` extra, checked, cut to size.

A font is used only for characters that it has. The characters that a picture needs are taken out of the
font into a small file of their own: that is quick to load, puts a collection's right face and a variable
font's regular weight in reach of the rasteriser, and gives Noto's mainland forms (feature ``locl``,
language ZHS), which the rasteriser cannot ask for: the extra's file shows Taiwan's forms by default.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING

from raci.errors import DrawError

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

__all__ = ["ASK", "FAMILY", "GETA", "REMEDY", "VARIABLE", "Cut", "cut", "instead", "mark", "named", "paths"]

log = logging.getLogger("raci")

#: the family name of the fonts that ``cut`` writes
FAMILY = "raci"
#: an environment variable with the path of the font to use
VARIABLE = "RACI_FONT"
REMEDY = f'请先运行 pip install "raci[fonts]"，或用环境变量 {VARIABLE} 指定一个中文字体文件；SVG 不需要字体，仍可输出'

#: what stands for a character that no font has (the printers' 〓), and where the fonts lack that too
GETA, ASK = "〓", "?"

#: a font that lacks one of these is no Chinese font
_SAMPLE = "的一国省市县部门单位责任牵头负、，。（）"
#: files that hold regular sans-serif Chinese faces, the best first
_FILES = {
    "win32": ("msyh.ttc", "msyh.ttf", "Deng.ttf", "simhei.ttf", "NotoSansSC-VF.ttf", "simsun.ttc"),
    "darwin": (
        "/System/Library/Fonts/Hiragino Sans GB.ttc",
        "/System/Library/Fonts/STHeiti Medium.ttc",
        "/System/Library/Fonts/STHeiti Light.ttc",
        "/System/Library/Fonts/PingFang.ttc",
        "/System/Library/Fonts/Supplemental/Songti.ttc",
        "/Library/Fonts/Arial Unicode.ttf",
        "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
    ),
    "linux": (
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/adobe-source-han-sans/SourceHanSansSC-Regular.otf",
        "/usr/share/fonts/adobe-source-han-sans-cn/SourceHanSansCN-Regular.otf",
        "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
        "/usr/share/fonts/wqy-microhei/wqy-microhei.ttc",
        "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
        "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
    ),
}


def paths() -> Iterator[Path]:
    """The font files to try, the best first: the one that the user names, the system's, the extra's.

    Raises DrawError where the user names a file that is not there.
    """
    named = os.environ.get(VARIABLE)
    if named:
        if not Path(named).is_file():
            raise DrawError(
                "没有这个字体文件", place=f"{VARIABLE}={named}", remedy="请指定存在的 .ttf、.otf 或 .ttc 文件"
            )
        yield Path(named)
    yield from filter(Path.is_file, _system())
    yield from _extra()
    yield from filter(Path.is_file, _listed())


def _system() -> Iterator[Path]:
    names = _FILES.get(sys.platform, _FILES["linux"])
    if sys.platform == "win32":
        windows = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "Fonts"
        own = Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts"
        yield from (folder / name for name in names for folder in (windows, own))
    else:
        yield from map(Path, names)


def _extra() -> Iterator[Path]:
    spec = find_spec("cvttf_NotoSansCJK_Regular")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        yield from sorted(Path(folder).glob("*.otf"))


def _listed() -> Iterator[Path]:
    """What fontconfig knows for Chinese, where there is fontconfig."""
    command = shutil.which("fc-list")
    if not command:
        return
    try:
        told = subprocess.run([command, ":lang=zh-cn", "file"], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        log.warning("fc-list 不可用：%s", error)
        return
    found = {line.strip().rstrip(":") for line in told.stdout.decode("utf-8", "replace").splitlines()}
    yield from map(Path, sorted(found, key=lambda name: ("egular" not in name, "Sans" not in name, name)))


@dataclass(frozen=True)
class Cut:
    """Fonts cut to the characters of some pictures, in files that are there as long as this lives.

    ``missing`` are those of the characters that no font has. All ``files`` have the family name ``FAMILY``, one for
    each font needed; the first has all that it can.
    """

    characters: frozenset[str]
    files: tuple[Path, ...]
    missing: frozenset[str]
    named: str | None
    folder: TemporaryDirectory[str] = field(repr=False)


#: the last cuts: the pictures of one document share one
_cuts: deque[Cut] = deque(maxlen=3)
_lock = Lock()


def cut(characters: Iterable[str]) -> Cut:
    """Fonts that have the characters and the marks for missing ones, and maybe more.

    Raises DrawError where the machine has no Chinese font.
    """
    wanted = frozenset(char for char in characters if not char.isspace()) | {GETA, ASK}
    named = os.environ.get(VARIABLE)
    with _lock:
        for held in _cuts:
            if held.named == named and wanted <= held.characters:
                return held
        folder = TemporaryDirectory(prefix="raci-")
        files, missing = _cut(wanted, Path(folder.name))
        _cuts.append(Cut(wanted, tuple(files), frozenset(missing), named, folder))
        return _cuts[-1]


def named(missing: Iterable[str]) -> str:
    """The characters that no font has, by their numbers."""
    return "、".join(f"U+{ord(char):04X}" for char in sorted(missing)[:8])


def mark(missing: Collection[str]) -> str:
    """What stands for a character that no font has."""
    return ASK if GETA in missing else GETA


def instead(wanted: Collection[str], missing: Collection[str], what: str) -> dict[int, str]:
    """Character → what is drawn for it in ``what`` (PNG, PDF) since no font has it; the log says so."""
    lacking = {char for char in wanted if char in missing}
    if lacking:
        log.warning("字体缺 %d 个字（%s 等），%s 中以 %s 代之", len(lacking), named(lacking), what, mark(missing))
    return {ord(char): mark(missing) for char in lacking}


def _cut(wanted: frozenset[str], folder: Path) -> tuple[list[Path], set[str]]:
    missing = set(wanted)
    files: list[Path] = []
    for path in paths():
        font = _open(path)
        if font is None:
            continue
        with closing(font):
            has = {chr(code) for code in font.getBestCmap()}
            if not has.issuperset(_SAMPLE):
                log.debug("%s 不是中文字体", path)
                continue
            found = missing & has
            # the space comes from the first font, or the picture would have none
            if found or not files:
                files.append(folder / f"raci{len(files)}.otf")
                _write(font, found | {" "}, files[-1], number=len(files))
                log.debug("字体 %s：%d 个字", path, len(found))
        missing -= found
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
    return family.endswith((" SC", " CN", " GB", "YaHei", "SimSun", "Hei", "Hei SC"))


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
    options.drop_tables += [
        "GSUB",
        "GPOS",
        "GDEF",
        "BASE",
        "VORG",
        "vhea",
        "vmtx",
        "DSIG",
        "kern",
        "morx",
        "mort",
        "feat",
    ]
    if "fvar" in font:
        options.drop_tables = [tag for tag in options.drop_tables if tag != "GDEF"]
    chosen = Subsetter(options)
    chosen.populate(unicodes=[ord(char) for char in characters])
    chosen.subset(font)
    if "fvar" in font:
        at = {axis.axisTag: 400 if axis.axisTag == "wght" else axis.defaultValue for axis in font["fvar"].axes}
        instantiateVariableFont(font, at, inplace=True)
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
                    index for one in features if one.FeatureTag == "locl" for index in one.Feature.LookupListIndex
                )
    forms: dict[str, str] = {}
    for index in sorted(lookups):
        for part in table.LookupList.Lookup[index].SubTable:
            forms.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
    return forms
