"""Gold files: what a careful reader takes from a document, and how rows compare with it.

A gold file is a list of documents::

    [{"document": "title or file stem", "form": "bracket-labels",        form: optional (raci.accuracy.forms)
      "clauses": [{"clause": "（一）清理河道", "covers": ["（二）…"],       covers, optional, deadline: optional
                   "annotation": "（牵头单位：…）",
                   "assignments": [{"dept": "县水利局", "role": "lead"},
                                   {"any": [["甲", "乙"], ["甲和乙"]], "role": ["lead", "responsible"]}],
                   "optional": [["县河长办", "support"]], "deadline": "2025年底前"}]}]

``any`` lists the readings that are all right, a list as ``role`` the roles. A true positive is a (clause, department as
written, role) that both sides have. Clauses that share a heading, or that one annotation covers, count as one.
Rows count that are known by annotation or table; of a clause with a ``sentence`` instead of an ``annotation`` those
that are known by prose, and of the others those that the gold has too. Rows that are handed down (``inherited``) count
neither way.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from raci.accuracy.folding import FoldedText, fold, fold_lines, heading_key, stem_of
from raci.accuracy.forms import OUTSIDE, form_of
from raci.errors import ReadError

__all__ = ["Difference", "GoldComparison", "compare", "parse_gold"]

_REMEDY = "格式见 docs/accuracy.md"
_MARKED, _PROSE = frozenset(("annotation", "table")), frozenset(("prose",))

Claim = tuple[str, str]
GoldDocument = Mapping[str, Any]  # Any: JSON nests without end


@dataclass(frozen=True, slots=True)
class Difference:
    """A clause where rows and gold differ: (department, role) that are ``missing``, and those that are ``extra``."""

    document: str
    clause: str
    form: str
    missing: tuple[Claim, ...]
    extra: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class GoldComparison:
    """One document: form → counts (``tp``, ``fp``, ``fn``, ``clauses``, ``exact``), and where it differs."""

    document: str
    counts: Mapping[str, Counter[str]]
    differences: tuple[Difference, ...] = field(default=())


def parse_gold(text: str, place: str) -> list[GoldDocument]:
    """The documents of a gold file. Raises ReadError where it is none, naming the document and clause."""
    try:
        documents = json.loads(text)
    except ValueError as error:
        raise ReadError(f"不是有效的 JSON（{error}）", place=place, remedy=_REMEDY) from error
    if not isinstance(documents, list) or not documents:
        raise ReadError("应是文件的列表", place=place, remedy=_REMEDY)
    for number, document in enumerate(documents, start=1):
        if not isinstance(document, dict) or not isinstance(document.get("clauses"), list):
            raise ReadError(f"第 {number} 份文件没有 clauses", place=place, remedy=_REMEDY)
        for clause_number, clause in enumerate(document["clauses"], start=1):
            if fault := _fault(clause):
                raise ReadError(f"第 {number} 份文件第 {clause_number} 条：{fault}", place=place, remedy=_REMEDY)
    return documents


def _fault(clause: object) -> str:
    if not isinstance(clause, dict) or not isinstance(clause.get("clause"), str):
        return "没有 clause"
    items = clause.get("assignments")
    if not isinstance(items, list):
        return "没有 assignments"
    for item in items:
        if not isinstance(item, dict) or not ("dept" in item or "any" in item) or "role" not in item:
            return "分工应有 dept（或 any）和 role"
    return ""


def compare(
    document: GoldDocument, rows: Iterable[Mapping[str, object]], text: str = "", stem: str = ""
) -> GoldComparison:
    """How the rows of one document compare with its gold; ``text`` is that of the document, for the forms."""
    name = str(document.get("document") or stem)
    prose = any("sentence" in clause for clause in document["clauses"])
    rows = list(rows)
    found = _claims(rows, _PROSE if prose else _MARKED)
    # a last sentence of names and verbs alone is read as a label is: right all the same
    marked = _claims(rows, _MARKED) if prose else {}
    folded = fold_lines(text)
    counts: dict[str, Counter[str]] = {}
    differences: list[Difference] = []
    seen: set[str] = set()
    for keys, clauses in _groups(document["clauses"]):
        have = set().union(*(found.get(key, set()) for key in keys))
        beside = set().union(*(marked.get(key, set()) for key in keys))
        want = {claim for clause in clauses for item in clause["assignments"] for claim in _chosen(item, have | beside)}
        have |= want & beside
        have -= {(fold(body), role) for clause in clauses for body, role in clause.get("optional", [])} - want
        seen |= keys
        form = str(clauses[0].get("form") or document.get("form") or "") or _form(clauses[0], folded)
        count = counts.setdefault(form, Counter())
        count.update(tp=len(want & have), fn=len(want - have), fp=len(have - want), clauses=1, exact=want == have)
        if want != have:
            missing, extra = tuple(sorted(want - have)), tuple(sorted(have - want))
            differences.append(Difference(name, clauses[0]["clause"], form, missing, extra))
    for key, have in found.items():
        if key not in seen and have:
            counts.setdefault(OUTSIDE, Counter()).update(fp=len(have), clauses=1)
            differences.append(Difference(name, key, OUTSIDE, (), tuple(sorted(have))))
    return GoldComparison(name, counts, tuple(differences))


def _form(clause: Mapping[str, Any], folded: FoldedText) -> str:  # Any: as above
    return "prose" if "sentence" in clause else form_of(str(clause.get("annotation", "")), folded, clause["clause"])


def _claims(rows: Iterable[Mapping[str, object]], bases: frozenset[str]) -> dict[str, set[Claim]]:
    """Key of a heading → the claims of the rows that count."""
    claims: dict[str, set[Claim]] = {}
    for row in rows:
        if row.get("department") and row.get("basis") in bases:
            key = heading_key(str(row.get("task") or ""), str(row.get("number") or ""))
            claims.setdefault(key, set()).add((fold(str(row["department"])), str(row["role"])))
    return claims


def _groups(clauses: Sequence[Mapping[str, Any]]) -> list[tuple[set[str], list[Mapping[str, Any]]]]:  # Any: as above
    """The clauses that share a heading, or that one annotation covers, joined: their keys, and they."""
    groups: list[tuple[set[str], list[Mapping[str, Any]]]] = []
    for clause in clauses:
        keys = {heading_key(text) for text in (clause["clause"], *clause.get("covers", []))}
        joined = [group for group in groups if group[0] & keys]
        groups = [group for group in groups if not group[0] & keys]
        together = [earlier for group in joined for earlier in group[1]]
        groups.append((keys.union(*(group[0] for group in joined)), [*together, clause]))
    return groups


def _chosen(item: Mapping[str, Any], have: set[Claim]) -> set[Claim]:  # Any: as above
    """Of an item's readings that are all right, the one that the rows have most of."""
    readings = [[fold(name) for name in reading] for reading in item.get("any", [[item.get("dept")]])]
    roles = item["role"] if isinstance(item["role"], list) else [item["role"]]
    options = [{(name, role) for name in reading} for reading in readings for role in roles]
    return max(options, key=lambda option: (len(option & have) / max(1, len(option)), -len(option)))


def names_of(document: GoldDocument, stem: str) -> tuple[str, ...]:
    """The names by which the rows of a gold document are found: the file's stem, its own title."""
    return tuple(dict.fromkeys(filter(None, (fold(stem), fold(str(document.get("document", "")))))))


def own_names(row: Mapping[str, object]) -> set[str]:
    """The names by which a row's document is known: its title, the stem of its file."""
    return {fold(str(row.get("document") or "")), stem_of(str(row.get("source") or ""))} - {""}
