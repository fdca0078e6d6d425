"""Which signs of a duty are worth the reading of their sentence: beside the sign there stands what it asks for.

``prose.may-tell`` finds the signs in one look over a text: the last character of what may be a name before a verb, 报,
由, 应当. Half of them stand beside no body (创新中心加快…, 申报材料); a glance at the characters around them tells so.
What a sign asks for is looked up by its character.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from raci.analysis.prose.marks import HAS_MARK
from raci.analysis.prose.name_ends import may_end_firm, may_end_names
from raci.analysis.prose.places import PLACE_ENDS, asks_a_place
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern

__all__ = ["is_worth_reading"]

#: how far from a sign the words may stand that it goes together with, in characters
_REACH = 62
#: how far back the sentence may begin that a body is looked for in, in characters
_SENTENCE = 300
#: where a name may be all that stands before the verb (调查组, 设区市), or a place's
_OPEN_ENDS = f"{PLACE_ENDS}组方"
#: what a body begins with that is of a level: the partner behind 会同
_LEVELS = tuple("省市县区州国各本同")
#: what links the names of a list
_LINKS = compiled("[、和与及或]").finditer
#: where the names at the latest end that stand behind 报
_PAUSE = compiled("[，：。]").search
#: 报 behind one of these tells nobody of anything (申报, 填报): what is handed in is approved at most
_HANDED_IN = frozenset("申填预汇简情海")
#: how far the words that approve may be looked at behind the pause that they stand before, in characters
_APPROVING = 40
_NUMERALS = frozenset("一二三四五六七八九十0123456789")
_LONGEST_NUMBER = 4
#: what approves or is told names a body with one of these before it
_APPROVES = compiled("[报经请得示]").search
_TOLD = compiled("[向与报]").search
#: how the phrase before who approves may end
_BEFORE_APPROVAL = ("申请，", "同意，", "审核，", "审查，")
#: what may stand between a body and what it does with a paper: 市财政局书面同意, 市政府的审定
_BETWEEN = "性的面体题究审合并经请时期实互级即做作行与向送通上汇函"
#: what may stand before the office of whoever writes
_BEFORE_OFFICE = "。；，：、.）由和与及"
#: what may stand between the beginning of a phrase and 指导, and between a body and its guidance
_BEFORE_GUIDANCE, _OF_GUIDANCE = "，。；：、）要应当须并时将拟需必", "导督体常筹务业查和理"


def is_worth_reading(words: str, sign: int) -> bool:
    """Whether a sign, which ``prose.may-tell`` found at a place, has beside it what it asks for."""
    return _CHECKS.get(words[sign], _before_verb)(words, sign)


def _before_verb(words: str, sign: int) -> bool:
    """What may be a name's last character: a name ends with it."""
    end = sign + 1
    char, following = words[sign], words[end]
    if may_end_names(words, end):
        return not (_is_nobody(words, end) or (char == "等" and not _ends_list(words, sign)) or _is_number(words, sign))
    if char == "会" and following == "同":
        return _goes_on(words, sign)
    if char == "办" and following == "公":
        return _office(words, sign)
    if char not in _OPEN_ENDS:
        return False
    begin = _begin(words, end)
    if char in PLACE_ENDS and (asks_a_place(words, end) or HAS_MARK(words, begin, end)):
        return True
    return may_end_names(words[begin:end], end - begin)


def _is_nobody(words: str, end: int) -> bool:
    """Whether names that end at a place are a firm, say, that no name tells and that stands in no list with a body."""
    if not may_end_firm(words, end):
        return False
    begin = _phrase(words, end)
    if lexicon_pattern("prose.named-firm-hint").search(words, begin, end) is not None:
        return False
    links = [link.start() for link in _LINKS(words, begin, end)]
    if links and (end - begin >= _REACH or (words[begin - 1] == "，" and may_end_names(words, begin - 1))):
        return False  # the list may begin before what is looked at
    return not any(may_end_names(words, link) and not may_end_firm(words, link) for link in links)


def _ends_list(words: str, end: int) -> bool:
    """Whether what stands before 等 may be a name by itself: 绿色、安全等 lists none."""
    return may_end_names(words, end) or words[end - 1] in PLACE_ENDS


def _is_number(words: str, sign: int) -> bool:
    """Whether a bracket is the number that a sentence begins with: （十七）推进……"""
    opening = words.rfind("（", max(0, sign - _LONGEST_NUMBER), sign) if words[sign] == "）" else -1
    return (
        0 <= opening < sign - 1
        and (not opening or words[opening - 1] in "。；：，")
        and _NUMERALS.issuperset(words[opening + 1 : sign])
    )


def _begin(words: str, end: int) -> int:
    """Where the sentence of a place begins, or as far back as it is looked at."""
    least = max(0, end - _SENTENCE)
    return max(words.rfind("。", least, end), words.rfind("；", least, end), least - 1) + 1


def _phrase(words: str, end: int) -> int:
    least = max(0, end - _REACH)
    return (
        max(words.rfind("，", least, end), words.rfind("。", least, end), words.rfind("：", least, end), least - 1) + 1
    )


def _goes_on(words: str, sign: int) -> bool:
    """会同 without a subject: the sentence begins with it, or a later phrase, with somebody behind it."""
    if words[sign - 1] == "，" and words[sign + 2 : sign + 3] in _LEVELS:
        return True
    sentence = words[_begin(words, sign) : sign + _REACH]
    return any(lexicon_pattern(rule).match(sentence) for rule in ("prose.goes-on", "prose.with-first"))


def _office(words: str, sign: int) -> bool:
    """An office that a group has, or the one of whoever writes, with what it does: 办公室牵头，……"""
    if words[sign - 1] == "设" or words[sign + 3 : sign + 4] in ("设", "挂", "放", "（"):
        return True
    begins = not sign or words[sign - 1] in _BEFORE_OFFICE
    return begins and lexicon_pattern("prose.office-acts").match(words, sign + 3) is not None


def _always(words: str, sign: int) -> bool:
    return True


def _condition(words: str, sign: int) -> bool:
    """应当 behind a condition: there is a body in front of it."""
    if words[sign - 1] == "，" and may_end_names(words, sign - 1):
        return True
    return lexicon_pattern("prose.condition-hint").search(words, _begin(words, sign), sign) is not None


def _names_before(words: str, sign: int) -> bool:
    before = words[sign - 1]
    return before in _BETWEEN or before in PLACE_ENDS or may_end_names(words, sign)


def _approves(words: str, sign: int) -> bool:
    """批准, 审定, 同意: a body stands before it, behind 报 or 经, or behind who applied or approved before."""
    begin = _phrase(words, sign)
    follows = words[max(0, begin - 3) : begin] in _BEFORE_APPROVAL
    return (follows or _APPROVES(words, begin, sign) is not None) and _names_before(words, sign)


def _handed(words: str, sign: int) -> bool:
    """报, 抄, 告知: a body stands behind it; or before it, behind 向."""
    if lexicon_pattern("prose.handed-hint").match(words, sign):
        return words[sign - 1] not in _HANDED_IN or _is_approved(words, sign)
    return _TOLD(words, _phrase(words, sign), sign) is not None and _names_before(words, sign)


def _is_approved(words: str, sign: int) -> bool:
    """Whether somebody may approve what is handed in (申报市科技局审批): the word stands before the next pause."""
    pause = _PAUSE(words, sign)
    end = pause.start() if pause is not None else len(words)
    approves = lexicon_pattern("prose.approve-after").search(words, sign + 1, end + _APPROVING)
    return approves is not None and approves.start() < end


def _noticed(words: str, sign: int) -> bool:
    """通知: a body stands behind it; not 关于……的通知."""
    return lexicon_pattern("prose.inform-before").match(words, sign) is not None


def _filed(words: str, sign: int) -> bool:
    """备案: behind 向 and a body, or behind 报 and a body, which is a sign itself."""
    return _TOLD(words, _phrase(words, sign), sign) is not None and _names_before(words, sign)


def _guides(words: str, sign: int) -> bool:
    """指导, 监督, 督促: a phrase begins with it, or a body stands before it, behind 在 or 接受."""
    if words[sign] == "指" and words[sign + 1] != "导":
        return _before_verb(words, sign)  # 市防指负责
    before = words[sign - 1]
    return (
        before in _BEFORE_GUIDANCE
        or before in _BETWEEN
        or before in _OF_GUIDANCE
        or before in PLACE_ENDS
        or may_end_names(words, sign)
    )


_CHECKS: Mapping[str, Callable[[str, int], bool]] = {
    "牵": _always,
    "由": _always,
    "应": _condition,
    "必": _condition,
    "须": _condition,
    "报": _handed,
    "抄": _handed,
    "告": _handed,
    "通": _noticed,
    "备": _filed,
    "审": _approves,
    "批": _approves,
    "同": _approves,
    "确": _approves,
    "研": _approves,
    "提": _always,
    "请": _always,
    "监": _guides,
    "督": _guides,
    "指": _guides,
}
