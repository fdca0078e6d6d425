"""What networks are made of: the tables of documents, assignments and memberships, as DataFrames."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from raci.errors import OptionError
from raci.storage.parse_rows import NEEDED, PATH_MARK
from raci.storage.rows import COLUMNS
from raci.views.documents import DOCUMENT_COLUMNS
from raci.views.issuer_rows import ISSUER_COLUMNS
from raci.views.org_rows import ORG_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Hashable

__all__ = ["ROW_COLUMNS", "Material"]

#: the columns of assignments that networks are made of: all but the words that they come from
ROW_COLUMNS = tuple(key for key in COLUMNS if key not in ("quote", "rule", "inherited_from", "origin"))


@dataclass(frozen=True, eq=False)
class Material:
    """The tables of the codebook: ``documents``, ``assignments`` (明细), ``memberships`` (组成人员), ``issuers``.

    Every row of the last three has the number of its document (``document_no``), its place in ``documents``, where one
    is listed for each document that occurs. ``issuers`` None: only the names in ``documents`` are known. ``copies``
    are the files whose full text came from another file too, and whose rows were left out; ``made_by`` says by which
    raci, rules, register and profile the rows were read, as far as is known.
    """

    documents: pd.DataFrame
    assignments: pd.DataFrame
    memberships: pd.DataFrame
    issuers: pd.DataFrame | None = None
    copies: tuple[str, ...] = ()
    made_by: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        assignments: pd.DataFrame,
        documents: pd.DataFrame | None = None,
        memberships: pd.DataFrame | None = None,
        issuers: pd.DataFrame | None = None,
        made_by: Mapping[str, str] | None = None,
    ) -> Material:
        """The tables joined; assignments of a copy of a document count once.

        Rows without their document in ``documents`` get one of which only the title is known.

        Raises OptionError where ``assignments`` are none.
        """
        if missing := [column for column in NEEDED if column not in assignments]:
            raise OptionError(
                f"这不是 raci 的明细行，缺少列 {'、'.join(missing)}",
                place="DataFrame",
                remedy="请用 raci.rows 的结果，或读入 assignments.csv",
            )
        listed = _with_columns(documents if documents is not None else pd.DataFrame(), DOCUMENT_COLUMNS)
        members = _with_columns(memberships if memberships is not None else pd.DataFrame(), ORG_COLUMNS)
        rows, copies = _without_copies(_with_texts(_with_columns(assignments, COLUMNS)))
        issued = _with_columns(issuers, ISSUER_COLUMNS) if issuers is not None else pd.DataFrame()
        numbers: dict[Hashable, int] = {}
        for number, (own_id, source, title) in enumerate(_keys(listed, "title")):
            for key in filter(None, (own_id, (source, title))):
                numbers.setdefault(key, number)
        added: list[dict[str, object]] = []
        numbered = []
        for table in (rows, members, issued):
            found = []
            for own_id, source, title in _keys(table, "document"):
                known = next((numbers[key] for key in (own_id, (source, title)) if key and key in numbers), None)
                if known is None:
                    known = len(listed) + len(added)
                    added.append({"document_id": own_id, "source": source, "title": title})
                    numbers[own_id or (source, title)] = known
                numbers.setdefault((source, title), known)
                found.append(known)
            numbered.append(table.assign(document_no=pd.Series(found, index=table.index, dtype="int64")))
        if added:
            more = pd.DataFrame(added, columns=list(listed.columns), dtype=object)
            listed = pd.concat([listed.astype(object), more], ignore_index=True)
        rows, members, issued = numbered
        known_issuers = issued if issuers is not None else None
        return cls(listed.reset_index(drop=True), rows, members, known_issuers, copies, dict(made_by or {}))


def _without_copies(rows: pd.DataFrame) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """The rows without those of a file whose full text (``document_id``) came from another file before; those files."""
    if rows.empty or rows["document_id"].isna().all():
        return rows, ()
    known = rows["document_id"].fillna("").astype(str)
    sources = rows["source"].fillna("").astype(str)
    copied = (known != "") & (sources != sources.groupby(known).transform("first"))
    if not copied.any():
        return rows, ()
    return rows[~copied].reset_index(drop=True), tuple(dict.fromkeys(sources[copied]))


def _with_texts(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with their paths as texts: Parquet has them as lists."""
    if "path" not in rows or not any(not isinstance(path, str) for path in rows["path"]):
        return rows
    paths = [
        path if isinstance(path, str) else PATH_MARK.join(map(str, path if path is not None else ()))
        for path in rows["path"]
    ]
    return rows.assign(path=pd.Series(paths, index=rows.index, dtype=object))


def _keys(table: pd.DataFrame, title: str) -> list[tuple[str, str, str]]:
    """The id, source and title of the document of each row; empty where not known."""
    if table.empty:
        return []
    if "document_id" not in table:
        table = table.assign(document_id=None)
    columns = [
        ["" if value is None or pd.isna(value) else str(value) for value in table[column]]
        for column in ("document_id", "source", title)
    ]
    return list(zip(*columns, strict=True))


def _with_columns(table: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    missing = [column for column in columns if column not in table]
    return table.assign(**dict.fromkeys(missing)) if missing else table
