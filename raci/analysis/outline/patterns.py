"""What the outline knows words by: labels within and before clauses, and the headings of chapters without tasks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from raci.rules import Rule
from raci.rules.matching import ActiveRules, any_of
from raci.rules.text_pattern import TextPattern

#: bullets before a label
MARKS = "*＊★☆▲△◆◇●○■□➤►▶※"

__all__ = ["MARKS", "OPENERS", "OutlinePatterns", "outline_patterns"]

_BLANK = " \t\u3000\xa0"
#: what opens a bracket that may hold an annotation
OPENERS = "（(〔[【［〈"


class OutlinePatterns(NamedTuple):
    """What the rules know words by.

    A label; one behind a bracket; one that goes on with the clause before it; a line that is nothing but a label; how
    names of bodies end, and what none of them holds; the furniture of a web page.
    """

    label: TextPattern
    opened_label: TextPattern
    continuation: TextPattern
    bare_label: TextPattern
    ending: TextPattern
    prose: TextPattern
    furniture: TextPattern


def outline_patterns(rules: ActiveRules) -> OutlinePatterns:
    """The patterns of the rules of a run, made once in it."""
    return rules.derive(_patterns_of)


def _patterns_of(rules: ActiveRules) -> OutlinePatterns:
    return OutlinePatterns(
        label=rules.pattern(any_of, "label"),
        opened_label=rules.pattern(_opened_label, "label"),
        continuation=rules.pattern(_continuation, "label"),
        bare_label=rules.pattern(_bare_label, "label"),
        ending=rules.pattern(any_of, "ending"),
        prose=rules.pattern(any_of, "prose"),
        furniture=rules.pattern(any_of, "furniture"),
    )


def _opened_label(rules: Sequence[Rule]) -> str:
    return rf"[{re.escape(OPENERS)}][{_BLANK}]*(?:{any_of(rules)})"


def _continuation(rules: Sequence[Rule]) -> str:
    """工作内容：…, 【目标任务】…"""
    labels = any_of([rule for rule in rules if rule.role == "other"])
    return rf"(?:{labels})\s*[:：∶]|[【\[〔]\s*(?:{labels})\s*[】\]〕]"


def _bare_label(rules: Sequence[Rule]) -> str:
    """责任单位：, 【牵头单位】; any kind of label but one of persons or of something else."""
    labels = any_of([replace(rule, colon=False) for rule in rules if rule.role not in ("other", "deadline", "leader")])
    return rf"[{MARKS}·•]?\s*[【\[〔]?\s*(?:{labels})\s*[】\]〕]?\s*[:：∶]?\s*$"
