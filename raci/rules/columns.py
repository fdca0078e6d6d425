"""Which words head columns, and which of them together head a table of tasks."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from raci.rules.bare_head import name_of_head
from raci.rules.cell_content import cell_content
from raci.rules.column_heads import NAMED, ColumnHead, HeadRules, is_too_long
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules, active_rules
from raci.rules.values import Rule

__all__ = [
    "NAMED",
    "SAYING",
    "TASKS",
    "ColumnHead",
    "column",
    "columns",
    "letters_spelt_out",
    "read_head",
    "says_object",
]

#: roles of columns that say what is to be done
TASKS = frozenset({"task", "content", "chapter"})
#: those whose cells say what is to be done
SAYING = frozenset({"task", "content"})
#: roles of those who share in one task
_SHARING = frozenset({"lead", "responsible", "support"})
#: a word for a role alone is no longer
_LONGEST_ROLE = 3
#: so many of them head the columns of a chart
_LEAST_LETTERS = 3
#: the letters of a RACI chart as the words that they stand for
_LETTERS = {"R": "Responsible", "A": "Accountable", "C": "Consulted", "I": "Informed", "S": "Support"}


def read_head(text: str, rules: ActiveRules | None = None) -> ColumnHead | None:
    """What a head says; None where it is none that the rules know. Without ``rules`` the built-in ones hold."""
    return (rules or active_rules()).derive(HeadRules).head(text)


def says_object(head: str) -> bool:
    """Whether a head says what something is done about (防汛对象, 点位), or for whom (企业名称)."""
    bare = name_of_head(head)
    return any(lexicon_pattern(known).search(bare) for known in ("column.object", "column.thing"))


def letters_spelt_out(heads: Sequence[str], rules: ActiveRules | None = None) -> Sequence[str]:
    """The heads, those of a RACI chart (活动 │ R │ A │ C │ I) as the words that they stand for.

    A letter alone, one among others (A │ B │ C │ D), and those of a row in a matrix (立项 │ A │ R │ I) are kept.
    """
    letters = [words for words in heads if len(words) == 1 and "A" <= words <= "Z"]
    if len(letters) < _LEAST_LETTERS or not {"R", "A"} <= set(letters) <= _LETTERS.keys():
        return heads
    others = [read_head(words, rules) for words in heads if words and words not in _LETTERS]
    says_task = any(head is not None and head.role in TASKS for head in others)
    if len(set(letters)) < len(letters) or not says_task or any(words.strip().isdigit() for words in heads):
        return heads  # 2 │ 专项 │ A │ R │ C is a row
    return [_LETTERS.get(words, words) for words in heads]


def column(head: str, rules: ActiveRules | None = None) -> Rule | None:
    """The rule of a column by its head; None where it is none. Without ``rules`` the built-in ones hold."""
    known = read_head(head, rules)
    return None if known is None else known.rule


def columns(heads: Sequence[str], rules: ActiveRules | None = None) -> dict[int, ColumnHead] | None:
    """The heads among these words, by their column; None where they are no head of a table of tasks.

    It is one where a column names bodies, another says the task or its number (or two name who shares in it), and no
    word is too long for a head; or where the user has said what a column is.
    """
    heads = letters_spelt_out(heads, rules)
    known = {place: head for place, words in enumerate(heads) if (head := read_head(words, rules)) is not None}
    filled = [words for words in heads if words.strip()]
    roles = {role for head in known.values() for role in head.roles}
    said = any(head.rule.user for head in known.values())
    saying = roles & {*TASKS, "number", "deadline", "duty"} or _share_task(heads, known, roles)
    if not roles & NAMED or not (said or saying):
        return None
    if any(is_too_long(name_of_head(words)) for words in filled):
        return None
    if not said and (_is_data(heads, known) or _are_pairs(heads, known)):
        return None
    told = said or ("number" in roles and roles & TASKS)
    return known if told or 3 * len(known) >= len(filled) else None


def _share_task(heads: Sequence[str], known: Mapping[int, ColumnHead], roles: Collection[str]) -> bool:
    """Whether heads name two that have different parts in what stands below a first head that is not known."""
    return bool(heads and heads[0].strip()) and 0 not in known and len(_SHARING.intersection(roles)) > 1


def _is_data(heads: Sequence[str], known: Mapping[int, ColumnHead]) -> bool:
    """Whether a row that could be a head is one of a matrix: 1, 迎新工作, 8月底, 配合, 牵头, 配合."""
    roles = [heads[place].strip() for place, head in known.items() if head.role in NAMED]
    others = [heads[place].strip() for place, head in known.items() if head.role not in NAMED]
    if any(len(words) > _LONGEST_ROLE or cell_content(words).kind != "role" for words in roles):
        return False
    # 任务, 牵头, 任务, 牵头 are two tables side by side
    is_repeated = len(set(roles)) < len(roles) and len(set(others)) == len(others)
    return is_repeated or any(lexicon_pattern("column.data-cell").match(words.strip()) for words in heads)


def _are_pairs(heads: Sequence[str], known: Mapping[int, ColumnHead]) -> bool:
    """Whether heads and what they say stand in turn: 牵头部门, 县水利局, 完成时限, 2026年6月."""
    if list(known) != list(range(0, len(heads), 2)):
        return False
    return any(cell_content(words).kind in ("bodies", "date") or words.rstrip()[-1:] == "。" for words in heads[1::2])
