"""The files that a comparison becomes: one module a format, each declared by one ``FORMAT``."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from raci.writers.versions.diff_format import DiffFormat

__all__ = ["DiffFormat", "diff_formats"]


@cache
def diff_formats() -> Mapping[str, DiffFormat]:
    """Name → format, in the order of lists: the ``FORMAT`` of each module here."""
    modules = [import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__)]
    declared = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return MappingProxyType({known.name: known for known in sorted(declared, key=lambda known: known.position)})
