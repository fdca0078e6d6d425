"""A line parted into what may be cells, whatever parts them: signs, blanks, brackets, tags, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern

__all__ = ["PUNCTUATION", "fields_of", "pieces_of", "without_inner_blanks"]

#: what may part two cells of a line: any sign that stands in no name, brackets but for those of 县（市、区）, and tags
_ENDS = compiled(
    r"(?:</?[a-zA-Z]{1,8}(?:\s[^<>]{0,80})?/?>|[<>](?![\d=])|[（(](?![市县区镇乡街道、]{1,6}[)）])|(?<![市县区镇乡道])[）)]"
    r"|[^\w（(）)、“”‘’《》<>%℃.．-]|[_①-⑳❶-❿丨]|[.．-]{2,}|(?<![\da-zA-Z])[-.．]|[-.．](?![\da-zA-Z]))+、?"
)
#: what parts them where nothing else does: the number of the next row, a date behind a name
_DIGITS = compiled(r"[（(]?\d[\d年月日号底前末.．、—\-）)]*[家个名所户项处]?")
#: what parts words of a sentence; where one stands nothing is run together
PUNCTUATION = compiled(r"[，。；：,;:]")
#: Chinese characters that single blanks part (县 水 利 局); wider gaps part the cells there
_SPACED = compiled(r"(?<![^\s])[\u4e00-\u9fff](?: [\u4e00-\u9fff]){2,}(?![^\s])")
#: the shortest words of a task between two bodies that are run together with them
_SHORTEST_TASK = 3
#: what stands in the first part of a name in two parts
_OF_NAME = compiled(r"[省市州县区旗盟乡镇局委厅办府院行部会]")


def without_inner_blanks(line: str) -> str:
    """The line without the single blanks that part the characters of its words (清 淤 河 道  县 水 利 局)."""
    if " " not in line:
        return line
    return _SPACED.sub(lambda spaced: spaced[0].replace(" ", ""), line)


def fields_of(words: str) -> list[str]:
    """Words parted where the number of a row or a date stands in them."""
    return [field for field in _DIGITS.split(words) if field]


def pieces_of(line: str) -> Iterator[tuple[str, str]]:
    """The words between two separators, each with what follows it; words run together are parted at the bodies."""
    run_together = PUNCTUATION.search(line) is None
    start = 0
    for end in [*_ENDS.finditer(line), None]:
        words = line[start : end.start() if end else len(line)]
        follows = end[0] if end else ""
        start = end.end() if end else start
        for field in fields_of(words):
            yield from ((piece, follows) for piece in (_at_bodies(field) if run_together else (field,)))


def _at_bodies(words: str) -> tuple[str, ...]:
    """Words that are run together parted before and behind the bodies' names: 加固水库大坝 and 县水利局."""
    limit = lexicon_pattern("coverage.glued-limit").search(words)
    if limit is not None and limit.start():
        return (*_at_bodies(words[: limit.start()]), limit[0])
    bodies = list(lexicon_pattern("coverage.glued-body").finditer(words))
    if not bodies:
        return _before_body(words)
    places = [0, *(place for body in bodies for place in body.span()), len(words)]
    task, *between = [words[end:start] for end, start in zip(places[::2], places[1::2], strict=True)]
    rest = between.pop()
    are_rows = any(between) and not any(0 < len(held) < _SHORTEST_TASK for held in between)
    if not are_rows and (rest or any(between)):
        return _before_body(words)
    if len(task) < _SHORTEST_TASK + (not are_rows) or (not are_rows and _may_be_of_name(task)):
        return (words,)
    return tuple(words[start:end] for start, end in pairwise(places) if start < end)


def _before_body(words: str) -> tuple[str, ...]:
    """Words with the body that ends them apart."""
    if lexicon_pattern("coverage.cell-end").search(words, len(words) - 1) is None:
        return (words,)
    match = lexicon_pattern("coverage.run-together").fullmatch(words)
    if match is None or _may_be_of_name(match["task"]):
        return (words,)
    return match["task"], match["body"]


def _may_be_of_name(words: str) -> bool:
    """Whether words before a name may be its first part: 云岭市 before 柳川县水利局."""
    return _OF_NAME.search(words) is not None and lexicon_pattern("headless.task").match(words) is None
