"""Findings as JUnit XML, which continuous integration shows as failed tests: a suite a document, a case a check."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from datetime import datetime

from raci.analysis import checks
from raci.escaping import clean
from raci.model import Analysis
from raci.writers.findings.finding_format import FindingFormat
from raci.writers.findings.lines import line_of

__all__ = ["FORMAT", "render"]


def render(analyses: Sequence[Analysis], made_at: datetime) -> bytes:
    """The suites; a case fails with all findings of its check, those of the severity 提示 are only written out."""
    root = ET.Element("testsuites", {"name": "raci check"})
    for analysis in analyses:
        _suite(root, analysis)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _suite(root: ET.Element, analysis: Analysis) -> None:
    document = analysis.document
    name = clean(document.source or document.title or "-")
    suite = ET.SubElement(root, "testsuite", {"name": name})
    titles = {check.id: check.title for check in checks.CHECKS}
    ids = dict.fromkeys((*titles, *(finding.check for finding in analysis.findings)))
    failed = 0
    for check in ids:
        found = [finding for finding in analysis.findings if finding.check == check]
        case = ET.SubElement(suite, "testcase", {"classname": name, "name": f"{titles.get(check, check)} [{check}]"})
        urgent = [finding for finding in found if finding.severity != "note"]
        lines = "\n".join(clean(line_of(analysis, finding)) for finding in found)
        if urgent:
            failed += 1
            failure = ET.SubElement(case, "failure", {"message": clean(urgent[0].message), "type": urgent[0].severity})
            failure.text = lines
        elif lines:
            ET.SubElement(case, "system-out").text = lines
    suite.attrib |= {"tests": str(len(ids)), "failures": str(failed), "errors": "0", "skipped": "0"}


FORMAT = FindingFormat("junit", "JUnit XML，持续集成可显示", 40, render, (".xml",))
