"""What every worker needs, there before it begins: imported by the process that the workers are forked from.

A worker that starts from nothing takes two seconds of a processor to load raci, Dask and Arrow, to compile patterns and
to read names that stand in most documents. One that is forked from a process that has done so takes next to none.
"""

from __future__ import annotations

import gc
from importlib.resources import files

import distributed  # noqa: F401  each worker needs it
import pyarrow.compute
import pyarrow.parquet  # noqa: F401  as above

import raci.batch.chunk_work  # noqa: F401  as above
from raci.batch.rows import rows_of
from raci.config.profiles import load_profile
from raci.pipeline import analyse
from raci.readers.registry import read_bytes

__all__ = ["warm_up"]

#: documents of all forms of annotation
_SAMPLES = files("raci") / "data" / "evaluation"


def warm_up() -> None:
    """Do once what a worker does with documents, and forget the results."""
    for entry in _SAMPLES.iterdir():
        if entry.name.endswith(".txt"):
            for document in read_bytes(entry.read_bytes(), entry.name):
                rows_of(analyse(document), load_profile())
    gc.collect()
    gc.freeze()  # what is there stays, and a search for cycles in a worker need not look at it


warm_up()
