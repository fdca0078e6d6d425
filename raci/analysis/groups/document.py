"""The groups of a document: by what its sentences say, and by its rosters and tables."""

from __future__ import annotations

from raci.analysis.groups.collector import Collector
from raci.analysis.groups.stretches import stretches
from raci.analysis.prose.sentences import full_width
from raci.model import Document
from raci.model.work_groups import WorkGroup
from raci.rules.lexicon import lexicon_pattern

__all__ = ["find_groups"]


def find_groups(document: Document) -> tuple[WorkGroup, ...]:
    """The groups that a document sets up or lists, in its order, each with its members.

    Bodies are named as written; ``raci.analysis.resolve`` settles which they are.
    """
    names = [match.start() for match in lexicon_pattern("group.may-name").finditer(document.text)]
    if not names:
        return ()
    text = lexicon_pattern("group.half-stop").sub("。", full_width(document.text))
    text = lexicon_pattern("group.made-in-bracket").sub(r"：\g<made>。", text)
    text = _without_asides(text)
    text = _with_tabs(text, document)
    collector = Collector(document, text, names)
    for stretch in stretches(text, document.blocks):
        if stretch.table is not None:
            collector.table(stretch.table)
        elif stretch.roster:
            collector.roster(stretch.roster)
        else:
            collector.sentences(stretch.start, stretch.end)
    return collector.groups()


def _without_asides(text: str) -> str:
    """The text less what brackets tell beside a post (（女，市长）, （院长，兼）) and phones behind; places stay."""
    text = lexicon_pattern("group.told-first").sub(lambda told: f"{' ' * (len(told[0]) - 1)}（", text)
    text = lexicon_pattern("group.phone").sub(lambda phone: " " * len(phone[0]), text)
    return lexicon_pattern("group.told-last").sub(lambda told: f"）{' ' * (len(told[0]) - 1)}", text)


def _with_tabs(text: str, document: Document) -> str:
    """The text with the tabs between the cells of its tables, which are commas in full-width punctuation."""
    parts, position = [], 0
    for block in document.blocks:
        if block.cells:
            of_table = zip(document.text[block.start : block.end], text[block.start : block.end], strict=True)
            parts += [text[position : block.start], *("\t" if was == "\t" else char for was, char in of_table)]
            position = block.end
    return "".join((*parts, text[position:])) if parts else text
