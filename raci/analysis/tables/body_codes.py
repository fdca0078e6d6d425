"""Bodies by a number or letter, where a note beside the table says whose each is: 1—市交通局；2—市公交集团."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from raci.model import Span
from raci.model.late_patterns import late_pattern
from raci.rules.bodies import like_bodies
from raci.rules.lexicon import lexicon_pattern

__all__ = ["body_codes", "coded_bodies"]

_CODE = late_pattern(r"[①-⑳]|[A-Z](?![A-Za-z])|\d{1,2}(?!\d)")
_BETWEEN = re.compile(r"[\s、，,；;/／.．和及]*")
#: a legend has so many entries
_SEVERAL = 2


def body_codes(text: str, notes: Iterable[Span]) -> dict[str, Span]:
    """Where the name stands that each code is for, by what the notes say; empty where they are no such legend."""
    legend = lexicon_pattern("legend.body-code")
    for note in notes:
        entries = [(match["code"], match) for match in legend.finditer(text, note.start, note.end)]
        found = {code: Span(*match.span("name")) for code, match in entries if like_bodies(match["name"]) == (1, 0)}
        if len(found) == len(entries) >= _SEVERAL:
            return found
    return {}


def coded_bodies(words: str, codes: Mapping[str, Span]) -> list[Span]:
    """Where the names stand that the codes in a cell are for; empty where it holds anything else."""
    listed = [match[0] for match in _CODE.finditer(words)]
    is_all = bool(listed) and all(code in codes for code in listed) and _BETWEEN.fullmatch(_CODE.sub("", words))
    return [codes[code] for code in listed] if is_all else []
