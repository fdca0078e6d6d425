"""Texts with width, style of brackets and white space folded, so that only the wording counts in a comparison."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePath

__all__ = ["FoldedText", "fold", "fold_lines", "heading_key", "stem_of"]

_BRACKETS = str.maketrans(dict.fromkeys("〔【[﹝", "(") | dict.fromkeys("〕】]﹞", ")"))
_NUMBER = re.compile(
    r"^(第[一二三四五六七八九十百零\d]+[章节条项款]、?|\([一二三四五六七八九十百\d]+\)[、.]?|[一二三四五六七八九十百]+[、.)]"
    r"|\d+(?:\.\d+)+[、.)]?|\d+[、.)]|[①-⑳❶-❿])"
)
_CIRCLED = re.compile(r"^[①-⑳❶-❿]")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百零\d]+条")
_STOPS = re.compile(r"[。.:;]")
#: so much of a heading tells it from others, as one side may have more of the sentence
_KEY = 10


def fold(text: str | None) -> str:
    """The text in half width, all brackets alike, without white space."""
    return "".join(unicodedata.normalize("NFKC", text or "").translate(_BRACKETS).split())


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text folded, without its line ends, and where its lines begin in it."""

    text: str
    line_starts: frozenset[int]


def fold_lines(text: str) -> FoldedText:
    """The text folded line by line."""
    lines, starts, reached = [], [], 0
    for line in text.split("\n"):
        if folded := fold(line):
            lines.append(folded)
            starts.append(reached)
            reached += len(folded)
    return FoldedText("".join(lines), frozenset(starts))


def heading_key(text: str | None, number: str = "") -> str:
    """The first ten characters of a clause's heading, its number left out; of an article the number stays."""
    plain = "".join((text or "").split())
    article = _ARTICLE.match("".join((number or "").split())) or _ARTICLE.match(plain)
    words = _NUMBER.sub("", fold(_CIRCLED.sub("", plain))).lstrip("、.")
    return (article[0] if article else "") + _STOPS.split(words)[0][:_KEY]


def stem_of(source: str | None) -> str:
    """The name of a file without its ending, folded."""
    return fold(PurePath(source or "").stem)
