"""``run.json``: how it went with a plan; and what an earlier run wrote, by its own."""

from __future__ import annotations

import json
import platform
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from importlib import metadata
from pathlib import Path

from raci._version import __version__
from raci.clock import fixed
from raci.outputs.results import SkippedFile
from raci.readers.files.folders import RECORD
from raci.rules import Rule
from raci.writers.job import Job

__all__ = ["stale", "write_run_record"]


def write_run_record(
    job: Job,
    rules: Sequence[Rule],
    files: tuple[str, ...],
    skipped: Sequence[SkippedFile],
    counts: Mapping[str, int],
    seconds: Mapping[str, float],
    drawn: Mapping[str, object],
) -> bytes:
    """The bytes of ``run.json``: versions, document, profile, the user's ``rules``, ``counts`` (those of
    ``raci.views.tables.about.counts``), what was ``drawn``, the ``files``, what was left out, the seconds of each step.

    Where SOURCE_DATE_EPOCH is set, two runs are to give the same bytes: ``made`` is that time, and ``seconds`` is
    empty, since no two runs take equally long.
    """
    document, profile = job.analysis.document, job.profile
    told = {
        "raci": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "libraries": _libraries(),
        "made": job.made.isoformat(timespec="seconds"),
        "document": {
            "title": document.title,
            "source": document.source,
            "format": document.format,
            "encoding": document.encoding,
            "issuer": document.issuer,
            "number": document.number,
            "date": document.date,
            "characters": len(document.text),
            "rules": list(job.analysis.declarations),
            "notes": list(document.notes),
        },
        "profile": {
            "name": profile.name,
            "title": profile.title,
            "why": profile.why,
            "legend": profile.legend(),
        },
        "rules": {
            "files": list(dict.fromkeys(rule.file for rule in rules)),
            "own": [rule.id for rule in rules],
            "stopped": list(job.analysis.stopped),
        },
        "counts": dict(counts),
        "drawn": {key: value for key, value in drawn.items() if value},
        "files": list(files),
        "skipped": [asdict(one) for one in skipped],
        "seconds": {} if fixed() else {step: round(took, 4) for step, took in seconds.items()},
    }
    text = json.dumps(told, ensure_ascii=False, indent=2)
    return f"{text}\n".encode("utf-8", "replace")


@cache
def _libraries() -> dict[str, str]:
    """The libraries that raci needs, with the versions that are here."""
    found = {}
    for requirement in metadata.requires("raci") or ():
        match = re.match(r"[\w.-]+", requirement)
        if match and "extra" not in requirement:
            try:
                found[match.group()] = metadata.version(match.group())
            except metadata.PackageNotFoundError:
                found[match.group()] = ""
    return found


def stale(folder: Path, files: Collection[str]) -> list[str]:
    """What an earlier run wrote, by its own record, into the folders within a plan's, and this one does not."""
    here = {file.rpartition("/")[0] for file in files if "/" in file}
    try:
        before = json.loads((folder / RECORD).read_text(encoding="utf-8"))["files"] if here else []
        return [file for file in before if file.rpartition("/")[0] in here and file not in files]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []  # no record, or not one of ours: then nothing there is ours
