"""The labelled documents rewritten: other signs, other words for labels, lines cut at a width, pages numbered."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_LABEL = r"(?:牵头|责任|主办|承办|配合)"
_IN_BRACKET = rf"[（(]({_LABEL}[^（）()\n]{{0,12}}[：:][^（）()\n]*)[）)]"


def wrapped(text: str, width: int, indent: str = "") -> str:
    """Each paragraph in lines of so many characters, the first set in."""
    lines: list[str] = []
    for paragraph in re.sub(r"(?<=\S)　　+(?=\S)", "\n", text).split("\n"):
        words = indent + paragraph.strip() if paragraph.strip() else ""
        lines += [words[start : start + width] for start in range(0, max(1, len(words)), width)]
    return "\n".join(lines)


def numbered_pages(text: str) -> str:
    """A page number behind each 25 lines."""
    lines = text.split("\n")
    pages = ("\n".join(lines[start : start + 25]) for start in range(0, len(lines), 25))
    return "\n".join(f"{page}\n— {number} —" for number, page in enumerate(pages, 1))


def own_lines(text: str) -> str:
    """Annotations in lines of their own, without their brackets."""
    return re.sub(rf"{_IN_BRACKET}(?=\n|$)", r"\n\1", text)


def names_below(text: str) -> str:
    """The same with the names in the line below their label."""
    return re.sub(rf"\n({_LABEL}(?:单位|部门)[：:])(?=\S)", r"\n\1\n", own_lines(text))


#: documents rewritten: the name of a form → how a text is written then
TEXTS: Mapping[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "half-width signs": lambda text: text.translate(str.maketrans("：，；（）", ":,;()")),
    "lines of 38": lambda text: wrapped(text, 38),
    "lines of 28, set in": lambda text: wrapped(text, 28, "　　"),
    "lines of 36, page numbers": lambda text: numbered_pages(wrapped(text, 36, "　　")),
    "square brackets": lambda text: re.sub(_IN_BRACKET, r"【\1】", text),
    "label lines": own_lines,
    "names below labels": names_below,
    "blanks for indents": lambda text: "\n".join("\xa0" * 4 + line.strip() for line in text.split("\n")),
    "主办 for 牵头": lambda text: re.sub("牵头(单位|部门)", r"主办\1", text),
    "市直牵头 for 牵头": lambda text: re.sub("牵头(单位|部门)", r"市直牵头\1", text),
    "落实 for 责任": lambda text: re.sub("责任(单位|部门)", r"落实\1", text),
}
