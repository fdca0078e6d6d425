"""What a 任务分工表 prints of a task under 重点任务 and under 工作内容.

A task that the plan gives a title keeps it, and its content is what follows. Where the plan has only sentences, the
content is the whole of them, so that nobody reads the first sentence in one column and the second in the next; under
重点任务 stands their beginning, in a law the number of the article. A plan of which hardly a task has a title needs no
second column: each task stands whole in the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from raci.model import Analysis, Clause, label
from raci.rules.headings import MORE, short_headings
from raci.views.grid import Grid, GridTask
from raci.views.tables.content import ClauseWords, article_of, clause_words

__all__ = ["TaskWording", "task_wordings"]

#: a title is no longer than this where it has several parts, in characters
_LONGEST_TITLE = 25
#: of the tasks so many must have titles for these to have a column of their own
_LEAST_TITLED = 1 / 3
#: fewer characters than these behind a title, and no sentence among them, are not worth a cell of their own
_STUMP = 12
_SENTENCE_ENDS = "。；;！？"
#: the title of an article: 第三条【职责分工】, 第三条（职责分工）
_CAPTION = re.compile(r"(?:【[^【】]{1,20}】|（[^（）]{1,20}）|\([^()]{1,20}\)|\[[^\[\]]{1,20}\]|〔[^〔〕]{1,20}〕)\s*")
#: one that only a blank parts from the words of the article
_PLAIN_CAPTION = re.compile(r"(?P<caption>[\u4e00-\u9fff、]{2,14})(?:[ \u3000]+|\n|$)")


@dataclass(frozen=True, slots=True)
class TaskWording:
    """What is printed of a task: its ``title`` with its number, and its ``content``.

    ``article`` is the article of a law that the title names, as paths name it: the task needs not stand under it again.
    ``title`` is the same for all paragraphs of an article.
    """

    title: str
    content: str
    article: str = ""


def task_wordings(analysis: Analysis, grid: Grid, *, may_join: bool) -> list[TaskWording]:
    """The wording of each task of the grid, in order.

    Where it ``may_join`` title and content, a plan without titles has all under the title.
    """
    words = list(clause_words(analysis, grid))
    found = [_clause(analysis, task) for task in grid.tasks]
    if may_join and _without_titles(analysis, grid, found, words):
        return [_joined(*each) for each in zip(grid.tasks, found, words, strict=True)]
    short = short_headings((task.heading for task in grid.tasks), _LONGEST_TITLE)
    captions = _captions(analysis)
    wordings = []
    for task, clause, said in zip(grid.tasks, found, words, strict=True):
        article = _article(analysis, clause)
        if clause is None or clause.kind == "row":
            wordings.append(_of_row(task, clause, said))
        elif article is not None and not _is_edited(clause, said):
            wordings.append(_of_article(clause, article, said, captions.get(article.index, "")))
        else:
            wordings.append(_of_item(task, said, short[task.heading]))
    return wordings


def _clause(analysis: Analysis, task: GridTask) -> Clause | None:
    """The clause of a task; None of one that a person added."""
    known = task.clause is not None and task.clause < len(analysis.clauses)
    return analysis.clauses[task.clause or 0] if known else None


def _is_edited(clause: Clause, words: ClauseWords) -> bool:
    """Whether a person gave the task another heading than its clause has: the words do not begin with it."""
    return bool(clause.heading and words.whole) and words.rest == words.whole


def _without_titles(
    analysis: Analysis, grid: Grid, clauses: Sequence[Clause | None], words: Sequence[ClauseWords]
) -> bool:
    """Whether hardly a task has a title of its own; rows of tables have cells, articles of laws their numbers."""
    short = short_headings((task.heading for task in grid.tasks), _LONGEST_TITLE)
    titled = 0
    for task, clause, said in zip(grid.tasks, clauses, words, strict=True):
        if clause is not None and (clause.kind == "row" or _article(analysis, clause) is not None):
            return False
        follows = bool(said.rest or said.below) and not _is_stump(said.rest + said.below)
        titled += clause is not None and follows and short[task.heading] == task.heading == task.shown
    return titled < _LEAST_TITLED * len(grid.tasks)


def _is_stump(words: str) -> bool:
    """Whether what follows a title is not worth a cell of its own: （全县）, 具体措施："""
    return len(words) < _STUMP and not any(end in words for end in _SENTENCE_ENDS)


def _joined(task: GridTask, clause: Clause | None, words: ClauseWords) -> TaskWording:
    """Number and words of a task in one cell."""
    if clause is None or not (words.rest or words.below):
        own = label(task.number, task.heading) or task.label
    elif _is_edited(clause, words):
        own = f"{label(task.number, task.heading)}\n{words.whole}"
    else:
        own = label(task.number, words.whole)
    return TaskWording("\n".join(filter(None, (own, words.below))), "")


def _of_row(task: GridTask, clause: Clause | None, words: ClauseWords) -> TaskWording:
    whole = clause is None or task.shown == clause.heading
    return TaskWording(task.label, words.rest if whole else words.whole)


def _of_item(task: GridTask, words: ClauseWords, short: str) -> TaskWording:
    """A numbered or unnumbered item of a plan."""
    if short == task.heading and task.shown == task.heading:
        rest = "\n".join(filter(None, (words.rest, words.below)))
        if rest and _is_stump(rest):
            return TaskWording(f"{task.label}{rest}" if rest[0] in "（(" else f"{task.label}。{rest}", "")
        return TaskWording(task.label, rest)
    cut = short if short.endswith(MORE) else task.shown
    return TaskWording(label(task.number, cut), "\n".join(filter(None, (words.whole, words.below))))


def _article(analysis: Analysis, clause: Clause | None) -> Clause | None:
    """The article that a clause is, or is a paragraph or a point of."""
    if clause is None:
        return None
    parent = analysis.clauses[clause.parent] if clause.parent is not None else clause
    return article_of(analysis, clause) or article_of(analysis, parent)


def _captions(analysis: Analysis) -> dict[int, str]:
    """Article → its title, where it has one; one without brackets counts where most articles have such."""
    articles = [clause for clause in analysis.clauses if article_of(analysis, clause) is clause]
    bracketed, plain = {}, {}
    for article in articles:
        own = analysis.document.text[article.start : article.end].lstrip().removeprefix(article.number).strip()
        if (match := _CAPTION.match(own)) is not None:
            bracketed[article.index] = match[0].strip()
        elif (match := _PLAIN_CAPTION.match(own)) is not None:
            plain[article.index] = match["caption"]
    return bracketed | (plain if 2 * len(plain) > len(articles) else {})


def _of_article(clause: Clause, article: Clause, words: ClauseWords, caption: str) -> TaskWording:
    """An article, a paragraph of it or a point in it: what stands under 工作内容 is its text."""
    if clause.number and clause is not article:
        title = f"{article.number}{clause.number}"
    else:
        title = f"{article.number}{caption}" if caption[:1] in "【（([〔" else label(article.number, caption)
    whole = words.whole
    if clause is article and caption and whole.startswith(caption):
        whole = whole[len(caption) :].lstrip(" \u3000\n。：:")
    return TaskWording(title, "\n".join(filter(None, (whole, words.below))), article.label)
