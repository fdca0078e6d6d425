"""Write ``raci/data/quick_patterns.json``: patterns that look at one character first.

    python tools/quick_patterns.py [--check]

``SOUGHT`` names the patterns that are sought anywhere in a text and are slow as they stand, ``UNIONS`` the kinds of
rules that are sought together, ``FORKED`` those with long lists of words in them. In all of these, and in the rules
of ``ALONE``, each longer choice looks at one character first as well (``looking_inside``). ``LOOKS`` names those that
are but quick looks. Run this after a change of one of them; ``tests/model/test_quick_patterns.py`` says when it is due.
``--check`` exits 1 where the file is not what this would write. Why it helps stands in
``raci/model/quick_patterns.py``.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from generated_pages import write_or_check

from raci.model.patterns import expand_macros, read_macros
from raci.rules import Rule, built_in
from raci.rules.matching import any_of, unnamed

# private: for tools and tests alone
import re._constants as op  # type: ignore[import-not-found]  # isort: skip
import re._parser as parser  # type: ignore[import-not-found]  # isort: skip

DATA = Path(__file__).parents[1] / "raci" / "data"
FILE = DATA / "quick_patterns.json"
#: by the files of ``DATA``, the patterns that are sought anywhere and are slow as they stand
SOUGHT: Mapping[str, tuple[str, ...]] = {
    "patterns/metadata": ("date", "day-written", "body-alone", "no-title", "quoted-title"),
    "register/patterns/endings": ("ending.enterprise", "ending.government", "prose"),
    "register/patterns/enterprises": ("enterprise.legal", "enterprise.grid-supply"),
    "register/patterns/organizations": ("organization.sort",),
    "register/patterns/sets": ("set.noun", "set.each"),
    "rules/coverage": (
        "coverage.adverb",
        "coverage.anybody",
        "coverage.no-duty",
        "coverage.everybody-chapter",
        "coverage.cell-end",
        "coverage.no-duty-label",
    ),
    "rules/headless": ("headless.title", "headless.part"),
    "rules/checks": (
        *("checks.limit-in-sentence", "checks.announced", "checks.annex-heading", "checks.annex-mentioned"),
        "checks.blank-in-sentence",
    ),
    "rules/deadlines": ("deadline.behind-name", "deadline.in-sentence"),
    "rules/groups": (
        *("group.set-up-whole", "group.title", "group.post", "group.general-post", "group.shared-post"),
        *("group.no-members", "group.seats", "group.roster-end", "group.set-up", "group.second-post", "group.seat"),
        *("group.title-given", "group.may-title", "group.generic", "group.staff", "group.may-name", "group.may-say"),
        *("group.of-others", "group.list-end"),
    ),
    "rules/verbs": ("verb.hint", "duty.said", "division.duty"),
    "rules/hints": ("hint.verb-at-end", "hint.standing"),
    "rules/prose": (
        *("prose.not-in-name", "prose.by", "prose.not-a-duty-sentence", "prose.told"),
        *("prose.approve-before", "prose.inform-before", "prose.inform-toward", "prose.inform-after", "prose.under"),
        *("prose.under-after", "prose.predicate", "prose.reporting-document", "prose.told-as-done", "prose.asks"),
        *("prose.with", "prose.after-told", "prose.approve-after", "prose.pivot-after-colon", "prose.short-name"),
        *("prose.pivot-after-pause", "prose.strong-pivot", "prose.nobody", "prose.joined-matter", "prose.sets-up"),
        *("prose.heading-of-duties", "prose.heading-of-sentence", "prose.asks-a-place", "prose.no-list"),
        *("prose.around-hint", "prose.inform-hint", "prose.long-group", "prose.told-of", "prose.reached"),
        *("prose.asked-of", "prose.asks-in-account"),
    ),
}
#: of rules, those with long lists of words, to be parted by first characters
FORKED = (
    *("prose.may-tell", "prose.pivot", "prose.predicate", "prose.after-told"),
    *("prose.no-duty", "prose.acts-first", "prose.lead", "prose.bare-duty"),
)
#: rules that begin with what may be left out, or are matched at a place: only the choices within them are looked into
INSIDE = (
    *("prose.lead-words", "prose.after-condition", "prose.past", "label.unit-hint", "label.task-name-field"),
    *(
        "checks.procedure",
        "coverage.title",
        "coverage.glued-heads",
        "group.title-end",
        "group.defined",
        "group.title-is",
    ),
)
#: quick looks of which it is only asked where they begin: sought by their first two characters, and matching one
LOOKS = ("hint.trigger",)
#: a choice of so many words is a long list; and into so many parts it is parted
_MANY, _FORKS = 40, 4
#: kinds of rules that are also sought beside others one by one
ALONE = ("label", "later-label", "verb", "infix", "column")
#: a choice of so many ways within a pattern is looked into behind a look at what they begin with
_WAYS = 8
#: what begins with a character, and does not do without it
_WORD = re.compile("[一-龥A-Za-z](?![?*+{])").match
#: rules that are sought as one: those of some kinds, all or those with some of their roles
UNIONS: Sequence[tuple[tuple[str, ...], Callable[[Rule], bool]]] = (
    (("label",), lambda rule: True),
    (("label",), lambda rule: rule.role == "other"),
    (("label",), lambda rule: rule.role not in ("other", "deadline", "leader")),
    (("verb", "infix"), lambda rule: True),
    (("refuse",), lambda rule: True),
    (("refuse-always",), lambda rule: True),
    (("ending",), lambda rule: True),
    (("prose",), lambda rule: True),
    (("function",), lambda rule: True),
    (("no-deadline",), lambda rule: True),
    (("not-a-task",), lambda rule: True),
)
#: a range of more characters is no list of first ones
_WIDEST = 300
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


def _structure(pattern: str, start: int = 0) -> Iterator[tuple[int, str]]:
    """The characters of a pattern from ``start`` on that are neither escaped nor of a set, with their places."""
    in_set, position = False, start
    while position < len(pattern):
        char = pattern[position]
        if char == "\\":
            position += 1
        elif in_set:
            in_set = char != "]"
        elif char == "[":
            in_set = True
        else:
            yield position, char
        position += 1


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, outside of groups."""
    parts, depth, begun = [], 0, 0
    for position, char in _structure(pattern):
        if char == "|" and not depth:
            parts.append(pattern[begun:position])
            begun = position + 1
        depth += (char == "(") - (char == ")")
    return [*parts, pattern[begun:]]


def with_look(pattern: str) -> str | None:
    """The pattern with a look before all alternatives that may begin anywhere; None where they begin with anything."""
    parts = alternatives(pattern)
    begins = [part.removeprefix("^") for part in parts if part.startswith("^")]
    anywhere = [part for part in parts if not part.startswith("^")]
    found = first_characters(parser.parse("|".join(anywhere))) if anywhere else None
    if found is None:
        return None
    look = _look(found) + (anywhere[0] if len(anywhere) == 1 else f"(?:{'|'.join(anywhere)})")
    at_start = [f"^(?:{'|'.join(begins)})"] if len(begins) > 1 else [f"^{words}" for words in begins]
    return "|".join([*at_start, look])


def _look(firsts: frozenset[str]) -> str:
    if _DIGIT in firsts:
        firsts = frozenset(char for char in firsts if not char.isdecimal())
    return f"(?=[{''.join(char if char == _DIGIT else re.escape(char) for char in sorted(firsts))}])"


def looking_inside(pattern: str) -> str:
    """The pattern that matches the same, each longer choice in it behind a look at what its ways begin with."""
    for start in reversed([match.start() for match in re.finditer(r"\(\?:", pattern)]):
        if (start, "(") not in _structure(pattern):
            continue  # within a set, or escaped
        begun, end = start + len("(?:"), _end_of_group(pattern, start)
        ways = pattern[begun:end]
        firsts = first_characters(parser.parse(ways)) if len(alternatives(ways)) >= _WAYS else None
        if firsts is not None:
            pattern = f"{pattern[:begun]}{_look(firsts)}(?:{ways}){pattern[end:]}"
    return pattern


def forked(pattern: str) -> str:
    """The pattern that matches the same, its long lists of words parted by their first characters."""
    for start in reversed([match.start() for match in re.finditer(r"(?<!\\)\(\?:", pattern)]):
        begun, end = start + len("(?:"), _end_of_group(pattern, start)
        ways = alternatives(pattern[begun:end])
        if len(ways) >= _MANY:
            runs = (list(run) for _, run in groupby(ways, lambda way: _WORD(way) is not None))
            parted = [part for run in runs for part in (_parted(run) if _WORD(run[0]) else run)]
            pattern = f"{pattern[:begun]}{'|'.join(parted)}{pattern[end:]}"
    return pattern


def _parted(words: Sequence[str]) -> Iterator[str]:
    """Words in parts, each behind a look at what they begin with; those that begin alike stay in their order."""
    alike: dict[str, list[str]] = {}
    if len(words) <= _FORKS:
        yield from words
        return
    for word in words:
        alike.setdefault(word[0], []).append(word)
    firsts = list(alike)
    size = max(1, -(-len(firsts) // _FORKS))
    for begun in range(0, len(firsts), size):
        part = firsts[begun : begun + size]
        yield f"(?=[{''.join(part)}])(?:{'|'.join(word for first in part for word in alike[first])})"


def beginning(words: str) -> str:
    """The pattern that begins where one of these words does, and matches one character there.

    Raises ValueError where one of them does not begin with a character, or with anything behind it.
    """
    by_first: dict[str, list[str]] = {}
    for word in alternatives(words):
        if not _WORD(word):
            raise ValueError(f"{word} does not begin with a character: take it out of LOOKS")
        by_first.setdefault(word[0], []).append(word[1:])
    seconds = first_characters(parser.parse("|".join(rest for rests in by_first.values() for rest in rests)))
    if seconds is None:
        raise ValueError(f"{words[:40]} may go on with anything: take it out of LOOKS")
    grouped = "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items())
    return f"[{''.join(by_first)}]{_look(seconds)}(?<=(?={grouped}).)"


def _end_of_group(pattern: str, start: int) -> int:
    """Where the bracket stands that closes the group that begins at ``start``."""
    depth = 0
    for position, char in _structure(pattern, start):
        depth += (char == "(") - (char == ")")
        if not depth:
            return position
    raise ValueError(f"a group that begins at {start} is not closed: {pattern}")


def quick_patterns() -> dict[str, str]:
    """Pattern → the same pattern as it is found soonest, of all that ``SOUGHT``, ``UNIONS`` and ``FORKED`` name.

    Raises ValueError where one takes none.
    """
    found: dict[str, str] = {}
    for kinds, holds in UNIONS:
        union = any_of([rule for rule in built_in() if rule.kind in kinds and holds(rule)])
        found[union] = _looking(union, " ".join(kinds))
    rules = {rule.id: rule.pattern for rule in built_in()}
    limits = any_of([rule for rule in built_in() if rule.kind == "deadline"])
    found[limits] = limits  # (they begin with what may be left out)
    for file, ids in SOUGHT.items():
        if file.startswith("rules/"):
            found.update((rules[id], _looking(rules[id], f"{file}/{id}")) for id in ids)
            continue
        table = tomllib.loads((DATA / f"{file}.toml").read_text(encoding="utf-8"))
        entries = {entry["id"]: entry["pattern"] for key in ("rule", "pattern") for entry in table.get(key, ())}
        for id in ids:
            source = expand_macros(entries[id], read_macros(table) or {})
            found[source] = _looking(source, f"{file}/{id}")
    found.update((rules[id], rules[id]) for id in INSIDE)
    for id in FORKED:
        found[rules[id]] = forked(found.get(rules[id], rules[id]))
    alone = [
        pattern for rule in built_in() if rule.kind in ALONE for pattern in (rule.full_pattern, unnamed(rule.pattern))
    ]
    found |= {pattern: pattern for pattern in alone if looking_inside(pattern) != pattern}
    looks = {rules[id]: beginning(rules[id]) for id in LOOKS}
    return {source: looking_inside(pattern) for source, pattern in found.items()} | looks


def _looking(source: str, name: str) -> str:
    changed = with_look(source)
    if changed is None:
        raise ValueError(f"{name} may begin with anything: take it out of SOUGHT or UNIONS")
    return changed


def main() -> None:
    """Write the file, or compare it."""
    sys.exit(write_or_check(FILE, json.dumps(quick_patterns(), ensure_ascii=False, indent=0) + "\n"))


if __name__ == "__main__":
    main()
