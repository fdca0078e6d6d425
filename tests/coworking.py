"""Rows of made-up plans: who has a part in which task, written in a line each."""

from __future__ import annotations

import pandas as pd

from raci.networks.material import Material
from raci.storage.rows import COLUMNS

#: role → the letter by which ``rows_of`` writes it
ROLES = {"L": "lead", "R": "responsible", "S": "support"}


def rows_of(*tasks: str, document: str = "方案", document_id: str = "d1") -> pd.DataFrame:
    """Rows of tasks like ``整治河道: 县水利局L 县城管局S``; names are canonical as they stand."""
    rows = []
    for number, written in enumerate(tasks, start=1):
        task, _, bodies = written.partition(":")
        chapter, _, heading = task.rpartition(">")
        for body in bodies.split():
            row = dict.fromkeys(COLUMNS)
            row |= {
                "document": document, "source": f"{document}.txt", "number": f"（{number}）", "task": heading.strip(),
                "path": chapter.strip(), "department": body[:-1], "canonical": body[:-1],
                "department_id": f"{body[:-1]}@1", "kind": "government", "level": "county", "jurisdiction": "青溪县",
                "role": ROLES[body[-1]], "letter": "R", "profile": "explicit", "basis": "annotation", "rule": "r",
                "start": 0, "end": 0, "quote": bodies, "origin": "text", "document_id": document_id, "layer": "main",
            }  # fmt: skip
            rows.append(row)
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)


def documents_of(*documents: tuple[str, str, int | None, str | None, str]) -> pd.DataFrame:
    """Documents: id, title, year, place, issuers (by ；)."""
    return pd.DataFrame(
        [
            {"document_id": own_id, "title": title, "source": f"{title}.txt", "year": year, "place": place,
             "level": "county", "issuers": issuers}
            for own_id, title, year, place, issuers in documents
        ],
        dtype=object,
    )  # fmt: skip


def material_of_tasks(*tasks: str) -> Material:
    """One document of these tasks."""
    return Material.of(rows_of(*tasks))
