"""Bodies that no longer existed at the document's date."""

from __future__ import annotations

from collections.abc import Iterator

from raci.analysis.checks.by_task import counted
from raci.analysis.checks.values import Check, Issue
from raci.model import Analysis, Department, Document
from raci.rules.lexicon import lexicon_pattern

__all__ = ["CHECK", "gone_at", "replaced"]

#: years within which local bodies followed the national reforms (of 2018: by the end of 2019)
_GRACE = 2


def replaced(body: Department) -> bool:
    """Whether a reform has replaced a body, and the document does not itself call it a former one (原环境保护部)."""
    return body.until is not None and not lexicon_pattern("checks.former").search(body.name)


def gone_at(body: Department, document: Document) -> bool:
    """Whether a reform had replaced a body before the document was made, and there had been time to follow it."""
    date = document.date or ""
    return replaced(body) and body.until is not None and date[:4].isdigit() and body.until + _GRACE <= int(date[:4])


def _find(analysis: Analysis) -> Iterator[Issue]:
    """Each body, where it is first named, that a reform had replaced before the document was made."""
    year = (analysis.document.date or "")[:4]
    reported: set[str] = set()
    for assignment in counted(analysis):
        body = assignment.department
        if body.name in reported or not gone_at(body, analysis.document):
            continue
        reported.add(body.name)
        carriers = body.current or body.heirs
        successors = f"，现由{'、'.join(carriers)}承担" if carriers else ""
        yield Issue(
            f"“{body.name}”已在 {body.until} 年的机构改革中撤并，而文件成文于 {year} 年{successors}",
            assignment.start,
            assignment.end,
            assignment.clause.index,
        )


CHECK = Check(
    "gone",
    "机构已撤并",
    "note",
    _find,
    why="撤并了的单位办不了事，发给它的函会退回。",
    remedy="改写为承担其职责的单位；加 --as-of 可看是哪一家。",
    source="raci/data/register/successions.csv（各条注明依据）",
    finds=("云泽市农业方案\n一、办好农业。（责任单位：市农业局、市财政局）\n\n云泽市人民政府\n2023年3月5日\n",),
    passes=(
        "云泽市农业方案\n一、办好农业。（责任单位：市农业农村局）\n\n云泽市人民政府\n2023年3月5日\n",
        "云泽市农业方案\n一、清理旧账。（责任单位：原市农业局、市财政局）\n\n云泽市人民政府\n2023年3月5日\n",
    ),
)
