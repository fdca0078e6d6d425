"""The pieces of a roster: names, posts, bodies, each told by what it is, and how far it stands from the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from raci.analysis.groups.lists import ListPiece, pieces
from raci.analysis.groups.persons import is_name, with_post_in_bracket
from raci.analysis.groups.post_words import is_like_body, is_post
from raci.analysis.groups.rare_names import is_like_rare_name
from raci.analysis.groups.runs import Run, runs_in
from raci.analysis.groups.sorts import Kind, Sort, sort_of
from raci.analysis.prose.names import names_in
from raci.model.late_patterns import late_pattern

__all__ = ["LINKS", "Atom", "Gap", "atoms_in", "unglued"]

_BLANKS = re.compile(r"\s+")
#: words that link the members of a list
LINKS = ("和", "及", "以及", "与")
#: lists longer than this, in characters, may be persons run together
_LONG_LIST = 24
#: words and a bracket at their end
_BRACKET = late_pattern(r"(?P<before>[^（）]{2,60})（(?P<within>[^（）]{2,80})）")

#: what may be told of a person in a bracket, whatever it is
_SHORT = late_pattern(r"[一-龥]{2,8}")
#: what is told of a person in a bracket before the name
_BRACKET_BEFORE = late_pattern(r"（(?P<told>[^（）]{2,60})）(?P<name>[^（）]{2,20})")


class Gap(IntEnum):
    """What parts two pieces, from the nearest to the farthest."""

    NONE = 0
    BRACKET = 1
    COLON = 2
    BLANK = 3
    WIDE = 4
    COMMA = 5
    LIST = 6
    STOP = 7
    LINE = 8


class Atom(NamedTuple):
    """A piece: its words and span, what stands between it and the piece before, and what it is."""

    words: str
    start: int
    end: int
    gap: Gap
    sort: Sort

    @property
    def kind(self) -> Kind:
        """What it is by its words."""
        return self.sort.kind

    @property
    def run(self) -> Run:
        """Its words and span."""
        return Run(self.words, self.start, self.end)


def atoms_in(words: str) -> Iterator[Atom]:
    """The pieces of some words in order."""
    last = 0
    for run in runs_in(words, 0, len(words)):
        for part, gap in _parts(run):
            between = gap if gap is not None else _gap(words[last : part.start])
            yield Atom(part.words, part.start, part.end, between, sort_of(part.words))
            last = part.end


def unglued(atoms: list[Atom]) -> list[Atom]:
    """The pieces; where lines were joined (市委书记　王某市长　李某), parted there again."""
    middle = [_glued_name(atom) for atom in atoms[1:-1]]
    is_last = bool(middle) and all(middle) and atoms[0].kind in (Kind.POST, Kind.RANK) and atoms[-1].kind is Kind.NAME
    if not is_last:
        return atoms
    found = [atoms[0]]
    for atom, name in zip(atoms[1:-1], middle, strict=True):
        cut = atom.start + len(name)
        post = atom.words[len(name) :]
        found += [
            Atom(name, atom.start, cut, atom.gap, Sort(Kind.NAME)),
            Atom(post, cut, atom.end, Gap.LINE, sort_of(post)),
        ]
    return [*found, atoms[-1]]


def _glued_name(atom: Atom) -> str:
    """The name with which a piece begins whose rest is a post; "" for any other piece."""
    for held in (*atom.sort.together, atom.sort.held):
        if held is not None and len(atom.sort.together) < 2 and held.post and atom.words == held.name + held.post:
            return held.name
    return ""


def _gap(between: str) -> Gap:
    for mark, gap in (("；", Gap.STOP), ("。", Gap.STOP), ("、", Gap.LIST), ("，", Gap.COMMA), ("\n", Gap.LINE)):
        if mark in between:
            return gap
    if between in LINKS:  # a blank beside it stands within a name: 汤　和
        return Gap.LIST
    if "：" in between:
        return Gap.COLON
    if between.rstrip().endswith("（"):
        return Gap.BRACKET
    blanks = _BLANKS.findall(between)
    if not blanks:
        return Gap.NONE
    return Gap.BLANK if max(blanks, key=len) == " " else Gap.WIDE


def _parts(run: Run) -> Iterator[tuple[Run, Gap | None]]:
    """The pieces of a run, each with what parts it from the one before where that is known."""
    position = 0
    for number, segment in enumerate(run.words.split("：")):
        first = position
        position += len(segment) + 1
        for count, piece in enumerate(_pieces(segment)):
            at = run.start + first + piece.start
            gap = Gap.LIST if count else (Gap.COLON if number else None)
            yield from _unbracketed(Run(piece.words, at, at + len(piece.words)), gap)


def _pieces(words: str) -> Iterator[ListPiece]:
    """The members of a list; persons run together, of whom some have two posts (王某省长李某市委书记、市长), as one."""
    marks = words.count("、")
    if marks and len(words) > _LONG_LIST and marks < len(sort_of(words).together):
        yield ListPiece(words, 0, len(words))
    else:
        yield from pieces(words)


def _unbracketed(run: Run, gap: Gap | None) -> Iterator[tuple[Run, Gap | None]]:
    """A person and what stands in the bracket behind; anything else as it is."""
    before = _BRACKET_BEFORE.fullmatch(run.words)
    if before is not None and is_name(before["name"]) and (is_post(before["told"]) or names_in(before["told"])):
        yield Run(before["told"], run.start + 1, run.start + 1 + len(before["told"])), gap
        yield Run(before["name"], run.end - len(before["name"]), run.end), Gap.BRACKET
        return
    found = _BRACKET.fullmatch(run.words.removesuffix("同志"))
    if found is not None and _is_held(found["before"], found["within"]):
        within = found.span("within")
        name = found["before"].removesuffix("同志")
        yield Run(name, run.start, run.start + len(name)), gap
        yield Run(found["within"], run.start + within[0], run.start + within[1] + 1), Gap.BRACKET
    else:
        yield run, gap


def _is_held(before: str, within: str) -> bool:
    """Whether words before a bracket name a person, whose post or body stands in it."""
    if with_post_in_bracket(f"{before.removesuffix('同志')}（{within}）") is not None:
        return True
    if is_post(before) and is_name(within):  # 市财政局局长（王某）
        return True
    if is_name(before) and _SHORT.fullmatch(within):  # 王某（儿科）, 王某（村支书）
        return True
    if is_like_rare_name(before) and names_in(before) is None and (names_in(within) or is_like_body(within)):
        return True  # 禤某某（市财政局）
    return is_post(within) and sort_of(before).held is not None
