"""Places that share the ending of the names behind them: 各市、县人民政府; 沧州市、衡水市生态环境局."""

from __future__ import annotations

from raci.analysis.prose.name_ends import BRACKETS
from raci.model.late_patterns import late_pattern
from raci.model.pattern_codes import compiled

__all__ = ["is_level", "shares_end"]

_PLACE_LEVEL = (
    r"(?:省|自治区|自治州|直辖市|计划单列市|设区市|地级以上市|地级市|市|区|县|旗|州|乡|镇|街道|新区|盟"
    r"|市州|区县|县区|市县|县市|县市区|旗县|旗县区)(?:[（(][^（）()]{1,10}[）)])?"
)
_PLACES = late_pattern(rf"(?:所[属在辖]+)?(?:各|有关|相关|本|全)?{_PLACE_LEVEL}(?:[、和及]{_PLACE_LEVEL})*(?:级)?")
#: what stands up to the next link
_NEXT = compiled("(?:[^、和及与（]|（[^（）]*）)+")
#: the levels of governments, the highest first: a place shares its ending with those below it
_LEVELS = "国省市州县区旗乡镇街"
_LEVEL = late_pattern(
    r"(?:各|有关|相关)?(?:省|市|区|县|旗|州|乡|镇|街道|盟|不?设区|地级|自治|直辖|村|社区|（|计划单列|新疆(?:生产建设)?兵团|开发区(?=（|[一-龥]{2,8}(?:部门|局|办)$))"
)
_PLACE = late_pattern(r"(?!各|有关|相关|所有|全)[一-龥]{1,6}?(?:新区|市|县|区|州|盟|旗)")
_DISTRICT = late_pattern(
    r"(?!各|有关|相关|所有|全|开发|高新|园|新区)[一-龥]{1,4}?区[一-龥、]*?(?:部门|政府|机关|[局委])"
)


def is_level(words: str) -> bool:
    """Whether words are levels of places: 各市、县（区）."""
    return _PLACES.fullmatch(words) is not None


def shares_end(bare: str, words: str, rest: int) -> bool:
    """Whether what stands before a link is part of the name that goes on at ``rest``."""
    return _goes_on(bare, words, rest) or _shares_ending(bare, words, rest)


def _goes_on(bare: str, words: str, rest: int) -> bool:
    """Whether a level goes on in what stands from ``rest`` on (各市、县人民政府), rather than others (各市、某新区)."""
    if bare.endswith("设区市"):
        # 各设区市、某综合实验区经信部门: what follows is the rest of it; 各设区市、某综合实验区: it is another
        following = _NEXT.match(words, rest)
        return following is None or not following[0].endswith(("区", "市", "县"))
    if _PLACES.fullmatch(bare) is None:
        return False
    if (level := _LEVEL.match(words, rest)) is None:
        # 市、县（市）、上河区房产管理部门: a district in a row of levels
        return bare[0] in _LEVELS and "、" in bare and _DISTRICT.match(words, rest) is not None
    # 各区县和市政府有关部门: what is of a higher level is another's
    outside = BRACKETS.sub("", bare)  # 各县（市）: that city is of a county's level
    highest = min((_LEVELS.find(char) for char in outside if char in _LEVELS), default=0)
    return _LEVELS.find(level[0][-1]) >= highest or level[0][-1] not in _LEVELS


def _shares_ending(bare: str, words: str, rest: int) -> bool:
    """Whether a place shares the ending of those behind it, from ``rest`` on: 沧州市、衡水市生态环境局."""
    return _PLACE.fullmatch(bare) is not None and _PLACE.match(words, rest) is not None
