"""File names from titles, such that Windows, macOS and Linux all take them."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["LONGEST", "UniqueFileNames", "file_name", "name_limit"]

#: most bytes of UTF-8; the strictest system allows 255, and endings are yet to come
MOST_BYTES = 150
#: most characters: a plan's name stands twice in a path (NAME/NAME.xlsx), and Windows takes paths of 259
LONGEST = 75
#: no name is cut to less than this, however deep the folder
LEAST = 12

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)


def name_limit(folder: str, times: int = 1, rest: int = 10) -> int:
    """How many characters a name may have that stands ``times`` in paths below ``folder``, with ``rest`` beside it.

    No path is to be longer than 240 characters: Windows takes 259, and programs add to them while they save.
    """
    return max(LEAST, min(LONGEST, (240 - len(folder) - rest) // times))


def file_name(title: str, otherwise: str = "方案", longest: int = LONGEST) -> str:
    """The title as a file name without ending; ``otherwise`` where nothing is left of it.

    Line ends and runs of blanks become one blank, characters that Windows forbids become ``_``, invisible ones
    go; no name is reserved, begins with a dot or a hyphen, ends in a dot or blank, or is longer than 150 bytes or
    ``longest`` characters.
    """
    kept = (char for char in title if char.isspace() or not unicodedata.category(char).startswith("C"))
    text = " ".join(unicodedata.normalize("NFC", "".join(kept)).split())
    text = _FORBIDDEN.sub("_", text).lstrip(".- ")
    text = text.encode("utf-8")[:MOST_BYTES].decode("utf-8", "ignore")
    # Windows counts in halves of UTF-16
    text = text.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", "ignore").rstrip(". ")
    if not text.strip("_"):
        return otherwise
    return f"_{text}" if _RESERVED.fullmatch(text.split(".")[0].rstrip()) else text


class UniqueFileNames:
    """File names that do not repeat, on file systems that know no case either: the second ``x`` is ``x-2``."""

    def __init__(self, longest: int = LONGEST) -> None:
        self._longest = longest
        self._taken: set[str] = set()

    def of(self, title: str, otherwise: str = "方案") -> str:
        """The title as a file name that was not given before."""
        name = made = file_name(title, otherwise, self._longest)
        count = 1
        while made.casefold() in self._taken:
            count += 1
            made = f"{name}-{count}"
        self._taken.add(made.casefold())
        return made
