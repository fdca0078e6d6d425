"""How networks are to be made: what ``raci network`` and ``raci.network`` ask for, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from types import MappingProxyType

from raci.config.clock import now
from raci.errors import OptionError
from raci.model import ROLES
from raci.model.roles import PERSON_ROLES

__all__ = ["BACKBONES", "NODE_RULES", "WINDOWS", "NetworkOptions", "parse_periods"]

#: what is one node: a body at its place; all bodies of one function; those of one function and level
NODE_RULES = ("body", "function", "function-level")
#: what documents are parted by
WINDOWS = ("year", "level", "place", "issuer")
#: which ties say more than chance
BACKBONES = ("disparity", "sdsm")


@dataclass(frozen=True, slots=True)
class NetworkOptions:
    """How to make networks.

    ``by`` says what is one node (``NODE_RULES``); ``window`` by what the documents are parted (``WINDOWS``; empty: not
    at all), ``periods`` are years from – to for windows by year (empty: each year). ``networks`` names the projections
    (empty: all), ``roles`` those that count (empty: all but persons'), ``collectives`` whether bodies that stand
    for many (各区县) are nodes. ``topics`` maps words to topics (empty: the outermost heading is the topic).
    ``backbones`` are the rules (``BACKBONES``) by which ties are kept, at the level ``alpha``. ``seed`` is that of the
    communities and the layout. ``formats`` names the formats (empty: the usual ones), ``pictures`` says whether
    networks are drawn. ``made_at`` is the time that outputs state.

    Raises OptionError for what is none of these.
    """

    by: str = "body"
    window: str = ""
    periods: tuple[tuple[int, int], ...] = ()
    networks: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    collectives: bool = True
    topics: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    backbones: tuple[str, ...] = BACKBONES
    alpha: float = 0.05
    seed: int = 7
    formats: tuple[str, ...] = ()
    pictures: bool = True
    made_at: datetime = field(default_factory=now, compare=False)

    def __post_init__(self) -> None:
        counted = tuple(role for role in ROLES if role not in PERSON_ROLES)
        _require("--by", (self.by,), NODE_RULES)
        _require("--window", (self.window,) if self.window else (), WINDOWS)
        _require("--roles", self.roles, counted)
        _require("--backbone", self.backbones, BACKBONES)
        if not 0 < self.alpha < 1:
            raise OptionError(f"显著性水平不对：{self.alpha}", place="--alpha", remedy="请写 0 与 1 之间的数，如 0.05")
        if self.periods and self.window != "year":
            raise OptionError("分期只用于按年份分窗", place="--periods", remedy="请同时写 --window year")

    @property
    def counted_roles(self) -> frozenset[str]:
        """The roles whose bearers take part in a task."""
        return frozenset(self.roles or (role for role in ROLES if role not in PERSON_ROLES))


def parse_periods(text: str) -> tuple[tuple[int, int], ...]:
    """Years from – to, as a user writes them: ``2013-2017,2018-2025``; one year stands for itself.

    Raises OptionError for what is none, and for periods that overlap.
    """
    periods = []
    for part in filter(None, (part.strip() for part in text.replace("，", ",").replace("—", "-").split(","))):
        first, _, last = part.partition("-")
        if not (first.isdecimal() and (last or first).isdecimal() and len(first) == len(last or first) == 4):
            raise OptionError(f"不是年份：{part}", place="--periods", remedy="请写成 2013-2017,2018-2025")
        if int(first) > int(last or first):
            raise OptionError(f"起止颠倒：{part}", place="--periods", remedy="请写成 2013-2017,2018-2025")
        periods.append((int(first), int(last or first)))
    for (_, end), (begin, _) in pairwise(sorted(periods)):
        if begin <= end:
            raise OptionError("几个时期有重叠", place="--periods", remedy="请写成 2013-2017,2018-2025")
    return tuple(sorted(periods))


def _require(place: str, given: tuple[str, ...], known: tuple[str, ...]) -> None:
    if unknown := [name for name in given if name not in known]:
        raise OptionError(f"没有“{'、'.join(unknown)}”", place=place, remedy=f"可用：{'、'.join(known)}")
