"""Texts of several groups, of groups with parts and offices, and files that are no plain text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import NamedTuple

from group_styles import Member, by_title, lines, table

__all__ = ["FILES", "SETTINGS", "LabelledGroup", "Written"]

_PARTS = ("综合协调组", "督查督办组", "宣传报道组")
_DUTIES = ("负责统筹协调、信息汇总等工作", "负责督促检查、跟踪问效等工作", "负责新闻宣传、舆论引导等工作")
_COUNTS = "一二三四五"


class LabelledGroup(NamedTuple):
    """A group with its members in order, and its office: the seat and who heads it."""

    name: str
    members: Sequence[Member]
    seat: Member | None = None
    office_head: Member | None = None

    @property
    def kind(self) -> str:
        """领导小组, as the text calls it behind its name."""
        kinds = ("领导小组", "指挥部", "专班", "联席会议", "委员会", "工作组")
        return next((kind for kind in kinds if self.name.endswith(kind)), "领导小组")


class Written(NamedTuple):
    """A text, and the groups that it tells of."""

    text: str
    groups: Sequence[LabelledGroup]


_roster = lines("{wide}　{post}")


def sections(groups: Sequence[LabelledGroup], at: int) -> Written:
    """Three groups under numbered headings."""
    chosen = _chosen(groups, at)
    parts = [f"{_COUNTS[n]}、{one.name}\n{_roster(one.members)}\n" for n, one in enumerate(chosen)]
    return Written(
        "关于调整部分议事协调机构组成人员的通知\n\n各有关单位：\n　　现将调整后的名单通知如下：\n\n" + "\n".join(parts),
        chosen,
    )


def annexes(groups: Sequence[LabelledGroup], at: int) -> Written:
    """Three groups, each in an annex of its own."""
    chosen = _chosen(groups, at)
    parts = [f"附件{n}\n\n{one.name}成员名单\n\n{_roster(one.members)}\n" for n, one in enumerate(chosen, 1)]
    names = "\n".join(f"　　　{n}.{one.name}成员名单" for n, one in enumerate(chosen, 1))
    letter = "关于公布有关机构组成人员的通知\n\n各有关单位：\n　　现将有关机构组成人员予以公布。\n\n　　附件："
    return Written(f"{letter}{names.strip()}\n\n" + "\n".join(parts), chosen)


def _chosen(groups: Sequence[LabelledGroup], at: int) -> list[LabelledGroup]:
    made = [groups[(at + step) % len(groups)] for step in range(3)]
    return [LabelledGroup(one.name, one.members) for one in made]


def _parted(group: LabelledGroup) -> list[LabelledGroup]:
    """The parts of a group: each with a head, and with bodies as members."""
    holders = [one for one in group.members if one.body and one.position == "member"]
    found = []
    for place, name in enumerate(_PARTS):
        head = holders[place % len(holders)]
        others = [one for one in holders if one.body != head.body][place : place + 3]
        bodies = [Member("member", "成员单位", None, one.body, one.body) for one in others]
        found.append(LabelledGroup(name, [head._replace(position="head", title="组长"), *bodies]))
    return found


def _by_bodies(parts: Sequence[LabelledGroup]) -> list[LabelledGroup]:
    """The parts with the body of who leads them as their head."""
    return [
        LabelledGroup(one.name, [one.members[0]._replace(name=None, post=one.members[0].body), *one.members[1:]])
        for one in parts
    ]


def _joined(members: Sequence[Member]) -> str:
    return "、".join(one.body or "" for one in members)


def _with_parts(group: LabelledGroup, told: str, parts: Sequence[LabelledGroup]) -> Written:
    whole = LabelledGroup(group.name, group.members)
    text = f"{group.name}组成人员名单\n\n{_roster(group.members)}\n{told}\n"
    return Written(text, [whole, *parts])


def parts_as_lists(groups: Sequence[LabelledGroup], at: int) -> Written:
    """Parts with labels of their own below headings."""
    parts = _parted(groups[at])
    said = [
        f"（{_COUNTS[n]}）{one.name}\n组　长：{one.members[0].name}　{one.members[0].post}\n"
        f"成员单位：{_joined(one.members[1:])}\n职　责：{_DUTIES[n]}。"
        for n, one in enumerate(parts)
    ]
    return _with_parts(groups[at], f"　　{groups[at].kind}下设3个工作组：\n" + "\n".join(said), parts)


def parts_led_by_bodies(groups: Sequence[LabelledGroup], at: int) -> Written:
    """Parts with the labels 牵头单位 and 成员单位."""
    parts = _by_bodies(_parted(groups[at]))
    said = [
        f"{n}.{one.name}\n牵头单位：{one.members[0].body}\n成员单位：{_joined(one.members[1:])}\n"
        f"工作职责：{_DUTIES[n - 1]}。"
        for n, one in enumerate(parts, 1)
    ]
    return _with_parts(groups[at], f"　　{groups[at].kind}下设三个工作组，组成及职责如下：\n" + "\n".join(said), parts)


def parts_in_sentences(groups: Sequence[LabelledGroup], at: int) -> Written:
    """Parts in paragraphs: 由甲牵头，乙、丙参加，负责…"""
    parts = _by_bodies(_parted(groups[at]))
    said = [
        f"　　（{_COUNTS[n]}）{one.name}。由{one.members[0].body}牵头，{_joined(one.members[1:])}参加，{_DUTIES[n]}。"
        for n, one in enumerate(parts)
    ]
    return _with_parts(groups[at], f"　　{groups[at].kind}下设三个工作组：\n" + "\n".join(said), parts)


def parts_in_one_sentence(groups: Sequence[LabelledGroup], at: int) -> Written:
    """Parts with their heads in one sentence."""
    parts = [LabelledGroup(one.name, [one.members[0]._replace(name=None)]) for one in _parted(groups[at])]
    said = "；".join(f"{one.name}组长由{one.members[0].post}担任" for one in parts)
    return _with_parts(groups[at], f"　　{groups[at].kind}下设3个工作组，{said}。", parts)


def office_as_list(groups: Sequence[LabelledGroup], at: int) -> Written:
    """The office with labels: its head, where it is, whom to call."""
    group = groups[at]
    seat, head = group.seat, group.office_head
    if seat is None or head is None:
        return Written(
            f"{group.name}成员名单\n\n{_roster(group.members)}\n", [LabelledGroup(group.name, group.members)]
        )
    told = (
        f"{group.kind}办公室设在{seat.body}\n办公室主任：{head.name}（兼）\n"
        "办公室地点：行政中心3号楼512室\n联系电话：0871-65123456"
    )
    members = [*group.members, seat, head._replace(post=None, body=None)]
    text = f"{group.name}成员名单\n\n{_roster(group.members)}\n\n{told}\n"
    return Written(text, [LabelledGroup(group.name, members)])


def office_with_members(groups: Sequence[LabelledGroup], at: int) -> Written:
    """The office under a heading with a list of its own, of whom only those who head it are of the group."""
    group = groups[at]
    head, others = group.members[-1], group.members[-3:-1]
    deputy = others[-1]._replace(position="office_deputy", title="副主任")
    listed = "、".join(one.name or "" for one in others[:-1])
    told = (
        f"二、{group.kind}办公室\n主　任：{head.name}　{head.post}\n"
        f"副主任：{deputy.name}　{deputy.post}\n成　员：{listed}\n"
        "　　办公室负责日常工作。"
    )
    members = [*group.members, head._replace(position="office_head"), deputy]
    text = f"{group.name}组成人员名单\n\n一、{group.kind}\n{_roster(group.members)}\n{told}\n"
    return Written(text, [LabelledGroup(group.name, members)])


def with_adviser(groups: Sequence[LabelledGroup], at: int) -> Written:
    """A list that begins with advisers and ends with a secretary, who are no members."""
    group = groups[at]
    text = f"{group.name}名单\n\n顾　问：丁文远　原市政协主席\n{_roster(group.members)}\n秘书长：贺敬之　市文联主席\n"
    return Written(text, [LabelledGroup(group.name, group.members)])


SETTINGS: Mapping[str, Callable[[Sequence[LabelledGroup], int], Written]] = {
    "several: sections": sections,
    "several: annexes": annexes,
    "parts: lists": parts_as_lists,
    "parts: led by bodies": parts_led_by_bodies,
    "parts: sentences": parts_in_sentences,
    "parts: one sentence": parts_in_one_sentence,
    "office: list": office_as_list,
    "office: with members": office_with_members,
    "advisers": with_adviser,
}


def word_table(group: LabelledGroup) -> bytes:
    """A Word file with a table whose titles reach over their rows."""
    import docx

    file = docx.Document()
    file.add_heading(f"{group.name}成员名单", 1)
    rows = [("职务", "姓名", "单位及职务"), *((one.title, one.name or "", one.post or "") for one in group.members)]
    grid = file.add_table(len(rows), 3)
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            if column or row < 2 or rows[row - 1][0] != words:
                grid.cell(row, column).text = words
    first = 1
    for _, each in by_title(group.members):
        grid.cell(first, 0).merge(grid.cell(first + len(each) - 1, 0))
        first += len(each)
    return _bytes(file.save)


def word_lines(group: LabelledGroup) -> bytes:
    """A Word file with a paragraph a line, set with tabs."""
    import docx

    file = docx.Document()
    file.add_paragraph(f"{group.name}成员名单")
    for line in lines("{wide}\t{post}", "{}：\t", indent="\t")(group.members).split("\n"):
        file.add_paragraph(line)
    return _bytes(file.save)


def workbook(group: LabelledGroup) -> bytes:
    """A sheet with the name of the group in its first row."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([f"{group.name}成员名单"])
    for line in table("序号 姓名 单位 职务 组内职务", ("{n}", "{name}", "{body}", "{rank}", "title"))(
        group.members
    ).split("\n"):
        sheet.append(line.split("\t"))
    return _bytes(book.save)


def web_page(group: LabelledGroup) -> bytes:
    """A page with a table."""
    rows = table("职务 姓名 单位及职务", ("title", "{name}", "{post}"))(group.members).split("\n")
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("\t")) + "</tr>" for row in rows)
    return f"<html><body><h1>{group.name}成员名单</h1><table>{cells}</table></body></html>".encode()


def _bytes(save: Callable[[BytesIO], object]) -> bytes:
    save(held := BytesIO())
    return held.getvalue()


#: files: the suffix, and how a group is written there
FILES: Mapping[str, tuple[str, Callable[[LabelledGroup], bytes]]] = {
    "file: Word, table": (".docx", word_table),
    "file: Word, lines": (".docx", word_lines),
    "file: workbook": (".xlsx", workbook),
    "file: page": (".html", web_page),
}
