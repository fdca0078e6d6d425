"""Lists of members to pieces: where persons, posts and bodies are parted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from raci.analysis.groups.persons import is_person, person_with_post
from raci.analysis.groups.rare_names import rare_name_behind_post
from raci.analysis.prose.names import names_in
from raci.rules.lexicon import lexicon_pattern

__all__ = ["ListPiece", "pieces"]

_LINK = re.compile(r"、|以及|及(?!时|其)|和|与|或者?")
#: so much behind a link is looked at, in characters
_GLANCE = 16
#: a place that shares what stands behind the next (卧龙、宛城两区) is shorter
_PLACE = 6
#: what a bare 单位 behind 和 goes with: 市有关部门和单位负责人, 中央和国家机关
_BEFORE_BARE = ("部门", "机构", "单位", "中央")
_OPENERS, _CLOSERS = "（(〔［【“", "）)〕］】”"


class ListPiece(NamedTuple):
    """A part of a list: its words and its span."""

    words: str
    start: int
    end: int

    def cut(self, length: int) -> ListPiece:
        """The first ``length`` characters."""
        return ListPiece(self.words[:length], self.start, self.start + length)

    def shifted(self, offset: int) -> ListPiece:
        """The same words, ``offset`` characters further on."""
        return ListPiece(self.words, self.start + offset, self.end + offset)


def pieces(words: str, marks: str = "") -> Iterator[ListPiece]:
    """The parts of a list, in order: parted by any of ``marks``, or by 、 和 以及 及 与 或 where these link members.

    What stays together: two posts of one person (市委常委、统战部部长), a name with a link in it (住房和城乡建设局).
    """
    start = 0
    for begin, end in (*_links(words, marks), (len(words), len(words))):
        piece = words[start:begin]
        if not marks and begin < len(words) and not _parts(words[begin:end], piece, words[end : end + _GLANCE]):
            continue
        if piece.strip():
            yield ListPiece(piece, start, begin)
        start = end


def _links(words: str, marks: str) -> list[tuple[int, int]]:
    """Where a list may be parted, outside of brackets; in linear time."""
    links: list[tuple[int, int]] = []
    depth = seen = 0
    for match in re.finditer(f"[{marks}]", words) if marks else _LINK.finditer(words):
        between = words[seen : match.start()]
        depth += sum(map(between.count, _OPENERS)) - sum(map(between.count, _CLOSERS))
        seen = match.start()
        if depth <= 0:
            links.append(match.span())
    return links


def _comma_parts(before: str, after: str) -> bool:
    """Whether 、 may part two members: not two posts of one person, nor places that share what follows."""
    if lexicon_pattern("group.shared-places").match(after) and len(before) < _PLACE:
        return False
    around, link = f"{before[-_GLANCE:]}、{after}", len(before[-_GLANCE:])
    if lexicon_pattern("group.party-and-government").match(around):
        return False
    are_two = lexicon_pattern("group.another-post").match(around) or lexicon_pattern("group.of-several").match(before)
    if are_two or _is_told(before, after):
        return True
    if lexicon_pattern("group.double-post").search(before) or lexicon_pattern("group.same-person").match(after):
        return False
    return not any(one.start() < link < one.end() for one in lexicon_pattern("group.party-post").finditer(around))


def _is_told(before: str, after: str) -> bool:
    """Whether all is told of a person before 、, so that another comes: 副总经理王某、总工程师李某."""
    held = person_with_post(before)
    if (held is not None and before.removesuffix("同志") == held.post + held.name) or rare_name_behind_post(
        before
    ) is not None:
        return True
    is_next = lexicon_pattern("group.next-person").match(after) is not None
    return is_next and (held is not None or lexicon_pattern("group.post").search(before) is not None)


def _parts(link: str, before: str, after: str) -> bool:
    """Whether a link parts what stands before it from what stands behind."""
    post = lexicon_pattern("group.post").search(lexicon_pattern("group.aside").sub("", before)) is not None
    if link == "、":
        is_whole = post or "分管" not in before or person_with_post(before) is not None
        return len(before) > 1 and is_whole and _comma_parts(before, after)
    next_one = _LINK.split(after)[0]
    if link.startswith("或"):
        return post and lexicon_pattern("group.post").search(next_one) is not None
    is_bare = before.endswith(_BEFORE_BARE) and lexicon_pattern("group.bare-rest").match(after) is not None
    if is_bare or lexicon_pattern("group.staff").fullmatch(next_one):
        return False  # 市有关部门和单位负责人, 市财政局负责人和相关人员
    # 住房和城乡建设局: what stands before 和 is no body, nor anybody's post
    is_level = lexicon_pattern("group.level-start").match(after) is not None
    if post or is_level or names_in(lexicon_pattern("group.staff").sub("", before)) is not None:
        return True
    are_held = person_with_post(before) is not None and person_with_post(next_one) is not None  # 书记王某和校长李某
    return are_held or (is_person(before) and is_person(next_one))
