"""Who is to do what: responsibility matrices (RACI) from Chinese policy documents.

    import raci

    for assignment in raci.extract("方案.docx"):
        print(assignment.clause.heading, assignment.department.name, assignment.role, assignment.quote)

Everything named here loads on first use: ``import raci`` itself imports next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from raci._version import __version__

if TYPE_CHECKING:
    from raci.accuracy.evaluation import Evaluation
    from raci.accuracy.sample import AccuracySample
    from raci.batch.corpus import corpus
    from raci.batch.store import CorpusStore, open_store
    from raci.comparison.series import Series
    from raci.comparison.values import Comparison
    from raci.config.lookup import Name, names
    from raci.config.profiles import load_profile
    from raci.config.rule_files import load_rules
    from raci.errors import (
        DrawError,
        OptionError,
        OutputError,
        ProfileError,
        RaciError,
        ReadError,
        RegisterError,
        RuleError,
        WriteError,
    )
    from raci.groups import org
    from raci.ledgers.values import Ledger
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
        Profile,
        Span,
    )
    from raci.model.work_groups import GroupMember, WorkGroup
    from raci.networks.study import NetworkStudy
    from raci.outputs.builder import build
    from raci.outputs.draw import draw
    from raci.outputs.ledger import ledger
    from raci.outputs.versions import diff, versions
    from raci.pipeline import analyse, extract
    from raci.public import check, documents, graph, matrix, rows
    from raci.readers.registry import read
    from raci.register.naming import Naming
    from raci.rules import Rule
    from raci.studies.evaluate import evaluate
    from raci.studies.network import network
    from raci.studies.sample import sample
    from raci.web.server import serve

__all__ = [
    "AccuracySample",
    "Analysis",
    "Annotation",
    "Assignment",
    "Block",
    "Cell",
    "Clause",
    "Comparison",
    "CorpusStore",
    "Deadline",
    "Department",
    "Document",
    "DrawError",
    "Evaluation",
    "Finding",
    "Group",
    "GroupMember",
    "Ledger",
    "Mention",
    "Name",
    "Naming",
    "NetworkStudy",
    "OptionError",
    "OutputError",
    "Place",
    "Profile",
    "ProfileError",
    "RaciError",
    "ReadError",
    "RegisterError",
    "Rule",
    "RuleError",
    "Series",
    "Span",
    "WorkGroup",
    "WriteError",
    "__version__",
    "analyse",
    "build",
    "check",
    "corpus",
    "diff",
    "documents",
    "draw",
    "evaluate",
    "extract",
    "graph",
    "ledger",
    "load_profile",
    "load_rules",
    "matrix",
    "names",
    "network",
    "open_store",
    "org",
    "read",
    "rows",
    "sample",
    "serve",
    "versions",
]

#: public name → the module that holds it; what is not named here stands in raci.model
_HOMES = {
    "analyse": "raci.pipeline",
    "build": "raci.outputs.builder",
    "check": "raci.public",
    "Comparison": "raci.comparison.values",
    "diff": "raci.outputs.versions",
    "corpus": "raci.batch.corpus",
    "open_store": "raci.batch.store",
    "CorpusStore": "raci.batch.store",
    "documents": "raci.public",
    "draw": "raci.outputs.draw",
    "evaluate": "raci.studies.evaluate",
    "Evaluation": "raci.accuracy.evaluation",
    "extract": "raci.pipeline",
    "graph": "raci.public",
    "ledger": "raci.outputs.ledger",
    "Ledger": "raci.ledgers.values",
    "load_profile": "raci.config.profiles",
    "load_rules": "raci.config.rule_files",
    "matrix": "raci.public",
    "names": "raci.config.lookup",
    "network": "raci.studies.network",
    "NetworkStudy": "raci.networks.study",
    "sample": "raci.studies.sample",
    "AccuracySample": "raci.accuracy.sample",
    "org": "raci.groups",
    "Name": "raci.config.lookup",
    "Naming": "raci.register.naming",
    "read": "raci.readers.registry",
    "rows": "raci.public",
    "Series": "raci.comparison.series",
    "versions": "raci.outputs.versions",
    "serve": "raci.web.server",
    "Rule": "raci.rules",
    "GroupMember": "raci.model.work_groups",
    "WorkGroup": "raci.model.work_groups",
    **{name: "raci.errors" for name in __all__ if name.endswith("Error")},
}


#: a module that belongs to the public face too, and loads on first use like the names
_MODULE = "frames"


def __getattr__(name: str) -> object:
    if name == _MODULE:
        return import_module("raci.frames")
    if name not in __all__:
        raise AttributeError(f"module 'raci' has no attribute {name!r}")
    value = getattr(import_module(_HOMES.get(name, "raci.model")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({_MODULE, *__all__})
