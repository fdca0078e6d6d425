"""What the style sheets in a web page say of its elements: which it does not show, which it strikes out.

Selectors of names, classes and ids are understood, also one within another (``.box > p.old``); those that hold for a
state (``:hover``) or for other media (print, narrow screens) say nothing of what a reader sees.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterator
from typing import NamedTuple

__all__ = ["Cascade", "sheet_rules", "words_of"]

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
#: a selector that is understood, one of its parts, and a word of such a part: a name, a class, an id
_SELECTOR = re.compile(r"[\w.#*-]+(?:\s*[\s>]\s*[\w.#*-]+)*")
_PART = re.compile(r"[\s>]+")
_WORD = re.compile(r"[.#]?[\w-]+")
#: media that a reader sees: any, or a screen of whatever size
_SEEN_MEDIA = re.compile(r"@media\s*(?:only\s+)?(?:all|screen)?\s*")
#: how much of the style sheets of a page is looked at, in characters, and how many selectors count
_LONGEST, _MOST = 200_000, 300

#: what a rule says of an element: yes, no, or nothing
Judge = Callable[[str], bool | None]


class SheetRule(NamedTuple):
    """A rule: its selectors, and what it declares."""

    selectors: str
    declared: str


class _Selector(NamedTuple):
    """The words that an element has, those that the elements around it have, its weight, and what it says."""

    own: frozenset[str]
    above: frozenset[str]
    weight: tuple[bool, int, int, int, int]
    says: bool


def sheet_rules(sheets: str) -> list[SheetRule]:
    """The rules for what is seen on a screen, in order."""
    text = _COMMENT.sub(" ", sheets[:_LONGEST])
    rules: list[SheetRule] = []
    skipped = depth = 0  # the depth at which a block begins that is left out, or 0; how many blocks are open
    begin, head = 0, ""
    for place in re.finditer(r"[{};]", text):
        words, sign = text[begin : place.start()].strip(), place[0]
        if sign == "{":
            depth += 1
            if not skipped and words.startswith("@") and not _SEEN_MEDIA.fullmatch(words):
                skipped = depth
            head, begin = words, place.end()
        elif sign == "}":
            if head and not skipped and not head.startswith("@"):
                rules.append(SheetRule(head, words))
            skipped = 0 if depth == skipped else skipped
            depth, head, begin = max(0, depth - 1), "", place.end()
        elif not head or head.startswith("@"):
            begin = place.end()  # @import and @charset
    return rules


def words_of(tag: str, id_: str | None, classes: str | None) -> list[str]:
    """The words by which selectors name an element."""
    return [tag, *([f"#{id_}"] if id_ else ()), *(f".{name}" for name in (classes or "").split())]


class Cascade:
    """What the rules say of one matter; ``judge`` reads that from what a rule declares."""

    def __init__(self, rules: Collection[SheetRule], judge: Judge) -> None:
        self._by_word: dict[str, list[_Selector]] = defaultdict(list)
        listed = [
            selector
            for order, rule in enumerate(rules)
            if (says := judge(rule.declared)) is not None
            for selector in _selectors(rule, says, order)
        ][:_MOST]
        if any(selector.says for selector in listed):
            for selector in listed:
                self._by_word[max(selector.own, key=lambda word: word[0] in ".#")].append(selector)

    def says(self, words: Collection[str], above: Container[str]) -> bool | None:
        """What holds for an element with these words within elements that have the words ``above``."""
        if not self._by_word:
            return None
        found = [
            selector
            for word in words
            for selector in self._by_word.get(word, ())
            if selector.own.issubset(words) and all(each in above for each in selector.above)
        ]
        return max(found, key=lambda selector: selector.weight).says if found else None


def _selectors(rule: SheetRule, says: bool, order: int) -> Iterator[_Selector]:
    for text in rule.selectors.split(","):
        if not _SELECTOR.fullmatch(text.strip()):
            continue
        *above, own = (frozenset(_WORD.findall(part)) for part in _PART.split(text.strip()))
        if not own:
            continue  # all elements
        words = [word for part in (*above, own) for word in part]
        ids, classes = (sum(word[0] == sign for word in words) for sign in "#.")
        weight = ("!important" in rule.declared, ids, classes, len(words), order)
        yield _Selector(own, frozenset().union(*above), weight, says)
