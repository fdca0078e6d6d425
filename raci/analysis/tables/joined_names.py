"""Names of a cell that a plus sign or a slash joins: 甲局+乙局; FE/BE."""

from __future__ import annotations

import re
from collections.abc import Sequence

from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern

__all__ = ["names_apart"]

_PLUS = str.maketrans("+＋", "、、")
#: short names with slashes between them, apart from other words: 硕士/本科生, not API/SDK 文档组
_NAME = r"[A-Za-z\u4e00-\u9fff]{2,12}"
_SLASHED = compiled(rf"(?<![^、，,；;\s]){_NAME}(?:[/／]{_NAME})+(?![^、，,；;\s])(?! [A-Za-z\u4e00-\u9fff])")


def names_apart(words: str, roles: Sequence[str]) -> str:
    """The words of a cell, as long as they were, with a comma for lists where the names were joined.

    A slash below a head of two roles (牵头单位/配合单位) parts these.
    """
    words = words.translate(_PLUS)
    return _SLASHED.sub(_listed, words) if len(roles) == 1 and ("/" in words or "／" in words) else words


def _listed(slashed: re.Match[str]) -> str:
    """Names with a slash between them as a list of them; CI/CD is one word."""
    within = lexicon_pattern("cell.slash-within").search(slashed[0])
    return slashed[0] if within is not None else slashed[0].replace("/", "、").replace("／", "、")
