"""The title of a text: on which of its first lines it stands, and over how many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from raci.readers.documents.fact_lines import close_up, metadata_patterns
from raci.readers.documents.issuing_bodies import bodies_listed

__all__ = ["find_title", "without_title"]

#: in how many lines the title may end, and may be quoted
_TITLE_LINES, _QUOTE_LINES = 32, 16
#: in so many lines of a list its title stands
_LIST_LINES = 2
#: the shortest and longest line of a title, and the shortest title that shares its line with a number or signature
_SHORTEST, _LONGEST, _BEFORE_NUMBER = 4, 90, 8
#: the most lines that one title is broken over, without the names of those who issue it, and the most of these
_MOST_LINES, _MOST_ISSUERS = 5, 16


@cache
def _title_endings() -> frozenset[str]:
    """The last characters of the words that end a title, and brackets: a quick test before the pattern.

    Taken from the examples of the pattern and its alternatives.
    """
    words = metadata_patterns()["title-end"].pattern.removeprefix("(?P<kind>").partition(")")[0]
    return frozenset(word[-1] for word in words.split("|")) | frozenset("）)")


def find_title(head: Sequence[str]) -> str | None:
    """The first lines that read like a title; else the name of the plan that the text says it prints.

    The name of a plan that is yet to be written (制定《……方案》) is no title.
    """
    patterns = metadata_patterns()
    quoted = _quoted_title(head)
    begun = False  # whether a sentence of the text stood before: then only a line behind a signature is a title
    prints = False  # whether it was said that a plan is printed: its title stands behind that
    for index, line in enumerate(head[:_TITLE_LINES]):
        run_on = patterns["title-run-on"].find(line) if "关于" in line and not begun else None
        if run_on and not patterns["heading-number"].holds(line):
            return close_up(run_on["title"])
        title = _title_ending(head, index)
        if title is not None and (not begun or title == quoted or _is_printed(title, head[index - 1])):
            return title
        if patterns["remark-line"].holds(line) and index:
            continue
        prints = prints or patterns["printing"].holds(line)
        begun = begun or (line.endswith("。") and not prints)
    return quoted or _list_title(head)


def _list_title(head: Sequence[str]) -> str | None:
    """The title of a text that is nothing but a list (某某领导小组成员名单): its first line, or the one below 附件."""
    patterns = metadata_patterns()
    for line in head[:_LIST_LINES]:
        if patterns["list-title"].holds(line) and not patterns["no-title"].holds(line):
            return close_up(line)
    return None


def _is_printed(title: str, before: str) -> bool:
    """Whether a title behind a text is that of the plan which the text prints: it stands below the signature.

    A notice below the signature of another is its annex. Behind 以下是原文： anything is.
    """
    patterns = metadata_patterns()
    if patterns["full-text-follows"].holds(before):
        return True
    return patterns["date-line"].holds(before) and not patterns["notice-end"].holds(title)


def _title_ending(head: Sequence[str], index: int) -> str | None:
    """The title that ends on a line of the head; None where none does."""
    patterns = metadata_patterns()
    line = _title_part(head[index])
    if index and line.count("）") > line.count("（") and not patterns["title-end"].holds(line):
        # 行动计划（2025— / 2027年）
        line = head[index - 1] + line
        return close_up(line) if patterns["title-end"].holds(line) and len(line) <= _LONGEST else None
    if not _SHORTEST <= len(line) <= _LONGEST or not (line[-1] in _title_endings() or line[-1].isdigit()):
        return None
    refused = any(patterns[name].holds(line) for name in ("no-title", "heading-number"))
    if refused or not patterns["title-end"].holds(line):
        return None
    signature = patterns["signed-above"].find(line)
    if signature and len(line) - signature.end() >= _BEFORE_NUMBER:
        return line[signature.end() :].strip()
    above, issuers = _lines_above(head, index)
    title = " ".join(issuers) + close_up("".join(above) + line)
    return title if title.count("《") == title.count("》") else None


def _title_part(line: str) -> str:
    """A line without what may be set before a title or behind it without a gap: a remark, the number, the date."""
    patterns = metadata_patterns()
    line = patterns["leading-remark"].expression.sub("", line)
    if "号" in line[8:140] and (match := patterns["number"].find(line[:140])):
        before = line[: match.end() - len(without_title(match["number"]))].rstrip()
        line = before if len(before) >= _BEFORE_NUMBER else line
    behind = patterns["date-behind-title"].find(line) if line.endswith((")", "）")) else None
    return line[: behind.start()].rstrip() if behind else line


def _quoted_title(head: Sequence[str]) -> str | None:
    """The name of the plan that the text prints; names that a line of the source breaks are whole again."""
    words = "".join(head[:_QUOTE_LINES])
    if "《" not in words:
        return None
    quoted = metadata_patterns()["quoted-title"].find(words)
    names = ("printed", "opening", "approved", "announced")
    return next((quoted[name] for name in names if quoted[name]), None) if quoted else None


def _lines_above(head: Sequence[str], last: int) -> tuple[list[str], list[str]]:
    """The lines that belong to a title above its last line (某某市人民政府 / 关于…… / 的通知), and who issues it.

    The names of several that issue it together are given apart: they are not one word with the title.
    """
    patterns = metadata_patterns()
    first = last
    issuers: list[str] = []
    for index in range(last - 1, max(-1, last - _MOST_LINES - _MOST_ISSUERS), -1):
        line = head[index]
        if not _SHORTEST <= len(line) <= 60 or line[-1] in "。；，：:;,》号日" or "：" in line:
            break
        if any(patterns[name].holds(line) for name in ("number", "heading-number", "no-title", "letterhead")):
            break
        if patterns["signed-above"].holds(line + "甲"):  # a title follows, as the pattern demands
            break
        names = bodies_listed(line)
        if names:
            issuers[:0] = names
        elif issuers or last - index >= _MOST_LINES:
            break
        elif patterns["title-first-line"].holds(line):
            first = index
    above = [close_up(line) for line in head[first:last]]
    return (above, issuers) if len(issuers) != 1 else ([*issuers, *above], [])


def without_title(number: str) -> str:
    """A number without the end of a title that is set before it without a gap: 某某实施意见云政办发〔2020〕24号."""
    title = metadata_patterns()["title-before-number"].find(number)
    return number[title.end() :] if title else number
