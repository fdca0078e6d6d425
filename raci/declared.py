"""What the modules of a package declare: formats and kinds are found, so that a new one is a new module alone."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["declared"]

Value = TypeVar("Value")


def declared(package: str, kind: type[Value]) -> list[Value]:
    """The values of a type that stand in the modules of a package, each once, in the order of the modules' names.

    The modules, those of packages below among them, are loaded here: whoever asks late loads late.
    """
    values = (value for module in _modules(package) for value in vars(module).values() if isinstance(value, kind))
    return list({id(value): value for value in values}.values())


def _modules(package: str) -> Iterator[ModuleType]:
    for entry in pkgutil.iter_modules(import_module(package).__path__, f"{package}."):
        yield import_module(entry.name)
        if entry.ispkg:
            yield from _modules(entry.name)
