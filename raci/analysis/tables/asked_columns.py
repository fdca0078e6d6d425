"""Whether the heads that a user speaks of stand in the tables of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from raci.errors import OptionError
from raci.model import Document
from raci.model.late_patterns import late_pattern
from raci.rules.bare_head import bare_head
from raci.rules.cell_content import cell_content
from raci.rules.own_columns import COLUMNS_OPTION
from raci.rules.values import Rule

__all__ = ["require_heads"]

_REMARK = late_pattern(r"[（(〔\[【［][^（）()〔〕\[\]【】［］]*[)）〕\]】］]")
#: a head may go on in so many rows, is no longer than so many characters, and so many heads are listed
_BELOW, _LONGEST, _LISTED = 2, 20, 20


def require_heads(document: Document, rules: Sequence[Rule]) -> None:
    """Raises OptionError, with the heads that there are, where one that was asked for stands in no table."""
    asked = [rule.match[0] for rule in rules if rule.file == COLUMNS_OPTION]
    if not asked:
        return
    heads = list(dict.fromkeys(_words(document, 0)))
    near = {bare_head(words) for words in _words(document, _BELOW)} | _marks(document)
    bare = {_REMARK.sub("", words) for words in near} | near
    missing = [head for head in asked if bare_head(head) not in bare]
    if missing:
        listed = "、".join(heads[:_LISTED]) + ("……" if len(heads) > _LISTED else "")
        place = f"{document.source or document.title}：{COLUMNS_OPTION}"
        remedy = f"现有：{listed}" if heads else "这份文件里没有读到表格"
        raise OptionError(f"表头里没有“{'”“'.join(missing)}”", place=place, remedy=remedy)


def _marks(document: Document) -> set[str]:
    """The signs that stand in cells by themselves."""
    cells = {document.text[cell.start : cell.end].strip() for block in document.blocks for cell in block.cells}
    return {words for words in cells if cell_content(words).kind == "mark"}


def _words(document: Document, below: int) -> Iterator[str]:
    """The short words of each table down to its first row of several cells, and in so many rows ``below``."""
    for block in document.blocks:
        counted = Counter(cell.row for cell in block.cells if cell.end > cell.start)
        first = next((row for row in sorted(counted) if counted[row] > 1), None)
        for cell in block.cells:
            words = "".join(document.text[cell.start : cell.end].split())
            if first is not None and cell.row <= first + below and 0 < len(words) <= _LONGEST:
                yield words
