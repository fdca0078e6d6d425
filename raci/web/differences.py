"""What a change made other on the page: the page is sent no more than that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from raci.web.page_data import ShownPlan

__all__ = ["difference"]

#: lists of which a change touches a stretch, and values that are sent whole where they are others
_LISTS, _VALUES = ("order", "findings", "told", "changes"), ("title", "profile", "own", "legend", "earlier")


def difference(before: ShownPlan, after: ShownPlan) -> Mapping[str, object]:
    """What the page that has ``before`` needs to show ``after``.

    The tasks that are new or other; of each list that is other the stretch: ``at`` its place, how many are ``gone``,
    and what is ``new`` there.
    """
    old, new = before.data, after.data
    return {
        "from": before.state.version,
        **{name: new[name] for name in ("version", "undo", "redo")},
        **{name: new[name] for name in _VALUES if old[name] != new[name]},
        **{name: stretch for name in _LISTS if (stretch := _stretch(old[name], new[name])) is not None},
        "tasks": [
            task
            for task_id, (_, task) in after.tasks.items()
            if task_id not in before.tasks or before.tasks[task_id][1] is not task
        ],
    }


def _stretch(old: object, new: object) -> Mapping[str, object] | None:
    """Where two lists differ; None where they are alike."""
    assert isinstance(old, Sequence)
    assert isinstance(new, Sequence)
    short = min(len(old), len(new))
    first = next((index for index in range(short) if old[index] != new[index]), short)
    if first == len(old) == len(new):
        return None
    most = short - first
    alike = next((index for index in range(most) if old[-1 - index] != new[-1 - index]), most)
    return {"at": first, "gone": len(old) - first - alike, "new": new[first : len(new) - alike]}
