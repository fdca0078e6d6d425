"""The punctuation of annotations: pauses, the edges of names, and brackets with what they hide."""

from __future__ import annotations

import re
from functools import lru_cache

from raci.model.pattern_codes import compiled
from raci.rules.bullets import MARKS
from raci.rules.lexicon import lexicon_pattern

__all__ = [
    "CLOSERS",
    "COLONS",
    "EDGE",
    "LINE_TAIL",
    "MASK",
    "NAME_CLOSERS",
    "NAME_OPENERS",
    "OPENERS",
    "OUTER_EDGE",
    "PAUSE",
    "TAIL",
    "behind_pause",
    "mask",
    "strip_span",
    "whole_span",
    "with_commas",
    "without_footnote_mark",
]

#: stands for a character within nested brackets, so that patterns see only what is outside
MASK = "\ue000"
#: what stands at the edges of a name and is no part of it
EDGE = " \t\u3000\xa0\n、，,；;。：:.．·•—|｜“”\"'√✓✔☑" + MARKS
#: what stands at the edges of a list of names
OUTER_EDGE = EDGE + MASK + "（()）〔〕[]【】"
#: what may end a line of names, or a sentence; its line's end with that
LINE_TAIL = "。；;，,、 \t\u3000\xa0"
TAIL = f"{LINE_TAIL}\n"
COLONS = "：:∶︰"
#: what a conjunction may begin with
_CONJUNCTIONS = frozenset("以及和 \u3000")
#: what parts atoms (the words between two pauses), a line with the bullet of the next one
PAUSE = compiled(r"[、﹑，,；;。：:∶︰]|\n(?:[-–－][ \t]+)?")
#: brackets that may stand behind a name and belong to it, or say its role
NAME_OPENERS, NAME_CLOSERS = "（(〔[［【〈〖﹝<＜{｛「『", "）)〕]］】〉〗﹞>＞}｝」』"
OPENERS = frozenset(f"{NAME_OPENERS}“")
CLOSERS = frozenset(NAME_CLOSERS)
_BRACKET = compiled(f"[{re.escape(NAME_OPENERS + NAME_CLOSERS)}“”]")
#: a bracket that never closes hides at most this many characters: what could be an alias
_UNCLOSED = 12
_SPAN_EDGE = EDGE + MASK
_SPAN_END = _SPAN_EDGE + "）)〕]】"
#: marks that are kept or dropped together
_BRACKETS = (("（", "）"), ("(", ")"), ("〔", "〕"))
_PAIRS = (("“", "”"), ("‘", "’"), *_BRACKETS)


#: the mark of a footnote at the end of a name: 县城管局①, 县城管局², 县城管局[3], Markdown's [^3]
_FOOTNOTE_MARK = compiled(r"(?:[①-⑳]|[⁰¹²³⁴-⁹]{1,2}|[\[［〔【]\^?\d{1,2}[\]］〕】])$")
_FOOTNOTE_ENDS = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⁰¹²³⁴⁵⁶⁷⁸⁹]］〕】")


def without_footnote_mark(name: str) -> str:
    """The name without the mark of a footnote at its end."""
    return _FOOTNOTE_MARK.sub("", name) if name[-1:] in _FOOTNOTE_ENDS else name


_WIDE = "\u3000"
_DOES = (
    *("牵头", "负责", "落实", "实施", "推进", "组织", "协调", "办理", "抓总", "主抓", "主责", "领衔", "主办", "承办"),
    *("配合", "参与", "参加", "协办", "协助", "协同", "支持"),
)
#: a blank that parts what one body does from the next: 县水利局牵头 县财政局配合 6月底前完成
#: (it begins with the blank: so the pattern is sought four times as fast)
_BEHIND_VERB = compiled(
    f"[ \u3000](?<={'|'.join(f'[一-龥）) {_WIDE}]{verb}[ {_WIDE}]' for verb in _DOES)})(?=[一-龥\\d\u3000 ])"
)


def with_commas(text: str) -> str:
    """The text with commas for the blanks between what one body does and the next, character by character.

    Within a bracket, which may belong to a name, they stay.
    """
    return _BEHIND_VERB.sub(_comma, text) if " " in text or "\u3000" in text else text


def _comma(match: re.Match[str]) -> str:
    opened = max(match.string.rfind(opener, 0, match.start()) for opener in NAME_OPENERS)
    closed = max(match.string.rfind(closer, 0, match.start()) for closer in NAME_CLOSERS)
    return match[0] if opened > closed else "，"


def behind_pause(text: str, pause: re.Match[str] | None, end: int) -> int:
    """Where the next name of a list begins: behind a pause and the conjunction there (，以及), or at the ``end``."""
    if pause is None:
        return end
    position = pause.end()
    if pause[0] in COLONS or text[position : position + 1] not in _CONJUNCTIONS:
        return position
    conjunction = lexicon_pattern("name.conjunction-behind-pause").match(text, position)
    return conjunction.end() if conjunction else position


@lru_cache(maxsize=512)  # words are asked about several times on end, and hardly in a later document
def mask(text: str) -> str:
    """The text with what stands in brackets replaced by MASK, character by character."""
    if not _BRACKET.search(text):
        return text
    characters = list(text)
    depth, since = 0, 0
    for match in _BRACKET.finditer(text):
        if match[0] in OPENERS:
            if depth == 0:
                since = match.start() + 1
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                characters[since : match.start()] = MASK * (match.start() - since)
    if depth:
        hidden = min(_UNCLOSED, len(characters) - since)
        characters[since : since + hidden] = MASK * hidden
    return "".join(characters)


def strip_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without the punctuation at its edges; None where nothing is left."""
    while start < end and text[start] in _SPAN_EDGE:
        start += 1
    while end > start and text[end - 1] in _SPAN_END:
        end -= 1
    return (start, end) if start < end else None


def whole_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without the punctuation at its edges, quotation marks and brackets whole: “十四五”末, 李某（主任）."""
    span = strip_span(text, start, end)
    if span is None:
        return None
    first, last = span
    for opening, closing in _PAIRS:
        missing = text.count(closing, first, last) - text.count(opening, first, last)
        if missing > 0 and first > start and text[first - 1] == opening:
            first -= 1
        elif missing < 0 and last < end and text[last] == closing:
            last += 1
    wrapped = any(text[first] == opening and text.find(closing, first) == last - 1 for opening, closing in _BRACKETS)
    return (first + 1, last - 1) if wrapped else (first, last)
