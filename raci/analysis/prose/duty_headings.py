"""Lines that say whose duties stand below them: 教务部工作职责 ⏎ 1、编制计划…… ⏎ 2、检查教学……, in parts or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from raci.analysis.annotations.alike import BULLETS, is_bulleted
from raci.analysis.numbers import number_value
from raci.analysis.prose.named_lines import Headed
from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern, lexicon_words
from raci.rules.punctuation import COLONS

__all__ = ["DutyHeadings"]

#: the longest line that is a heading, in characters
_LONGEST = 40
#: no list of who is in a group has more lines
_MOST_ROSTER = 12
#: what stands around the words of such a line
_AROUND = BULLETS + "#【】[]：:"


class DutyHeadings:
    """The lines of a document that say whose duties follow; to be asked for its clauses in their order, each once.

    ``names`` says whom words of a clause name that may be its heading.
    """

    def __init__(self, clauses: Sequence[Clause], text: str, names: Callable[[Clause, str], Headed | None]) -> None:
        self._clauses = clauses
        self._text = text
        self._names = names
        self._line: Clause | None = None  # the last such line, while its list goes on
        self._headed: Headed | None = None  # whose duties it says they are
        self._counted = -1  # the last clause of the list that has a number, at its level

    @property
    def line(self) -> int:
        """The line whose list goes on; -1 where none does."""
        return self._line.index if self._line is not None else -1

    def above(self, clause: Clause) -> Headed | None:
        """Whose duties a clause is one of by such a line above it."""
        if (found := self._of_line(clause)) is not None:
            self._line, self._headed, self._counted = clause, found, -1
            return None
        if self._line is None:
            return None
        top, names_others = self._top(clause)
        if self._is_other_heading(clause) or self._leaves_bullets(clause) or self._ends(top):
            self._line = None
            return None
        if top.number:
            self._counted = top.index
        return None if names_others else self._headed

    def _of_line(self, clause: Clause) -> Headed | None:
        """Whom a clause names that is nothing but such a line."""
        heading = clause.heading
        if clause.kind != "paragraph" or not 2 < len(heading) <= _LONGEST:
            return None
        words = heading.strip(_AROUND)
        if words[-1:] not in lexicon_words("prose.last-of-duty-heading") or not self._is_line(clause):
            return None
        if lexicon_pattern("prose.duties-of-team").fullmatch(words + "：") is not None:
            return self._named_before(clause)  # 教务部 ⏎ 主要职责：
        name = lexicon_pattern("prose.duty-heading").sub("", words)
        return self._named(clause, name) if name != words else None

    def _named_before(self, clause: Clause) -> Headed | None:
        """Whom the line above names, or the one above who is in it: 防汛领导小组 ⏎ 组长：王某 ⏎ 主要职责：."""
        before = clause.index - 1
        while before > max(-1, clause.index - _MOST_ROSTER) and self._is_of_roster(self._clauses[before]):
            before -= 1
        if before < 0 or self._clauses[before].kind != "paragraph" or not self._is_line(self._clauses[before]):
            return None
        return self._named(self._clauses[before], self._clauses[before].heading.strip(_AROUND))

    def _is_of_roster(self, clause: Clause) -> bool:
        words = self._text[clause.start : clause.end].lstrip(_AROUND + " ")
        return clause.kind == "paragraph" and lexicon_pattern("group.roster-label").match(words) is not None

    def _named(self, clause: Clause, name: str) -> Headed | None:
        """The bodies that words name which are all of a line, or the post (班主任)."""
        if headed := self._names(clause, name):
            return headed
        if lexicon_pattern("prose.post-name").fullmatch(name) is None:
            return None
        place = self._text.find(name, clause.start, clause.end)
        return (((name, 0, len(name)),), place) if place >= 0 else None

    def _is_line(self, clause: Clause) -> bool:
        """Whether the heading of a clause is all of it, and no sentence."""
        line = self._text[clause.start : clause.end].strip(_AROUND)
        return line == clause.heading.strip(_AROUND) and "，" not in line

    def _top(self, clause: Clause) -> tuple[Clause, bool]:
        """The highest clause above a clause that stands below the line, and whether one on the way names bodies."""
        assert self._line is not None
        names_others = False
        while clause.parent is not None and clause.parent > self._line.index:
            clause = self._clauses[clause.parent]
            names_others = names_others or self._names(clause, clause.heading) is not None
        return clause, names_others

    def _ends(self, top: Clause) -> bool:
        """Whether the list is over: a chapter, a heading that begins another list, numbers that begin anew."""
        assert self._line is not None
        if self._level(top) != self._level(self._line) or top.number[:1] == "第":
            return True
        if top.kind == "paragraph" or top.index == self._counted or self._counted < 0:
            return False
        return number_value(top) == 1 and number_value(self._clauses[self._counted]) > 0

    def _leaves_bullets(self, clause: Clause) -> bool:
        """Whether the lines of the list begin with bullets, and a paragraph with none."""
        assert self._line is not None
        if clause.kind != "paragraph" or clause.index == self._line.index + 1:
            return False
        first = self._clauses[self._line.index + 1]
        return is_bulleted(self._text, first) and not is_bulleted(self._text, clause)

    def _level(self, clause: Clause) -> int | None:
        """What a clause stands under, but for items and paragraphs: after a list, a line stands under its last item."""
        above = clause.parent
        while above is not None and self._clauses[above].kind in ("item", "paragraph"):
            above = self._clauses[above].parent
        return above

    def _is_other_heading(self, clause: Clause) -> bool:
        """Whether a clause is a line of its own above the first item of a list, and no part of this one."""
        if clause.kind != "paragraph" or len(clause.heading) > _LONGEST or not self._is_line(clause):
            return False
        if clause.heading.endswith(COLONS):
            return lexicon_pattern("prose.part-of-duties").search(clause.heading) is None
        following = next(islice(self._clauses, clause.index + 1, None), None)
        if following is not None and following.kind == "paragraph":
            return lexicon_pattern("prose.duties-of-team").match(self._text, following.start, following.end) is not None
        return following is not None
