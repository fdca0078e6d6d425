"""A user's own rules, from their TOML files (written as those of ``raci/data/rules/``)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from raci.config.files import ConfigFile, parse_toml, read_toml
from raci.errors import RuleError
from raci.rules import Rule
from raci.rules.loading import REMEDY, rules_of_table

__all__ = ["Rules", "load_rules", "parse_rules"]

#: a user's rules: rules, or the TOML files that hold them
Rules = Rule | str | Path | Iterable[Rule | str | Path]

_FILE = ConfigFile(RuleError, "规则文件")


def load_rules(rules: Rules) -> tuple[Rule, ...]:
    """A user's rules, checked: those of the files, and those that are rules already.

    Raises RuleError that names every fault in any of the files, each with file, rule and reason.
    """
    sources = [rules] if isinstance(rules, Rule | str | Path) else list(rules)
    faults: list[RuleError] = []
    loaded: list[Rule] = []
    for source in sources:
        if isinstance(source, Rule):
            loaded.append(source if source.user else replace(source, user=True))
            continue
        try:
            loaded += rules_of_table(read_toml(source, _FILE), str(source), user=True)
        except RuleError as error:
            faults += error.faults or [error]
    file_of: dict[str, str] = {}
    for rule in loaded:
        if rule.id in file_of:
            clash = "编号重复" if file_of[rule.id] == rule.file else f"编号与 {file_of[rule.id]} 里的相同"
            faults.append(RuleError(f"{rule.id}：{clash}，请换一个 id", place=rule.file, remedy=REMEDY))
        file_of[rule.id] = rule.file
    if faults:
        raise RuleError.all(faults)
    return tuple(loaded)


def parse_rules(text: str, file: str) -> tuple[Rule, ...]:
    """A user's rules of a TOML text, checked; ``file`` is what they are said to stand in.

    Raises RuleError that names every fault.
    """
    return rules_of_table(parse_toml(text, file, _FILE), file, user=True)
