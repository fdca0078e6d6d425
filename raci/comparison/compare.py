"""Two versions of a plan: which tasks are the same, and what changed in them."""

from __future__ import annotations

from raci.comparison.bodies import with_bodies_of, with_heirs_in
from raci.comparison.changes import changes_of
from raci.comparison.matching import best_assignment
from raci.comparison.pieces import Whole, wholes
from raci.comparison.similarity import Likeness, likenesses
from raci.comparison.values import Comparison, Side, TaskPair
from raci.model.labels import LEVEL_WORDS

__all__ = ["compare"]


def compare(old: Side, new: Side) -> Comparison:
    """The comparison of two versions: tasks matched through renumbering, moving, splitting and joining.

    Raises OptionError where a library of the extra ``diff`` is not installed.
    """
    new = with_bodies_of(new, old)
    old = with_heirs_in(old, new)
    matches = best_assignment(likenesses(old.tasks, new.tasks))
    of_old = {match.old: match.new for match in matches}
    of_new = {match.new: match.old for match in matches}
    left_old = [index for index in range(len(old.tasks)) if index not in of_old]
    left_new = [index for index in range(len(new.tasks)) if index not in of_new]
    split = {whole.index: whole for whole in wholes(old.tasks, new.tasks, of_old, left_new)}
    joined = {whole.index: whole for whole in wholes(new.tasks, old.tasks, of_new, left_old)}
    score = {match.new: match for match in matches}
    pairs = _paired(old, new, score, split, joined)
    return Comparison(old, new, tuple(pairs), _notes(old, new, len(matches)))


def _paired(
    old: Side, new: Side, matches: dict[int, Likeness], split: dict[int, Whole], joined: dict[int, Whole]
) -> list[TaskPair]:
    """The pairs in the order of the new version, what was removed behind the task before it."""
    pieces = {piece for whole in split.values() for piece in whole.pieces[1:]}
    parts = {piece for whole in joined.values() for piece in whole.pieces[1:]}
    of_old = {match.old: index for index, match in matches.items()}
    removed: dict[int, list[int]] = {}
    behind = -1  # the new task behind which a removed one is told
    for index in range(len(old.tasks)):
        if index in of_old:
            behind = of_old[index]
        elif index not in parts:
            removed.setdefault(behind, []).append(index)
    pairs = [_pair(old, new, [index], []) for index in removed.get(-1, ())]
    for index in range(len(new.tasks)):
        match = matches.get(index)
        if match is not None:
            news = split[match.old].pieces if match.old in split else [index]
            olds = joined[index].pieces if index in joined else [match.old]
            pairs.append(_pair(old, new, sorted(olds), sorted(news), match.score))
        elif index not in pieces:
            pairs.append(_pair(old, new, [], [index]))
        pairs += [_pair(old, new, [gone], []) for gone in removed.get(index, ())]
    return pairs


def _pair(old: Side, new: Side, olds: list[int], news: list[int], score: float = 1.0) -> TaskPair:
    of_old, of_new = tuple(old.tasks[index] for index in olds), tuple(new.tasks[index] for index in news)
    return TaskPair(of_old, of_new, changes_of(of_old, of_new), round(score, 3))


def _notes(old: Side, new: Side, matched: int) -> tuple[str, ...]:
    notes = []
    for side in (old, new):
        if not side.tasks:
            notes.append(f"{side.name}：没有读出任务")
    if old.document_id is not None and old.document_id == new.document_id:
        notes.append("两份文件的文字完全相同")
    elif old.tasks and new.tasks and not matched:
        notes.append("两份文件没有相同的任务，可能不是同一文件的两稿")
    elif old.level and new.level and old.level != new.level:
        words = "、".join(LEVEL_WORDS[side.level] for side in (old, new) if side.level)
        notes.append(f"两份文件级别不同（{words}）：若是上级文件和落实它的本级文件，请加 --levels")
    elif old.tasks and new.tasks and matched * 5 < min(len(old.tasks), len(new.tasks)):
        notes.append(f"两份文件只有{matched}项任务对得上，可能不是同一文件的两稿")
    return tuple(notes)
