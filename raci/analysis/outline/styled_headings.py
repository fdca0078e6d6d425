"""Headings that only their style sets apart: without a number, in a document that marks its headings as such."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from raci.analysis.outline.patterns import OutlinePatterns
from raci.model import Block, Document
from raci.rules.cell_content import cell_content
from raci.rules.lexicon import lexicon_pattern
from raci.rules.markers import at_start

__all__ = ["styled_headings"]

#: the longest heading, in characters: whole paragraphs in the style of a heading are none
_LONGEST = 60
#: where more of the paragraphs than this share are in the style of a heading, the style tells nothing
_MOST = 0.7
#: among so many of the first headings the title is looked for, in one or several lines
_HEADINGS_OF_TITLE = 4
#: what sentences end with, and what comes before a list
_SENTENCE_ENDS = "。；;，,：:"
#: the shortest line of a title, in characters
_SHORTEST_TITLE = 5
_COLON = re.compile("[:：∶】]")
_NO_WORDS = re.compile(r"[\W_]+")


def styled_headings(document: Document, patterns: OutlinePatterns) -> Collection[Block]:
    """The headings without numbers that others stand under, by the depth that the source states.

    The title is none, nor are sentences, labels (责任单位, 完成时限：6月底), or a text in which all is a heading.
    """
    blocks = [block for block in document.blocks if block.kind in ("heading", "paragraph", "item")]
    marked = [block for block in blocks if block.kind == "heading" and block.level]
    if not marked or len(marked) > _MOST * len(blocks):
        return ()
    marked = marked[_behind_title(marked, document) :]
    return {block for block in marked if _is_heading(document.quote(block.start, block.end).strip(), patterns)}


def _behind_title(marked: Sequence[Block], document: Document) -> int:
    """How many of the first headings are the title, or stand above it (the names of a site).

    By its words; or else the first one by its depth, where that is the highest and no other has it.
    """
    title = _bare(document.title)
    words = [_bare(document.quote(block.start, block.end)) for block in marked[:_HEADINGS_OF_TITLE]]
    least = max(_SHORTEST_TITLE, len(title) // 3)  # 重点任务 is no line of the title 青溪县重点任务分工方案
    alike = [place for place, each in enumerate(words) if len(each) >= least and (each in title or title in each)]
    if alike:
        return alike[-1] + 1
    highest = min(block.level for block in marked)
    is_alone = marked[0].level == highest and all(block.level > highest for block in marked[1:])
    return int(is_alone and len(marked) > 1)


def _is_heading(words: str, patterns: OutlinePatterns) -> bool:
    return (
        0 < len(words) <= _LONGEST
        and words[-1] not in _SENTENCE_ENDS
        and at_start(words) is None
        and (_COLON.search(words) is None or patterns.label.match(words) is None)
        and patterns.bare_label.match(words) is None
        and patterns.bare_fact.match(words) is None
        and patterns.continuation.match(f"{words}：") is None
        and cell_content(words).kind in ("text", "bodies", "person")  # 附则 is written like a name
        and lexicon_pattern("outline.time-label").match(words) is None
    )


def _bare(words: str) -> str:
    return _NO_WORDS.sub("", words)
