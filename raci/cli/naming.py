"""The options --place, --register, --members and --as-of: how names are to be resolved."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from raci.register.naming import Naming

__all__ = ["MEMBERS_KNOWN", "naming_options"]

#: as FILE of --members: expand only what the register knows
MEMBERS_KNOWN = "known"


def naming_options(function: Callable[..., int]) -> Callable[..., int]:
    """Add the four options to a command, which gets one ``naming`` for them (None where none was given)."""

    @click.option("--place", metavar="PLACE", help="文件属于哪个地区，如 甘肃省、甘肃省兰州市（默认由文件判断）。")
    @click.option("--register", metavar="FILE", help="自己的名录（.csv 或 .toml），增加、合并、拆分名称。")
    @click.option("--members", metavar="FILE", help="展开集合名称：成员表（name,members 两列）或 known（内置）。")
    @click.option("--as-of", metavar="DATE", help="另给出该日期承担其职责的机构（现名），如 2026。")
    @wraps(function)
    def command(
        *arguments: object,
        place: str | None,
        register: str | None,
        members: str | None,
        as_of: str | None,
        **options: object,
    ) -> int:
        return function(*arguments, naming=_naming(place, register, members, as_of), **options)

    return command


def _naming(place: str | None, register: str | None, members: str | None, as_of: str | None) -> Naming | None:
    if not (place or register or members or as_of):
        return None
    from raci.config.settings import load_members, load_register
    from raci.register.naming import Naming
    from raci.register.option_values import parse_place, parse_year

    own_register = load_register(register) if register else None
    if place:
        from raci.register.compiling import built_in

        parse_place(place, own_register or built_in())  # an unknown place is reported before anything is done
    table = None if members is None else {} if members == MEMBERS_KNOWN else load_members(members)
    return Naming(place, parse_year(as_of), own_register, table)
