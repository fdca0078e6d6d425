"""The fields of a Word document: whether the text belongs to a table of contents."""

from __future__ import annotations

__all__ = ["FieldState"]

#: the instruction of a table of contents
_CONTENTS = "TOC"


class FieldState:
    """Follows the fields through the runs of a document; ``in_contents``: within the result of a table of contents."""

    def __init__(self) -> None:
        self.in_contents = False
        self._instructions: list[list[str]] = []  # of the fields that are open, outermost first

    def add_instruction(self, text: str) -> None:
        """A piece of the instruction of the innermost field."""
        if self._instructions:
            self._instructions[-1].append(text)

    def mark(self, kind: str | None) -> None:
        """A mark of a field (``fldCharType``): its begin, its end, or what separates instruction and result."""
        if kind == "begin":
            self._instructions.append([])
        elif kind == "separate" and self._instructions:
            instruction = "".join(self._instructions[-1]).strip().upper()
            self.in_contents = self.in_contents or instruction.startswith(_CONTENTS)
        elif kind == "end" and self._instructions:
            self._instructions.pop()

    def end_paragraph(self) -> None:
        """At the end of a paragraph of a table of contents: it goes on as long as its field is open."""
        self.in_contents = any(_CONTENTS in "".join(parts).upper().split()[:1] for parts in self._instructions)
