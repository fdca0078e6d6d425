"""Local offices of central organs: 人行苏州中支, 福建银保监局, 国家税务总局三亚市税务局, 福州海关."""

from __future__ import annotations

import re
from dataclasses import dataclass

from raci.register.compiling import Register, Vertical
from raci.register.name_reading import LEVEL_WORDS, NameReading, RegisterPlace
from raci.register.prefixes import Head, read_prefix

__all__ = ["local_office", "official", "vertical"]

_CUSTOMS = re.compile(r"(?:中华人民共和国)?(?P<place>[\u4e00-\u9fff]{0,8}?)海关$")
_RAIL_PARTS = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,10}?)(?P<end>海事局|边检总站|出入境边检总站|出入境边防检查总站|海警局|航道局|车务段|边检站)$"
)
_BANK = re.compile(r"(省|自治区|市|州|地区|县|区|旗)(?:中国人民银行|人民银行|人行)")
_BRANCH = re.compile(r"海关总署([\u4e00-\u9fff]{2,4})分署")
_NOT_A_PLACE = re.compile(r"[各和与及等的局厅部委行]|有关|相关")
_WIDE = {
    "沈阳": "辽宁省",
    "济南": "山东省",
    "南京": "江苏省",
    "武汉": "湖北省",
    "广州": "广东省",
    "成都": "四川省",
    "西安": "陕西省",
    "上海": "上海市",
    "天津": "天津市",
}


@dataclass(frozen=True, slots=True)
class Where:
    """The place in a vertical organ's name."""

    text: str
    level: str | None
    place: RegisterPlace | None
    word: str = ""


def vertical(text: str, register: Register, *, words: bool, loose: bool = False) -> NameReading | None:
    """A local office.

    ``words``: those whose place is but a level word (市税务局), or that have none; ``loose``: those whose place the
    register does not know.
    """
    if text.endswith("海关"):
        return _customs(text, register)
    if words and (match := _BANK.fullmatch(text)):
        full = f"{match[1]}人民银行"
        return NameReading(
            text, "vertical", full, LEVEL_WORDS[match[1]], match[1], "人民银行", "pbc", match[1], how="垂直管理机构"
        )
    if match := _BRANCH.fullmatch(text):
        where = _where(match[1], register)
        return NameReading(
            text, "vertical", text, where.level if where else None, match[1], "分署", "n-haiguan/分署",
            place=where.place if where else None, how="垂直管理机构",
        )  # fmt: skip
    if not text.endswith(register.vertical_ends):
        return _other(text, register) if loose else None
    for one in register.verticals:
        if not text.endswith(one.ends):
            continue
        found = _of(text, one, register, words, loose)
        if found is not None:
            return found
    return _other(text, register) if loose else None


def _of(text: str, one: Vertical, register: Register, words: bool, loose: bool = False) -> NameReading | None:
    for org in one.orgs:
        if text.startswith(org) and len(text) > len(org):
            rest = text[len(org) :]
            for tail in one.tails:
                if not rest.endswith(tail):
                    continue
                where = _where(rest.removesuffix(tail), register)
                if where is not None and (where.text or tail == "总部" or words):
                    return _reading(text, one, where, with_org=True)
    if not words:
        # 市国家税务总局秦皇岛税务局: the level word of the document slipped before the name
        lead = text[:1]
        if lead in "省市县" and text[1:].startswith(one.org):
            return _of(text[1:], one, register, words)
    for tail in one.local:
        if not text.endswith(tail):
            continue
        where = _where(text.removesuffix(tail), register)
        if where is None:
            continue
        if words and (where.word or not where.text):
            return _reading(text, one, where, with_org=False)
        if not words and where.text and not where.word and (where.place or where.level or loose):
            # 厦门市金融监管局 is the city's own bureau: the central organ's has the place without 市
            from raci.register.folding import fold_name

            if (
                one.place == "short"
                and where.place
                and where.text == where.place.name
                and fold_name(tail) in register.tails
            ):
                continue
            return _reading(text, one, where, with_org=False)
    return None


def _where(text: str, register: Register) -> Where | None:
    if not text:
        return Where("", None, None)
    head: Head | None = read_prefix(text, register)
    if head is not None and not head.organ:
        return Where(head.text, head.level, head.place, head.word)
    seats = register.counties.get(text, ())
    if len(seats) == 1:
        return Where(text, None, seats[0])
    if (
        2 <= len(text) <= 6
        and text[0] not in "省市县区州"
        and not _NOT_A_PLACE.search(text)
        and (seats or text[-1] not in "省市县区州")
    ):
        return Where(text, None, None)
    return None


def _reading(text: str, one: Vertical, where: Where, *, with_org: bool) -> NameReading:
    level = one.level or where.level
    name = official(one, where.text, where.place)
    if where.word and not with_org:
        # 市税务局: which place is not said, and the central organ's name before it would be no name
        local = one.local[0] if one.local else one.tail
        full = f"{where.text}{local}"
        if not one.id.startswith("tax"):
            full = f"{one.org}{where.text}{one.tail}"
    elif not where.text and not with_org:
        full = one.local[0] if one.id.startswith("tax") else f"{one.org}{one.tail}"
    else:
        full = f"{one.org}{name}{one.tail}"
    if one.tail == "总部" and not where.text:
        level = "national"
    return NameReading(
        text, "vertical", full, level, where.text, one.tail, one.id, where.word if not with_org else "", where.place,
        own=bool(where.text) and not where.word, how="垂直管理机构", valid_from=one.valid_from, valid_to=one.valid_to,
    )  # fmt: skip


def local_office(vertical_id: str, written: str, place: RegisterPlace | None, register: Register) -> str:
    """The whole name of a local office of a central organ; empty where the register knows no such."""
    one = next((one for one in register.verticals if one.id == vertical_id), None)
    return f"{one.org}{official(one, written, place)}{one.tail}" if one else ""


def official(one: Vertical, written: str, place: RegisterPlace | None) -> str:
    """The place as the official name of such an office has it."""
    if place is None or (one.place == "written" and place.level != "city"):
        return written
    if one.place == "full":
        return place.name if written in (place.name, place.short, f"{place.short}{place.name[-1]}") else written
    if one.place == "short":
        return place.short if written == place.name and place.level in ("province", "city") else written
    if one.id.startswith("pbc") and place.name.endswith("自治州") and written in (place.name, place.short):
        return f"{place.short}州"  # 中国人民银行甘孜州中心支行
    if one.place == "capital" and written in (place.name, place.short):
        return place.short if place.capital or place.level == "province" else place.name
    if one.id.startswith("pbc") and written == place.short and place.level == "city":
        # branches of before 2023 in seats of regions: 济南分行; since then 萍乡市分行
        return written if place.short in _WIDE or place.capital else place.name
    return written


def _customs(text: str, register: Register) -> NameReading | None:
    match = _CUSTOMS.fullmatch(text)
    if not match or _NOT_A_PLACE.search(match["place"]):
        return None
    head = read_prefix(match["place"], register) if match["place"] else None
    return NameReading(
        text, "vertical", f"{match['place']}海关", head.level if head else None, match["place"], "海关", "haiguan",
        head.word if head else "", head.place if head else None, own=True, how="垂直管理机构",
    )  # fmt: skip


def _other(text: str, register: Register) -> NameReading | None:
    match = _RAIL_PARTS.fullmatch(text)
    if not match or _NOT_A_PLACE.search(match["place"]):
        return None
    end = {"边检总站": "出入境边防检查总站", "出入境边检总站": "出入境边防检查总站"}.get(match["end"], match["end"])
    where = _where(match["place"], register)
    if where is None or where.word:
        return None
    kind = "enterprise" if end == "车务段" else "vertical"
    made = NameReading(
        text, kind, f"{match['place']}{end}", where.level, where.text, end, f"vertical:{end}", "", where.place, True,
        "垂直管理机构",
    )  # fmt: skip
    return made._replace(canonical=f"{where.text}{end}")
