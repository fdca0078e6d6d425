"""Text that can be looked at but not read: its font has glyphs for characters that no encoding names (pdf, ofd)."""

from __future__ import annotations

import re

from raci.errors import ReadError

__all__ = ["refuse_unencoded", "unencoded"]

#: private use, replacement and control characters stand for glyphs without an encoding
_ODD = re.compile(r"[\ue000-\uf8ff\ufffd\x00-\x08]")
#: with this share of them a text says nothing
_MUCH = 0.2


def unencoded(text: str) -> bool:
    """Whether so much of a text has no encoding that it says nothing."""
    return len(_ODD.findall(text)) > _MUCH * len(text)


def refuse_unencoded(text: str, place: str, remedy: str) -> list[str]:
    """What to say of the characters of ``text`` that cannot be read: nothing, or one note.

    Raises ReadError, with ``remedy``, where they are more than a fifth.
    """
    if unencoded(text):
        raise ReadError("文字没有编码，只能看不能读", place=place, remedy=remedy)
    odd = len(_ODD.findall(text))
    return [f"有 {odd} 个字没有编码，读不出，请对照原件"] if odd else []
