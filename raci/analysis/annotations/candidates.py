"""Where annotations stand in a clause: brackets, labels in the running line, lines that are but an annotation."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from raci.analysis.annotations.content import Content, parse
from raci.analysis.annotations.hints import VERB_AT_END, VERB_REACH
from raci.analysis.annotations.names import is_body
from raci.analysis.annotations.patterns import Patterns

__all__ = ["Found", "find", "plain", "triggers"]

_BRACKET = re.compile(r"[（(〔\[［【〈﹝)）〕\]］】〉﹞]")
_OPENERS = frozenset("（(〔[［【〈﹝")
_CLOSERS = ")）〕]］】〉﹞"
_TAIL = "。；;，,、 \t\u3000\xa0"
#: without one of these a clause holds no label
_LABEL_MARK = re.compile(r"[:：∶︰【\[〔［]")
#: how far before its colon a label begins; and what no label holds
_LABEL_REACH = 26
_LABEL_STOPS = "。；，、"
#: the longest stretch between brackets that is looked into, in characters
_LONGEST = 1500
#: small forms to the usual ones, character by character, so that spans hold
_SMALL_FORMS = "﹐﹑﹔﹕﹙﹚﹝﹞"
_SMALL = str.maketrans(_SMALL_FORMS, "，、；：（）〔〕")
#: a bracket behind a full stop
_AFTER_STOP = re.compile(r"。\s*[（(〔\[［【〈﹝]")
#: who issued the document and when, run together with the last names: 各区政府云岭市人民政府2025年6月20日
_SIGNED = re.compile(r"(?:政府|[厅局委办会部室])\s*20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*$")
#: how often labels of one sentence are tried
_TRIES = 3
#: how many brackets that never close are looked into
_UNCLOSED = 12
#: how deep nested brackets are looked into
_DEEPEST = 3
_SENTENCE_END = re.compile(r"。(?!\s*(?:以下|其中)?[^。]{0,8}(?:不再|均需|下同))")


_PLACE = itemgetter(0)


class Found(NamedTuple):
    """An annotation as found: its span, where its content begins, what it says, and its form."""

    start: int
    end: int
    inner: int
    content: Content
    form: str  # bracket, bare, running, line


def plain(text: str) -> str:
    """The text with small forms as the usual ones, character by character; ``find`` knows no others."""
    return text.translate(_SMALL) if any(char in text for char in _SMALL_FORMS) else text


def triggers(text: str, patterns: Patterns) -> list[int]:
    """Where in a text words stand that an annotation may hold: a quick look for ``find``."""
    return [match.start() for match in patterns.trigger.finditer(text)]


def find(text: str, start: int, end: int, patterns: Patterns, triggered: bool = True) -> list[Found]:
    """The annotations in ``text[start:end]`` (one clause), in order; ``triggered`` says whether such words stand there.

    Bare lists are given as candidates (``form`` is ``bare``): whether they count shows in the whole document.
    """
    last = end - 1
    while last > start and text[last] in _TAIL:
        last -= 1
    closes = text[last] in _CLOSERS or _AFTER_STOP.search(text, start, last) is not None
    if not triggered and not closes:
        return []
    clause = text[start:end]
    pairs, unclosed = _brackets(clause)
    found: list[Found] = []
    if triggered:
        for opened in unclosed[-_UNCLOSED:]:
            one = _unclosed(clause, opened, patterns)
            if one:
                found.append(one)
                pairs = [pair for pair in pairs if pair[1] < opened]
                break
        found += _bracketed(clause, pairs, patterns)
        if _LABEL_MARK.search(clause):
            found += _running(clause, sorted(found, key=_PLACE), pairs, patterns)
        if not found:
            line = _line(clause, patterns)
            if line:
                found.append(line)
    if closes:
        for pair in pairs:
            if (
                pair[2] == 0
                and _apart(clause, pair, last + 1 - start)
                and not any(one.start <= pair[0] < one.end for one in found)
            ):
                bare = _bare(clause, pair, patterns)
                if bare:
                    found.append(bare)
    found.sort(key=_PLACE)
    return [
        Found(begin + start, end + start, inner + start, content, form) for begin, end, inner, content, form in found
    ]


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
    if stack:
        # what was never closed is no depth
        pairs = [(begin, end, depth - bisect_left(stack, begin)) for begin, end, depth in pairs]
    pairs.sort()
    return pairs, stack


def _accepts(content: Content, patterns: Patterns) -> bool:
    """Whether what stands in brackets is an annotation."""
    if content.refused or not content.parts:
        return False
    if content.labelled:
        named = sum(len(part.mentions) for part in content.parts)
        return content.odd <= max(1, named)
    if not content.verbal:
        return False
    if content.unread:
        return False
    bodies = sum(len(part.mentions) for part in content.parts) - content.odd
    return bodies >= max(1, content.odd)


def _bracketed(clause: str, pairs: list[tuple[int, int, int]], patterns: Patterns) -> Iterator[Found]:
    done = -1
    for begin, end, depth in pairs:
        if begin < done or depth > _DEEPEST or not 4 <= end - begin <= _LONGEST:
            continue
        inner = clause[begin + 1 : end - 1]
        if not patterns.trigger.search(inner):
            continue
        content = parse(inner, patterns)
        if _accepts(content, patterns) or (content.standing and not content.parts and not content.refused):
            done = end
            yield Found(begin, end, begin + 1, content, "bracket")


def _unclosed(clause: str, opened: int, patterns: Patterns) -> Found | None:
    """An annotation whose bracket is never closed: it reaches to the end of the clause."""
    if len(clause) - opened > _LONGEST:
        return None
    inner = clause[opened + 1 :]
    if not patterns.trigger.search(inner):
        return None
    stop = _SENTENCE_END.search(inner)
    inner = inner[: stop.start()] if stop else inner
    inner = inner.rstrip(_TAIL)
    content = parse(inner, patterns)
    if _accepts(content, patterns) and not content.unread:
        return Found(opened, opened + 1 + len(inner), opened + 1, content, "bracket")
    content = parse(inner, patterns, True)
    if content.labelled and _accepts(content, patterns):
        return Found(opened, opened + 1 + content.reach, opened + 1, content, "bracket")
    return None


def _running(clause: str, found: list[Found], pairs: list[tuple[int, int, int]], patterns: Patterns) -> Iterator[Found]:
    """Labels in the running line, each with its stretch to the end of the sentence."""
    taken = [one.start for one in found]
    outer = [pair for pair in pairs if pair[2] == 0]
    opens = [pair[0] for pair in outer]
    done = tries = limit = 0
    for label in _labels(clause, patterns):
        begin = label.start()
        tries = tries + 1 if begin < limit else 0
        if begin < done or tries >= _TRIES:
            continue
        before = bisect_right(taken, begin) - 1
        if before >= 0 and begin < found[before].end:
            continue
        around = bisect_left(opens, begin) - 1
        if around >= 0 and label.end() < outer[around][1]:
            continue
        words = clause[max(0, begin - 20) : begin].rstrip(" \t\u3000\xa0")
        if words and "\u4e00" <= words[-1] <= "\u9fff" and patterns.refuse_label.search(words[-8:]):
            continue
        after = bisect_left(taken, label.end())
        next_ = taken[after] if after < len(taken) else len(clause)
        limit = _limit(clause, label.end(), next_, patterns)
        if limit - begin > _LONGEST:
            continue
        # a clause that is but label and names marks its own end
        whole = not clause[:begin].strip(_TAIL) and not clause[limit:].strip(_TAIL) and not _SIGNED.search(clause)
        content = parse(clause[begin:limit], patterns, not whole)
        if (content.labelled and content.parts and _reads(content)) or (content.deadline and not content.parts):
            done = limit = begin + content.reach
            yield Found(begin, limit, begin, content, "running")


def _limit(clause: str, begin: int, next_: int, patterns: Patterns) -> int:
    """Where the stretch behind a label ends: at the sentence's end, unless another label follows there."""
    reach = min(next_, begin + _LONGEST + 1)
    while True:
        stop = _SENTENCE_END.search(clause, begin, reach)
        if stop is None:
            return reach
        # 责任单位：甲。完成时限：6月底。
        after = clause[stop.end() : stop.end() + 40].lstrip()
        if not patterns.running.match(after):
            return stop.start()
        begin = stop.end()


def _labels(clause: str, patterns: Patterns) -> Iterator[re.Match[str]]:
    """The labels before a colon. The pattern of all labels is slow: it runs only where one may end."""
    done = 0
    for hint in patterns.label_end.finditer(clause):
        at = hint.start()
        if clause[at - 1] in _CLOSERS:
            # a bracket between label and colon may hold a rule: 责任单位（排第一位的为牵头单位，下同）：
            begin = max(done, at - 2 * _LABEL_REACH)
        else:
            begin = max(done, at - _LABEL_REACH)
            begin = max(begin, *[clause.rfind(stop, begin, at) + 1 for stop in _LABEL_STOPS])
        label = patterns.running.search(clause, begin, hint.end())
        if label:
            done = label.end()
            yield label


def _reads(content: Content) -> bool:
    """Whether the stretch behind a label reads as a list: more names than other pieces."""
    named = sum(len(part.mentions) for part in content.parts)
    return content.odd <= named


def _line(clause: str, patterns: Patterns) -> Found | None:
    """A line that is but names and verbs: 市财政局牵头，市教育局配合。"""
    words = clause.rstrip(_TAIL)
    if len(words) > 160 or "。" in words:
        return None
    if not patterns.verbs.own and not VERB_AT_END.search(words, len(words) - VERB_REACH):
        return None
    content = parse(words, patterns)
    if content.verbal and content.parts and content.odd == 0 and not content.refused:
        return Found(0, len(words), 0, content, "line")
    return None


def _apart(clause: str, pair: tuple[int, int, int], end: int) -> bool:
    """Whether a bracket stands at the end of its clause, or behind a full stop: it is no part of a sentence."""
    return pair[1] == end or clause[: pair[0]].rstrip(" \t\n\u3000\xa0")[-1:] == "。"


def _bare(clause: str, pair: tuple[int, int, int], patterns: Patterns) -> Found | None:
    """A bracket that holds nothing but names."""
    begin, end, _ = pair
    if not 4 <= end - begin <= 500:
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
