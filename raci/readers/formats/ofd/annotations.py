"""Annotations and seals of OFD documents: comments, watermarks and stamps that lie over the pages; told, not read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from raci.errors import ReadError
from raci.readers.files.packages import Package
from raci.readers.formats.ofd.elements import descendants, first_text, is_flag, resolve_path
from raci.readers.layout.left_out import LeftOut

if TYPE_CHECKING:
    from raci.readers.formats.ofd.elements import Element

__all__ = ["note_annotations", "note_seals"]


def note_annotations(package: Package, root: Element, folder: str, pages: Mapping[str, int]) -> list[str]:
    """What is to be said of the annotations with words; ``pages``: the numbers of the pages by their ids."""
    left_out = LeftOut("批注、水印等注释")
    for page_id, path in _annotation_files(package, root, folder):
        number = pages.get(page_id)
        if number is None or path not in package:
            continue
        for annotation in descendants(package.xml(path), "Annot"):
            if is_flag(annotation.get("Visible"), "false"):
                continue
            for text in _texts(annotation):
                left_out.add(text, number)
    return left_out.notes()


def _annotation_files(package: Package, root: Element, folder: str) -> Iterator[tuple[str, str]]:
    """The id of each page that has annotations, and where they are."""
    path = resolve_path(folder, first_text(root, "Annotations"))
    if path not in package:
        return
    base = posixpath.dirname(path)
    for page in descendants(package.xml(path), "Page"):
        yield page.get("PageID") or "", resolve_path(base, first_text(page, "FileLoc"))


def _texts(annotation: Element) -> Iterator[str]:
    """The different words of an annotation, and the remark on it."""
    objects = descendants(annotation, "TextObject")
    texts = ["".join(code.text or "" for code in descendants(each, "TextCode")) for each in objects]
    texts.append(first_text(annotation, "Remark"))
    return (text for text in dict.fromkeys(texts) if text.strip())


def note_seals(package: Package, body: Element) -> list[str]:
    """What is to be said of the electronic seals of the document that ``body``, in the package's first file, names."""
    count = 0
    path = resolve_path("", first_text(body, "Signatures"))
    if path not in package:
        return []
    folder = posixpath.dirname(path)
    try:
        for signature in descendants(package.xml(path), "Signature"):
            seal = resolve_path(folder, signature.get("BaseLoc") or "")
            count += seal in package and any(True for _ in descendants(package.xml(seal), "StampAnnot"))
    except ReadError:  # a broken seal leaves the text whole
        return ["电子印章损坏，未读"]
    return [f"电子印章 {count} 枚，章上的字未读"] if count else []
