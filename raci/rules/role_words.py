"""Words that say a role by themselves, in the cells of a table: 牵头, 配合单位, and the short ones 主, 协."""

from __future__ import annotations

from raci.rules.bare_head import name_of_head
from raci.rules.bodies import like_bodies
from raci.rules.columns import NAMED, ColumnHead, read_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules
from raci.rules.pictures import without_pictures

__all__ = ["head_of_role", "role_of_word", "role_of_work", "says_role"]

_WHOLE = ("单位", "部门", "科室", "处室")
#: a head that says a role and no more has so many characters
_BARE = range(2, 5)
#: the length of a word for a role that may end like the name of a body
_SHORT_WORD = 2


def head_of_role(words: str, rules: ActiveRules | None = None) -> ColumnHead | None:
    """What a head says that is but a word for a role, as where bodies stand below it: 督办, 统筹, 审定.

    None where it says something by itself (完成, 项目), or no role.
    """
    bare = name_of_head(words)
    if len(bare) not in _BARE or read_head(bare, rules) is not None:
        return None
    head = read_head(f"{bare}单位", rules)
    return head if head is not None and head.role in NAMED else None


def role_of_word(words: str, rules: ActiveRules | None = None) -> str | None:
    """The role that a word says (配合: support); None where it says none."""
    words = without_pictures(words)
    short = lexicon_pattern("role.short").fullmatch(words)
    if short is not None:
        return short.lastgroup
    head = read_head(words if words.endswith(_WHOLE) else f"{words}单位", rules)
    return head.role if head is not None and head.role in NAMED else None


def says_role(words: str) -> bool:
    """Whether a cell is a word for a role and nothing more; the name of a body may have one in it (市建设局).

    Short words (主办, 承办) may end as names do.
    """
    if not words or (len(words) > _SHORT_WORD and like_bodies(words)[0]):
        return False
    return role_of_word(words) is not None


def role_of_work(heading: str) -> str | None:
    """The role of the bodies in the tasks that a heading stands over (牵头任务: lead); None where it says none."""
    said = lexicon_pattern("column.work-of-role").search(heading)
    return None if said is None else role_of_word(said["role"])
