"""Write ``raci/data/quick_heads.json``: what the heads of columns, and names of bodies, end with, by their rules.

    python tools/quick_heads.py [--check]

Run this after a change of a rule of kind ``column``, ``label`` or ``ending``; ``tests/rules/test_quick_heads.py`` says
when it is due. ``--check`` exits 1 where the file is not what this would write.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from generated_pages import write_or_check
from pattern_text import alternatives

from raci.rules import built_in
from raci.rules.column_heads import pattern_of_heads
from raci.rules.matching import any_of
from raci.rules.quick_heads import HeadEnds, NameEnds, checksum

# private: for tools and tests alone
import re._constants as op  # type: ignore[import-not-found]  # isort: skip
import re._parser as parser  # type: ignore[import-not-found]  # isort: skip

FILE = Path(__file__).parents[1] / "raci" / "data" / "quick_heads.json"
#: stands for any character
_ANY = "\0"
#: how many characters of an end are looked at; a range of more characters is any
_SIZE, _WIDEST = 2, 60

#: what texts may end with: the last characters, fewer where the whole text is shorter
Ends = frozenset[str]


def ends_of(sequence: Iterable[tuple[object, object]]) -> Ends:
    """What a parsed pattern may end with."""
    found: Ends = frozenset({""})
    for kind, value in reversed(list(sequence)):
        if all(len(end) == _SIZE for end in found):
            break
        found = _joined(_ends_of(kind, value), found)
    return found


def _joined(before: Ends, after: Ends) -> Ends:
    """The ends of texts of which the one part ends so, and the other behind it."""
    whole = {end for end in after if len(end) == _SIZE}
    return frozenset(whole | {(start + end)[-_SIZE:] for end in after - whole for start in before})


def _ends_of(kind: object, value) -> Ends:  # type: ignore[no-untyped-def]
    """What one part may end with."""
    if kind is op.BRANCH:
        return frozenset().union(*map(ends_of, value[1]))
    if kind is op.SUBPATTERN:
        return ends_of(value[3])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, most, part = value
        once = ends_of(part)
        twice = _joined(once, once) if most > 1 else frozenset()
        return twice | (once if least < 2 else frozenset()) | (frozenset({""}) if least == 0 else frozenset())
    if kind in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return frozenset({""})
    return _characters(kind, value) or frozenset(_ANY)


def _characters(kind: object, value) -> Ends | None:  # type: ignore[no-untyped-def]
    """The characters that a part may be; None where that is no list."""
    if kind is op.LITERAL:
        return frozenset(chr(value))
    return _of_set(value) if kind is op.IN else None


def _of_set(items: Iterable[tuple[object, object]]) -> Ends | None:
    found: set[str] = set()
    for kind, value in items:
        if kind is op.LITERAL:
            found.add(chr(value))  # type: ignore[call-overload]
        elif kind is op.RANGE and value[1] - value[0] < _WIDEST:  # type: ignore[index]
            found.update(map(chr, range(value[0], value[1] + 1)))  # type: ignore[index]
        else:
            return None
    return frozenset(found)


def _ways(sequence: Sequence[tuple[object, object]]) -> list[list[tuple[object, object]]]:
    """A parsed pattern without and with its last part, where that may be missing."""
    if not sequence:
        return [[]]
    *before, (kind, value) = sequence
    if kind is op.MAX_REPEAT and value[0] == 0:  # type: ignore[index]
        return [*_ways(before), [*before, (kind, (1, *value[1:]))]]  # type: ignore[index]
    return [[*before, (kind, value)]]


def needed(sequence: Iterable[tuple[object, object]]) -> Ends | None:
    """The fewest characters of which a match holds one; None where that is no list."""
    known = [chars for kind, value in sequence if (chars := _needed_of(kind, value)) is not None]
    return min(known, key=len, default=None)


def _needed_of(kind: object, value) -> Ends | None:  # type: ignore[no-untyped-def]
    if kind is op.SUBPATTERN:
        return needed(value[3])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        return needed(value[2]) if value[0] else None
    if kind is op.BRANCH:
        ways = [needed(way) for way in value[1]]
        return None if any(way is None for way in ways) else frozenset().union(*(way or () for way in ways))
    return _characters(kind, value)


def head_ends() -> HeadEnds:
    """What the file is to hold. Raises ValueError where a head may hold and end with anything."""
    ends: set[str] = set()
    inside: set[str] = set()
    for rule in pattern_of_heads():
        for way in (way for words in alternatives(rule) for way in _ways(list(parser.parse(words)))):
            found = ends_of(way)
            ends |= {end for end in found if not end.endswith(_ANY)}
            if any(end.endswith(_ANY) for end in found):
                held = needed(way)
                if held is None:
                    raise ValueError(f"holds and ends with anything: {rule}")
                inside |= held
    return {
        "pattern": checksum("|".join(pattern_of_heads())),
        "ends": sorted(end for end in ends if not end.startswith(_ANY)),
        "last": "".join(sorted(end[-1] for end in ends if end.startswith(_ANY))),
        "inside": "".join(sorted(inside)),
    }


def name_ends() -> NameEnds:
    """The same of names of bodies. Raises ValueError where they may end with anything."""
    pattern = any_of([rule for rule in built_in() if rule.kind == "ending"])
    ends = ends_of(parser.parse(pattern))
    if any(not end or end.endswith(_ANY) for end in ends):
        raise ValueError("a name may end with anything")
    return {"pattern": checksum(pattern), "last": "".join(sorted({end[-1] for end in ends}))}


def main() -> None:
    """Write the file, or compare it."""
    ends = {"heads": head_ends(), "names": name_ends()}
    sys.exit(write_or_check(FILE, json.dumps(ends, ensure_ascii=False, indent=0) + "\n"))


if __name__ == "__main__":
    main()
