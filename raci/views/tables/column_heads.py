"""What stands at the head of the bodies' columns: short names, as the texts of the place write them."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from raci.model.labels import KIND_GROUPS
from raci.views.grid import Grid, GridBody

__all__ = ["heads"]

#: from so many characters on a name is long for the head of a column
_LONG = 9


@cache
def _place_kind() -> re.Pattern[str]:
    """The pattern of what a place is, at the end of its name (``raci/data/place_kinds.toml``)."""
    table = tomllib.loads((files("raci") / "data" / "place_kinds.toml").read_text(encoding="utf-8"))
    return re.compile("|".join(entry["pattern"] for entry in table["place_kind"]))


def heads(grid: Grid, columns: Sequence[int]) -> list[str]:
    """What stands at the head of the columns of these bodies.

    The bodies of the place that most are of go by its kind, as its own texts write them (市财政局), and by a shorter
    name as written where theirs is long (市发改委); so do long labels of the others. No two heads are the same.
    """
    labels = [grid.bodies[index].label for index in columns]
    home = _home([grid.bodies[index] for index in columns])
    taken = set(labels)
    # 各市州 stands for each of its members where it was expanded, and tells none of them
    bearers = Counter(name for body in grid.bodies for name in body.names)
    heads = []
    for index, label in zip(columns, labels, strict=True):
        body = grid.bodies[index]
        shorter = [name for name in body.names if bearers[name] == 1 and len(name) < len(label)]
        head = next((name for name in _choices(body, home, shorter) if name not in taken), label)
        taken.add(head)
        heads.append(head)
    return heads


def _choices(body: GridBody, home: str | None, shorter: Sequence[str]) -> list[str]:
    """The names by which a body may go, the best first; ``shorter`` are those as written, shorter than its label."""
    label = body.label
    choices = [label] if len(label) <= _LONG else [*shorter, label]
    if not home or body.jurisdiction != home or home not in label:
        return choices
    kind = _place_kind().search(home)
    word, rest = kind[0] if kind else home, label.rpartition(home)[2]
    written = [name for name in shorter if name.startswith(word) and len(name) < len(word + rest)]
    # of 国家税务总局某省税务局 what stands after the place where the text calls it so: 省税务局
    local = [word + rest] if label.startswith(home) or rest in shorter else []
    return [*(written if len(label) > _LONG else ()), *local, *choices]


def _home(bodies: Sequence[GridBody]) -> str | None:
    """The place that more than half of the bodies are of, those that stand apart by their kind left aside."""
    places = Counter(body.jurisdiction for body in bodies if body.kind not in KIND_GROUPS)
    place, count = next(iter(places.most_common(1)), (None, 0))
    return place if 2 * count > places.total() else None
