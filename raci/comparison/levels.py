"""An upper plan and the lower one that carries it out: what was taken up, by whom, and by when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from raci.comparison.changes import limit_change, rewritten, said_of
from raci.comparison.functions import function_of, same_function
from raci.comparison.matching import best_assignment
from raci.comparison.similarity import Likeness, likenesses
from raci.comparison.topics import LEAST_TOPIC, Topics
from raci.comparison.values import Change, ComparedTask, Comparison, Party, Side, TaskPair

__all__ = ["compare_levels"]


def compare_levels(upper: Side, lower: Side) -> Comparison:
    """The comparison of two levels: bodies are the same where they have the same duty at their own level.

    A lower task may carry several upper ones: each upper task goes with the lower one that suits all best, and one that
    is left over with the one that is most like it. An upper task that then has none goes with one of its topic, and is
    told as such: it may be taken up there in other words.

    Raises OptionError where a library of the extra ``diff`` is not installed.
    """
    upper, lower = _by_duty(upper), _by_duty(lower)
    alike = list(likenesses(upper.tasks, lower.tasks))
    taken = {match.old: match for match in best_assignment(alike)}
    for match in sorted(alike, key=lambda match: (-match.score, match.new)):
        taken.setdefault(match.old, match)
    carried: dict[int, list[Likeness]] = {}
    for match in taken.values():
        carried.setdefault(match.new, []).append(match)
    on_topic = _of_one_topic(upper, lower, taken, carried)
    pairs = tuple(_pairs(upper, lower, carried, on_topic))
    return Comparison(upper, lower, pairs, _notes(upper, lower, taken, on_topic), levels=True)


def _by_duty(side: Side) -> Side:
    tasks = (
        replace(task, parties=tuple(party._replace(body=function_of(party.body)) for party in task.parties))
        for task in side.tasks
    )
    return replace(side, tasks=tuple(tasks))


def _of_one_topic(
    upper: Side, lower: Side, taken: Mapping[int, Likeness], carried: Mapping[int, list[Likeness]]
) -> dict[int, TaskPair]:
    """Upper tasks that nobody took up → each with a lower one on the same topic: first such as carry none, then any."""
    open_upper = [task.index for task in upper.tasks if task.index not in taken]
    if not open_upper:
        return {}
    topics = Topics(upper.tasks, lower.tasks)
    alike = list(topics.likenesses(open_upper, range(len(lower.tasks))))
    found = {match.old: match for match in best_assignment((m for m in alike if m.new not in carried), LEAST_TOPIC)}
    for match in sorted(alike, key=lambda match: (-match.score, match.new)):
        found.setdefault(match.old, match)
    return {
        index: rewritten(upper.tasks[index], lower.tasks[match.new], match.score, topics.shared(index, match.new))
        for index, match in found.items()
    }


def _pairs(
    upper: Side, lower: Side, carried: Mapping[int, list[Likeness]], alike: Mapping[int, TaskPair]
) -> Iterator[TaskPair]:
    """Upper tasks that nobody took up, or only in other words, in their order, then the tasks of the lower plan."""
    taken = {match.old for matches in carried.values() for match in matches}
    for task in upper.tasks:
        if task.index not in taken:
            yield alike.get(task.index) or TaskPair((task,), (), (Change("untaken", before=task.label),))
    shown = {task.index for pair in alike.values() for task in pair.new}
    for task in lower.tasks:
        matches = sorted(carried.get(task.index, ()), key=lambda match: match.old)
        if not matches and task.index in shown:
            continue
        if not matches:
            yield TaskPair((), (task,), (Change("own", after=task.label),))
            continue
        above = tuple(upper.tasks[match.old] for match in matches)
        changes = (*_leads(above, task), *_limits(above, task))
        yield TaskPair(above, (task,), changes, round(max(match.score for match in matches), 3))


def _leads(above: Sequence[ComparedTask], task: ComparedTask) -> Iterator[Change]:
    """Where both plans name a lead, and none of the same duty."""
    before = [party for of_above in above for party in _leading(of_above)]
    after = _leading(task)
    if before and after and not any(same_function(upper, lower) for upper in before for lower in after):
        yield Change("lead", after[0].name, after[0].canonical, _names(before), _names(after))


def _leading(task: ComparedTask) -> list[Party]:
    return [party for party in task.parties if "lead" in party.roles]


def _names(parties: Sequence[Party]) -> str:
    return "、".join(dict.fromkeys(f"{party.name}{said_of(party)}" for party in parties))


def _limits(above: Sequence[ComparedTask], task: ComparedTask) -> Iterator[Change]:
    """Where the lower plan's limit is later than the upper one's; none of its own is no fault: the upper one holds."""
    for change in limit_change(above, (task,)):
        if change.kind == "later":
            yield change._replace(kind="behind")


def _notes(upper: Side, lower: Side, taken: Mapping[int, Likeness], alike: Mapping[int, TaskPair]) -> tuple[str, ...]:
    notes = [f"{side.name}：没有读出任务" for side in (upper, lower) if not side.tasks]
    if upper.tasks and lower.tasks and not taken:
        same = "没有文字相同的任务" if alike else "没有相同的任务"
        notes.append(f"两份文件{same}，本级文件可能不是落实这份上级文件的")
    if alike:
        notes.append(f"上级文件有{len(alike)}项任务只找到内容相近的，是否承接请人工核对")
    return tuple(notes)
