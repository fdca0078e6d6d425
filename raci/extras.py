"""What can be installed beside raci, and the lines that install it."""

from __future__ import annotations

import sys

__all__ = ["install_line", "reinstall_line"]


def install_line(extra: str) -> str:
    """The command that installs an extra of raci (``ocr``, ``fonts``) where this Python finds it.

    It names the interpreter, since the ``pip`` of a shell may be another Python's. raci itself is there already, so
    that the line is the same for a checkout and for a wheel.
    """
    return f'{_pip()} install "raci[{extra}]"'


def reinstall_line(*packages: str) -> str:
    """The command that installs packages anew; raci itself, which may be a checkout, is none of them."""
    return f"{_pip()} install --force-reinstall {' '.join(packages)}"


def _pip() -> str:
    python = sys.executable or "python"
    if " " in python:
        python = f'& "{python}"' if sys.platform == "win32" else f'"{python}"'
    return f"{python} -m pip"
