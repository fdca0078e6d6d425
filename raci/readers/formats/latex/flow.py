"""The body of a LaTeX document to lines and tables, token by token, without recursion."""

from __future__ import annotations

import re

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.list_numbers import format_number
from raci.readers.documents.passages import TextLine
from raci.readers.formats.latex.commands import WORDLESS
from raci.readers.formats.latex.open_table import OpenTable
from raci.readers.formats.latex.source import argument_end

__all__ = ["LatexFlow"]

_TOKEN = re.compile(
    r"\\\\\*?(?:\[[^\]\n]{0,40}\])?|\\(?P<ends>begin|end)\s*\{(?P<name>[a-zA-Z*]{1,40})\}"
    r"|\\(?P<command>[a-zA-Z]+)\*?[ \t]*|\\(?P<escaped>.)|\n[ \t]*(?P<blank>\n)?|[&{}~$]",
    re.S,
)
_OPTION = re.compile(r"\s*\[(?P<words>[^\[\]]{0,200})\]")
_NUMBER = re.compile(r"\{\s*(-?\d{1,4})\s*\}")
_TABLES = re.compile(r"(?:tabular[xy]?|longtable|tabu|longtabu|supertabular|tblr|longtblr)\*?")
#: environments whose first argument is a width, before that of the columns
_WIDE = ("tabularx", "tabular*", "tabulary")
#: elements of lists are numbered so, from the outermost list inwards, where no label says another
_LABELS = (("decimal", "{}. "), ("decimal", "（{}）"), ("lower-roman", "{}. "), ("upper-alpha", "{}. "))
_STYLES = {"chinese": "cjk-ideographic", "zhnum": "cjk-ideographic", "arabic": "decimal", "alph": "lower-alpha"}
_STYLES |= {"roman": "lower-roman", "Alph": "upper-alpha", "Roman": "upper-roman"}
_LABEL = re.compile(r"label\s*=\s*\{?(?P<before>[^\\{},]*)\\(?P<style>[a-zA-Z]+)\*?(?:\{\w*\})?(?P<after>[^{},\\]*)")
_HEADINGS = {"chapter": 1, "section": 1, "subsection": 2, "subsubsection": 3, "paragraph": 4}
_UNREAD = ("input", "include", "subfile", "verbatiminput")
_SPACE = re.compile(r"[ \t\n\r\f]+")
#: tables within tables are followed so deep
_DEEPEST = 10
_PARTS = ("endhead", "endfirsthead", "endfoot", "endlastfoot")


class LatexFlow:
    """Takes a body and gives its lines and tables. ``is_whole``: lines of the source run on up to a blank one."""

    def __init__(self, *, is_whole: bool) -> None:
        self._is_whole = is_whole
        self._parts: list[TextLine | DraftTable] = []
        self._footnotes: list[TextLine] = []
        self._tables: list[OpenTable] = []
        self._lists: list[tuple[str, str, int]] = []  # style and form of the numbers, how many items
        self._words: list[str] = []
        self._level = self._depth = self._unread = 0
        self._line = 1

    def read(self, body: str, first_line: int) -> None:
        """All of a body that begins on that line of the file."""
        position, self._line = 0, first_line
        while (token := _TOKEN.search(body, position)) is not None:
            self._words.append(body[position : token.start()])
            position = self._take(token, body)
            self._line += body.count("\n", token.start(), position)
        self._words.append(body[position:])

    def parts(self) -> list[TextLine | DraftTable]:
        """What was read, also in tables that are not ended."""
        self._end_line()
        while self._tables:
            self._end_table()
        return [*self._parts, *self._footnotes]

    def notes(self) -> list[str]:
        """What is to be said of what was not read."""
        return [f"\\input 引入的文件未读 {self._unread} 处"] if self._unread else []

    def _take(self, token: re.Match[str], body: str) -> int:
        """Reads a token, and gives the position behind it and the arguments that belong to it."""
        words, end = token[0], token.end()
        table = self._tables[-1] if self._tables else None
        in_cell = table is not None and self._depth == table.depth
        if token["ends"]:
            return self._begin(token["name"], body, end) if token["ends"] == "begin" else self._end(token["name"], end)
        if token["command"]:
            return self._command(token["command"], body, end)
        if token["escaped"]:
            self._words.append(token["escaped"] if token["escaped"] in "%&_#${}" else " ")
        elif words.startswith("\\\\"):
            self._end_line()
            if table is not None and in_cell:
                table.end_row()
        elif words == "&" and table is not None and in_cell:
            self._end_line()
            table.end_cell()
        elif words[0] == "\n":
            self._end_source_line(is_blank=token["blank"] is not None)
            return end - 1 if token["blank"] else end  # the next line may be blank as well
        elif words in "{}":
            self._depth += 1 if words == "{" else -1
        else:
            self._words.append({"~": " ", "&": "&"}.get(words, ""))
        return end

    def _end_source_line(self, *, is_blank: bool) -> None:
        if is_blank or not (self._is_whole or self._tables):
            self._end_line()
        elif self._words and (last := self._words[-1][-1:]).isascii() and last.isalnum():
            self._words.append(" ")

    def _end_line(self) -> None:
        """A line ends; blanks around Chinese characters are those of the source."""
        words = _SPACE.sub(" ", "".join(self._words)).strip()
        self._words = []
        if words:
            self._add(TextLine(words, line=self._line, level=self._level))
        self._level = 0

    def _add(self, part: TextLine | DraftTable) -> None:
        if self._tables:
            self._tables[-1].add(part)
        else:
            self._parts.append(part)

    def _begin(self, name: str, body: str, end: int) -> int:
        self._end_line()
        option = _OPTION.match(body, end)
        end = option.end() if option else end
        if _TABLES.fullmatch(name) and len(self._tables) < _DEEPEST:
            end = argument_end(body, argument_end(body, end) if name in _WIDE else end)
            self._tables.append(OpenTable(self._depth))
            return argument_end(body, _behind_options(body, end))
        if name in ("enumerate", "itemize", "description"):
            self._lists.append(self._numbers(name, option["words"] if option else ""))
        elif name == "minipage":
            end = argument_end(body, end)
        return end

    def _numbers(self, name: str, option: str) -> tuple[str, str, int]:
        """The style and the form of the numbers of a list; no form where it has none."""
        if name != "enumerate":
            return "", "", 0
        if label := _LABEL.search(option):
            return _STYLES.get(label["style"], "decimal"), f"{label['before']}{{}}{label['after']}", 0
        return (*_LABELS[min(len(self._lists), len(_LABELS) - 1)], 0)

    def _end(self, name: str, end: int) -> int:
        self._end_line()
        if _TABLES.fullmatch(name) and self._tables:
            self._end_table()
        elif name in ("enumerate", "itemize", "description") and self._lists:
            self._lists.pop()
        return end

    def _end_table(self) -> None:
        table = self._tables.pop()
        self._depth = table.depth
        for part in table.finish():
            self._add(part)

    def _command(self, name: str, body: str, end: int) -> int:
        if name == "item":
            return self._item(body, end)
        if name in _HEADINGS or name == "caption":
            return self._heading(name, body, end)
        if name in ("multicolumn", "multirow") and self._tables:
            return self._span(name, body, end)
        if name in ("footnote", "thanks") and argument_end(body, end) > end:
            self._footnotes.append(TextLine(_bare(body[end + 1 : argument_end(body, end) - 1]), line=self._line))
            return argument_end(body, end)
        if name == "tabularnewline" and self._tables:
            self._end_line()
            self._tables[-1].end_row()
        elif name in _PARTS and self._tables:
            self._end_line()
            self._tables[-1].end_part(name)
        elif name in ("par", "newline", "newpage", "clearpage"):
            self._end_line()
        self._unread += name in _UNREAD
        return _behind_arguments(body, end, WORDLESS.get(name, name in _UNREAD))

    def _item(self, body: str, end: int) -> int:
        self._end_line()
        if option := _OPTION.match(body, end):
            self._words.append(option["words"])
            return option.end()
        if self._lists and self._lists[-1][1]:
            style, form, count = self._lists[-1]
            self._lists[-1] = (style, form, count + 1)
            self._words.append(form.format(format_number(count + 1, style)))
        return end

    def _heading(self, name: str, body: str, end: int) -> int:
        """A heading, or the caption of a table, which stands above it."""
        option = _OPTION.match(body, end)
        start = option.end() if option else end
        behind = argument_end(body, start)
        if behind == start:
            return start
        words = _bare(body[start + 1 : behind - 1])
        line = TextLine(words, line=self._line, level=_HEADINGS.get(name, 0))
        if name == "caption":
            self._parts.append(line)
        else:
            self._end_line()
            self._add(line)
        return behind

    def _span(self, name: str, body: str, end: int) -> int:
        """The reach of a merged cell, whose words follow in braces."""
        end = _behind_options(body, end)
        count = _NUMBER.match(body, end)
        reach = abs(int(count[1])) if count else 1
        self._tables[-1].span(*((1, reach) if name == "multicolumn" else (reach, 1)))
        return _behind_arguments(body, end, 2)


def _bare(words: str) -> str:
    """Words of an argument without commands and braces."""
    return " ".join(re.sub(r"\\[a-zA-Z]+\*?|\\\\|[{}~]", " ", words).split())


def _behind_options(body: str, position: int) -> int:
    while option := _OPTION.match(body, position):
        position = option.end()
    return position


def _behind_arguments(body: str, position: int, count: int) -> int:
    """The position behind so many arguments in braces, with the options before and between them."""
    for _ in range(count):
        position = argument_end(body, _behind_options(body, position))
    return _behind_options(body, position) if count else position
