"""Patterns as they are found soonest: ``raci/data/quick_patterns.json``, which ``tools/quick_patterns.py`` writes.

The data says what a pattern matches; here the same pattern looks at one character first: ``(?=[抄报])(?:报送|抄送)``.
``re`` tries every alternative at every character of a text, behind such a look only where one may begin, which is three
to eight times as fast. A pattern that was changed since is found as it stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["look_before", "quick", "sought"]

#: the look that a pattern begins with
_LOOK = re.compile(r"\(\?=(\[(?:[^\]\\]|\\.)+\])\)")


@cache
def _quick() -> Mapping[str, str]:
    text = (files("raci") / "data" / "quick_patterns.json").read_text(encoding="utf-8")
    found: dict[str, str] = json.loads(text)
    return found


def quick(source: str) -> str:
    """The pattern that matches the same as ``source``, and is found sooner; ``source`` itself where there is none.

    Of a quick look (``LOOKS`` of the tool) it matches but the first character, as only its place is asked for.
    """
    return _quick().get(source, source)


def look_before(source: str) -> str:
    """The look alone, for patterns written otherwise that match only where ``source`` does; empty if there is none."""
    look = _LOOK.match(quick(source))
    return look[0] if look is not None else ""


def sought(source: str) -> str:
    """A pattern that is found where ``source`` is, soonest of all, and matches one character there.

    For those who ask only whether there is a match, or where it begins: ``re`` goes to the characters that a pattern
    begins with much faster than to a look at them.
    """
    found = quick(source)
    look = _LOOK.match(found)
    return found if look is None else f"{look[1]}(?<=(?={found[look.end() :]})(?s:.))"
