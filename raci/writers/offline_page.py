"""A page that opens offline: a template with marks, and the one script that its content security policy allows."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping

__all__ = ["fill_page"]


def fill_page(template: str, parts: Mapping[str, str], script: str) -> bytes:
    """The page in UTF-8: ``parts`` in the places of the template's ``%%MARKS%%``, and the script with its hash.

    The words of a document in ``parts`` must be escaped already; they are never taken for a mark, since only the
    template is looked through for these. ``SCRIPT`` and ``HASH`` are filled in here.
    """
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    filled = {**parts, "HASH": digest, "SCRIPT": script}
    pieces = enumerate(template.split("%%"))
    return "".join(filled.get(piece, piece) if index % 2 else piece for index, piece in pieces).encode(
        "utf-8", "replace"
    )
