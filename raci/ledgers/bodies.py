"""Which body of one plan is which of another: one by register and place, however each plan writes it.

Bodies that a plan names together (甲市、乙县人民政府) are each one for itself, where the register knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from raci.config.lookup import names
from raci.ledgers.values import LedgerBody
from raci.model import Department
from raci.register.body_id import BodyId

__all__ = ["BodyLedger", "body_key", "parted"]

#: what is no body that could answer for itself
_NOBODY = ("collective", "unknown", "person")
_PERSON, _UNKNOWN, _OF_DATE = "person:", "name:", "now:"


def body_key(department: Department, place: str | None, *, person: bool = False) -> str:
    """What tells a body from others over all plans.

    Of a body of the register it is its id without the ending of its name (发展改革委 and 发展改革局 of one county are
    one body); a name that the register does not know, an office within a body and a person mean the same only in plans
    of one ``place``. Where it was asked who carries the duty at a date, and one body alone does, it is that body.
    """
    if person:
        return f"{_PERSON}{department.name}@{place or ''}"
    if len(department.current) == 1:
        return _OF_DATE + department.current[0]
    if not department.id:
        return f"{_UNKNOWN}{department.name}@{place or ''}"
    body = BodyId.parse(department.id)
    if body.suffix and not body.names_many and not body.is_unlisted:
        body = body._replace(suffix="")
    if not body.place:
        return f"{body}@{place or ''}"
    return str(body)


@dataclass(slots=True)
class _LedgerBodyDraft:
    kind: str | None
    person: bool
    open_place: bool
    place: str = ""
    canonical: Counter[str] = field(default_factory=Counter)
    names: dict[str, None] = field(default_factory=dict)

    def label(self) -> str:
        """What the body is called, most often."""
        return self.canonical.most_common(1)[0][0]


class BodyLedger:
    """Collects the bodies of all plans, those of an earlier run first."""

    def __init__(self, known: Iterable[LedgerBody] = ()) -> None:
        self._drafts: dict[str, _LedgerBodyDraft] = {}
        for body in known:
            draft = _LedgerBodyDraft(body.kind, body.person, body.open_place)
            draft.canonical[body.label] += 1_000_000  # what a body was called it is called on
            draft.names.update(dict.fromkeys(body.names))
            self._drafts[body.id] = draft

    def add(self, department: Department, place: str | None, *, person: bool = False) -> str:
        """Take in a body of a plan of that place; its id."""
        key = body_key(department, place, person=person)
        draft = self._drafts.get(key)
        if draft is None:
            draft = self._drafts[key] = _LedgerBodyDraft(
                department.kind, person, _is_open(department), department.jurisdiction or place or ""
            )
        current = department.current[0] if len(department.current) == 1 else None
        draft.canonical[current or department.canonical or department.name] += 1
        draft.names[department.name] = None
        return key

    def bodies(self, used: Iterable[str]) -> tuple[LedgerBody, ...]:
        """The bodies of these ids, in the order in which they came, under labels that do not repeat."""
        wanted = set(used)
        by_name = _merged_by_date(self._drafts)
        shown = {key: draft for key, draft in self._drafts.items() if key in wanted and by_name.get(key, key) == key}
        times = Counter(draft.label() for draft in shown.values())
        taken: Counter[str] = Counter()
        bodies = []
        for key, draft in shown.items():
            label = draft.label()
            if times[label] > 1 and draft.place and draft.place not in label:
                label = f"{label}（{draft.place}）"  # 各乡镇人民政府 of two counties
            taken[label] += 1
            bodies.append(
                LedgerBody(
                    key,
                    label if taken[label] == 1 else f"{label}〔{taken[label]}〕",
                    tuple(draft.names),
                    draft.kind,
                    draft.person,
                    draft.open_place,
                )
            )
        return tuple(bodies)

    def successors(self) -> Mapping[str, str]:
        """Id of a body → that of the one which carries its duty at the date asked for, where both are there."""
        return _merged_by_date(self._drafts)


def _is_open(department: Department) -> bool:
    """Whether a plan does not say of which city or county the body is."""
    if not department.id or department.jurisdiction or department.kind != "government":
        return False
    return department.level in ("city", "county")


def _merged_by_date(drafts: Mapping[str, _LedgerBodyDraft]) -> dict[str, str]:
    successors = {name: key for key in drafts if (name := key.removeprefix(_OF_DATE)) != key}
    if not successors:
        return {}
    return {
        key: successors[name]
        for key, draft in drafts.items()
        if not key.startswith((_OF_DATE, _PERSON))
        for name in (draft.label(),)
        if name in successors
    }


def parted(department: Department, place: str | None) -> tuple[Department, ...]:
    """The members of a body that is several, each as the register takes it; else the body as it is.

    ``place`` is that of the plan. Each is called by its name in full.
    """
    if department.kind != "collective" or len(department.members) < 2:
        return (department,)
    return _bodies(department.members, place) or (department,)


@lru_cache(maxsize=2_000)
def _bodies(members: tuple[str, ...], place: str | None) -> tuple[Department, ...]:
    """The bodies; none where one of them is not known to be a body."""
    meant = names(members, place=place, each=True)
    if any(each.kind in _NOBODY or not each.id for each in meant):
        return ()
    return tuple(
        Department(each.name, each.canonical, each.id, kind=each.kind, level=each.level, jurisdiction=each.place)
        for each in meant
    )
