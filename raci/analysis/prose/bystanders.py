"""Who has a part in a sentence's task without doing it: who approves it, who is told of it, who guides it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from raci.analysis.prose.duty import PAUSES, Duty, names_reach, names_stop, placed
from raci.analysis.prose.names import PlacedName
from raci.analysis.prose.places import names_and_places
from raci.model import Role
from raci.rules.lexicon import lexicon_hint, lexicon_pattern

__all__ = ["bystanders"]

#: what parts those who approve one after the other, and what one of them may approve
_GOES_ON = re.compile("[，、]|[^，。；、（）]{2,8}、").match
#: how far before a verb 未 may stand that says it was not done, in characters
_REACH_OF_NOT = 32


def bystanders(words: str) -> Iterator[Duty]:
    """Who approves (报市政府批准) and who is told (报市政府备案, 向市政府报告)."""
    taken: set[int] = set()
    for role, rule, hint, before, after in _kinds():
        for mark in before.finditer(words) if hint is before or hint.search(words) else ():
            if mark.start() in taken:
                continue
            start = mark.end()
            while found := _bystanders_from(words, start, after):
                names, end = found
                taken.update(range(mark.start(), end))
                yield Duty(role, names, rule)
                following = _GOES_ON(words, end)
                if role != "approve" or following is None:
                    break
                start = following.end()  # 经市教育局审核、市财政局同意; 经财务部审核预算、法务部审核资格
    if lexicon_hint("prose.inform-hint").search(words) is None:
        return
    marks = list(lexicon_pattern("prose.inform-before").finditer(words))
    for index, mark in enumerate(marks):
        end = marks[index + 1].start() if index + 1 < len(marks) else len(words)
        if mark.end() - 1 in taken or _is_left_undone(words, mark.start()):
            continue
        if names := _told_names(words, mark, end):
            yield Duty("inform", names, "prose.inform-before")


@cache
def _kinds() -> tuple[tuple[Role, str, re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    """Of those who approve, are told, or guide: the rule, a quick look, the words before their names, those behind."""
    approve = lexicon_pattern("prose.approve-before"), lexicon_pattern("prose.approve-after")
    inform = lexicon_pattern("prose.inform-toward"), lexicon_pattern("prose.inform-after")
    guide = lexicon_pattern("prose.under"), lexicon_pattern("prose.under-after")
    return (
        ("approve", "prose.approve-before", approve[0], *approve),
        ("inform", "prose.inform-toward", lexicon_hint("prose.inform-hint"), *inform),
        ("guide", "prose.under", lexicon_pattern("prose.guidance-hint"), *guide),
    )


def _bystanders_from(words: str, start: int, after: re.Pattern[str]) -> tuple[tuple[PlacedName, ...], int] | None:
    """The names that begin at ``start`` and end where what they do begins, and where this ends; None for none."""
    for verb in after.finditer(words, start + 2, names_reach(words, start, len(words))):
        stretch = words[start : verb.start()]
        if any(pause in stretch for pause in PAUSES):
            return None
        if names := placed(names_and_places(stretch), start):
            return names, verb.end()
    return None


def _is_left_undone(words: str, mark: int) -> bool:
    """Whether what stands right before a place says that it was not done: 未按照规定报告……的."""
    return lexicon_pattern("prose.left-undone").search(words, max(0, mark - _REACH_OF_NOT), mark) is not None


def _told_names(words: str, mark: re.Match[str], end: int) -> tuple[PlacedName, ...]:
    """Who is told of something: the names up to a pause, 备案, or what they are to do with it (报送市商务局汇总)."""
    start = mark.end()
    stretch = words[start : names_stop(words, start, end)].rstrip("、")  # 通报市教育局、抄送市财政局
    filed = stretch.find("备案")
    if filed > 0:
        stretch = stretch[:filed]
    names = placed(names_and_places(stretch), start)
    if names or not lexicon_pattern("prose.inform-surely").search(mark[0]):
        return names
    does = lexicon_pattern("prose.told-to-do").match
    for verb in lexicon_pattern("prose.pivot").finditer(words, start + 1, start + len(stretch)):
        if found := names_and_places(words[start : verb.end()]):
            return placed(found, start) if not found[0][1] and does(words, verb.end()) else ()
    return ()
