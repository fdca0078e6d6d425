"""What can be no part of a table in text: it ends before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from raci.model.pattern_codes import compiled
from raci.readers.documents.site_lines import is_site_line
from raci.readers.tables.cell_pieces import CLOSING, CellPiece, Line, Style
from raci.readers.tables.column_fit import SECTION
from raci.rules.bodies import is_one_body

__all__ = ["ends_table", "signed_lines"]

_NEXT_PART = compiled(r"附\s*[件表]\s*[\d一二三四五六七八九十]*\s*[:：]?$|附\s*[件表]\s*\d+\s*[:：]?\s*\S{0,30}$")
#: an annotation or a labelled line is no cell
_ANNOTATED = compiled(
    r"[（(【\[〔][^（(【\[〔]{0,6}(?:责任|牵头|配合)[^）)】\]〕]{0,6}[:：]|^(?:责任|牵头|配合)[^：:]{0,6}[:：]"
)
#: whom a text is sent to stands below its tables
_SENT = compiled(r"(?:抄\s*送|抄\s*报|主\s*送|分\s*送|印\s*发)\s*[:：]")
_RUNNING_TEXT = 120
_LONGEST_SIGNED = 24
_GOVERNMENT = compiled(
    r"(?:中共)?[一-鿿]{2,9}[省市县区州盟旗镇乡](?:人民政府(?:办公[室厅])?|委(?:员会)?(?:办公[室厅])?)"
)
_DATE = compiled(
    r"20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|二[〇○Oo零][〇○Oo零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)


def signed_lines(lines: Sequence[Line], *, is_limit: bool) -> set[int]:
    """The lines in which the body stands that signs the text: a date alone stands below it.

    ``is_limit``: such a date may be a time limit, in the last column of a table; then the name must be that of a
    government, in full, and the text must end with the date.
    """
    filled = [(place, text) for place, (_, text) in enumerate(lines) if text and not is_site_line(text)]
    pairs = list(pairwise(filled))
    if is_limit:
        return {
            place for (place, text), (_, below) in pairs[-1:] if _DATE.fullmatch(below) and _GOVERNMENT.fullmatch(text)
        }
    return {
        place
        for (place, text), (_, below) in pairs
        if _DATE.fullmatch(below) and len(text) <= _LONGEST_SIGNED and is_one_body(text)
    }


def ends_table(piece: CellPiece, style: Style) -> bool:
    """Whether a piece can be no part of the table."""
    text = piece.text
    if piece.first and (_NEXT_PART.fullmatch(text) or is_site_line(text) or _SENT.match(text)):
        return True
    # one of several cells in a line may say who does what in words of its own
    if _ANNOTATED.search(text) and not (piece.closed and style in CLOSING):
        return True
    # between the rows of a table with separators, running text or a numbered sentence stands alone in its line
    apart = style in CLOSING and piece.first and not piece.closed
    return apart and (len(text) > _RUNNING_TEXT or (text[-1] == "。" and SECTION.match(text) is not None))
