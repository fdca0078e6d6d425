"""Single characters that a recogniser takes for traditional ones: 縣教育局 on a page that writes 县财政局."""

from __future__ import annotations

from collections.abc import Sequence

from raci.readers.layout.ocr.engine import TextStrip
from raci.rules.traditional import as_simplified, traditional_characters

__all__ = ["in_one_script"]

#: a page in simplified characters has no more traditional ones than this part of those that have a traditional form
_MOST_TRADITIONAL = 0.2


def in_one_script(strips: Sequence[TextStrip]) -> list[TextStrip]:
    """The strips of a page; where nearly all of it is in simplified characters, the others in these too."""
    traditional = traditional_characters()
    text = "".join(char.text for strip in strips for char in strip.chars)
    found = sum(map(text.count, set(text).intersection(traditional)))
    plain = sum(map(text.count, set(text).intersection(as_simplified(traditional))))
    if not 0 < found <= _MOST_TRADITIONAL * plain:
        return list(strips)
    return [
        strip._replace(chars=tuple(char._replace(text=as_simplified(char.text)) for char in strip.chars))
        for strip in strips
    ]
