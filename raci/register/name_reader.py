"""What a name says by itself: place, level, body, ending, plates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from raci.register.collectives import collective, listed_places
from raci.register.compiling import Register
from raci.register.enterprises import by_ending, firm
from raci.register.folding import clean_name, fold_name, plain, split_plates
from raci.register.governments import congress, government, zone
from raci.register.inner_offices import inner_office, sub_unit
from raci.register.name_reading import Entry, NameReading, Own
from raci.register.prefixes import Head, read_prefix
from raci.register.vertical_offices import vertical

__all__ = ["find_candidates", "read_name"]

#: 市委市直机关工委 is 市委直机关工委
_OWN_ORGANS = re.compile(r"(?<=委)[省市县区州旗盟](?=直(?:属)?(?:机关)?工)")
#: courts that are met at one level only
_COURTS = {"高级人民法院": "province", "中级人民法院": "city"}


def read_name(name: str, register: Register) -> NameReading:
    """What ``name`` says by itself; of kind ``unknown`` where it names nobody."""
    return _named(name, _Key(register))


# one register is one value: found by identity, as its tables are mappings
class _Key:
    __slots__ = ("register",)

    def __init__(self, register: Register) -> None:
        self.register = register

    def __hash__(self) -> int:
        return id(self.register)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.register is self.register


@lru_cache(maxsize=32768)
def _named(name: str, where: _Key) -> NameReading:
    text = clean_name(name)
    if text is None:
        return NameReading(name, reason="不像机构名称（为空、过长，或含有控制字符）")
    return _read_cached(text, where)._replace(name=name)


def _cached(text: str, register: Register) -> NameReading:
    return _read_cached(text, _Key(register))


@lru_cache(maxsize=32768)
def _read_cached(text: str, where: _Key) -> NameReading:
    return _read(text, where.register)


def _read(text: str, register: Register) -> NameReading:
    known = register.known.get(fold_name(text))
    if known is not None:
        return _own(text, known, register)
    text = plain(text)
    if register.patterns["nobody"].fullmatch(text):
        return NameReading(text, reason="没有说出是哪个机构")
    base, plates = split_plates(text)
    if plates:
        whole = _whole(text, register)
        if whole is not None:
            return whole
        found = _plain(base, register)
        if found.kind == "zone" and not re.search(r"管理委员会", found.canonical or ""):
            pass
        if found.kind != "unknown":
            return found._replace(name=text, plates=plates)
        # 开发区（投资区）管委会 has its bracket inside and was read whole
        return found._replace(name=text)
    return _plain(text, register)


def _own(text: str, known: Own, register: Register) -> NameReading:
    """A name of the user's: what the register knows of its full name, with what the user says over it."""
    base = _read(clean_name(known.name) or known.name, replace(register, known={}))
    apart = known.apart or known.id or base.kind == "unknown"
    found = base._replace(
        name=text,
        kind=known.kind or (base.kind if base.kind != "unknown" else "government"),
        level=known.level or base.level,
        how="用户名录",
        candidates=(),
        reason="",
        valid_from=known.valid_from or base.valid_from,
        valid_to=known.valid_to or base.valid_to,
        successor=known.successor,
    )
    if not apart:
        return found._replace(canonical=base.canonical, word=base.word)
    return found._replace(canonical=known.name, body=known.id or f"own:{known.name}", head="", tail=known.name, word="",
        place=None, own=True, local="",
    )  # fmt: skip


def _whole(text: str, register: Register) -> NameReading | None:
    """A name whose bracket belongs to it: collectives, 县（区）人民政府."""
    national = register.national.get(fold_name(text))
    if national is not None:
        return _of_entry(text, national, Head(), "中央机构", register)
    for read in (collective, listed_places):
        found = read(text, register)
        if found is not None:
            return found._replace(canonical=(found.canonical or "").replace("（管委会）", "（管理委员会）"))
    return None


def _plain(text: str, register: Register) -> NameReading:
    for found in _tries(text, register):
        if found is not None:
            return found
    candidates = find_candidates(text, register)
    return NameReading(text, reason="名录中没有，也不能按构成判断", candidates=candidates)


def _tries(text: str, register: Register) -> Iterator[NameReading | None]:
    def parent(part: str) -> NameReading:
        return _cached(part, register)

    national = register.national.get(fold_name(text.removeprefix("中华人民共和国")))
    if national is not None:
        yield _of_entry(text, national, Head(level="national"), "中央机构", register)
    bare = register.bare.get(fold_name(text))
    if bare is not None:
        yield _bare(text, bare, register)
    yield vertical(text, register, words=False)
    yield _party(text, register)
    yield _body(text, register)
    yield listed_places(text, register)
    yield congress(text, register)
    yield vertical(text, register, words=False, loose=True)
    yield vertical(text, register, words=True)
    yield collective(text, register)
    yield government(text, register)
    yield zone(text, register)
    yield firm(text, register)
    yield inner_office(text, register, parent)
    yield sub_unit(text, register, parent)
    yield by_ending(text, register)


def _bare(text: str, entry: Entry, register: Register) -> NameReading:
    """A name that the State Council's documents use for the national body, and others for their own."""
    local = register.tails.get(fold_name(text))
    return NameReading(
        text, entry.kind, entry.tail, None, "", local.tail if local else entry.tail, entry.body,
        own=local is None, local=local.body if local else "", how="国务院文件写法",
        candidates=(entry.tail, *((local.tail,) if local else ())),
        reason="未写明层级，国务院文件中指中央机构" if local else "",
        valid_from=entry.valid_from, valid_to=entry.valid_to,
    )  # fmt: skip


def _body(text: str, register: Register) -> NameReading | None:
    """Head and body: every way to part the name, the longest body first."""
    folded_at = _ends(text)
    for at in folded_at:
        entry = register.tails.get(fold_name(text[at:]))
        if entry is None:
            continue
        head = read_prefix(text[:at], register)
        if head is None or head.organ == "委":
            continue
        if head.text == "团" or (at and text[at] in "和与及"):
            continue
        return _of_entry(text, entry, head, "构成" if at else "名称", register)
    # 团省委, 团市委
    match = re.fullmatch(r"(?:共青)?团(.{0,8}?)委(?:员会)?", text)
    if match and match[1]:
        head = read_prefix(match[1], register)
        if head is not None and not head.organ:
            return NameReading(
                text, "mass", f"共青团{head.text}委员会", head.level, head.text, "委员会", "gongqingtuan", head.word,
                head.place, bool(head.named), "构成",
            )  # fmt: skip
    return None


def _ends(text: str) -> range:
    return range(len(text) - 1)


def _party(text: str, register: Register) -> NameReading | None:
    """A committee of the Party, or an organ of one: 市委组织部, 省网信办, 市委."""
    if text.startswith("中共") and text.endswith("委员会"):
        head = read_prefix(text.removeprefix("中共").removesuffix("员会"), register)
        if head is not None and head.organ == "委":
            return NameReading(
                text, "party", f"{head.text}委", head.level, head.text, "委", "party", head.word, head.place,
                bool(head.named), "党委",
            )  # fmt: skip
    if "工委" in text or "工作委员会" in text:
        text = _OWN_ORGANS.sub("", text)
    for at in range(len(text) - 1):
        rest = fold_name(text[at:])
        entry = register.party.get(rest)
        if entry is None:
            continue
        before = text[:at]
        if before in ("地委", "工委", "党工委", "示范区党工委", "新区党工委"):
            return _under(text, entry, Head(before.removesuffix("委"), "city" if before == "地委" else None), "")
        head = read_prefix(before, register)
        if head is None or head.organ == "政府":
            continue
        if head.organ != "委":
            if rest not in register.alone:
                continue
            if rest in register.tails and register.tails[rest].kind != "party":
                continue
        return _under(text, entry, head, "委" if head.text else "")
    if text in ("地委",):
        return NameReading(text, "party", text, "city", "地", "委", "party", how="党委")
    match = re.fullmatch(r"(.+?)(?:党委|委)", text)
    if match:
        head = read_prefix(match[1], register)
        if head is not None and not head.organ and head.text and not head.zone:
            committee = "党委" if text.endswith("党委") else "委"
            return NameReading(
                text, "party", f"{head.text}{committee}", head.level, head.text, committee, "party", head.word,
                head.place, bool(head.named), "党委",
            )  # fmt: skip
    office = re.fullmatch(r"(.+?)(?:党委|委)(办公厅|办公室|办)", text)
    if office:
        head = read_prefix(office[1], register)
        if head is not None and head.text and not head.organ:
            bureau = "办公厅" if office[2] == "办公厅" else "办公室"
            return _under(text, Entry(bureau, "party:bgs", "party"), head, "委")
    return None


def _under(text: str, entry: Entry, head: Head, organ: str) -> NameReading:
    word = head.text
    full = entry.tail
    if organ and not entry.tail.startswith("纪律检查委员会") and entry.body not in ("party:jianwei", "party:jianchaju"):
        committee = "党委" if word.endswith("自治区") else organ
        full = f"{committee}{entry.tail}"
    elif word == "地":
        full = f"委{entry.tail}"
    elif word and not organ:
        full = f"委{entry.tail}" if word.endswith("工") else entry.tail
    return NameReading(
        text, "party", f"{word}{full}", head.level, word, full, entry.body, head.word, head.place,
        bool(head.named) or word in ("地",), "构成", valid_from=entry.valid_from, valid_to=entry.valid_to,
    )  # fmt: skip


def _of_entry(text: str, entry: Entry, head: Head, how: str, register: Register) -> NameReading:
    tail, level = entry.tail, head.level
    body = entry.body
    base = body.partition(".")[0].partition(":")[0]
    if entry.table == "national":
        level = _national_level(entry)
        return NameReading(
            text, entry.kind, tail, level, "", tail, body, own=True, how=how,
            valid_from=entry.valid_from, valid_to=entry.valid_to,
        )  # fmt: skip
    if base == "fayuan":
        if tail == "人民法院" and level in ("province", "city"):
            tail = "高级人民法院" if level == "province" else "中级人民法院"
        elif tail in _COURTS and not head.text:
            level = _COURTS[tail]
        # 市高级人民法院 is a municipality's: another court than 市中级人民法院
        said = {"高级人民法院": "fayuan.gao", "中级人民法院": "fayuan.zhong"}.get(tail, "fayuan")
        body = said if level != _COURTS.get(tail) or (not head.text and tail == "中级人民法院") else "fayuan"
    if tail.endswith("厅") and not level and entry.kind == "government":
        level = "province"
    head_text = head.text
    if head.short and head.place and entry.kind != "vertical" and not entry.own_place:
        head_text = head_text.removesuffix(head.place.short) + head.place.name
    if head.organ == "政府" and tail.startswith("人民政府"):
        pass
    words = head.word
    if base == "gongqingtuan":
        tail, full = "委员会", f"共青团{head_text}委员会"
    else:
        full = f"{head_text}{tail}"
    candidates: tuple[str, ...] = ()
    if len(head.places) > 1:
        candidates = tuple(f"{one.code} {register.path(one)}" for one in head.places[:8])
    return NameReading(
        text, entry.kind, full, level, head_text, tail, body, words, head.place, bool(head.named), how,
        candidates=candidates, valid_from=entry.valid_from, valid_to=entry.valid_to,
    )  # fmt: skip


def _national_level(entry: Entry) -> str | None:
    if entry.kind == "enterprise" or entry.kind == "institution":
        return "national" if re.match(r"中国|国家|中央|国务院|全国|中华", entry.tail) else None
    return "national"


def find_candidates(text: str, register: Register) -> tuple[str, ...]:
    """Bodies whose short forms are one character away from a name: to be looked at, never taken."""
    if not 3 <= len(text) <= 8 or text[-1] not in "局委办厅部会":
        return ()
    stem = re.sub(r"^[省市县区州旗]", "", text)
    found = []
    for written, entry in register.tails.items():
        if len(written) == len(stem) and sum(a != b for a, b in zip(written, stem, strict=True)) == 1:
            found.append(entry.tail)
    return tuple(dict.fromkeys(found))[:4]
