"""Sets of bodies: 各市州, 市有关部门, 属地政府, 联席会议成员单位; and several places that share one ending."""

from __future__ import annotations

import re
from collections.abc import Mapping

from raci.register.compiling import Register
from raci.register.name_reading import NameReading
from raci.register.prefixes import read_prefix

__all__ = ["collective", "listed_places"]

_EACH = re.compile(r"各级?|有关|相关|项目所在地?|所在地?|全|其他|属地|驻|中|他|涉及的?|及")
_LEVELLED = re.compile(
    r"中?[省市县区州盟旗厅局委]|自治区|国务院|国家|示范区|高新区|开发区|园区|基层|12345|\S{2,6}?[省市县区州]"
)
_UNIT = re.compile(
    r"((?:地级以上|设区(?:的)?|省辖|地级|县级|市辖|直管|设)?(?:自治州|自治县|自治旗|自治区|地区|街道办事处|街道办|街道|乡镇|镇街|街镇|[省市县区州盟旗镇乡]))"
)


def collective(text: str, register: Register) -> NameReading | None:
    """The set that ``text`` names, or None."""
    bare = re.sub(r"（[^（）]*）", "", text)
    if bare in ("单位", "部门", "机构") or not _is_set(text, bare, register.patterns):
        return None
    full = _full(text)
    return NameReading(text, "collective", full, _level(bare, register), tail=full, body=f"set:{full}", how="集合名称")


def _is_set(text: str, bare: str, patterns: Mapping[str, re.Pattern[str]]) -> bool:
    if patterns["set.bare"].fullmatch(text) or patterns["set.bare"].fullmatch(bare):
        return True
    noun = patterns["set.noun"].search(bare) is not None
    each = noun or patterns["set.each"].search(bare) is not None
    if each and re.search(r"各(?=[\u4e00-\u9fff“])", bare):
        return True
    if noun and patterns["set.start"].match(bare):
        return True
    if len(bare) > 5 and patterns["set.members"].search(bare):
        return True
    if re.search(r"等[\u4e00-\u9fff]{0,8}(?:部门|单位|机构|企业)$", bare):
        return True
    if patterns["set.inside"].search(bare) and (_LEVELLED.match(bare) or "有关" in bare or "相关" in bare):
        return True
    return patterns["set.field"].fullmatch(bare) is not None and not re.match(r"考核|采购|责任追究", bare)


def _full(text: str) -> str:
    text = re.sub(r"人民政府(?=(?:各|有关|相关|直属|组成|工作)?(?:部门|单位|机构))", "政府", text)
    return re.sub(r"(?<!人民)(?<=[省市县区州盟旗镇乡域地级）])政府(?!有关|相关|各|直|部门|督|办|组)", "人民政府", text)


def _level(text: str, register: Register) -> str | None:
    """The level that the units of a set share: 各市（州） city, 各县（市、区） county, 各市、县 none."""
    if text.startswith(("国务院", "国家", "中央")):
        return "national"
    rest = text
    while (lead := _EACH.match(rest)) and lead.end():
        rest = rest[lead.end() :]
    if re.match(r"省(?!辖|级人民政府|级政府)|自治区", rest):
        return "province"
    if rest.startswith("城区"):
        return "county"
    if re.match(r"省级|厅(?:直|属|机关|各)", rest):
        return "province"
    if rest != text and re.fullmatch(r"地区(?:各[\u4e00-\u9fff]+)?", rest):
        return None  # 各地区: all places
    if re.match(r"(?:市场|市政)(?!府)", rest):
        return None  # the market, or works: no level
    if re.match(r"地（?市）?(?!场|政)", rest):
        return "city"
    if re.match(r"县级以上|地级以上行政", rest):
        return None
    units: list[str] = []
    at = 0
    while (unit := _UNIT.match(rest, at)) is not None:
        units.append(unit[1])
        at = unit.end()
        while at < len(rest) and rest[at] in "、（）及和或":
            at += 1
    if not units and (province := _province(rest, register)):
        return province
    if not units:
        head = re.match(r"[\u4e00-\u9fff]{2,8}?[省市县区州盟旗]", rest)
        found = read_prefix(head[0], register) if head else None
        return found.level if found and not found.zone else None
    levels = {_unit_level(unit) for unit in units}
    if "county" in levels and "city" in levels and units[0][-1] in "县区旗":
        levels.discard("city")  # 县（市、区）: cities of the rank of a county
    if units[0] == "市" and set(units) <= {"市", "州", "盟", "地区"}:
        return "city"
    return levels.pop() if len(levels) == 1 else None


def _province(text: str, register: Register) -> str | None:
    """The level of a province that a set begins with: 广西…工作领导小组成员单位."""
    found = (register.shorts.get(text[:size]) for size in (3, 2))
    return next((place.level for place in found if place is not None and place.level == "province"), None)


def _unit_level(unit: str) -> str:
    if unit.startswith("县级"):
        return "county"
    end = unit[-1]
    if unit in ("自治州", "地区"):
        return "city"
    if unit in ("自治县", "自治旗"):
        return "county"
    if unit == "自治区" or end == "省":
        return "province"
    if unit.startswith(("街", "乡", "镇")) or end in "镇乡":
        return "township"
    return "city" if end in "市州盟" else "county"


_PLACES = re.compile(
    r"(?P<first>[\u4e00-\u9fff]{2,14}(?:[、和及][\u4e00-\u9fff]{2,14})*?[、和及][\u4e00-\u9fff]{2,14}?)(?P<end>人民政府|政府|管委会|管理委员会)(?:（[^（）]*）)?$"
)


def listed_places(text: str, register: Register) -> NameReading | None:
    """Several bodies in one name: 福州、厦门市人民政府. Its members are named in full."""
    match = _PLACES.fullmatch(text)
    if not match or text.startswith(("各", "有关", "相关")):
        return None
    parts = re.split(r"[、和及]", match["first"])
    word = re.search(r"(?:市|县|区|州)$", parts[-1])
    if match["end"].endswith("政府"):
        if any(part in ("市", "县", "区", "州", "省", "旗", "乡", "镇") for part in parts):
            return None
        names = [part if part[-1] in "省市县区州旗" or not word else part + word[0] for part in parts]
        members = tuple(f"{name}人民政府" for name in names)
    else:
        members = tuple(f"{part}管理委员会" for part in parts)
    heads = [read_prefix(part, register) for part in parts]
    levels = {head.place.level if head.place else head.level for head in heads if head}
    level = levels.pop() if len(levels) == 1 and all(heads) else None
    if word and match["end"].endswith("政府") and all(part[-1] not in "县区州旗省" for part in parts):
        level = level or "city"
    full = _full(match["first"] + match["end"]).replace("管委会", "管理委员会")
    return NameReading(text, "collective", full, level, tail=full, body=f"set:{full}", how="并列名称", members=members)
