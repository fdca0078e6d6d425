"""Raised digits: the marks of footnotes and exponents, which are no digits of the word or number before them."""

from __future__ import annotations

__all__ = ["raised"]

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(words: str) -> str:
    """Words in superscript: digits as the characters that are raised by themselves (km², 县水利局¹), others as are."""
    return words.translate(_RAISED) if words.isdigit() else words
