"""Sets of bodies: 各市州, 市有关部门, 属地政府, 联席会议成员单位; and several places that share one ending."""

from __future__ import annotations

import re

from raci.register.book import Register
from raci.register.heads import read_head
from raci.register.values import Reading

__all__ = ["collective", "listed_places"]

_NOUN = (
    r"(?:部门|单位|机构|企业|处室|科室|厅局|司局|委办局|高校|院校|院所|学校|大学|医院|银行|公司|平台|运营商|政府|组织|团体|协会|园区|开发区|平台公司|服务商"
    r"|法院|检察院|窗口|板块|专班|主体|作用|街道|乡镇|镇街|镇办|城区|地区|地方|[省市县区州盟旗镇乡])"
)
_START = re.compile(
    r"各|有关|相关|属地|所属|所在|地方|全[国省市县区州]|他|其他|其它|本级|涉|驻|辖区|沿线|特定|项目所在|履行|履职|具体|责任|牵头|配合|承办|主办|参与|基层|直属|各级|试点|国内|重点产业|全体|辅办|国家级|相应|工改|十五运会"
)
#: what makes a set wherever it stands
_INSIDE = re.compile(
    r"(?:各|有关|相关|直属|直|级|属|管|涉|驻|主管|行业主管|监管|成员|责任|牵头|配合|协办|承办|所在|政府|执法|职能|工作|审批|许可|进驻|行政|业务|公用|服务|运营|经营|燃气|国有平台|协调|中介|商业)"
    r"[\u4e00-\u9fff“”、（）]{0,14}?(?:部门|单位|机构|企业|处室|科室|厅局|院校|院所|高校|运营商|开发区|园区|银行)(?:（[^（）]*）)?$"
)
_MEMBERS = re.compile(
    r"(?:成员单位|牵头部门|牵头单位|责任单位|责任部门|主管部门|监管部门|执法部门|职能部门|链主企业|链长单位|成员)$"
)
_BARE = frozenset(
    "地方 各地 高校 科研院所 责任单位 牵头单位 配合单位 有关部门 相关部门 金融机构 地市 市州 县区 县市区 市县区 区县 市县 乡镇 镇街 乡镇街道 街道乡镇 企业 园区 功能板块 "
    "商业银行 高等院校 科研机构 医疗机构 新闻媒体 行业协会 属地 全省 全市 全县 全区 主管部门 相关地区 行业主管部门 职能部门 水利部门 商务部门 药监部门 烟草部门 "
    "应急部门 消防救援部门 城管执法部门 生态环境部门 市场监管部门 行政执法部门 乡镇或街道 直属事业单位 公办小学 公办初中 乡镇街道办事处 县级政府 省级政府 市级政府 省级人民政府 "
    "县级人民政府 市级人民政府 县级以上人民政府 各级 科研单位 事业单位 各单位 银行 通信运营商 电信运营企业 基础电信企业 供电公司".split()
)
#: department of a field, at no level: 发展改革部门, 市场监管部门
_FIELD = re.compile(r"[\u4e00-\u9fff、]{2,14}(?:主管部门|监管部门|管理部门|执法部门|行政部门|部门)$")
_LEVELS = (
    ("province", re.compile(r"(?:各|有关|相关)?(?:省|自治区)(?![辖内会城])")),
    ("city", re.compile(r"(?:设区(?:的)?|设)?(?:市|州|盟|地区|地市)")),
    ("county", re.compile(r"[县区旗]")),
    ("township", re.compile(r"乡|镇|街道")),
)
_EACH = re.compile(r"各级?|有关|相关|项目所在地?|所在地?|全|其他|属地|驻|中|他|涉及的?|城区|及")
_COUNTY = re.compile(r"[县区旗](?:[、（(]?(?:自治县|自治旗|[县市区旗特林])[、）)]?)*")
_UNIT = re.compile(
    r"((?:地级以上|设区(?:的)?|省辖|地级|县级|市辖|直管|设)?(?:自治州|自治县|自治旗|自治区|地区|街道办事处|街道办|街道|乡镇|镇街|[省市县区州盟旗镇乡]))"
)


def collective(text: str, register: Register) -> Reading | None:
    """The set that ``text`` names, or None."""
    bare = re.sub(r"（[^（）]*）", "", text)
    ends = re.search(_NOUN + r"$", bare) is not None
    if text in _BARE or bare in _BARE:
        pass
    elif bare in ("单位", "部门", "机构"):
        return None
    elif text.startswith("各") and len(bare) > 1 and _named_rest(bare):
        pass
    elif re.search(r"[\u4e00-\u9fff]各[\u4e00-\u9fff]", bare) and _named_rest(bare):
        pass
    elif _START.match(bare) and ends:
        pass
    elif _MEMBERS.search(bare) and len(bare) > 5:
        pass
    elif re.search(r"等(?:[\u4e00-\u9fff]{0,8})(?:部门|单位|机构|企业)$", bare):
        pass
    elif _INSIDE.search(bare) and (_starts_with_level(bare) or "有关" in bare or "相关" in bare):
        pass
    elif _FIELD.fullmatch(bare) and not re.match(r"考核|采购|责任追究", bare):
        pass
    else:
        return None
    full = _full(text)
    return Reading(
        text, "collective", full, _level(bare, register), tail=full, body=f"set:{full}", own=True, how="集合名称"
    )


def _named_rest(text: str) -> bool:
    return (
        re.search(
            _NOUN + r"$|办事处$|[局厅委会办处室院校所站心行社署]$|体$|地$|方$|人民政府$|者$|企业家$|机制$|小组$", text
        )
        is not None
    )


def _starts_with_level(text: str) -> bool:
    return (
        re.match(
            r"(?:中?[省市县区州盟旗厅局委]|自治区|国务院|国家|示范区|高新区|开发区|园区|基层|12345|\S{2,6}?[省市县区州])",
            text,
        )
        is not None
    )


def _full(text: str) -> str:
    text = re.sub(r"(?<!人民)(?<=[省市县区州盟旗镇乡域地级）])政府(?!有关|相关|各|直|部门|督|办|组)", "人民政府", text)
    return text


def _level(text: str, register: Register) -> str | None:
    """The level that the units of a set share: 各市（州） city, 各县（市、区） county, 各市、县 none."""
    if text.startswith("国务院") or text.startswith("国家") or text.startswith("中央"):
        return "national"
    rest = text
    while (lead := _EACH.match(rest)) and lead.end():
        rest = rest[lead.end() :]
    if re.match(r"省(?!辖|级人民政府|级政府)|自治区", rest):
        return "province"
    if re.match(r"省级", rest):
        return "province"
    if re.match(r"县级以上|地级以上行政", rest):
        return None
    units: list[str] = []
    at = 0
    while (unit := _UNIT.match(rest, at)) is not None:
        units.append(unit[1])
        at = unit.end()
        while at < len(rest) and rest[at] in "、（）及和或":
            at += 1
    if not units:
        head = re.match(r"[\u4e00-\u9fff]{2,8}?[省市县区州盟旗]", rest)
        found = read_head(head[0], register) if head else None
        return found.level if found and not found.zone else None
    levels = {_unit_level(unit) for unit in units}
    if "county" in levels and "city" in levels and units[0][-1] in "县区旗":
        levels.discard("city")  # 县（市、区）: cities of the rank of a county
    if units[0] == "市" and set(units) <= {"市", "州", "盟", "地区"}:
        return "city"
    if units[0] == "城" or rest.startswith("城区"):
        return "county"
    return levels.pop() if len(levels) == 1 else None


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
    if unit.startswith(("街道", "乡", "镇")) or end in "镇乡":
        return "township"
    return "city" if end in "市州盟" else "county"


_PLACES = re.compile(
    r"(?P<first>[\u4e00-\u9fff]{2,14}(?:[、和及][\u4e00-\u9fff]{2,14})+?)(?P<end>人民政府|政府|管委会|管理委员会)(?:（[^（）]*）)?$"
)


def listed_places(text: str, register: Register) -> Reading | None:
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
    heads = [read_head(part, register) for part in parts]
    levels = {head.level for head in heads if head}
    level = levels.pop() if len(levels) == 1 and all(heads) else None
    if word and match["end"].endswith("政府") and all(part[-1] not in "县区州旗省" for part in parts):
        level = level or "city"
    full = _full(match["first"] + match["end"]).replace("管委会", "管理委员会")
    return Reading(text, "collective", full, level, tail=full, body=f"set:{full}", how="并列名称", members=members)
