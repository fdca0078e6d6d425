"""Who is to do what: responsibility matrices (RACI) from Chinese policy documents.

    import raci

    for document in raci.read("方案.txt"):
        for assignment in raci.extract(document):
            print(assignment.clause.heading, assignment.department.name, assignment.role, assignment.quote)

Everything named here loads on first use: ``import raci`` itself imports next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from raci._version import __version__

if TYPE_CHECKING:
    from raci.build import build
    from raci.checks import check
    from raci.draw import draw
    from raci.errors import (
        DrawError,
        OptionError,
        ProfileError,
        RaciError,
        ReadError,
        RegisterError,
        RuleError,
        WriteError,
    )
    from raci.frames import rows
    from raci.graph import graph
    from raci.matrix import matrix
    from raci.model import (
        Analysis,
        Annotation,
        Assignment,
        Block,
        Cell,
        Clause,
        Deadline,
        Department,
        Document,
        Finding,
        Group,
        Mention,
        Place,
        Span,
    )
    from raci.names import Name, names
    from raci.pipeline import analyse, extract
    from raci.profiles import Profile, load_profile
    from raci.reading import read
    from raci.resolve import Naming
    from raci.rules import Rule, load_rules

__all__ = [
    "Analysis",
    "Annotation",
    "Assignment",
    "Block",
    "Cell",
    "Clause",
    "Deadline",
    "Department",
    "Document",
    "DrawError",
    "Finding",
    "Group",
    "Mention",
    "Name",
    "Naming",
    "OptionError",
    "Place",
    "Profile",
    "ProfileError",
    "RaciError",
    "ReadError",
    "RegisterError",
    "Rule",
    "RuleError",
    "Span",
    "WriteError",
    "__version__",
    "analyse",
    "build",
    "check",
    "draw",
    "extract",
    "graph",
    "load_profile",
    "load_rules",
    "matrix",
    "names",
    "read",
    "rows",
]

#: public name → the module that holds it; what is not named here stands in raci.model
_HOMES = {
    "analyse": "raci.pipeline",
    "build": "raci.build",
    "check": "raci.checks",
    "draw": "raci.draw",
    "extract": "raci.pipeline",
    "graph": "raci.graph",
    "load_profile": "raci.profiles",
    "load_rules": "raci.rules",
    "matrix": "raci.matrix",
    "names": "raci.names",
    "Name": "raci.names",
    "Naming": "raci.resolve",
    "read": "raci.reading",
    "rows": "raci.frames",
    "Profile": "raci.profiles",
    "Rule": "raci.rules",
    **{name: "raci.errors" for name in __all__ if name.endswith("Error")},
}


class _House(ModuleType):
    """The package as a module whose public functions are not hidden by the rooms that bear their names.

    ``raci.extract`` is a function, and ``raci/extract/`` a room. When a room is first imported, the import
    system binds it to its name on the package, which would put the module in the function's place.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (isinstance(value, ModuleType) and name in __all__):
            super().__setattr__(name, value)


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'raci' has no attribute {name!r}")
    value = getattr(import_module(_HOMES.get(name, "raci.model")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


sys.modules[__name__].__class__ = _House
