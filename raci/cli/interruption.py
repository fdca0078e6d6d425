"""Ctrl-C that nobody swallows: a library may be interrupted where Python only says “Exception ignored”."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

__all__ = ["interruption_kept"]


@contextmanager
def interruption_kept() -> Iterator[Callable[[], None]]:
    """Within it Ctrl-C ends the run as ever; where that was swallowed, what is given raises it at its next call.

    Python runs finalizers of other libraries between any two steps, and what is raised in one goes nowhere.
    """
    seen = False

    def note(number: int, frame: FrameType | None) -> NoReturn:
        nonlocal seen
        seen = True
        raise KeyboardInterrupt

    def check() -> None:
        if seen:
            raise KeyboardInterrupt

    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:
        yield check  # whoever called has ways of its own
        return
    signal.signal(signal.SIGINT, note)
    try:
        yield check
        check()
    finally:
        signal.signal(signal.SIGINT, before)
