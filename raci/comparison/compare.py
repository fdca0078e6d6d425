"""Two versions of a plan: which tasks are the same, and what changed in them."""

from __future__ import annotations

from raci.comparison.bodies import with_bodies_of, with_heirs_in
from raci.comparison.changes import changes_of, rewritten
from raci.comparison.matching import best_assignment
from raci.comparison.pieces import Whole, wholes
from raci.comparison.similarity import Likeness, likenesses
from raci.comparison.topics import LEAST_TOPIC, Topics
from raci.comparison.values import Comparison, Side, TaskPair
from raci.model.labels import LEVEL_WORDS

__all__ = ["compare"]

#: where one task in so many has one of its topic in the other plan, both are of one series (last year's, this year's)
_OF_SERIES = 3


def compare(old: Side, new: Side) -> Comparison:
    """The comparison of two versions: tasks matched through renumbering, moving, splitting and joining.

    Of those that are left, tasks of one topic are paired too, and told as such: they may have been written anew.
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
    pieces_old = {piece for whole in joined.values() for piece in whole.pieces}
    pieces_new = {piece for whole in split.values() for piece in whole.pieces}
    alike = _of_one_topic(
        old,
        new,
        [index for index in left_old if index not in pieces_old],
        [index for index in left_new if index not in pieces_new],
    )
    pairs = _paired(old, new, score, split, joined, alike)
    return Comparison(old, new, tuple(pairs), _notes(old, new, len(matches), len(alike)))


def _of_one_topic(old: Side, new: Side, left_old: list[int], left_new: list[int]) -> dict[int, TaskPair]:
    """Of tasks that match no other: index in the new version → the pair with one of the old one on the same topic."""
    if not left_old or not left_new:
        return {}
    topics = Topics(old.tasks, new.tasks)
    found = {}
    for match in best_assignment(topics.likenesses(left_old, left_new), LEAST_TOPIC):
        one, other = old.tasks[match.old], new.tasks[match.new]
        found[match.new] = rewritten(one, other, match.score, topics.shared(match.old, match.new))
    return found


def _paired(
    old: Side,
    new: Side,
    matches: dict[int, Likeness],
    split: dict[int, Whole],
    joined: dict[int, Whole],
    alike: dict[int, TaskPair],
) -> list[TaskPair]:
    """The pairs in the order of the new version, what was removed behind the task before it."""
    pieces = {piece for whole in split.values() for piece in whole.pieces[1:]}
    parts = {piece for whole in joined.values() for piece in whole.pieces[1:]}
    of_old = {match.old: index for index, match in matches.items()}
    of_old.update({task.index: index for index, pair in alike.items() for task in pair.old})
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
        elif index in alike:
            pairs.append(alike[index])
        elif index not in pieces:
            pairs.append(_pair(old, new, [], [index]))
        pairs += [_pair(old, new, [gone], []) for gone in removed.get(index, ())]
    return pairs


def _pair(old: Side, new: Side, olds: list[int], news: list[int], score: float = 1.0) -> TaskPair:
    of_old, of_new = tuple(old.tasks[index] for index in olds), tuple(new.tasks[index] for index in news)
    return TaskPair(of_old, of_new, changes_of(of_old, of_new), round(score, 3))


def _notes(old: Side, new: Side, matched: int, alike: int) -> tuple[str, ...]:
    notes = []
    for side in (old, new):
        if not side.tasks:
            notes.append(f"{side.name}：没有读出任务")
    if old.document_id is not None and old.document_id == new.document_id:
        notes.append("两份文件的文字完全相同")
    elif old.tasks and new.tasks and not matched and not alike:
        notes.append("两份文件没有相同的任务，可能不是同一文件的两稿")
    elif old.level and new.level and old.level != new.level:
        words = "、".join(LEVEL_WORDS[side.level] for side in (old, new) if side.level)
        notes.append(f"两份文件级别不同（{words}）：若是上级文件和落实它的本级文件，请加 --levels")
    elif old.tasks and new.tasks and matched * 5 < min(len(old.tasks), len(new.tasks)):
        same = f"只有{matched}项任务对得上" if matched else "没有文字相同的任务"
        series = alike * _OF_SERIES >= min(len(old.tasks), len(new.tasks))
        notes.append(f"两份文件{same}，" + ("像是同一系列而重新起草的" if series else "可能不是同一文件的两稿"))
    if alike:
        notes.append(f"有{alike}项只是内容相近，像是改写的，是不是同一项请人工核对")
    return tuple(notes)
