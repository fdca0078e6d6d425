"""What stands on a page of an OFD document: its characters, ruled lines and pictures with their positions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raci.readers.formats.ofd.elements import is_flag, local_name, parse_numbers
from raci.readers.formats.ofd.paths import path_lines
from raci.readers.formats.ofd.piled_objects import place_of, side_by_side
from raci.readers.formats.ofd.resources import Resources
from raci.readers.formats.ofd.text_objects import text_runs
from raci.readers.formats.ofd.transform import POINT, placed
from raci.readers.layout.affine import Affine
from raci.readers.layout.extents import Box
from raci.readers.layout.pages import MAX_PAGE_CHARS
from raci.readers.layout.printed_pages import PrintedRun
from raci.readers.layout.ruled_frames import RuledLine

if TYPE_CHECKING:
    from raci.readers.formats.ofd.elements import Element

__all__ = ["PageContent", "read_content"]

_MAX_OBJECTS = 1_000_000
#: objects made of objects, as deep as they are followed
_MAX_DEPTH = 8


class PageContent(NamedTuple):
    """What stands on a page: its characters, its ruled lines, the ids of its pictures, the largest first, and the
    boxes of these and of what is filled, in points.
    """

    runs: list[PrintedRun]
    ruled_lines: list[RuledLine]
    picture_ids: list[str]
    grounds: list[Box]

    @property
    def char_count(self) -> int:
        """How many characters there are."""
        return sum(len(run.glyphs) for run in self.runs)


def read_content(page: Element, resources: Resources) -> PageContent:
    """What stands on the page of this root element."""
    runs: list[tuple[tuple[str | None, ...], PrintedRun]] = []
    lines: list[RuledLine] = []
    pictures: list[tuple[float, str]] = []
    stack: list[tuple[Element, Affine, int]] = [(page, Affine(), 0)]
    grounds: list[Box] = []
    chars = objects = 0
    while stack and chars <= MAX_PAGE_CHARS and objects <= _MAX_OBJECTS:
        root, transform, depth = stack.pop()
        for element in root.iter():
            kind = local_name(element)
            objects += 1
            if chars > MAX_PAGE_CHARS or objects > _MAX_OBJECTS:
                break
            if is_flag(element.get("Visible"), "false"):
                continue
            if kind == "TextObject":
                place = place_of(element)
                for run in text_runs(element, resources, transform):
                    runs.append((place, run))
                    chars += len(run.glyphs)
            elif kind == "PathObject":
                lines += path_lines(element, transform)
                if is_flag(element.get("Fill"), "true"):
                    grounds.append(_ground(element, transform))
            elif kind == "ImageObject":
                _, _, width, height = parse_numbers(element.get("Boundary"), 4)
                grounds.append(_ground(element, transform))
                pictures.append((width * height * transform.area_factor, element.get("ResourceID") or ""))
            elif kind == "CompositeObject" and depth < _MAX_DEPTH:
                composite = resources.composites.get(element.get("ResourceID") or "")
                if composite is not None:
                    stack.append((composite, placed(element, transform), depth + 1))
    return PageContent(
        list(side_by_side(runs)), lines, [picture for _, picture in sorted(pictures, reverse=True)], grounds
    )


def _ground(element: Element, outer: Affine) -> Box:
    left, top, width, height = parse_numbers(element.get("Boundary"), 4)
    x0, y0, x1, y1 = outer.box(left, top, left + width, top + height)
    return x0 * POINT, y0 * POINT, x1 * POINT, y1 * POINT
