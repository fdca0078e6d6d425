"""What a pattern may begin with, as ``re`` is told it.

``re`` seeks a pattern by its first characters where these are plain to see (``[抄报]送``), and goes from one of them to
the next. Where the pattern begins with a choice or a look it tries all alternatives at every character of a text, which
takes three to ten times as long. Its code has room for the set of characters that a match may begin with; it is filled
in here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

# private, like all of the inside of ``re``: where it is another one, patterns are compiled as ever
from re import _compiler, _constants as op, _parser  # type: ignore[attr-defined]  # isort: skip

__all__ = ["FOLDING", "REPEATS", "begins_with", "first_characters", "members_of", "with_first_characters"]

#: a part of a pattern as ``re`` parses it, and a sequence of parts: they have no types
_Part = tuple[Any, Any]
_Tree = Any
#: what stands for any digit among first characters, and for whatever is no letter (``\W``)
_DIGIT, _NO_LETTER = -1, -2
#: what ``\s`` matches
_BLANKS = frozenset(char for char in range(0x3001) if chr(char).isspace())
_KINDS = {
    op.CATEGORY_DIGIT: frozenset((_DIGIT,)),
    op.CATEGORY_SPACE: _BLANKS,
    op.CATEGORY_NOT_WORD: frozenset((_NO_LETTER,)),
}
#: what parts begin with; None where that is no list
_First = frozenset[int] | None
#: a range of more characters is no list of first ones: most characters of a text stand in it
_WIDEST = 2_000
REPEATS = frozenset((op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT))
_NOWHERE = frozenset((op.AT, op.ASSERT_NOT))
#: under these flags characters match others
FOLDING = op.SRE_FLAG_IGNORECASE | op.SRE_FLAG_LOCALE | op.SRE_FLAG_ASCII
#: where the code of a pattern says how long the block is of what is known of it, the sort of that, the least length
_LENGTH, _SORT, _LEAST, _REST = 1, 2, 3, 5


def first_characters(pattern: str) -> frozenset[str] | None:
    """What a match of a pattern may begin with; None where that is no list, or a kind of characters, or nothing."""
    found = begins_with(_parser.parse(pattern))
    return frozenset(map(chr, found)) if found and _DIGIT not in found else None


def with_first_characters(code: list[int], tree: _Tree) -> list[int]:
    """The code of a parsed pattern, with the set of characters that a match may begin with where it has none yet."""
    if tree.state.flags & FOLDING or code[0] != op.INFO or code[_SORT] or not code[_LEAST]:
        return code
    found, may_be_empty = _first(tree)
    if not found or may_be_empty:
        return code
    charset, _ = _compiler._optimize_charset(members_of(found))
    block: list[int] = []
    _compiler._compile_charset(charset, tree.state.flags, block)
    head = [code[0], code[_LENGTH] + len(block), op.SRE_INFO_CHARSET, *code[_LEAST:_REST]]
    return [*head, *block, *code[_REST:]]


def begins_with(way: _Tree) -> frozenset[int]:
    """What an alternative begins with; nothing where that is no list of characters."""
    found, may_be_empty = _first(way)
    return frozenset() if found is None or may_be_empty or _NO_LETTER in found else found


def members_of(first: frozenset[int]) -> list[_Part]:
    """The members of a set of characters."""
    digits = [(op.CATEGORY, op.CATEGORY_DIGIT)] if _DIGIT in first else []
    others = [(op.CATEGORY, op.CATEGORY_NOT_WORD)] if _NO_LETTER in first else []
    return [*digits, *others, *((op.LITERAL, char) for char in sorted(first) if char >= 0)]


def _first(parts: Iterable[_Part]) -> tuple[_First, bool]:
    """What a match of some parts may begin with, and whether it may be empty."""
    found: frozenset[int] = frozenset()
    for kind, value in parts:
        here, may_be_empty = _first_of(kind, value)
        if here is None:
            return None, False
        found |= here
        if not may_be_empty:
            return found, False
    return found, True


def _first_of(kind: Any, value: Any) -> tuple[_First, bool]:
    """What one part may begin with, and whether it may be empty."""
    if kind in REPEATS:
        found, may_be_empty = _first(value[2])
        return found, may_be_empty or not value[0]
    if kind is op.BRANCH:
        ways = [_first(way) for way in value[1]]
        known = [found for found, _ in ways if found is not None]
        is_empty = any(may_be_empty for _, may_be_empty in ways)
        return (frozenset().union(*known) if len(known) == len(ways) else None), is_empty
    if kind is op.SUBPATTERN:
        return (None, False) if value[1] or value[2] else _first(value[3])
    if kind is op.ASSERT:
        return _first_of_look(*value)
    if kind in _NOWHERE:
        return frozenset(), True
    return (_of_set(value) if kind is op.IN else _character(value) if kind is op.LITERAL else None), False


def _first_of_look(direction: int, part: _Tree) -> tuple[_First, bool]:
    """What a look asks for where it is one at what follows: the match begins with that, whatever stands behind it."""
    found, may_be_empty = _first(part) if direction > 0 else (None, True)
    return (frozenset(), True) if found is None or may_be_empty else (found, False)


def _character(char: int) -> frozenset[int]:
    return frozenset((_DIGIT,)) if chr(char).isdecimal() else frozenset((char,))


def _of_set(members: Sequence[_Part]) -> _First:
    """The characters of a set; None where most characters stand in it, or a kind of them that is no list."""
    if members[0][0] is op.NEGATE:
        return frozenset((_NO_LETTER,)) if (op.CATEGORY, op.CATEGORY_WORD) in members else None
    found: set[int] = set()
    for kind, value in members:
        if kind is op.LITERAL:
            found |= _character(value)
        elif kind is op.RANGE and value[1] - value[0] < _WIDEST:
            found.update(*map(_character, range(value[0], value[1] + 1)))
        elif kind is op.CATEGORY and value in _KINDS:
            found |= _KINDS[value]
        else:
            return None
    return frozenset(found)
