"""What the outline knows words by: labels within and before clauses, and the headings of chapters without tasks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from raci.rules import Rule
from raci.rules.bullets import MARKS
from raci.rules.matching import ActiveRules, any_of
from raci.rules.text_pattern import TextPattern

__all__ = ["OPENERS", "OutlinePatterns", "outline_patterns"]

_BLANK = " \t\u3000\xa0"
#: what opens a bracket that may hold an annotation
OPENERS = "（(〔[【［〈"


class OutlinePatterns:
    """What the rules of a run know words by; each pattern is made when it is first asked for."""

    def __init__(self, rules: ActiveRules) -> None:
        self._rules = rules

    @cached_property
    def label(self) -> TextPattern:
        """A label."""
        return self._rules.pattern(any_of, "label")

    @cached_property
    def later_label(self) -> TextPattern:
        """A label that counts only below others: 服务专班, 成员单位."""
        return self._rules.pattern(any_of, "later-label")

    @cached_property
    def opened_label(self) -> TextPattern:
        """A label behind a bracket."""
        return self._rules.pattern(_opened_label, "label")

    @cached_property
    def continuation(self) -> TextPattern:
        """A label that goes on with the clause before it."""
        return self._rules.pattern(_continuation, "label")

    @cached_property
    def bare_label(self) -> TextPattern:
        """A line that is nothing but a label."""
        return self._rules.pattern(_bare_label, "label")

    @cached_property
    def bare_fact(self) -> TextPattern:
        """A line that is nothing but a label of persons, or of a time limit."""
        return self._rules.pattern(_bare_fact, "label")

    @cached_property
    def ending(self) -> TextPattern:
        """How names of bodies end."""
        return self._rules.pattern(any_of, "ending")

    @cached_property
    def prose(self) -> TextPattern:
        """What no name of a body holds."""
        return self._rules.pattern(any_of, "prose")

    @cached_property
    def furniture(self) -> TextPattern:
        """The furniture of a web page."""
        return self._rules.pattern(any_of, "furniture")


def outline_patterns(rules: ActiveRules) -> OutlinePatterns:
    """The patterns of the rules of a run, made once in it."""
    return rules.derive(OutlinePatterns)


def _opened_label(rules: Sequence[Rule]) -> str:
    return rf"[{re.escape(OPENERS)}][{_BLANK}]*(?:{any_of(rules)})"


def _continuation(rules: Sequence[Rule]) -> str:
    """工作内容：…, 【目标任务】…"""
    labels = any_of([rule for rule in rules if rule.role == "other"])
    return rf"(?:{labels})\s*[:：∶]|[【\[〔]\s*(?:{labels})\s*[】\]〕]"


def _bare_label(rules: Sequence[Rule]) -> str:
    """责任单位：, 【牵头单位】; any kind of label but one of persons, of a time limit or of something else."""
    return _alone(any_of([rule for rule in rules if rule.role not in ("other", "deadline", "leader")]))


def _bare_fact(rules: Sequence[Rule]) -> str:
    """责任人：, 完成时限."""
    return _alone(any_of([replace(rule, colon=False) for rule in rules if rule.role in ("deadline", "leader")]))


def _alone(labels: str) -> str:
    """One of the labels as all that a line holds."""
    return rf"[{MARKS}·•]?\s*[【\[〔]?\s*(?:{labels})\s*[】\]〕]?\s*[:：∶]?\s*$"
