"""The parties of a contract (甲方, 乙方) that are bodies: what their sentences say, they are to do.

Which body a party is stands at the head (甲方：市园林局; 市园林局（以下简称“甲方”）). A firm or a person is no
body, and what it is to do is no duty. While a text is read for duties, a name of two characters stands for each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from raci.analysis.prose.names import names_in
from raci.model import Group, Mention
from raci.rules.lexicon import lexicon_pattern

__all__ = ["parties", "with_parties", "with_stand_ins"]

#: what stands for a party while its sentences are read: names that no contract has
_STAND_INS = {"甲方": "我部", "乙方": "我厅", "丙方": "我委", "丁方": "我局"}


def parties(text: str) -> Mapping[str, str]:
    """The parties of a text that are bodies, each with the body's name; none where its names are in use."""
    if not any(party in text for party in _STAND_INS):
        return {}
    found: dict[str, str] = {}
    for declared in lexicon_pattern("prose.party").finditer(text):
        name = declared["name"] or declared["named"]
        names = names_in(name)
        if names and len(names) == 1 and names[0][0] == name:
            found.setdefault(declared["party"] or declared["of"], name)
    return found if not any(name in text for name in _STAND_INS.values()) else {}


def with_stand_ins(text: str, found: Mapping[str, str]) -> str:
    """The text with a name for each party that was ``found``, as long as before."""
    for party in found:
        text = text.replace(party, _STAND_INS[party])
    return text


def with_parties(groups: Sequence[Group], text: str, found: Mapping[str, str]) -> tuple[Group, ...]:
    """The groups with the parties as the text calls them, each with the whole name of its body."""
    return tuple(
        Group(group.role, tuple(_with_party(mention, text, found) for mention in group.mentions), group.rule)
        for group in groups
    )


def _with_party(mention: Mention, text: str, found: Mapping[str, str]) -> Mention:
    """A party, or a part of one (乙方财务处), as the text calls it."""
    party = next((party for party in found if text.startswith(party, mention.start)), None)
    if party is None:
        return mention
    rest = mention.text.removeprefix(_STAND_INS[party])
    return mention._replace(text=party + rest, full=found[party] + rest)
