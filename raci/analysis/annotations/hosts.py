"""The hosts of an event or a web site: 主办单位：… is no assignment of duties there."""

from __future__ import annotations

from raci.analysis.annotations.candidates import Candidate
from raci.analysis.annotations.scope import NOTHING
from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["is_host_line"]

#: how far behind the words above it the host of an event is named, with other facts between, in characters
_FACTS_REACH = 2000


def is_host_line(text: str, candidate: Candidate, owner: Clause) -> bool:
    """Whether an annotation names the hosts of an event or a web site: 主办单位：…, and no task stands above it."""
    if owner.kind != "paragraph" or owner.parent is not None or candidate.form != "running":
        return False
    is_host, is_field = lexicon_pattern("label.host").match, lexicon_pattern("label.field").match
    if is_host(text, candidate.start) is None:
        return False
    if owner.start <= candidate.start < owner.end:
        return not text[owner.start : candidate.start].strip(NOTHING)
    words = text[owner.start : owner.end].strip()
    if lexicon_pattern("label.task-field").match(words) is not None:
        return False
    between = text[owner.end : min(candidate.start, owner.end + _FACTS_REACH)].split("\n")
    facts = [line for line in between if line.strip(NOTHING) and is_host(line) is None]
    return bool(facts) or is_field(words) is not None or lexicon_pattern("label.notice").search(words) is not None
