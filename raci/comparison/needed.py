"""The libraries that a comparison needs, which an extra brings."""

from __future__ import annotations

from raci.errors import OptionError
from raci.extras import install_line

__all__ = ["missing"]


def missing(library: str) -> OptionError:
    """The fault to raise where a library of the extra ``diff`` is not installed."""
    return OptionError(f"比较版本要用 {library}，尚未安装", remedy=f"请先运行 {install_line('diff')}")
