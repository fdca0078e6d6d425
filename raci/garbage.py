"""Python's search for garbage in cycles, put off while many values are made that all stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["collection_paused"]


@contextmanager
def collection_paused() -> Iterator[None]:
    """Within it no garbage in cycles is sought: each search looks through all that is held, a fifth of a ledger's time.

    What nobody holds goes at once, as ever. As a decorator: while the function runs.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
