"""Names in a bracket at the end of a clause that were not read as those of who does it."""

from __future__ import annotations

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.patterns import patterns
from raci.analysis.annotations.punctuation import EDGE
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern
from raci.rules.punctuation import LIST_PAUSE

__all__ = ["closing_names"]

_CLOSING = compiled(r"[（(〔\[]([^（）()〔〕\[\]\n]{4,160})[)）〕\]]\s*[。．；;]?\s*$")
#: so many names are a list; of each so many characters at most; and this part of them reads like bodies
_FEWEST, _LONGEST, _SHARE = 2, 16, 0.5


def closing_names(words: str) -> str:
    """The bracket at the end of a clause, where it holds a list of short words that mostly read like bodies."""
    found = _CLOSING.search(words)
    if found is None:
        return ""
    names = [name.strip(EDGE) for name in LIST_PAUSE.split(found[1])]
    if len(names) < _FEWEST or any(not 2 <= len(name) <= _LONGEST for name in names):
        return ""
    anybody = lexicon_pattern("coverage.anybody")
    bodies = sum(is_body(name, patterns()) and anybody.search(name) is None for name in names)
    return found[0].strip() if bodies >= max(_FEWEST, _SHARE * len(names)) else ""
