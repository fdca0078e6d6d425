"""A store as it is read: its manifest, and its tables as Arrow tables and DataFrames."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from raci.batch.extra import need_extra
from raci.batch.tables import LAST, MANIFEST, SUFFIX, TABLES, arrow_schema
from raci.errors import OptionError, ReadError, reason_of
from raci.storage.parse_rows import PATH_MARK

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

__all__ = ["CorpusStore", "known_inputs", "open_store", "read_manifest", "read_parquet"]

_REMEDY = "请给出 raci corpus 写出的文件夹"


@dataclass(frozen=True, slots=True)
class CorpusStore:
    """A store that ``raci corpus`` wrote: its ``folder``, and what its ``manifest`` says.

    ``complete`` is False while a run is at work or after one was stopped: then not all of the inputs are in the tables.
    """

    folder: Path
    manifest: Mapping[str, Any] = field(repr=False)  # Any: JSON nests without end

    @property
    def complete(self) -> bool:
        """Whether all inputs of the last run are in the store."""
        return self.manifest.get("complete") is True

    @property
    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        return dict(self.manifest.get("counts", {}))

    @property
    def chunks(self) -> tuple[str, ...]:
        """The names of the chunks, in the order of their documents."""
        return tuple(self.manifest.get("chunks", ()))

    def files(self, table: str) -> list[Path]:
        """The files of a table (``documents``, ``tasks``, ``assignments`` …), in order.

        Raises OptionError where there is no such table.
        """
        if table not in TABLES:
            raise OptionError(f"库里没有名为“{table}”的表", place=self.folder, remedy=f"可用：{'、'.join(TABLES)}")
        return [self.folder / table / f"{chunk}{SUFFIX}" for chunk in self.chunks]

    def table(self, table: str, columns: Sequence[str] | None = None) -> pa.Table:
        """All rows of a table, or these ``columns`` of it, as an Arrow table.

        Raises OptionError where there is no such table, ReadError where a file of it is missing or broken.
        """
        need_extra("pyarrow")
        import pyarrow as pa

        schema = arrow_schema(table) if table in TABLES else None
        parts = [read_parquet(file, columns) for file in self.files(table)]
        if parts:
            return pa.concat_tables(parts)
        empty = (schema or pa.schema([])).empty_table()
        return empty if columns is None else empty.select(list(columns))

    def frame(self, table: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
        """The same as a DataFrame, a path as one text; whole numbers of which some are missing are ``Int32``."""
        found = self.table(table, columns)  # first, as it tells where the extra is missing
        import pandas as pd
        import pyarrow as pa

        frame: pd.DataFrame = found.to_pandas(types_mapper={pa.int32(): pd.Int32Dtype()}.get, date_as_object=False)
        if "path" in frame:
            frame["path"] = pd.Series(map(PATH_MARK.join, frame["path"]), index=frame.index, dtype=object)
        return frame


def open_store(folder: str | Path, *, unfinished: bool = False) -> CorpusStore:
    """The store in a folder; one that is ``unfinished`` only where that is allowed.

    Raises ReadError where there is none, or where the run that writes it was stopped.
    """
    folder = Path(folder)
    manifest = read_manifest(folder)
    if manifest is None:
        raise ReadError("不是 raci corpus 写出的库", place=folder, remedy=_REMEDY)
    store = CorpusStore(folder, manifest)
    if not store.complete and not unfinished:
        raise ReadError("库还没有写完（上次中断了）", place=folder, remedy="请用同样的命令再运行一次 raci corpus")
    return store


def known_inputs(folder: Path) -> set[str]:
    """The sources of all files of which there is something in the store, whether a run is through with it or not.

    Raises ReadError where a file of it is broken.
    """
    found: set[str] = set()
    for documents in (folder / LAST).glob(f"*{SUFFIX}"):
        inputs = read_parquet(folder / "inputs" / documents.name, ["source"])
        found.update(inputs["source"].to_pylist())
    return found


def read_parquet(file: Path, columns: Sequence[str] | None = None) -> pa.Table:
    """All rows of a file, or these columns of it. Raises ReadError where it is missing or broken."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with file.open("rb") as opened:  # Arrow itself does not open names of all kinds
            return pq.read_table(opened, columns=None if columns is None else list(columns), partitioning=None)
    except (OSError, pa.ArrowException) as error:
        remedy = f"请删去 {file.name} 在各表中的文件，再运行一次 raci corpus"
        raise ReadError("读不出（缺失或损坏）", place=file, remedy=remedy) from error


def read_manifest(folder: Path) -> dict[str, Any] | None:  # Any: JSON nests without end
    """What the manifest in a folder says; None where there is none.

    Raises ReadError where it is broken, or is not raci's.
    """
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ReadError(f"打不开（{reason_of(error)}）", place=path, remedy=_REMEDY) from error
    except (ValueError, RecursionError) as error:
        raise ReadError("损坏", place=path, remedy="请删去它，再运行一次 raci corpus") from error
    if not isinstance(manifest, dict) or "raci" not in manifest or "chunks" not in manifest:
        raise ReadError("不是 raci 写的", place=path, remedy=_REMEDY)
    return manifest
