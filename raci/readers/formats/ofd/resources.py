"""What the resources of an OFD document say: bold fonts, objects made of objects, pictures, colours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from raci.readers.files.packages import Package
from raci.readers.formats.ofd.elements import descendants, is_flag, resolve_path
from raci.rules.text_patterns import text_patterns

if TYPE_CHECKING:
    from raci.readers.formats.ofd.elements import Element

__all__ = ["Resources", "read_resources"]


class Resources(NamedTuple):
    """The ids of the fonts that are bold; by their ids the objects made of objects, the paths of the pictures, and what
    objects are drawn with.
    """

    bold_fonts: frozenset[str]
    composites: Mapping[str, Element]
    picture_paths: Mapping[str, str]
    draw_parameters: Mapping[str, Element]


def read_resources(package: Package, root: Element, folder: str) -> Resources:
    """Those of the document whose root element this is; ``folder`` is the one that its file is in."""
    bold_fonts: set[str] = set()
    composites: dict[str, Element] = {}
    picture_paths: dict[str, str] = {}
    draw_parameters: dict[str, Element] = {}
    for resource in _resource_roots(package, root, folder):
        bold_fonts |= {font.get("ID") or "" for font in descendants(resource, "Font") if _is_bold(font)}
        composites |= {unit.get("ID") or "": unit for unit in descendants(resource, "CompositeGraphicUnit")}
        draw_parameters |= {each.get("ID") or "": each for each in descendants(resource, "DrawParam")}
        base = resolve_path(folder, resource.get("BaseLoc") or "")
        for media in descendants(resource, "MultiMedia"):
            file = next(descendants(media, "MediaFile"), None)
            if file is not None:
                picture_paths[media.get("ID") or ""] = resolve_path(base, file.text or "")
    return Resources(frozenset(bold_fonts), composites, picture_paths, draw_parameters)


def _resource_roots(package: Package, root: Element, folder: str) -> Iterator[Element]:
    for kind in ("PublicRes", "DocumentRes"):
        for reference in descendants(root, kind):
            path = resolve_path(folder, reference.text or "")
            if path in package:
                yield package.xml(path)


def _is_bold(font: Element) -> bool:
    names = f"{font.get('FontName') or ''} {font.get('FamilyName') or ''}"
    return text_patterns("fonts")["heavy-font"].holds(names) or is_flag(font.get("Bold"), "true")
