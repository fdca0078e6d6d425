"""Files that are attached to a PDF file: they are told, not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

__all__ = ["attachment_notes"]

#: so many are named, with so many characters of each name
_MOST_NAMED, _LONGEST = 5, 60


def attachment_notes(document: PdfDocument) -> list[str]:
    """What to say of attached files; nothing where there are none."""
    import pypdfium2

    count = document.count_attachments()
    names = []
    for index in range(min(count, _MOST_NAMED)):
        try:
            names.append(document.get_attachment(index).get_name()[:_LONGEST])
        except (pypdfium2.PdfiumError, UnicodeError):  # of a broken one only the number is known
            continue
    more = " 等" if count > len(names) and names else ""
    shown = f"：{'、'.join(names)}{more}" if names else ""
    return [f"文件里的附件未读 {count} 个{shown}；请另存出来再用"] if count > 0 else []
