"""What kind of thing stands in the cell of a table: bodies, a person, a date, a number, letters, marks, or text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from raci.model.late_patterns import late_pattern
from raci.model.pattern_codes import compiled
from raci.rules.bodies import like_bodies
from raci.rules.lexicon import lexicon_pattern
from raci.rules.pictures import without_pictures
from raci.rules.traditional import as_simplified

__all__ = ["SIGN_KINDS", "CellContent", "Kind", "cell_content", "letters_of"]

Kind = Literal["empty", "ditto", "number", "letters", "mark", "role", "date", "bodies", "person", "text"]
#: what stands in the cells of a responsibility matrix
SIGN_KINDS: frozenset[str] = frozenset(("letters", "mark", "role"))

_EMPTY = compiled(r"[\s\-—－–/／\\无]*")
_DITTO = compiled(r"(?:同上|〃|″|\"|同前)")
#: a number of a row, of a telephone, of anything, a share, or a sum of money
_NUMBER = compiled(
    r"[（(]?(?:\d{1,4}(?:[.．\-]\d{1,3})*|\d{5,}|0\d{2,3}[\-—－ ]?\d{7,8}|\d+(?:[.．]\d+)?[%％‰]"
    r"|\d[\d,.．]*[百千万亿]{0,2}元"
    r"|[一二三四五六七八九十]{1,3})[)）.．、]?"
)
#: letters of a responsibility matrix, one or several, with a remark or its sign at most: R, A/R, R+A, R（含外协）, R*
_LETTERS = compiled(
    r"[RACISVDracisvd](?:\s*[/、,，+＋&和]?\s*[RACISVDracisvd]){0,3}(?:\s*[（(][^（）()]{1,20}[)）]|[*＊※①-⑨¹²³])?"
)
_MARKS = compiled(r"[√✓✔☑●○◎▲△★☆■□◆◇※×✕Y⊙]{1,2}")
_ROLE = compiled(
    r"(?:总|主|共同)?(?:牵头|主办|领办|负责|主责|责任|主抓|抓总|承办|配合|协办|协助|协同|会同|参与|参加|支持|指导|督导|督促|监督|审批|审定|审核|批准|会签|会办|协作|主管|备案|知会|知晓|知悉|告知)(?:单位|部门)?"
    r"|[主牵协配辅参责承督导]"
)
#: a date or quarter in English: June 30, 15 Sept 2026, Q3 2026
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_ENGLISH_DATE = late_pattern(
    rf"(?:[Bb]y |[Ee]nd of |[Mm]id[- ])?"
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? 20\d\d)?|\d{{1,2}} {_MONTH}(?: 20\d\d)?"
    rf"|{_MONTH} 20\d\d|Q[1-4](?:[ /-]?(?:20)?\d\d)?)"
)
#: a time limit that begins with a date, or ends with one
_DAY = (
    r"(?:(?:20\d\d\s*[年./-]|[今本明次当每]年)(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?"
    r"|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|[一二三四五六七八九十]{1,3}月|第?[一二三四1-4]季度|[上下]半年|年[底中末内初]|全年|月[底中末])"
)
#: a date in figures alone, or from one to another: 2026.06, 2026-6-30, 2026/6/30前
_FIGURES = r"20\d\d[./／\-－](?:0?[1-9]|1[0-2])(?:[./／\-－](?:[12]\d|3[01]|0?[1-9]))?"
_FIGURE_DATE = compiled(rf"{_FIGURES}(?:\s*[-—–~～至]+\s*{_FIGURES})?(?:[之以]?前|底前?|止)?(?:完成)?[。；]?")
#: days of a year that is not said, from one to another: 07-18 ～ 07-19, 7.20-7.25
_DAYS = late_pattern(
    r"(?:0?[1-9]|1[0-2])(?P<sign>[-./])(?:0?[1-9]|[12]\d|3[01])\s*[-—–~～至]+\s*(?:0?[1-9]|1[0-2])(?P=sign)(?:0?[1-9]|[12]\d|3[01])"
)
_DATE = late_pattern(
    rf"(?:\D{{0,3}}{_DAY}.*|.*(?:{_DAY}|\d+个?(?:工作日|日|天|个月))[底末初中]?(?:[之以]?前|内|完成|起)?[。；]?)",
    re.DOTALL,
)
#: words without one of these hold no such date
_MAY_DATE = compiled("[年月季日天]")
#: short words may be a time limit without a date as well; longer ones than the longest are none
_SHORT, _LONGEST_DATE, _LONGEST_ENGLISH = 16, 40, 24
#: a time limit without a date
_LASTING = late_pattern(
    r"(?:长期|持续|常态化?|立行立改|即知即改|立即|即时|实时|适时|随时|及时|全程|已完成|每[年月日周季]\S{0,6}|按[时期月季年需进计序]\S{0,8})(?:[\u4e00-\u9fff]{0,4})[。；]?"
)
#: a time that says when without a date: 主汛期前, “五一”前, “十四五”末
_EVENT = late_pattern(
    r"[^，。、；\s]{0,8}(?:汛期?|[采供取]暖期?|节|开学|入冬|雨季|清明|立春|谷雨|立夏|立秋|霜降|立冬|冬至|端午|中秋|国庆|元旦|[春夏秋]收|春耕|春运|[高中]考|[寒暑]假|[“\"]?(?:五一|十一|七一)[”\"]?"
    r"|[“\"]?十[一二三四五六七八]五[”\"]?(?:规划)?期?)(?:来临|到来)?(?:[之以]?前|期间|时期|间|末)[。；]?"
)
_VERB = compiled(
    r"(?:分别|共同|按职责分工|按照职责分工)?(?:牵头|负责|落实|配合|参与|协助|承办|主办|协办|实施|指导)(?:负责|落实|实施|组织)?$"
)
#: how such verbs end
_VERB_ENDS = frozenset("头责实合与助办施导织")
_PIECES = compiled(r"[，,；;。\n]")
#: how a list of things to do begins, of which some end like bodies: 1.开设课程；2.检查实验室
_COUNTED = compiled(r"[（(]?\d{1,2}[.．、)）]")
_BEFORE_DIGITS = compiled(r"\D{3,}")
_PERSON = late_pattern(r"[\u4e00-\u9fff][\s\u3000]{0,3}[\u4e00-\u9fff](?:[\s\u3000]{0,3}[\u4e00-\u9fff]){0,2}")


class CellContent(NamedTuple):
    """The kind of a cell's words, and how many of its names read like bodies and how many do not."""

    kind: Kind
    named: int = 0
    odd: int = 0


@lru_cache(maxsize=8192)
def cell_content(text: str) -> CellContent:
    """What kind of thing the words of a cell are, by themselves: the head of their column may know better."""
    words = without_pictures(as_simplified(text.strip()))
    if _EMPTY.fullmatch(words):
        return CellContent("empty")
    if _is_day(words):
        return CellContent("date")
    sign = _SIGN.fullmatch(words)
    if sign is not None and sign.lastgroup is not None:
        return CellContent(_SIGNS[sign.lastgroup])
    if len(words) <= _SHORT and (_is_date(words) or _EVENT.fullmatch(words)) and not _names_first(words):
        return CellContent("date")
    return _words(words)


def _is_day(words: str) -> bool:
    """Whether words are a day, a number of days or a quarter in figures or in English."""
    if words.isascii() and len(words) <= _LONGEST_ENGLISH and _ENGLISH_DATE.fullmatch(words):
        return True
    dated = words.startswith("20") and _FIGURE_DATE.fullmatch(words)
    return bool(dated or (words[:1].isdigit() and _DAYS.fullmatch(words)))


def _is_date(words: str) -> bool:
    """Whether short words are a date or a time limit without one; without 年, 月 and the like there is no date."""
    has_date = _MAY_DATE.search(words) and _DATE.fullmatch(words)
    return bool(has_date) or _LASTING.fullmatch(words) is not None


def _names_first(words: str) -> bool:
    """Whether a date stands behind a name, as where two cells were taken for one: 县水务局12月底前."""
    before = _BEFORE_DIGITS.match(words)
    if before is None or len(before[0]) == len(words):
        return False
    named, odd = like_bodies(before[0])
    return named > 0 and odd == 0


def _words(words: str) -> CellContent:
    """Of words that are no number, sign or short date: whether they name bodies, a person or a date, or are text."""
    good = bad = 0
    for piece in _PIECES.split(words):
        piece = piece.strip()
        named, odd = like_bodies(_VERB.sub("", piece) if piece[-1:] in _VERB_ENDS else piece)
        good, bad = good + named, bad + odd
    if good and (good > bad or (good == bad and not _COUNTED.match(words))):
        return CellContent("bodies", good, bad)
    if words.isascii() and lexicon_pattern("cell.foreign-bodies").match(words):
        return CellContent("bodies", 1)
    # shorter words were looked at before
    if _SHORT < len(words) <= _LONGEST_DATE and _is_date(words) and not _names_first(words):
        return CellContent("date")
    if _PERSON.fullmatch(words):
        return CellContent("person")
    return CellContent("text", good, bad)


_WHOLE: dict[Kind, re.Pattern[str]] = {
    "ditto": _DITTO,
    "number": _NUMBER,
    "letters": _LETTERS,
    "mark": _MARKS,
    "role": _ROLE,
}
#: all of them as one pattern, each a named group
_SIGN = compiled("|".join(f"(?P<{kind}>{pattern.pattern})" for kind, pattern in _WHOLE.items()))
_SIGNS: dict[str, Kind] = {kind: kind for kind in _WHOLE}


def letters_of(text: str) -> tuple[str, ...]:
    """The letters of a cell of a responsibility matrix, in capitals, without a remark in brackets."""
    bare = re.sub(r"[（(][^（）()]*[)）]", "", text)
    return tuple(letter.upper() for letter in re.findall(r"[A-Za-z]", bare))
