"""Put a look at the first character before patterns that are sought anywhere: ``(?=[报抄])(?:报送|抄送|抄告)``.

    python tools/first_characters.py raci/data/rules/prose.toml prose.asks prose.by …

``re`` tries every alternative at every character of a text; behind such a look only where one may begin, which is
three to eight times as fast. A look that stands there already is made anew, so run this after a change of such a
pattern: ``tests/rules/test_first_characters.py`` says which look leaves something out.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

# private: for tools and tests alone
import re._constants as op  # type: ignore[import-not-found]  # isort: skip
import re._parser as parser  # type: ignore[import-not-found]  # isort: skip

#: a range of more characters is no list of first ones
_WIDEST = 300
#: a look as this tool writes it, before a group or a pattern without alternatives
_LOOK = re.compile(r"^\(\?=\[(?:\\.|[^\]\\])*\]\)")
_DIGIT = r"\d"

#: the characters that a pattern may begin with (``\d`` for a digit); None where they are no list
First = frozenset[str] | None


def first_characters(sequence: Iterable[tuple[object, object]]) -> First:
    """What a parsed pattern may begin with; None where that is no list, or where it may match nothing."""
    found, may_be_empty = _first(sequence)
    return None if may_be_empty else found


def _first(sequence: Iterable[tuple[object, object]]) -> tuple[First, bool]:
    found: frozenset[str] = frozenset()
    for kind, value in sequence:
        here, may_be_empty = _first_of(kind, value)
        if here is None:
            return None, False
        found |= here
        if not may_be_empty:
            return found, False
    return found, True


def _first_of(kind: object, value) -> tuple[First, bool]:  # type: ignore[no-untyped-def]
    """What one part may begin with, and whether it may be empty."""
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, _, part = value
        found, may_be_empty = _first(part)
        return found, may_be_empty or least == 0
    if kind is op.BRANCH:
        ways = [_first(way) for way in value[1]]
        found = None if any(way is None for way, _ in ways) else frozenset().union(*(way or () for way, _ in ways))
        return found, any(may_be_empty for _, may_be_empty in ways)
    if kind is op.SUBPATTERN:
        return _first(value[3])
    if kind in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return frozenset(), True
    return (frozenset(chr(value)) if kind is op.LITERAL else _of_set(value) if kind is op.IN else None), False


def _of_set(items: Iterable[tuple[object, object]]) -> First:
    found: set[str] = set()
    for kind, value in items:
        if kind is op.LITERAL:
            found.add(chr(value))  # type: ignore[call-overload]
        elif kind is op.RANGE and value[1] - value[0] < _WIDEST:  # type: ignore[index]
            found.update(map(chr, range(value[0], value[1] + 1)))  # type: ignore[index]
        elif kind is op.CATEGORY and value is op.CATEGORY_DIGIT:
            found.add(_DIGIT)
        else:
            return None
    return frozenset(found)


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, outside of groups."""
    parts, depth, begun, in_set, position = [], 0, 0, False, 0
    while position < len(pattern):
        char = pattern[position]
        if char == "\\":
            position += 1
        elif in_set:
            in_set = char != "]"
        elif char == "[":
            in_set = True
        elif char == "|" and not depth:
            parts.append(pattern[begun:position])
            begun = position + 1
        else:
            depth += (char == "(") - (char == ")")
        position += 1
    return [*parts, pattern[begun:]]


def _without_look(part: str) -> list[str]:
    """The alternatives that a look stands before; the part itself where none does."""
    look = _LOOK.match(part)
    rest = part[look.end() :] if look else part
    inside = rest[3:-1]
    is_group = look and rest.startswith("(?:") and rest.endswith(")") and _is_whole(inside)
    return alternatives(inside) if is_group else [rest]


def _is_whole(pattern: str) -> bool:
    """Whether all groups that a stretch of a pattern closes begin in it."""
    try:
        parser.parse(pattern)
    except re.error:
        return False
    return len(alternatives(pattern)) > 1


def with_look(pattern: str, macros: Mapping[str, str]) -> str | None:
    """The pattern with a look before all alternatives that may begin anywhere; None where they begin with anything."""
    parts = [each for part in alternatives(pattern) for each in _without_look(part)]
    begins = [part.removeprefix("^") for part in parts if part.startswith("^")]
    anywhere = [part for part in parts if not part.startswith("^")]
    found = first_characters(parser.parse(_expanded("|".join(anywhere), macros))) if anywhere else None
    if found is None:
        return None
    if _DIGIT in found:
        found = frozenset(char for char in found if not char.isdecimal())
    listed = "".join(char if char == _DIGIT else re.escape(char) for char in sorted(found))
    look = f"(?=[{listed}])" + (anywhere[0] if len(anywhere) == 1 else f"(?:{'|'.join(anywhere)})")
    at_start = [f"^(?:{'|'.join(begins)})"] if len(begins) > 1 else [f"^{words}" for words in begins]
    return "|".join([*at_start, look])


def _expanded(pattern: str, macros: Mapping[str, str]) -> str:
    for name, piece in macros.items():
        pattern = pattern.replace("{" + name + "}", piece)
    return pattern


def main(arguments: Sequence[str]) -> None:
    """Write the patterns of a file anew."""
    file, *ids = arguments
    text = Path(file).read_text(encoding="utf-8")
    table = tomllib.loads(text)
    for entry in [*table.get("rule", ()), *table.get("pattern", ())]:
        if entry["id"] in ids:
            written, changed = f"'{entry['pattern']}'", with_look(entry["pattern"], table.get("macros", {}))
            if changed is None or text.count(written) != 1:
                print(f"{entry['id']}：可以从任何字开始，或不是单引号里的一行，没有改")
                continue
            text = text.replace(written, f"'{changed}'")
    Path(file).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
