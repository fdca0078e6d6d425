"""What studies are made of, whatever a caller gives: a store, rows, files, analyses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from raci.batch.recipe import installed
from raci.batch.store import CorpusStore, open_store
from raci.batch.tables import MANIFEST
from raci.edits.read_rows import read_rows
from raci.errors import OptionError
from raci.model import Analysis
from raci.networks.material import Material
from raci.pipeline import Source, analyses
from raci.storage.rows import document_id
from raci.views import frames
from raci.views.issuer_rows import ISSUER_COLUMNS, issuer_rows
from raci.views.org_rows import ORG_COLUMNS, org_rows

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["StudySource", "distinct", "is_store", "is_table", "material_of", "material_of_analyses", "store_of"]

#: a store or its folder; rows, or the file that holds them; whatever ``raci.rows`` takes
StudySource: TypeAlias = "CorpusStore | pd.DataFrame | Source | Iterable[Source]"
_ROW_FILES = (".csv", ".jsonl")


def is_store(place: object) -> bool:
    """Whether it is the folder of a store."""
    return isinstance(place, str | Path) and (Path(place) / MANIFEST).is_file()


def is_table(place: object) -> bool:
    """Whether it is a file of rows, by its ending."""
    return isinstance(place, str | Path) and Path(place).suffix.lower() in _ROW_FILES and Path(place).is_file()


def store_of(source: object) -> CorpusStore | None:
    """The store that a source is; None where it is none. Raises ReadError for one that is not complete or broken."""
    if isinstance(source, CorpusStore):
        return source
    return open_store(cast("str | Path", source)) if is_store(source) else None


def material_of(source: StudySource, columns: Sequence[str] | None = None) -> Material:
    """The tables of a source: documents, assignments, memberships, issuers.

    Of a large store only the ``columns`` of the assignments that are needed are read.

    Raises ReadError where it cannot be read, OptionError for a table that does not hold rows.
    """
    store = store_of(source)
    if store is not None:
        return _of_store(store, columns)
    if hasattr(source, "to_dict"):  # pandas is not imported to ask for the type
        return Material.of(cast("pd.DataFrame", source))
    if is_table(source):
        return Material.of(read_rows(cast("str | Path", source)))
    return material_of_analyses(analyses(cast("Source | Iterable[Source]", source)))


def distinct(found: Iterable[Analysis]) -> list[Analysis]:
    """The analyses, of those of one full text the first alone: a copy of a file would count its tasks twice."""
    seen: set[str] = set()
    kept = []
    for analysis in found:
        own_id = document_id(analysis.document) or ""
        if own_id not in seen:
            kept.append(analysis)
        if own_id:
            seen.add(own_id)
    return kept


def material_of_analyses(found: Iterable[Analysis]) -> Material:
    """The tables of analyses; copies of one text count once, as in a store. Raises OptionError where there are none."""
    import pandas as pd

    listed = distinct(found)
    if not listed:
        raise OptionError("没有文件", place="source", remedy="请给出文件、文件夹或 raci corpus 写出的库")
    members = [
        row | {"document_id": own_id}
        for analysis in listed
        for own_id in [document_id(analysis.document)]
        for row in org_rows(analysis.groups)
    ]
    issued = [row for analysis in listed for row in issuer_rows(analysis)]
    return Material.of(
        frames.rows_of_all(listed),
        frames.documents(listed),
        pd.DataFrame(members, columns=list(dict.fromkeys([*ORG_COLUMNS, "document_id"])), dtype=object),
        pd.DataFrame(issued, columns=list(ISSUER_COLUMNS), dtype=object),
        {key: installed()[key] for key in ("raci", "code", "rules", "register")},
    )


def _of_store(store: CorpusStore, columns: Sequence[str] | None) -> Material:
    return Material.of(
        store.frame("assignments", columns),
        store.frame("documents"),
        store.frame("memberships"),
        store.frame("issuers"),
        store.manifest.get("recipe"),
    )
