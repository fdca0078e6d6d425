"""What sort of text a document is: whether one expects of it to say who does what."""

from __future__ import annotations

from raci.model import Analysis
from raci.rules.lexicon import lexicon_pattern

__all__ = ["binds_everybody", "is_plan"]

#: so much of a document without a title tells what it is, in characters
_OPENING = 400


def binds_everybody(analysis: Analysis) -> bool:
    """Whether it is a law, an approval, a report or the like: by its title, where that tells nothing by its opening, or
    because most of its tasks are articles.

    These speak to everybody, and many of their clauses name no body.
    """
    title = analysis.document.title
    if lexicon_pattern("checks.other-title").search(title):
        return True
    opening = analysis.document.text[:_OPENING]
    if not lexicon_pattern("checks.plan-title").search(title) and _is_other(opening):
        return True
    article = lexicon_pattern("checks.article")
    tasks = analysis.task_clauses()
    count = sum(any(article.search(label) for label in (clause.number, *clause.path)) for clause in tasks)
    return count * 2 > len(tasks)


def is_plan(analysis: Analysis) -> bool:
    """Whether it is one that hands out work: by its title, else by its opening."""
    if binds_everybody(analysis):
        return False
    document = analysis.document
    if lexicon_pattern("checks.plan-title").search(document.title):
        return True
    if lexicon_pattern("checks.notice-title").search(document.title):
        return False  # those that it is sent to are asked
    opening = document.text[:_OPENING]
    if document.addressees:
        return False
    return lexicon_pattern("checks.plan-opening").search(opening) is not None


def _is_other(opening: str) -> bool:
    return lexicon_pattern("checks.other-opening").search(opening) is not None
