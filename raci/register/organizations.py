"""Documents of a company, a university, a hospital: what their names without a place mean.

安全部, 人事部, 组织部 in them are offices of the issuer, never the country's ministry or the Party's organ.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from raci.register.body_id import BodyId
from raci.register.name_reading import NameReading
from raci.register.register import Register

__all__ = [
    "bureau_of_zone",
    "doubted",
    "find_organization",
    "in_organization",
    "is_doubtful",
    "is_shared",
    "may_be_inner",
]

#: what a body of an issuer without a name is called by
_UNNAMED = "本单位"
_HOW = "文件是这个单位自己的"
#: of so many names it is remembered whether they sound like those of an office within one
_REMEMBERED = 8192
#: so many different names that only an organization has tell one where no title does
_TELLING = 2
#: kinds of bodies that stand outside of an organization where their names have a level or a place
_OUTSIDE = ("government", "party", "vertical", "local_government", "judicial")


def find_organization(leads: Iterable[str], readings: Sequence[NameReading], register: Register) -> str | None:
    """The organization whose document it is; ``本单位`` where it has no name; None where it is no organization's.

    ``leads`` are the texts that may begin with its name: issuer, title, first line. Of the bodies that are named most
    must be its own: a city's plan for its hospital names the city's bureaus.
    """
    named = next(filter(None, (_leading(lead, register) for lead in leads)), None)
    names = {reading.name: reading for reading in readings}
    if named is None and sum([_tells_organization(name, register) for name in names]) < _TELLING:
        return None  # most documents
    outside = sum(reading.kind in _OUTSIDE and bool(reading.prefix) for reading in names.values())
    if named is None:
        return None if outside else _UNNAMED
    own = sum(may_be_inner(reading, register) for reading in names.values())
    return named if own and own >= outside else None


def _leading(text: str, register: Register) -> str | None:
    """The organization that a text begins with; None for a sort of organizations (公立医院)."""
    match = register.patterns["organization.named"].find(text)
    if match is None or register.patterns["organization.sort"].holds(match["name"]):
        return None
    name: str = match["name"]
    return name


def may_be_inner(reading: NameReading, register: Register) -> bool:
    """Whether a name may be that of an office of whoever writes: no place, no level, an ending of offices."""
    if reading.place is not None or reading.level_word or reading.plates:
        return False
    return _sounds_inner(reading.name, register)


@lru_cache(maxsize=_REMEMBERED)
def _sounds_inner(name: str, register: Register) -> bool:
    patterns = register.patterns
    return patterns["organization.inner"].holds(name) and not patterns["organization.never-inner"].holds(name)


@lru_cache(maxsize=_REMEMBERED)
def _tells_organization(name: str, register: Register) -> bool:
    return register.patterns["organization.telling"].holds(name)


@lru_cache(maxsize=_REMEMBERED)
def is_shared(name: str, register: Register) -> bool:
    """Whether a name is that of central organs, of the Party's and of offices of anybody: 组织部, 安全部."""
    return register.patterns["organization.shared"].holds(name)


def doubted(reading: NameReading) -> NameReading:
    """安全部 in a document that is not the country's: a ministry or an office of whoever writes, nobody can tell."""
    candidates = (reading.canonical or reading.name, f"发文单位的{reading.name}")
    return NameReading(reading.name, candidates=candidates, reason="未写明是中央机构还是发文单位自己的部门")


def is_doubtful(reading: NameReading, register: Register) -> bool:
    """Whether a name that reads as a ministry is more likely an office where the document is not the country's."""
    return reading.level == "national" and register.patterns["organization.doubtful"].holds(reading.name)


def bureau_of_zone(reading: NameReading, organization: str, register: Register) -> bool:
    """Whether a bureau without a place is that of the zone whose document it is: 经济发展局 of 青溪高新区."""
    bare = reading.kind == "government" and not reading.prefix and reading.place is None
    return bare and reading.level is None and register.patterns["zone.name"].holds(organization.removesuffix("管委会"))


def in_organization(reading: NameReading, organization: str, register: Register) -> NameReading | None:
    """What a name means in a document of ``organization``; None where it is none of its own."""
    patterns = register.patterns
    if patterns["organization.partner"].holds(reading.name):
        return _own(reading, "collective", reading.name, BodyId("set", variant=reading.name))
    if not (may_be_inner(reading, register) or patterns["organization.post"].holds(reading.name)):
        return None
    full = f"{organization}{reading.name}"
    return _own(reading, "office", full, BodyId("office", variant=full))


def _own(reading: NameReading, kind: str, canonical: str, body: BodyId) -> NameReading:
    return NameReading(reading.name, kind=kind, canonical=canonical, stem=canonical, body=body, how=_HOW)
