"""The palette: every entry says why it is, every role and letter has readable colours."""

from __future__ import annotations

from importlib.resources import files

import pytest

from raci.config.palette import LetterColours, Tint, palette, parse
from raci.config.profiles import load_profile, profile_names
from raci.model import ROLES

SOURCE = (files("raci") / "data" / "palette.toml").read_text(encoding="utf-8")


def luminance(colour: str) -> float:
    """WCAG's relative luminance of #rrggbb."""
    parts = [value / 255 for value in bytes.fromhex(colour.removeprefix("#"))]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(tint: Tint) -> float:
    """WCAG's contrast of ink on paper."""
    dark, light = sorted((luminance(tint.ink), luminance(tint.paper)))
    return (light + 0.05) / (dark + 0.05)


def test_every_role_has_a_line_of_its_own() -> None:
    lines = [palette().roles[role].line for role in ROLES]
    assert len({(line.colour, line.dashes) for line in lines}) == len(ROLES)


def test_every_letter_of_a_profile_that_comes_with_raci_has_colours_of_its_own() -> None:
    letters = {part for name in profile_names() for letter in load_profile(name).legend() for part in letter.split("/")}
    assert letters <= set(palette().letters)


@pytest.mark.parametrize("place", LetterColours.__slots__)
def test_letters_can_be_read_on_their_paper(place: str) -> None:
    for letter in (*palette().letters.values(), *palette().others):
        assert contrast(getattr(letter, place)) >= 3  # WCAG 2.2 (1.4.3): bold and large


def test_a_joined_letter_has_the_colours_of_its_first_part_and_an_unknown_one_those_of_others() -> None:
    assert palette().letter("A/R") is palette().letters["A"]
    assert palette().letter("甲") in palette().others
    assert palette().role("auditor") is palette().other_role


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('why = "与牵头同色。"\n', "", "A: why is missing"),
        ('role = "lead"', 'role = "boss"', "boss: unknown role"),
        ('edge = "#1f5fae"', 'edge = "blue"', "responsible: line and edge need colours"),
        ('page = { ink = "#236b44", paper = "#e0f1e7" }\n', "", "S: drawing、workbook、page、page_dark need"),
    ],
)
def test_an_entry_without_reason_or_colour_is_refused(before: str, after: str, fault: str) -> None:
    assert before in SOURCE
    with pytest.raises(ValueError, match=fault):
        parse(SOURCE.replace(before, after))


def test_a_role_that_is_added_gets_colours_by_one_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = '[[role]]\nrole = "audit"\nwhy = "审计"\nedge = "#123456"\n'
    entry += 'line = { colour = "#123456", width = 1.0, dashes = "" }\n'
    monkeypatch.setattr("raci.config.palette.ROLES", (*ROLES, "audit"))
    assert parse(SOURCE + entry).role("audit").edge == "#123456"
