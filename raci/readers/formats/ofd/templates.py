"""Page templates of OFD documents: what stands on all pages that name them, running heads as well as whole forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.readers.files.packages import Package
from raci.readers.formats.ofd.elements import descendants, resolve_path
from raci.readers.formats.ofd.page_content import PageContent, read_content
from raci.readers.formats.ofd.resources import Resources

if TYPE_CHECKING:
    from raci.readers.formats.ofd.elements import Element

__all__ = ["Templates"]


class Templates:
    """The templates of the document whose root element ``root`` is, each read on first use."""

    def __init__(self, package: Package, root: Element, folder: str, resources: Resources) -> None:
        self._package, self._resources = package, resources
        self._paths = {
            each.get("ID") or "": resolve_path(folder, each.get("BaseLoc") or "")
            for each in descendants(root, "TemplatePage")
        }
        self._read: dict[str, PageContent | None] = {}
        self.missing: set[str] = set()

    def of(self, page: Element) -> list[PageContent]:
        """What the templates that a page names hold; those that are not in the package are counted as missing."""
        named = [each.get("TemplateID") or "" for each in descendants(page, "Template")]
        return [content for name in named if (content := self._content(name)) is not None]

    def _content(self, name: str) -> PageContent | None:
        if name not in self._read:
            path = self._paths.get(name, "")
            found = path in self._package
            self._read[name] = read_content(self._package.xml(path), self._resources) if found else None
        if self._read[name] is None:
            self.missing.add(name)
        return self._read[name]
