"""Brackets at the end of a clause that list short words, some of them bodies, where others like it were read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from raci.analysis.annotations.body_names import is_body, is_place
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.coverage.spans import is_covered
from raci.model import Annotation, Clause, Span, Stretch
from raci.rules.lexicon import lexicon_pattern

__all__ = ["bare_lists"]

#: the rule of brackets that hold nothing but names
_BARE = "bare.bracket"
_LIST = re.compile(r"[（(〔\[【]\s*(?P<names>[^（()）〔〕\[\]【】：:。；，,\d]{2,80})\s*[)）〕\]】][。；;]?\s*$")
_PARTS = re.compile(r"[、，,/／\s]+")
#: how far before its end the bracket of a clause begins, in characters
_REACH = 90
_WHY = "别处括号里是谁来做，这里括号里也像，没有读懂"


def bare_lists(
    text: str, clauses: Sequence[Clause], annotations: Sequence[Annotation], covered: Sequence[Span], known: Patterns
) -> Iterator[Stretch]:
    """Such brackets that ``covered`` spans leave out; none where no bracket of bare names was read."""
    if not any(annotation.rule == _BARE for annotation in annotations):
        return
    for clause in clauses:
        if clause.kind == "row":
            continue
        start = max(clause.start, clause.end - _REACH)
        found = _LIST.search(text, start, clause.end)
        if found is None or is_covered(covered, found.start("names"), found.end("names")):
            continue
        names = _PARTS.split(found["names"].strip())
        if known.refuse_bare.match(found["names"].strip()):
            continue  # （全省）, （试行）
        bodies = sum(is_body(name, known) and not is_place(name, known) for name in names)
        may_be = lexicon_pattern("name.may-be-strange").fullmatch
        if bodies and all(is_body(name, known) or may_be(name) is not None for name in names):
            yield Stretch("bracket", found.start(), found.end(), _WHY)
