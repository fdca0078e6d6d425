"""A stretch of text that lists bodies, to their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from raci.extract.patterns import Patterns
from raci.model import Mention

__all__ = ["MASK", "is_body", "mask", "split"]

#: stands for a character within nested brackets, so that patterns see only what is outside
MASK = "\ue000"
_BRACKET = re.compile(r"[（(〔\[［【〈〖﹝<)）〕\]］】〉〗﹞>]")
_OPENERS = frozenset("（(〔[［【〈〖﹝<")
_COMMA = re.compile(r"[，,；;。：:]")
_STOP = re.compile(r"、|﹑")
_AND = re.compile(r"以及|及其|[及和与暨]|\s+")
_TRAILING_BRACKET = re.compile(r"[（(〔\[［【〈﹝][^（）()〔〕\[\]［］【】〈〉﹝﹞]*[)）〕\]］】〉﹞]$")
_EDGE = " \t\u3000\xa0\n、，,；;。：:.．·—“”\"'"
#: a noun that names nobody by itself: 有关部门和单位 is one collective
_GENERIC = frozenset(("单位", "部门", "机构", "企业", "组织", "个人", "人员", "处室", "科室", "社会组织"))
#: two names run together: 市财政局市教育局
_GLUED = re.compile(
    r"(?P<level>[省市县区州])[^省市县区州、，,（）()]{2,14}?(?:局|委|厅|办)(?=(?P=level)[^省市县区州、，,（）()]{2,14}?(?:局|委|厅|办|中心))"
)
_SPACE = re.compile(r"\s+")
_LONGEST = 44


@lru_cache(maxsize=16384)
def mask(text: str) -> str:
    """The text with what stands in brackets replaced by MASK, character by character."""
    if not _BRACKET.search(text):
        return text
    out = list(text)
    depth, since = 0, 0
    for match in _BRACKET.finditer(text):
        if match[0] in _OPENERS:
            if depth == 0:
                since = match.start() + 1
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                out[since : match.start()] = MASK * (match.start() - since)
    if depth:
        # a bracket that never closes hides at most what could be an alias
        out[since : since + 12] = MASK * len(out[since : since + 12])
    return "".join(out)


def is_body(name: str, patterns: Patterns) -> bool:
    """Whether a name reads like that of a body: it ends like one and holds no words of prose."""
    known = patterns.bodies
    verdict = known.get(name)
    if verdict is None:
        if len(known) > 100_000:
            known.clear()
        verdict = known[name] = _judge(name, patterns)
    return verdict


def _judge(name: str, patterns: Patterns) -> bool:
    bare = _SPACE.sub("", name)
    while True:
        cut = _TRAILING_BRACKET.sub("", bare)
        if cut == bare or not cut:
            break
        bare = cut
    if not 2 <= len(bare) <= _LONGEST:
        return False
    return patterns.ending.search(bare) is not None and patterns.prose.search(bare) is None


def split(text: str, start: int, end: int, patterns: Patterns, group: int = 0) -> Iterator[Mention]:
    """The names that ``text[start:end]`` lists, in order, with spans in ``text``.

    Commas part groups, 、 parts names; 和, 及, 与 part them only between whole names. A run of places that shares
    its ending (各市、州、县人民政府) stays whole. 等 and what it leaves open are no part of a name.
    """
    masked = mask(text[start:end])
    at = 0
    for comma in [*_COMMA.finditer(masked), None]:
        stop = comma.start() if comma else len(masked)
        yield from _piece(text, masked, start, at, stop, patterns, group)
        if comma is None:
            break
        at = comma.end()
        group += 1


def _piece(text: str, masked: str, base: int, at: int, stop: int, patterns: Patterns, group: int) -> Iterator[Mention]:
    """The names between two commas."""
    atoms: list[tuple[int, int]] = []
    for one in [*_STOP.finditer(masked, at, stop), None]:
        to = one.start() if one else stop
        atoms += _atoms(text, masked, base, at, to, patterns)
        if one is None:
            break
        at = one.end()
    for begin, to in _joined(text, base, atoms, patterns):
        name = _SPACE.sub("", text[base + begin : base + to])
        if name:
            yield Mention(name, base + begin, base + to, group)


def _atoms(text: str, masked: str, base: int, at: int, to: int, patterns: Patterns) -> Iterator[tuple[int, int]]:
    """The names between two 、: parted at 和 and at 等 where whole names stand on both sides."""
    lead = patterns.lead_in.match(masked[at:to])
    if lead and not is_body(text[base + at : base + at + lead.end() + 1], patterns):
        at += lead.end()
    begin = at
    position = at
    while position < to:
        etc = masked.find("等", position, to)
        link = _AND.search(masked, position, to)
        if etc >= 0 and (link is None or etc <= link.start()):
            left = text[base + begin : base + etc].strip(_EDGE)
            rest = patterns.open.match(masked[etc:to])
            follows = masked[etc + (rest.end() if rest else 1) : to].lstrip()
            if (
                rest
                and is_body(left, patterns)
                and (not follows or follows[0] in "及和与、以并（(〔[" or not rest[0][1:])
            ):
                yield from _trim(text, base, begin, etc)
                begin = position = etc + rest.end()
                tail = re.match(
                    r"\s*(?:[（(〔\[][^）)〕\]]{0,8}[)）〕\]])?\s*(?:以及|及|和|与|并|、)?\s*", masked[begin:to]
                )
                if tail:
                    begin = position = begin + tail.end()
                continue
            position = etc + 1
        elif link is not None:
            left = text[base + begin : base + link.start()].strip(_EDGE)
            right = re.split(r"以及|[及和与、]|等", text[base + link.end() : base + to])[0]
            whole = text[base + link.end() : base + to]
            if right.strip(_EDGE) in _GENERIC:
                pass  # 各有关部门和单位: one collective
            elif is_body(left, patterns) and (
                is_body(right.strip(_EDGE), patterns) or is_body(whole.strip(_EDGE), patterns)
            ):
                yield from _trim(text, base, begin, link.start())
                begin = link.end()
            position = link.end()
        else:
            break
    yield from _trim(text, base, begin, to)


def _trim(text: str, base: int, begin: int, to: int) -> Iterator[tuple[int, int]]:
    while begin < to and text[base + begin] in _EDGE and text[base + begin] not in '“"':
        begin += 1
    while to > begin and text[base + to - 1] in _EDGE and text[base + to - 1] not in '”"':
        to -= 1
    while begin < to:
        glued = _GLUED.match(text, base + begin, base + to)
        if glued is None or glued.end() >= base + to:
            break
        yield begin, glued.end() - base
        begin = glued.end() - base
    if begin < to:
        yield begin, to


def _joined(text: str, base: int, atoms: list[tuple[int, int]], patterns: Patterns) -> Iterator[tuple[int, int]]:
    """Joins runs of places that share their ending; leaves the others as they are."""
    index = 0
    while index < len(atoms):
        run = index
        while run < len(atoms) and _is_place(text[base + atoms[run][0] : base + atoms[run][1]], patterns):
            run += 1
        if index < run < len(atoms):
            last = text[base + atoms[run][0] : base + atoms[run][1]]
            seat = patterns.seat.search(last)
            if seat and (not last[: seat.start()] or _is_place(last[: seat.start()], patterns)):
                yield atoms[index][0], atoms[run][1]
                index = run + 1
                continue
        stop = max(run, index + 1)
        yield from atoms[index:stop]
        index = stop


def _is_place(name: str, patterns: Patterns) -> bool:
    return len(name) < 28 and patterns.places.fullmatch(_SPACE.sub("", name)) is not None
