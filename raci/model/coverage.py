"""What the text holds that looks like an assignment of duties, and whether each was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

__all__ = ["Coverage", "Stretch", "StretchForm"]

#: what a stretch looks like: a label before a colon, a bracket, a body beside a role word, cells of a table
StretchForm = Literal["label", "bracket", "sentence", "cells"]


class Stretch(NamedTuple):
    """A stretch of the text that looks like an assignment of duties.

    ``why`` says why it was not read; empty where it was, which means that an annotation covers it.
    """

    form: StretchForm
    start: int
    end: int
    why: str = ""

    @property
    def is_read(self) -> bool:
        """Whether it is in the rows; one that is not is reported as a finding."""
        return not self.why


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every stretch that looks like an assignment of duties, in the order of the text: read, or reported."""

    stretches: tuple[Stretch, ...] = ()

    @property
    def read(self) -> tuple[Stretch, ...]:
        """Those that are in the rows."""
        return tuple(stretch for stretch in self.stretches if stretch.is_read)

    @property
    def reported(self) -> tuple[Stretch, ...]:
        """Those that are not, each in a finding."""
        return tuple(stretch for stretch in self.stretches if not stretch.is_read)

    def counts(self) -> dict[str, int]:
        """How many stretches were ``looked`` at, ``read`` and ``reported``; the last two add up to the first."""
        return {"looked": len(self.stretches), "read": len(self.read), "reported": len(self.reported)}
