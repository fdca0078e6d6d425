"""Tables of words that the patterns of a rule file are made of: ``raci/data/words/``, by the name of that file.

A table is groups of words that are there for one reason; what a word needs around it stands beside it. Patterns of the
rule file name a table (``{verbs}``) as they name a macro. Whether some words end with one of a table is looked up by
the words themselves: a choice of hundreds is not tried one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from raci.model.pattern_codes import compiled, toml_table

__all__ = ["EXAMPLES", "Endings", "alternatives", "word_endings", "word_macros", "word_tables"]

#: one group of a table, as it stands in the file
Group = Mapping[str, Any]  # Any: texts, and lists of what words need


#: the key of a file under which examples of its tables stand
EXAMPLES = "examples"


@cache
def word_tables(file: str) -> Mapping[str, Sequence[Group]]:
    """The tables of a rule file (``prose.toml``) by name, each its groups; empty where it has none."""
    folder = files("raci") / "data" / "words"
    texts = [entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.name == file]
    found = toml_table(texts[0]) if texts else {}
    return {name: groups for name, groups in found.items() if name != EXAMPLES}


@cache
def word_macros(file: str) -> Mapping[str, str]:
    """What the patterns of a rule file call its tables, each as alternatives."""
    return {name: "|".join(alternatives(groups)) for name, groups in word_tables(file).items()}


def alternatives(groups: Sequence[Group]) -> Iterator[str]:
    """The words of some groups as patterns, with what they need around them."""
    for group in groups:
        yield from group.get("words", "").split()
        yield from map(_conditional, group.get("only", ()))
        yield from group.get("patterns", ())


def _conditional(entry: Mapping[str, Any]) -> str:
    """The pattern of a word that needs something around it."""
    behind = f"(?<={entry['behind']})" if "behind" in entry else ""
    behind += "".join(f"(?<!{words})" for words in entry.get("not_behind", ()))
    before = f"(?=[^，。；]{{{entry['object']}}})" if "object" in entry else ""
    before += f"(?={entry['before']})" if "before" in entry else ""
    before += f"(?!{'|'.join(entry['not_before'])})" if "not_before" in entry else ""
    return f"{behind}{entry['word']}{before}"


class Endings:
    """The words of a table as what others may end with."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._words = frozenset(word for group in groups for word in group.get("words", "").split())
        self._lengths = sorted({len(word) for word in self._words})
        conditional: dict[str, list[str]] = {}
        for group in groups:
            for entry in group.get("only", ()):
                conditional.setdefault(entry["word"][-1], []).append(_conditional(entry))
            for char in group.get("ends", ""):
                conditional.setdefault(char, []).extend(group["patterns"])
        #: by the last character of the words, what they may end with under conditions
        self._conditional = {char: f"(?:{'|'.join(patterns)})$" for char, patterns in conditional.items()}
        self._compiled: dict[str, re.Pattern[str]] = {}

    def end(self, words: str, looked_at: int = 0) -> bool:
        """Whether some words end with one of the table; none of ``looked_at`` characters or fewer does."""
        for length in self._lengths:
            if length > looked_at and words[-length:] in self._words:
                return True
        last = words[-1:]
        if last not in self._conditional:
            return False
        pattern = self._compiled.get(last)
        if pattern is None:
            pattern = self._compiled[last] = compiled(self._conditional[last])
        return pattern.search(words) is not None


@cache
def word_endings(file: str, name: str) -> Endings:
    """A table of a rule file as what words may end with. Raises KeyError where there is no such table."""
    return Endings(word_tables(file)[name])
