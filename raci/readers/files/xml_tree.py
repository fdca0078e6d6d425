"""XML as a tree: entities are not expanded, nothing is fetched, depth is limited by libxml2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from raci.readers.files.xml_stream import BrokenXmlError, TooManyElementsError, clean_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["parse_tree", "to_utf8"]

_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,30})["'][^>]{0,200}\?>""", re.I)
#: names by which files mean GB18030 or a part of it
_GB18030 = ("gb2312", "gbk", "gb18030", "gb_2312-80")


#: how many tags and attributes a tree is made of at most: each takes some hundred bytes, and the files of two thousand
#: pages have as many
_MOST_MARKS = 2_000_000


def parse_tree(data: bytes) -> _Element:
    """The root element. Raises BrokenXmlError, and TooManyElementsError before such a tree is made."""
    from lxml import etree

    if data.count(b"<") + data.count(b"=") > _MOST_MARKS:
        raise TooManyElementsError(str(_MOST_MARKS))

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(clean_xml(data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenXmlError(str(error)) from error
    if root is None:
        raise BrokenXmlError("no element")
    return root


def to_utf8(data: bytes) -> bytes:
    """XML of any encoding in UTF-8, without its declaration where that names another; UTF-16 has a mark."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
        return re.sub(r"\A\ufeff?\s*<\?xml.*?\?>", "", text, count=1, flags=re.S).encode()
    declared = _DECLARED.match(data[:1024])
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if declared is None or name in ("utf-8", "utf8"):
        return data
    try:
        return data[declared.end() :].decode("gb18030" if name in _GB18030 else name, errors="replace").encode()
    except (LookupError, ValueError):
        return data
