"""The words of ledgers: each means one choice, and the letters have no blanks that nothing fills."""

from __future__ import annotations

import string
import tomllib
from collections import Counter
from importlib.resources import files

from raci.config.ledger_words import ledger_words
from raci.views.tables.ledger import STATES


def test_each_word_means_one_choice() -> None:
    table = tomllib.loads((files("raci") / "data" / "ledger" / "words.toml").read_text(encoding="utf-8"))["states"]
    assert set(table) == set(STATES)
    times = Counter(word for choice, written in table.items() for word in (choice, *written))
    assert [word for word, count in times.items() if count > 1] == []


def test_letters_ask_for_nothing_that_is_not_known() -> None:
    for letter in ledger_words().letters.values():
        wanted = {field for _, field, _, _ in string.Formatter().parse(letter.to + letter.text) if field}
        assert wanted <= {"body", "today", "count", "days", "until"}
