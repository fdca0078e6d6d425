"""Edits: what a person changed by hand, in a workbook or on the page of ``raci serve``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from raci.model.roles import ROLE_BY_WORD, Role

__all__ = ["Edit", "Field"]

#: what an edit changes; an ``open`` one could not be understood
Field = Literal[
    "role",
    "name",
    "canonical",
    "deadline",
    "due",
    "added",
    "removed",
    "order",
    "heading",
    "task",
    "untask",
    "moved",
    "open",
]


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that a person made in a workbook of raci's, or on its page: where, of which task, what.

    ``task`` is the task's id (``raci.views.grid``), ``label`` its number and heading; ``name`` and ``role`` are those
    of the assignment before the change. By ``field``: ``role`` (after: a role), ``name`` and ``canonical`` (after: a
    name), ``deadline`` and ``due`` (of one assignment, or without ``name`` of the whole task), ``added`` (``name``,
    after: a role), ``removed``, ``order`` (after: the names of a role, parted by 、), ``heading``; ``task`` is a new
    one (``path``, ``number``, after: its heading; behind the task ``follows``), ``untask`` one that was taken out,
    ``moved`` one that now stands behind the task ``follows`` (before and after: the tasks that it followed and
    follows). Of an ``open`` one, which could not be understood, ``why`` says the reason. ``clause`` is the place of the
    task in ``Analysis.clauses`` as they are now.

    ``start``/``end`` are the words of the text that a person pointed at, where they did: the name of an ``added``
    assignment, whose evidence is then ``quote``, or the words of a new ``task``.
    """

    sheet: str
    cell: str
    rule: str
    field: Field
    task: str = ""
    label: str = ""
    name: str = ""
    role: Role | None = None
    before: str = ""
    after: str = ""
    number: str = ""
    path: tuple[str, ...] = ()
    follows: str = ""
    why: str = ""
    clause: int | None = None
    start: int | None = None
    end: int | None = None
    quote: str = ""

    @property
    def new_role(self) -> Role:
        """The role of an ``added`` assignment, or to which a ``role`` was changed. KeyError for any other edit."""
        return ROLE_BY_WORD[self.after]

    @property
    def words(self) -> tuple[int, int] | None:
        """The span of the text that a person pointed at; None where they did not."""
        return None if self.start is None or self.end is None else (self.start, self.end)

    @property
    def place(self) -> str:
        """Where it was made, as a spreadsheet program says it."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet
