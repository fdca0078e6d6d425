"""Texts as a page sets them: broken where lines are full, with page numbers and running heads in between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["LEAD_PLAN", "LEAD_ROWS", "Page", "on_pages", "typeset"]

_NEVER_FIRST, _NEVER_LAST = "，。、；：！？）》”’〕】", "（《“‘〔【"

#: a plan whose tasks have no numbers, but begin with a lead sentence each
LEAD_PLAN = (
    "柳溪市老年友好社区创建工作方案",
    "为营造安全便利舒适的社区环境，现就做好创建工作制定如下方案。",
    "一、改善居住环境",
    "持续推进适老化改造，着力解决出行、就餐、就医等方面的急难问题，让老年人住得安心、出行放心。",
    "加装楼道扶手。对无电梯住宅逐栋摸排，按照“应装尽装”原则加装扶手和休息座椅，费用由财政和产权单位共同承担。"
    "（牵头单位：市住房城乡建设局；责任单位：各县区人民政府）",
    "改造公共厕所。增设无障碍厕位和紧急呼叫装置，保持通道畅通，夜间照明不留死角。（责任单位：市城市管理局、市残联）",
    "设置休憩设施。在公园、广场、公交站点增设带靠背座椅，间距不超过200米，定期检修更换。"
    "（市园林绿化中心牵头，市交通运输局配合）",
    "二、丰富服务供给",
    "（一）建设老年食堂。采取中央厨房加配送点模式，对高龄、失能、独居老人给予助餐补贴，严格落实食品安全要求。",
    "牵头单位：市民政局",
    "责任单位：市市场监督管理局、市财政局，各乡镇人民政府",
    "（二）推广家庭医生。为65岁以上老年人免费体检，建立健康档案，对行动不便的提供上门巡诊，签约服务率达到80%以上。",
    "牵头单位：市卫生健康委",
    "责任单位：市医疗保障局",
)
LEAD_ROWS = [
    ("加装楼道扶手", "市住房城乡建设局", "lead"),
    ("加装楼道扶手", "各县区人民政府", "responsible"),
    ("改造公共厕所", "市城市管理局", "responsible"),
    ("改造公共厕所", "市残联", "responsible"),
    ("设置休憩设施", "市园林绿化中心", "lead"),
    ("设置休憩设施", "市交通运输局", "support"),
    ("建设老年食堂", "市民政局", "lead"),
    ("建设老年食堂", "市市场监督管理局", "responsible"),
    ("建设老年食堂", "市财政局", "responsible"),
    ("建设老年食堂", "各乡镇人民政府", "responsible"),
    ("推广家庭医生", "市卫生健康委", "lead"),
    ("推广家庭医生", "市医疗保障局", "responsible"),
]


def typeset(paragraphs: Sequence[str], width: int, indent: str) -> list[str]:
    """The lines of paragraphs, ``width`` full-width characters wide.

    First lines are set in by two characters: ``indent`` stands for these in the text. No line begins with a mark that
    closes or ends with one that opens.
    """
    return [line for paragraph in paragraphs for line in _lines(paragraph, width, indent)]


def _lines(paragraph: str, width: int, indent: str) -> Iterator[str]:
    line, room = "", 2 * width - 4
    before = indent
    for char in paragraph:
        if _size(line + char) > room:
            kept = len(line)
            while kept > 1 and ((line + char)[kept] in _NEVER_FIRST or line[kept - 1] in _NEVER_LAST):
                kept -= 1
            yield before + line[:kept]
            line, room, before = line[kept:], 2 * width, ""
        line += char
    yield before + line


def _size(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


@dataclass(frozen=True)
class Page:
    """What stands between pages: after so many lines, how the page number is written, the running head, form feeds."""

    lines: int
    number: str
    head: str = ""
    feed: bool = False


def on_pages(lines: Sequence[str], page: Page) -> str:
    """The lines on pages of that kind."""
    text, count = "", 0
    for place, line in enumerate(lines, 1):
        text += f"{line}\n"
        if place % page.lines == 0 and place < len(lines):
            count += 1
            text += f"{page.number.format(count)}\n" if page.number else ""
            text += "\f" if page.feed else ""
            text += f"{page.head}\n" if page.head else ""
    return text
