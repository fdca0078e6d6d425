"""The closing line of build, check and extract: how much is to be checked, what was not understood, what to do."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["advice_of_all", "closing_words"]

#: so many documents are named
_MOST_NAMED = 3


def closing_words(open_matters: int, advised: Sequence[tuple[str, str]], where: str = "") -> str:
    """How many matters are open and ``where`` they stand, with the advice.

    ``advised`` are titles with ``raci.views.advice.advice`` of each.
    """
    said = advice_of_all(advised)
    if open_matters:
        count = f"待核 {open_matters} 项{where}"
        return f"{count}；{said}" if said else count
    return said or "没有待核事项"


def advice_of_all(advised: Sequence[tuple[str, str]]) -> str:
    """The advice on one document, or on several with their titles; empty where there is none."""
    given = [(title, words) for title, words in advised if words]
    if len(advised) == 1:
        return given[0][1] if given else ""
    named = "；".join(f"《{title}》{words}" for title, words in given[:_MOST_NAMED])
    return f"{named}；另有 {len(given) - _MOST_NAMED} 个文件也要看" if len(given) > _MOST_NAMED else named
