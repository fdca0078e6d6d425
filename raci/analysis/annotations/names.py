"""A stretch of text that lists bodies, to their names: the words between two pauses are an atom, read once each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from raci.analysis.annotations.patterns import Patterns
from raci.model import Mention
from raci.rules import Rule

__all__ = ["EDGE", "MASK", "PAUSE", "Token", "is_body", "joined", "mask", "names", "read_atom"]

#: stands for a character within nested brackets, so that patterns see only what is outside
MASK = "\ue000"
#: what stands at the edges of a name and is no part of it
EDGE = " \t\u3000\xa0\n、，,；;。：:.．·—“”\"'"
#: what parts atoms
PAUSE = re.compile(r"[、﹑，,；;。：:∶︰\n]")
_BRACKET = re.compile(r"[（(〔\[［【〈〖﹝<“)）〕\]］】〉〗﹞>”]")
_OPENERS = frozenset("（(〔[［【〈〖﹝<“")
_CLOSERS = frozenset(")）〕]］】〉")
_LINK = re.compile(r"[等以及和与暨/／\s](?:(?<=以)及|(?<=及)其(?![他它余])|(?<=\s)\s*|(?<![以\s]))")
_TRAILING_BRACKET = re.compile(r"[（(〔\[［【〈﹝<][^（）()〔〕\[\]［］【】〈〉﹝﹞<>]*[)）〕\]］】〉﹞>]$")
#: a noun that names nobody by itself: 有关部门和单位 is one collective
_GENERIC = frozenset(("单位", "部门", "机构", "企业", "组织", "个人", "人员", "处室", "科室", "社会组织"))
#: two names run together: 市财政局市教育局, 省住建厅各市（县人民政府）
_GLUED = re.compile(
    r"(?P<level>[省市县区州])[^省市县区州（）()]{2,14}?(?:局|委|厅|办)(?=(?P=level)[^省市县区州（）()]{2,14}?(?:局|委|厅|办|中心))"
    r"|[^（）()]{2,14}?(?:局|委|厅|办)(?=各(?:市|县|州|区|设区市|县区)(?:$|[（(]|人民政府|政府))"
)
_AFTER_OPEN = re.compile(r"\s*(?:[（(〔\[][^）)〕\]]{0,8}[)）〕\]])?\s*(?:以及|及|和|与|并)?\s*")
_DEPARTMENT = re.compile(r"(?!各|有关|相关|其他)[\u4e00-\u9fff]{2,6}?(?:主管)?部门")
_LOCAL = re.compile(r"(?:[\u4e00-\u9fff]{2,4}[和与及])?[\u4e00-\u9fff]{2,5}?[市区县州](?:人民政府|政府|管委会)")
#: what several places share behind 等: 三明、南平等市政府
_SEATED = re.compile(r"等.*(?:政府|管委会|地区|[市县区])$")
#: towns, which have no committees or people's governments of their own: 各街道（乡镇）、高新区管委会 are two
_TOWNS = re.compile(r"街道|镇街|乡|镇")
#: levels before a name that they share: 中、省驻云有关单位
_LEVELS = frozenset(("中", "中央", "省", "市", "自治区"))
#: words that name nobody by themselves, and go to the name beside them
_DEPENDENT = _GENERIC | _LEVELS
_OF_LEVEL = re.compile(r"(?:省|市|县|区|州|自治区)?[驻直属]")
#: how a name begins that does not go on from the words before it
_ANEW = re.compile(r"[省市县区州盟旗厅局委各有相其国中]|自治|人民")
_OPEN_END = re.compile(r"等(?:[\u4e00-\u9fff]{0,8}(?:部门|单位|机构))?$")
_BODY_END = re.compile(r"(?:局|厅|委员会|委|办)(?:[（(].*)?$")
_HIDDEN = re.compile(rf"[（(〔\[【〈]?[{MASK}\s，,、。；;]+[)）〕\]】〉]?$")
_NUMBERED = re.compile(r"(?:\d{1,2}\s*[.．)）]|[（(]\d{1,2}[)）]|[①-⑳])\s*(?=[\u4e00-\u9fff])")
_SPACE = re.compile(r"\s+")
_LONGEST = 44
#: words without which an atom holds no verb: a quick look before the pattern of all verbs
_VERBAL = re.compile(
    r"牵|总|主|负责|配合|参与|参加|协|支持|指导|督|会同|会商|商|落实|承办|承担|实施|办理|为主|经办|按|依|根据|分工|各负|执行"
)


class Token(NamedTuple):
    """A part of an atom: a name, or a verb (then ``rule`` is set). Spans are in the atom."""

    start: int
    end: int
    text: str = ""
    rule: Rule | None = None
    body: bool = False
    place: bool = False


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
        hidden = min(12, len(out) - since)
        out[since : since + hidden] = MASK * hidden
    return "".join(out)


def is_body(name: str, patterns: Patterns) -> bool:
    """Whether a name reads like that of a body: it ends like one and holds no words of prose."""
    known = patterns.bodies
    verdict = known.get(name)
    if verdict is None:
        if len(known) > patterns.MOST:
            known.clear()
        verdict = known[name] = _judge(name, patterns)
    return verdict


def _judge(name: str, patterns: Patterns) -> bool:
    bare = _SPACE.sub("", name)
    while bare and bare[-1] in ")）〕]］】〉﹞>":
        cut = _TRAILING_BRACKET.sub("", bare)
        if cut == bare:
            break
        bare = cut
    if not 2 <= len(bare) <= _LONGEST:
        return False
    return patterns.ending.search(bare) is not None and patterns.prose.search(bare) is None


def _is_place(name: str, patterns: Patterns) -> bool:
    known = patterns.places_known
    verdict = known.get(name)
    if verdict is None:
        if len(known) > patterns.MOST:
            known.clear()
        verdict = known[name] = len(name) < 28 and patterns.places.fullmatch(_SPACE.sub("", name)) is not None
    return verdict


def read_atom(atom: str, patterns: Patterns, verbs: bool = True) -> tuple[Token, ...]:
    """The names and (with ``verbs``) the verbs of an atom, in order.

    和, 及, 与 part names only where a whole name stands on both sides; 等 and what it leaves open are left out.
    """
    key = (atom, verbs)
    known = patterns.atoms.get(key)
    if known is None:
        if len(patterns.atoms) > patterns.MOST:
            patterns.atoms.clear()
        known = patterns.atoms[key] = tuple(_read(atom, patterns, verbs))
    tokens: tuple[Token, ...] = known
    return tokens


def _read(atom: str, patterns: Patterns, verbs: bool) -> Iterator[Token]:
    masked = mask(atom)
    at = 0
    if verbs and (patterns.verbs.own or _VERBAL.search(masked)):
        for begin, end, rule in patterns.verbs.finditer(masked):
            if begin < at or MASK in masked[begin:end]:
                continue
            yield from _names(atom, masked, at, begin, patterns)
            yield Token(begin, end, rule=rule)
            at = end
    yield from _names(atom, masked, at, len(atom), patterns)


def _names(atom: str, masked: str, at: int, to: int, patterns: Patterns) -> Iterator[Token]:
    """The names in a stretch without pauses and verbs."""
    lead = patterns.lead_in.match(masked[at:to])
    if lead and not is_body(atom[at : at + lead.end() + 1], patterns):
        at += lead.end()
    begin = position = at
    while position < to:
        link = _LINK.search(masked, position, to)
        if link is None:
            break
        left = atom[begin : link.start()].strip(EDGE)
        if link[0] == "等":
            rest = patterns.open.match(masked[link.start() : to])
            # 某某段等单位及各地区: 等单位 leaves the list open, whatever stands before it
            open_ = rest and (rest.end() == to - link.start() or rest[0][-2:] in _GENERIC)
            if rest and (is_body(left, patterns) or (open_ and left[-1:] not in tuple("高中初同"))):
                for token in _token(atom, begin, link.start(), patterns):
                    # 商务、交通等部门, 三明、南平等市政府: the last of functions, or of places, that share their ending
                    place = 2 <= len(token.text) <= 4 and _SEATED.search(rest[0]) is not None
                    shared = place or ("部门" in rest[0] and 2 <= len(token.text) <= 6)
                    yield token._replace(body=True, place=token.place or place) if shared else token
                begin = link.start() + rest.end()
                tail = _AFTER_OPEN.match(masked[begin:to])
                begin = position = begin + (tail.end() if tail else 0)
                continue
        else:
            whole = _OPEN_END.sub("", atom[link.end() : to].strip(EDGE))
            right = _LINK.split(whole)[0].strip(EDGE) if whole not in _GENERIC else ""
            named = right and right not in _GENERIC and is_body(left, patterns)
            if (
                named
                and not _goes_on(link[0], left, right, patterns)
                and (is_body(right, patterns) or is_body(whole, patterns))
            ):
                yield from _token(atom, begin, link.start(), patterns)
                begin = link.end()
        position = link.end()
    yield from _token(atom, begin, to, patterns)


def _unopened(words: str) -> bool:
    """Whether more brackets are closed than opened."""
    return sum(char in _CLOSERS for char in words) > sum(char in _OPENERS for char in words)


def _goes_on(link: str, left: str, right: str, patterns: Patterns) -> bool:
    """Whether two words that could be names are one: 文化广电和旅游局, 各市（州） 交通运输局, 各县 （市、区）政府."""
    if link.isspace() and right[:1] in _OPENERS:
        return True
    if _ANEW.match(right) or not _BODY_END.search(right):
        return False
    if link.isspace():
        return _is_place(left, patterns)
    return patterns.function.search(left) is not None


def _token(atom: str, begin: int, to: int, patterns: Patterns) -> Iterator[Token]:
    while begin < to and atom[begin] in EDGE and atom[begin] not in '“"':
        begin += 1
    if numbered := _NUMBERED.match(atom, begin, to):
        begin = numbered.end()  # 责任单位：1.市财政局；2.市教育局
    while to > begin and atom[to - 1] in EDGE and atom[to - 1] not in '”"':
        to -= 1
    while to > begin and (hidden := _HIDDEN.search(atom, begin, to)):
        to = hidden.start()  # a bracket that held but a standing rule
    while to > begin and atom[to - 1] in _CLOSERS and _unopened(atom[begin:to]):
        to -= 1  # a bracket that was opened lines above
    while begin < to:
        glued = _GLUED.match(atom, begin, to)
        end = glued.end() if glued else to
        text = _SPACE.sub("", atom[begin:end])
        yield Token(begin, end, text, None, is_body(text, patterns), _is_place(text, patterns))
        begin = end


def joined(run: Sequence[tuple[Token, int]], text: str, patterns: Patterns) -> list[tuple[int, int, str, bool]]:
    """The names of one comma group, with their offsets in ``text`` and whether they read like bodies.

    ``run`` holds tokens with the offset of their atom. A run of places that shares its ending
    (各市、州、县人民政府) is one name.
    """
    if len(run) > 1:
        if any(token.text in _DEPENDENT for token, _ in run):
            run = _joint(run, text)
        if any(token.place or not token.body for token, _ in run):
            run = _shared(run)
    if not any(token.place for token, _ in run):
        return [(token.start + by, token.end + by, token.text, token.body) for token, by in run]
    done: list[tuple[int, int, str, bool]] = []
    index = 0
    while index < len(run):
        stop = index
        while stop < len(run) and run[stop][0].place and not (stop > index and _open_before(run, stop, text)):
            stop += 1
        if index < stop < len(run) and not _open_before(run, stop, text):
            last, by = run[stop]
            seat = patterns.seat.search(last.text)
            if seat and (not seat.start() or _is_place(last.text[: seat.start()], patterns)):
                if not _TOWNS.search(last.text):
                    towns = next((at for at in range(stop, index, -1) if _TOWNS.search(run[at - 1][0].text)), index)
                    done += [
                        (token.start + at, token.end + at, token.text, token.body) for token, at in run[index:towns]
                    ]
                    index = towns
                start, end = run[index][0].start + run[index][1], last.end + by
                done.append((start, end, _SPACE.sub("", text[start:end]), True))
                index = stop + 1
                continue
        for token, by in run[index : max(stop, index + 1)]:
            done.append((token.start + by, token.end + by, token.text, token.body))
        index = max(stop, index + 1)
    return done


def _open_before(run: Sequence[tuple[Token, int]], place: int, text: str) -> bool:
    """Whether 等 stands between a name and the one before it: 各区等单位及高新区管委会."""
    (before, at), (token, by) = run[place - 1], run[place]
    return "等" in text[before.end + at : token.start + by]


def _joint(run: Sequence[tuple[Token, int]], text: str) -> Sequence[tuple[Token, int]]:
    """Words that name nobody by themselves go to the name beside them: 市有关部门、单位; 中、省驻云有关单位."""
    done: list[tuple[Token, int]] = []
    for token, by in run:
        if done:
            before, at = done[-1]
            generic = token.text in _GENERIC and before.text[-2:] in _GENERIC
            if generic or (before.text in _LEVELS and _OF_LEVEL.match(token.text)):
                start, end = before.start + at, token.end + by
                done[-1] = (Token(start, end, _SPACE.sub("", text[start:end]), None, True), 0)
                continue
            if before.text in _LEVELS and token.text in _LEVELS:
                start, end = before.start + at, token.end + by
                done[-1] = (before._replace(start=start, end=end, text=token.text), 0)
                continue
        done.append((token, by))
    return done


def _shared(run: Sequence[tuple[Token, int]]) -> list[tuple[Token, int]]:
    """Short words before a name that shares its ending with them: 自然资源、住建部门; 天河、黄埔区政府."""
    done = list(run)
    for index, (token, _) in enumerate(run):
        department = _DEPARTMENT.fullmatch(token.text) is not None
        listed = token.place and token.body and len(token.text) <= 4  # 三明、南平等市政府
        if not department and not listed and not _LOCAL.fullmatch(token.text):
            continue
        before = index - 1
        while before >= 0 and _shares(done[before][0], 6 if department else 4, department):
            word, by = done[before]
            done[before] = (word._replace(body=word.body or department or listed, place=not department), by)
            before -= 1
    return done


def _shares(token: Token, most: int, department: bool) -> bool:
    """Whether a word may share the ending of the one behind it; a place may end like a body (广州)."""
    return 2 <= len(token.text) <= most and (not token.body or (token.place and not department))


def names(text: str, patterns: Patterns) -> list[Mention]:
    """The bodies that ``text`` lists (no labels, no verbs), in order, with their spans."""
    masked = mask(text)
    found: list[Mention] = []
    run: list[tuple[Token, int]] = []
    group = at = 0
    for pause in [*PAUSE.finditer(masked), None]:
        to = pause.start() if pause else len(text)
        run += [(token, at) for token in read_atom(text[at:to], patterns, verbs=False)]
        if pause is None or pause[0] not in "、﹑":
            found += [
                Mention(name, start, end, group) for start, end, name, body in joined(run, text, patterns) if body
            ]
            run = []
            group += 1
        at = pause.end() if pause else to
    return found
