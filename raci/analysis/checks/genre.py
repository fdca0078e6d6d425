"""What sort of text a document is: whether one expects of it to say who does what."""

from __future__ import annotations

from raci.model import Analysis
from raci.rules.lexicon import lexicon_pattern

__all__ = ["is_law", "is_plan"]

#: so much of a document without a title tells what it is, in characters
_OPENING = 400


def is_law(analysis: Analysis) -> bool:
    """Whether most of its tasks are articles (第三条): these bind everybody, and often name no body."""
    article = lexicon_pattern("checks.article")
    tasks = analysis.task_clauses()
    count = sum(any(article.search(label) for label in (clause.number, *clause.path)) for clause in tasks)
    return count * 2 > len(tasks)


def is_plan(analysis: Analysis) -> bool:
    """Whether it is one that hands out work: by its title, else because nothing in its opening says otherwise."""
    if is_law(analysis):
        return False
    document = analysis.document
    if lexicon_pattern("checks.other-title").search(document.title):
        return False
    if lexicon_pattern("checks.plan-title").search(document.title):
        return True
    if lexicon_pattern("checks.notice-title").search(document.title):
        return False  # those that it is sent to are asked
    opening = document.text[:_OPENING]
    return not document.addressees and lexicon_pattern("checks.other-opening").search(opening) is None
