"""Names of sheets that Excel takes: at most 31 characters, none of []:*?/\\, no name twice, no quote at an end."""

from __future__ import annotations

import re
from functools import lru_cache

from raci.escaping import clean

__all__ = ["SheetNames", "link"]

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


class SheetNames:
    """Gives names for sheets that do not repeat; case does not tell them apart."""

    def __init__(self) -> None:
        self._taken = {"history"}  # Excel keeps it for itself

    def of(self, wish: str, otherwise: str = "单位") -> str:
        """A name like the wish that was not given before."""
        base = _cut(_FORBIDDEN.sub("_", clean(wish)).strip("' \t\n"), LONGEST) or otherwise
        name, count = base, 1
        while name.casefold() in self._taken:
            count += 1
            name = f"{_cut(base, LONGEST - len(str(count)) - 2)}({count})"
        self._taken.add(name.casefold())
        return name


def _cut(text: str, most: int) -> str:
    # Excel counts in code units of UTF-16
    while len(text.encode("utf-16-le", "replace")) // 2 > most:
        text = text[:-1]
    return text.rstrip("' ")


def link(sheet: str, row: int, column: int = 0) -> str:
    """The link to a cell (counted from 0) of a sheet, as XlsxWriter takes it."""
    from xlsxwriter.utility import xl_col_to_name

    return f"internal:{_quoted(sheet)}!{xl_col_to_name(column)}{row + 1}"


@lru_cache(maxsize=256)
def _quoted(sheet: str) -> str:
    from xlsxwriter.utility import quote_sheetname

    quoted: str = quote_sheetname(sheet)
    return quoted
