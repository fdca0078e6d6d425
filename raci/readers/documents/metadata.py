"""What a text says of itself: title, issuer, number, date, addressees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Metadata", "metadata"]

_NUMBER = re.compile(
    r"(?:(?<=[见知案的法日施件号])|(?<![\u4e00-\u9fff（(]))(?P<number>[\u4e00-\u9fff]{2,8}?"
    r"[〔\[［﹝(（]\s*(?:19|20)\d\d\s*[〕\]］﹞)）]\s*第?\s*\d{1,4}\s*号)"
)
_DATE = re.compile(r"(?P<y>(?:19|20)\d\d)\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日")
_BRACKETED = re.compile(r"(?<=[知见案决定施法])\s*[（(]([^（）()]{8,16}日)[)）]$")
#: a year that is neither a goal (到2030年, 2024—2026年) nor a time limit (2026年底前, 2026年6月底前)
_YEAR = re.compile(
    r"(?<![\d到至—–\-~～前])((?:19|20)\d\d)\s*年(?!\s*(?:\d{1,2}\s*月\s*(?:\d{1,2}\s*日)?)?\s*(?:年?[底末]|内(?!蒙)|[之以]?前))"
)
_KINDS = (
    "实施方案|工作方案|行动方案|分工方案|试点方案|总体方案|改革方案|方案|实施意见|若干意见|指导意见|意见|行动计划|工作计划|实施计划|计划"
    "|若干政策措施|政策措施|若干措施|措施|实施细则|细则|管理办法|办法|通知|规划|要点|责任清单|任务清单|清单|纲要|规定|规程|工作报告|若干政策|政策|条例|指引|决定|函"
)
#: the end of a title to which a number is set without a gap: 某某实施意见国办发〔2020〕24号
_UNTITLED = re.compile(rf"^[\u4e00-\u9fff]*(?:{_KINDS})(?=[\u4e00-\u9fff]{{2,}}[〔\[［﹝(（])")
_TITLE_END = re.compile(rf"(?:{_KINDS})(?:[（(][^（）()]{{1,24}}[)）])?(?:\d{{1,2}})?$")
#: the last character of a title, but for brackets and digits: a quick look before the pattern
_TITLE_LAST = frozenset(kind[-1] for kind in _KINDS.split("|")) | frozenset("）)")
_QUOTED = re.compile(
    rf"(?:印发|现将|制定|发布|公布|转发)[^《》。]{{0,8}}《(?P<a>[^《》]{{4,80}}?(?:{_KINDS})(?:[（(][^（）()]{{1,16}}[)）])?)》"
    rf"|^《(?P<b>[^《》]{{4,80}}?(?:{_KINDS})(?:[（(][^（）()]{{1,16}}[)）])?)》[^。]{{0,40}}(?:印发|审议|同意)"
)
#: an outline number, or the mark of an annex, at the start of a line: a heading, no title
_NUMBERED = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、章条节是]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}\s*[.．、]|[-—－]\s*、|附[件表录])"
)
#: what an office sets over a title: the end of the notice before it
_SIGNED = re.compile(
    r".*?\d{4}年\d{1,2}月\d{1,2}日\s*(?:[（(]此件[^（）()]{2,12}[)）]|[（(]此页无正文[)）])?\s*(?=[\u4e00-\u9fff\d《])"
)
#: a title's first lines name who and of what
_TITLE_FIRST = re.compile(r"关于|印发|政府|厅|局|委员会|省|市|县|进一步")
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff](?:\s|[\u4e00-\u9fff]{2}))")
#: the most lines of a title
_MOST_LINES = 5
_ADDRESSEES = re.compile(r"(?:各|有关|省|市|县|区|直|国务院|自治区|厅|局|委)[^。！？]{3,400}[:：]$")
_ISSUER = re.compile(
    r"(?P<issuer>(?:中共)?[\u4e00-\u9fff]{2,24}?(?:人民政府办公厅|人民政府办公室|人民政府|国务院办公厅|国务院|委员会办公厅|委员会办公室|委员会|办公厅|办公室|管委会|领导小组|指挥部|厅|局|部|委))(?=关于|印发|转发|$|\s)"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; None where the text does not say."""

    title: str
    issuer: str | None = None
    number: str | None = None
    date: str | None = None
    addressees: str | None = None


def metadata(lines: Sequence[str], fallback: str, title: str | None = None) -> Metadata:
    """The facts of a text from its paragraphs; ``title`` overrides what is found, ``fallback`` stands in for it."""
    head = [line[:400] for line in lines[:40]]
    found = title or _title(head) or fallback
    joined = "\n".join(head)
    number = next((match for line in head if "号" in line for match in _NUMBER.findall(line[:160])), None)
    number = _UNTITLED.sub("", number) if number else None
    called = (line for line in head if line[-1:] in (":", "：") and len(line) < 400)
    addressees = next((line for line in called if _ADDRESSEES.match(line)), None)
    return Metadata(found, _issuer(found, head), number, _date(found, joined, lines, number), addressees)


def _title(head: Sequence[str]) -> str | None:
    """The first lines that read like a title; a 通知 that prints a plan gives the plan's name."""
    for index, line in enumerate(head[:25]):
        if "号" in line[8:120] and (match := _NUMBER.search(line[:120])):
            # the number, and whatever follows, may be set to the title without a gap
            line = line[: match.end() - len(_UNTITLED.sub("", match["number"]))].rstrip() or line
        if not 4 <= len(line) <= 90 or not (line[-1] in _TITLE_LAST or line[-1].isdigit()):
            continue
        if _TITLE_END.search(line) and not _NUMBERED.match(line):
            signed = _SIGNED.match(line)
            if signed and len(line) - signed.end() >= 8:
                return line[signed.end() :].strip()
            return _closed_up("".join(_above(head, index)) + line)
    for line in head[:12]:
        quoted = _QUOTED.search(line)
        if quoted:
            return quoted["a"] or quoted["b"]
    return None


def _closed_up(title: str) -> str:
    """A title without the blanks that set its characters apart: 重 庆 市 某 某 局关于……"""
    return (_SPACED.sub("", title) if len(_SPACED.findall(title)) > 3 else title).strip()


def _above(head: Sequence[str], index: int) -> Sequence[str]:
    """The lines over a title's last one that belong to it: 某某市人民政府 / 关于…… / 的通知."""
    first = index
    for back in range(index - 1, max(-1, index - _MOST_LINES), -1):
        line = head[back]
        if not 4 <= len(line) <= 40 or line[-1] in "。；，：:;,》号日" or _NUMBER.search(line) or _NUMBERED.match(line):
            break
        if _SIGNED.match(line + "甲"):
            break
        if _TITLE_FIRST.search(line):
            first = back
    return head[first:index]


def _issuer(title: str, head: Sequence[str]) -> str | None:
    for text in (title, *head[:8]):
        match = _ISSUER.match(text)
        if match:
            return match["issuer"]
    return None


def _date(title: str, head: str, lines: Sequence[str], number: str | None) -> str | None:
    """The date of issue: a line that is but a date, near the top or the end; else a year.

    The year is that of the number, or of the title, or the first that is neither a goal nor a time limit.
    """
    tail = [line for line in lines[-12:] if len(line) < 60]
    # a collection sets the date in brackets behind the title of each document
    first = head.partition("\n")[0]
    for line in [*_BRACKETED.findall(first), *(each for each in head.split("\n") if len(each) < 60), *tail]:
        match = _DATE.search(line) if "年" in line else None
        if match and len(line) - len(match[0]) <= 24:
            month, day = int(match["m"]), int(match["d"])
            if 1 <= month <= 12 and 1 <= day <= 31:
                return f"{match['y']}-{month:02d}-{day:02d}"
    if number:
        return re.search(r"(?:19|20)\d\d", number)[0]  # type: ignore[index]  # the pattern of a number holds a year
    year = _YEAR.search(title) or _YEAR.search(head)
    return year[1] if year else None
