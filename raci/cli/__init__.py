"""The command line: one module a command, loaded when it is asked for."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run ``raci`` with the arguments of the process, and exit."""
    from raci.cli.app import run

    sys.exit(run())
