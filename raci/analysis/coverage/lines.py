"""Stretches in running text in which bodies stand as in a table, whatever form the table had.

What is looked for are bodies that fill a line, or all that tabs, bars, blanks or signs part from the rest of it, with
words of a task between them. The form is not asked for: cells may stand side by side, one below the other, run
together, or column behind column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.analysis.coverage.line_cells import holds_body, is_row_by_row, is_sure_body
from raci.analysis.coverage.line_pieces import PUNCTUATION
from raci.analysis.coverage.line_rows import TableLine, unread_rows
from raci.model import Block, Document, Span, Stretch
from raci.model.pattern_codes import compiled
from raci.rules.cell_content import cell_content
from raci.rules.lexicon import lexicon_pattern
from raci.rules.matching import ActiveRules

__all__ = ["rows_in_lines"]

#: a line of a table is no longer, even if all of the table is in it; one that ends in a full stop is a sentence from
#: the second length on; the longest title
_LONGEST, _SENTENCE, _LONGEST_TITLE = 1500, 60, 40
#: so many lines without a body may stand between two with one
_FARTHEST = 6
#: where a page stands on its site: 首页 > 政务公开 > 县教育局
_CRUMBS = compiled(r"(?<=[^>＞›»])[ \u3000][>＞›»][ \u3000][^>＞›»]+[ \u3000][>＞›»][ \u3000]")
#: a full stop behind which neither a cell ends nor the line does after a few words
_SENTENCES = compiled(r"。(?![\s|｜¦│┃║，；;/／。]|[^\s。]{2,30}$|$)")
_LABEL = compiled(r"[^，。；：:]{1,12}[：:]")
_COMMA = compiled("[，,]")
_STOPS, _COLONS = "。；;", "：:"
_WHY = "这几行像是表里的行，有单位，没有看懂是谁做什么"


def rows_in_lines(
    document: Document, taken: Sequence[Span], told: Sequence[Span], rules: ActiveRules
) -> Iterator[Stretch]:
    """The lines of running text in which bodies stand like cells.

    Those that ``taken`` spans cover gave rows; in those that ``told`` spans cover a sentence was read.
    """
    run: list[TableLine] = []
    below_table, last = False, 0
    for line in _lines(document, _Covered(taken), _Covered(told)):
        if isinstance(line, TableLine):
            run.append(line)
            last = len(run) if line.named else last
            if len(run) - last <= _FARTHEST or not last:
                run = run if last else run[-_FARTHEST:]
                continue
        yield from _unread(run, rules, below_table)
        run, last, below_table = [], 0, line == "table"
    yield from _unread(run, rules, below_table)


def _unread(run: Sequence[TableLine], rules: ActiveRules, below_table: bool) -> Iterator[Stretch]:
    span = unread_rows(run, rules, below_table)
    if span is not None:
        yield Stretch("cells", *span, _WHY)


def _lines(document: Document, taken: _Covered, told: _Covered) -> Iterator[TableLine | str]:
    """The lines that may be of a table, and what parts them: the kind of a block, or ``other`` for running text."""
    above = ""
    for block in document.blocks:
        if block.kind == "furniture":
            continue
        words = document.text[block.start : block.end].strip()
        if block.kind == "table" or not words:
            yield block.kind
        else:
            yield _line(block, words, above, taken, told)
        above = words if len(words) <= _LONGEST_TITLE else ""


def _line(block: Block, words: str, above: str, taken: _Covered, told: _Covered) -> TableLine | str:
    """A line that may be of a table; ``above`` is the title above it, if it has one."""
    rest = taken.rest(block.start, words)
    if (rest != words and len(words) >= _SENTENCE) or _is_no_row(words, above):
        return "other"
    is_read = rest != words and (PUNCTUATION.search(rest) is not None or not holds_body(rest))
    is_told = told.rest(block.start, words) != words
    return TableLine(words, block.start, block.end, holds_body(words), is_read, is_told)


def _is_no_row(words: str, above: str) -> bool:
    """Whether a line is the title of a text, or running text; ``above`` is the title above it, if it has one."""
    if _is_running_text(words) and not is_row_by_row(words, above):
        return True
    return lexicon_pattern("coverage.title").match(words) is not None or _CRUMBS.search(words) is not None


def _is_running_text(words: str) -> bool:
    """Whether a line is a sentence, or says to whom the text is sent."""
    if len(words) > _LONGEST or _SENTENCES.search(words) or words[-1] in _COLONS:
        return True
    if words[-1] == "。" and len(words) >= _SENTENCE:
        return True
    if words[-1] in _STOPS and _COMMA.search(words) and not _ends_with_body(words):
        return True
    label = _LABEL.match(words)
    if label is None or lexicon_pattern("headless.task").match(words):
        return False
    return lexicon_pattern("coverage.no-duty-label").search(label[0]) is not None


def _ends_with_body(words: str) -> bool:
    """Whether the last part of a short line names a body, or the one before a date does: 修水渠，县水利局，4月底."""
    *_, before, last = ["", *_COMMA.split(words.rstrip(_STOPS))]
    if len(words) >= _SENTENCE:
        return False
    return is_sure_body(last) or (is_sure_body(before) and cell_content(last).kind == "date")


class _Covered:
    """Asks in the order of the text what of it is covered."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans, self._next = spans, 0

    def rest(self, start: int, words: str) -> str:
        """What no span covers of words that begin at an offset; they come in order."""
        while self._next < len(self._spans) and self._spans[self._next].end <= start:
            self._next += 1
        place, position, left = self._next, start, []
        end = start + len(words)
        while place < len(self._spans) and self._spans[place].start < end:
            left.append(words[position - start : max(position, self._spans[place].start) - start])
            position, place = max(position, self._spans[place].end), place + 1
        left.append(words[position - start :])
        return " ".join(filter(None, left)) if place > self._next else words
