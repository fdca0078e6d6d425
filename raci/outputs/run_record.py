"""``run.json``: how a build went with a plan; and what an earlier run wrote, by its record."""

from __future__ import annotations

import json
import platform
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

from raci._version import __version__
from raci.config.clock import fixed_time
from raci.outputs.results import SkippedFile
from raci.readers.files.folders import RECORD
from raci.rules import Rule
from raci.writers.job import Job

__all__ = ["RunSummary", "outdated_files", "run_record"]


@dataclass(frozen=True, slots=True)
class RunSummary:
    """How a build went with a plan: its ``files``, what was ``skipped``, the ``counts`` of
    ``raci.views.tables.about.counts``, the ``seconds`` of each step, what is known of the ``drawings``.
    """

    files: tuple[str, ...]
    skipped: tuple[SkippedFile, ...]
    counts: Mapping[str, int]
    seconds: Mapping[str, float]
    drawings: Mapping[str, object]


def run_record(job: Job, rules: Sequence[Rule], summary: RunSummary) -> bytes:
    """The bytes of ``run.json``: versions, document, profile, the user's ``rules``, and how the build went.

    Where SOURCE_DATE_EPOCH is set, two runs are to give the same bytes: ``made`` is that time, and ``seconds`` is
    empty, since no two runs take equally long.
    """
    seconds = {} if fixed_time() else {step: round(took, 4) for step, took in summary.seconds.items()}
    record = {
        "raci": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "libraries": _libraries(),
        "made": job.made_at.isoformat(timespec="seconds"),
        "document": _document(job),
        "profile": {
            "name": job.profile.name,
            "title": job.profile.title,
            "why": job.profile.why,
            "legend": job.profile.legend(),
        },
        "rules": {
            "files": list(dict.fromkeys(rule.file for rule in rules)),
            "own": [rule.id for rule in rules],
            "stopped": list(job.analysis.stopped),
        },
        "counts": dict(summary.counts),
        "drawn": {key: value for key, value in summary.drawings.items() if value},
        "files": list(summary.files),
        "skipped": [asdict(skipped) for skipped in summary.skipped],
        "seconds": seconds,
    }
    text = json.dumps(record, ensure_ascii=False, indent=2)
    return f"{text}\n".encode("utf-8", "replace")


def _document(job: Job) -> dict[str, object]:
    document = job.analysis.document
    return {
        "title": document.title,
        "source": document.source,
        "format": document.format,
        "encoding": document.encoding,
        "issuer": document.issuer,
        "issuers": [
            {
                "name": body.name,
                "canonical": body.canonical,
                "id": body.id,
                "level": body.level,
                "jurisdiction": body.jurisdiction,
            }
            for body in job.analysis.issuers
        ],
        "place": job.analysis.place,
        "level": job.analysis.level,
        "number": document.number,
        "date": document.date,
        "characters": len(document.text),
        "rules": list(job.analysis.declarations),
        "notes": list(document.notes),
    }


@cache
def _libraries() -> dict[str, str]:
    """The libraries that raci needs, with their versions here; empty for one that is not installed."""
    versions = {}
    for requirement in metadata.requires("raci") or ():
        match = re.match(r"[\w.-]+", requirement)
        if match and "extra" not in requirement:
            try:
                versions[match.group()] = metadata.version(match.group())
            except metadata.PackageNotFoundError:
                versions[match.group()] = ""
    return versions


def outdated_files(folder: Path, files: Collection[str]) -> list[str]:
    """What an earlier run wrote, by its own record, into folders within that of the plan, and this one does not."""
    folders = {file.rpartition("/")[0] for file in files if "/" in file}
    try:
        earlier = json.loads((folder / RECORD).read_text(encoding="utf-8"))["files"] if folders else []
        return [file for file in earlier if file.rpartition("/")[0] in folders and file not in files]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []  # no record, or not one of ours: then nothing there is ours
