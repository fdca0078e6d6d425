"""What the head of a column says that stands below it, by the grammar of ``raci/data/rules/columns.toml``.

A head is read without its blanks and without its bracketed remarks (完成时限（2026年）, 责任单位（第一个为牵头单位）),
which are kept: a remark may state a rule, or a role by its letter (负责(R)). Of two heads in one (责任单位及责任人,
任务名称/内容) both are read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from raci.rules.loading import Rule
from raci.rules.matching import rulebook, unnamed

__all__ = ["NAMED", "TASKS", "ColumnHead", "column", "columns", "read_head"]

#: roles of columns that name bodies or persons
NAMED = frozenset({"lead", "responsible", "support", "guide", "leader", "inform", "approve"})
#: roles of columns that say what is to be done
TASKS = frozenset({"task", "content", "chapter"})
_BLANK = re.compile(r"[\s\u3000:：∶|]+")
_REMARK = re.compile(r"[（(〔\[【［]([^（）()〔〕\[\]【】［］]*)[)）〕\]】］]")
#: between two heads in one
_JOINT = re.compile(r"[/／、]|及|和|与|或|暨")
#: a longer text heads no column
_LONGEST = 16
#: letters of a RACI matrix, in a remark of a head: the role that the letter's word names
LETTER_ROLES = {"A": "lead", "R": "responsible", "C": "support", "S": "support", "I": "inform"}


class ColumnHead(NamedTuple):
    """A head as read: the roles that it names, the rule of the first, and its remarks in brackets, verbatim."""

    roles: tuple[str, ...]
    rule: Rule
    remarks: tuple[str, ...] = ()

    @property
    def role(self) -> str:
        """The first role that names bodies, else the first."""
        return next((role for role in self.roles if role in NAMED), self.roles[0])


@lru_cache(maxsize=8)
def _rules(rules: tuple[Rule, ...]) -> tuple[list[Rule], re.Pattern[str]]:
    """The rules of heads, in the order in which they are tried, and one pattern for all: each a named group."""
    book = rulebook(rules)
    listed = [*book.of("column"), *book.of("label")]
    listed = sorted((rule for rule in listed if rule.role != "other"), key=lambda rule: not rule.user)

    def build(active: Sequence[Rule]) -> str:
        return "|".join(f"(?P<r{place}>{unnamed(rule.pattern)})" for place, rule in enumerate(listed) if rule in active)

    return listed, book.pattern(build, "label", "column")


@lru_cache(maxsize=4096)
def read_head(text: str, rules: tuple[Rule, ...] = ()) -> ColumnHead | None:
    """What a head says; None where it is none that the rules know. ``rules`` are a user's, tried first."""
    words = _BLANK.sub("", text)
    if not words or len(words) > 3 * _LONGEST:
        return None
    remarks = tuple(_REMARK.findall(words))
    if remarks and (whole := _rule(words, rules)) is not None:
        return ColumnHead((whole.role,), whole, remarks)
    return _known(_REMARK.sub("", words), remarks, rules) or _by_remark(remarks, rules)


def _known(bare: str, remarks: tuple[str, ...], rules: tuple[Rule, ...]) -> ColumnHead | None:
    parts = [part for part in _JOINT.split(bare) if part]
    if len(parts) > 1:
        # 责任单位及责任人; 牵头和配合单位: what the last says at its end holds for the others as well
        found = [_rule(part, rules) or _rule(part + _tail(parts[-1]), rules) for part in parts]
        known = [rule for rule in found if rule is not None]
        if len(known) == len(parts) and any(rule.role in NAMED for rule in known):
            return ColumnHead(tuple(dict.fromkeys(rule.role for rule in known)), known[0], remarks)
    rule = _rule(bare, rules)
    if rule is not None:
        letter = next((LETTER_ROLES[remark] for remark in remarks if remark in LETTER_ROLES), None)
        return ColumnHead((letter or _of_remark(rule.role, remarks, rules),), rule, remarks)
    if len(parts) > 1 and found[0] is not None:
        return ColumnHead(tuple(dict.fromkeys(rule.role for rule in known)), known[0], remarks)
    return None


def _tail(words: str) -> str:
    """The word with which a head ends: 单位, 部门 …"""
    return words[-2:]


def _of_remark(role: str, remarks: tuple[str, ...], rules: tuple[Rule, ...]) -> str:
    """责任（牵头）单位 and 责任单位（牵头） are the lead's; a remark that says more of a lead does not change it."""
    if role in ("responsible", "unit"):
        for remark in remarks:
            rule = _rule(remark, rules) or _rule(remark + "单位", rules)
            if rule is not None and rule.role in ("lead", "support") and len(remark) <= 6:
                return rule.role if rule.role == "lead" else role
    return role


def _by_remark(remarks: tuple[str, ...], rules: tuple[Rule, ...]) -> ColumnHead | None:
    """A head whose own words say nothing: 职责(R)."""
    for remark in remarks:
        if remark in LETTER_ROLES:
            rule = next(rule for rule in _rules(rules)[0] if rule.role == LETTER_ROLES[remark])
            return ColumnHead((LETTER_ROLES[remark],), rule, remarks)
    return None


def _rule(words: str, rules: tuple[Rule, ...]) -> Rule | None:
    if not 1 <= len(words) <= _LONGEST:
        return None
    listed, pattern = _rules(rules)
    match = pattern.fullmatch(words)
    return listed[int(str(match.lastgroup)[1:])] if match else None


def column(head: str, rules: tuple[Rule, ...] = ()) -> Rule | None:
    """The rule of a column by its head; None where it is none of the usual ones. ``rules`` are a user's."""
    known = read_head(head, rules)
    return None if known is None else known.rule


def columns(heads: Sequence[str], rules: tuple[Rule, ...] = ()) -> dict[int, ColumnHead] | None:
    """The heads among these words, by their column; None where they are no head of a table of tasks.

    It is one where a column names bodies, another says the task or its number, and no word is too long for a head.
    """
    known = {place: head for place, words in enumerate(heads) if (head := read_head(words, rules)) is not None}
    filled = [words for words in heads if words.strip()]
    roles = {role for head in known.values() for role in head.roles}
    if not roles & NAMED or not roles & {*TASKS, "number", "deadline", "duty"}:
        return None
    if any(len(_REMARK.sub("", _BLANK.sub("", words))) > _LONGEST for words in filled):
        return None
    return known if 3 * len(known) >= len(filled) else None
