"""Enterprises, institutions and societies by what they are called: …公司, …中心, …大学, …协会."""

from __future__ import annotations

import re

from raci.register.compiling import Brand, Register
from raci.register.folding import fold_name
from raci.register.name_reading import NameReading, RegisterPlace
from raci.register.prefixes import Head, read_prefix

__all__ = ["by_ending", "firm"]

_RAIL = re.compile(r"(?:中国铁路|国铁|中铁)(?P<place>[\u4e00-\u9fff]{2,5})局(?:集团)?(?:有限公司|公司)?$")
_INNER = re.compile(r"[\u4e00-\u9fff]{2}([\u4e00-\u9fff]{2,8}?)(?:分公司|公司|分行|支行|总队|支队)$")
_GRID = re.compile(r"(?:国网|国家电网(?:公司)?)(?P<rest>[\u4e00-\u9fff]{2,24}(?:公司|局|电力))$")
_GRID_ENDS = re.compile(r"(?P<power>电力(?:有限公司|公司)?)$|(?P<supply>(?:供电)?(?:分)?公司)$")
_ARMED = re.compile(r"武警(?P<place>[\u4e00-\u9fff]{1,9}?)(?:总队|支队|大队|中队)$")


def firm(text: str, register: Register) -> NameReading | None:
    """An enterprise whose brand the register holds: 国铁郑州局集团, 国开行福建省分行, 中国移动福建公司."""
    rail = _RAIL.fullmatch(text)
    if rail:
        full = f"中国铁路{rail['place']}局集团有限公司"
        return NameReading(text, "enterprise", full, None, "", full, f"e-guotie:{rail['place']}", how="企业名称")
    grid = _GRID.fullmatch(text)
    if grid:
        rest = grid["rest"]
        head = _lead(rest, register)
        rest = _of_grid(rest, head)
        full = f"国网{rest}"
        return NameReading(
            text, "enterprise", full, head.level if head else None, head.text if head else "", full,
            f"e-guowang:{rest}", place=head.place if head else None, how="企业名称",
        )  # fmt: skip
    for brand in register.brands:
        if brand.below is not None and (whole := brand.below.fullmatch(text)):
            head = read_prefix(whole["place"], register)
            if head is not None and head.place is not None:
                full = _of_brand(brand, whole["place"], head.place, register)
                return NameReading(
                    text, "enterprise", full, head.level, head.text, brand.name, brand.id, place=head.place,
                    how="企业名称",
                )  # fmt: skip
        for short in sorted(brand.shorts, key=len, reverse=True):
            if not text.startswith(short):
                continue
            for unit in sorted(brand.units, key=len, reverse=True):
                rest = text.removeprefix(short)
                if rest.endswith(unit) and len(rest) > len(unit):
                    where = rest.removesuffix(unit)
                    head = read_prefix(where, register)
                    if head is None and len(where) > 5:
                        continue
                    place = head.place if head else None
                    return NameReading(
                        text, "enterprise", _of_brand(brand, where, place, register),
                        head.level if head else None, head.text if head else where, brand.name, brand.id,
                        place=place, how="企业名称",
                    )  # fmt: skip
    return None


def _of_grid(rest: str, head: Head | None) -> str:
    """What follows 国网 in full: 湖南电力 → 湖南省电力有限公司 (北京市电力公司), 长沙公司 → 长沙供电公司."""
    place = head.place if head else None
    ending = _GRID_ENDS.search(rest)
    if ending is None or head is None:
        return rest.removesuffix("分公司") + "公司" if rest.endswith("供电分公司") else rest
    if ending["power"] and place is not None and rest[: ending.start()] in (place.name, place.short):
        if place.level == "province" and place.name.endswith("市"):
            return f"{place.name}电力公司"
        return f"{place.short if place.name.endswith('自治区') else place.name}电力有限公司"
    if ending["supply"] and rest[: ending.start()] == head.text and not head.word:
        return f"{place.short if place and place.level == 'city' else head.text}供电公司"
    return rest


def _of_brand(brand: Brand, where: str, place: RegisterPlace | None, register: Register) -> str:
    """A branch's full name by the brand's pattern; with its place as written where the place is not known."""
    pattern = brand.name
    above = register.codes.get(f"{place.code[:2]}0000") if place is not None else None
    if place is not None and place.level != "province" and brand.city and above is not None:
        pattern = brand.city.replace("{province}", above.short)
    short = place.short if place is not None and where in (place.name, place.short) else where
    full = place.name if place is not None and where == place.short else where
    return pattern.replace("{place}", short).replace("{full}", full).replace("{written}", where)


def _lead(text: str, register: Register) -> Head | None:
    for size in range(min(len(text) - (1 if text.endswith("局") else 2), 8), 0, -1):
        head = read_prefix(text[:size], register)
        if head is not None and not head.organ and not head.zone and (head.word or head.place):
            return head
    return None


def by_ending(text: str, register: Register) -> NameReading | None:
    """A body that no table holds, told by its ending; None for what reads like prose."""
    said = register.patterns["group"].sub("", re.sub(r"12[0-9]{3}", "", text))
    if register.patterns["prose"].search(said) or len(text) > 40 or re.search(r"[，。；：？！+=<>@#|/\\{}]", text):
        return None
    if re.search(r"[（）“”]", text) and re.sub(r"（[^（）]*）|“[^“”]*”", "", text).count("“"):
        return None
    for kind, pattern in register.endings:
        ending = pattern.search(text)
        if ending is None:
            continue
        head = _lead(text, register)
        stem = text[len(head.text) :] if head and text.startswith(head.text) else text
        bare = stem[: len(stem) - len(ending[0])] if stem.endswith(ending[0]) else stem
        if (
            not head
            and len(bare) < 2
            and kind in ("government", "institution", "judicial", "mass")
            and stem == ending[0]
            and len(stem) < 6
        ):
            return None
        if len(stem) < 2 and not (stem == "局" and head and head.place and not head.short):
            return None  # 青溪县局 is the local bureau of whoever writes
        level = head.level if head else _inner_level(text, register)
        if kind == "government":
            if stem.endswith("厅") and not level:
                level = "province"
            if not head and not _plausible(bare, register):
                return None
            if bare.startswith(("委", "党委")):
                kind = "party"
        full = _long(stem, register)
        named = head is not None and bool(head.place)
        text_head = head.text if head else ""
        return NameReading(
            text, kind, f"{text_head}{full}", level, text_head, full, f"~{fold_name(full)}", head.word if head else "",
            head.place if head else None, own=named or not head, how="按结尾判断",
        )  # fmt: skip
    return None


def _inner_level(text: str, register: Register) -> str | None:
    """The level of the place inside an enterprise's or a unit's name: 中石油甘肃分公司, 武警江西省总队."""
    armed = _ARMED.fullmatch(text)
    if armed and (head := read_prefix(armed["place"], register)) is not None:
        return head.level
    match = _INNER.search(text)
    if match is None:
        return None
    for start in range(match.start(1), match.end(1) - 1):
        head = read_prefix(text[start : match.end(1)], register)
        if head is not None and head.place is not None and not head.organ:
            return head.level
    return None


def _long(stem: str, register: Register) -> str:
    """The full ending: 委 → 委员会, 办 → 办公室; and what is short in front of it where it is made of known duties."""
    committees = (("组委会", "组织委员会"), ("执委会", "执行委员会"))
    for short, full in (*committees, ("领导小组办", "领导小组办公室"), ("委", "委员会"), ("办", "办公室")):
        if stem.endswith(short) and not stem.endswith(("党委", "纪委", "工委")):
            return stem.removesuffix(short) + full
    return stem


def _plausible(stem: str, register: Register) -> bool:
    """Whether the words before 局, 委, 办 without a level are such as bodies are called by."""
    if re.search(
        r"领导小组|联席会议|指挥部|专班|小组|组委会|机制|工作组|办公室$|建设|管理|发展|服务|监督|促进|经济|执法|协调|委员会",
        stem,
    ):
        return True
    at = 0
    while at < len(stem):
        for size in range(min(6, len(stem) - at), 0, -1):
            if stem[at : at + size] in register.duties or stem[at : at + size] in ("和", "与", "及"):
                at += size
                break
        else:
            break
    else:
        return True
    return len(stem) >= 2 and not re.search(r"[工作会议]{2}$", stem)
