"""Lines that are nothing but names, above others that say what these do: 市教育局： ⏎ 1. 负责…… ⏎ 市公安局： ⏎ 1. ……"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from raci.analysis.annotations.alike import BULLETS, behind_bullets, is_bulleted
from raci.analysis.numbers import number_value
from raci.analysis.prose.names import PlacedName
from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern, lexicon_words
from raci.rules.punctuation import COLONS

__all__ = ["Headed", "NamedLines"]

#: the bodies that words above name, and where in the text these words begin
Headed = tuple[Sequence[PlacedName], int]

#: the longest names that a clause begins with, and how much of what follows is looked at, in characters
_LONGEST_NAMED, _BEGINNING = 40, 40
#: so many clauses that begin with names make a list of who does what
_LEAST_NAMED = 2
#: so many lines at most say who is in a team
_LONGEST_ROSTER = 5
#: what stands around the words of a line of names
_AROUND = BULLETS + "【】：:"


class NamedLines:
    """The clauses of a document that begin with names alone; to be asked for its clauses in their order, each once.

    ``names`` says whom words of a clause name that may be its heading.
    """

    def __init__(self, clauses: Sequence[Clause], text: str, names: Callable[[Clause, str], Headed | None]) -> None:
        self._clauses = clauses
        self._text = text
        self._names = names
        self._over_lists: set[int] = set()  # those right above the first item of a list
        self._named = self._find()
        self._line: Clause | None = None  # the last of them that may be a line of its own, while lines follow it

    @property
    def line(self) -> int:
        """The line of names that a clause asked for stands below; -1 where it is none."""
        return self._line.index if self._line is not None else -1

    def above(self, clause: Clause) -> Headed | None:
        """The bodies that a clause begins with, or that are all of a line above it, up to the next such line."""
        if not self._named:
            return None
        if clause.index in self._named:
            self._line = clause if clause.kind == "paragraph" else None
            return self._named[clause.index]
        line = self._line
        if line is not None and self._follows(line, clause):
            return self._named[line.index]
        self._line = None
        return None

    def _find(self) -> dict[int, Headed]:
        """The clauses that begin with nothing but names and go on with what these do, where a list is made of them.

        All in one paragraph (市园林局。负责编制规划。) or in several lines; a single one may be a signature.
        """
        found: dict[int | None, dict[int, Headed]] = {}
        ends = lexicon_words("prose.last-of-name")
        for clause in self._clauses:
            words = clause.heading.strip(_AROUND)
            may_end = words[-1:] in ends
            if len(clause.heading) > _LONGEST_NAMED or not (may_end or clause.heading.endswith(COLONS)):
                continue  # most clauses: neither a body nor a post before its colon
            over_list = may_end and (self._is_over_list(clause, words) or self._is_over_roster(clause, words))
            if not over_list and not self._goes_on_with_duty(clause):
                continue
            may_be_named = may_end and (over_list or clause.parent is not None)
            named = self._names(clause, words) if may_be_named else None
            if over_list and named:
                self._over_lists.add(clause.index)
            if (named := named or self._post(clause, words)) is not None:
                behind_colon = over_list or clause.heading.endswith(COLONS)
                under = self._chapter(clause) if behind_colon else clause.parent
                found.setdefault(under, {})[clause.index] = named
        return {
            index: named for listed in found.values() if len(listed) >= _LEAST_NAMED for index, named in listed.items()
        }

    def _post(self, clause: Clause, words: str) -> Headed | None:
        """A post that a line names before its colon: 测试人员：."""
        if not clause.heading.endswith(COLONS) or lexicon_pattern("prose.post-name").fullmatch(words) is None:
            return None
        place = self._text.find(words, clause.start)
        return (((words, 0, len(words)),), place) if place >= 0 else None

    def _chapter(self, clause: Clause) -> int | None:
        """What a clause stands under, but for the items of the list above it."""
        above = clause.parent
        while above is not None and self._clauses[above].kind == "item":
            above = self._clauses[above].parent
        return above

    def _follows(self, line: Clause, clause: Clause) -> bool:
        """Whether a clause goes on what stands below a line of names: a further line, or an item behind a colon."""
        if clause.kind == "paragraph" and line.parent == clause.parent:
            over_bullets = is_bulleted(self._text, self._clauses[line.index + 1])
            return not over_bullets or is_bulleted(self._text, clause)
        is_over = line.heading.endswith(COLONS) or line.index in self._over_lists
        return clause.kind == "item" and is_over and self._chapter(clause) == self._chapter(line)

    def _is_over_list(self, clause: Clause, words: str) -> bool:
        """Whether a clause is a line of its own right above the first item of a list: 市园林局 ⏎ 1.编制规划。.

        Where the numbers go on, it may say who does what stands above it. A label (责任单位：市园林局) is none.
        """
        following = self._clauses[clause.index + 1 : clause.index + 2]
        if clause.kind != "paragraph" or not following or ":" in words or "：" in words:
            return False
        if self._text[clause.start : clause.end].strip(_AROUND) != words:
            return False
        first = following[0]
        if first.kind == "paragraph":
            listed = first.parent == clause.parent and is_bulleted(self._text, first)
            return listed and self._goes_on_with_duty(clause)
        return first.kind == "item" and (number_value(first) == 1 or first.number == "①")

    def _is_over_roster(self, clause: Clause, words: str) -> bool:
        """Whether a line is a team's name, above who is in it and 主要职责：: what stands below that is its duty."""
        if clause.kind != "paragraph" or lexicon_pattern("prose.team").fullmatch(words) is None:
            return False
        following = self._clauses[clause.index + 1 : clause.index + 2 + _LONGEST_ROSTER]
        is_member, is_label = lexicon_pattern("prose.line-of-team").match, lexicon_pattern("prose.duties-of-team").match
        lines = [self._text[each.start : each.end] for each in following]
        members = list(takewhile(is_member, lines))
        return 0 < len(members) < len(lines) and is_label(lines[len(members)]) is not None

    def _goes_on_with_duty(self, clause: Clause) -> bool:
        """Whether the heading of a clause, which may be a name, is followed by words without a subject."""
        start = clause.start + len(clause.number) + len(clause.heading)
        after = self._text[start : start + _BEGINNING]
        if start + 1 < clause.end:
            after = after[1:] if after.startswith("。") else ""
        elif clause.kind == "paragraph" and clause.index + 1 < len(self._clauses):
            following = self._clauses[clause.index + 1]
            is_item = following.kind == "item" and self._follows(clause, following)
            if not is_item and (following.kind != "paragraph" or following.parent != clause.parent):
                return False
            start = behind_bullets(self._text, following, following.end)
            after = self._text[start : start + _BEGINNING]
        else:
            return False
        return lexicon_pattern("prose.bare-duty").match(after) is not None
