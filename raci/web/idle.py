"""Garbage is collected when an answer has gone out, so that no click waits for it."""

from __future__ import annotations

import gc
from itertools import count

from starlette.background import BackgroundTask

__all__ = ["tidy"]

#: so many collections of young objects since the last whole one: Python would soon make another, amid a change
_DUE = 8
#: each time of so many all is looked through, else what is new
_WHOLE = 16
_times = count(1)


def tidy() -> BackgroundTask:
    """What is done behind an answer that has made many values.

    What is left is not looked through again for a while: plans are values without cycles, and go when nobody holds
    them.
    """
    return BackgroundTask(_collect)


def _collect() -> None:
    if gc.get_count()[2] < _DUE:
        return
    if next(_times) % _WHOLE == 0:
        gc.unfreeze()
    gc.collect()
    gc.freeze()
