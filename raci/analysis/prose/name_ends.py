"""What names of bodies end with: a quick look for the names before a verb, as most words end otherwise."""

from __future__ import annotations

from functools import lru_cache

from raci.analysis.prose.general_names import ends_with_general_name
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern, lexicon_words
from raci.rules.word_tables import word_endings

__all__ = [
    "BRACKETS",
    "FIRMS",
    "OPEN_ENDS",
    "ends_like_body",
    "ends_list",
    "holds_other_words",
    "is_nobody",
    "is_short_name",
    "may_end_firm",
    "may_end_names",
]

#: what names of firms and the like end with
FIRMS = frozenset(("企业", "公司", "集团", "单位", "个人", "机构", "媒体", "学校"))
#: the last characters of lists that end otherwise than names do (等, 等地方, 等方面), and of brackets
OPEN_ENDS = ("等", "方", "面", "体", "织", "）", "")
BRACKETS = compiled(r"(?:[（][^（）]*[）])+$")
_QUOTED = compiled("“[^“”]{1,20}”")
#: the longest ending of a name, with what stands before it, in characters
_LONGEST_END = 20
#: so long are most of them, looked at first, and names that are short
_USUAL_END, _SHORTEST_NAME = 4, 2
#: so many characters tell whether a name ends with them, but where a list of places or a longer word may end
_TOLD_BY, _LONG_ENDS = 4, frozenset("）社市区县省州旗会方议学校")
#: so many tell whether it is one of nobody
_LONGEST_NOBODY = 12
_CLOSERS = "）)〕］]】〉”"
#: so many endings are remembered: nine of ten recur
_MOST_KNOWN = 16_384


def may_end_names(words: str, end: int) -> bool:
    """Whether names may end at a place in some words, wherever they begin: a quick look for ``names_in``."""
    if _may_end(words[end - _TOLD_BY : end] if end > _TOLD_BY else words[:end]):
        return True
    return words[end - 1 : end] in _LONG_ENDS and ends_like_body(words[max(0, end - _LONGEST_END) : end])


def may_end_firm(words: str, end: int) -> bool:
    """Whether a name that ends at a place is a firm's, say, which is given no duties unless it stands by its name."""
    return words[max(0, end - 2) : end] in FIRMS and is_nobody(words[max(0, end - _LONGEST_NOBODY) : end])


@lru_cache(maxsize=_MOST_KNOWN)
def _may_end(words: str) -> bool:
    """Whether names may end as some words do; these are so short that most recur."""
    if words[-1:] in OPEN_ENDS or words[-_SHORTEST_NAME:] in lexicon_words("prose.alone"):
        return True
    if words[-2:] in FIRMS or is_short_name(words[-_SHORTEST_NAME:]) or ends_like_body(words):
        return True
    return ends_with_general_name(words)


def ends_list(words: str) -> bool:
    """Whether the last of several names, before 等, is one by itself: a body, or a firm that has a name."""
    return ends_like_body(words) or (
        words[-2:] in FIRMS and lexicon_pattern("prose.named-firm").search(words) is not None
    )


def holds_other_words(words: str) -> bool:
    """Whether words that end like a name are a sentence's: 配合市教育局.

    A group may bear the name of a campaign (市打击治理违法采砂工作联席会议) or of a plan (“智造2030”计划领导小组).
    """
    named = _QUOTED.sub("〇", words) if "“" in words else words
    holds = lexicon_pattern("prose.not-in-name").search(named) is not None
    return holds and lexicon_pattern("prose.group-of-a-campaign").fullmatch(words) is None


@lru_cache(maxsize=_MOST_KNOWN)
def is_nobody(words: str) -> bool:
    return word_endings("prose.toml", "no_doers").end(words)


def ends_like_body(words: str) -> bool:
    """Whether words end like the name of a body, with or without a bracket behind them."""
    if len(words) < 3:
        return is_short_name(words)
    if words[-1] not in lexicon_words("prose.last-of-name"):
        return False
    if _is_ending(words[-_USUAL_END:]) or (len(words) > _USUAL_END and _is_longer_ending(words[-_LONGEST_END:])):
        return True
    return words[-1] in _CLOSERS and _is_ending(BRACKETS.sub("", words)[-_LONGEST_END:])


@lru_cache(maxsize=_MOST_KNOWN)
def _is_ending(words: str) -> bool:
    return word_endings("prose.toml", "doer_endings").end(words)


def _is_longer_ending(words: str) -> bool:
    """The same of words whose last characters were looked at (``_is_ending``): they seldom recur."""
    return word_endings("prose.toml", "doer_endings").end(words, _USUAL_END)


@lru_cache(maxsize=_MOST_KNOWN)
def is_short_name(words: str) -> bool:
    return lexicon_pattern("prose.short-name").fullmatch(words) is not None
