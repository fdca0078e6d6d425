"""Places of the register: the divisions of the country, with their codes and levels."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["LEVELS", "RegisterPlace"]

#: the levels of government, from the top
LEVELS = ("national", "province", "city", "county", "township")
#: level → how many digits of the code all places within share; six for the others
_SHARED_DIGITS = {"province": 2, "city": 4}

#: the first digits of the codes of corps.csv, which no province has
_CORPS = "66"


class RegisterPlace(NamedTuple):
    """A division of the country: its code of GB/T 2260, name, short name and level.

    ``last_listed`` is the last year at whose end a name that is no longer used was in force, as far as is known (else
    0); ``successors`` are the codes of the places that it became, or came to.
    """

    code: str
    name: str
    short: str
    level: str
    last_listed: int = 0
    successors: tuple[str, ...] = ()

    @property
    def code_prefix(self) -> str:
        """The digits with which the codes of all places within begin."""
        return self.code[: _SHARED_DIGITS.get(self.level, 6)]

    @property
    def is_capital(self) -> bool:
        """Whether it is the seat of a province."""
        return self.code.endswith("0100") and self.level == "city"

    @property
    def is_municipality(self) -> bool:
        """Whether it is a city of the rank of a province, whose bodies are called as those of cities are."""
        return self.level == "province" and self.name.endswith("市")

    @property
    def is_corps(self) -> bool:
        """Whether it is the Corps of Xinjiang or one of its divisions (corps.csv), which have no 人民政府."""
        return self.code.startswith(_CORPS)

    def is_within(self, outer: RegisterPlace) -> bool:
        """Whether it is a part of ``outer``, and not ``outer`` itself."""
        return self.code.startswith(outer.code_prefix) and self.code != outer.code
