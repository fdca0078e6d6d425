"""Headings: which of them ask nobody to do anything, and what of a long one is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from raci.model import Clause, label
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules, any_of

__all__ = ["MORE", "clause_ends", "common_length", "is_no_task", "printed_heading", "printed_label", "short_headings"]

#: stands behind the words of a heading that are only its beginning
MORE = "……"
#: the longest heading that is printed whole, in characters
_LONGEST = 60
#: a short form is no longer than this, where a clause of the sentence ends so early, and never shorter than that
_WANTED, _LEAST = 30, 6
#: a clause that ends behind this is too long for a short form
_FURTHEST = 80
#: of so many headings it is remembered whether they are tasks: the stages ask one after the other
_REMEMBERED = 512
#: where a clause of a sentence ends (``pause``); what stands in quotes or brackets is one word
#: (the look at what it begins with comes first: so it is sought three times as fast)
_PAUSE = compiled(
    '(?=[“"《‘〔【「（(，,；;])(?:'
    '[“"][^“”"]{0,80}[”"]|《[^《》]{0,80}》|‘[^‘’]{0,80}’|〔[^〔〕]{0,80}〕|【[^【】]{0,80}】|「[^「」]{0,80}」'
    r"|[（(](?:[^（()）]|[（(][^（()）]{0,80}[)）]){0,200}[)）]"
    r"|(?P<pause>(?<!\d)[，,]|[，,](?!\d)|[；;]))"
)


def is_no_task(heading: str, rules: ActiveRules) -> bool:
    """Whether a heading is that of a chapter which asks nobody to do anything (总体要求, 指导思想, 适用范围 …).

    Of a long sentence its beginning tells, up to a comma: 有下列情形之一的，由…
    """
    words = heading.rstrip("：:∶ ")
    if len(words) > _FURTHEST:
        pause = max(map(words[:_FURTHEST].rfind, "，,、"))
        words = words[: pause if pause > 0 else _FURTHEST]
    return rules.derive(_no_task)(words)


def _no_task(rules: ActiveRules) -> Callable[[str], bool]:
    """What tells it of words; of the built-in rules alone, which never change, with a memory of what it told."""
    pattern = rules.pattern(any_of, "not-a-task")

    def holds(words: str) -> bool:
        return pattern.search(words) is not None

    return holds if rules.has_own("not-a-task") else lru_cache(maxsize=_REMEMBERED)(holds)


def clause_ends(words: str) -> Iterator[int]:
    """Where the clauses of a sentence end, but for the last: the offsets of the marks behind them."""
    for match in _PAUSE.finditer(words):
        if match["pause"] and match.start():
            yield match.start()


def printed_heading(clause: Clause, among: Mapping[str, str] | None = None) -> str:
    """The heading of a clause as tables print it: itself, or where its sentence goes on that beginning with ``……``.

    ``among`` holds the short forms of all headings of which none may become another one's words (``short_headings``).
    """
    short = among[clause.heading] if among else _short(clause.heading, 0)
    return f"{short}{MORE}" if clause.goes_on and not short.endswith(MORE) else short


def printed_label(clause: Clause) -> str:
    """The number of a clause and its heading as tables print it."""
    return label(clause.number, printed_heading(clause))


def short_headings(headings: Iterable[str], longest: int = _LONGEST) -> dict[str, str]:
    """Each of some headings → its short form: itself, or of a long sentence the beginning with ``……``.

    Of no more than ``longest`` characters none is long.

    That ends where a clause of the sentence does, not behind clauses that only say when or for whom (到2027年，…), and
    so that no two headings become the same words.
    """
    ordered = sorted(set(headings))
    shared = dict.fromkeys(ordered, 0)
    for one, other in pairwise(ordered):
        common = common_length(one, other)
        shared[one], shared[other] = max(shared[one], common), common
    return {heading: _short(heading, alike, longest) for heading, alike in shared.items()}


def _short(words: str, shared: int, longest: int = _LONGEST) -> str:
    """The short form of a heading that begins with so many characters as another one does."""
    if len(words) <= longest:
        return words
    opening = _opening(words)
    ends = [end for end in clause_ends(words) if max(_LEAST, shared + 1) <= end <= _FURTHEST]
    finished = [end for end in ends if lexicon_pattern("outline.unfinished").search(words, 0, end) is None]
    telling = [end for end in finished if end > opening] or finished[-1:] or ends[-1:]
    if not telling:
        return words
    early = [end for end in telling if end <= _WANTED]
    return words[: (early or telling[:1])[-1]] + MORE


def _opening(words: str) -> int:
    """How many characters the clauses take that only say when, for whom or by what a thing is done."""
    start = 0
    for end in clause_ends(words):
        if lexicon_pattern("outline.opening").match(words, start, end) is None:
            break
        start = end + 1
    return start


def common_length(one: Sequence[str], other: Sequence[str]) -> int:
    """With how many items two sequences begin alike: characters of texts, headings of paths."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (here, there) in pairs if here != there), min(len(one), len(other)))
