"""Which pieces of a roster make an entry: what costs least over all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from raci.analysis.groups.atoms import Atom, Gap
from raci.analysis.groups.entry_lines import is_rest_of_post
from raci.analysis.groups.entry_signs import is_next_post, tells_of_rare
from raci.analysis.groups.sorts import Kind
from raci.rules.lexicon import lexicon_pattern

__all__ = ["Entry", "Order", "cheapest"]


class Order(Enum):
    """Where the name stands in an entry."""

    FIRST = "王某　市财政局局长"
    LAST = "市财政局局长　王某"
    BETWEEN = "市财政局　王某　局长"
    TOGETHER = "王某市财政局局长李某市水务局局长"
    HELD = "市财政局局长王某"


class Entry(NamedTuple):
    """The pieces of an entry, which of them is the name, and the order; no order for one that has none."""

    first: int
    last: int
    name: int | None = None
    order: Order | None = None


#: what stands between two pieces of one entry costs so much, and between two entries
_WITHIN: Mapping[Gap, float] = {
    Gap.NONE: 0.0, Gap.BRACKET: 0.0, Gap.COLON: 0.1, Gap.BLANK: 0.2, Gap.WIDE: 0.25, Gap.COMMA: 0.45, Gap.LIST: 0.6,
    Gap.STOP: 3.0, Gap.LINE: 0.9,
}  # fmt: skip
_BETWEEN: Mapping[Gap, float] = {
    Gap.NONE: 0.4, Gap.BRACKET: 0.8, Gap.COLON: 0.6, Gap.BLANK: 0.3, Gap.WIDE: 0.2, Gap.COMMA: 0.1, Gap.LIST: 0.0,
    Gap.STOP: 0.0, Gap.LINE: 0.0,
}  # fmt: skip
#: a name of which nothing is told, a piece that names nobody, one that is neither post nor body, beside a person
_ALONE, _NOBODY, _UNKNOWN = 0.4, 0.9, 0.5
#: a name whose surname is not known; an entry of another order than the others; a body behind a post
_RARE, _OTHER_ORDER, _TURNED = 0.8, 0.7, 0.6
#: a post that is of a body within the one told before
_INNER = 0.3
#: persons run together in one piece; a piece that is one such person, or a post
_TOGETHER, _MAYBE_TOGETHER = 0.2, 0.45
#: the end of a line behind a name that stands in it alone, and within what is told of a person
_NEXT_LINE = 0.3
#: so many pieces are told of a person at most
_MOST_TOLD = 4
#: posts of those who are others than the next: 分管副市长、市财政局局长王某
_OF_OTHERS = ("group.of-several", "group.shared-post")
_ORDERS = (Order.FIRST, Order.LAST, Order.BETWEEN)
#: the orders that are as one of these
_ALIKE = {Order.TOGETHER: Order.FIRST, Order.HELD: Order.LAST}
_TELLING = (Kind.POST, Kind.RANK, Kind.BODY, Kind.UNKNOWN, Kind.SHAPED)
#: each entry that may begin at a piece, and what it costs but for its order
_Choice = tuple[Entry, float]


def cheapest(texts: Sequence[str], stretches: Sequence[Sequence[Atom]]) -> list[list[Entry]]:
    """The entries of each stretch of a roster, all of it in the order of the names in which it costs least."""
    choices = [_choices(*each) for each in zip(texts, stretches, strict=True)]
    best: tuple[float, list[list[Entry]]] | None = None
    for order in _ORDERS:
        read = [_read(atoms, each, order) for atoms, each in zip(stretches, choices, strict=True)]
        cost = sum(each for each, _ in read)
        if best is None or cost < best[0]:
            best = cost, [entries for _, entries in read]
    return best[1] if best else []


def _read(atoms: Sequence[Atom], choices: Sequence[Sequence[_Choice]], order: Order) -> tuple[float, list[Entry]]:
    """The entries of a stretch that cost least, where entries of another order cost more."""
    costs = [0.0] + [float("inf")] * len(atoms)
    came: list[Entry | None] = [None] * (len(atoms) + 1)
    for place, each in enumerate(choices):
        before = costs[place] + (_BETWEEN[atoms[place].gap] if place else 0.0)
        for entry, cost in each:
            is_other = entry.order is not None and _ALIKE.get(entry.order, entry.order) is not order
            total = before + cost + (_OTHER_ORDER if is_other else 0.0)
            if total < costs[entry.last] - 1e-9:
                costs[entry.last], came[entry.last] = total, entry
    entries: list[Entry] = []
    place = len(atoms)
    while (last := came[place]) is not None:
        entries.append(last)
        place = last.first
    return costs[-1], entries[::-1]


def _choices(words: str, atoms: Sequence[Atom]) -> list[list[_Choice]]:
    are_posts, are_names = _are_posts(atoms), _are_names(atoms)
    return [
        [
            *_nobody(atoms, place),
            *_in_one_piece(atoms, place, are_posts=are_posts),
            *_named(words, atoms, place, are_names=are_names),
        ]
        for place in range(len(atoms))
    ]


def _are_names(atoms: Sequence[Atom]) -> bool:
    """Whether nothing but names is listed, so that one whose surname is not known is a name too."""
    plain = sum(1 for atom in atoms if atom.kind is Kind.NAME)
    return 2 * plain > len(atoms) and all(atom.kind in (Kind.NAME, Kind.SHAPED) for atom in atoms)


def _are_posts(atoms: Sequence[Atom]) -> bool:
    """Whether most pieces are posts or bodies that nobody's name stands before, so that 江北街道办事处主任 is one."""
    plain = sum(1 for atom in atoms if atom.kind in (Kind.POST, Kind.RANK, Kind.BODY) and not atom.sort.together)
    return 2 * plain > len(atoms) and not any(atom.kind is Kind.NAME for atom in atoms)


def _nobody(atoms: Sequence[Atom], place: int) -> Iterator[_Choice]:
    """A post or body by itself."""
    kind = atoms[place].kind
    if kind is not Kind.NAME:
        is_known = kind in (Kind.POST, Kind.RANK, Kind.BODY)
        yield Entry(place, place + 1), _NOBODY + (0.0 if is_known else _UNKNOWN)


def _in_one_piece(atoms: Sequence[Atom], place: int, *, are_posts: bool) -> Iterator[_Choice]:
    """A person with the post in one piece, or several persons run together."""
    sort = atoms[place].sort
    behind = atoms[place + 1] if place + 1 < len(atoms) else None
    yield from _several_posts(atoms, place)
    if sort.together and not are_posts:
        several = len(sort.together) > 1
        yield Entry(place, place + 1, place, Order.TOGETHER), _TOGETHER if several else _MAYBE_TOGETHER
    if sort.rare is not None:
        yield Entry(place, place + 1, place, Order.HELD), _RARE
    if sort.held is None or len(sort.together) > 1:
        return
    yield Entry(place, place + 1, place, Order.HELD), 0.0
    if behind is not None and behind.gap is Gap.BRACKET and behind.kind in (Kind.RANK, Kind.POST):
        yield Entry(place, place + 2, place, Order.HELD), 0.0  # 市财政局李某（副局长）


def _several_posts(atoms: Sequence[Atom], place: int) -> Iterator[_Choice]:
    """A person with several posts, each of a body or none: 市政府办公室副主任、市信访局局长王某."""
    for last in range(place + 1, min(place + 1 + _MOST_TOLD, len(atoms))):
        before, at = atoms[last - 1], atoms[last]
        is_told = before.kind in (Kind.POST, Kind.RANK) and at.gap is Gap.LIST
        if not is_told or any(of.search(before.words) for of in map(lexicon_pattern, _OF_OTHERS)):
            return
        if is_next_post(atoms[place], at):
            yield Entry(place, last + 1, last, Order.HELD), _WITHIN[Gap.LIST] * (last - place)


def _named(words: str, atoms: Sequence[Atom], place: int, *, are_names: bool) -> Iterator[_Choice]:
    """A name by itself or with what is told of it, in each order."""
    if are_names:
        yield Entry(place, place + 1, place), _ALONE  # nothing is told of anybody
        return
    yield from _name_first(words, atoms, place)
    cost = 0.0
    for name in range(place + 1, min(place + 1 + _MOST_TOLD, len(atoms))):
        before = atoms[name - 1]
        if before.kind not in _TELLING:
            return
        cost += _within(words, atoms, name - 1, first=place) + _told(atoms, name - 1, first=place)
        at = atoms[name]
        if at.kind not in (Kind.NAME, Kind.SHAPED) or at.gap in (Gap.LIST, Gap.STOP):
            continue
        whole = cost + _WITHIN[at.gap] + (_RARE if at.kind is Kind.SHAPED else 0.0)
        if at.kind is Kind.NAME or before.kind in (Kind.POST, Kind.RANK, Kind.BODY):
            is_sent = before.kind is Kind.BODY
            yield Entry(place, name + 1, name, Order.LAST), whole + (0.1 if is_sent else 0.0)
        behind = atoms[name + 1] if name + 1 < len(atoms) else None
        if behind is not None and behind.kind in (Kind.RANK, Kind.POST) and before.kind in (Kind.BODY, Kind.UNKNOWN):
            within = _within(words, atoms, name + 1, first=place)
            # 市疾控中心　王某　党支部书记: its post tells a body within
            yield Entry(place, name + 2, name, Order.BETWEEN), whole + within + (behind.kind is Kind.POST) * _INNER


def _name_first(words: str, atoms: Sequence[Atom], place: int) -> Iterator[_Choice]:
    """A name and what is told behind it."""
    named = atoms[place]
    if named.kind is Kind.NAME:
        yield Entry(place, place + 1, place), _ALONE
    elif named.kind is not Kind.SHAPED or place + 1 >= len(atoms) or not tells_of_rare(atoms[place + 1]):
        return
    cost = _RARE if named.kind is Kind.SHAPED else 0.0
    for last in range(place + 1, min(place + 1 + _MOST_TOLD, len(atoms))):
        told = atoms[last]
        if last > place + 1 and told.gap is Gap.LINE and is_rest_of_post(words, atoms[last - 1].run, told.run):
            yield Entry(place, last + 1, place, Order.FIRST), cost
            continue
        if told.kind not in _TELLING or lexicon_pattern("group.several").match(told.words):
            return
        if atoms[last - 1].gap is Gap.BRACKET and told.gap is not Gap.BRACKET:
            return  # what stands in a bracket is all that is told
        cost += _within(words, atoms, last, first=place) + _told(atoms, last, first=place + 1)
        yield Entry(place, last + 1, place, Order.FIRST), cost


def _within(words: str, atoms: Sequence[Atom], place: int, *, first: int) -> float:
    """What the gap before a piece costs, within the entry that begins at ``first``."""
    atom = atoms[place]
    if place == first:
        return 0.0
    if atom.gap is Gap.LINE and _goes_on(atoms, place, first=first):
        return _NEXT_LINE
    if atom.gap is Gap.LIST and atom.kind not in (Kind.POST, Kind.RANK) and len(atom.words) > 1:
        return _WITHIN[Gap.STOP]
    return _WITHIN[atom.gap]


def _goes_on(atoms: Sequence[Atom], place: int, *, first: int) -> bool:
    """Whether a line that is one piece goes on the entry above: 王某 ⏎ 市长, 王某　国网供电 ⏎ 公司总经理."""
    if place + 1 < len(atoms) and atoms[place + 1].gap not in (Gap.LINE, Gap.STOP):
        return False
    above = atoms[place - 1]
    if place - 1 == first:
        is_line = first == 0 or atoms[first].gap in (Gap.LINE, Gap.STOP)
        kinds = {above.kind, atoms[place].kind}
        return is_line and Kind.NAME in kinds and bool(kinds & {Kind.POST, Kind.RANK})
    return above.kind in (Kind.UNKNOWN, Kind.SHAPED) or (
        above.kind is Kind.BODY and atoms[place].kind in (Kind.POST, Kind.RANK)
    )


def _told(atoms: Sequence[Atom], place: int, *, first: int) -> float:
    """What it costs that a piece is told of a person; ``first``: the first that is."""
    kind = atoms[place].kind
    if kind in (Kind.UNKNOWN, Kind.SHAPED):
        return _UNKNOWN
    before = atoms[place - 1].kind if place > first else None
    return _TURNED if kind is Kind.BODY and before in (Kind.POST, Kind.RANK) else 0.0
