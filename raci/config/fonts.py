"""Chinese fonts: their names (``raci/data/fonts.toml``), and which files with them the machine has."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from raci.errors import DrawError

__all__ = [
    "VARIABLE",
    "FontNames",
    "OfficeFonts",
    "chosen_font",
    "font_files",
    "font_names",
    "office_fonts",
    "parse",
]

log = logging.getLogger("raci")

#: an environment variable with the path of the font to use
VARIABLE = "RACI_FONT"
_TABLES = ("viewer", "files", "simplified", "sample", "office")


@dataclass(frozen=True, slots=True)
class OfficeFonts:
    """What official documents are set in: ``title``, ``body``, ``heading`` and ``note`` of texts to be printed.

    ``latin`` is the font of letters and figures there, ``sheet`` that of the workbook and of page numbers.
    ``substitutes`` are fonts in the same style by the font that they may stand in for, the best first.
    """

    title: str
    body: str
    heading: str
    note: str
    latin: str
    sheet: str
    substitutes: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class FontNames:
    """Names of fonts, the best first.

    ``viewer`` is the CSS font stack of an SVG, ``files`` are files by platform, ``simplified`` the endings of family
    names that write as mainland China does, ``sample`` the characters that a Chinese font has, ``office`` the fonts of
    official documents.
    """

    viewer: str
    files: Mapping[str, tuple[str, ...]]
    simplified: tuple[str, ...]
    sample: str
    office: OfficeFonts


@cache
def font_names() -> FontNames:
    """The names that come with raci, read on first use."""
    return parse((files("raci") / "data" / "fonts.toml").read_text(encoding="utf-8"))


def office_fonts() -> OfficeFonts:
    """The fonts of official documents."""
    return font_names().office


def parse(text: str) -> FontNames:
    """The names in a TOML text. Raises ValueError where a table is missing or has no ``why``."""
    table = tomllib.loads(text)
    if faults := [key for key in _TABLES if not table.get(key, {}).get("why")]:
        raise ValueError(f"{'、'.join(faults)}: why is missing")
    named = ",".join(f"'{name}'" for name in table["viewer"]["names"])
    return FontNames(
        f"{named},sans-serif",
        {platform: tuple(paths) for platform, paths in table["files"].items() if platform != "why"},
        tuple(table["simplified"]["endings"]),
        table["sample"]["characters"],
        _office(table["office"]),
    )


def _office(table: Mapping[str, Any]) -> OfficeFonts:  # Any: a TOML table nests
    styles = {style: table[style] for style in ("title", "body", "heading", "note")}
    names = {style: entry["name"] for style, entry in styles.items()}
    substitutes = {entry["name"]: tuple(entry["substitutes"]) for entry in styles.values()}
    return OfficeFonts(**names, latin=table["latin"], sheet=table["sheet"], substitutes=substitutes)


def chosen_font() -> str | None:
    """The path of the font that the user names in RACI_FONT."""
    return os.environ.get(VARIABLE)


def font_files() -> Iterator[Path]:
    """The font files to try, the best first: the one that the user names, the system's, the extra's.

    Raises DrawError where the user names a file that is not there.
    """
    if chosen := chosen_font():
        if not Path(chosen).is_file():
            raise DrawError(
                "没有这个字体文件", place=f"{VARIABLE}={chosen}", remedy="请指定存在的 .ttf、.otf 或 .ttc 文件"
            )
        yield Path(chosen)
    yield from filter(Path.is_file, _of_system())
    yield from _of_extra()
    yield from filter(Path.is_file, _of_fontconfig())


def _of_system() -> Iterator[Path]:
    known = font_names().files
    names = known.get(sys.platform, known["linux"])
    if sys.platform == "win32":
        windows = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "Fonts"
        own = Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts"
        yield from (folder / name for name in names for folder in (windows, own))
    else:
        yield from map(Path, names)


def _of_extra() -> Iterator[Path]:
    """What ``pip install raci[fonts]`` brings."""
    spec = find_spec("cvttf_NotoSansCJK_Regular")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        yield from sorted(Path(folder).glob("*.otf"))


def _of_fontconfig() -> Iterator[Path]:
    """What fontconfig knows for Chinese, where there is fontconfig."""
    command = shutil.which("fc-list")
    if not command:
        return
    try:
        listed = subprocess.run([command, ":lang=zh-cn", "file"], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        log.warning("fc-list 不可用：%s", error)
        return
    names = {line.strip().rstrip(":") for line in listed.stdout.decode("utf-8", "replace").splitlines()}
    yield from map(Path, sorted(names, key=lambda name: ("egular" not in name, "Sans" not in name, name)))
