"""What a name says by itself: place, level, body, ending, plates."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from raci.register.body_id import BodyId
from raci.register.body_names import read_around_place, read_bare_national, read_body, read_national
from raci.register.candidates import find_candidates
from raci.register.collectives import read_collective
from raci.register.congresses import read_congress
from raci.register.endings import read_by_ending
from raci.register.enterprises import read_enterprise
from raci.register.entries import OwnName
from raci.register.folding import LONGEST_NAME, clean_name, fold_name, split_plates, strip_leftover
from raci.register.governments import read_government
from raci.register.inner_offices import read_inner_office, read_sub_unit
from raci.register.listed_places import read_listed_places
from raci.register.name_reading import NameReading
from raci.register.party_organs import read_party_organ
from raci.register.register import Register
from raci.register.vertical_offices import read_vertical_office
from raci.register.zones import read_zone

__all__ = ["read_name"]

#: how many readings are remembered, of names as written: registers of the same content share them
_REMEMBERED = 8192


def read_name(name: str, register: Register) -> NameReading:
    """What ``name`` says by itself; of kind ``unknown`` where it names nobody."""
    # what is longer names nobody, and is not remembered
    read = _read_as_written if len(name) <= LONGEST_NAME else _read_as_written.__wrapped__
    return read(name, register)


@lru_cache(maxsize=_REMEMBERED)
def _read_as_written(name: str, register: Register) -> NameReading:
    text = clean_name(name)
    if text is None:
        return NameReading(name, reason="不像机构名称（为空、过长，或含有控制字符）")
    reading = _read(text, register)
    return reading if reading.name == name else reading._replace(name=name)


def _read(text: str, register: Register) -> NameReading:
    """What a clean name says; most are read once, so that they are not remembered beside the names as written."""
    own_name = register.own_names.get(fold_name(text))
    if own_name is not None:
        return _read_own(text, own_name, register)
    if register.patterns["name.former"].holds(text) and not _begins_with_place(text, register):
        former = _read(text[1:], register)
        if former.level_word or former.place is not None or former.level == "national":
            return former
    text = strip_leftover(text)
    if register.patterns["nobody"].holds(text):
        return NameReading(text, reason="没有说出是哪个机构")
    base, plates = split_plates(text)
    if not plates:
        return _read_without_plates(text, register)
    whole = _read_whole(text, register)
    if whole is not None:
        return whole
    reading = _read_without_plates(base, register)
    return reading._replace(name=text, plates=plates if reading.kind != "unknown" else ())


def _begins_with_place(text: str, register: Register) -> bool:
    return any(text[:size] in register.places.named for size in range(2, register.places.longest))


def _read_own(text: str, own_name: OwnName, register: Register) -> NameReading:
    """A name of the user's: what the register knows of its full name, with what the user says over it."""
    base = _read(clean_name(own_name.name) or own_name.name, register.with_own_names({}))
    reading = base._replace(
        name=text,
        kind=own_name.kind or (base.kind if base.kind != "unknown" else "government"),
        level=own_name.level or base.level,
        how="用户名录",
        candidates=(),
        reason="",
        valid_from=own_name.valid_from or base.valid_from,
        valid_to=own_name.valid_to or base.valid_to,
        successor=own_name.successor,
    )
    if not (own_name.apart or own_name.id or base.kind == "unknown"):
        return reading
    return reading._replace(
        canonical=own_name.name,
        body=BodyId.parse(own_name.id) if own_name.id else BodyId("own", variant=own_name.name),
        prefix="",
        stem=own_name.name,
        level_word="",
        place=None,
        standalone=True,
        local=None,
    )


def _read_whole(text: str, register: Register) -> NameReading | None:
    """A name whose bracket belongs to it: collectives, 县（区）人民政府."""
    national = read_national(text, register)
    if national is not None:
        return national
    reading = read_collective(text, register) or read_listed_places(text, register)
    if reading is None:
        return None
    return reading._replace(canonical=(reading.canonical or "").replace("（管委会）", "（管理委员会）"))


def _read_without_plates(text: str, register: Register) -> NameReading:
    reading = next((reading for reading in _attempts(text, register) if reading is not None), None)
    if reading is not None:
        # reforms from above end bureaus, not the offices that towns go on to call by the same names
        return reading._replace(valid_to=None) if reading.level == "township" else reading
    return NameReading(text, reason="名录中没有，也不能按构成判断", candidates=find_candidates(text, register))


def _attempts(text: str, register: Register) -> Iterator[NameReading | None]:
    """What each kind of name makes of the text, in the order of trying: the surest first."""

    def read_parent(part: str) -> NameReading:
        return _read(part, register)

    yield read_national(text.removeprefix("中华人民共和国"), register)
    yield read_bare_national(text, register)
    yield read_vertical_office(text, register, "known")
    yield read_around_place(text, register)
    yield read_party_organ(text, register)
    yield read_body(text, register)
    yield read_listed_places(text, register)
    yield read_congress(text, register)
    yield read_vertical_office(text, register, "any")
    yield read_vertical_office(text, register, "none")
    yield read_collective(text, register)
    yield read_government(text, register)
    yield read_zone(text, register)
    yield read_enterprise(text, register)
    yield read_inner_office(text, register, read_parent)
    yield read_sub_unit(text, register, read_parent)
    yield read_by_ending(text, register)
