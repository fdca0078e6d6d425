"""What a coder may choose, and the columns and sheets of the workbook of a sample."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = [
    "CHOICES",
    "CODERS",
    "FOUND",
    "ID",
    "KIND",
    "MISSED",
    "MISSING",
    "NONE_MISSING",
    "RIGHT",
    "SHEETS",
    "SPARE",
    "choice_of",
]

RIGHT, MISSING, NONE_MISSING = "对", "漏", "无漏"
#: choice → what it means; the first five are of what was found
CHOICES: Mapping[str, str] = MappingProxyType(
    {
        RIGHT: "单位、角色、任务都对",
        "单位错": "单位不对：多字、少字、不是这个单位",
        "角色错": "单位对，角色不对（牵头、责任、配合、指导等）",
        "任务错": "单位和角色对，但不是这项任务的",
        "不是分工": "原文没有这样分工",
        MISSING: "原文有而没有查出（只用于“查全”表的空行）",
        NONE_MISSING: "没有漏（只用于“查全”表的空行）",
    }
)
#: other ways in which people write the choices
_ALSO = {
    "√": RIGHT, "✓": RIGHT, "正确": RIGHT, "是": RIGHT, "right": RIGHT, "y": RIGHT, "1": RIGHT,
    "wrong body": "单位错", "单位不对": "单位错", "wrong role": "角色错", "角色不对": "角色错",
    "wrong task": "任务错", "任务不对": "任务错", "not an assignment": "不是分工",
    "missing": MISSING, "漏判": MISSING, "none missing": NONE_MISSING, "无": NONE_MISSING, "没有": NONE_MISSING,
}  # fmt: skip
#: the columns of the coders, and the one in which they agree in the end
CODERS = ("编码员甲", "编码员乙", "定稿")
ID = "编号"
#: the sheets: how to judge, rows, clauses, and what was drawn (hidden)
SHEETS = ("说明", "查准", "查全", "底稿")
#: the column that says what a line of the clauses is, and its values
KIND, FOUND, MISSED = "行", "查出", "漏判？"
#: lines for what is missing in a clause, below what was found
SPARE = 3


def choice_of(written: str) -> str | None:
    """The choice that a coder wrote; empty for nothing, None for a word that is none."""
    word = "".join(written.split()) if not written.isascii() else " ".join(written.split()).lower()
    if not word or word in CHOICES:
        return word
    return _ALSO.get(word)
