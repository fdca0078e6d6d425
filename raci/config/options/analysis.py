"""What an analysis is to be made by: the user's rules, how names are resolved, the profile; checked in one place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from raci.config.profiles import load_profile
from raci.config.rule_files import Rules, load_rules
from raci.config.settings import Settings, settings_beside
from raci.errors import OptionError
from raci.model import Profile
from raci.register.naming import Naming
from raci.rules import Rule

__all__ = ["Options"]


@dataclass(frozen=True, slots=True)
class Options:
    """What the analysis of a document is to be made by.

    ``rules`` are a user's, which stand before the built-in ones. ``naming`` says how names are to be resolved; None:
    as usual. ``settings`` are those beside the document, which hold where ``naming`` says nothing. ``profile`` gives
    the letters of what is made of the analysis; None: the profile of the plan's workbook, else ``explicit``.
    """

    rules: tuple[Rule, ...] = ()
    naming: Naming | None = None
    profile: Profile | None = None
    settings: Settings = Settings()

    def __post_init__(self) -> None:
        if not isinstance(self.rules, tuple) or not all(isinstance(rule, Rule) and rule.user for rule in self.rules):
            raise OptionError(
                "rules 须是自定规则的元组", place="Options", remedy="请用 Options.load，或 raci.load_rules"
            )
        for name, kind in (("naming", Naming), ("profile", Profile)):
            value = getattr(self, name)
            if value is not None and not isinstance(value, kind):
                raise OptionError(
                    f"{name} 须是 {kind.__name__}，现为 {type(value).__name__}",
                    place="Options",
                    remedy="请用 Options.load",
                )

    @classmethod
    def load(
        cls, rules: Rules = (), naming: Naming | None = None, profile: Profile | str | Path | None = None
    ) -> Options:
        """The options from what public functions take: rules or their files, a profile or its name or file.

        Raises RuleError that names every fault in the files of rules, ProfileError for an unknown profile.
        """
        chosen = load_profile(profile) if isinstance(profile, str | Path) else profile
        return cls(load_rules(rules), naming, chosen)

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
        return replace(self, settings=settings_beside(source))
