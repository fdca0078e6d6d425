"""Atoms, the words between two pauses, to tokens: the names and the verbs in them. Each atom is read once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from raci.analysis.annotations.body_names import SPACE, is_body, is_place
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import CLOSERS, EDGE, MASK, OPENERS, mask, without_footnote_mark
from raci.model.pattern_codes import compiled
from raci.rules import Rule
from raci.rules.bullets import MARKS
from raci.rules.lexicon import lexicon_alternation, lexicon_pattern, lexicon_words

__all__ = ["Token", "may_name_function", "read_atom", "with_ending"]

_HIDDEN = compiled(rf"[（(〔\[【〈]?[{MASK}\s，,、。；;]+[)）〕\]】〉]?$")
_NUMBERED = compiled(r"(?:\d{1,2}\s*[.．)）]|[（(]\d{1,2}[)）]|[①-⑳])\s*(?=[\u4e00-\u9fff])")
#: the mark of a footnote that has lost its raised place: 县城管局1
_FLAT_MARK = compiled(r"(?<=[\u4e00-\u9fff])\d{1,2}$")
#: a mark of leads in brackets behind a name, or before it: 县水利局（★）
_BRACKETED_MARK = compiled(rf"[（(〔\[【][{re.escape(MARKS)}][)）〕\]】]")
#: a title in brackets before a name: 【责任分解】市教育局牵头
_TITLED = compiled(r"[【\[〔［][^【\[〔［】\]〕］]{2,8}[】\]〕］]\s*(?=[\u4e00-\u9fff])")


#: what parts names and never stands within one
_APART = frozenset(" \t\u3000\xa0/／|｜│+＋&＆·•・")
_DOTS = "·•・"
#: what joins a body and its part as well: 县公安局—交警大队
_DASHES = "—－–-"
#: the longest function that shares the ending of others, in characters
_LONGEST_FUNCTION = 7


class Token(NamedTuple):
    """A part of an atom: a name, or a verb (then ``rule`` is set). Spans are in the atom.

    ``body`` and ``place`` say whether the name reads like that of a body, and of a place. ``ending`` is what the name
    shares with those before it, though it stands behind 等 (南屏等市人民政府); ``full`` is the name with its ending.
    """

    start: int
    end: int
    text: str = ""
    rule: Rule | None = None
    body: bool = False
    place: bool = False
    ending: str = ""
    full: str = ""


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
    position = 0
    if verbs and (patterns.verbs.own or lexicon_pattern("verb.hint").search(masked)):
        for start, end, rule in patterns.verbs.finditer(masked):
            if start < position or MASK in masked[start:end]:
                continue
            yield from _names(atom, masked, position, start, patterns)
            yield Token(start, end, rule=rule)
            position = end
    yield from _names(atom, masked, position, len(atom), patterns)


def _names(atom: str, masked: str, start: int, end: int, patterns: Patterns) -> Iterator[Token]:
    """The names in a stretch without pauses and verbs."""
    lead_in = patterns.lead_in.match(masked[start:end])
    if lead_in and not is_body(atom[start : start + lead_in.end() + 1], patterns):
        start += lead_in.end()
    find_link = lexicon_pattern("name.link").search
    position = start
    while position < end:
        link = find_link(masked, position, end)
        if link is None:
            break
        position = link.end()
        left = atom[start : link.start()].strip(EDGE)
        if link[0] != "等":
            right = atom[link.end() : end].strip(EDGE)
            if _parts_names(link[0], left, right, patterns):
                yield from _tokens(atom, start, link.start(), patterns)
                start = link.end()
        elif (open_end := _open_end(masked, link.start(), end, left, patterns)) is not None:
            words = atom[link.start() : open_end]
            for token in _tokens(atom, start, link.start(), patterns):
                yield _sharing_end(token, words, patterns)
            yield from _others_of_level(atom, link.start(), end, patterns)
            tail = _after_open().match(masked[open_end:end])
            start = position = open_end + (tail.end() if tail else 0)
    yield from _tokens(atom, start, end, patterns)


@cache
def _after_open() -> re.Pattern[str]:
    """What stands between 等 with its words and the next name: a short bracket, and a conjunction."""
    bracket = r"(?:[（(〔\[][^）)〔\]]{0,8}[)）〕\]])?"
    return compiled(rf"\s*{bracket}\s*{lexicon_alternation('name.conjunction')}?\s*")


def _open_end(masked: str, start: int, end: int, left: str, patterns: Patterns) -> int | None:
    """Where 等, at ``start``, ends with the words that go with it (等部门); None where it is part of a word."""
    words = patterns.open.match(masked[start:end])
    if words is None:
        return None
    # 某某段等单位及各地区: 等单位 leaves the list open, whatever stands before it
    leaves_open = words.end() == end - start or words[0][-2:] in lexicon_words("name.generic")
    if is_body(left, patterns) or (leaves_open and left[-1:] not in lexicon_words("name.not-open")):
        return start + words.end()
    return None


def _sharing_end(token: Token, words: str, patterns: Patterns) -> Token:
    """The last name before 等: one of functions, or of places, that share their ending behind it.

    商务、交通等部门, 三明、南平等市政府.
    """
    seated = lexicon_pattern("name.seated-open").match(words)
    if seated and 2 <= len(token.text) <= 4 and (not token.body or token.place):
        ending = seated["ending"] or ""
        return token._replace(body=True, place=True, ending=ending, full=with_ending(token.text, ending))
    if "部门" in words and may_name_function(token, patterns):
        ending = "主管部门" if words.endswith("主管部门") else "部门"
        return token._replace(body=True, ending=ending, full=with_ending(token.text, ending))
    return token


def may_name_function(token: Token, patterns: Patterns) -> bool:
    """Whether a short word may be a function that shares 部门 with those behind it; some (税务) are bodies too."""
    if not 2 <= len(token.text) <= _LONGEST_FUNCTION:
        return False
    if not token.body:
        return patterns.prose.search(token.text) is None
    return not token.place and patterns.function.search(token.text) is not None


def with_ending(name: str, ending: str) -> str:
    """The name with the ending that it shares: 云州 and 云州市 with 市人民政府 are 云州市人民政府; else empty."""
    if not ending:
        return ""
    return name + (ending[1:] if len(ending) > 1 and name.endswith(ending[0]) else ending)


def _others_of_level(atom: str, start: int, end: int, patterns: Patterns) -> Iterator[Token]:
    """The others of one level that stand behind 等 as a set of their own: 区教育局等区级相关部门."""
    others = lexicon_pattern("name.others-of-level").match(atom, start, end)
    if others is not None:
        text = others["name"]
        yield Token(*others.span("name"), text, None, is_body(text, patterns))


def _parts_names(link: str, left: str, right: str, patterns: Patterns) -> bool:
    """Whether a link (和, 及, a space) parts two names: a whole one stands on both sides, and they are not one."""
    generic = lexicon_words("name.generic")
    whole = lexicon_pattern("name.open-end").sub("", right)
    first = lexicon_pattern("name.link").split(whole)[0].strip(EDGE) if whole not in generic else ""
    alike = whole.split(link[0])[0].strip(EDGE)  # 市科技局/市工业和信息化局/…
    if not first or first in generic or _is_one_name(link, left, first, patterns):
        return False
    if link[0] in _DOTS and first[0] != "各" and (is_place(left, patterns) or is_place(first, patterns)):
        return False  # 云州高新区·清河区: one government
    starts_name = is_body(first, patterns) or is_body(alike, patterns) or is_body(whole, patterns)
    if link[0] in _DASHES:
        first = first.split(link[0])[0]
        alone = is_body(left, patterns) and is_body(first, patterns)
        return alone and lexicon_pattern("name.own-end").search(first) is not None
    if is_body(left, patterns):
        return starts_name or (link[0] in _APART and _is_apart(alike))
    return starts_name and link[0] in _APART and _is_apart(left)


def _is_apart(words: str) -> bool:
    """Whether words that no list knows are a name of their own between blanks or signs: 车务段, 网格员队伍."""
    return lexicon_pattern("name.strange-apart").fullmatch(words) is not None and (
        lexicon_pattern("name.may-be-strange").fullmatch(words) is not None
    )


def _is_one_name(link: str, left: str, right: str, patterns: Patterns) -> bool:
    """Whether two words that could be names are one: 文化广电和旅游局, 各市（州） 交通运输局, 各县 （市、区）政府."""
    if link.isspace() and (right[:1] in OPENERS or lexicon_pattern("name.bank-branch").fullmatch(f"{left} {right}")):
        return True
    if lexicon_pattern("name.party").search(left) and lexicon_pattern("name.government-alone").fullmatch(right):
        return True
    if lexicon_pattern("name.anew").match(right) or not lexicon_pattern("name.organ-end").search(right):
        return False
    if link.isspace():
        return is_place(left, patterns)
    return patterns.function.search(left) is not None and not lexicon_pattern("name.several").match(left)


def _tokens(atom: str, start: int, end: int, patterns: Patterns) -> Iterator[Token]:
    """The name in a stretch without links; several where names run together without a pause."""
    glued = lexicon_pattern("name.glued").match
    for part_start, part_end in _numbered_parts(atom, start, end, patterns):
        start, end = _trimmed(atom, part_start, part_end, patterns)
        while start < end:
            first = glued(atom, start, end)
            stop = first.end() if first else end
            text = SPACE.sub("", atom[start:stop])
            yield Token(start, stop, text, None, is_body(text, patterns), is_place(text, patterns))
            start = stop


def _numbered_parts(atom: str, start: int, end: int, patterns: Patterns) -> Iterator[tuple[int, int]]:
    """The spans of names that nothing but their numbers parts: ①县水利局②县林业局; else the whole stretch."""
    first = _NUMBERED.search(atom, start, end)
    if first is not None and not atom[start : first.start()].strip(EDGE):
        for number in _NUMBERED.finditer(atom, first.end(), end):
            if is_body(atom[first.end() : number.start()].strip(EDGE), patterns):
                yield start, number.start()
                start, first = number.start(), number
    yield start, end


def _within_quotes(atom: str, start: int, end: int) -> tuple[int, int]:
    """The span of a name without quotation marks around all of it, and without one whose other stands elsewhere."""
    while start < end and atom[start] == "“" and (atom.find("”", start, end) in (-1, end - 1)):
        start, end = start + 1, end - (atom[end - 1] == "”")
    if start < end and atom[end - 1] == "”" and "“" not in atom[start:end]:
        end -= 1
    return start, end


def _trimmed(atom: str, start: int, end: int, patterns: Patterns) -> tuple[int, int]:
    """The span of a name without what stands around it: punctuation, a number, a bracket that hid a declaration."""
    while start < end and atom[start] in EDGE and atom[start] not in '“"':
        start += 1
    for before in (_BRACKETED_MARK, _TITLED):
        if bracket := before.match(atom, start, end):
            start = bracket.end()
    if numbered := _NUMBERED.match(atom, start, end):
        start = numbered.end()  # 责任单位：1.市财政局；2.市教育局
    while end > start and atom[end - 1] in EDGE and atom[end - 1] not in '”"':
        end -= 1
    start, end = _within_quotes(atom, start, end)
    while end > start and (hidden := _HIDDEN.search(atom, start, end)):
        end = hidden.start()
    if end > start and atom[end - 1] in CLOSERS and (mark := _BRACKETED_MARK.match(atom, end - 3, end)):
        end = mark.start()
    end = start + len(without_footnote_mark(atom[start:end]))
    if (digits := _FLAT_MARK.search(atom, start, end)) and is_body(atom[start : digits.start()], patterns):
        end = digits.start()
    while end > start and atom[end - 1] in "/／-－–~～｜|":
        end -= 1  # 市教育局/牵头, 市教育局-牵头
    if end > start and atom[end - 1] in CLOSERS:
        # brackets that were opened lines above
        unopened = sum((char in CLOSERS) - (char in OPENERS) for char in atom[start:end])
        while unopened > 0 and end > start and atom[end - 1] in CLOSERS:
            end, unopened = end - 1, unopened - 1
    return start, end
