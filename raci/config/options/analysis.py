"""What an analysis is to be made by: the user's rules and how names are resolved; checked in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from raci.config.rule_files import Rules, load_rules
from raci.config.settings import Settings, settings_beside
from raci.errors import OptionError
from raci.model import BASES
from raci.model.roles import Basis
from raci.register.naming import Naming
from raci.rules import Rule

__all__ = ["Options"]


@dataclass(frozen=True, slots=True)
class Options:
    """What the analysis of a document is to be made by.

    ``rules`` are a user's, which stand before the built-in ones. ``naming`` says how names are to be resolved; None:
    as usual. ``settings`` are those beside the document, which hold where ``naming`` says nothing. ``basis`` says what
    assignments may be known by: annotations, tables, headings above (``inherited``), sentences (``prose``). ``base`` is
    the folder from which relative sources count; empty: the current one.
    """

    rules: tuple[Rule, ...] = ()
    naming: Naming | None = None
    settings: Settings = Settings()
    basis: tuple[Basis, ...] = BASES
    base: str = ""

    def __post_init__(self) -> None:
        if not isinstance(self.rules, tuple) or not all(isinstance(rule, Rule) and rule.user for rule in self.rules):
            raise OptionError(
                "rules 须是自定规则的元组", place="Options", remedy="请用 Options.load，或 raci.load_rules"
            )
        if self.naming is not None and not isinstance(self.naming, Naming):
            raise OptionError(
                f"naming 须是 Naming，现为 {type(self.naming).__name__}", place="Options", remedy="请用 raci.Naming"
            )

        unknown = [each for each in self.basis if each not in BASES]
        if unknown or not self.basis:
            raise OptionError(
                f"没有名为“{unknown[0] if unknown else ''}”的依据", place="--basis", remedy=f"可用：{'、'.join(BASES)}"
            )

    @classmethod
    def load(cls, rules: Rules = (), naming: Naming | None = None, basis: Sequence[Basis] = BASES) -> Options:
        """The options from what public functions take: rules or their files, how names are resolved, what is counted.

        Raises RuleError that names every fault in the files of rules, OptionError for a basis that is none.
        """
        return cls(load_rules(rules), naming, basis=tuple(basis))

    @property
    def reads_anew(self) -> bool:
        """Whether rules or names are asked for that call for reading a text anew which a workbook remembers."""
        return bool(self.rules) or self.naming is not None

    @property
    def names(self) -> Naming:
        """How names are resolved, the settings beside the document included."""
        return self.settings.applied_to(self.naming or Naming())

    def beside(self, source: str) -> Options:
        """The options with what the ``raci.toml`` beside a document says.

        Raises RegisterError for a ``raci.toml`` with faults.
        """
        settings = settings_beside(str(Path(self.base, source)) if self.base and source not in ("", "-") else source)
        return replace(self, settings=settings, rules=(*self.rules, *settings.columns))
