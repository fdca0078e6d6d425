"""Documents and chapters that tell what was done: replies, reports, speeches, news; 一、主要做法 of any document.

What they say of bodies is no duty, but for what they say of the future, or ask for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from raci.model import Clause, Document
from raci.rules.lexicon import lexicon_hint, lexicon_pattern

__all__ = ["ahead", "asked_for"]

#: how much of a document is read to see what sort it is, in characters
_HEAD = 2_000
#: in so many first lines a title may stand, none of them longer, in characters
_FIRST_LINES, _LONGEST_TITLE = 3, 60
#: the longest heading that has no number, and the longest of a chapter, in characters
_LONGEST_HEADING, _LONGEST_CHAPTER = 12, 24


def asked_for(document: Document, clauses: Sequence[Clause]) -> Mapping[int, re.Pattern[str]]:
    """The clauses that tell what was done, by index, each with what a sentence of it has that tells a duty still."""
    asks: dict[int, re.Pattern[str]] = {}
    if lexicon_hint("prose.reporting-document").search(document.text[:_HEAD]):
        future = ahead(clauses, lexicon_pattern("prose.ahead"))
        asks = dict.fromkeys((clause.index for clause in clauses), lexicon_pattern("prose.ahead"))
    elif any(map(lexicon_pattern("prose.telling-title").search, _titles(document))):
        future = ahead(clauses, lexicon_pattern("prose.chapter-ahead"))
        asks = dict.fromkeys((clause.index for clause in clauses), lexicon_pattern("prose.asks-plainly"))
    else:
        future = frozenset()
    asks = {index: words for index, words in asks.items() if index not in future}
    for index in _chapters(clauses):
        asks[index] = lexicon_pattern("prose.ahead")
    return asks


def _titles(document: Document) -> Iterator[str]:
    """The title; the first lines as well, as that of a speech has no form that tells it from other lines."""
    yield document.title
    for line in document.text[:_HEAD].split("\n", _FIRST_LINES)[:_FIRST_LINES]:
        if len(line) <= _LONGEST_TITLE:
            yield line.rstrip()


def ahead(clauses: Sequence[Clause], words: re.Pattern[str]) -> frozenset[int]:
    """The clauses that speak of the future: their headings say so, or what leads in to them does."""
    found: set[int] = set()
    lead_in: Clause | None = None  # "下一步，我们将做好以下工作：" speaks of all that follows it in its chapter
    for clause in clauses:
        if lead_in is not None and lead_in.parent not in (None, clause.parent) and clause.parent not in found:
            lead_in = None  # another chapter begins
        if lead_in is not None or clause.parent in found or words.search(clause.heading):
            found.add(clause.index)
            if clause.kind == "paragraph" and (clause.heading.endswith("：") or _is_heading(clause)):
                lead_in = clause
    return frozenset(found)


def _chapters(clauses: Sequence[Clause]) -> set[int]:
    """The clauses of chapters whose headings say that they tell how things are: 二、存在的主要问题."""
    told = lexicon_pattern("prose.telling-chapter").match
    found: set[int] = set()
    for clause in clauses:
        if clause.parent in found or (
            clause.kind != "row"
            and clause.number
            and len(clause.heading) <= _LONGEST_CHAPTER
            and told(clause.heading.rstrip("：:。"))
        ):
            found.add(clause.index)
    return found


def _is_heading(clause: Clause) -> bool:
    """Whether a paragraph is a heading without a number: 下一步打算."""
    return clause.end - clause.start <= _LONGEST_HEADING and not clause.heading.endswith(("。", "，", "；"))
