"""What is left of the source of a web page in text copied from it: named characters (&nbsp;), tags (<b>, <br/>)."""

from __future__ import annotations

import re
from html import unescape

from raci.model.pattern_codes import compiled

__all__ = ["without_web_marks"]

#: those that editors of web pages write; others may be words of the text (A&B;)
_ENTITY = compiled(
    "&(?:nbsp|ensp|emsp|thinsp|quot|apos|[lr][ds]quo|[mn]dash|middot|hellip|bull|amp|lt|gt|times"
    "|#[0-9]{2,6}|#x[0-9a-fA-F]{2,5});"
)
#: tags that set words in another type, and those that end a line
_TYPE = compiled(r"</?(?:b|strong|em|i|u|span|font)(?:[ \t]+[\w-]+=[^<>\n]{0,200})?>", re.I)
_LINE_END = compiled(r"(?:<br[ \t]*/?>|</(?:p|div)>)[ \t]*", re.I)
_LINE_START = compiled(r"<(?:p|div)(?:[ \t]+[\w-]+=[^<>\n]{0,200})?>", re.I)
#: what parts the paragraphs of a line
_PARTING = "\u3000\u3000"


def without_web_marks(text: str) -> str:
    """The text with characters in place of their names, and without tags; its lines stay where they are."""
    if "<" in text and ">" in text:
        text = _LINE_START.sub("", _LINE_END.sub(_PARTING, _TYPE.sub("", text)))
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(entity: re.Match[str]) -> str:
    """The character that is meant; a blank for one that would break the line."""
    character = unescape(entity[0])
    return " " if character in "\n\r\v\f\x85\u2028\u2029" else character
