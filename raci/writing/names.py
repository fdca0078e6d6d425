"""File names from titles, such that Windows, macOS and Linux all take them."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["Names", "file_name"]

#: most bytes of UTF-8; the strictest system allows 255, and endings are yet to come
LONGEST = 150

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)


def file_name(title: str, otherwise: str = "方案") -> str:
    """The title as a file name without ending; ``otherwise`` where nothing is left of it.

    Line ends and runs of blanks become one blank, characters that Windows forbids become ``_``, invisible ones
    go; no name is reserved, begins with a dot or a hyphen, ends in a dot or blank, or is longer than 150 bytes.
    """
    kept = (char for char in title if char.isspace() or not unicodedata.category(char).startswith("C"))
    text = " ".join(unicodedata.normalize("NFC", "".join(kept)).split())
    text = _FORBIDDEN.sub("_", text).lstrip(".- ")
    text = text.encode("utf-8")[:LONGEST].decode("utf-8", "ignore").rstrip(". ")
    if not text.strip("_"):
        return otherwise
    return f"_{text}" if _RESERVED.fullmatch(text.split(".")[0].rstrip()) else text


class Names:
    """File names that do not repeat, on file systems that know no case either: the second ``x`` is ``x-2``."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, title: str, otherwise: str = "方案") -> str:
        """The title as a file name that was not given before."""
        name = made = file_name(title, otherwise)
        count = 1
        while made.casefold() in self._taken:
            count += 1
            made = f"{name}-{count}"
        self._taken.add(made.casefold())
        return made
