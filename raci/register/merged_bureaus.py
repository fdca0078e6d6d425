"""Bureaus of several duties that no table holds: 农业农村和水利局, 工信商务局; and known ones of unknown places."""

from __future__ import annotations

from raci.register.entries import BodyEntry
from raci.register.folding import fold_name
from raci.register.register import Register

__all__ = ["full_merged_stem"]

#: a duty is written with so many characters
_SHORTEST, _LONGEST = 2, 8
#: an unknown place before a known bureau (宁东市场监管局) is written with so many
_PLACE_SIZES = (2, 3, 4)
#: endings of bodies; the duties of one ending are those of all
_ENDINGS = ("局", "委员会", "厅")


def full_merged_stem(stem: str, register: Register, *, placed: bool) -> str | None:
    """The full name of a bureau whose words are all known duties, or a known bureau after a place that is not.

    None where the words are neither, or are written in full as they stand. ``placed``: a place or level stands before
    the stem, so that none can be in it.
    """
    match = register.patterns["ending.merged"].find(stem)
    if match is None or match.start():
        return None
    words, ending = match["words"], register.spelled("body", match["ending"])
    parts = _duties(words, register)
    if parts is not None:
        return None if _is_full(parts, register) else _joined(parts) + ending
    for size in () if placed else _PLACE_SIZES:
        entry = register.bodies.local.get(fold_name(stem[size:]))
        if entry is not None and entry.kind == "government" and size < len(words):
            return f"{stem[:size]}{entry.stem}" if entry.stem != stem[size:] else None
    return None


def _duties(words: str, register: Register) -> list[tuple[str, str]] | None:
    """(as written, in full) for the duties that the words are, one after the other: the fewest; None where not all."""
    best: list[list[tuple[str, str]] | None] = [[], *[None] * len(words)]
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before, part = best[start], words[start:end]
            if before is None:
                continue
            full = _duty(part, register)
            found = before if _is_link(part, register) and before else [*before, (part, full)] if full else None
            known = best[end]
            if found is not None and (known is None or len(found) < len(known)):
                best[end] = found
    parts = best[-1]
    return parts if parts is not None and len(parts) > 1 else None


def _is_link(part: str, register: Register) -> bool:
    return len(part) == 1 and register.patterns["ending.connector"].holds(part)


def _duty(part: str, register: Register) -> str:
    """A duty in full (工信 → 工业和信息化); empty where no bureau has it."""
    if len(part) < _SHORTEST or _is_link(part[0], register) or _is_link(part[-1], register):
        return ""
    for ending in _ENDINGS:
        entry = register.bodies.local.get(fold_name(f"{part}{ending}"))
        if entry is not None and entry.kind == "government" and entry.stem.endswith(ending):
            return _own_words(entry, ending)
    return ""


def _own_words(entry: BodyEntry, ending: str) -> str:
    return entry.stem.removesuffix(ending)


def _is_full(parts: list[tuple[str, str]], register: Register) -> bool:
    """Whether no duty is shortened so that a full name could not have it."""
    plain = register.patterns["ending.merged-plain"]
    return all(fold_name(part) == fold_name(full) or part in full or plain.holds(part) for part, full in parts)


def _joined(parts: list[tuple[str, str]]) -> str:
    """The duties in full, with 和 before the last alone, as such names have it."""
    fulls = [fold_name(full) for _, full in parts]
    return "".join(fulls[:-1]) + "和" + fulls[-1]
