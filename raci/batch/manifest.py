"""``manifest.json``: what a store was made from and by, how much is in it, what failed and why."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from raci.atomic import write_file
from raci.batch.recipe import Recipe, differences
from raci.batch.store import read_manifest
from raci.batch.tables import MANIFEST
from raci.errors import OptionError

__all__ = ["StoreContent", "check_recipe", "chunk_size_of", "failure_summary", "write_manifest"]

#: of the store; another one has other tables
_FORMAT = 1
#: files per chunk where nothing is said
_CHUNK = 100
#: so many reasons of failures are listed; the table ``failures`` has them all
_MOST_REASONS = 50


def chunk_size_of(folder: Path) -> int:
    """How many files a chunk of the store in a folder has: as it was begun with, or as usual."""
    manifest = read_manifest(folder)
    try:
        return int((manifest or {})["recipe"]["chunk"])
    except (KeyError, TypeError, ValueError):
        return _CHUNK


def check_recipe(folder: Path, recipe: Recipe) -> None:
    """Raises OptionError that names what differs, where the store in a folder was made by another recipe."""
    manifest = read_manifest(folder)
    if manifest is None:
        return
    earlier = manifest.get("recipe")
    if not isinstance(earlier, dict) or manifest.get("format") != _FORMAT:
        raise OptionError("库的格式与这一版 raci 的不同", place=folder, remedy="请用 -o 换一个文件夹重新读出")
    if different := differences(earlier, recipe):
        remedy = "请用 -o 换一个文件夹重新读出，或用回原来的版本和选项"
        raise OptionError(f"库是用别的版本或选项写的：{'；'.join(different)}", place=folder, remedy=remedy)


@dataclass(frozen=True, slots=True)
class StoreContent:
    """What is in a store: its chunks in order, the rows of each table, why what failed, what was no input."""

    chunks: Sequence[str] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    failures: Sequence[Mapping[str, Any]] = ()  # Any: JSON nests without end
    left_out: Sequence[str] = ()


def write_manifest(
    folder: Path,
    recipe: Recipe,
    inputs: Sequence[str],
    content: StoreContent | None = None,
) -> None:
    """Write the manifest, of a run that is at work where it has no ``content`` yet.

    It holds no time of day: the same inputs give the same bytes. Raises WriteError.
    """
    told = content or StoreContent()
    manifest = {
        "raci": recipe["raci"],
        "format": _FORMAT,
        "complete": content is not None,
        "recipe": dict(recipe),
        "inputs": list(inputs),
        "counts": dict(told.counts),
        "failures": list(told.failures),
        "left_out": list(told.left_out),
        "chunks": list(told.chunks),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    write_file(folder / MANIFEST, f"{text}\n".encode("utf-8", "backslashreplace"))


def failure_summary(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:  # Any: as above
    """Why inputs failed: each reason with how many, and the first of them; the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    firsts: dict[tuple[str, str], str] = {}
    for row in rows:
        reason = (row["step"], row["what"])
        counts[reason] += 1
        firsts[reason] = min(firsts.get(reason, row["source"]), row["source"])
    ranked = sorted(counts, key=lambda reason: (-counts[reason], reason))[:_MOST_REASONS]
    return [
        {"step": step, "what": what, "count": counts[step, what], "first": firsts[step, what]} for step, what in ranked
    ]
