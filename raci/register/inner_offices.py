"""Bodies within bodies: 省交通运输厅法规处, 厅综规处, 市公安局交警支队, 区自然资源分局, 服务窗口."""

from __future__ import annotations

import re
from collections.abc import Callable

from raci.register.compiling import Register
from raci.register.name_reading import NameReading
from raci.register.prefixes import read_prefix

__all__ = ["inner_office", "sub_unit"]

_OFFICE = re.compile(r"(?P<stem>[\u4e00-\u9fffA-Z0-9]{2,24}?)(?P<end>处|科|室|股)$")
_PARENT = re.compile(r"(厅|局|委|部|省局|市局|县局|区局)(?=[\u4e00-\u9fff]{2,})")
_HEADED = re.compile(r"[省市县区州旗]")
_OF_A_HALL = re.compile(r"([厅局])([\u4e00-\u9fff]{0,12}?)(局|室|办|办公室|专班|中心|窗口)")


def _spelled(stem: str, register: Register) -> str:
    return register.offices.get(stem, stem)


def inner_office(text: str, register: Register, parent_of: Callable[[str], NameReading]) -> NameReading | None:
    """A 处, 科 or 室, alone or of a body."""
    if register.patterns["part.office-whole"].fullmatch(text):
        return NameReading(text, "office", text, None, "", text, f"office:{text}", how="内设机构")
    match = _OFFICE.fullmatch(text)
    if not match or register.patterns["part.office-not"].search(text):
        return _bureau(text, register)
    # of a body that is known: 省交通运输厅法规处
    for at in range(len(text) - 2, 2, -1):
        if text[at - 1] in "厅局委会部院办心室" and len(text) - at >= 3 and not text[at:].startswith(("公室", "公厅")):
            parent = parent_of(text[:at])
            if parent.kind not in ("unknown", "office", "collective"):
                tail = _spelled(text[at:-1], register) + match["end"]
                # 省通信管理局青溪市通信发展办公室 is a body of its own elsewhere
                apart = tail.endswith("办公室") and any(tail[:size] in register.places for size in range(3, len(tail)))
                kind = parent.kind if apart else "office"
                return NameReading(
                    text, kind, f"{parent.canonical}{tail}", parent.level, parent.head, f"{parent.tail}{tail}",
                    f"{parent.body}/{tail}", parent.word, parent.place, parent.own, "单位加内设机构",
                )  # fmt: skip
    stem, head = match["stem"], ""
    lead = _PARENT.match(stem)
    if text.endswith("办公室") and not (lead and stem == f"{lead[0]}办公"):
        return None  # 市清欠工作领导小组办公室 is no part of a body
    if lead:
        head, stem = lead[0], stem[lead.end() :]
    if re.search(r"[的了各]|有关|相关|工作$", stem) or len(stem) > 20:
        return None
    headed = _HEADED.match(stem) or read_prefix(stem[:3], register) is not None
    if not head and headed and stem.endswith(("管理", "经办")):
        return None  # 市高速公路管理处 is a body of its own
    tail = _spelled(stem, register) + match["end"]
    level = "province" if head == "厅" else None
    full = f"{head}{tail}"
    return NameReading(text, "office", full, level, head, tail, f"office:{full}", how="内设机构")


def _bureau(text: str, register: Register) -> NameReading | None:
    """Other parts of a 厅 or 局 that is not named: 厅执法监督局, 厅研究室, 厅审批办."""
    match = _OF_A_HALL.fullmatch(text)
    if not match:
        return None
    full = f"{match[1]}{match[2]}{'办公室' if match[3] == '办' else match[3]}"
    level = "province" if match[1] == "厅" else None
    return NameReading(text, "office", full, level, match[1], full[1:], f"office:{full}", how="内设机构")


def sub_unit(text: str, register: Register, parent_of: Callable[[str], NameReading]) -> NameReading | None:
    """A part of a known body that has a name of its own: 市公安局交警支队, 市公积金中心宁国管理部."""
    if not register.patterns["part.unit"].search(text):
        return None
    for at in range(len(text) - 2, 3, -1):
        if text[at:].startswith(("公室", "公厅")):
            continue
        if text[at - 1] not in "厅局委会部院办心队室" or not register.patterns["part.unit"].search(text[at:]):
            continue
        parent = parent_of(text[:at])
        if parent.kind in (
            "government", "party", "vertical", "institution", "judicial",
        ):  # fmt: skip
            tail = text[at:]
            return NameReading(
                text, parent.kind, f"{parent.canonical}{tail}", parent.level, parent.head, f"{parent.tail}{tail}",
                f"{parent.body}/{tail}", parent.word, parent.place, parent.own, "单位加分支机构",
            )  # fmt: skip
    return None
