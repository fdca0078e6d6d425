"""Heads of the columns of lists: of persons, telephones, addresses, numbers or money, nobody's duties."""

from __future__ import annotations

from raci.rules.lexicon import lexicon_pattern

__all__ = ["heads_list"]

#: words of more characters are a task where they begin with what is done
_SHORT = 4


def heads_list(words: str) -> bool:
    """Whether words head a column of such a list, or say what is listed (预算金额): not 编制年度预算."""
    if len(words) > _SHORT and lexicon_pattern("headless.task").match(words):
        return False
    return lexicon_pattern("coverage.no-duty-head").search(words) is not None
