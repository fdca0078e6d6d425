"""The Chinese words that tables and pictures share for the values of ``raci.model``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from raci.model.roles import ROLE_TYPES

__all__ = ["BASIS_WORDS", "KIND_GROUPS", "KIND_WORDS", "LEVEL_WORDS", "ROLE_WORDS", "UNASSIGNED"]

#: role → the word that a table shows
ROLE_WORDS: Mapping[str, str] = MappingProxyType({role.key: role.word for role in ROLE_TYPES})

#: basis → the word that a table shows
BASIS_WORDS = MappingProxyType({"annotation": "标注", "table": "表格", "inherited": "沿用", "prose": "行文"})

#: what stands where a task names nobody
UNASSIGNED = "（未标注）"

#: kind of a body → the word that a table shows
KIND_WORDS = MappingProxyType(
    {
        "government": "政府部门",
        "party": "党委机构",
        "vertical": "垂直管理机构",
        "legislative": "人大政协",
        "judicial": "法院检察院",
        "mass": "群团组织",
        "enterprise": "企业",
        "institution": "事业单位",
        "office": "内设机构",
        "local_government": "地方政府",
        "collective": "集合名称",
        "zone": "功能区",
        "military": "军事机关",
        "person": "个人",
        "unknown": "未识别",
    }
)

#: kinds whose bodies stand apart from the levels → the group in which they stand
KIND_GROUPS: Mapping[str, str] = MappingProxyType(
    {"enterprise": "企业", "local_government": "地方", "zone": "地方", "collective": "集合名称"}
)

#: level of a body → the word that a table shows
LEVEL_WORDS = MappingProxyType({"national": "国家", "province": "省", "city": "市", "county": "县", "township": "乡镇"})
