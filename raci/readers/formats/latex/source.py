"""The source of a LaTeX document: its body without comments, its macros put in, its title."""

from __future__ import annotations

import re
from typing import NamedTuple

from raci.readers.files.limits import MOST_FILLED, check_length, too_many_cells

__all__ = ["LatexSource", "argument_end", "holds_latex_table", "latex_source"]

#: the longest argument that is looked for the end of, in characters, and how deep braces nest in it
_LONGEST, _DEEPEST = 5_000, 10
_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*")
_BODY = re.compile(r"\\begin\{document\}(?P<body>.*?)(?:\\end\{document\}|\Z)", re.S)
_TITLE = re.compile(r"\\title\s*(?=\{)")
_MACRO = re.compile(r"\\(?:re|provide)?newcommand\*?\s*(?:\{\s*)?(?P<name>\\[a-zA-Z]+)\s*\}?\s*(?=\{)")
#: what a macro says is no longer, as macros in macros could grow without end
_LONGEST_MACRO, _MOST_MACROS = 200, 200
_TABLE = re.compile(r"\\begin\{(?:tabular[xy*]?|longtable|tabu|longtabu|supertabular|tblr|longtblr)\*?\}")
_BRACE = re.compile(r"\\.|[{}]", re.S)
_MARKUP = re.compile(r"\\(?:\\(?:\[[^\]]{0,40}\])?|[a-zA-Z]+\*?)|[{}~]")


class LatexSource(NamedTuple):
    """What is to be read of a source, from which line (from 1) on, its title if it names one.

    ``is_whole``: it is a whole document, whose paragraphs end at blank lines, and not a text that holds a table.
    """

    body: str
    first_line: int
    title: str | None
    is_whole: bool


def holds_latex_table(text: str) -> bool:
    """Whether a text holds a table in LaTeX, or is a LaTeX document."""
    return "\\begin{" in text and ("\\documentclass" in text or _TABLE.search(text) is not None)


def latex_source(text: str, name: str) -> LatexSource:
    """What is to be read of a text in LaTeX. Raises ReadError where that is more than is read of one file."""
    check_length(len(text), name)
    text = _COMMENT.sub(r"\1", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _with_macros(text, name)
    if text.count("&") + text.count("\\\\") > MOST_FILLED:
        raise too_many_cells(name)
    titled = _TITLE.search(text)
    title = _MARKUP.sub("", text[titled.end() : argument_end(text, titled.end())]).strip() if titled else ""
    body = _BODY.search(text)
    if body is None:
        return LatexSource(text, 1, title or None, "\\documentclass" in text)
    return LatexSource(body["body"], text.count("\n", 0, body.start("body")) + 1, title or None, True)


def argument_end(text: str, start: int) -> int:
    """The end of the argument in braces that begins at ``start``; ``start`` where none begins or it does not end."""
    depth = 0
    for brace in _BRACE.finditer(text, start, min(len(text), start + _LONGEST)):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth > _DEEPEST:
            break
        if depth == 0:
            return brace.end() if text[start] == "{" else start
    return start


def _with_macros(text: str, name: str) -> str:
    """The text with macros without parameters replaced by what they say. Raises ReadError where it grows too long."""
    macros: dict[str, str] = {}
    for definition in _MACRO.finditer(text):
        words = text[definition.end() + 1 : argument_end(text, definition.end()) - 1]
        if len(words) <= _LONGEST_MACRO and len(macros) < _MOST_MACROS and "#" not in words:
            macros[definition["name"]] = words
    if not macros:
        return text
    check_length(sum((text.count(macro) * len(words) for macro, words in macros.items()), len(text)), name)
    names = "|".join(re.escape(name) for name in sorted(macros, key=len, reverse=True))
    body = text.find("\\begin{document}")
    head, rest = (text[:body], text[body:]) if body >= 0 else ("", text)
    return head + re.sub(rf"(?:{names})(?![a-zA-Z])(?:\{{\}}| )?", lambda use: macros[use[0].rstrip("{} ")], rest)
