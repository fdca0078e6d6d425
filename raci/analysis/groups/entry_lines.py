"""Which lines of a roster are one entry: a person a line, but for what a line break cuts, and what stands below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from raci.analysis.groups.persons import is_name
from raci.analysis.groups.post_words import is_post, whose_post
from raci.analysis.groups.runs import Run
from raci.analysis.prose.names import names_in

__all__ = ["entry_lines", "is_rest_of_post"]

_OPEN_ENDS = ("、", "，")


def entry_lines(words: str, runs: Sequence[Run], names: Callable[[Run], bool]) -> Iterator[list[Run]]:
    """The runs of each entry, or of the entries that share a line; ``names``: whether a run names a person."""
    entry: list[Run] = []
    for line in _lines(words, runs):
        if entry and not _are_one(words, entry, line, names):
            yield entry
            entry = []
        entry = [*entry, *line] if len(entry) < len(line) else entry + line
    if entry:
        yield entry


def _lines(words: str, runs: Sequence[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        if line and "\n" in words[line[-1].end : run.start]:
            yield line
            line = []
        line.append(run)
    if line:
        yield line


def _are_one(words: str, above: Sequence[Run], line: Sequence[Run], names: Callable[[Run], bool]) -> bool:
    """Whether a line goes on the entry above it."""
    last, first = above[-1], line[0]
    if words[last.end : first.start].lstrip().startswith(_OPEN_ENDS) or is_rest_of_post(words, last, first):
        return True
    # who is named in an entry is so in its last runs: a person and what is told of them
    above_named, line_named = any(map(names, above[-3:])), any(map(names, line))
    if not above_named and not line_named:
        return True  # posts and bodies
    if len(above) == 1:
        return _are_name_and_post(last, line, above_named=above_named, line_named=line_named)
    if line_named or not above_named or names(last) or is_post(last.words):
        return False
    # 国网供电 ⏎ 公司总经理, 市财政局 ⏎ 局长: what is told of a person is no post yet
    return not names_in(last.words) or (len(line) == 1 and _is_rank(first))


def _are_name_and_post(above: Run, line: Sequence[Run], *, above_named: bool, line_named: bool) -> bool:
    """Whether a name by itself stands above its post, or a post above its name."""
    is_single = len(line) == 1
    if is_single and is_name(above.words) and is_post(line[0].words):
        return True
    if above_named == line_named:
        return False
    return above_named or (is_single and not is_post(line[0].words) and is_post(above.words))


def _is_rank(run: Run) -> bool:
    """Whether a run is a post of no body (局长), which is told before it."""
    return is_post(run.words) and whose_post(run.words) is None


def is_rest_of_post(words: str, before: Run, run: Run) -> bool:
    """Whether a run that begins a line is the rest of the post above it: 省交通运输厅总工 ⏎ 程师."""
    if "\n" not in words[before.end : run.start] or not is_post(before.words + run.words):
        return False
    return len(run.words) == 1 or not (is_post(before.words) or is_post(run.words))
