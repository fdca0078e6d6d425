"""A made-up group in every form: who is in it stays the same."""

from __future__ import annotations

import sys
import tomllib

import pytest
from checkouts import ROOT

sys.path.insert(0, str(ROOT / "tools"))
from group_form_groups import made_up
from group_form_list import HELD_BACK, STYLES
from group_forms import FLOORS, as_told, document, named
from group_settings import FILES, SETTINGS

from raci.groups import org

GROUP = next(made_up())


@pytest.mark.parametrize("form", STYLES)
@pytest.mark.parametrize("number", range(2))
def test_a_group_in_each_form_has_its_members(form: str, number: int) -> None:
    style = STYLES[form]
    members = as_told(GROUP.members, style.told)
    words = style.write(members)
    text = document(GROUP, named(words, GROUP), "", number, sentence="{group}" in words)
    (group,) = org(text)
    assert group.name == GROUP.name
    assert {
        (one.position, one.name or one.post or (one.department and one.department.name)) for one in group.members
    } == {(one.position, one.name or one.post or one.body) for one in members}


def test_every_form_has_a_floor() -> None:
    floors = tomllib.loads(FLOORS.read_text("utf-8"))["f1"]
    assert set(floors) == {*STYLES, *SETTINGS, *FILES, *HELD_BACK}
