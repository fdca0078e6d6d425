"""Names as written to names that can be compared: widths, brackets, connecting words."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["LONGEST", "clean_name", "fold_name", "plain", "split_plates"]

#: a name longer than this names nobody
LONGEST = 80
_OPEN, _CLOSE = "([〔〈<【﹝［《", ")]〕〉>】﹞］》"
_BRACKETS = str.maketrans({**dict.fromkeys(_OPEN, "（"), **dict.fromkeys(_CLOSE, "）"), '"': "“", ",": "，"})
_SPACE = re.compile(r"\s+")
_DASH = re.compile(r"(?<=[\u4e00-\u9fff])[-‐‑–—―－]+(?=[\u4e00-\u9fff])")
_LINK = re.compile(r"[和与及、·]|以及")
#: a plate at the end of a name: 市住建局（市人防办）
_PLATE = re.compile(r"（([^（）]*)）$")
#: what an annotation leaves at a name and is no part of it
_REST = re.compile(r"(?:按照?(?:各自)?职责(?:分工)?(?:负责)?|，下同|等)$")


def clean_name(name: str) -> str | None:
    """The name without spaces, with one kind of brackets and of dashes; None where it cannot be one.

    None for an empty or endless name, for control characters and marks of direction, and for text without Chinese.
    """
    if not 0 < len(name) <= LONGEST * 4:
        return None
    text = _DASH.sub("—", _SPACE.sub("", unicodedata.normalize("NFKC", name).translate(_BRACKETS)))
    if not 2 <= len(text) <= LONGEST:
        return None
    for char in text:
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn"):
            return None
    if not any("\u4e00" <= char <= "\u9fff" for char in text):
        return None
    return text


def plain(text: str) -> str:
    """The name without what an annotation leaves at it (按职责, 等)."""
    return _REST.sub("", text) or text


def fold_name(text: str) -> str:
    """What names of one body share that differ only in 和, 与, 及: 住房和城乡建设局, 住房城乡建设局."""
    return _LINK.sub("", text)


def split_plates(text: str) -> tuple[str, tuple[str, ...]]:
    """A name and the plates in brackets at its end: 市住建局（市人防办） → 市住建局, (市人防办,)."""
    plates: list[str] = []
    while (found := _PLATE.search(text)) and found.start():
        plates.insert(0, found[1].removesuffix("，下同"))
        text = text[: found.start()]
    return text, tuple(plate for plate in plates if plate)
