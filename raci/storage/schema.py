"""The JSON schema of the row, its enumerations taken from the declared roles, bases, origins, kinds and levels."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, get_args

from raci.model.labels import KIND_WORDS, LEVEL_WORDS
from raci.model.roles import ROLE_TYPES, Basis, Origin

__all__ = ["row_schema"]


def row_schema() -> dict[str, Any]:  # Any: a JSON schema nests without end
    """The schema of one line of ``raci extract --format jsonl`` (``raci/data/schemas/row.schema.json``).

    The file holds the keys and what they mean. What a key may hold is taken from the declared values, so that the
    schema knows a role as soon as it is declared; a test holds the file to the same.
    """
    text = (files("raci") / "data" / "schemas" / "row.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)  # Any: as above
    properties = schema["properties"]
    properties["role"] = {
        "description": f"原文写明的角色：{'，'.join(f'{role.key} {role.word}' for role in ROLE_TYPES)}",
        "enum": [role.key for role in ROLE_TYPES],
    }
    properties["basis"]["enum"] = list(get_args(Basis))
    properties["origin"]["enum"] = list(get_args(Origin))
    properties["kind"]["enum"] = [*KIND_WORDS, None]
    properties["level"]["enum"] = [*LEVEL_WORDS, None]
    return schema
