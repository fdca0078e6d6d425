"""Places by their names as those who do something: 东岭区要做好征迁, where the words ask them for it."""

from __future__ import annotations

import re

from raci.analysis.prose.names import PlacedName, names_in
from raci.rules.lexicon import lexicon_pattern

__all__ = ["PLACE_ENDS", "places_asked"]

#: the last characters of places
PLACE_ENDS = "区县市镇乡旗州"
_LINKS = re.compile("[、和及与]")


def places_asked(words: str, start: int, verb: int, *, marked: bool) -> tuple[PlacedName, ...]:
    """The names from ``start`` to a verb of which the last are places (市水务局、东岭区); none where it asks nothing.

    Of places news tell what they do (东岭区举办……); ``marked`` says that 由 makes them those who are to do it.
    """
    if not marked and lexicon_pattern("prose.asks-a-place").match(words, verb) is None:
        return ()
    found = lexicon_pattern("prose.place").search(words[start:verb])
    if found is None or lexicon_pattern("prose.not-in-name").search(found["places"]):
        return ()
    before = names_in(words[start : start + found.start()]) if found.start() else ()
    if before is None:
        return ()
    names = [(name, first + start, last + start) for name, first, last in before]
    place = start + found.start("places")
    for name in _LINKS.split(found["places"]):
        names.append((name, place, place + len(name)))
        place += len(name) + 1
    return tuple(names)
