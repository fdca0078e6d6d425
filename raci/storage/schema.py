"""The JSON schemas of the tables, their enumerations taken from the declared values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any, get_args

from raci.model.findings import SEVERITIES
from raci.model.labels import BASIS_WORDS, KIND_WORDS, LEVEL_WORDS, ROLE_WORDS
from raci.model.roles import ROLE_TYPES, Basis, Origin
from raci.model.work_groups import POSITION_WORDS, POSITIONS
from raci.storage.rows import LAYERS

__all__ = ["TABLES", "VALUE_WORDS", "table_schema"]

#: the tables that have a schema: an object a row
TABLES = (
    *("row", "task", "document", "membership", "finding", "diff"),
    *("issuer", "failure", "duplicate", "input"),
)

#: key of a table → what its values mean, where the values are declared
VALUE_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "role": ROLE_WORDS,
        "basis": BASIS_WORDS,
        "kind": KIND_WORDS,
        "level": LEVEL_WORDS,
        "origin": MappingProxyType({"text": "文件自身的文字", "ocr": "图片识别", "hand": "人工修改"}),
        "layer": MappingProxyType({"main": "计入", "second": "不计入"}),
        "position": POSITION_WORDS,
        "severity": MappingProxyType({key: severity.word for key, severity in SEVERITIES.items()}),
        "step": MappingProxyType({"list": "列出输入", "read": "读取", "analyse": "分析"}),
    }
)


#: the tables whose ``kind`` is that of a body; a document, a change has another sort of kind
_WITH_BODIES = frozenset(("row", "issuer"))


def table_schema(table: str) -> dict[str, Any]:  # Any: a JSON schema nests without end
    """The schema of a row of one of ``TABLES`` (``raci/data/schemas/TABLE.schema.json``).

    The file holds the keys and what they mean, ``unit`` that of a number. What a key may hold is taken from the
    declared values, so that a schema knows a role as soon as it is declared; a test holds the files to the same.
    """
    text = (files("raci") / "data" / "schemas" / f"{table}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)  # Any: as above
    properties = schema["properties"]
    if table == "row":
        words = "，".join(f"{role.key} {role.word}" for role in ROLE_TYPES)
        properties["role"] = {
            "description": f"原文写明的角色：{words}；没有写明责任单位为 null",
            "enum": [*(role.key for role in ROLE_TYPES), None],
        }
        properties["basis"]["enum"] = [*get_args(Basis), None]
        properties["origin"]["enum"] = list(get_args(Origin))
        properties["layer"]["enum"] = list(LAYERS)
    if table in _WITH_BODIES:
        properties["kind"]["enum"] = [*KIND_WORDS, None]
    if "level" in properties:
        properties["level"]["enum"] = [*LEVEL_WORDS, None]
    if "severity" in properties:
        properties["severity"]["enum"] = list(SEVERITIES)
    if "enum" in properties.get("position", {}):  # in a group; that of an issuer is a number
        properties["position"]["enum"] = list(POSITIONS)
    return schema
