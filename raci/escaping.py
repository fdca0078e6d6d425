"""Texts that stay texts when a spreadsheet program opens them."""

from __future__ import annotations

import re

__all__ = ["clean", "escape_formula", "unescape_formula"]

# OWASP "CSV Injection": what Excel takes for the start of a formula, the full-width forms included.
_FORMULA = "=+-@\t\r\n＝＋－＠"
# Excel reads (1) as -1, and 1-2 or 1/2 as a date: older versions of raci guarded these too. That is left to Excel now,
# as every other program that reads the table would show the apostrophe.
_MISREAD = re.compile(r"[(（]\d+[)）]|\d+[-/]\d+(?:[-/]\d+)?")
# XML 1.0, of which workbooks and GraphML are made, does not allow them.
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# ISO dates are dates in every spreadsheet program: no harm done.
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


def _runs(text: str) -> bool:
    """Whether Excel would run it."""
    bare = text.lstrip(" \u3000")
    return text[:1] in {"\t", "\r", "\n"} or (bool(bare) and bare[0] in _FORMULA)


def _was_guarded(text: str) -> bool:
    return _runs(text) or (bool(_MISREAD.fullmatch(text)) and not _DATE.fullmatch(text))


def escape_formula(text: str) -> str:
    """The text for a CSV cell: with an apostrophe before it where Excel would run it as a formula.

    ``=1+1`` and ``-海关`` become ``'=1+1`` and ``'-海关``; ``unescape_formula`` undoes it.
    """
    bare = text.lstrip("'")
    # a text that begins with an apostrophe of its own must not lose it when it is read back
    return f"'{text}" if _runs(bare) or (bare != text and _was_guarded(bare)) else text


def unescape_formula(text: str) -> str:
    """The text without the apostrophe that ``escape_formula`` put before it; any other text as it is."""
    return text[1:] if text.startswith("'") and _was_guarded(text.lstrip("'")) else text


def clean(text: str) -> str:
    """The text without the characters that XML cannot hold; line ends as ``\\n``."""
    if text.isprintable():  # most texts are one line, and this is known at once
        return text
    return _INVALID.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
