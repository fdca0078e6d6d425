"""Enterprises, institutions and societies by what they are called: …公司, …中心, …大学, …协会."""

from __future__ import annotations

import re

from raci.register.book import Register
from raci.register.heads import Head, read_head
from raci.register.values import Reading

__all__ = ["by_ending", "firm"]

_RAIL = re.compile(r"(?:中国铁路|国铁|中铁)(?P<place>[\u4e00-\u9fff]{2,5})局(?:集团)?(?:有限公司|公司)?$")
_GRID = re.compile(r"(?:国网|国家电网(?:公司)?)(?P<rest>[\u4e00-\u9fff]{2,24}(?:公司|局))$")
_ENDINGS: tuple[tuple[str, str], ...] = (
    ("enterprise", r"(?:铁路局|公司|集团|银行|控股|燃气|证券|保险|铁塔|陆港|自来水厂|电厂|车站|火车站|高铁西站|[东南西北]站|机场|商行|电网|供电局|供电所|集团总部|分行|支行|联社|国企)$"),
    ("judicial", r"(?:人民法院|法院|法庭|人民检察院|检察院|中院|高院)$"),
    ("mass", r"(?:总工会|工会|协会|学会|商会|联合会|基金会|促进会|联谊会|研究会|工商联|妇联|残联|科协|团委|团[省市县区州]委|慈善会|总商会|红十字会)$"),
    ("military", r"(?:人武部|人民武装部|军分区|警备区|省军区|战备建设局|武警[\u4e00-\u9fff]{2,8}|部队)$"),
    ("institution", r"(?:中心|大学|学院|党校|学校|中学|小学|幼儿园|医院|研究院|研究所|科学院|设计院|监测站|总站|监督站|站|馆|所|报社|电视台|广播电视台|出版社|实验室|校|仲裁委|仲裁委员会|交易所|窗口|服务大厅|基地|院|管理部|办事处|研究总院|推广站|服务队|气象台|部队医院|福利院|分中心)$"),
    ("party", r"(?:党组|党委|党支部|党总支|机关党委|机关纪委|纪委监委|纪检监察组|纪检组|工委|巡察组)$"),
    ("government", r"(?:领导小组|指挥部|联席会议|协调小组|工作小组|专班|工作组|专项小组|专责小组|委员会|厅|局|总队|支队|大队|监察支队|秘书处|督查室|组委会|协调机制|工作机制|管理处|事务处|办公室|联席会议办公室|领导小组办公室)$"),
    ("government", r"[\u4e00-\u9fff]{2,}(?:委|办)$"),
)  # fmt: skip
#: a group that is called by its work: 推进政府职能转变和“放管服”改革协调小组办公室
_GROUP = re.compile(
    r".*(?:领导小组|协调小组|联席会议|指挥部|专班|工作组|工作小组|专项小组|协调机制|委员会)(?:办公室|办|秘书处)?$"
)
#: what is said of work, not of a body
_PROSE = re.compile(
    r"^(?:结合|具有|发放|增加|方便|适度|遵循|持续|坚持|全面|大力|集约|分级|创新和|布局|项目布局)|[的了吗呢把被让使]|万元|以上|以下|推进|推动|完成|落实|加强|强化|健全|完善|开展|提升|提高|优化(?!办|营商|提升|经济)|实现|确保|严格|严控|逐步|继续|积极|扩大|鼓励|引导|应急储气|按进度|关于|举办|未明确|不再|重复"
    r"|困难|问题(?!专项)|决策部署|要求|指标|免责|联系|电话|传真|原则|年底|目标|情况|范围|[0-9]{2,}(?!345)|时限|统筹|保障农民|进入|达到|争取|新增|位于|排名|支持|对接|发挥|给予|利用|如有|如果|并联"
)


def firm(text: str, register: Register) -> Reading | None:
    """An enterprise whose brand the register holds: 国铁郑州局集团, 国开行福建省分行, 中国移动福建公司, 国网杭州供电公司."""
    rail = _RAIL.fullmatch(text)
    if rail:
        full = f"中国铁路{rail['place']}局集团有限公司"
        return Reading(text, "enterprise", full, None, "", full, f"e-guotie:{rail['place']}", how="企业名称")
    grid = _GRID.fullmatch(text)
    if grid:
        rest = grid["rest"].removesuffix("分公司") + "公司" if grid["rest"].endswith("供电分公司") else grid["rest"]
        head = _lead(rest, register)
        full = f"国网{rest}"
        return Reading(
            text, "enterprise", full, head.level if head else None, head.text if head else "", full,
            f"e-guowang:{rest}", place=head.place if head else None, how="企业名称",
        )  # fmt: skip
    for brand in register.brands:
        for short in brand.shorts:
            if not text.startswith(short):
                continue
            for unit in sorted(brand.units, key=len, reverse=True):
                rest = text.removeprefix(short)
                if rest.endswith(unit) and len(rest) > len(unit):
                    where = rest.removesuffix(unit)
                    where = (
                        where.removesuffix("省") if "有限公司" in brand.name and "集团{" not in brand.name else where
                    )
                    head = read_head(where, register)
                    if head is None and len(where) > 5:
                        continue
                    return Reading(
                        text, "enterprise", brand.name.replace("{place}", _where(brand.name, where, head)),
                        head.level if head else None, head.text if head else where, brand.name, brand.id,
                        place=head.place if head else None, how="企业名称",
                    )  # fmt: skip
    return None


def _where(name: str, written: str, head: Head | None) -> str:
    """Banks' branches are named with 省 and 市, telecoms' with 省 left out where it was."""
    return written if "分行" in name or head is None else written


def _lead(text: str, register: Register) -> Head | None:
    for size in range(min(len(text) - 2, 8), 0, -1):
        head = read_head(text[:size], register)
        if head is not None and not head.organ and not head.zone and (head.word or head.place):
            return head
    return None


def by_ending(text: str, register: Register) -> Reading | None:
    """A body that no table holds, told by its ending; None for what reads like prose."""
    said = _GROUP.sub("", re.sub(r"12[0-9]{3}", "", text))
    if _PROSE.search(said) or len(text) > 40 or re.search(r"[，。；：？！+=<>@#|/\\{}]", text):
        return None
    if re.search(r"[（）“”]", text) and re.sub(r"（[^（）]*）|“[^“”]*”", "", text).count("“"):
        return None
    for kind, pattern in _ENDINGS:
        ending = re.search(pattern, text)
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
        ):
            return None
        if len(stem) < 2:
            return None
        level = head.level if head else None
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
        return Reading(
            text, kind, f"{text_head}{full}", level, text_head, full, f"~{full}", head.word if head else "",
            head.place if head else None, own=named or not head, how="按结尾判断",
        )  # fmt: skip
    return None


def _long(stem: str, register: Register) -> str:
    """The full ending: 委 → 委员会, 办 → 办公室; and what is short in front of it where it is made of known duties."""
    for short, full in (("领导小组办", "领导小组办公室"), ("委", "委员会"), ("办", "办公室")):
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
