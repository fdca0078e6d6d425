"""Plain text to paragraphs and tables: hard line breaks mended, paragraphs that share one line parted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, repeat

from raci.model.pattern_codes import compiled
from raci.readers.documents.justified import is_justified, may_be_justified, unspaced
from raci.readers.documents.passages import Passage, TextLine
from raci.readers.tables.cell_breaks import TAKEN
from raci.readers.tables.cell_pieces import Line
from raci.readers.tables.copied_rows import copied_rows
from raci.readers.tables.field_sheets import may_hold_sheets
from raci.readers.tables.fixed_width import are_pieces, find_fixed_width, join_broken
from raci.readers.tables.line_margins import LEAST_MARGIN, find_margins
from raci.readers.tables.page_furniture import count_furniture, without_furniture
from raci.readers.tables.run_on_rows import may_hold_run_on_rows
from raci.readers.tables.run_together import without_cuts
from raci.readers.tables.signed_rows import hold_signed_rows
from raci.readers.tables.span_pieces import join_span_pieces, without_blanks_between
from raci.readers.tables.table_starts import maybe
from raci.readers.tables.text_grid import TextTable
from raci.readers.tables.text_lines import NumberedLine, numbered_lines
from raci.readers.tables.text_table import grids
from raci.readers.tables.whole_lines import join_interrupted
from raci.readers.tables.whole_pages import with_cells_apart
from raci.readers.tables.wrapped_lines import join_wrapped
from raci.rules.text_patterns import text_patterns
from raci.rules.traditional import as_simplified

__all__ = ["paragraphs", "paragraphs_and_notes"]

#: so many blank lines between two lines tell as much as more of them
_MOST_BLANK = 2
#: so many lines that blank ones part show that these part all
_LEAST_PARTED = 8
#: what stands above a table that goes on overleaf
_CONTINUED = compiled(r"[（(]?(?:续上?表|(?:接|续)上[表页]|转下页)[一二三四五六七八九十\d]{0,3}[)）]?")
#: blanks of other widths, and those of the width of a Chinese character
_OTHER_BLANKS = compiled(r"[\u2000-\u200a\u205f]")
_USUAL_BLANKS = dict.fromkeys(map(ord, "\u2000\u2002\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f"), " ")
_USUAL_BLANKS |= dict.fromkeys(map(ord, "\u2001\u2003"), "\u3000")
_INVISIBLE = compiled(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\xad\x00-\x08\x0e-\x1b\x7f]")


def paragraphs(text: str) -> list[Passage | TextTable]:
    """The paragraphs and tables of a text, each line with its number (from 1) and its page (from 1, if there are any).

    A line is a paragraph, except that (1) a long line is parted where two or more ideographic spaces stand, and
    (2) where lines are broken at a fixed width (text taken from a PDF), lines that belong together are joined again.
    """
    return paragraphs_and_notes(text)[0]


def paragraphs_and_notes(text: str) -> tuple[list[Passage | TextTable], list[str]]:
    """The same, and what to say of the page numbers, running heads and feet that were left out."""
    text = _INVISIBLE.sub("", text) if _INVISIBLE.search(text) else text
    all_lines = _lines(text)
    lines = without_furniture(all_lines)
    count = count_furniture(all_lines, lines) if lines != all_lines else 0
    notes = [f"页眉、页脚和页码未读 {count} 行"] if count else []
    lines = join_span_pieces(lines, text)
    tables = []
    plain = as_simplified(text)
    if _may_hold_table(plain.replace("\xa0", " "), lines):
        lines = _near_lines(lines)
        numbered, indents = _with_copied(list(_numbered(lines)), text, count), [line.indent for line in lines]
        tables = grids(numbered, indents, is_traditional=plain is not text)
    parts: list[Passage | TextTable] = []
    end = 0
    for table in tables:
        parts += _running_text(lines[end : table.start])
        parts.append(table)
        end = table.end
    return [*parts, *_running_text(lines[end:])], notes


def _near_lines(lines: Sequence[NumberedLine]) -> list[NumberedLine]:
    """The lines without blank ones behind two of them: cells that many part are cells one below the other as well.

    Where fewer part most lines, more of them are blank cells: these stay. Where as many part all lines they tell
    nothing.
    """
    runs = Counter(sum(1 for _ in run) for is_blank, run in groupby(lines, lambda line: not line.text) if is_blank)
    if len(runs) == 1 and runs.total() >= sum(1 for line in lines if line.text) - 1 > _LEAST_PARTED:
        return [line for line in lines if line.text]
    if not runs or runs.most_common(1)[0][0] <= _MOST_BLANK:
        return [*lines]
    blank = 0
    near = []
    for line in lines:
        blank = 0 if line.text else blank + 1
        if blank <= _MOST_BLANK:
            near.append(line)
    return near


def _may_hold_table(text: str, lines: Sequence[NumberedLine]) -> bool:
    """Whether a text may hold a table: a quick look."""
    if maybe(text) or may_hold_sheets(text) or may_hold_run_on_rows(text):
        return True
    return hold_signed_rows(text, _numbered(lines))


def _numbered(lines: Iterable[NumberedLine]) -> Iterator[Line]:
    return ((line.number, line.text.replace("\xa0", " ")) for line in lines)


def _with_copied(lines: list[Line], text: str, left_out: int) -> list[Line]:
    """The numbered lines, rows copied out of a browser each in their first line (``\\n`` breaks their cells).

    Page numbers, among the lines that were ``left_out``, are in no cell.
    """
    if "\t" not in text or '\t"' in text:  # (quotes tell where a cell ends)
        return lines
    written = [line for page in text.split("\f") for line in page.splitlines()]
    if left_out:
        kept, is_number = {number for number, _ in lines}, text_patterns("paragraphs")["page-number"].find
        written = [
            "" if number not in kept and is_number(line.strip()) else line for number, line in enumerate(written, 1)
        ]
    rows = copied_rows(written)
    if not rows:
        return lines
    found: list[Line] = []
    last = 0
    for number, text in lines:
        if number in rows:
            last, words = rows[number]
            found.append((number, words))
        else:
            found.append((number, TAKEN if number <= last else text))
    return found


def _lines(text: str) -> list[NumberedLine]:
    """The lines of a text, without blanks that only justify it."""
    text = text.translate(_USUAL_BLANKS) if _OTHER_BLANKS.search(text) else text
    text = without_blanks_between(text)
    lines = with_cells_apart(numbered_lines(without_cuts(text)))
    if "续" in text:  # 续表 parts no cells
        lines = [line._replace(text="") if _CONTINUED.fullmatch(line.text) else line for line in lines]
    if may_be_justified(text) and is_justified([line.text for line in lines]):
        return [line._replace(text=unspaced(line.text)) for line in lines]
    return lines


def _running_text(lines: Sequence[NumberedLine]) -> list[Passage]:
    """The paragraphs of lines that hold no table."""
    filled = [line for line in lines if line.text]
    if any("\t" in line.text for line in filled):
        # cells that tabs part are no running text: such a line goes on in no other
        rows = groupby(filled, lambda line: "\t" in line.text)
        return [passage for has_tab, run in rows for passage in (_rows(run) if has_tab else _joined(list(run)))]
    return _joined(filled)


def _rows(lines: Iterable[NumberedLine]) -> list[Passage]:
    return [Passage((TextLine(line.text, line.page, line.number),)) for line in lines]


def _joined(filled: Sequence[NumberedLine]) -> list[Passage]:
    if not filled:
        return []
    words = [line.text for line in filled]
    fixed = find_fixed_width(words)
    if fixed is not None and are_pieces(words, repeat(LEAST_MARGIN, len(words)), fixed):
        return join_broken(filled, fixed)  # pieces whatever the margins are, which need not be known
    margins = find_margins(filled)
    if fixed is not None and are_pieces(words, margins, fixed):
        return join_broken(filled, fixed)
    return join_wrapped(filled, margins) if any(margins) else join_interrupted(filled)
