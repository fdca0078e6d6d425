"""Names whose ending stands only behind the last of them: 教育、财政部门; 云州、岭海、南屏等市人民政府."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from raci.register.endings import made_of_duties
from raci.register.folding import fold_name
from raci.register.name_reading import NameReading
from raci.register.register import Register

__all__ = ["with_shared_endings"]

#: what a name says, read as a whole
ReadName = Callable[[str], NameReading]


def with_shared_endings(readings: Sequence[NameReading], register: Register, read: ReadName) -> list[NameReading]:
    """The readings of one list of names: an unknown one with the ending that a name after it has for both.

    Only the words that are known to be a duty take 部门, only what may be a place takes 市人民政府.
    """
    whole = list(readings)
    for index in range(len(whole) - 2, -1, -1):
        if whole[index].kind == "unknown":
            shared = _shared(whole[index], whole[index + 1], register, read)
            whole[index] = shared or whole[index]
    return whole


def _shared(reading: NameReading, following: NameReading, register: Register, read: ReadName) -> NameReading | None:
    name, full = reading.name, following.shared_from or following.name
    departments = register.patterns["name.shared-departments"].find(full)
    if departments:
        if not _is_duty(name, register):
            return None
        kind, shared = "collective", departments["shared"]
    else:
        government = register.patterns["name.shared-government"].find(full)
        if not government:
            return None
        kind, shared = "local_government", government["shared"]
    with_ending = read(f"{name}{shared}")
    if with_ending.kind != kind:
        return None
    return with_ending._replace(name=name, shared_from=full, how=f"{with_ending.how}；与“{full}”共用结尾")


def _is_duty(name: str, register: Register) -> bool:
    """Whether the words are a duty that some body is named by."""
    if not register.patterns["name.duty-only"].holds(name):
        return False
    endings = (suffix.suffix for suffix in register.suffixes.values())
    return made_of_duties(name, register) or any(
        fold_name(f"{name}{ending}") in register.bodies.local for ending in endings
    )
