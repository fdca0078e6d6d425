"""Files in chunks: which are done together; a file that is added or goes away changes only the chunk that it is in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from raci.batch.sources import Unit

__all__ = ["Chunk", "chunks_of"]

#: units that are done together, in the order of their sources
Chunk = tuple[Unit, ...]

#: a chunk has between a half and twice as many files as are asked for, so that its rows fit into little memory
_LEAST, _MOST = 0.5, 2


def chunks_of(units: Iterable[Unit], size: int) -> Iterator[Chunk]:
    """Units (sorted) in chunks of about ``size`` files.

    Where one ends the name of its last file decides, by its hash, not how many files stand before it: so that the other
    chunks stay as they are when files are added.
    """
    least, most = max(1, round(size * _LEAST)), size * _MOST
    # behind the least number each file ends the chunk with this probability, so that on average there are ``size``
    chance = max(1, size - least)
    pending: list[Unit] = []
    count = 0
    for unit in units:
        if pending and count + len(unit) > most:
            yield tuple(pending)
            pending, count = [], 0
        pending.append(unit)
        count += len(unit)
        if count >= least and _ends_a_chunk(unit, chance):
            yield tuple(pending)
            pending, count = [], 0
    if pending:
        yield tuple(pending)


def _ends_a_chunk(unit: Unit, chance: int) -> bool:
    name = unit[-1].source.encode("utf-8", "surrogateescape")
    return int.from_bytes(hashlib.sha256(name).digest()[:8], "big") % chance == 0
