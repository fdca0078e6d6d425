"""The hosts of an event or a web site: 主办单位：… is no assignment of duties there."""

from __future__ import annotations

from raci.analysis.annotations.candidate import Candidate
from raci.analysis.annotations.own_words import NOTHING
from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern

__all__ = ["is_host_line"]

#: how far behind the words above it the host of an event is named, with other facts between, in characters
_FACTS_REACH = 2000
#: how far behind it the other facts of a web site's imprint stand, in characters
_IMPRINT_REACH = 160
#: how much of a page may stand behind the hosts in its foot, in characters
_FOOT_REACH = 300


def is_host_line(text: str, candidate: Candidate, owner: Clause) -> bool:
    """Whether an annotation names the hosts of an event or a web site: 主办单位：…, and no task stands above it."""
    if candidate.form != "running":
        return False
    if lexicon_pattern("label.host").match(text, candidate.start) and (
        _is_imprint(text, candidate.end) or _is_foot(text, candidate, owner)
    ):
        return True
    return owner.kind == "paragraph" and owner.parent is None and _is_of_event(text, candidate, owner)


def _is_imprint(text: str, end: int) -> bool:
    """Whether the facts that only a web site's imprint holds follow soon."""
    return lexicon_pattern("label.imprint").search(text, end, end + _IMPRINT_REACH) is not None


def _is_foot(text: str, candidate: Candidate, owner: Clause) -> bool:
    """Whether a host stands in the last lines of a page, behind a task that has its duties, and nowhere above.

    主办单位：云岭县委宣传部, 承办单位：云岭新闻网, 浏览次数：88.
    """
    if len(text) - candidate.end > _FOOT_REACH:
        return False
    is_host, is_field = lexicon_pattern("label.host").match, lexicon_pattern("label.field").match
    below = [line for line in text[candidate.end :].split("\n") if line.strip(NOTHING)]
    if not all(is_host(line) or is_field(line.strip()) for line in below):
        return False
    above = text[: candidate.start].rstrip(NOTHING).split("\n")
    while above and (not above[-1].strip(NOTHING) or is_host(above[-1])):
        above.pop()
    end = sum(map(len, above)) + len(above)
    if lexicon_pattern("label.chief-host").match(text, end) is None:
        return False  # 协办单位 alone below 牵头科室 helps there
    if lexicon_pattern("label.host").search(text, 0, end) is not None:
        return False
    of_task = text[owner.start : end]
    return lexicon_pattern("label.duty-hint").search(of_task) is not None


def _is_of_event(text: str, candidate: Candidate, owner: Clause) -> bool:
    """Whether a line names the hosts of an event, below the unnumbered paragraph ``owner``."""
    is_host, is_field = lexicon_pattern("label.host").match, lexicon_pattern("label.field").match
    is_notice = lexicon_pattern("label.notice").search
    if is_host(text, candidate.start) is None:
        is_bidding = lexicon_pattern("label.bidding").match(text, candidate.start) is not None
        return is_bidding and is_notice(text[owner.start : owner.end].strip()) is not None
    if owner.start <= candidate.start < owner.end:
        return not text[owner.start : candidate.start].strip(NOTHING)
    words = text[owner.start : owner.end].strip()
    if lexicon_pattern("label.task-field").match(words) is not None:
        return False
    reach = min(candidate.start, owner.end + _FACTS_REACH)
    if lexicon_pattern("label.duty-line").search(text, owner.end, reach) is not None:
        return False  # 牵头科室：… above it
    between = text[owner.end : reach].split("\n")
    facts = [line for line in between if line.strip(NOTHING) and is_host(line) is None]
    if not facts and lexicon_pattern("label.event-facts").match(text, candidate.end, candidate.end + _FACTS_REACH):
        return True
    return bool(facts) or is_field(words) is not None or is_notice(words) is not None
