"""The command line: one module a command, loaded when it is asked for."""

from __future__ import annotations

import sys

__all__ = ["COLLECTIONS", "main"]

#: how seldom Python looks for garbage (gc.set_threshold): what is loaded stays, and looking through it again and again
#: takes a tenth of a short run
COLLECTIONS = (50_000, 20, 50)


def main() -> None:
    """Run ``raci`` with the arguments of the process, and exit."""
    import gc

    from raci.cli.app import run

    gc.set_threshold(*COLLECTIONS)
    sys.exit(run())
