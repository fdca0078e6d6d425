"""Text that shows but cannot be read: its font has glyphs for characters that no encoding names (pdf, ofd)."""

from __future__ import annotations

import re

from raci.errors import ReadError
from raci.readers.documents.garbled_text import is_garbled

__all__ = ["is_unencoded", "refuse_unencoded"]

#: private use, replacement and control characters stand for glyphs without an encoding
_NO_CHARACTER = re.compile(r"[\ue000-\uf8ff\ufffd\x00-\x08]")
#: with a larger share of them a text says nothing
_MAX_SHARE = 0.2


def is_unencoded(text: str) -> bool:
    """Whether so much of a text has no encoding, or a wrong one, that it says nothing."""
    return is_garbled(text) or len(_NO_CHARACTER.findall(text)) > _MAX_SHARE * len(text)


def refuse_unencoded(text: str, place: str, remedy: str) -> list[str]:
    """What to say of the characters of ``text`` that cannot be read: nothing, or one note.

    Raises ReadError, with ``remedy``, where they are more than a fifth.
    """
    if is_unencoded(text):
        raise ReadError("文字没有编码，只能看不能读", place=place, remedy=remedy)
    count = len(_NO_CHARACTER.findall(text))
    return [f"有 {count} 个字没有编码，读不出，请对照原件"] if count else []
