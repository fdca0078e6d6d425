"""Places' own governments, congresses and committees, and zones: 灵川县政府, 市人大财经委, 抚州高新区管委会."""

from __future__ import annotations

import re

from raci.register.compiling import Register
from raci.register.name_reading import NameReading, RegisterPlace
from raci.register.prefixes import Head, read_prefix, zone_name

__all__ = ["congress", "government", "zone"]

_SEAT = re.compile(r"(人民政府|政府|行署|行政公署|街道办事处|街道办|办事处|街道|镇|乡)(?P<office>办公厅|办公室|办)?$")
_ENDS = {"政府": "人民政府", "行署": "行政公署", "街道办": "街道办事处"}
_CONGRESS = re.compile(
    r"(?P<head>[\u4e00-\u9fff]*?)(?P<body>人大常委会|人大常务委员会|人民代表大会常务委员会|人民代表大会|人大|政协委员会|政协|人民政协)(?P<rest>[\u4e00-\u9fff]{0,12})$"
)


def government(text: str, register: Register) -> NameReading | None:
    """A place's own government, or its general office."""
    match = _SEAT.search(text)
    if not match:
        return _place_alone(text, register)
    end = _ENDS.get(match[1], match[1])
    office = match["office"]
    before = text[: match.start()]
    if match[1] in ("镇", "乡", "街道"):
        if not (2 <= len(before) <= 6) or office or re.search(r"[各有相关等的、]|乡$", before):
            return None
        found = read_prefix(text, register)
        return NameReading(
            text, "local_government", f"{text}{'办事处' if match[1] == '街道' else '人民政府'}", "township",
            text, body="government", how="地方政府", place=found.place if found else None,
        )  # fmt: skip
    head: Head | None
    brackets = re.fullmatch(
        r"((?:[市县区州旗盟乡镇][、]?)*(?:（[市县区州旗特林乡镇、]+）)?(?:、?[市县区州旗乡镇])*)", before
    )
    if before and brackets and before not in ("市", "县", "区", "州", "旗", "盟", "乡", "镇"):
        levels = _bracket_levels(before)
        full = f"{before}{end}"
        return NameReading(text, "local_government", full, levels, tail=full, body=f"set:{full}", how="地方政府")
    if not before and match[1] in ("政府", "人民政府") and not office:
        return NameReading(
            text, "local_government", "人民政府", None, "", "人民政府", "government", own=False, how="地方政府"
        )
    if match[1] in ("街道办事处", "街道办"):
        full = f"{before}{end}"
        return NameReading(
            text, "local_government", full, "township", before, end, "government", own=True, how="地方政府"
        )
    if match[1] == "办事处":
        return None
    head = read_prefix(before, register)
    if head is None or head.organ or (not head.text and before) or head.zone:
        return None
    bureau = {"办": "办公厅" if head.level == "province" else "办公室", None: ""}.get(office, office)
    tail = f"{end}{bureau}"
    own = {"": "zf", "办公厅": "bgt"}.get(bureau, "bgs")
    return NameReading(
        text, "government" if bureau else "local_government", f"{head.text}{tail}", head.level, head.text, tail,
        f"government.{own}", head.word, head.place, not (head.word or not head.text),
        "地名加政府",
        candidates=tuple(f"{one.code} {register.path(one)}" for one in head.places) if len(head.places) > 1 else (),
    )  # fmt: skip


def _place_alone(text: str, register: Register) -> NameReading | None:
    """A place that stands for its government: 闵行区, 开鲁县."""
    if len(text) < 3 or (text not in register.places and not text.endswith(("县", "旗"))):
        return None
    head = read_prefix(text, register)
    if head is None or not head.named or head.zone or head.organ or head.short:
        return None
    return NameReading(
        text, "local_government", f"{head.text}人民政府", head.level, head.text, "人民政府", "government.zf", "",
        head.place, how="地名",
    )  # fmt: skip


def _bracket_levels(text: str) -> str | None:
    first = re.sub(r"[、（）]", "", text)
    if first[0] in "县区旗":
        return "county" if set(first) <= set("县区旗市特林") else None
    if set(first) <= set("市州盟"):
        return "city"
    return "township" if set(first) <= set("乡镇街道") else None


def congress(text: str, register: Register) -> NameReading | None:
    """A people's congress or consultative conference, or a part of one."""
    match = _CONGRESS.fullmatch(text)
    if not match:
        return None
    head = read_prefix(match["head"], register)
    if head is None or head.organ:
        return None
    body = match["body"].replace("人大常委会", "人大常务委员会").replace("人大", "人民代表大会")
    if "政协" in body:
        body = "政协" if body in ("政协", "人民政协") else body
    rest = match["rest"]
    if body == "人民代表大会" and rest in ("办", "办公室", "办公厅"):
        body = "人民代表大会常务委员会"
    if rest and rest not in register.congress and not re.search(r"(?:委|委员会|工委|办公[厅室]|组|室|中心)$", rest):
        return None
    full = register.congress.get(rest, rest.replace("工委", "工作委员会") if rest.endswith("工委") else rest)
    if full.endswith("委"):
        full += "员会"
    tail = f"{body}{full}"
    return NameReading(
        text, "legislative", f"{head.text}{tail}", head.level, head.text, tail, f"congress:{tail}", head.word,
        head.place, bool(head.named), "地名加人大政协",
    )  # fmt: skip


def zone(text: str, register: Register) -> NameReading | None:
    """A zone or its committee."""
    match = register.patterns["zone.managed"].fullmatch(text)
    if match:
        stem, end = match["stem"], match["end"]
        committee = end in ("管委会", "管理委员会", "管委")
        if re.match(r"有关|相关|各", stem):
            return None
        if not committee and not ((stem and zone_name(stem, register)) or re.search(r"城$|商务区$", stem)):
            return None
        if re.search(r"服务中心$|交易中心$|[局厅]$", stem):
            return NameReading(
                text, "institution", f"{stem}管理委员会", _level_of(stem), "", f"{stem}管理委员会",
                f"~{stem}管理委员会", how="按结尾判断",
            )  # fmt: skip
        full_end = {"管委会": "管理委员会", "管委": "管理委员会", "执委会": "执行委员会", "党工委": "党工委"}.get(
            end, end
        )
        spelled = _spelled(stem, register)
        head, word, level, place = _split(spelled, register)
        return NameReading(
            text, "zone", f"{spelled}{full_end}", level, head, f"{spelled[len(head):]}{full_end}",
            f"zone:{spelled[len(head):]}{full_end}", word, place, bool(spelled) and not word, "功能区",
        )  # fmt: skip
    if register.patterns["zone.alone"].fullmatch(text) and not register.patterns["zone.not"].search(text):
        spelled = text if text in register.zones else _spelled(text, register)
        return NameReading(text, "zone", spelled, _level_of(text), "", spelled, f"zone:{spelled}", how="功能区")
    return None


def _spelled(stem: str, register: Register) -> str:
    if "示范区执委会" in stem:
        return stem
    stem = stem.replace("长三角一体化示范区", "长三角生态绿色一体化发展示范区")
    for short, name in sorted(register.zones.items(), key=lambda pair: -len(pair[0])):
        if stem.endswith(short):
            return stem.removesuffix(short) + name
        if re.search(rf"{short}[\u4e00-\u9fff]{{2,6}}片区$", stem):
            return stem.replace(short, name)
    return stem


def _split(stem: str, register: Register) -> tuple[str, str, str | None, RegisterPlace | None]:
    """The level word or full place name before a zone's name."""
    for size in range(min(len(stem) - 2, 14), 0, -1):
        head = read_prefix(stem[:size], register)
        if head and not head.zone and not head.organ and (head.word or not head.short) and head.text == stem[:size]:
            if head.word and (size >= len(stem) or stem[size:] in ("管委会",)):
                continue
            if head.named and not head.place and not head.places:
                continue  # a place that the register does not know could be part of the zone's own name
            return stem[:size], head.word, head.level, head.place
    return "", "", None, None


def _level_of(stem: str) -> str | None:
    return {"省": "province", "市": "city", "州": "city", "县": "county", "区": "county"}.get(stem[:1])
