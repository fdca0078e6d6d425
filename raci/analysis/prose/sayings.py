"""What a sentence says of who does what, as annotations: one for each of its time limits, with those it bounds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.time_limits import time_limits_in_sentence
from raci.model import Annotation, Clause, Deadline, Group, Span

__all__ = ["annotations_of"]

#: roles of those who act, and the rules that find whom somebody else acts with or guides
_ACTING = frozenset(("lead", "responsible", "support"))
_OBJECTS = frozenset((("support", "prose.with"), ("responsible", "prose.told")))
#: what parts a name from a date that is not its own
_PAUSES = frozenset("，,。；;")
#: what may stand between a date and the name whose it is: 6月底前，由市水利局……
_BETWEEN = "，,、由 \u3000"


def annotations_of(
    text: str,
    sentence: Span,
    quote: Span,
    clause: Clause,
    groups: tuple[Group, ...],
    patterns: Patterns,
    issued: str | None,
) -> list[Annotation]:
    """One annotation of a clause, or one for each time limit of the ``sentence``; ``quote`` may hold its stop as well.

    ``issued``: the document's date, which limits count from.
    """
    is_limited = text.find("前", *sentence) >= 0
    limits = time_limits_in_sentence(text, *sentence, patterns, issued) if is_limited else []
    return [
        Annotation(
            rule=limited[0].rule,
            start=quote.start,
            end=quote.end,
            quote=text[quote.start : quote.end],
            clauses=(clause.index,),
            groups=limited,
            deadline=limit,
            basis="prose",
        )
        for limit, limited in _by_limit(text, groups, limits)
    ]


def _by_limit(
    text: str, groups: tuple[Group, ...], limits: Sequence[Deadline]
) -> Iterator[tuple[Deadline | None, tuple[Group, ...]]]:
    """The time limits, each with the groups that it bounds: of several, each bounds whoever it stands beside.

    市水利局6月底前编制规划，市财政局9月底前拨付资金: one each.
    """
    starts = sorted({group.mentions[0].start for group in groups if _is_doer(text, group, limits)})
    if len(limits) <= 1 or len(starts) <= 1:
        for limit in limits or (None,):
            yield limit, groups
        return
    owners = [_owner(text, starts, limit) for limit in limits]
    bounded: dict[int, list[Group]] = {}
    for group in groups:
        part = max(0, bisect_right(starts, group.mentions[0].start) - 1)
        bounded.setdefault(part, []).append(group)
    for part, limited in sorted(bounded.items()):
        if part not in owners:
            yield None, tuple(limited)
        for limit, owner in zip(limits, owners, strict=True):
            if owner == part:
                yield limit, tuple(limited)


def _is_doer(text: str, group: Group, limits: Sequence[Deadline]) -> bool:
    """Whether a time limit may bound a group by itself: those who help share that of whom they help, or state one."""
    if group.role not in _ACTING or (group.role, group.rule) in _OBJECTS:
        return False
    end = group.mentions[-1].end
    return group.role != "support" or any(
        limit.start >= end and _PAUSES.isdisjoint(text[end : limit.start]) for limit in limits
    )


def _owner(text: str, starts: Sequence[int], limit: Deadline) -> int:
    """Which of those who begin at ``starts`` a time limit bounds: the one right behind it, or the last before it."""
    before = bisect_right(starts, limit.start) - 1
    following = before + 1
    if following < len(starts) and not text[limit.end : starts[following]].strip(_BETWEEN):
        return following
    return max(before, 0)
