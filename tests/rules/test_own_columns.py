"""What a user says of columns, as rules."""

from __future__ import annotations

import pytest

from raci.errors import OptionError
from raci.rules.columns import read_head
from raci.rules.loading import built_in
from raci.rules.matching import ActiveRules
from raci.rules.own_columns import COLUMN_ROLES, parse_columns
from raci.rules.values import ROLES_OF_KIND


def test_every_role_of_a_column_has_a_word() -> None:
    assert set(COLUMN_ROLES) == ROLES_OF_KIND["column"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("责任人=leader", {"责任人": "leader"}),
        ("帮衬者=support,活计=task", {"帮衬者": "support", "活计": "task"}),
        ("帮衬者 = 配合；活计=任务", {"帮衬者": "support", "活计": "task"}),
        ("责任单位=lead", {"责任单位": "lead"}),  # before the built-in rule
    ],
)
def test_heads_with_their_roles(written: str, expected: dict[str, str]) -> None:
    rules = ActiveRules((*parse_columns(written), *built_in()))
    heads = {head: read_head(head, rules) for head in expected}
    assert {head: known.role for head, known in heads.items() if known is not None} == expected


@pytest.mark.parametrize(
    ("written", "words"),
    [("责任人", "表头=角色"), ("=lead", "表头=角色"), ("", "表头=角色"), ("责任人=boss", "leader 责任领导")],
)
def test_what_cannot_be_used_is_told(written: str, words: str) -> None:
    with pytest.raises(OptionError) as told:
        parse_columns(written)
    assert words in str(told.value)
    assert "\n" not in str(told.value)
