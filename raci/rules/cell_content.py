"""What kind of thing stands in the cell of a table: bodies, a person, a date, a number, letters, marks, or text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from raci.rules.bodies import like_bodies

__all__ = ["CellContent", "Kind", "cell_content", "letters_of"]

Kind = Literal["empty", "ditto", "number", "letters", "mark", "role", "date", "bodies", "person", "text"]

_EMPTY = re.compile(r"[\s\-—－–/／\\无]*")
_DITTO = re.compile(r"(?:同上|〃|″|\"|同前)")
_NUMBER = re.compile(r"[（(]?\d{1,4}(?:[.．\-]\d{1,3})*[)）.．、]?")
#: letters of a responsibility matrix, one or several, with a remark at most: R, A/R, R+A, R（含外协）
_LETTERS = re.compile(r"[RACISVracisv](?:\s*[/、,，+＋&和]?\s*[RACISVracisv]){0,3}(?:\s*[（(][^（）()]{1,20}[)）])?")
_LETTER = re.compile(r"[RACISVracisv](?![^（(]*[)）])")
_MARKS = re.compile(r"[√✓✔☑●○◎▲△★☆■□◆◇×✕Y⊙]{1,2}")
_ROLE = re.compile(
    r"(?:总|主|共同)?(?:牵头|主办|负责|主责|责任|承办|配合|协办|协助|协同|参与|参加|支持|指导|督导|监督|审批|审定|备案|知会|知晓)(?:单位|部门)?"
)
_DATE = re.compile(
    r"(?:20\d\d\s*[年./-]|[一二三四五六七八九十]{1,3}月|\d{1,2}\s*月|[一二三四1-4第]+季度|[上下]半年|[年月]底|[年月]末|全年|长期|持续|常态|立行立改|立即|即时|即知即改|实时|每[年月日周季]|按[时期月季年需]|已完成|随时|年内|工作日)"
)
_VERB = re.compile(
    r"(?:分别|共同|按职责分工|按照职责分工)?(?:牵头|负责|落实|配合|参与|协助|承办|主办|协办|实施|指导)(?:负责|落实|实施|组织)?$"
)
_PIECES = re.compile(r"[，,；;。\n]")
_PERSON = re.compile(r"[\u4e00-\u9fff][\s\u3000]{0,3}[\u4e00-\u9fff](?:[\s\u3000]{0,3}[\u4e00-\u9fff]){0,2}")


class CellContent(NamedTuple):
    """The kind of a cell's words; ``share`` is that of its names that read like bodies (of the kind ``bodies``)."""

    kind: Kind
    share: float = 1.0


@lru_cache(maxsize=16384)
def cell_content(text: str) -> CellContent:
    """What kind of thing the words of a cell are, by themselves: the head of their column may know better."""
    words = text.strip()
    if _EMPTY.fullmatch(words):
        return CellContent("empty")
    for kind, pattern in _WHOLE:
        if pattern.fullmatch(words):
            return CellContent(kind)
    good = bad = 0
    for piece in _PIECES.split(words):
        named, odd = like_bodies(_VERB.sub("", piece.strip()))
        good, bad = good + named, bad + odd
    if good and good >= bad:
        return CellContent("bodies", good / (good + bad))
    if len(words) <= 40 and _DATE.search(words):
        return CellContent("date")
    if _PERSON.fullmatch(words):
        return CellContent("person")
    return CellContent("text", good / (good + bad) if good else 0.0)


_WHOLE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("ditto", _DITTO),
    ("number", _NUMBER),
    ("letters", _LETTERS),
    ("mark", _MARKS),
    ("role", _ROLE),
)


def letters_of(text: str) -> tuple[str, ...]:
    """The letters of a cell of a responsibility matrix, in capitals, without a remark in brackets."""
    bare = re.sub(r"[（(][^（）()]*[)）]", "", text)
    return tuple(letter.upper() for letter in re.findall(r"[A-Za-z]", bare))
