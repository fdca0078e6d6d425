"""Names in a cell that a line's end breaks, or blanks: 县农业农 ⏎ 村局 is one body, 县教育局 ⏎ 县民政局 are two.

Characters that are spread over a cell (区 公 安 分 局) are one name as well.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from raci.model.late_patterns import late_pattern
from raci.model.pattern_codes import compiled
from raci.register.compiling import built_in
from raci.register.name_reader import read_name
from raci.rules.bodies import is_one_body, like_bodies
from raci.rules.lexicon import lexicon_pattern

__all__ = ["WholeNames", "whole_names"]

#: what parts names in a cell
_APART = compiled(r"[、，,；;：:。（）()\s]")
#: what the names of bodies begin with: who follows the end of a line with it is another one
_LEVELS = "国省市区县州盟旗镇乡各"
#: what names of bodies end with: a line that ends so breaks none
_ENDS = "局委办厅部院会司室社所站队处行心团科府镇乡联协"
#: the end of a name alone: 局, 公司
_SHORT_REST = 2
#: so many characters beside the end of a line tell that it breaks a name; the rest of a name is no longer
_BESIDE, _LONGEST_REST = 8, 12


#: single characters with a blank between them
_SPREAD = late_pattern(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:[ \u3000][\u4e00-\u9fff]){3,}(?![\u4e00-\u9fff])")


class WholeNames(NamedTuple):
    """The words of a cell without the line ends that break names, and where each of their characters stood."""

    words: str
    places: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the words stands in the cell."""
        return self.places[start], self.places[end - 1] + 1


def whole_names(words: str) -> WholeNames | None:
    """The words of a cell with its names in one piece; None where nothing breaks one."""
    breaks = {place for place, mark in enumerate(words) if mark == "\n" and _breaks(words, place)}
    for match in _SPREAD.finditer(words):
        if is_one_body("".join(match[0].split())):
            breaks.update(place for place in range(*match.span()) if words[place].isspace())
    if not breaks:
        return None
    places = [place for place in range(len(words)) if place not in breaks]
    return WholeNames("".join(words[place] for place in places), places)


def _breaks(words: str, place: int) -> bool:
    begun = _APART.split(words[max(0, place - 30) : place])[-1]
    rest = _APART.split(words[place + 1 : place + 1 + _LONGEST_REST])[0]
    return bool(begun and rest) and not _are_parts(begun, rest) and _is_broken(begun, rest)


def _are_parts(begun: str, rest: str) -> bool:
    """Whether two lines of a cell are two parts of a company: 信息部 ⏎ 市场部."""
    part = lexicon_pattern("cell.company-part")
    shortest = min(len(begun), len(rest))
    return shortest > _SHORT_REST and part.fullmatch(begun) is not None and part.fullmatch(rest) is not None


@lru_cache(maxsize=2048)
def _is_broken(begun: str, rest: str) -> bool:
    """Whether two lines of a cell are one name: together they name a body, which the first does not by itself."""
    if any("⏎" in match[0] for match in _joints(begun, rest)):
        return True
    if lexicon_pattern("column.full-name").match(begun) or lexicon_pattern("body.short-name").fullmatch(rest):
        return False
    if len(begun) > 1 and rest[0] in _LEVELS and _begins_body(begun, rest):
        return False
    whole = begun + rest
    if lexicon_pattern("cell.company-part").search(whole):
        return like_bodies(begun) == (0, 1) and like_bodies(rest) == (0, 1)
    if not is_one_body(whole) or begun[-1] in _ENDS:
        return False
    return like_bodies(begun) != (1, 0) or len(rest) <= _SHORT_REST or _is_known(whole)


def _begins_body(begun: str, rest: str) -> bool:
    """Whether what a level begins is a body of its own: below one 各县（市、区） is, too."""
    return is_one_body(rest) or (rest[0] == "各" and like_bodies(begun) == (1, 0))


def _joints(begun: str, rest: str) -> list[re.Match[str]]:
    joint = f"{begun[-_BESIDE:]}⏎{rest[:_BESIDE]}"
    return list(lexicon_pattern("body.broken-name").finditer(joint))


def _is_known(name: str) -> bool:
    """Whether the built-in register knows what body a name is of."""
    body = read_name(name, built_in()).body_id
    return body is not None and not body.is_unlisted
