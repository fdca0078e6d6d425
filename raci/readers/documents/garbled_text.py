"""Text that was garbled before raci saw it: saved in an encoding without Chinese characters, or decoded by a wrong one.

Characters that the encoding lacks become ``?`` or ``_``; UTF-8 taken for Windows-1252 becomes letters with accents and
signs.
"""

from __future__ import annotations

from raci.errors import ReadError
from raci.model.late_patterns import late_pattern

__all__ = ["is_garbled", "refuse_garbled"]

#: a text of fewer characters may be anything; so few letters of scripts without Latin letters are left in a garbled one
_SHORTEST, _MOST_OTHERS = 20, 0.1
_OTHER = late_pattern("[\u0370-\u1fff\u3040-\ud7ff\uf900-\ufaff]")
#: so many characters stand for lost ones: signs, or letters with accents, of which Western texts have far fewer
_LEAST_SIGNS, _LEAST_ACCENTS = 0.3, 0.25


def is_garbled(text: str) -> bool:
    """Whether hardly anything but signs and letters with accents is left of a text."""
    length = len(text)
    if length < _SHORTEST:
        return False
    accents = len(text.encode("latin-1", "ignore")) - len(text.encode("ascii", "ignore"))
    signs = text.count("?") + text.count("_")
    if accents <= _LEAST_ACCENTS * length and signs <= _LEAST_SIGNS * length:
        return False
    if "_" in text and text.upper() != text.lower():
        return False  # a form to fill in
    return len(_OTHER.findall(text)) <= _MOST_OTHERS * length


def refuse_garbled(text: str, place: str) -> None:
    """Raises ReadError where a text is garbled."""
    if is_garbled(text):
        remedy = "请用原程序打开原件，另存为 .docx、.xlsx 或 UTF-8 文本后再用"
        raise ReadError("文字成了乱码（保存或转换时编码不对），读不出", place=place, remedy=remedy)
