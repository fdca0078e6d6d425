"""Names in one line, a bullet before each: ★市商务局（牵头）★市文旅局, read as a list with pauses."""

from __future__ import annotations

import re

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.patterns import Patterns
from raci.model.late_patterns import late_pattern
from raci.rules.bullets import MARKS

__all__ = ["with_pauses"]

#: two names at the least, the same bullet before each
_LISTED = late_pattern(
    rf"(?P<mark>[{MARKS}•])(?P<names>[^{MARKS}•\n。；;]{{2,60}}(?:(?P=mark)[^{MARKS}•\n。；;]{{2,60}})+)"
)
#: a remark behind a name
_REMARK = late_pattern(r"[（(〔【][^（()）〔〕【】]*[)）〕】]\s*$")
_EDGE = " \t\u3000\xa0、，,"


def with_pauses(text: str, patterns: Patterns) -> str:
    """The text, as long as before, with such bullets between names as pauses."""
    if not any(mark in text for mark in MARKS):
        return text
    return _LISTED.sub(lambda match: _listed(match, patterns), text)


def _listed(match: re.Match[str], patterns: Patterns) -> str:
    mark, names = match["mark"], match["names"]
    pieces = names.split(mark)
    if not all(is_body(_REMARK.sub("", piece.strip(_EDGE)), patterns) for piece in pieces):
        return match[0]
    return mark + "、".join(pieces)
