"""Long choices in patterns, parted by what their alternatives begin with.

``re`` tries the alternatives of a choice one after the other. A rule of raci's has hundreds of them, as people write
them. Here a parsed pattern becomes one that matches the same: alternatives that begin alike stand together, and groups
of them behind a look at what they begin with, so that most are passed over at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from raci.model.first_characters import FOLDING, REPEATS, begins_with, members_of

# private, like all of the inside of ``re``: where it is another one, patterns are compiled as ever
from re import _constants as op, _parser  # type: ignore[attr-defined]  # isort: skip

__all__ = ["parted"]

#: a part of a pattern as ``re`` parses it, and a sequence of parts: they have no types
_Part = tuple[Any, Any]
_Tree = Any
#: what it costs to pass over an alternative that begins with a character, with a set of them, with anything else
_OF_CHARACTER, _OF_SET, _OF_OTHERS = 1, 3, 15
#: choices that cost less are left as they are; others are parted in so many
_CHEAP, _PARTS = 60, 3


def parted(tree: _Tree) -> _Tree:
    """The parsed pattern, its long choices parted; it matches the same."""
    return tree if tree.state.flags & FOLDING else _parted(tree)


def _parted(tree: _Tree) -> _Tree:
    return _tree(tree, [_with_parts(kind, value) for kind, value in tree.data])


def _tree(like: _Tree, parts: Iterable[_Part]) -> _Tree:
    return _parser.SubPattern(like.state, list(parts))


def _with_parts(kind: Any, value: Any) -> _Part:
    """One part of a pattern, with the choices in it parted."""
    if kind is op.BRANCH:
        return kind, (value[0], list(_choice([_parted(way) for each in value[1] for way in _ways(each)])))
    if kind in REPEATS:
        return kind, (*value[:2], _parted(value[2]))
    if kind is op.SUBPATTERN and not (value[1] or value[2]):
        return kind, (*value[:3], _parted(value[3]))
    if kind in (op.ASSERT, op.ASSERT_NOT) and value[0] > 0:
        return kind, (value[0], _parted(value[1]))
    return kind, value


def _ways(tree: _Tree) -> Iterator[_Tree]:
    """The alternatives that an alternative is, where it is nothing but a choice itself; else the alternative alone."""
    if len(tree.data) == 1 and tree.data[0][0] is op.BRANCH:
        for way in tree.data[0][1][1]:
            yield from _ways(way)
    else:
        yield tree


def _choice(ways: Sequence[_Tree]) -> Iterator[_Tree]:
    """Alternatives that match what these do, in an order that finds the same, the costly ones parted."""
    if sum(map(_cost, ways)) < _CHEAP:
        yield from ways
        return
    for is_known, run in groupby(((way, begins_with(way)) for way in ways), lambda pair: bool(pair[1])):
        if is_known:
            yield from _forks(_alike(list(run)))
        else:
            yield from _by_first([way for way, _ in run])


def _cost(way: _Tree) -> int:
    """What it costs to pass over an alternative."""
    kind = way.data[0][0] if way.data else None
    return _OF_CHARACTER if kind is op.LITERAL else _OF_SET if kind is op.IN else _OF_OTHERS


class _Alike:
    """Alternatives, in their order, that share first characters with each other and with none besides."""

    def __init__(self, ways: list[_Tree], first: frozenset[int]) -> None:
        self.first = first
        self.ways = list(_by_first(ways))
        self.cost = sum(map(_cost, self.ways))


def _alike(ways: Sequence[tuple[_Tree, frozenset[int]]]) -> list[_Alike]:
    """Alternatives in groups that begin with other characters each: which group is tried first makes no difference."""
    groups: list[tuple[list[int], frozenset[int]]] = []
    for index, (_, first) in enumerate(ways):
        touched = [group for group in groups if not first.isdisjoint(group[1])]
        groups = [group for group in groups if first.isdisjoint(group[1])]
        members = sorted([index, *(each for group in touched for each in group[0])])
        groups.append((members, first.union(*(group[1] for group in touched))))
    return [_Alike([ways[index][0] for index in members], first) for members, first in groups]


def _by_first(ways: Sequence[_Tree]) -> Iterator[_Tree]:
    """Alternatives, those one behind the other that begin with the same character as one that goes on in several ways.

    So are those that begin where the text does (``^``).
    """
    for begin, run in groupby(ways, lambda way: way.data[0] if way.data else None):
        same = list(run)
        if len(same) == 1 or begin is None or begin[0] not in (op.LITERAL, op.AT):
            yield from same
            continue
        rests = [_tree(way, way.data[1:]) for way in same]
        yield _tree(same[0], [begin, (op.BRANCH, (None, list(_choice(rests))))])


def _forks(groups: Sequence[_Alike]) -> Iterator[_Tree]:
    """The alternatives of groups, some groups together behind a look at what these begin with."""
    cost = sum(group.cost for group in groups)
    if cost < _CHEAP or len(groups) == 1:
        for group in groups:
            yield from group.ways
        return
    for part in _shared_out(groups, cost / _PARTS):
        ways = list(_forks(part))
        if len(part) == 1 and part[0].cost < _CHEAP:
            yield from ways
            continue
        first = frozenset().union(*(group.first for group in part))
        look = op.ASSERT, (1, _tree(ways[0], [(op.IN, members_of(first))]))
        yield _tree(ways[0], [look, *ways[0].data] if len(ways) == 1 else [look, (op.BRANCH, (None, ways))])


def _shared_out(groups: Sequence[_Alike], most: float) -> Iterator[list[_Alike]]:
    """Groups in turn as parts that cost about as much, several parts of several groups; a costly group stands alone."""
    part: list[_Alike] = []
    cost = 0
    for group in groups:
        if part and group.cost >= most:
            yield part
            part, cost = [], 0
        part.append(group)
        cost += group.cost
        if cost >= most:
            yield part
            part, cost = [], 0
    if part:
        yield part
