"""Ordered lists of web pages: how their numbers look, and which comes next."""

from __future__ import annotations

import re
from collections.abc import Mapping

from raci.readers.documents.list_numbers import format_number
from raci.rules.text_patterns import text_patterns

__all__ = ["OrderedList", "whole_number"]

#: form of a list in UEditor → the style of its numbers and what stands around them
_EDITOR_FORMS = {
    "cn": ("cjk-ideographic", "{}、"),
    "cn1": ("cjk-ideographic", "（{}）"),
    "cn2": ("cjk-ideographic", "{}、"),
    "num": ("decimal", "{}、"),
    "num1": ("decimal", "（{}）"),
    "num2": ("decimal", "{}）"),
}
#: the types of ``ol`` (HTML 4.4.5) that are no digits
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_DIGITS = re.compile(r"\s*(\d{1,6})")


class OrderedList:
    """An ordered list (``ol``), from its attributes."""

    def __init__(self, attributes: Mapping[str, str | None]) -> None:
        patterns = text_patterns("web_pages")
        self._style, self._form = "decimal", "{}."
        if editor := patterns["editor-list"].find(attributes.get("class") or ""):
            self._style, self._form = _EDITOR_FORMS[editor["form"]]
        elif style := patterns["list-style"].find(attributes.get("style") or ""):
            self._style = style["style"].lower()
            self._form = "{}、" if "cjk" in self._style or "chinese" in self._style else "{}."
        else:
            self._style = _TYPES.get(attributes.get("type") or "", self._style)
        self._next = whole_number(attributes.get("start"), 1)

    def next_number(self, item: Mapping[str, str | None]) -> str:
        """The number of the next item, from its attributes; '' in a list without numbers."""
        value = whole_number(item.get("value"), self._next)
        self._next = value + 1
        number = format_number(value, self._style)
        return self._form.format(number) if number else ""


def whole_number(value: str | None, otherwise: int) -> int:
    """The digits that an attribute begins with; ``otherwise`` where there are none."""
    digits = _DIGITS.match(value or "")
    return int(digits[1]) if digits else otherwise
