"""Runs of a Word file cut where comments begin and end; each part keeps the properties of the whole."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING

from raci.writers.docx_comments.anchors import WordCharacter

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["RunParts", "cut_runs"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class RunParts:
    """Which run holds a character now."""

    def __init__(self) -> None:
        self.parts: dict[_Element, list[tuple[int, _Element]]] = {}

    def run_of(self, character: WordCharacter) -> _Element:
        """The run of a character, which was perhaps cut."""
        run = None
        for start, part in self.parts.get(character.element, ()):
            if start <= character.offset:
                run = part
        if run is None:
            run = character.element.getparent()
        if run is None:
            raise ValueError("a character without a run")
        return run


def cut_runs(firsts: Iterable[WordCharacter], lasts: Iterable[WordCharacter]) -> RunParts:
    """Cut the runs before each of the first characters and behind each of the last ones."""
    cuts: dict[_Element, dict[_Element, set[int]]] = {}
    ends = [WordCharacter(last.element, last.offset + 1) for last in lasts]
    for character in (*firsts, *ends):
        run = character.element.getparent()
        if run is not None:
            cuts.setdefault(run, {}).setdefault(character.element, set()).add(character.offset)
    parts = RunParts()
    for run, cut in cuts.items():
        _cut_run(run, cut, parts)
    return parts


def _cut_run(run: _Element, cuts: dict[_Element, set[int]], parts: RunParts) -> None:
    """Share out what stands in a run: a group for each stretch between two cuts; the first stays in the run."""
    properties = run.find(f"{_W}rPr")
    groups: list[list[_Element]] = [[]]
    pieces: list[tuple[_Element, int, _Element]] = []  # a whole text, an offset in it, the piece from there
    for child in [child for child in run if child is not properties]:
        length = len(child.text or "") if child.tag == f"{_W}t" else 1
        inner = sorted(cuts.get(child, ()))
        if 0 in inner and groups[-1]:
            groups.append([])
        bounds = [0, *(cut for cut in inner if 0 < cut < length), length]
        words = child.text or ""
        for number, (start, end) in enumerate(pairwise(bounds)):
            piece = child if number == 0 else deepcopy(child)
            if len(bounds) > 2:
                piece.text = words[start:end]
                piece.set(_SPACE, "preserve")
            if number:
                groups.append([])
            groups[-1].append(piece)
            pieces.append((child, start, piece))
        if length in inner:
            groups.append([])
    _share_out(run, properties, [group for group in groups if group])
    for whole, start, piece in pieces:
        holder = piece.getparent()
        if whole in cuts and holder is not None:
            parts.parts.setdefault(whole, []).append((start, holder))


def _share_out(run: _Element, properties: _Element | None, groups: list[list[_Element]]) -> None:
    """The first group stays in the run, each other one goes into a run of its own behind it."""
    last = run
    for group in groups[1:]:
        part = run.makeelement(run.tag)
        part.attrib.update(run.attrib)
        if properties is not None:
            part.append(deepcopy(properties))
        part.extend(group)
        last.addnext(part)
        last = part
