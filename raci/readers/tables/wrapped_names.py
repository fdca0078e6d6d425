"""Names of bodies in lines one below the other: two names, or one that the end of a line cuts."""

from __future__ import annotations

import re
from functools import lru_cache

from raci.model.pattern_codes import compiled
from raci.rules.cell_content import cell_content
from raci.rules.lexicon import lexicon_pattern

__all__ = [
    "GOES_ON",
    "LEVELS",
    "are_listed",
    "is_broken_off",
    "is_cut",
    "is_rest",
    "is_short_name",
    "joint",
    "tail_of",
]

#: what ends with one of these goes on
GOES_ON = "、，,；;和及与（(《“"
#: what names of bodies begin with: one that has little more is not complete
LEVELS = "国省市区县州盟旗镇乡"
_BROKEN_OFF = compiled(f"(?:[、，,；;]|^)(?:各|[{LEVELS}][^、，,；;]?)?$")
_PLACES, _PLACE_ENDS = (
    compiled("(?:^|[、，,；;])各[市县乡区]$"),
    compiled("[区县镇](?:人民政府|政府|党委|管委会|[、，,（(]|$)"),
)
#: what it costs that some names of a cell have marks between them and others but the end of a line; that a name begins
#: behind what is none
_MIXED, _MARKS, _APART = 1.5, re.compile("[、，,；;]"), 1.2
#: how long the shortest names of bodies and most names of persons are
_SHORT, _NAME = 2, 3
#: so many characters beside the end of a line tell that it breaks a name
_BESIDE = 8
#: so many ends of lines are remembered
_MOST_KNOWN = 4_096
#: what names of bodies end with
_ENDS = "局委办厅部院会司室社所站队处行心团"
#: the end of a name without its beginning: 设委, 中心, 力公司, 人民政府
_TAIL = compiled(
    r"(?:[^、，,；;]{1,2}|[^、，,；;]?(?:公司|集团|分行|支行|中心|分局|委员会|管委会)|(?:人民)?政府|办事处|管理委员会|(?:有?关)?成员单位|有关单位)(?=$|[、，,；;])"
)


def tail_of(names: str) -> re.Match[str] | None:
    """What names begin with that is only the end of one; 妇联, 团委 and 各村 are short, but whole."""
    tail = _TAIL.match(names)
    return None if tail is None or tail[0][0] == "各" or is_short_name(tail[0]) else tail


def is_short_name(words: str) -> bool:
    """Whether words of two characters are the whole name of a body."""
    return len(words) == _SHORT and lexicon_pattern("body.short-name").fullmatch(words) is not None


def are_listed(before: str, after: str) -> bool:
    """Whether two lines of a cell are two bodies or persons, one below the other, and no name that is wrapped."""
    if tail_of(after) or before[-1:] in GOES_ON + "等" or after[:1] in "、，,；;）)和及与":
        return False
    if is_broken_off(before) or is_cut(before, after):
        return False
    first, second = cell_content(before), cell_content(after)
    if first.kind == second.kind == "person":
        person = lexicon_pattern("column.full-name")
        return person.match(before) is not None and person.match(after) is not None
    return first.kind == second.kind == "bodies" and first.odd == second.odd == 0


def is_broken_off(names: str) -> bool:
    """Whether a list of names ends with little more than the level of a body: 市住 ⏎ 建局."""
    return _BROKEN_OFF.search(names[-3:]) is not None


def is_cut(before: str, after: str) -> bool:
    """Whether a line goes on with the name that the line before ends with, though each part reads like a body.

    市政府 ⏎ 办公室 is one office, 办公室 and 社会 are words: 市政府办 ⏎ 公室, 人力资源社 ⏎ 会保障局.
    """
    if after.startswith(("办公室", "办公厅")):
        return before.endswith(("政府", "委", "会"))
    if _PLACES.search(before) and _PLACE_ENDS.match(after):  # 各县 ⏎ 区人民政府
        return True
    return _is_broken(f"{before[-_BESIDE:]}⏎{after[:_BESIDE]}")


@lru_cache(maxsize=_MOST_KNOWN)
def _is_broken(joint: str) -> bool:
    """Whether the end of a line (⏎) stands in the midst of a name; pieces are laid in several ways, so most recur."""
    return any("⏎" in match[0] for match in lexicon_pattern("body.broken-name").finditer(joint))


def is_rest(before: str, after: str) -> bool:
    """Whether a line can only begin with the rest of the name that the line before ends with.

    供电公司 is such a rest, and 局、市财政局 begins with one.
    """
    if not before or not after:
        return False
    if before[-1] in GOES_ON or after[0] in GOES_ON:  # 市自然资源 ⏎ 和规划局
        return True
    rest = tail_of(after)
    if rest is None or after[0] in LEVELS:  # 市委 is one body more
        return is_cut(before, after)
    return len(rest[0]) > 2 or rest[0][-1] in _ENDS


def joint(last: str, text: str, line: str, listed: bool) -> tuple[str, float]:
    """The mark between the last name of a cell and a piece that goes on in it, and what it costs that they meet.

    ``line`` is the line above the piece; ``listed``: the piece is one more body.
    """
    if listed:
        return "、", _MIXED if _MARKS.search(text) or _MARKS.search(line) else 0.0
    return "", _APART if _is_apart(last, text) else 0.0


def _is_apart(before: str, after: str) -> bool:
    """Whether a name begins in the next piece though what stands before it is none: running text, or a person, of
    another column.
    """
    if len(before) < _SHORT or before[-1] in GOES_ON:
        return False
    if after[:1] in LEVELS and len(before) > _SHORT and cell_content(before).kind == "text":
        return True
    is_person = cell_content(before).kind == "person" and lexicon_pattern("group.surname").match(before) is not None
    return is_person and len(before) == _NAME and cell_content(after).kind == "bodies" and tail_of(after) is None
