"""Marks of Markdown in plain text: what was copied from a chat or a note and kept as .txt, or pasted."""

from __future__ import annotations

import re

from raci.model.pattern_codes import compiled

__all__ = ["without_markdown_marks"]

_HEADING = compiled(r"^([ \t\u3000]{0,3})#{1,6}[ \t\u3000]+(?=[^\s#])", re.M)
#: words set in bold: a heading, which is all of a line or begins it, or a label; what stars mark begins with no comma
_BOLD = compiled(r"\*\*(?=[^\s*、，；,;])([^*\n]{1,80}?)(?<=\S)\*\*")
#: what mails and notes put before each line that they quote
_QUOTED = compiled(r"^[ \t]*>(?:[ \t]?>)*(?:[ \t]|(?=[\n\u3000-\u303f\u4e00-\u9fff])|$)", re.M)
_RULE = compiled(r"^[ \t]*(?:-{3}|\*{3})[ \t]*$", re.M)
#: the mark of a list before the number of a heading: - 1.建设…, • （一）…
_BULLET = compiled(
    r"^[ \t]*[-*•·●][ \t\u3000]+"
    r"(?=\d{1,3}[.．、﹒](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)",
    re.M,
)
#: what converters put before signs that would be marks: 3\\. 审查, \\- 教务处, \\[完成\\]
_ESCAPED = compiled(r"(?<=\d)\\(?=[.)])|\\(?=[-*_#>|~`\[\]()+!])")
#: one such mark may be anything; so many lines with one are headings
_FEWEST = 2


def without_markdown_marks(text: str) -> str:
    """The text without the marks of headings, bold words and quotes (``## 一、…``, ``**牵头单位：**``, ``> 一、…``),
    rules between them, and what escapes signs (``3\\. 审查``).

    Its lines stay where they are. One mark alone (``# 备注``) stays.
    """
    plain = _without(_ESCAPED, "", text) if "\\" in text else text
    plain = _without(_HEADING, r"\1", plain) if "#" in plain else plain
    plain = _without(_QUOTED, "", plain) if ">" in plain else plain
    plain = _without(_BOLD, r"\1", plain) if "**" in plain else plain
    plain = _without(_BULLET, "", plain)
    return plain if plain is text else _RULE.sub("", plain)


def _without(marks: re.Pattern[str], kept: str, text: str) -> str:
    plain, count = marks.subn(kept, text)
    return plain if count >= _FEWEST else text
