"""The public function for groups: ``raci.org``."""

from __future__ import annotations

from collections.abc import Iterable

from raci.config.rule_files import Rules
from raci.model.work_groups import WorkGroup
from raci.pipeline import Source, analyses
from raci.register.naming import Naming
from raci.stages import find_groups

__all__ = ["org"]


def org(source: Source | Iterable[Source], *, rules: Rules = (), naming: Naming | None = None) -> tuple[WorkGroup, ...]:
    """The groups that a source, or each of several, sets up or lists, each with its members, in its order.

    A group is a 领导小组, 指挥部, 专班, 联席会议 and the like. Its members are persons with posts, posts without
    persons, and bodies, in the positions of ``raci.model.work_groups``. ``source``, ``rules`` and ``naming`` are
    those of ``raci.extract``. Raises what that raises.
    """
    found = analyses(source, until=find_groups, rules=rules, naming=naming)
    return tuple(group for analysis in found for group in analysis.groups)
