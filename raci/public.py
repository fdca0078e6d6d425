"""The public functions that take any source, where the work is done by functions that take an Analysis."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, cast

from raci.analysis import checks
from raci.config.settings import settings_beside
from raci.model import Analysis, Assignment, Finding, Profile
from raci.pipeline import Source, analyse, analyses

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from typing_extensions import TypeIs

__all__ = ["Tabular", "check", "documents", "graph", "matrix", "rows", "tasks"]

#: what tables and graphs are made of: sources, assignments, or rows
Tabular = Source | Iterable[Source] | Iterable[Assignment]


def check(source: Source, *, select: Collection[str] = (), ignore: Collection[str] = ()) -> tuple[Finding, ...]:
    """What needs a human eye in one document: the urgent first, then in the order of the checks and of the text.

    ``source`` is an Analysis, which is checked as it stands (after changes too), a Document, the path of a file with
    one document, or a text. ``select`` names the only checks that are wanted, ``ignore`` those that are not; the
    ``raci.toml`` beside the document holds too. Raises OptionError, with the list, for a check that there is not, and
    what ``raci.analyse`` raises.
    """
    checks.require_checks(select, "select")
    checks.require_checks(ignore, "ignore")
    analysis = analyse(source)
    found = checks.check(analysis, settings_beside(analysis.document.source).checks)
    return tuple(one for one in found if one.check not in ignore and (not select or one.check in select))


def rows(source: Tabular, profile: Profile | str | None = None) -> pd.DataFrame:
    """A row an assignment, and one for each task that nobody is named for; in document order.

    ``source`` is whatever ``raci.extract`` takes, or assignments (which know nothing of tasks without any). For the
    columns see ``raci.views.frames.rows``. Raises ProfileError for an unknown profile, and what ``raci.extract``
    raises.
    """
    from raci.views import frames

    given = _given(source)
    return frames.rows_of_all(given, profile) if isinstance(given, list) else frames.rows(given, profile)


def tasks(source: Tabular | pd.DataFrame, profile: Profile | str | None = None) -> pd.DataFrame:
    """A row a task, with who has which role; for the columns see ``raci.views.frames.tasks``.

    ``source`` is whatever ``raci.rows`` takes, or its rows. Raises as that does, and OptionError for a DataFrame that
    does not hold rows.
    """
    from raci.views import frames

    if _is_frame(source):
        return frames.tasks(source, profile)
    given = _given(source)
    return frames.tasks_of_all(given, profile) if isinstance(given, list) else frames.tasks(given, profile)


def matrix(source: Tabular | pd.DataFrame, profile: Profile | str | None = None) -> pd.DataFrame:
    """The responsibility matrix of one document or several; see ``raci.views.matrix.matrix``.

    ``source`` is whatever ``raci.rows`` takes, or its rows. Raises as that does, and OptionError for a DataFrame that
    does not hold rows.
    """
    from raci.views.matrix import matrix as matrix_of

    return matrix_of(_one_table(source, profile), profile)


def graph(source: Tabular | pd.DataFrame, profile: Profile | str | None = None) -> nx.Graph[str]:
    """Tasks and bodies of one document or several as a bipartite graph; see ``raci.views.graph.graph``.

    ``source`` is whatever ``raci.rows`` takes, or its rows. Raises as that does, and OptionError for a DataFrame that
    does not hold rows.
    """
    from raci.views.graph import graph as graph_of

    return graph_of(_one_table(source, profile), profile)


def documents(source: Source | Iterable[Source]) -> pd.DataFrame:
    """A row a document: what it is, who issued it, how many tasks, assignments and findings it has.

    ``source`` is whatever ``raci.extract`` takes: a folder, or several sources in a list. For the columns see
    ``raci.views.documents.DocumentRow``. Raises what ``raci.analyse`` raises.
    """
    from raci.views import frames

    return frames.documents(analyses(source))


def _one_table(
    source: Tabular | pd.DataFrame, profile: Profile | str | None
) -> Analysis | tuple[Assignment, ...] | pd.DataFrame:
    """What holds all tasks of a source at once: of several documents their rows."""
    if _is_frame(source):
        return source
    given = _given(source)
    if not isinstance(given, list):
        return given
    return given[0] if len(given) == 1 else rows(given, profile)


def _given(source: Tabular) -> list[Analysis] | tuple[Assignment, ...]:
    """The analyses of a source, or the assignments that were given."""
    if isinstance(source, str | bytes) or not isinstance(source, Iterable):
        return analyses(source)
    items = tuple(source)
    assignments = tuple(item for item in items if isinstance(item, Assignment))
    if len(assignments) == len(items):
        return assignments
    return analyses(cast("tuple[Source, ...]", items))  # of assignments among other things it says that it cannot


def _is_frame(source: object) -> TypeIs[pd.DataFrame]:
    # pandas is not imported to ask for the type
    return hasattr(source, "to_dict")
