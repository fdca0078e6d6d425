"""What stands at the head of the bodies' columns: the names that the document itself uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

from raci.register.compiling import built_in
from raci.register.name_reader import read_name
from raci.register.register import Register
from raci.views.grid import Grid, GridBody

__all__ = ["heads", "short_heads"]


def heads(grid: Grid, columns: Sequence[int]) -> list[str]:
    """What stands at the head of the columns of these bodies.

    A body goes by the name that the document uses most of those that say its level (市发改委); where it leaves the
    level out throughout (省工信厅、财政厅), by that name with the level before it. No two heads are the same: of two
    bodies that would share one the second goes by another of its names, or by its full one. What a body is called
    does not depend on which others are shown: it goes by the same name in all outputs.
    """
    register = built_in()
    # 各市州 stands for each of its members where it was expanded, and tells none of them
    bearers = Counter(name for body in grid.bodies for name in body.names)
    taken: set[str] = set()
    named: dict[int, str] = {}
    for index in sorted(range(len(grid.bodies)), key=lambda index: (grid.bodies[index].person, index)):
        body = grid.bodies[index]
        choices = (name for name in _choices(body, register) if bearers[name] <= 1 and name not in taken)
        named[index] = next(choices, body.label)
        taken.add(named[index])
    return [named[index] for index in columns]


def short_heads(names: Sequence[str], most: int) -> list[str]:
    """The names in at most so many characters, with … where something is left out, and no two of them the same.

    A long name loses its end; where that makes two alike, its middle: what tells them apart is mostly their ends.
    """
    cut = [name if len(name) <= most else f"{name[: most - 1]}…" for name in names]
    alike = Counter(cut)
    taken = {name for name in cut if alike[name] == 1}
    shortened = []
    for name, short in zip(names, cut, strict=True):
        if alike[short] > 1:
            short = next(head for head in _in_the_middle(name, most) if head not in taken)
            taken.add(short)
        shortened.append(short)
    return shortened


def _in_the_middle(name: str, most: int) -> Iterator[str]:
    """The name without a part of its middle; after that with a number."""
    for end in range(most // 2, most - 1):
        yield f"{name[: most - 1 - end]}…{name[-end:]}"
    for number in count(2):
        yield f"{name[: most - 2 - len(str(number))]}…{number}"


def _choices(body: GridBody, register: Register) -> Iterator[str]:
    """The names by which a body may go, the best first."""
    uses = dict(zip(body.names, body.uses or (1,) * len(body.names), strict=True))
    names = [name for name in sorted(uses, key=lambda name: -uses[name]) if not _is_cut(name, body, register)]
    word = _level_word(body, register)
    told = [name for name in names if not word or _tells_level(name, body, register)]
    yield from told
    if not told:
        committee = _committee(body, word)
        yield from (f"{word}{committee}{name}" for name in names)
    yield from names


def _is_cut(name: str, body: GridBody, register: Register) -> bool:
    """Whether a name lacks the ending that it shares with those behind it: 教育 of 教育、财政部门."""
    canonical = body.canonical or ""
    shared = (register.patterns[f"name.shared-{of}"].find(canonical) for of in ("departments", "government"))
    return any(match is not None and canonical == name + match["shared"] for match in shared)


def _level_word(body: GridBody, register: Register) -> str:
    """The word by which the body's level is said before its name: 市 of 云泽市财政局; empty where none is."""
    if body.canonical is None or body.person:
        return ""
    place = body.jurisdiction
    if place and place in body.canonical:
        called = (word.called for word in register.levels if word.called and place.endswith(word.word))
        return next(called, "")
    leading = (word for word in register.level_words if body.canonical.startswith(word))
    return max(leading, key=len, default="")


def _tells_level(name: str, body: GridBody, register: Register) -> bool:
    """Whether a name says its level, or is one to which the document adds none."""
    reading = read_name(name, register)
    whole = reading.kind in ("collective", "unknown") or reading.canonical == body.canonical
    return bool(reading.prefix) or whole or reading.level == "national"


def _committee(body: GridBody, word: str) -> str:
    """委 or 党委 where the body is an organ of the Party whose name has it: 组织部 is 市委组织部."""
    after = (body.canonical or "").removeprefix(body.jurisdiction or word)
    return next((committee for committee in ("党委", "委") if body.kind == "party" and after.startswith(committee)), "")
