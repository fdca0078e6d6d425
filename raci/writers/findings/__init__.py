"""The forms in which findings are handed out: one module a format, each declared by one ``FORMAT``."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from raci.writers.findings.finding_format import FindingFormat

__all__ = ["FindingFormat", "finding_formats"]


@cache
def finding_formats() -> Mapping[str, FindingFormat]:
    """Name → format, in the order of lists: the ``FORMAT`` of each module here."""
    modules = [import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__)]
    declared = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return MappingProxyType({known.name: known for known in sorted(declared, key=lambda known: known.position)})
