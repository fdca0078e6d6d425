"""What the page proposes: the bodies in a stretch that a person marked, and what a name may mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from raci.analysis.annotations.body_names import is_body
from raci.analysis.annotations.name_lists import list_names
from raci.analysis.annotations.parsing import parse
from raci.analysis.annotations.patterns import Patterns, patterns
from raci.config.lookup import names as look_up
from raci.model import Analysis
from raci.rules.matching import active_rules
from raci.web.utf16 import Utf16

__all__ = ["bodies_in", "meanings"]

#: characters of a stretch that is looked through, and proposals of what a name may mean
_LONGEST, _MOST_MEANINGS = 2000, 12
_PAIRS = {"（": "）", "(": ")", "［": "］", "[": "]", "【": "】", "〔": "〕"}

#: name, its span in the stretch, and its role where the words say one
Named = tuple[str, int, int, str]


def bodies_in(analysis: Analysis, start: int, end: int) -> list[Mapping[str, object]]:
    """The bodies that a stretch names, in order, each with its place and, where the words say it, its role.

    A list of names, with or without labels, is read as in an annotation; in other words the names are found that the
    plan knows already.
    """
    text = analysis.document.text
    end = min(end, start + _LONGEST, len(text))
    while start < end and (text[start] in _PAIRS or text[start].isspace()):
        if text[start] in _PAIRS and text[end - 1] == _PAIRS[text[start]]:
            end -= 1
        start += 1
    words = text[start:end]
    known = patterns(active_rules((), ()))
    found, inside = _listed(words, known), list(_known(words, _names(analysis)))
    if len(found) < 2 <= len(inside) or not found:  # 甲会同乙 is no name
        found = inside
    offsets = Utf16(text)
    return [
        {"name": " ".join(name.split()), "role": role, "span": [offsets.of(start + first), offsets.of(start + last)]}
        for name, first, last, role in sorted(found, key=lambda named: named[1])
    ]


def _listed(words: str, known: Patterns) -> list[Named]:
    """The names in a list; empty where other words stand in it too."""
    content = parse(words, known)
    if not content.refused and not content.odd_names and (content.labelled or content.verbal):
        return [
            (words[mention.start : mention.end], mention.start, mention.end, group.role)
            for group in content.groups(0)
            for mention in group.mentions
            if words[mention.start : mention.end].strip()
        ]
    names = [mention for mention in list_names(words, known) if is_body(mention.text, known)]
    rest = len(words) - sum(mention.end - mention.start for mention in names)
    # words beside the names are separators and 等, or this is no list
    if rest > 2 * len(names) + 2:
        return []
    return [(words[mention.start : mention.end], mention.start, mention.end, "") for mention in names]


def _names(analysis: Analysis) -> list[str]:
    """All names of bodies that the plan has, the longest first."""
    names = {assignment.department.name for assignment in analysis.assignments}
    names |= {mention.text for note in analysis.duties for group in note.groups for mention in group.mentions}
    return sorted((name for name in names if len(name) > 1), key=len, reverse=True)


def _known(words: str, names: list[str]) -> Iterator[Named]:
    """Names that the plan has, where they stand in the words; none within another."""
    taken = [False] * len(words)
    for name in names:
        at = words.find(name)
        while at >= 0:
            if not any(taken[at : at + len(name)]):
                taken[at : at + len(name)] = [True] * len(name)
                yield name, at, at + len(name), ""
            at = words.find(name, at + 1)


def meanings(analysis: Analysis, name: str) -> list[Mapping[str, object]]:
    """What a name may mean: what the register says of it here, its candidates, and who else in the plan is like it."""
    [found] = look_up([name], place=analysis.place or None)
    listed: dict[str, str] = {}
    if found.canonical:
        listed[found.canonical] = f"名录：{found.how}" if found.how else "名录"
    for candidate in found.candidates:
        listed.setdefault(candidate, "名录：相近的名称")
    for assignment in analysis.assignments:
        body = assignment.department
        if body.name == name:
            for candidate in body.candidates:
                listed.setdefault(candidate, f"可能（{body.reason}）" if body.reason else "可能")
    for assignment in analysis.assignments:
        canonical = assignment.department.canonical
        if canonical and (name in canonical or canonical in name or name in assignment.department.name):
            listed.setdefault(canonical, "本方案中的单位")
    return [{"name": canonical, "why": why} for canonical, why in list(listed.items())[:_MOST_MEANINGS]]
