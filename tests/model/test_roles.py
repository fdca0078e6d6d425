"""A role is declared by one value, and everything else that knows roles finds it there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

import raci
from raci.model.labels import ROLE_WORDS
from raci.model.roles import PERSON_ROLES, ROLE_TYPES, ROLES, Role, role_of

#: what a made-up role takes: its value, and its key for type checkers
DECLARED = '    RoleType("audit", "审计", "审计单位", column=8),\n'
FIRST = '    RoleType("lead",'

USED = """
from dataclasses import replace
from raci import frames
from raci.config.profiles import parse_profile
from raci.config.templates import KEYS
from raci.model import ROLES, Assignment, Clause, Department, Document, Analysis, WorkbookRecord
from raci.model.codec import from_plain, to_plain
from raci.model.labels import ROLE_WORDS
from raci.model.roles import role_of
from raci.storage.parse_rows import parse_rows
from raci.storage.rows import records
from raci.storage.schema import table_schema
from raci.views.frames import TASK_COLUMNS
from raci.views.grid import grid
from raci.views.matrix import matrix
from raci.views.tables.division import division
from raci.rules.columns import NAMED

assert "audit" in ROLES and ROLE_WORDS["audit"] == "审计" and role_of("审计单位") == "audit"
assert "audit" in table_schema("row")["properties"]["role"]["enum"]
assert "audit 审计" in table_schema("row")["properties"]["role"]["description"]
assert "audit" in KEYS and "audit" in TASK_COLUMNS and "audit" in NAMED
profile = parse_profile({"name": "x", "title": "x", "why": "x", "letters": {"lead": "A", "audit": "U"}}, "x")
assert profile.legend() == {"A": "牵头", "U": "审计"}

clause = Clause(0, None, 1, "（一）", "建设网点", 0, 4)
made = Assignment("方案", "", clause, Department("县审计局"), "audit", 0, 4, "县审计局", "label.audit")
analysis = Analysis(Document("建设网点", "方案"), (clause,), (0,), assignments=(made,))
table = division(analysis, grid(analysis, profile))
assert ("audit", "审计单位") in [(column.key, column.heading) for column in table.columns]
assert "县审计局" in table.rows[0]
assert matrix(analysis, profile).iloc[0, 0] == "U"
[row] = records(analysis, profile)
assert (row["role"], row["letter"]) == ("audit", "U")
[parsed] = parse_rows([{"task": "建设网点", "department": "县审计局", "role": "审计"}])
assert parsed.assignment.role == "audit"
record = WorkbookRecord(analysis, profile)
assert from_plain(WorkbookRecord, to_plain(record)).analysis == analysis
"""


@pytest.fixture(scope="module")
def with_audit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of raci in which the made-up role is declared."""
    folder = tmp_path_factory.mktemp("raci-with-a-role")
    shutil.copytree(Path(raci.__file__).parent, folder / "raci", ignore=shutil.ignore_patterns("__pycache__"))
    module = folder / "raci" / "model" / "roles.py"
    source = module.read_text(encoding="utf-8")
    assert source.count('Role = Literal["lead", ') == source.count(FIRST) == 1
    source = source.replace('Role = Literal["lead", ', 'Role = Literal["audit", "lead", ')
    module.write_text(source.replace(FIRST, DECLARED + FIRST), encoding="utf-8")
    return folder


def test_a_made_up_role_is_found_everywhere(with_audit: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", USED],
        cwd=with_audit,
        env={**os.environ, "PYTHONPATH": str(with_audit), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_type_checkers_know_the_declared_roles() -> None:
    assert get_args(Role) == ROLES


def test_each_role_has_a_word_a_heading_and_a_column_of_its_own() -> None:
    for values in (
        [role.key for role in ROLE_TYPES],
        [role.word for role in ROLE_TYPES],
        [role.heading for role in ROLE_TYPES],
        [role.column for role in ROLE_TYPES],
    ):
        assert all(values) and len(set(values)) == len(ROLE_TYPES)
    assert {"leader"} == PERSON_ROLES


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_known_by_its_key_its_word_and_its_heading(role: Role) -> None:
    heading = next(declared.heading for declared in ROLE_TYPES if declared.key == role)
    assert role_of(role) == role_of(ROLE_WORDS[role]) == role_of(heading) == role


@pytest.mark.parametrize("written", ["", "牵头人", "boss", "单位"])
def test_anything_else_is_no_role(written: str) -> None:
    assert role_of(written) is None
