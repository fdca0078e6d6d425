"""Persons and posts behind a label such as 责任领导: kept whole between commas and 、."""

from __future__ import annotations

import re

from raci.analysis.annotations.body_names import SPACE
from raci.analysis.annotations.punctuation import MASK, strip_span
from raci.model import Mention

__all__ = ["list_persons"]

_PAUSE = re.compile(r"[，,；;。、\n]")
#: the longest name with its post, in characters
_LONGEST = 24


def list_persons(text: str, masked: str, start: int, end: int) -> tuple[list[Mention], list[tuple[int, int]]]:
    """The persons that ``text[start:end]`` lists, and the spans of what reads like none."""
    mentions: list[Mention] = []
    unread: list[tuple[int, int]] = []
    for pause in [*_PAUSE.finditer(masked, start, end), None]:
        span = strip_span(text, start, pause.start() if pause else end)
        if span:
            name = SPACE.sub("", text[span[0] : span[1]])
            if 2 <= len(name) <= _LONGEST and MASK not in name:
                mentions.append(Mention(name, *span))
            else:
                unread.append(span)
        if pause:
            start = pause.end()
    return mentions, unread
