"""The command line: one module a command, loaded when it is asked for."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run ``raci`` with the arguments of the process, and exit."""
    import gc

    from raci.cli.app import run

    # what is loaded stays: looking through it for garbage again and again takes a tenth of a short run
    gc.set_threshold(50_000, 20, 50)
    sys.exit(run())
