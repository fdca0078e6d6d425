"""Headings that only their style sets apart: without a number, in a document that marks its headings as such."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from raci.analysis.outline.patterns import OutlinePatterns
from raci.model import Block, Document
from raci.model.pattern_codes import compiled
from raci.rules.cell_content import cell_content
from raci.rules.lexicon import lexicon_pattern
from raci.rules.markers import at_start

__all__ = ["styled_headings"]

#: the longest heading, in characters: whole paragraphs in the style of a heading are none
_LONGEST = 60
#: where more of the paragraphs than this share are in the style of a heading, the style tells nothing
_MOST = 0.7
#: fewer headings tell nothing; the numbers of chapters have this level at the most (一、, （一）)
_FEWEST, _LEVEL_OF_CHAPTERS = 2, 6
#: among so many of the first headings the title is looked for, in one or several lines
_HEADINGS_OF_TITLE = 4
#: what sentences end with, and what comes before a list
_SENTENCE_ENDS = "。；;，,：:"
#: the shortest line of a title, in characters
_SHORTEST_TITLE = 5
_COLON = compiled("[:：∶】]")
_NO_WORDS = compiled(r"[\W_]+")


def styled_headings(document: Document, patterns: OutlinePatterns) -> Mapping[int, int]:
    """Where headings without numbers begin that others stand under → their depth: the one that the source states.

    Where it states none, and no chapters are numbered, lines in bold that stand alone are headings of one depth. The
    title is none, nor are sentences, labels (责任单位, 完成时限：6月底), or a text in which all is a heading.
    """
    depths = {block: block.level for block in document.blocks if block.level and block.kind == "heading"}
    if len(depths) < _FEWEST and not document.emphasis:
        return {}  # most texts
    blocks = [block for block in document.blocks if block.kind in ("heading", "paragraph", "item")]
    if len(depths) < _FEWEST:
        depths = _bold_lines(document, blocks)
    if not depths or len(depths) > _MOST * len(blocks):
        return {}
    marked = [*depths]
    return {
        block.start: depths[block]
        for block in marked[_behind_title(marked, document, depths) :]
        if _is_heading(document.quote(block.start, block.end).strip(), patterns)
    }


def _bold_lines(document: Document, blocks: Sequence[Block]) -> dict[Block, int]:
    """The lines that are in bold from their beginning to their end, each with plain words below; none beside chapters.

    A single one may be anything.
    """
    if any(_is_chapter(document.text, block) for block in blocks):
        return {}
    ends = {span.start: span.end for span in document.emphasis}
    bold = [ends.get(block.start, 0) >= block.end for block in blocks]
    lines = {block: 1 for block, is_bold, below in zip(blocks, bold, bold[1:], strict=False) if is_bold and not below}
    return lines if len(lines) >= _FEWEST else {}


def _is_chapter(text: str, block: Block) -> bool:
    marker = at_start(text, block.start, block.end)
    return marker is not None and marker.level <= _LEVEL_OF_CHAPTERS


def _behind_title(marked: Sequence[Block], document: Document, depths: Mapping[Block, int]) -> int:
    """How many of the first headings are the title, or stand above it (the names of a site).

    By its words; or else the first one by its depth, where that is the highest and no other has it.
    """
    title = _bare(document.title)
    words = [_bare(document.quote(block.start, block.end)) for block in marked[:_HEADINGS_OF_TITLE]]
    least = max(_SHORTEST_TITLE, len(title) // 3)  # 重点任务 is no line of the title 青溪县重点任务分工方案
    alike = [place for place, each in enumerate(words) if len(each) >= least and (each in title or title in each)]
    if alike:
        return alike[-1] + 1
    highest = min(depths.values())
    is_alone = depths[marked[0]] == highest and all(depths[block] > highest for block in marked[1:])
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
