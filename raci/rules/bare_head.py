"""The words of a head of a column, without what stands beside them and says nothing."""

from __future__ import annotations

from raci.model.pattern_codes import compiled
from raci.rules.pictures import PICTURES
from raci.rules.traditional import as_simplified

__all__ = ["BESIDE", "REMARK", "bare_head", "name_of_head"]

_BLANK, _SIGN = r"\s\u3000:：∶|", rf"▲△▼▽◆◇■□●○★☆※＊*{PICTURES}"
#: what may stand in a head or beside it and says nothing
BESIDE = _BLANK + _SIGN
#: blanks in a head and signs before and behind it (责 任 单 位：, ▲牵头单位), not those that its remark speaks of
_BESIDE = compiled(rf"^[{BESIDE}]+|(?<![{BESIDE}])[{BESIDE}]+$|[{_BLANK}]+")

#: a remark in brackets: 完成时限（2026年）
REMARK = compiled(r"[（(〔\[【［]([^（）()〔〕\[\]【】［］]*)[)）〕\]】］]")
#: what a head says once more in Latin letters, below or behind it: 牵头单位 Lead Dept
_TRANSLATED = compiled(r"(?<=[\u4e00-\u9fff）)])\s+[A-Za-z][A-Za-z .,/&()-]*$")

#: a head over several, which a program writes before each of them: 责任分工.牵头单位
_OVER = compiled(r"^[\u4e00-\u9fff]{2,8}[.．](?=[\u4e00-\u9fff])")


def bare_head(text: str) -> str:
    """The words of a head without blanks, the signs beside it and the head over it, in simplified characters.

    A sign alone stays.
    """
    return as_simplified(_OVER.sub("", _BESIDE.sub("", text))) or text.strip()


def name_of_head(text: str) -> str:
    """The words of a head as ``bare_head`` has them, without its remarks and its translation."""
    return bare_head(REMARK.sub("", _TRANSLATED.sub("", text))) or bare_head(text)
