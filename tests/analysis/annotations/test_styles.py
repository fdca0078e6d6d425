"""The forms in which documents say who does what, mixed at random: each is read, whatever the others are."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st
from texts import BODIES, HEADINGS, NOISE, by_task

LABELS = {
    "lead": ("牵头单位", "牵头部门", "牵头责任单位", "主办单位"),
    "responsible": ("责任单位", "责任部门", "责任主体", "落实单位", "主责单位", "承办单位", "责任处室", "贵任单位"),
    "support": ("配合单位", "配合部门", "参与单位", "参加单位", "协办单位", "协同配合单位", "配部门"),
    "guide": ("指导单位", "督导单位"),
}
VERBS = {
    "lead": ("牵头", "牵头负责", "分别牵头", "总牵头"),
    "responsible": ("负责", "按职责分工负责", "按照职责分工负责", "组织实施", "结合实际贯彻落实"),
    "support": ("配合", "参与", "协助", "配合组织落实", "参与按职责分工负责"),
    "guide": ("指导", "督促指导"),
}
BRACKETS = ("（）", "()", "〔〕", "[]", "【】", "［］", "〈〉", "（)", "〔）")
#: what leaves a list open
OPEN = ("", "", "", "等", "等部门", "等有关单位")
LIMITS = ("2025年6月底前", "2025年12月31日前", "2025年第三季度", "持续推进")
#: names that 和 joins to others; and of these each but once, however it is written
NAMES = (*BODIES, "市文化广电和旅游局", "各县级市<区>政府<管委会>", "市“双随机、一公开”监管联席会议有关成员单位")

Said = list[tuple[str, str]]


@dataclass(frozen=True)
class Style:
    """One annotation: its words, what they say, and the time limit in them."""

    words: str
    said: Said
    limit: str | None = None


@st.composite
def lists(draw: st.DrawFn, names: list[str]) -> str:
    """The names in a list, the last joined by a word or not, perhaps left open."""
    joint = draw(st.sampled_from(["、", "、", "和", "及", "以及", "与"])) if len(names) > 1 else ""
    head = "、".join(names[:-1])
    return f"{head}{joint}{names[-1]}{draw(st.sampled_from(OPEN))}"


@st.composite
def styles(draw: st.DrawFn) -> Style:
    """An annotation by labels, or by verbs, or by nothing but names."""
    roles = draw(st.lists(st.sampled_from(sorted(LABELS)), min_size=1, max_size=3, unique=True))
    names = draw(st.lists(st.sampled_from(NAMES), min_size=len(roles), max_size=len(roles) + 4, unique=True))
    shares = [names[place :: len(roles)] for place in range(len(roles))]
    form = draw(st.sampled_from(["labels", "verbs", "bare"]))
    if form == "bare":
        return Style("、".join(names), [(name, "responsible") for name in names])
    said = [(name, role) for role, share in zip(roles, shares, strict=True) for name in share]
    parts = [draw(lists(share)) for share in shares]
    if form == "verbs":
        words = [part + draw(st.sampled_from(VERBS[role])) for role, part in zip(roles, parts, strict=True)]
        return Style(draw(st.sampled_from("，；,;、")).join(words), said)
    colon = draw(st.sampled_from(["：", ":", "∶", "： "]))
    words = [draw(st.sampled_from(LABELS[role])) + colon + part for role, part in zip(roles, parts, strict=True)]
    limit = draw(st.none() | st.sampled_from(LIMITS))
    if limit:
        words.append(draw(st.sampled_from(["完成时限", "完成时间", "时限", "进度安排"])) + colon + limit)
    return Style(draw(st.sampled_from(["；", "，", ";", ","])).join(words), said, limit)


@settings(max_examples=120)
@given(
    chosen=st.lists(styles(), min_size=3, max_size=5),
    bracket=st.sampled_from(BRACKETS),
    place=st.sampled_from(["behind", "before the stop", "on its own line", "text behind it"]),
)
def test_every_style_is_read_whatever_the_others_are(chosen: list[Style], bracket: str, place: str) -> None:
    lines, expected = ["云岭市夜间消费提升行动方案"], {}
    for number, heading, style in zip("一二三四五", HEADINGS, chosen, strict=False):
        said = f"{bracket[0]}{style.words}{bracket[1]}"
        body = f"{number}、{heading}。{NOISE[0]}"
        if place == "before the stop":
            lines.append(f"{body[:-1]}{said}。")
        elif place == "on its own line":
            lines.append(f"{body}\n{said}")
        else:
            lines.append(body + said + (NOISE[8] if place == "text behind it" else ""))
        expected[heading] = sorted(style.said)
    found = by_task("\n".join(lines) + "\n")
    assert {heading: sorted(names) for heading, names in found.items()} == expected
