"""Names that a line's end cuts, behind a label or in a cell: 责任单位：市住房和城乡建设 ⏎ 局、市财政局."""

from __future__ import annotations

import re

from raci.readers.tables.paragraph_starts import has_colon, starts_paragraph, starts_with_label
from raci.readers.tables.text_lines import is_chinese
from raci.readers.tables.wrapped_names import is_rest
from raci.rules.bodies import is_one_body
from raci.rules.cell_content import cell_content
from raci.rules.lexicon import lexicon_pattern

__all__ = ["cuts_cell_name", "cuts_name", "ends_with_labelled_name"]

_PART = re.compile(r"[、，,；;：:。（）()\s]+")
#: the longest end of a name that stands at the beginning of a line, in characters
_LONGEST_END = 8
#: no name is longer, in characters
_LONGEST_NAME = 60


def _is_labelled(paragraph: str) -> bool:
    """Whether a line begins with a label, or its last sentence does: 1.新建水厂。责任单位：市水 ⏎ 利局."""
    return starts_with_label(paragraph) or starts_with_label(paragraph, paragraph.rfind("。") + 1)


def cuts_name(paragraph: str, following: str) -> bool:
    """Whether the last name of a labelled line ends at the beginning of the next one: neither part is one by itself."""
    if not is_chinese(paragraph[-1]) or not is_chinese(following[0]) or not has_colon(paragraph):
        return False
    if not _is_labelled(paragraph) or starts_paragraph(following):
        return False
    begun, end = _PART.split(paragraph[-_LONGEST_NAME:])[-1], _PART.split(following[:_LONGEST_NAME])[0]
    if len(end) > _LONGEST_END or is_one_body(end) or not is_one_body(begun + end):
        return False
    # 县农业农村 may be read as a village: a single character behind it is the end of a name all the same
    return len(end) == 1 or not is_one_body(begun)


def ends_with_labelled_name(paragraph: str) -> bool:
    """Whether a line ends with a whole name behind a label: 责任单位：市财政局 above 特此通知, 责任人→李某."""
    if not has_colon(paragraph):
        paragraph = lexicon_pattern("label.dashed").sub("：", paragraph)
    if not has_colon(paragraph) or not _is_labelled(paragraph):
        return False
    last = _PART.split(paragraph[-_LONGEST_NAME:])[-1]
    return is_one_body(last) or cell_content(last).kind == "person"


def cuts_cell_name(before: str, after: str) -> bool:
    """Whether a line in a cell begins with the rest of the name that the one before ends with: 县委宣 ⏎ 传部."""
    if not before or not after or not is_rest(before, after):
        return False
    begun, end = _PART.split(before)[-1], _PART.split(after)[0]
    return not is_one_body(begun) and is_one_body(begun + end)
