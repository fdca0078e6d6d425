"""Blocks to clauses: the tree of a document."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.outline.cells import cell_lines, is_grid
from raci.analysis.outline.contents import contents_of, outside
from raci.analysis.outline.first_words import Heading, heading_of
from raci.analysis.outline.open_clauses import OpenClause, close_for_heading, close_for_number
from raci.analysis.outline.patterns import OutlinePatterns, outline_patterns
from raci.analysis.outline.sheet_lines import Draft, SheetLines
from raci.analysis.outline.styled_headings import styled_headings
from raci.model import Block, Cell, Clause, Document, Span, TableReading
from raci.rules.markers import ClauseSplitter, Marker, at_start, is_annex
from raci.rules.matching import ActiveRules, active_rules

__all__ = ["build_outline"]

#: numbers that are words of their sentence: they stay in the heading
_WORDS = frozenset(("outline.first-is", "outline.part"))
#: a text with fewer blocks than this, and fewer than one per so many characters, has no line breaks to speak of
_FEW_BLOCKS, _LONG_BLOCK = 3, 1500
#: … or one in which a paragraph, of so many characters at the least, is this part of the whole
_MOST_OF_TEXT, _LONG_PARAGRAPH = 0.6, 150
#: the first article
_FIRST = frozenset(("第一条", "第1条"))
#: the longest heading that the first article (第一条) may stand under, in characters
_LONGEST_HEADING = 40
#: words before a colon in a cell that are no longer say no task by themselves, in characters
_SHORTEST = 3
#: the longest name of the chapter that follows in the book, in characters
_LONGEST_NAME = 6
_BLANK = " \t\u3000\xa0\u2002\u2003"


def build_outline(
    document: Document,
    rules: ActiveRules | None = None,
    tables: Sequence[TableReading] = (),
    contents: Sequence[Span] | None = None,
) -> tuple[Clause, ...]:
    """The clauses of a document in document order.

    A numbered paragraph is a clause under the last one of a higher kind of number; which kind is higher
    shows in the document itself (the kind that comes first), so that restarts, skips and repeats do no harm.
    An unnumbered paragraph is a clause of kind ``paragraph`` under the numbered one before it; the row of
    a table (``tables`` are those of the document as understood) is one of kind ``row``. Without ``rules`` the
    built-in ones hold; ``contents`` are the tables of contents, which are looked for where they are not given.
    """
    builder = _OutlineBuilder(document, rules or active_rules(), tables)
    contents = contents_of(document.text) if contents is None else contents
    for block in document.blocks:
        if block.kind == "table":
            builder.add_table(block)
        elif block.kind == "annex":
            builder.restart()
        elif block.kind == "heading" and not block.level:
            continue  # the title
        elif block.kind != "furniture":
            for part in outside(block, contents) if contents else (block,):
                builder.add_paragraph(part)
    return builder.clauses()


class _OutlineBuilder:
    """Collects the clauses of one document."""

    def __init__(self, document: Document, rules: ActiveRules, tables: Sequence[TableReading]) -> None:
        self.text, self.bold = document.text, document.emphasis
        self.tables = {table.start: table for table in tables}
        self.patterns: OutlinePatterns = outline_patterns(rules)
        self.splitter = ClauseSplitter(document.text, _is_unbroken(document))
        self.drafts: list[Draft] = []
        self.open: list[OpenClause] = []
        self.lines = SheetLines(document.text, self.patterns)
        self.styled = styled_headings(document, self.patterns)
        #: the kinds of numbers that articles stand under here though they mostly stand above them (一、… 第一条)
        self.above_articles: set[str] = set()

    def restart(self) -> None:
        """An annex begins: what follows stands under nothing, and counts anew."""
        self.open = []
        self.above_articles = set()
        self.splitter.restart()

    def add_paragraph(self, block: Block) -> None:
        """The clauses of a paragraph: itself, and those that begin within it."""
        text = self.text
        if is_annex(text, block.start, block.end):
            self.restart()
        for start, end, marker in self.splitter.split(block.start, block.end):
            while text[start] in _BLANK:
                start += 1
            while text[end - 1] in _BLANK:
                end -= 1
            last = self.drafts[-1] if self.drafts else None
            depth = self.styled.get(block.start, 0)
            if (
                last is not None
                and not depth
                and self.lines.go_on(last, marker.end if marker else start, end, marker is not None)
            ):
                self.drafts[-1] = last._replace(end=end)
            elif marker is not None:
                self._add_numbered(marker, start, end, block.level)
            elif depth:
                self._add_styled(depth, start, end)
            else:
                heading = self._heading(self.lines.start_of_heading(last, start, end), end)
                self._add(heading, start, end, "paragraph")

    def _add(
        self, heading: Heading, start: int, end: int, kind: str, number: str = "", chapters: tuple[str, ...] = ()
    ) -> None:
        """A clause under the open number."""
        parent = self.open[-1].clause if self.open else None
        self.drafts.append(Draft(parent, len(self.open) + 1, number, heading, start, end, kind, chapters))

    def _heading(self, start: int, end: int) -> Heading:
        return heading_of(self.text, start, end, self.patterns, self.bold)

    def _add_numbered(self, marker: Marker, start: int, end: int, depth: int) -> None:
        close_for_number(self.open, marker, depth, self._is_article_below)
        number = self.text[marker.start : marker.end].strip(_BLANK)
        heading = self._heading(self.lines.behind_task_field(marker.end, end), end)
        if marker.rule in _WORDS:
            space = " " if heading.words and self.text[marker.end] in _BLANK else ""  # 第一部分 总体要求, 一是加强
            number, heading = "", heading._replace(words=f"{number}{space}{heading.words}")
        self._add(heading, start, end, "item", number)
        self.open.append(OpenClause(marker.rule, marker.level, len(self.drafts) - 1, depth))

    def _add_styled(self, depth: int, start: int, end: int) -> None:
        """A heading without a number."""
        close_for_heading(self.open, depth)
        self._add(self._heading(start, end), start, end, "item")
        self.open.append(OpenClause("", 0, len(self.drafts) - 1, depth))

    def _is_article_below(self, marker: Marker) -> bool:
        """Whether an article stands under the open number: the first one right below a heading, and those that follow.

        Articles count on through such chapters: 一、… 第一条 … 第三条 … 二、… 第四条 …
        """
        if marker.rule != "outline.article" or not self.open:
            return False
        above = self.open[-1]
        if above.clause == len(self.drafts) - 1 and self.text[marker.start : marker.end].strip(_BLANK) in _FIRST:
            draft = self.drafts[-1]
            if draft.end - draft.start <= _LONGEST_HEADING and "。" not in self.text[draft.start : draft.end]:
                self.above_articles.update(number.rule for number in self.open)
        return above.rule in self.above_articles

    def add_table(self, block: Block) -> None:
        """The rows of a table as clauses; without a head that is known, its cells as paragraphs."""
        table_rows = self.tables[block.start].tasks if block.start in self.tables else ()
        if block.cells and self._begins_annex(block.cells[0]):
            self.restart()
        if not table_rows:
            open_before = list(self.open)
            for line in cell_lines(self.text, block):
                self.add_paragraph(line)
            if is_grid(block):
                self.open = open_before  # what a table of indicators numbers has nothing below it
        for row in table_rows:
            heading = heading_of(row.heading, 0, len(row.heading), self.patterns)
            if _only_opens(heading.words, row.heading):
                heading = Heading(row.heading)
            marker = at_start(heading.words)
            number = row.number or (heading.words[: marker.end] if marker else "")
            if marker:
                heading = heading._replace(words=heading.words[marker.end :].strip(_BLANK))
            self._add(heading, row.start, row.end, "row", number, row.chapters)

    def _begins_annex(self, cell: Cell) -> bool:
        """Whether the first cell of a table says which annex it is, by itself or above the title."""
        line_end = self.text.find("\n", cell.start, cell.end)
        return cell.end > cell.start and is_annex(self.text, cell.start, cell.end if line_end < 0 else line_end)

    def _leave_out_links(self) -> None:
        """Forget the links of a web page that are numbered like clauses at the end of a text without line breaks."""
        while self.drafts and self.drafts[-1].kind == "item":
            last = self.drafts[-1]
            if self.patterns.furniture.fullmatch(self.text, last.start, last.end) is None:
                break
            self.drafts.pop()

    def _leave_out_next_chapter(self) -> None:
        """Forget the number and name of what follows elsewhere in the book, as the last line: （三）云岭.

        It stands alone under its number, and is not the first to be counted there.
        """
        last = self.drafts[-1] if self.drafts else None
        if last is None or not last.number or len(last.heading.words) > _LONGEST_NAME:
            return
        alone = "".join(self.text[last.start : last.end].split()) == f"{last.number}{last.heading.words}"
        marker = at_start(last.number)
        is_first = not any(draft.parent == last.parent and draft.number for draft in self.drafts[:-1])
        if alone and is_first and marker is not None and marker.value > 1:
            self.drafts.pop()

    def clauses(self) -> tuple[Clause, ...]:
        """The clauses with their paths; numbered ones that have others under them are sections."""
        self._leave_out_links()
        self._leave_out_next_chapter()
        sections = {draft.parent for draft in self.drafts if draft.kind == "item"}
        alike = _alike([draft.heading for draft in self.drafts])
        child_paths: dict[int | None, tuple[str, ...]] = {None: ()}
        clauses: list[Clause] = []
        for index, (parent, level, number, heading, start, end, kind, chapters) in enumerate(self.drafts):
            path = child_paths.get(parent)
            if path is None:
                above = clauses[parent or 0]
                path = child_paths[parent] = (*above.path, above.label)
            if chapters:
                path = (*path, *chapters)
            kind = "section" if index in sections else kind
            if heading.words in alike and heading.goes_on:
                heading = Heading(heading.sentence)
            clauses.append(Clause(index, parent, level, number, heading.words, start, end, path, kind, heading.goes_on))
        return tuple(clauses)


def _only_opens(words: str, cell: str) -> bool:
    """Whether the words of a cell before its colon say no task by themselves: 前端：追问表单."""
    return len(words) <= _SHORTEST and cell[len(words) :][:1] in ("：", ":") and len(cell) <= _LONGEST_HEADING


def _is_unbroken(document: Document) -> bool:
    """Whether a text has no line breaks to speak of: few blocks, or one paragraph that holds most of it."""
    if len(document.blocks) < max(_FEW_BLOCKS, len(document.text) // _LONG_BLOCK):
        return True
    longest = max((block.end - block.start for block in document.blocks if block.kind == "paragraph"), default=0)
    return longest >= max(_MOST_OF_TEXT * len(document.text), _LONG_PARAGRAPH)


def _alike(headings: Sequence[Heading]) -> set[str]:
    """The words with which sentences begin that go on differently, so that they are no heading of their own."""
    sentences: dict[str, set[str]] = {heading.words: set() for heading in headings if heading.sentence}
    for heading in headings if sentences else ():
        if heading.words in sentences:
            sentences[heading.words].add(heading.sentence)
    return {words for words, different in sentences.items() if len(different) > 1}
