"""Parts of a file that may say who does what and could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis

__all__ = ["CHECK"]


def _find(analysis: Analysis) -> Iterator[Issue]:
    """One issue for each; its message says where it is."""
    for gap in analysis.document.gaps:
        yield Issue(gap)


CHECK = Check(
    "gaps",
    "没有读到的部分",
    "warning",
    _find,
    why="文件里有的内容没有读到（邮件的附件、没有存下结果的公式、线条太多的页），其中的分工不在表里。",
    remedy="按说明另存，或把没有读到的部分另行给出，再读一遍。",
    passes=("一、整治河道。（市水利局负责）\n",),
)
