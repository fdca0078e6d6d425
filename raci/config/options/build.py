"""What a build is to write: the outputs, the pictures, which part of each plan, under which title and profile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from raci.config.templates import Template
from raci.errors import OptionError
from raci.model import Profile

__all__ = ["ALL", "BuildChoices", "BuildOptions"]

#: asks for every output
ALL = "all"


@dataclass(frozen=True, slots=True)
class BuildChoices:
    """What can be asked for: the names of outputs and of kinds of pictures, and those that are made by default."""

    outputs: tuple[str, ...]
    usual_outputs: tuple[str, ...]
    kinds: tuple[str, ...]
    usual_kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to write of each plan.

    ``only`` names the outputs (empty: the usual ones), ``kinds`` the pictures (None: the usual ones; empty: none).
    ``department`` and ``chapter`` take a part of each plan, ``title`` replaces its title, ``today`` is the day against
    which time limits are compared (None: the day of the build, and only in the ledger). ``template`` holds the columns
    of the 任务分工表 (None: the usual ones), ``profile`` the letters (None: those of the workbook from which the plan
    was read, else ``explicit``). A notice and its annexes are one plan, unless they are wanted ``apart``.
    ``without_collectives`` leaves bodies that stand for many (各区县) out of the pictures. ``usual_pictures`` says, of
    checked options, that no pictures were asked for: of those that are made by default a plan gets what shows anything.
    """

    only: tuple[str, ...] = ()
    kinds: tuple[str, ...] | None = None
    department: str = ""
    chapter: str = ""
    title: str = ""
    today: date | None = None
    template: Template | None = None
    profile: Profile | None = None
    apart: bool = False
    without_collectives: bool = False
    usual_pictures: bool = False

    @property
    def part(self) -> str:
        """The part of the plan that is wanted, as titles and folders name it; empty for the whole."""
        return "、".join(filter(None, (self.department, self.chapter)))

    def checked(self, choices: BuildChoices) -> BuildOptions:
        """The options with the outputs and kinds that they stand for, each named once.

        Raises OptionError for names that are not among the choices.
        """
        kinds = choices.usual_kinds if self.kinds is None else self.kinds
        _refuse_unknown(self.only, (*choices.outputs, ALL), "输出", "--only")
        _refuse_unknown(kinds, choices.kinds, "图", "--kind")
        only = choices.outputs if ALL in self.only else self.only or choices.usual_outputs
        return replace(
            self,
            only=tuple(dict.fromkeys(only)),
            kinds=tuple(dict.fromkeys(kinds)),
            usual_pictures=self.kinds is None or self.usual_pictures,
        )


def _refuse_unknown(names: Sequence[str], known: Sequence[str], what: str, place: str) -> None:
    if unknown := [name for name in names if name not in known]:
        raise OptionError(f"没有名为“{'、'.join(unknown)}”的{what}", place=place, remedy=f"可用：{'、'.join(known)}")
