"""What a line break cuts in a roster: the rest of a post that begins the next line."""

from __future__ import annotations

from raci.analysis.groups.post_words import is_post
from raci.analysis.groups.runs import Run

__all__ = ["is_rest_of_post"]


def is_rest_of_post(words: str, before: Run, run: Run) -> bool:
    """Whether a run that begins a line is the rest of the post above it: 省交通运输厅总工 ⏎ 程师."""
    if "\n" not in words[before.end : run.start] or not is_post(before.words + run.words):
        return False
    return len(run.words) == 1 or len(before.words) == 1 or not (is_post(before.words) or is_post(run.words))
