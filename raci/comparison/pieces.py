"""Tasks that were split into several, and several that were joined into one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from raci.comparison.needed import missing
from raci.comparison.similarity import plain
from raci.comparison.values import ComparedTask
from raci.rules.lexicon import lexicon_pattern

__all__ = ["Whole", "wholes"]

#: runs of characters shorter than this are alike by chance; what may hold a piece is sought by shorter ones
_RUN, _SOUGHT_RUN = 4, 3
#: so much of a piece must stand in the whole, in words that no other piece accounts for
_SHARE = 0.5
#: what may hold a piece has this part of its runs (one in five)
_HOLDING = 5
#: a piece shorter than the first proves nothing but where it stands in the whole as it is, and is no commonplace; one
#: shorter than the second not even then
_LEAST, _LEAST_AS_IT_IS = 8, 5
#: or else a piece shares its ends with the other pieces (举办电商、农机手培训班): it is so large a part of the
#: whole, and what it has alone is so long
_OF_WHOLE, _LEAST_ALONE = 0.25, 2
#: or else a piece has nearly all that is left of the whole without its other pieces, if that is so much and makes up so
#: much of the piece; what is left is short, so that short runs tell too
_ALL_LEFT, _LEAST_LEFT, _OF_PIECE, _SHORT_RUN = 0.8, 6, 0.25, 2
#: or else the headings of both pieces are that of the whole, so long at least, and so much more
_LEAST_NAME, _LONGEST_MORE = 4, 4


@dataclass(slots=True)
class Whole:
    """A task of one version, and the tasks of the other that stand in its words (indexes)."""

    index: int
    pieces: list[int] = field(default_factory=list)


def wholes(
    tasks: Sequence[ComparedTask],
    others: Sequence[ComparedTask],
    partner: dict[int, int],
    left: Iterable[int],
) -> list[Whole]:
    """The tasks whose words other tasks share among themselves: each with its partner, and the pieces that were left.

    ``partner`` gives the index in ``others`` of the task that matches each of ``tasks``, ``left`` those of ``others``
    that match none. Raises OptionError where RapidFuzz is not installed.
    """
    words = [plain(task.words) for task in tasks]
    rest: dict[int, str] = {}
    found: dict[int, Whole] = {}
    standing = _standing(words)
    for piece in left:
        own = plain(others[piece].words)
        if len(own) < _LEAST_AS_IT_IS:
            continue
        is_short = len(own) < _LEAST
        best, best_share = None, _SHARE
        for index in _holders(own, standing):
            matched = plain(others[partner[index]].words) if index in partner else ""
            if index not in rest:
                rest[index] = _without(words[index], matched) if matched else ""
            share = _share(own, plain(others[piece].heading), rest[index])
            if share > best_share and (not is_short or (share == 1 and not _is_commonplace(own))):
                best, best_share = index, share
            elif best is None and matched:
                takes = not is_short and _takes_the_rest(own, rest[index], plain(tasks[index].heading))
                named = _is_named_after(tasks[index], others[partner[index]], others[piece])
                ends = _shares_an_end(own, matched, words[index], rest[index])
                best = index if takes or named or ends else None
        if best is not None and best in partner:
            whole = found.setdefault(best, Whole(best, [partner[best]]))
            whole.pieces.append(piece)
            rest[best] = _without(rest[best], own)
    return list(found.values())


def _share(own: str, heading: str, rest: str) -> float:
    """How much of a piece stands in what is left of a whole; its heading apart where that is one of its own."""
    shared = _shared()
    below = own.removeprefix(heading)
    parts = (own, below) if _LEAST <= len(below) < len(own) else (own,)
    return max(sum(length for _, length in shared(part, rest, _RUN)) / len(part) for part in parts)


def _standing(words: Sequence[str]) -> dict[str, list[int]]:
    """Each run of characters → the tasks in which it stands."""
    standing: dict[str, list[int]] = {}
    for index, text in enumerate(words):
        for run in _runs(text):
            standing.setdefault(run, []).append(index)
    return standing


def _holders(words: str, standing: dict[str, list[int]]) -> list[int]:
    """The tasks that may hold these words, those that share most of them first."""
    counts: dict[int, int] = {}
    runs = _runs(words)
    for run in runs:
        for index in standing.get(run, ()):
            counts[index] = counts.get(index, 0) + 1
    likely = [index for index, count in counts.items() if count * _HOLDING >= len(runs)]
    return sorted(likely, key=lambda index: (-counts[index], index))[:8]


def _runs(words: str) -> set[str]:
    return {words[start : start + _SOUGHT_RUN] for start in range(max(0, len(words) - _SOUGHT_RUN + 1))}


def _takes_the_rest(own: str, rest: str, heading: str) -> bool:
    """Whether a piece has nearly all that is left of a whole; its heading, which says all at once, apart."""
    left = rest.removeprefix(heading) or rest
    if len(left) < _LEAST_LEFT:
        return False
    length = sum(length for _, length in _shared()(own, left, _SHORT_RUN))
    return length >= _ALL_LEFT * len(left) and length >= _OF_PIECE * len(own)


def _is_named_after(whole: ComparedTask, *pieces: ComparedTask) -> bool:
    """Whether the headings of all pieces are that of the whole and more: 快速路 as 快速路一期 and 快速路二期."""
    name, headings = plain(whole.heading), [plain(piece.heading) for piece in pieces]
    return len(name) >= _LEAST_NAME and all(
        heading.startswith(name) and 0 < len(heading) - len(name) <= _LONGEST_MORE for heading in headings
    )


def _is_commonplace(words: str) -> bool:
    return lexicon_pattern("coverage.everybody-task").search(words) is not None


def _shares_an_end(own: str, matched: str, whole: str, rest: str) -> bool:
    """Whether a piece has some words in common with another piece of the whole, and those between alone."""
    if len(own) < _OF_WHOLE * len(whole):
        return False
    alone = _without(own, matched, _SHORT_RUN)
    standing = sum(length for _, length in _shared()(own, whole, _SHORT_RUN))
    return standing == len(own) and _LEAST_ALONE <= len(alone) < len(own) and alone in rest


def _shared() -> Callable[[str, str, int], list[tuple[int, int]]]:
    """A function that gives the runs of the first text that stand in the second, as start and length.

    Its third argument is how long a run must be.
    """
    try:
        from rapidfuzz.distance import Indel
    except ImportError as fault:
        raise missing("rapidfuzz") from fault

    def shared(one: str, other: str, shortest: int) -> list[tuple[int, int]]:
        blocks = Indel.editops(one, other).as_matching_blocks()
        return [(block.a, block.size) for block in blocks if block.size >= shortest]

    return shared


def _without(text: str, words: str, shortest: int = _RUN) -> str:
    """A text without the runs that it shares with other words."""
    parts, offset = [], 0
    for start, length in _shared()(text, words, shortest):
        parts.append(text[offset:start])
        offset = start + length
    parts.append(text[offset:])
    return "".join(parts)
