"""What a sample can be stratified by: the keys, and the values that documents and rows have of them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from raci.model.labels import BASIS_WORDS, KIND_WORDS, LEVEL_WORDS, ROLE_WORDS

__all__ = ["BY", "stratum_values"]

#: what can be stratified by → its word, whether it is the document's, the words of its values
BY: Mapping[str, tuple[str, bool, Mapping[str, str]]] = {
    "level": ("文件层级", True, LEVEL_WORDS),
    "year": ("年份", True, {}),
    "place": ("地区", True, {}),
    "format": ("文件格式", True, {}),
    "basis": ("依据", False, BASIS_WORDS),
    "role": ("角色", False, ROLE_WORDS),
    "kind": ("单位类别", False, KIND_WORDS),
    "origin": ("文字来源", False, {"text": "文件自身的文字", "ocr": "图片识别", "hand": "人工修改"}),
    "layer": ("是否计入", False, {"main": "计入", "second": "不计入"}),
}
_UNKNOWN = "不详"


def stratum_values(column: pd.Series, key: str) -> list[str]:
    """The words of a column's values by a key of ``BY``; 不详 where there is none."""
    words = BY[key][2]
    return [
        _UNKNOWN if value is None or pd.isna(value) or value == "" else words.get(str(value), str(value))
        for value in column
    ]
