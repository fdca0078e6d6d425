"""Paragraphs of sheets and lists: which say more of the clause before them, and where the words of a field begin."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from raci.analysis.outline.first_words import Heading
from raci.analysis.outline.lists import goes_on_with_list, numbers_bodies, states_fact
from raci.analysis.outline.patterns import OutlinePatterns
from raci.model.pattern_codes import compiled
from raci.rules.bullets import MARKS
from raci.rules.lexicon import lexicon_pattern

__all__ = ["Draft", "SheetLines"]

#: the longest line of a list that goes on below its label, in characters, and that goes on with names behind it
_LONGEST_LIST, _LONGEST_LIST_LINE = 400, 60
#: what stands behind each label, or around it: a quick look
_LABEL_MARK = compiled(r"[:：∶【\[〔]")
#: a field, with a bullet or without: ◇ 建设内容：…; one whose name comes again under another task is a field of each
_FIELD = compiled(rf"([{MARKS}·•]?)[ \t\u3000\xa0]*([\u4e00-\u9fff]{{2,8}})[:：]")
#: (a line end before it, which no field holds: so it is sought fastest)
_FIELD_LINE = compiled(rf"\n[ \t\u3000\xa0]*{_FIELD.pattern}")
_AGAIN = 2
#: a bullet before a paragraph
_BULLET = compiled(rf"[{MARKS}·•]{{1,2}}[ \t\u3000\xa0]*(?=\S)")


class Draft(NamedTuple):
    """A clause before its path is known; ``chapters`` are the headings above a row within its table."""

    parent: int | None
    level: int
    number: str
    heading: Heading
    start: int
    end: int
    kind: str
    chapters: tuple[str, ...] = ()


class SheetLines:
    """The lines of a document as parts of its sheets: fields with their names, bodies below their labels."""

    def __init__(self, text: str, patterns: OutlinePatterns) -> None:
        self.text, self.patterns = text, patterns
        #: where the lines begin that name the body of what stands below: 单位：县住建局
        self.units = {match.start() + 1 for match in lexicon_pattern("label.unit-field").finditer(text)}
        #: the fields, with their bullets, that come again and again beside those that say who does it
        self.fields = self._fields()
        self._marks = [match.start() for match in _LABEL_MARK.finditer(text)]

    def go_on(self, last: Draft, start: int, end: int, is_numbered: bool) -> bool:
        """Whether ``text[start:end]`` says more of the clause before it; a number stands before ``start``."""
        if is_numbered:
            return self._numbers_body(last, start, end)
        if self._is_labelled(start, end) and (self._is_field(start, end) or self._says_more(last, start, end)):
            return True
        return self._lists_on(last, start, end)

    def start_of_heading(self, last: Draft | None, start: int, end: int) -> int:
        """Where the words of a heading begin: behind a bullet, or the name of a field that says what is to be done.

        项目名称：环湖步道 begins a sheet of fields; 职责任务：… stands below 单位：县住建局.
        """
        bullet = _BULLET.match(self.text, start, end)
        begin = bullet.end() if bullet else start
        if not self._is_labelled(begin, end):
            return begin
        name = lexicon_pattern("label.naming-field").match(self.text, start, end)
        if name is None and last is not None and last.start in self.units:
            name = lexicon_pattern("label.duty-field").match(self.text, start, end)
        if name is not None:
            return name.end()
        task = self.behind_task_field(begin, end)
        return task if task > begin else start

    def behind_task_field(self, start: int, end: int) -> int:
        """Where the words begin behind the name of the field that they are in (任务名称：…); ``start`` without one."""
        name = lexicon_pattern("label.task-name-field").match(self.text, start, end)
        return name.end() if name else start

    def _fields(self) -> frozenset[tuple[str, str]]:
        counts = Counter(_FIELD_LINE.findall(f"\n{self.text}"))
        known = {(mark, name) for mark, name in counts if self.patterns.label.match(f"{name}：")}
        who = {mark for mark, _ in known}
        again = [field for field, count in counts.items() if count >= _AGAIN and field[0] in who]
        alone = {mark for mark in {field[0] for field in again} if mark and self._stand_together(mark)}
        again = [field for field in again if field[0] not in alone]
        return frozenset(field for field in again if (field[0] if field in known else not self._begins_task(field[1])))

    def _stand_together(self, mark: str) -> bool:
        """Whether all lines with a bullet follow one another, so that no task stands between those of two tasks."""
        lines = [line.lstrip().startswith(mark) for line in self.text.split("\n") if line.strip()]
        first, last = lines.index(True), len(lines) - lines[::-1].index(True)
        return all(lines[first:last])

    def _begins_task(self, name: str) -> bool:
        """Whether what stands behind a name that is no label of the rules is no fact of the task before it.

        It is another task, or says who does what.
        """
        if lexicon_pattern("label.unknown").search(name) or self.patterns.later_label.fullmatch(name):
            return False
        label = f"{name}："
        named = lexicon_pattern("label.task-name-field").match(f"{label}一")
        if named or lexicon_pattern("label.duty-field").match(label):
            return True
        return bool(lexicon_pattern("coverage.duty-label").search(name) or self.patterns.ending.search(name))

    def _is_field(self, start: int, end: int) -> bool:
        if not self.fields:
            return False
        field = _FIELD.match(self.text, start, end)
        return field is not None and field.groups() in self.fields

    def _is_labelled(self, start: int, end: int) -> bool:
        """Whether a label may stand in a paragraph: a quick look."""
        marks = self._marks
        first = bisect_left(marks, start)
        return first < len(marks) and marks[first] < end

    def _says_more(self, last: Draft, start: int, end: int) -> bool:
        """Whether a label goes on with the clause before it (工作内容：…); what stands below 责任单位：… does not."""
        return (
            self.patterns.continuation.match(self.text, start, end) is not None
            and not (last.kind == "paragraph" and lexicon_pattern("label.naming-field").match(self.text, start, end))
            and self.patterns.label.match(self.text, last.start) is None
            and last.start not in self.units
        )

    def _lists_on(self, last: Draft, start: int, end: int) -> bool:
        """Whether a paragraph goes on with what the clause before it lists, or announces: names below their label."""
        longest = _LONGEST_LIST if self.text[last.end - 1] in "：:" else _LONGEST_LIST_LINE
        if end - start > longest or last.kind != "paragraph" or self.text[end - 1] in "：:":
            return False
        before, line = self.text[last.start : last.end], self.text[start:end]
        behind = self.text[end : end + _LONGEST_LIST_LINE]
        return goes_on_with_list(before, line, behind, self.patterns) or states_fact(before, line, self.patterns)

    def _numbers_body(self, last: Draft, start: int, end: int) -> bool:
        """Whether the words behind a number are a body of the list that the clause before it is."""
        if end - start > _LONGEST_LIST_LINE or last.kind != "paragraph":
            return False
        return numbers_bodies(self.text[last.start : last.end], self.text[start:end], self.patterns)
