"""docs/codebook.md is what its tool makes of the schemas, and says something of every column."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from plans import small

from raci.comparison.rows import DIFF_COLUMNS
from raci.model.labels import KIND_WORDS
from raci.storage.rows import COLUMNS, CURRENT
from raci.storage.schema import TABLES, table_schema
from raci.views.documents import DOCUMENT_COLUMNS, document_rows
from raci.views.finding_rows import FINDING_COLUMNS, finding_rows
from raci.views.grid import grid
from raci.views.issuer_rows import ISSUER_COLUMNS
from raci.views.org_rows import ORG_COLUMNS
from raci.views.tasks import TASK_COLUMNS, task_rows

ROOT = Path(__file__).resolve().parents[2]
KEYS = {
    "row": (*COLUMNS, CURRENT),
    "task": TASK_COLUMNS,
    "document": DOCUMENT_COLUMNS,
    "membership": (*ORG_COLUMNS, "document_id"),
    "finding": FINDING_COLUMNS,
    "diff": DIFF_COLUMNS,
    "issuer": ISSUER_COLUMNS,
    "failure": ("source", "step", "what", "remedy"),
    "duplicate": ("source", "title", "document_id", "kept"),
    "input": ("source", "sha256", "bytes"),
}


def test_the_page_is_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "tools" / "codebook.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("table", TABLES)
def test_a_schema_has_the_keys_of_its_table_in_order_and_says_what_they_mean(table: str) -> None:
    schema = table_schema(table)
    Draft202012Validator.check_schema(schema)
    assert tuple(schema["properties"]) == KEYS[table]
    assert all(column["description"] for column in schema["properties"].values())


def test_the_page_explains_every_value() -> None:
    page = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    for value, word in KIND_WORDS.items():
        assert f"`{value}` {word}" in page


def test_tasks_and_documents_are_as_their_schemas_say() -> None:
    analysis = small()
    for table, rows in (
        ("task", list(task_rows(grid(analysis), analysis))),
        ("document", [dict(row) for row in document_rows([analysis])]),
        ("finding", [dict(row) for row in finding_rows(analysis)]),
    ):
        valid = Draft202012Validator(table_schema(table), format_checker=Draft202012Validator.FORMAT_CHECKER)
        assert rows
        for row in rows:
            valid.validate(row)
            assert tuple(row) == KEYS[table]
