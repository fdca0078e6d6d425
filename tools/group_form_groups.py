"""The groups that are written in many forms: those made up, and those labelled in ``prose/dev``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from group_settings import LabelledGroup
from group_styles import Member
from revisions import CORPUS

__all__ = ["DATA", "labelled", "made_up"]

_POSITIONS = {"组长": "head", "总指挥": "head", "召集人": "head", "主任": "head", "政委": "head", "成员": "member",
              "委员": "member", "办公室": "office", "办公室主任": "office_head"}  # fmt: skip
#: the groups that were made up, and what stands around those who are in them
DATA = Path(__file__).with_name("group_forms_data")
_TITLES = {"head": "组长", "deputy": "副组长", "member": "成员"}
#: who holds the second post of a body, by what its name ends with
_RANKS = {"部": "副部长", "局": "副局长", "厅": "副厅长", "委": "副主任", "办": "副主任", "会": "副主席",
          "公司": "副总经理", "联": "副主席"}  # fmt: skip
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_GIVEN = ("志刚", "敏", "建华", "丽娟", "伟", "晓明", "国强", "芳", "海涛", "玉兰", "勇", "文斌", "静", "永康", "洁")


def made_up() -> Iterator[LabelledGroup]:
    """The groups of ``group_forms.txt``."""
    for block in (DATA / "groups.txt").read_text("utf-8").strip().split("\n\n"):
        name, *lines = block.split("\n")
        members, seat, head = list[Member](), None, None
        for line in lines:
            title, *rest = line.split()
            if title == "办公室":
                seat = Member("office", title, None, None, rest[0])
                continue
            body, _, rank = rest[1].rpartition(">")
            plain = title.removeprefix("第一").removeprefix("常务").removeprefix("副")
            position = "deputy" if "副" in title and title != "办公室副主任" else _POSITIONS[plain]
            one = Member(position, title, rest[0], body + rank, body or None)
            if position == "office_head":
                head = one
            else:
                members.append(one)
        yield LabelledGroup(name, members, seat, head)


def labelled() -> Iterator[LabelledGroup]:
    """The groups of ``prose/dev`` that have a head and members, with names of ours."""
    for gold in sorted((CORPUS / "prose" / "dev").glob("*.gold.json")):
        for document in json.loads(gold.read_text("utf-8")):
            for group in document.get("groups", []):
                found = [one for number, each in enumerate(group["members"]) if (one := _named(each, number))]
                order = {"head": 0, "deputy": 1, "member": 2}
                members = sorted((one for one in found if one.position in order), key=lambda one: order[one.position])
                seat = next((each["dept"] for each in group["members"] if each["position"] == "office"), None)
                if {one.position for one in members} >= {"head", "member"} and len(members) > len(order):
                    office = Member("office", "办公室", None, None, seat) if seat else None
                    yield LabelledGroup(group["group"], members, office, None)


def _named(each: Mapping[str, Any], number: int) -> Member | None:
    post, body = each.get("post"), each.get("dept")
    if post and any(word in post for word in ("同志", "领导", "成员", "负责人")):
        post = None
    if post is None:
        rank = next((rank for end, rank in _RANKS.items() if body and body.endswith(end)), None)
        if rank is None:
            return None
        post = body + rank
    name = each.get("name") or _SURNAMES[number * 7 % len(_SURNAMES)] + _GIVEN[number * 4 % len(_GIVEN)]
    return Member(each["position"], _TITLES.get(each["position"], ""), name, post, body)
