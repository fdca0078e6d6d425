"""What the resources of an OFD document say: fonts, objects made of objects, pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from raci.readers.files.packages import Package
from raci.readers.formats.ofd.elements import named, path

__all__ = ["Known", "resources"]

_BLACK = re.compile("黑体|simhei|heiti", re.I)


class Known(NamedTuple):
    """The ids of the fonts that are bold; by their ids the objects made of objects, and where the pictures are."""

    bold: frozenset[str]
    units: Mapping[str, Any]
    pictures: Mapping[str, str]


def resources(package: Package, root: Any, base: str) -> Known:
    """Those of the document whose root element this is; ``base`` is the folder that it is in."""
    bold: set[str] = set()
    units: dict[str, Any] = {}
    pictures: dict[str, str] = {}
    for kind in ("PublicRes", "DocumentRes"):
        for each in named(root, kind):
            place = path(base, str(each.text or ""))
            if place not in package:
                continue
            held = package.xml(place)
            for font in named(held, "Font"):
                names = f"{font.get('FontName') or ''} {font.get('FamilyName') or ''}"
                if _BLACK.search(names) or (font.get("Bold") or "").lower() == "true":
                    bold.add(font.get("ID") or "")
            units |= {unit.get("ID") or "": unit for unit in named(held, "CompositeGraphicUnit")}
            folder = path(base, held.get("BaseLoc") or "")
            for media in named(held, "MultiMedia"):
                file = next(named(media, "MediaFile"), None)
                if file is not None:
                    pictures[media.get("ID") or ""] = path(folder, str(file.text or ""))
    return Known(frozenset(bold), units, pictures)
