"""Marks as Chinese text sets them: a recogniser cannot tell （ from (, which differ by the room around them."""

from __future__ import annotations

import re

__all__ = ["full_width"]

_CHINESE = re.compile("[\u4e00-\u9fff]")
_BRACKETS = str.maketrans("()[]", "（）［］")
#: marks that are full-width behind a Chinese character, or before one
_MARKS = re.compile("(?<=[\u4e00-\u9fff（）〔〕《》“”、])[,;:!?]|[,;:!?](?=[\u4e00-\u9fff（〔《“])")
_FULL_WIDTH = str.maketrans(",;:!?", "，；：！？")


def full_width(line: str) -> str:
    """The line with its brackets and stops full-width, character for character, where there is Chinese in it."""
    if not _CHINESE.search(line):
        return line
    return _MARKS.sub(lambda mark: mark[0].translate(_FULL_WIDTH), line.translate(_BRACKETS))
