"""Findings as SARIF 2.1.0, which editors and code hosts show beside the text.

Static Analysis Results Interchange Format, OASIS Standard, 27 March 2020:
https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from raci._version import __version__
from raci.analysis import checks
from raci.model import Analysis, Finding
from raci.writers.findings.finding_format import FindingFormat
from raci.writers.findings.positions import Position, position_of

__all__ = ["FORMAT", "render"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(analyses: Sequence[Analysis], made_at: datetime) -> bytes:
    """One run with the checks as its rules; the severities are those of SARIF by the same names."""
    index = {check.id: number for number, check in enumerate(checks.CHECKS)}
    driver = {"name": "raci", "version": __version__, "language": "zh-CN", "rules": _rules()}
    results = [_result(analysis, finding, index) for analysis in analyses for finding in analysis.findings]
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _rules() -> list[dict[str, Any]]:  # Any: JSON nests without end
    return [
        {
            "id": check.id,
            "name": check.title,
            "shortDescription": {"text": check.title},
            "fullDescription": {"text": check.why or check.title},
            "help": {"text": check.remedy or check.title},
            "defaultConfiguration": {"level": check.severity},
        }
        for check in checks.CHECKS
    ]


def _result(analysis: Analysis, finding: Finding, index: dict[str, int]) -> dict[str, Any]:  # Any: as above
    position = position_of(analysis, finding)
    result: dict[str, Any] = {  # Any: as above
        "ruleId": finding.check,
        "level": finding.severity,
        "message": {"text": finding.message},
        "locations": [_location(analysis, position)],
    }
    if finding.check in index:
        result["ruleIndex"] = index[finding.check]
    return result


def _location(analysis: Analysis, position: Position) -> dict[str, Any]:  # Any: as above
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(position.file)}}  # Any: as above
    if position.line is not None:
        region = {"startLine": position.line, "startColumn": position.column or 1}
        if position.end_line is not None and position.end_line >= position.line:
            region["endLine"] = position.end_line
        physical["region"] = region
    location: dict[str, Any] = {"physicalLocation": physical}  # Any: as above
    words = " ".join(filter(None, (analysis.document.title, position.words)))
    if words:
        location["logicalLocations"] = [{"fullyQualifiedName": words, "kind": "element"}]
    return location


def _uri(file: str) -> str:
    """A path as a URI reference: relative ones as they are, absolute ones with their scheme."""
    path = PurePath(file)
    if path.is_absolute():
        return Path(file).as_uri()
    return quote(path.as_posix()) or "stdin"


FORMAT = FindingFormat("sarif", "SARIF 2.1.0，编辑器和代码平台可显示", 30, render, (".sarif", ".json"))
