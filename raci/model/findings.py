"""Findings: what needs a human eye, and how urgent it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

__all__ = ["SEVERITIES", "Finding", "Severity", "SeverityType"]

#: the keys of the severities, for type checkers; a test holds them to SEVERITIES
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class SeverityType:
    """How urgent a finding is: ``key`` in data, ``word`` on the command line, ``request`` in the table 待核."""

    key: Severity
    word: str
    request: str


#: key → the severity, the most urgent first
SEVERITIES: Mapping[Severity, SeverityType] = MappingProxyType(
    {
        severity.key: severity
        for severity in (
            SeverityType("error", "错误", "须改正"),
            SeverityType("warning", "警告", "请核对"),
            SeverityType("note", "提示", "请留意"),
        )
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that needs a human eye. ``check`` is the id of the check; spans and ``clause`` say where."""

    check: str
    severity: Severity
    message: str
    start: int | None = None
    end: int | None = None
    clause: int | None = None
