"""What a text says of itself: title, issuer, number, date, addressees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Facts", "facts"]

_NUMBER = re.compile(
    r"(?:(?<=[见知案的法日施件号])|(?<![\u4e00-\u9fff（(]))(?P<number>[\u4e00-\u9fff]{2,8}?"
    r"[〔\[［﹝(（]\s*(?:19|20)\d\d\s*[〕\]］﹞)）]\s*第?\s*\d{1,4}\s*号)"
)
_DATE = re.compile(r"(?P<y>(?:19|20)\d\d)\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日")
#: a year that is neither a goal (到2030年, 2024—2026年) nor a time limit (2026年底前, 2026年6月底前)
_YEAR = re.compile(
    r"(?<![\d到至—–\-~～前])((?:19|20)\d\d)\s*年(?!\s*(?:\d{1,2}\s*月\s*(?:\d{1,2}\s*日)?)?\s*(?:年?[底末]|内(?!蒙)|[之以]?前))"
)
_KINDS = (
    "实施方案|工作方案|行动方案|分工方案|试点方案|总体方案|改革方案|方案|实施意见|若干意见|指导意见|意见|行动计划|工作计划|实施计划|计划"
    "|若干政策措施|政策措施|若干措施|措施|实施细则|细则|管理办法|办法|通知|规划|要点|责任清单|任务清单|清单|纲要|规定|规程|工作报告|若干政策|政策|条例|指引|决定|函"
)
_TITLE_END = re.compile(rf"(?:{_KINDS})(?:[（(][^（）()]{{1,24}}[)）])?(?:\d{{1,2}})?$")
#: the last character of a title, but for brackets and digits: a quick look before the pattern
_TITLE_LAST = frozenset(kind[-1] for kind in _KINDS.split("|")) | frozenset("）)")
_QUOTED = re.compile(
    rf"(?:印发|现将|制定|发布|公布|转发)[^《》。]{{0,8}}《(?P<a>[^《》]{{4,80}}?(?:{_KINDS})(?:[（(][^（）()]{{1,16}}[)）])?)》"
    rf"|^《(?P<b>[^《》]{{4,80}}?(?:{_KINDS})(?:[（(][^（）()]{{1,16}}[)）])?)》[^。]{{0,40}}(?:印发|审议|同意)"
)
#: an outline number at the start of a line: a heading, no title
_NUMBERED = re.compile(r"(?:第?[一二三四五六七八九十]{1,3}[、章条节是]|[（(][一二三四五六七八九十\d]{1,3}[)）])")
_ADDRESSEES = re.compile(r"(?:各|有关|省|市|县|区|直|国务院|自治区|厅|局|委)[^。！？]{3,400}[:：]$")
_ISSUER = re.compile(
    r"(?P<issuer>(?:中共)?[\u4e00-\u9fff]{2,24}?(?:人民政府办公厅|人民政府办公室|人民政府|国务院办公厅|国务院|委员会办公厅|委员会办公室|委员会|办公厅|办公室|管委会|领导小组|指挥部|厅|局|部|委))(?=关于|印发|转发|$|\s)"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found; None where the text does not say."""

    title: str
    issuer: str | None = None
    number: str | None = None
    date: str | None = None
    addressees: str | None = None


def facts(lines: Sequence[str], fallback: str, title: str | None = None) -> Facts:
    """The facts of a text from its paragraphs; ``title`` overrides what is found, ``fallback`` stands in for it."""
    head = [line[:400] for line in lines[:40]]
    found = title or _title(head) or fallback
    joined = "\n".join(head)
    number = next((match for line in head if "号" in line for match in _NUMBER.findall(line[:160])), None)
    called = (line for line in head if line[-1:] in (":", "：") and len(line) < 400)
    addressees = next((line for line in called if _ADDRESSEES.match(line)), None)
    return Facts(found, _issuer(found, head), number, _date(found, joined, lines, number), addressees)


def _title(head: Sequence[str]) -> str | None:
    """The first lines that read like a title; a 通知 that prints a plan gives the plan's name."""
    for index, line in enumerate(head[:25]):
        if not 4 <= len(line) <= 90 or not (line[-1] in _TITLE_LAST or line[-1].isdigit()):
            continue
        if _TITLE_END.search(line) and not _NUMBERED.match(line):
            text = line
            back = index - 1
            # a title broken over lines: 某某市人民政府 / 关于……的通知
            while (
                back >= 0
                and index - back <= 3
                and 4 <= len(head[back]) <= 40
                and head[back][-1] not in "。；，：:;,》号日"
            ):
                if _NUMBER.search(head[back]) or not re.search(
                    r"关于|印发|政府|厅|局|委员会|省|市|县|进一步", head[back]
                ):
                    break
                text = head[back] + text
                back -= 1
            return text.strip()
    for line in head[:12]:
        quoted = _QUOTED.search(line)
        if quoted:
            return quoted["a"] or quoted["b"]
    return None


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
    for line in [*(each for each in head.split("\n") if len(each) < 60), *tail]:
        match = _DATE.search(line) if "年" in line else None
        if match and len(line) - len(match[0]) <= 24:
            month, day = int(match["m"]), int(match["d"])
            if 1 <= month <= 12 and 1 <= day <= 31:
                return f"{match['y']}-{month:02d}-{day:02d}"
    if number:
        return re.search(r"(?:19|20)\d\d", number)[0]  # type: ignore[index]  # the pattern of a number holds a year
    year = _YEAR.search(title) or _YEAR.search(head)
    return year[1] if year else None
