"""How far long work is: a line on a terminal that is written over again and again, seldom a line elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import monotonic

import click

__all__ = ["EVERY", "ProgressLine"]

#: seconds between two lines where standard error is no terminal but a file, as with jobs on a cluster
EVERY = 30.0


class ProgressLine:
    """Says on standard error what is being done; ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._terminal = sys.stderr.isatty()
        self._last = clock()
        self._shown = False

    def show(self, words: str) -> None:
        """On a terminal at once, in the place of what was said before; elsewhere as a line of its own, now and then."""
        if self._terminal:
            click.echo(f"\r{words}\x1b[K", err=True, nl=False)
            self._shown = True
        elif self._clock() - self._last >= EVERY:
            click.echo(words, err=True)
            self._last = self._clock()

    def clear(self) -> None:
        """Takes the line away from the terminal."""
        if self._shown:
            click.echo("\r\x1b[K", err=True, nl=False)
            self._shown = False
