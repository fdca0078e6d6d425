"""Places by their names among those who do something, approve it or are told: 市水务局、东岭区要做好征迁."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from raci.analysis.prose.names import PlacedName, names_in
from raci.model.pattern_codes import compiled
from raci.rules.lexicon import lexicon_pattern

__all__ = ["PLACE_ENDS", "asks_a_place", "names_and_places"]

#: the last characters of places
PLACE_ENDS = "区县市镇乡旗州"
_LINK = compiled("[、和及与]")
#: where a place may end in a list: a quick look
_MAY_END = compiled(f"[{PLACE_ENDS}](?:[、和及与]|$)").search
#: the name of a place with more behind it
_SHARED = compiled(f"[一-龥]{{2,8}}?[{PLACE_ENDS}].").match
#: the levels of places, the highest first
_LEVELS = "省市州县区旗乡镇街"
#: so many places are remembered
_MOST_KNOWN = 4_096


def asks_a_place(words: str, verb: int) -> bool:
    """Whether the words from a verb on ask a place for something; of places news tell what they do (东岭区举办……)."""
    return lexicon_pattern("prose.asks-a-place").match(words, verb) is not None


def names_and_places(words: str) -> tuple[PlacedName, ...] | None:
    """What ``names_in`` gives, and places by their names among them; None where part of it is neither."""
    if _MAY_END(words) is None:
        return names_in(words)
    pieces = list(_pieces(words))
    if not any(is_place for _, _, is_place in pieces):
        return names_in(words)
    names: list[PlacedName] = []
    for start, end, is_place in pieces:
        piece = words[start:end]
        found = ((piece, 0, end - start),) if is_place else names_in(piece)
        if found is None:
            return None
        names += [(name, first + start, last + start) for name, first, last in found]
    return tuple(names)


def _pieces(words: str) -> Iterator[tuple[int, int, bool]]:
    """The places in a list, each alone, and what stands between them, each with its span and whether it is a place."""
    cuts = [match.span() for match in _LINK.finditer(words)]
    begins = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(words)]
    pieces = [words[start:end] for start, end in zip(begins, ends, strict=True)]
    first = 0
    for index, (start, end) in enumerate(zip(begins, ends, strict=True)):
        if not _is_place(pieces[index]) or _shares(pieces[index], pieces[index + 1 :]):
            continue
        if first < index:
            yield begins[first], ends[index - 1], False
        yield start, end, True
        first = index + 1
    if first < len(begins):
        yield begins[first], len(words), False


def _shares(place: str, others: Sequence[str]) -> bool:
    """Whether a place shares the ending of the first of the others that is none: 云泽市、青河县人民政府."""
    other = next((piece for piece in others if not _is_place(piece)), "")
    level = _LEVELS.find(other[:1]) if other else -1
    # 东岭区、市水务局: what is of a higher level is another's
    return level >= _LEVELS.find(place[-1]) if level >= 0 else _SHARED(other) is not None


@lru_cache(maxsize=_MOST_KNOWN)
def _is_place(piece: str) -> bool:
    """Whether words are the name of a place: 东岭区; not 中心城区, which is none in particular."""
    if lexicon_pattern("prose.place").fullmatch(piece) is None:
        return False
    return lexicon_pattern("prose.not-in-name").search(piece) is None
