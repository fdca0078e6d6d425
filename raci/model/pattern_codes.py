"""Patterns and tables of raci's own, compiled and parsed once a machine: what they become is kept beside the bytecode.

``re`` compiles a pattern in Python to a list of numbers, which it then runs in C; ``pattern_trees`` and
``first_characters`` say what raci does beside that. For all the patterns of raci it takes half a second of each
process; the numbers themselves are read in a hundredth of it. So are the tables that
``tomllib`` parses the files of rules to. Both are kept as Python keeps bytecode: in ``__pycache__``, for this Python
alone, nowhere else where that cannot be written, and not at all where bytecode is not to be written
(``PYTHONDONTWRITEBYTECODE``). They are found by the text of the pattern, or by the hash of the file's text, so that
none is ever out of date. Where anything about them is not as it should be, patterns are compiled and files parsed as
ever.
"""

from __future__ import annotations

import atexit
import importlib.util
import marshal
import re
import sys
import tomllib
import zlib
from array import array
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple, cast

from raci.atomic import write_file
from raci.errors import RaciError

__all__ = ["compiled", "keep_codes", "toml_table"]

_SUFFIX = ".patterns"
#: so many are kept at most; where there come to be more, those of texts that have changed are among them
_MOST = 2_000
#: the file is written anew when so large a part of it is missing, or one that took so many seconds to compile
_WORTH, _WORTH_SECONDS = 0.1, 0.01
#: stands where the flags of a pattern do: a table is kept, as marshal writes it
_TABLE = -1


class _PatternCode(NamedTuple):
    """What ``_sre.compile`` takes beside the text of a pattern."""

    flags: int
    code: bytes
    groups: int
    names: dict[str, int]
    by_number: tuple[str | None, ...]


#: text and flags of a pattern → its code; hash of a table's text and ``_TABLE`` → the table
_Known = dict[tuple[str, int], tuple[Any, ...]]  # Any: the fields of a _PatternCode, as marshal knows no classes


class _KeptCodes:
    """The codes that this process knows: those of the file, and those that it made."""

    def __init__(self) -> None:
        self.known = _read(_file())
        self.made: _Known = {}
        self.seconds = 0.0  # what it took to make them
        self.used: set[tuple[str, int]] = set()

    def pattern(self, source: str, flags: int) -> re.Pattern[str]:
        """The pattern of its kept code, or compiled, and its code kept. Raises whatever the inside of ``re`` does."""
        return _pattern(source, _PatternCode(*self._known_or_made((source, flags), lambda: _compile(source, flags))))

    def table(self, text: str) -> dict[str, Any]:  # Any: whatever TOML has
        """The table that is kept of a text, or parsed, and kept. Raises whatever ``tomllib`` and marshal do."""
        key = blake2b(text.encode(), digest_size=20).hexdigest(), _TABLE
        (dumped,) = self._known_or_made(key, lambda: (marshal.dumps(tomllib.loads(text)),))
        return cast("dict[str, Any]", marshal.loads(dumped))

    def _known_or_made(self, key: tuple[str, int], make: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
        known = self.known.get(key)
        if known is None:
            if not self.made:
                atexit.register(keep_codes)
            begun = process_time()
            known = self.made[key] = self.known[key] = tuple(make())
            self.seconds += process_time() - begun
        self.used.add(key)
        return known

    def write(self) -> None:
        """Write what was made, beside what the file holds by now, where it is worth it."""
        path = _file()
        is_much = len(self.made) > _WORTH * (len(self.known) - len(self.made)) or self.seconds > _WORTH_SECONDS
        if path is None or sys.dont_write_bytecode or not is_much:
            return
        held = _read(path) | self.known
        if len(held) > _MOST:
            held = {key: code for key, code in held.items() if key in self.used}
        payload = marshal.dumps(held)
        self.made, self.seconds = {}, 0.0
        with suppress(OSError, RaciError):
            path.parent.mkdir(exist_ok=True)
            write_file(path, _head(payload) + payload, thorough=False)


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, found sooner; for patterns that come with raci, not for those of its users."""
    try:
        return _kept().pattern(source, int(flags))
    except Exception:  # another Python may have another inside; and a fault of the pattern is told by ``re``
        return re.compile(source, flags)


def toml_table(text: str) -> dict[str, Any]:  # Any: whatever TOML has
    """What ``tomllib.loads`` gives; for files that come with raci, not for those of its users."""
    try:
        return _kept().table(text)
    except Exception:  # what marshal cannot write (a date); and a fault of the text is told by ``tomllib``
        return tomllib.loads(text)


def keep_codes() -> None:
    """Write what was compiled and parsed here; what ends a process without its usual end calls this."""
    with suppress(Exception):  # at its end nothing is to be said any more
        _kept().write()


@cache
def _kept() -> _KeptCodes:
    return _KeptCodes()


@cache
def _file() -> Path | None:
    """Where the codes are kept; None where this Python keeps no bytecode."""
    try:
        return Path(importlib.util.cache_from_source(__file__)).with_suffix(_SUFFIX)
    except (NotImplementedError, ValueError):
        return None


def _read(path: Path | None) -> _Known:
    """The codes that a file holds; none where it is missing, broken, or of another Python."""
    if path is None:
        return {}
    try:
        data = memoryview(path.read_bytes())
        head = _head(b"")
        payload = data[len(head) :]
        if bytes(data[: len(head)]) != _head(payload):
            return {}
        return cast("_Known", marshal.loads(payload))
    except (OSError, ImportError, ValueError, EOFError, TypeError):
        return {}


def _head(payload: bytes | memoryview) -> bytes:
    """What a file begins with: which Python and which ``re`` wrote it, and what its content adds up to."""
    engine = _engine()
    python = f"{sys.implementation.name} {sys.hexversion:08x} {sys.byteorder} {engine.MAGIC} {engine.CODESIZE}"
    return f"raci 2 {python}\n{zlib.crc32(payload):08x}\n".encode("ascii")


def _engine() -> Any:  # Any: it has no types
    import _sre  # type: ignore[import-not-found]  # private, like all of the inside of ``re``

    return _sre


def _compile(source: str, flags: int) -> _PatternCode:
    """A pattern to its code, as ``re.compile`` does it, but for what makes it quicker to find."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    from raci.model.first_characters import with_first_characters
    from raci.model.pattern_trees import parted

    tree = parted(_parser.parse(source, flags))
    code = with_first_characters(_compiler._code(tree, flags), tree)
    names: Mapping[str, int] = tree.state.groupdict
    by_number: list[str | None] = [None] * tree.state.groups
    for name, number in names.items():
        by_number[number] = name
    return _PatternCode(
        flags | tree.state.flags,
        array("I", code).tobytes(),
        tree.state.groups - 1,
        dict(names),
        tuple(by_number),
    )


def _pattern(source: str, kept: _PatternCode) -> re.Pattern[str]:
    """A pattern of its code, which ``_sre`` looks over before it takes it."""
    code = array("I")
    code.frombytes(kept.code)
    made: re.Pattern[str] = _engine().compile(
        source, kept.flags, code.tolist(), kept.groups, kept.names, kept.by_number
    )
    return made
