"""What the page proposes: the bodies in a stretch that a person marked, and what a name may mean."""

from __future__ import annotations

from collections.abc import Mapping

from raci.analysis.annotations.name_lists import list_names
from raci.analysis.annotations.parsing import parse
from raci.analysis.annotations.patterns import patterns
from raci.config.lookup import names as look_up
from raci.model import Analysis, Mention
from raci.rules.matching import active_rules
from raci.web.utf16 import Utf16

__all__ = ["bodies_in", "meanings"]

#: characters of a stretch that is looked through
_LONGEST = 2000


def bodies_in(analysis: Analysis, start: int, end: int) -> list[Mapping[str, object]]:
    """The bodies that a stretch names, in order, each with its place and, where the words say it, its role."""
    text = analysis.document.text[start : min(end, start + _LONGEST)]
    known = patterns(active_rules((), ()))
    content = parse(text, known)
    found: list[tuple[Mention, str]] = [
        (mention, group.role) for group in content.groups(0) if not content.refused for mention in group.mentions
    ]
    found = found or [(mention, "") for mention in list_names(text, known)]
    offsets = Utf16(analysis.document.text)
    return [
        {
            "name": " ".join(mention.text.split()),
            "role": role if content.labelled or content.verbal else "",
            "span": [offsets.of(start + mention.start), offsets.of(start + mention.end)],
        }
        for mention, role in sorted(found, key=lambda pair: pair[0].start)
        if mention.text.strip() and text[mention.start : mention.end] == mention.text
    ]


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
    return [{"name": canonical, "why": why} for canonical, why in list(listed.items())[:12]]
