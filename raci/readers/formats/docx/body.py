"""The body of a Word document: paragraphs with their numbers, tables, text boxes, footnotes, tracked changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.passages import TextLine
from raci.readers.documents.raised import raised
from raci.readers.files.limits import check_lines, check_rows
from raci.readers.formats.docx.elements import (
    alternative,
    attribute,
    boxes_and_pictures,
    child,
    child_value,
    children,
    is_contents,
    is_prompt,
    local_name,
    text_of,
    whole_number,
)
from raci.readers.formats.docx.fields import FieldState
from raci.readers.formats.docx.numbering import Numbering
from raci.readers.formats.docx.paragraph_text import ParagraphText
from raci.readers.formats.docx.styles import RunLook, WordStyles, run_look
from raci.readers.formats.docx.table import TableReader
from raci.readers.formats.left_out import LeftOutWords

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["BodyReader", "ReadChunk"]

#: from the id of a relationship to what the embedded file (altChunk) holds; empty where it is not read
ReadChunk = Callable[[str], list[TextLine | DraftTable]]

#: what holds paragraphs or runs and has no text of its own
_TRANSPARENT = frozenset(
    [
        "sdt",
        "sdtContent",
        "ins",
        "moveTo",
        "smartTag",
        "hyperlink",
        "fldSimple",
        "customXml",
        "bdo",
        "dir",
        "ruby",
        "rubyBase",
        "oMath",
        "oMathPara",
        "r",
        "p",
    ]
)
#: elements of a run that stand for a fixed text
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
#: breaks (``br``) that are no line breaks
_OTHER_BREAKS = frozenset(("page", "column"))
#: what holds drawings and pictures
_DRAWINGS = frozenset(("drawing", "pict", "object", "AlternateContent"))
#: what else is told (elements by their names), as ``counts`` calls it
_UNREAD = {"OLEObject": "objects", "relIds": "diagrams", "chart": "diagrams"}
#: the level of body text, where levels of headings count from 0
_BODY_LEVEL = 9


class BodyReader:
    """Reads the blocks of a document in order.

    ``counts`` says how often what was ``hidden``, ``deleted``, ``inserted``, in a table of ``contents``, in
    ``pictures``, ``objects`` or ``diagrams`` was left out or taken as decided; ``struck`` and ``removed`` are the
    words that are struck out, and those that tracked changes delete. ``read_chunk`` reads what is embedded; ``name``
    is that of the file, for faults.
    """

    def __init__(
        self, name: str, styles: WordStyles, numbering: Numbering, notes: Mapping[str, Element], read_chunk: ReadChunk
    ) -> None:
        self.counts: Counter[str] = Counter()
        self.struck, self.removed = LeftOutWords(), LeftOutWords()
        self._read_chunk = read_chunk
        self._styles, self._numbering, self._footnotes = styles, numbering, notes
        self._carried: ParagraphText | None = None  # the text of a paragraph whose mark was deleted
        self._name = name
        self._lines = 0  # so far; those of notes and embedded files once more wherever these are named
        self._notes: dict[str, list[TextLine | DraftTable]] = {}
        self._fields = FieldState()

    def parts(self, element: Iterable[Element], *, in_cell: bool = False) -> list[TextLine | DraftTable]:
        """The lines and tables of a body, a cell, a text box or a footnote."""
        parts: list[TextLine | DraftTable] = []
        for block in element:
            name = local_name(block)
            if name == "p":
                parts += self._paragraph(block, in_cell)
            elif name == "tbl":
                check_rows(len(block), self._name)
                parts += TableReader(self.counts, self.parts).parts(block)
            elif name == "sdt" and is_contents(block):
                self.counts["contents"] += 1
            elif is_prompt(block):
                self.counts["prompts"] += 1
            elif name == "AlternateContent":
                parts += self.parts(children(alternative(block)), in_cell=in_cell)
            elif name in ("del", "moveFrom"):
                self._delete(block)
            elif name in _TRANSPARENT:
                parts += self.parts(block, in_cell=in_cell)
            elif name == "altChunk":
                parts += self._counted(self._read_chunk(attribute(block, "id") or ""))
        return parts

    def _counted(self, parts: Sequence[TextLine | DraftTable]) -> Sequence[TextLine | DraftTable]:
        """The parts, where the file has not unfolded to too many with them."""
        self._lines += len(parts)
        check_lines(self._lines, self._name)
        return parts

    def _paragraph(self, paragraph: Element, in_cell: bool) -> list[TextLine | DraftTable]:
        self.struck.end_line()
        self.removed.end_line()
        properties = child(paragraph, "pPr")
        style_id = child_value(properties, "pStyle")
        style = self._styles.resolve(style_id)
        text = self._carried or ParagraphText()
        self._carried = None
        is_continued = text.is_begun
        text.level = _heading_level(properties, style.level)
        self._runs(paragraph, text, style.look)
        if style.name.startswith("toc ") or self._fields.in_contents:
            self.counts["contents"] += 1
            self._fields.end_paragraph()
            return []
        number = "" if is_continued else self._number(properties, style_id)
        mark = child(properties, "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            # the mark of the paragraph is deleted: what follows belongs to the same paragraph
            self.counts["deleted"] += 1
            self._carried = text
            if number:
                text.put_before(number)
            return text.take_followers()
        text.end_line()
        self._counted(text.lines)
        if number and ((in_cell and not text.is_struck) or any(line.text.strip() for line in text.lines)):
            text.number_first_line(number)
        return [*text.lines, *text.take_followers()]

    def _number(self, properties: Element | None, style_id: str | None) -> str:
        list_properties = child(properties, "numPr")
        list_id, depth = child_value(list_properties, "numId"), child_value(list_properties, "ilvl")
        if list_id is None:
            style = self._styles.resolve(style_id)
            list_id = style.list
            if list_id is None:
                return ""
            if depth is None:
                depth_of_style = self._numbering.depth_of_style(list_id, style_id)
                depth = str(style.depth or 0) if depth_of_style is None else str(depth_of_style)
        if list_id == "0":
            return ""  # taken off the list
        return self._numbering.next_number(list_id, whole_number(depth, 0))

    def _delete(self, element: Element, before: str = "") -> None:
        """What tracked changes delete (or move elsewhere, where it is read) is left out."""
        self.counts["deleted"] += 1
        if local_name(element) == "del":
            words = "".join(text_of(part) for part in element.iter() if local_name(part) in ("delText", "t"))
            self.removed.add(words, before=before)

    def _runs(self, element: Iterable[Element], text: ParagraphText, look: RunLook) -> None:
        """The text of what stands in a paragraph; ``look`` is that of its style."""
        for part in element:
            name = local_name(part)
            if name == "r":
                self._run(part, text, look)
            elif name in ("del", "moveFrom"):
                self._delete(part, text.tail)
            elif name in ("ins", "moveTo"):
                self.counts["inserted"] += 1
                self._runs(part, text, look)
            elif name == "AlternateContent":
                self._runs(children(alternative(part)), text, look)
            elif name in ("oMath", "oMathPara"):
                text.add("".join(text_of(inner) for inner in part.iter() if local_name(inner) == "t"), False)
            elif is_prompt(part):
                self.counts["prompts"] += 1
            elif name in _TRANSPARENT:
                self._runs(part, text, look)

    def _run(self, run: Element, text: ParagraphText, look: RunLook) -> None:
        properties = child(run, "rPr")
        if properties is not None:
            if style_id := child_value(properties, "rStyle"):
                look = self._styles.resolve(style_id).look.over(look)
            look = run_look(properties).over(look)
        if look.hidden:
            self.counts["hidden"] += 1
            return
        for part in run:
            self._run_part(part, text, look)

    def _run_part(self, part: Element, text: ParagraphText, look: RunLook) -> None:
        name = local_name(part)
        if name == "t" or name in _SIGNS:
            words = _SIGNS.get(name) or text_of(part).replace("\n", " ")
            if look.struck:
                self.struck.add(words, before=text.tail)
                text.is_struck = True
            else:
                text.add(raised(words) if look.raised else words, look.bold or False)
        elif name == "cr" or (name == "br" and attribute(part, "type") not in _OTHER_BREAKS):
            text.end_line()
        elif name == "fldChar":
            self._fields.mark(attribute(part, "fldCharType"))
        elif name == "instrText":
            self._fields.add_instruction(text_of(part))
        elif name in ("footnoteReference", "endnoteReference") and not look.struck:
            text.followers += self._note(f"{name.removesuffix('Reference')} {attribute(part, 'id')}")
        elif name == "ruby":
            self._runs(children(child(part, "rubyBase")), text, look)
        elif name in _DRAWINGS:
            text.followers += self._drawing(part)

    def _note(self, key: str) -> Sequence[TextLine | DraftTable]:
        """A foot- or endnote by its kind and id, which may be referred to more than once."""
        if key not in self._notes:
            self._notes[key] = self.parts(children(self._footnotes.get(key)))
        return self._counted(self._notes[key])

    def _drawing(self, element: Element) -> list[TextLine | DraftTable]:
        """What stands in the text boxes of a drawing; pictures are counted."""
        parts: list[TextLine | DraftTable] = []
        for box in boxes_and_pictures(element):
            if local_name(box) == "txbxContent":
                carried, self._carried = self._carried, None
                parts += self.parts(box)
                self._carried = carried
            else:
                self.counts[_UNREAD.get(local_name(box), "pictures")] += 1
        return parts


def _heading_level(properties: Element | None, level_of_style: int | None) -> int:
    """The level of a heading from 1; 0: body text."""
    written = child_value(properties, "outlineLvl")
    level = whole_number(written, _BODY_LEVEL) if written is not None else level_of_style
    return level + 1 if level is not None and 0 <= level < _BODY_LEVEL else 0
