"""Where annotations stand in a clause: brackets, labels in the running line, lines that are but an annotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from raci.extract.content import Content, parse
from raci.extract.names import is_body
from raci.extract.patterns import Patterns

__all__ = ["Found", "find"]

_BRACKET = re.compile(r"[（(〔\[［【〈﹝)）〕\]］】〉﹞]")
_OPENERS = frozenset("（(〔[［【〈﹝")
_CLOSERS = ")）〕]］】〉﹞"
_TAIL = "。；;，,、 \t\u3000\xa0"
#: words without which nothing is an annotation, but for a bare list of names
_TRIGGER = re.compile(
    r"牵头|责任|贵任|责仼|负责|配合|落实|协助|参与|参加|协办|承办|主办|指导|督导|督办|监督|督促|会同|实施单位|主责|支持单位|支持部门|知晓|领导[:：]|负总责|办理|备案单位|审批单位|下同|为主|时限[:：∶]|时间[:：∶]|期限[:：∶]|时间要求|时间节点|时间安排"
)
#: the longest stretch between brackets that is looked into, in characters
_LONGEST = 1500
#: how deep nested brackets are looked into
_DEEPEST = 3
_SENTENCE_END = re.compile(r"。(?!\s*(?:以下|其中)?[^。]{0,8}(?:不再|均需|下同))")


@dataclass(frozen=True, slots=True)
class Found:
    """An annotation as found: its span, where its content begins, what it says, and its form."""

    start: int
    end: int
    inner: int
    content: Content
    form: str  # bracket, bare, running, line


def find(text: str, start: int, end: int, patterns: Patterns) -> Iterator[Found]:
    """The annotations in ``text[start:end]`` (one clause), in order.

    Bare lists are given as candidates (``form`` is ``bare``): whether they count shows in the whole document.
    """
    clause = text[start:end]
    triggered = _TRIGGER.search(clause) is not None
    stripped = clause.rstrip(_TAIL)
    closes = stripped[-1:] in _CLOSERS and stripped != ""
    if not triggered and not closes:
        return
    pairs, unclosed = _brackets(clause)
    found: list[Found] = []
    if triggered:
        for opened in unclosed:
            one = _unclosed(clause, opened, patterns)
            if one:
                found.append(one)
                pairs = [pair for pair in pairs if pair[1] < opened]
                break
        found += _bracketed(clause, pairs, patterns)
        found += _running(clause, sorted(found, key=lambda one: one.start), pairs, patterns)
        if not found:
            line = _line(clause, patterns)
            if line:
                found.append(line)
    if closes and pairs:
        last = max((pair for pair in pairs), key=lambda pair: pair[1])
        if last[1] == len(stripped) and not any(one.start <= last[0] < one.end for one in found):
            bare = _bare(clause, last, patterns)
            if bare:
                found.append(bare)
    for one in sorted(found, key=lambda each: each.start):
        yield Found(one.start + start, one.end + start, one.inner + start, one.content, one.form)


def _brackets(clause: str) -> tuple[list[tuple[int, int, int]], list[int]]:
    """The pairs of brackets, of any kinds, as (start, end, depth), outermost first; and those never closed."""
    stack: list[int] = []
    pairs: list[tuple[int, int, int]] = []
    for match in _BRACKET.finditer(clause):
        if match[0] in _OPENERS:
            stack.append(match.start())
        elif stack:
            begin = stack.pop()
            pairs.append((begin, match.end(), len(stack)))
    open_ = set(stack)
    if open_:
        # what was never closed is no depth
        below = sorted(open_)
        pairs = [(begin, end, depth - _count(below, begin)) for begin, end, depth in pairs]
    pairs.sort()
    return pairs, stack


def _count(below: list[int], begin: int) -> int:
    from bisect import bisect_left

    return bisect_left(below, begin)


def _accepts(content: Content, patterns: Patterns) -> bool:
    """Whether what stands in brackets is an annotation."""
    if content.refused or not content.parts:
        return False
    if content.labelled:
        named = sum(len(part.mentions) for part in content.parts)
        return content.odd <= max(1, named)
    if not content.verbal:
        return False
    bodies = [mention for part in content.parts for mention in part.mentions]
    return content.odd == 0 and bool(bodies)


def _bracketed(clause: str, pairs: list[tuple[int, int, int]], patterns: Patterns) -> Iterator[Found]:
    done = -1
    for begin, end, depth in pairs:
        if begin < done or depth > _DEEPEST or not 4 <= end - begin <= _LONGEST:
            continue
        inner = clause[begin + 1 : end - 1]
        if not _TRIGGER.search(inner):
            continue
        content = parse(inner, patterns)
        if _accepts(content, patterns) or (content.standing and not content.parts and not content.refused):
            done = end
            yield Found(begin, end, begin + 1, content, "bracket")


def _unclosed(clause: str, opened: int, patterns: Patterns) -> Found | None:
    """An annotation whose bracket is never closed: it reaches to the end of the clause."""
    inner = clause[opened + 1 :]
    if len(inner) > _LONGEST:
        return None
    if not _TRIGGER.search(inner):
        return None
    stop = _SENTENCE_END.search(inner)
    inner = inner[: stop.start()] if stop else inner
    inner = inner.rstrip(_TAIL)
    content = parse(inner, patterns)
    if _accepts(content, patterns):
        return Found(opened, opened + 1 + len(inner), opened + 1, content, "bracket")
    return None


def _running(clause: str, found: list[Found], pairs: list[tuple[int, int, int]], patterns: Patterns) -> Iterator[Found]:
    """Labels in the running line, each with its stretch to the end of the sentence."""
    done = 0
    for label in patterns.running.finditer(clause):
        begin = label.start()
        if begin < done or any(one.start <= begin < one.end for one in found):
            continue
        if any(left < begin and label.end() < right for left, right, _ in pairs):
            continue
        before = clause[:begin].rstrip(" \t\u3000\xa0")
        if before and "\u4e00" <= before[-1] <= "\u9fff" and patterns.refuse_label.search(before[-8:]):
            continue
        stop = _SENTENCE_END.search(clause, label.end())
        limit = stop.start() if stop else len(clause)
        limit = min([limit, *(one.start for one in found if one.start > begin)])
        while stop and limit == stop.start():
            # 责任单位：甲。完成时限：6月底。
            after = clause[stop.end() :].lstrip()
            if not patterns.running.match(after):
                break
            stop = _SENTENCE_END.search(clause, stop.end())
            limit = stop.start() if stop else len(clause)
        inner = clause[begin:limit]
        if len(inner) > _LONGEST:
            continue
        content = parse(inner, patterns)
        if content.labelled and content.parts and _reads(content):
            done = limit
            yield Found(begin, limit, begin, content, "running")
        elif content.deadline and not content.parts:
            done = limit
            yield Found(begin, limit, begin, content, "running")


def _reads(content: Content) -> bool:
    """Whether the stretch behind a label reads as a list: more names than other pieces."""
    named = sum(len(part.mentions) for part in content.parts)
    return content.odd <= named


def _line(clause: str, patterns: Patterns) -> Found | None:
    """A line that is but names and verbs: 市财政局牵头，市教育局配合。"""
    words = clause.rstrip(_TAIL)
    if len(words) > 160 or "。" in words:
        return None
    content = parse(words, patterns)
    if content.verbal and content.parts and content.odd == 0 and not content.refused:
        return Found(0, len(words), 0, content, "line")
    return None


def _bare(clause: str, pair: tuple[int, int, int], patterns: Patterns) -> Found | None:
    """A bracket at the end that holds nothing but names."""
    begin, end, _ = pair
    if not 4 <= end - begin <= 500 or not clause[:begin].strip():
        return None
    inner = clause[begin + 1 : end - 1]
    if patterns.refuse_bare.match(inner.strip()):
        return None
    content = parse(inner, patterns)
    if content.labelled or content.verbal or content.odd or not content.parts or content.refused:
        return None
    if all(is_body(mention.text, patterns) for part in content.parts for mention in part.mentions):
        return Found(begin, end, begin + 1, content, "bare")
    return None
