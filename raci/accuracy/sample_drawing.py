"""A sample drawn for judging: rows of all assignments, clauses of all that raci knows of.

These are every task, assigned or not, and where the text is at hand the clauses that it took for none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from raci.accuracy.sample import AccuracySample, SampledClause, SampledRow
from raci.accuracy.sampling import Drawn, Stratum, draw
from raci.accuracy.strata import BY, stratum_values
from raci.errors import OptionError
from raci.model.labels import ROLE_WORDS

if TYPE_CHECKING:
    from raci.networks.material import Material

__all__ = ["draw_sample"]

_IS_TASK, _NO_TASK = "认作任务", "没有认作任务"


def draw_sample(
    material: Material,
    clauses: pd.DataFrame,
    number: int,
    clause_number: int,
    by: Sequence[str],
    seed: int,
    whole_text: bool = False,
) -> AccuracySample:
    """The sample; ``clauses`` lists those to draw from (``document_no``, ``path``, ``number``, ``task``, ``text``,
    ``is_task``, and where some stand for others ``stands_for``: for how many). ``whole_text`` says whether those that
    were taken for no tasks would be among them.

    Raises OptionError for an unknown key in ``by``, a number that is none, and where there is nothing to draw from.
    """
    if unknown := [key for key in by if key not in BY]:
        raise OptionError(f"没有“{'、'.join(unknown)}”", place="--by", remedy=f"可用：{'、'.join(BY)}")
    for option, count, least in (("-n", number, 1), ("--clauses", clause_number, 0)):
        if count < least:
            raise OptionError(f"要抽 {count} 条", place=option, remedy=f"请写不小于 {least} 的整数")
    rows = material.assignments[material.assignments["department"].notna()]
    if rows.empty:
        raise OptionError("没有可抽的分工", place="source", remedy="请检查输入")
    document_values = {key: stratum_values(material.documents[key], key) for key in by if BY[key][1]}
    texts = dict(zip(_clause_keys(clauses), clauses["text"], strict=True))
    drawn_rows, strata = _draw(rows, document_values, by, number, seed)
    clause_by = tuple(key for key in by if BY[key][1])
    is_task = [_IS_TASK if value else _NO_TASK for value in clauses["is_task"]]
    stands_for = clauses["stands_for"].tolist() if "stands_for" in clauses else [1.0] * len(clauses)
    drawn_clauses, _ = _draw(clauses, document_values, clause_by, clause_number, seed, is_task, stands_for)
    found = _found(rows)
    titles = material.documents
    return AccuracySample(
        tuple(by),
        clause_by,
        seed,
        tuple(_row(number, one, titles, texts) for number, one in enumerate(drawn_rows, start=1)),
        tuple(_clause(number, one, titles, found) for number, one in enumerate(drawn_clauses, start=1)),
        len(rows),
        round(sum(stands_for)),
        tuple(strata),
        whole_text,
        len(material.copies),
    )


def _draw(
    table: pd.DataFrame,
    document_values: Mapping[str, list[str]],
    by: Sequence[str],
    number: int,
    seed: int,
    more: Sequence[str] | None = None,
    stands_for: Sequence[float] | None = None,
) -> tuple[list[Drawn[Mapping[str, object]]], list[Stratum]]:
    """The rows of a table that are drawn; of clauses ``more`` is one more value to part them by.

    ``stands_for`` says how many each row stands for (1).
    """
    if not number or table.empty:
        return [], []
    documents = [int(value) for value in table["document_no"]]
    columns = [
        [document_values[key][document] for document in documents] if BY[key][1] else stratum_values(table[key], key)
        for key in by
    ]
    if more is not None:
        columns.append(list(more))
    keys = list(zip(*columns, strict=True)) if columns else [()] * len(table)
    items = [{str(key): value for key, value in row.items()} for row in table.to_dict("records")]
    return draw(items, keys, number, seed, stands_for, kept=0 if more is None else 1)


def _row(
    number: int, drawn: Drawn[Mapping[str, object]], documents: pd.DataFrame, texts: Mapping[tuple[str, ...], object]
) -> SampledRow:
    row = drawn.item
    title, source = _document(row, documents)
    heading = " ".join(filter(None, (_text(row, "number"), _text(row, "task"))))
    return SampledRow(
        f"P{number:04}",
        drawn.stratum.key,
        drawn.stratum.weight,
        title,
        source,
        _text(row, "path"),
        heading,
        _plain(texts.get(_key(row))),
        _text(row, "quote"),
        _text(row, "department"),
        _text(row, "canonical"),
        ROLE_WORDS.get(_text(row, "role"), _text(row, "role")),
        _text(row, "deadline"),
    )


def _clause(
    number: int,
    drawn: Drawn[Mapping[str, object]],
    documents: pd.DataFrame,
    found: Mapping[tuple[str, ...], list[tuple[str, str]]],
) -> SampledClause:
    clause = drawn.item
    title, source = _document(clause, documents)
    return SampledClause(
        f"R{number:04}",
        drawn.stratum.key,
        drawn.stratum.weight,
        title,
        source,
        _text(clause, "path"),
        " ".join(filter(None, (_text(clause, "number"), _text(clause, "task")))),
        _text(clause, "text"),
        tuple(dict.fromkeys(found.get(_key(clause), ()))),
    )


def _found(rows: pd.DataFrame) -> dict[tuple[str, ...], list[tuple[str, str]]]:
    found: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for key, department, role in zip(_clause_keys(rows), rows["department"], rows["role"], strict=True):
        found.setdefault(key, []).append((str(department), ROLE_WORDS.get(str(role), str(role))))
    return found


def _clause_keys(table: pd.DataFrame) -> list[tuple[str, ...]]:
    columns = [[_plain(value) for value in table[column]] for column in ("document_no", "path", "number", "task")]
    return list(zip(*columns, strict=True))


def _key(row: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(_plain(row.get(column)) for column in ("document_no", "path", "number", "task"))


def _document(row: Mapping[str, object], documents: pd.DataFrame) -> tuple[str, str]:
    document = documents.iloc[int(str(row["document_no"]))]
    return _plain(document["title"]), _plain(document["source"])


def _text(row: Mapping[str, object], key: str) -> str:
    return _plain(row.get(key))


def _plain(value: object) -> str:
    if isinstance(value, str):
        return value
    if value is None or value is pd.NA or value != value:  # NaN is not equal to itself
        return ""
    return str(value)
