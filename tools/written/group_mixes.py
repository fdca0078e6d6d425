"""Texts of groups in which ways of writing are combined at random, each with who is in it."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from written.group_pools import GIVEN, KINDS, LEVELS, NAMES, OFFICIALS, PARTS, RARE, SETTINGS, SURNAMES, TOPICS, pool
from written.group_ways import ENTRIES, LABELS, OFFICES, SENTENCES, SEPARATORS, Person, wide

__all__ = ["Mixed", "in_sentence", "roster"]

#: how parts of a group are told ({part}, {lead}, {helps}), and what is held back
_PARTS = {
    "{part}组（由{lead}牵头，{helps}参加）": False,
    "{part}组（{lead}牵头，{helps}配合）": False,
    "{part}组（牵头单位：{lead}；成员单位：{helps}）": False,
    "{part}组由{lead}牵头，{helps}参加": False,
    "{part}组由{lead}负责、{helps}配合": True,
    "{part}组（由{lead}任组长单位，{helps}为成员单位）": True,
}
_DECORATIONS = ("", "", "", "", "（女）", "numbers", "vacant", "rare", "masked")
_POSITIONS = ("head", "deputy", "member")
_Way = TypeVar("_Way")


class Mixed(NamedTuple):
    """A text, the groups that are in it, and the ways in which it was written."""

    text: str
    gold: Mapping[str, Any]
    ways: Mapping[str, str]


class _Group(NamedTuple):
    """A group before it is written: its name and kind, its titles, who has each, and the topic."""

    name: str
    kind: str
    topic: str
    titles: Sequence[str]
    seats: Sequence[Sequence[Person]]


def _called(kind: str) -> str:
    """What a group of a kind is called in its document: 领导小组."""
    return re.sub("^(工作(?!组|小组)|攻坚|整治|筹备(?!组))", "", kind)


def _drawn(rng: random.Random, ways: Mapping[str, _Way], held: Mapping[str, bool], *, is_held: bool) -> str:
    return rng.choice([name for name in ways if held[name] == is_held])


def _group(rng: random.Random, *, is_held: bool) -> _Group:
    organisation, (level, place) = rng.choice(OFFICIALS), rng.choice(LEVELS)
    kind = _drawn(rng, KINDS, {name: bool(each[3]) for name, each in KINDS.items()}, is_held=is_held)
    topic = rng.choice(TOPICS)
    used: set[str] = set()

    def person(position: str, post: Any) -> Person:
        while (name := rng.choice(SURNAMES) + rng.choice(GIVEN)) in used:
            pass
        used.add(name)
        return Person(position, name, post)

    heads, deputies, members = pool(organisation, level)
    counts = (rng.choice([1, 1, 2]), rng.randint(1, 3), rng.randint(4, 8))
    seats = [
        [person(position, post) for post in rng.sample(posts, count)]
        for position, posts, count in zip(_POSITIONS, (heads, deputies, members), counts, strict=True)
    ]
    before = place if organisation == "gov" else rng.choice(NAMES[organisation])
    return _Group(before + topic + kind, kind, topic, [str(each) for each in KINDS[kind][:3]], seats)


def _renamed(rng: random.Random, group: _Group, decoration: str) -> _Group:
    """The group with some rare names, or with all names masked."""
    rare = iter(rng.sample(RARE, len(RARE)))
    masked = iter(rng.sample(sorted(set(SURNAMES)), 24))

    def new(one: Person) -> Person:
        if decoration == "masked":
            return one._replace(name=next(masked) + rng.choice(["某某", "××"]))
        return one._replace(name=next(rare, one.name)) if rng.random() < 0.35 else one

    return group._replace(seats=[[new(one) for one in seat] for seat in group.seats])


def _as_told(one: Person, told: str, *, is_vacant: bool = False) -> dict[str, str | None]:
    """What is labelled of a person of whom ``told`` is written."""
    name = one.name if "n" in told and not is_vacant else None
    if told == "n":
        return _member(one.position, name)
    if told == "nb" and one.post.rank:
        return _member(one.position, name, None, one.post.body)
    return _member(one.position, name, one.post.words, one.post.body)


def _member(position: str, name: str | None = None, post: str | None = None, dept: str | None = None) -> dict[str, str | None]:  # fmt: skip # noqa: E501
    return {"position": position, "name": name, "post": post, "dept": dept}


def _entries(rng: random.Random, seat: Sequence[Person], way: str, decoration: str) -> tuple[list[str], list[Any]]:
    """The entries of those who have a title, and what is labelled of each."""
    entry = ENTRIES[way]
    words, gold = list[str](), list[Any]()
    for number, one in enumerate(seat):
        is_vacant = decoration == "vacant" and one.position == "member" and number == 1
        text = entry.write(one)
        written = wide(one.name) if wide(one.name) in text else one.name
        if is_vacant:
            text = f"空缺（{one.post.words}）" if "（" in text else text.replace(written, "（空缺）")
        elif decoration == "（女）" and rng.random() < 0.4:
            text = text.replace(written, f"{written}（女）", 1)
        words.append(text)
        gold.append(_as_told(one, entry.told, is_vacant=is_vacant))
    return words, gold


def _fitting(rng: random.Random, told: str, separator: str, way: str) -> str:
    """A decoration that goes with what is told and how entries are parted."""
    decoration = rng.choice(_DECORATIONS)
    if told == "p" or (separator != "line" and decoration in ("numbers", "vacant")):
        return ""
    is_simple = way in ("王某 市财政局局长", "王　某　市财政局局长", "王某（市财政局局长）", "市财政局局长　王　某")
    return "" if decoration == "vacant" and not is_simple else decoration


def roster(seed: int, *, held: bool) -> Mixed:
    """A text with a roster; of a text ``held``, two ways are of those that nobody has looked at."""
    rng = random.Random(f"roster {seed}")
    kept = set(rng.sample(["kind", "entry", "label", "setting", "office"], 2)) if held else set[str]()
    group = _group(rng, is_held="kind" in kept)
    way = _drawn(rng, ENTRIES, {name: each.held for name, each in ENTRIES.items()}, is_held="entry" in kept)
    label = _drawn(rng, LABELS, LABELS, is_held="label" in kept)
    separator = rng.choice(ENTRIES[way].parted.split())
    decoration = _fitting(rng, ENTRIES[way].told, separator, way)
    if decoration in ("rare", "masked"):
        group = _renamed(rng, group, decoration)
    lines, gold = list[str](), list[Any]()
    for number, (title, seat) in enumerate(zip(group.titles, group.seats, strict=True)):
        words, labelled = _entries(rng, seat, way, decoration)
        gold += labelled
        written = label.format(
            t=title, T=wide(title), i=number + 1, I="一二三"[number], c=len(seat), k=_called(group.kind)
        )
        lines.append(written + _joined(words, separator, written, numbers=decoration == "numbers"))
    office, of_office = _office(rng, group, is_held="office" in kept) if decoration != "masked" else ("", [])
    setting = _drawn(rng, SETTINGS, {name: bool(each[1]) for name, each in SETTINGS.items()}, is_held="setting" in kept)
    named = rng.choice(["成员名单", "组成人员名单", "组成人员", "人员名单"])
    text = str(SETTINGS[setting][0]).format(g=group.name, r="\n".join(lines), o=office, t=group.topic, list=named)
    ways = {"kind": group.kind, "entry": way, "label": label, "parted": separator, "decoration": decoration}
    return Mixed(text, {"groups": [{"group": group.name, "members": gold + of_office}]}, {**ways, "setting": setting})


def _joined(words: Sequence[str], separator: str, label: str, *, numbers: bool) -> str:
    """The entries as they stand behind a label."""
    if numbers:
        return ("" if label.endswith("\n") else "\n") + "\n".join(f"{i}.{one}" for i, one in enumerate(words, 1))
    if separator == "two":
        return "\n　　　　".join(SEPARATORS["two"].join(words[i : i + 2]) for i in range(0, len(words), 2))
    if separator == "line" and label.endswith("\n"):
        return "\n".join(words)
    return SEPARATORS.get(separator, separator).join(words)


def _office(rng: random.Random, group: _Group, *, is_held: bool) -> tuple[str, list[Any]]:
    """What is said of the group's office, and who is of it."""
    words = _drawn(rng, OFFICES, {name: each[1] for name, each in OFFICES.items()}, is_held=is_held)
    one, told = group.seats[2][1], OFFICES[words][0].split()
    gold = [_member("office", None, None, one.post.body)] if "office" in told else []
    if "name" in told:
        gold.append(_member("office_head", one.name))
    if "post" in told:
        gold.append(_member("office_head", None, one.post.words, one.post.body))
    return words.format(k=_called(group.kind), b=one.post.body, p=one.post.words, n=one.name), gold


def in_sentence(seed: int, *, held: bool) -> Mixed:
    """A text that says in a sentence who is in a group, and which parts it has; ``held`` as for ``roster``."""
    rng = random.Random(f"sentence {seed}")
    kept = set(rng.sample(["kind", "sentence", "parts", "office"], 2)) if held else set[str]()
    group = _group(rng, is_held="kind" in kept)
    told = rng.choice(["市财政局局长王某", "市财政局局长", "王某（市财政局局长）"])
    if rng.random() < 0.15:
        group = _renamed(rng, group, "rare")
    if told == "市财政局局长":
        group = group._replace(seats=[_told_apart(seat) for seat in group.seats])
    words = [_entries(rng, seat, told, "")[0] for seat in group.seats]
    sentence = _drawn(rng, SENTENCES, SENTENCES, is_held="sentence" in kept)
    sentence = sentence.format(
        g=group.name,
        **dict(zip("HDM", group.titles, strict=True)),
        **{key: "、".join(each) for key, each in zip("hdm", words, strict=True)},
    )
    gold = [_as_told(one, ENTRIES[told].told) for seat in group.seats for one in seat]
    office, of_office = _office(rng, group, is_held="office" in kept)
    parts, groups = _parts(rng, group, is_held="parts" in kept) if rng.random() < 0.5 else ("", [])
    text = f"{group.topic}工作方案\n\n二、组织领导\n　　{sentence}{parts}\n{office}\n三、工作要求\n　　压实责任。\n"
    ways = {"kind": group.kind, "sentence": sentence[:12], "told": told, "parts": parts[:24], "office": office[:12]}
    return Mixed(text, {"groups": [{"group": group.name, "members": gold + of_office}, *groups]}, ways)


def _told_apart(seat: Sequence[Person]) -> Sequence[Person]:
    """Those whose posts by themselves are not read as two of one person: of 党委书记、校长 the first."""
    return seat if seat[0].position == "member" else seat[:1]


def _parts(rng: random.Random, group: _Group, *, is_held: bool) -> tuple[str, list[Any]]:
    """A sentence on the parts of a group, and these."""
    way = _drawn(rng, _PARTS, _PARTS, is_held=is_held)
    bodies = [one.post.body or "" for one in group.seats[2]]
    names = rng.sample(PARTS, 2)
    shared = {names[0]: (bodies[0], bodies[1:3]), names[1]: (bodies[3], bodies[:2])}
    told = [
        way.format(part=part, lead=lead, helps="、".join(helps) + "等单位" * (rng.random() < 0.3))
        for part, (lead, helps) in shared.items()
    ]
    numbers = rng.choice([("", ""), ("①", "②"), ("1.", "2."), ("（1）", "（2）")])
    listed = "；".join(number + each for number, each in zip(numbers, told, strict=True))
    gold = [
        {"group": f"{part}组", "members": [_member("head", dept=lead), *(_member("member", dept=one) for one in helps)]}
        for part, (lead, helps) in shared.items()
    ]
    return f"{_called(group.kind)}下设两个工作组：{listed}。", gold
