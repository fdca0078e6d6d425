"""A project that is open: its plans as they stand, and the changes that are made in them one after the other."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from threading import RLock

from raci.config.clock import now
from raci.config.options.analysis import Options
from raci.config.rule_files import parse_rules
from raci.edits.meanings import resolve_names
from raci.errors import OptionError
from raci.model import Analysis, Edit
from raci.pipeline import run
from raci.rules import Rule
from raci.rules.own_columns import COLUMNS_OPTION, column_rules
from raci.web.page_data import ShownPlan, show_plan
from raci.web.projects.file import ProjectFile
from raci.web.projects.outcome import Outcome
from raci.web.projects.plan import PlanState, Reading, done_of, first_state, next_state, reading_of, state_of
from raci.web.projects.stored import unpack
from raci.web.projects.values import Decision, PlanChange
from raci.web.scan_marks import ScannedPages

__all__ = ["Asked", "Project"]

#: states of plans that a project keeps at hand
_MOST_STATES = 4
#: of so many changes, and tasks in all, what they came to is kept, so that they are undone and redone at once
_MOST_OUTCOMES, _MOST_TASKS = 12, 60_000


@dataclass(frozen=True)
class Asked:
    """A change that is asked for, before it has a number and a time; ``what`` says it in words."""

    what: str
    edits: tuple[Edit, ...] = ()
    decisions: tuple[tuple[str, Decision], ...] = ()
    settings: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()


class Project:
    """One project; its methods may be called from any thread, and are done one after the other."""

    def __init__(self, file: ProjectFile) -> None:
        self.file = file
        self.lock = RLock()
        self.scans = ScannedPages()
        #: number of a plan → how many tasks the list of projects says that it has
        self._counted = {listed.number: listed.tasks for listed in file.plans()}
        self._states: OrderedDict[tuple[int, str], tuple[int, PlanState]] = OrderedDict()
        self._shown: dict[tuple[int, str], ShownPlan] = {}
        self._outcomes: OrderedDict[tuple[object, ...], Outcome] = OrderedDict()
        self._bases: OrderedDict[tuple[int, Reading], Analysis] = OrderedDict()

    def state(self, plan: int, coder: str = "") -> PlanState:
        """The plan with the changes of a coder. Raises ReadError where there is no such plan."""
        with self.lock:
            version = self.file.version()
            kept = self._states.get((plan, coder))
            if kept is None or kept[0] != version:
                kept = version, self._state(plan, self._changes(plan, coder))
                self._keep(plan, coder, kept)
            return kept[1]

    def _state(self, plan: int, changes: Sequence[PlanChange]) -> PlanState:
        """The plan with changes: what they come to may be known from before they were undone, or redone."""
        known = self._outcomes.get(_edits_of(plan, changes))
        if known is not None:
            return state_of(known, changes)
        base = self.base(plan, reading_of(changes))
        return first_state(base, changes, Options().beside(base.document.source).settings.checks)

    def change(self, plan: int, coder: str, make: Callable[[PlanState, str], Asked]) -> PlanState:
        """Make a change of the plan as it stands, and keep it. ``make`` gets the state and an id for a new task.

        It is kept before this returns. Raises what ``make`` raises, and OptionError where it would change nothing.
        """
        with self.lock:
            before = self.state(plan, coder)
            asked = make(before, f"task:page-{len(before.changes) + 1}{f'-{coder}' if coder else ''}")
            naming = Options().beside(before.analysis.document.source).names
            change = PlanChange(
                0,
                plan,
                coder,
                now().isoformat(timespec="seconds"),
                asked.what,
                asked.edits,
                dict(asked.decisions),
                {name: dict(values) for name, values in asked.settings},
                resolve_names(before.analysis, asked.edits, naming) if asked.edits else {},
            )
            reading = reading_of([*before.changes, change])
            if reading != reading_of(before.changes):
                self.base(plan, reading)  # read anew, which fails where there is no such column
                self.file.add(change)
                return self.state(plan, coder)
            after = next_state(before, change)
            if asked.edits:
                _require_effect(before, after)
            change = self.file.add(change)
            after = replace(after, changes=(*after.changes[:-1], change))
            self._keep(plan, coder, (self.file.version(), after))
            return after

    def shown(self, plan: int, coder: str, state: PlanState) -> ShownPlan:
        """A state as the page shows it, made once; what is as in the state shown before is not made again."""
        with self.lock:
            shown = self._shown.get((plan, coder))
            if shown is None or shown.state is not state:
                shown = show_plan(state, shown)
                self._shown = {(plan, coder): shown}
                if not coder:
                    self._count(plan, len(state.grid.tasks))
            return shown

    def last_shown(self, plan: int, coder: str) -> ShownPlan | None:
        """The plan as the page had it last, where that is known."""
        return self._shown.get((plan, coder))

    def undo(self, plan: int, coder: str) -> PlanState:
        """Take the last change back; without one the plan stays as it is."""
        with self.lock:
            done = [change for change in self._changes(plan, coder) if change.state == "done"]
            if done:
                self.file.set_state(done[-1].number, "undone")
            return self.state(plan, coder)

    def redo(self, plan: int, coder: str) -> PlanState:
        """Make the change again that was taken back last; without one the plan stays as it is."""
        with self.lock:
            undone = [change for change in self._changes(plan, coder) if change.state == "undone"]
            if undone:
                self.file.set_state(undone[0].number, "done")
            return self.state(plan, coder)

    def _changes(self, plan: int, coder: str) -> list[PlanChange]:
        return [change for change in self.file.changes(plan) if change.coder == coder]

    def coders(self, plan: int) -> list[str]:
        """Who has made changes in a plan."""
        with self.lock:
            return sorted({change.coder for change in self.file.changes(plan)})

    def base(self, plan: int, reading: Reading | None = None) -> Analysis:
        """The plan as it was read, or as it is read by what the user says of its columns and by rules of theirs."""
        reading = reading or Reading()
        key = plan, reading
        with self.lock:
            if key not in self._bases:
                analysis = unpack(self.file.packed(plan))
                if reading != Reading():
                    columns = column_rules(dict(reading.columns), COLUMNS_OPTION)
                    own = [rule for text in reading.rules for rule in parse_rules(text, "网页")]
                    analysis = run(analysis.document, Options(rules=(*columns, *own, *self._first_rules(own))))
                self._bases[key] = analysis
                while len(self._bases) > _MOST_STATES:
                    self._bases.popitem(last=False)
            self._bases.move_to_end(key)
            return self._bases[key]

    def _first_rules(self, own: Sequence[Rule]) -> Iterator[Rule]:
        """The rules by which the plan was read when it was dropped, without those that the user has there as well."""
        text = self.file.facts().get("rules", "")
        known = {rule.id for rule in own}
        return (rule for rule in (parse_rules(text, "rules.toml") if text.strip() else ()) if rule.id not in known)

    def _keep(self, plan: int, coder: str, kept: tuple[int, PlanState]) -> None:
        self._states[plan, coder] = kept
        self._states.move_to_end((plan, coder))
        while len(self._states) > _MOST_STATES:
            self._states.popitem(last=False)
        key = _edits_of(plan, kept[1].changes)
        self._outcomes[key] = kept[1].outcome
        self._outcomes.move_to_end(key)
        most = min(_MOST_OUTCOMES, max(_MOST_TASKS // max(len(kept[1].outcome.session.plan.tasks), 1), 2))
        while len(self._outcomes) > most:
            self._outcomes.popitem(last=False)

    def _count(self, plan: int, tasks: int) -> None:
        """Have the list of projects say how many tasks a plan has."""
        if self._counted.get(plan, tasks) != tasks:
            self.file.count_tasks(plan, tasks)
        self._counted[plan] = tasks


def _edits_of(plan: int, changes: Sequence[PlanChange]) -> tuple[object, ...]:
    """What tells the outcome of changes from others: how the plan is read, and the numbers of those that edit it."""
    return plan, reading_of(changes), tuple(change.number for change in done_of(changes) if change.edits)


def _require_effect(before: PlanState, after: PlanState) -> None:
    """Raise OptionError where no edit found anything to change."""
    made = after.outcome.applied[len(before.outcome.applied) :]
    failed = [edit for edit in made if edit.field == "open"]
    if len(failed) == len(made):
        raise OptionError("这处改动没有找到要改的地方", place=failed[0].label, remedy="请刷新页面后再改")
