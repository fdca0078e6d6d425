"""Sets of bodies: 各市州, 市有关部门, 属地政府, 联席会议成员单位."""

from __future__ import annotations

from raci.model.pattern_codes import compiled
from raci.register.body_id import BodyId
from raci.register.collective_levels import shared_level
from raci.register.name_reading import NameReading
from raci.register.register import Register

__all__ = ["full_collective", "read_collective"]

#: kinds of places, from the top
_UNITS = "省市州盟县区旗"
_UNIT = compiled(f"[{_UNITS}]")
_BRACKET = compiled(r"（[^（）]*）")


def read_collective(text: str, register: Register) -> NameReading | None:
    """The set that ``text`` names."""
    bare = _BRACKET.sub("", text)
    if register.patterns["set.nothing"].holds(bare) or not _is_set(text, bare, register):
        return None
    full = full_collective(text, register)
    level = shared_level(bare, register)
    return NameReading(
        name=text,
        kind="collective",
        canonical=full,
        level=level,
        stem=full,
        body=BodyId("set", variant=_plain_units(full, level, register)),
        how="集合名称",
    )


def _plain_units(text: str, level: str | None, register: Register) -> str:
    """A set's name with the kinds of places in one order and without marks: 各县（区） and 各区县 are one set.

    The level is said where the marks alone may tell it: 各市、县、区 are of several, 各市（县、区） of one.
    """
    run = register.patterns["set.unit-run"].find(text)
    if not run:
        towns = register.patterns["set.town-run"].find(text)
        return text if not towns else f"{text[: towns.start()]}{_plain_towns(towns[0])}{text[towns.end() :]}"
    units = "".join(sorted(dict.fromkeys(_UNIT.findall(run[0])), key=_UNITS.index))
    said = "" if level == "county" else f"·{level or 'several'}"
    return f"{text[: run.start()]}{units}{text[run.end() :]}{said}"


def _plain_towns(run: str) -> str:
    """乡镇（街道）, 乡镇、街道 and 乡镇街 as one."""
    return "".join(unit for unit in ("乡", "镇", "街道") if unit[0] in run)


def _is_set(text: str, bare: str, register: Register) -> bool:
    patterns = register.patterns

    def fits(name: str) -> bool:
        return patterns[name].find(bare) is not None

    if fits("set.bare") or patterns["set.bare"].holds(text):
        return True
    if fits("set.noun") and (fits("set.each-word") or fits("set.start")):
        return True
    if fits("set.each") and fits("set.each-word"):
        return True
    if (len(bare) > 5 and fits("set.members")) or fits("set.and-others"):
        return True
    if fits("set.inside") and (fits("set.levelled") or fits("set.concerned")):
        return True
    described = fits("set.governments") or fits("set.organs") or fits("set.treasuries")
    return described or (fits("set.field") and not fits("set.field-not"))


def full_collective(text: str, register: Register) -> str:
    """The set's name with 人民政府 for governments and 政府 for their departments."""
    text = register.patterns["set.government-of-parts"].replace(text, "政府")
    return register.patterns["set.government-short"].replace(text, "人民政府")
