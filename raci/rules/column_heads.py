"""What the head of a column says of what stands below it, by the grammar of ``raci/data/rules/columns.toml``.

A head is read without its blanks and without its bracketed remarks (完成时限（2026年）, 责任单位（第一个为牵头单位）),
which are kept: a remark may state a rule, or a role by its letter (负责(R)). Of two heads in one (责任单位及责任人,
任务名称/内容) both are read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from string import ascii_uppercase
from typing import NamedTuple

from raci.model import ROLES
from raci.model.late_patterns import late_pattern
from raci.model.pattern_codes import compiled
from raci.rules.bare_head import BESIDE, REMARK, bare_head
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules, active_rules, unnamed
from raci.rules.quick_heads import head_look
from raci.rules.traditional import traditional_characters
from raci.rules.values import Rule

__all__ = ["NAMED", "ColumnHead", "HeadRules", "is_too_long", "letter_roles", "pattern_of_heads"]

#: roles of columns that name bodies or persons
NAMED: frozenset[str] = frozenset(ROLES)
#: a head in two languages: 任务 Task, Lead 牵头部门
_BILINGUAL = late_pattern(
    r"(?P<chinese>[\u4e00-\u9fff]+)[/／]?(?P<english>[A-Za-z.]+)|(?P<first>[A-Za-z.]+)[/／]?(?P<then>[\u4e00-\u9fff]+)"
)
#: the year before a head: 2026年建设内容
_YEAR = compiled(r"20\d\d年度?")
#: between two heads in one
_JOINT = compiled(r"[/／、]|及|和|与|或|暨")
#: what joins two remarks of a head: 承办单位（主）/（辅）
_EDGE = "/／、"
#: what a head holds that is more than one Chinese word: remarks, a joint, another language, a year
_MORE = r"（(〔\[【［/／、及和与或暨A-Za-z0-9"
#: no head has more characters, blanks counted
_LONGEST_WRITTEN = 1_000
#: a longer text heads no column; words in Latin letters are longer (Responsible Department)
_LONGEST, _LONGEST_LATIN = 16, 40
#: nor does one that is longer with its remarks
_LONGEST_REMARKED = 160
#: the longest word of a remark that says but a role, and the heads whose role it may change
_SHORT_REMARK = 6
_REMARKED = ("responsible", "unit", "lead")


class ColumnHead(NamedTuple):
    """A head as read: the roles that it names, and the rule of the first."""

    roles: tuple[str, ...]
    rule: Rule

    @property
    def role(self) -> str:
        """The first role that names bodies, else the first."""
        return next((role for role in self.roles if role in NAMED), self.roles[0])


#: so many heads are remembered: each cell of a large table is looked at several times
_MOST_KNOWN = 32768


def _is_one_word(text: str) -> bool:
    """Whether a text can only be a head as it stands: it holds nothing that is left out, parted or put otherwise."""
    return _more().search(text) is None


@cache
def _more() -> re.Pattern[str]:
    return compiled(rf"[{BESIDE}{_MORE}{traditional_characters()}]")


@cache
def letter_roles(rule: str = "chart.letter", chart: str = "") -> Mapping[str, str]:
    """The letters of a RACI chart, in its cells or in a remark of a head, and the role that each stands for.

    Another ``rule`` says it of the kind of ``chart`` that it begins with: RAPID R.
    """
    said = lexicon_pattern(rule)
    found = ((letter, said.fullmatch(f"{chart} {letter}".lstrip())) for letter in ascii_uppercase)
    return {letter: str(match.lastgroup) for letter, match in found if match is not None}


def is_too_long(words: str) -> bool:
    """Whether words without blanks and remarks are too long for the head of a column."""
    return len(words) > (_LONGEST_LATIN if words.isascii() else _LONGEST)


def _rules_of_heads(rules: ActiveRules) -> list[Rule]:
    listed = [rule for rule in (*rules.of("column"), *rules.of("label")) if rule.role != "other"]
    return sorted(listed, key=lambda rule: not rule.user)


def pattern_of_heads() -> list[str]:
    """The patterns of all heads that raci's own rules know, in the order in which they are tried."""
    return [unnamed(rule.pattern) for rule in _rules_of_heads(active_rules())]


class HeadRules:
    """The rules of heads: one pattern for all, each a named group, and the heads that were read by it in this run."""

    def __init__(self, rules: ActiveRules) -> None:
        #: in the order in which they are tried
        self.rules = _rules_of_heads(rules)
        self._pattern = rules.pattern(self._build, "label", "column")
        self._body = lexicon_pattern("column.body-no-head")
        self._task = lexicon_pattern("column.task-no-head")
        own = rules.has_own("label", "column")
        self._may_match = bool if own else head_look("|".join(unnamed(rule.pattern) for rule in self.rules))
        self._known: dict[str, ColumnHead | None] = {}

    def _build(self, active: Sequence[Rule]) -> str:
        patterns = [(place, unnamed(rule.pattern)) for place, rule in enumerate(self.rules) if rule in active]
        parts = [f"(?P<r{place}>{pattern})" for place, pattern in patterns]
        return "|".join(parts)

    def rule(self, words: str) -> Rule | None:
        """The rule of a head without remarks; None where none matches."""
        if not words or is_too_long(words) or not self._may_match(words):
            return None
        match = self._pattern.fullmatch(words)
        if match is None:
            return None
        rule = self.rules[int(str(match.lastgroup)[1:])]
        # 县政府督查室 is a body, though it is built like 督查科室; 引进重大研发机构 is a task
        body = rule.role in NAMED and self._body.fullmatch(words)
        return None if not rule.user and (body or self._task.fullmatch(words)) else rule

    def head(self, text: str) -> ColumnHead | None:
        """What a head says, each read once."""
        if len(text) > _LONGEST_WRITTEN or (not self._may_match(text) and _is_one_word(text)):
            return None  # nearly all cells
        if text not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[text] = self._read(text)
        return self._known[text]

    def _read(self, text: str) -> ColumnHead | None:
        words = bare_head(text)
        if (
            not words
            or len(words) > _LONGEST_REMARKED
            or len(bare := REMARK.sub("", words).strip(_EDGE)) > 3 * _LONGEST
        ):
            return None
        remarks = tuple(REMARK.findall(words))
        found = self._without_remarks(bare, remarks) or self._by_letter((*remarks, bare) if remarks else ())
        if remarks and (found is None or len(found.roles) < 2) and (whole := self.rule(words)) is not None:
            return ColumnHead((whole.role,), whole)
        if found is None and (two := _BILINGUAL.fullmatch(bare)) is not None:
            chinese, english = two["chinese"] or two["then"], two["english"] or two["first"]
            by_letter = self._by_letter((english,))  # A负责
            found = by_letter or self._without_remarks(chinese, remarks) or self._without_remarks(english, remarks)
        if found is None and (year := _YEAR.match(bare)) is not None:
            found = self._without_remarks(bare[year.end() :], remarks)
        return found

    def _without_remarks(self, bare: str, remarks: tuple[str, ...]) -> ColumnHead | None:
        parts = [part for part in _JOINT.split(bare) if part] if _JOINT.search(bare) else []
        # 责任单位及责任人; 牵头和配合单位: what the last says at its end holds for the others as well
        shared = parts[-1][-2:] if parts and self.rule(parts[-1]) is not None else ""
        rules = [self.rule(part) or (self.rule(part + shared) if shared else None) for part in parts]
        known = [rule for rule in rules if rule is not None]
        roles = tuple(dict.fromkeys(rule.role for rule in known))
        if len(parts) > 1 and len(known) == len(parts) and NAMED & set(roles):
            # 责任领导及单位: beside persons that are responsible so are the bodies
            roles = tuple(dict.fromkeys("responsible" if role == "unit" else role for role in roles))
            return ColumnHead(roles, known[0])
        rule = self.rule(bare)
        if rule is not None:
            letters = letter_roles()
            letter = next((letters[remark] for remark in remarks if remark in letters), None)
            if letter is not None and rule.role != "leader":
                return ColumnHead((letter,), rule)
            return ColumnHead(self._of_remarks(rule.role, remarks), rule)
        return ColumnHead(roles, known[0]) if len(parts) > 1 and rules[0] is not None else None

    def _of_remarks(self, role: str, remarks: tuple[str, ...]) -> tuple[str, ...]:
        """The roles of a head with its remarks; a remark that says more than roles does not change them.

        责任（牵头）单位 and 责任单位（牵头） are the lead's; 牵头（配合）单位, 责任单位（牵头、配合）,
        责任单位（配合单位） and 责任单位（责任人） name two.
        """
        of_rule = lexicon_pattern("column.remark-of-rule")
        remarks = tuple(remark for remark in remarks if not of_rule.search(remark)) if role in _REMARKED else ()
        # （主）/（辅） says two as one remark does
        for remark in ("/".join(remarks), *remarks):
            parts = _JOINT.split(remark)
            said = [self._role_word(part) for part in parts] if max(map(len, parts)) <= _SHORT_REMARK else []
            if tuple(said) == ("lead",) and role != "lead":
                return ("lead",)
            if (said if role != "lead" else [role, *said]) == ["lead", "support"]:
                return ("lead", "support")
            if said == ["leader"]:
                return (role, "leader")
            if said == ["support"]:
                return (role, "support")
        return (role,)

    def _role_word(self, words: str) -> str | None:
        short = lexicon_pattern("role.short").match(words)
        rule = self.rule(words) or self.rule(f"{words}单位")
        return short.lastgroup if short else None if rule is None else rule.role

    def _by_letter(self, parts: tuple[str, ...]) -> ColumnHead | None:
        """A head of which one part is a letter that says its role, whatever the others say: 担当(R), A（负责）."""
        letters = letter_roles()
        for part in parts:
            if part in letters:
                rule = next(rule for rule in self.rules if rule.role == letters[part])
                return ColumnHead((letters[part],), rule)
        return None
