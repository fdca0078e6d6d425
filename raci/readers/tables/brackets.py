"""Brackets in a line: opened, closed, left open."""

from __future__ import annotations

from raci.model.pattern_codes import compiled

__all__ = [
    "BRACKET",
    "CLOSERS",
    "OPENERS",
    "closing_bracket",
    "count_closed",
    "count_opened",
    "opens_bracket",
    "runs_on_behind_bracket",
]

OPENERS, CLOSERS = "（(〔[［【〈", ")）〕]］】〉"
BRACKET = compiled(r"[（(〔\[［【〈)）〕\]］】〉]")
_OPENER = compiled(r"[（(〔\[［【〈]")
_CLOSER = compiled(r"[)）〕\]］】〉]")
#: a bracket, and words behind it that end in the middle of a sentence
_RUNS_ON = compiled(r"[（(〔\[［【〈][^)）〕\]］】〉]{6,}[)）〕\]］】〉][^)）〕\]］】〉]{0,80}[\u4e00-\u9fff]")


def opens_bracket(text: str) -> bool:
    """Whether a text opens a bracket."""
    return _OPENER.search(text) is not None


def count_opened(text: str) -> int:
    """How many brackets a text opens."""
    return len(_OPENER.findall(text))


def count_closed(text: str) -> int:
    """How many brackets a text closes."""
    return len(_CLOSER.findall(text))


def closing_bracket(text: str) -> str:
    """The bracket that a text ends with, with all that it holds; nothing where it ends with none."""
    if not text.endswith(tuple(CLOSERS)):
        return ""
    depth = 0
    for match in reversed(list(BRACKET.finditer(text))):
        depth += 1 if match[0] in CLOSERS else -1
        if depth == 0:
            return text[match.start() :]
    return ""


def runs_on_behind_bracket(text: str) -> bool:
    """Whether a line begins with a bracket and breaks off in the words behind it: （责任单位：市商务局）鼓励发放消."""
    return _RUNS_ON.fullmatch(text) is not None
