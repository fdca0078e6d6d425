"""People's congresses and consultative conferences, and their parts: 市人大财经委, 省政协."""

from __future__ import annotations

import re

from raci.register.body_id import CONGRESS, BodyId
from raci.register.name_reading import NameReading
from raci.register.prefixes import read_prefix
from raci.register.register import Register

__all__ = ["read_congress"]


def read_congress(text: str, register: Register) -> NameReading | None:
    """A people's congress or consultative conference, or a part of one."""
    match = register.patterns["congress.body"].find(text)
    prefix = read_prefix(match["place"], register) if match else None
    if match is None or prefix is None or prefix.organ:
        return None
    part = match["part"]
    if part and part not in register.congress and not register.patterns["congress.part"].holds(part):
        return None
    stem = _body(match, register) + _full_part(part, register)
    return NameReading(
        name=text,
        kind="legislative",
        canonical=f"{prefix.text}{stem}",
        level=prefix.level,
        prefix=prefix.text,
        stem=stem,
        body=BodyId(CONGRESS, variant=stem),
        level_word=prefix.level_word,
        place=prefix.place,
        standalone=prefix.named,
        how="地名加人大政协",
    )


def _body(match: re.Match[str], register: Register) -> str:
    """The full name of the congress; its office is that of the standing committee."""
    body = register.spelled("congress", match["body"])
    congress = register.spelled("congress", "人大")
    if body == congress and register.patterns["congress.office"].holds(match["part"]):
        return register.spelled("congress", "人大常委会")
    return body


def _full_part(part: str, register: Register) -> str:
    """The full name of a part: 财经委 → 财政经济委员会."""
    if part in register.congress:
        full = register.congress[part]
    else:
        full = part.replace("工委", "工作委员会") if part.endswith("工委") else part
    return f"{full}员会" if full.endswith("委") else full
