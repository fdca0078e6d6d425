"""What was put right on the page, as a ``raci.toml``: what names mean and what columns are, for later documents too."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from raci.atomic import write_file
from raci.config.settings import SETTINGS, load_settings
from raci.errors import RaciError
from raci.web.projects.plan import PlanState

__all__ = ["own_settings", "settings_path", "settings_text", "write_settings"]

_LINES = {"same": "{key} = [{values}]", "columns": "{key} = {values}"}


def own_settings(state: PlanState) -> dict[str, dict[str, tuple[str, ...]]]:
    """Section → key → values: under ``same`` canonical name → other spellings, under ``columns`` head → role."""
    same: dict[str, tuple[str, ...]] = {}
    for edit in state.outcome.applied:
        if edit.field == "canonical" and edit.after and edit.after != edit.name:
            same = {name: tuple(other for other in written if other != edit.name) for name, written in same.items()}
            same[edit.after] = (*same.get(edit.after, ()), edit.name)
    columns: dict[str, tuple[str, ...]] = {
        head: (role,) for head, role in state.settings.get("columns", {}).items() if role
    }
    same = {name: written for name, written in same.items() if written}
    return {name: section for name, section in (("same", same), ("columns", columns)) if section}


def settings_path(state: PlanState) -> Path:
    """The ``raci.toml`` beside the document, which need not be there."""
    return Path(state.analysis.document.source).parent / SETTINGS


def settings_text(own: Mapping[str, Mapping[str, tuple[str, ...]]], before: str = "") -> str:
    """A ``raci.toml`` with what ``before`` says, and more lines under its sections; what it says already stays."""
    text = before if not before or before.endswith("\n") else f"{before}\n"
    for name, section in own.items():
        lines = [
            _LINES[name].format(key=json.dumps(key, ensure_ascii=False), values=_listed(values))
            for key, values in section.items()
            if json.dumps(key, ensure_ascii=False) not in before and not _stands(key, before)
        ]
        if not lines:
            continue
        head = f"[{name}]\n"
        added = "\n".join(lines) + "\n"
        text = text.replace(head, head + added, 1) if head in text else f"{text}{head}{added}"
    return text


def write_settings(state: PlanState) -> Path:
    """Write what was put right into the ``raci.toml`` beside the document; what stood there stays.

    Raises RegisterError, and leaves the file as it was, where the two do not go together; WriteError.
    """
    path = settings_path(state)
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    text = settings_text(own_settings(state), before)
    write_file(path, text.encode())
    try:
        load_settings(path)
    except RaciError:
        if before:
            write_file(path, before.encode())
        else:
            path.unlink()
        raise
    return path


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(json.dumps(value, ensure_ascii=False) for value in values)


def _stands(key: str, text: str) -> bool:
    """Whether a key stands at the beginning of a line, without quotes."""
    return any(line.partition("=")[0].strip() == key for line in text.splitlines())
