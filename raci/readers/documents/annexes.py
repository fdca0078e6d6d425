"""What a notice says of its annexes: which it lists, which it prints, and how their titles are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from raci.model.patterns import DataPattern
from raci.rules.numerals import numeral
from raci.rules.text_patterns import text_patterns

__all__ = ["ListedAnnex", "annex_mark", "annex_number", "listed_annexes", "printed_titles", "title_key"]

#: the longest title in a list, and the longest line 附件：…, in characters
_LONGEST, _LONGEST_HEAD = 80, 400
#: the text of a notice proper is no longer than this many paragraphs
_NOTICE = 30
#: a line 附件1：… that more than this many paragraphs follow heads the annex itself
_HEADS = 6


class ListedAnnex(NamedTuple):
    """An annex that a notice names: its number (0 where it has none) and its title."""

    number: int
    title: str


def _patterns() -> Mapping[str, DataPattern]:
    return text_patterns("annexes")


def annex_mark() -> re.Pattern[str]:
    """附件2, 附表, 附件二 in the name of a file or at the start of an annex; its group ``n`` is the number."""
    return _patterns()["mark"].expression


def title_key(text: str) -> str:
    """A title as it is compared: no punctuation, no blanks, one width."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def annex_number(text: str | None) -> int:
    """The value of a number as written; 0 where there is none."""
    return numeral(unicodedata.normalize("NFKC", text)) if text else 0


def listed_annexes(lines: Sequence[str]) -> tuple[list[ListedAnnex], set[int]]:
    """The annexes that a notice lists behind 附件：, and the indexes of the paragraphs that list them.

    The numbers count up. A line 附件1：… that a longer text follows is the head of that annex, not a list.
    """
    annexes: list[ListedAnnex] = []
    listing_lines: set[int] = set()
    index = 0
    while index < len(lines):
        line = lines[index]
        head = _patterns()["list-head"].find(line) if line[:1] == "附" and len(line) < _LONGEST_HEAD else None
        if head is None:
            index += 1
            continue
        listed, used = _read_list(lines, index, head)
        heads_annex = head["n"] and len(lines) - max(used) > _HEADS and len(listed) == 1
        if listed and not heads_annex:
            annexes += [annex for annex in listed if annex not in annexes]
            listing_lines |= used
        index = max(used) + 1
    return annexes, listing_lines


def _read_list(lines: Sequence[str], index: int, head: re.Match[str]) -> tuple[list[ListedAnnex], set[int]]:
    """The annexes in the line 附件：… at ``index`` and those below it, and the indexes of these lines."""
    used = {index}
    rest = head["rest"]
    if head["n"]:
        title = _clean_title(rest)
        return ([ListedAnnex(annex_number(head["n"]), title)] if title else []), used
    listed = _inline_list(rest) if rest.strip() else []
    if rest.strip() and (not listed or listed[0].number > 1):
        return [], used
    if listed and listed[0].number == 0:
        return listed, used
    while index + 1 < len(lines):
        if listed and (title := _continued_title(lines, index + 1, listed[-1])):
            listed[-1] = ListedAnnex(listed[-1].number, title)
            index += 1
            used.add(index)
        items = _list_items(lines[index + 1])
        if not items or items[0].number != (listed[-1].number if listed else 0) + 1:
            break
        listed += items
        index += 1
        used.add(index)
    return listed, used


def _list_items(line: str) -> list[ListedAnnex]:
    """The annexes of one line of a list: one, or several that count on; none where it is no such line."""
    item = _patterns()["list-item"].find(line) if len(line) < 2 * _LONGEST else None
    if item is None:
        return []
    items = _inline_list(line)
    if items and items[0].number:
        return items
    title = _clean_title(item["title"])
    return [ListedAnnex(annex_number(item["n"]), title)] if title else []


def _continued_title(lines: Sequence[str], index: int, last: ListedAnnex) -> str:
    """The title that goes on in the line at ``index`` where the line below is the next item; else nothing."""
    item_pattern = _patterns()["list-item"]
    if index + 1 >= len(lines) or not 0 < len(lines[index]) <= _LONGEST:  # (a table has no words here)
        return ""
    if item_pattern.holds(lines[index]) or annex_mark().match(lines[index]):
        return ""
    next_item = item_pattern.find(lines[index + 1])
    if next_item is None or annex_number(next_item["n"]) != last.number + 1:
        return ""
    return _clean_title(last.title + lines[index].strip())


def _inline_list(text: str) -> list[ListedAnnex]:
    """1.… 2.… in one line; a title alone, with number 0; nothing where it is neither."""
    pieces = _patterns()["inline-number"].expression.split(text.strip())
    if pieces[0].strip() or len(pieces) < 3:
        title = _clean_title(text)
        return [ListedAnnex(0, title)] if title else []
    annexes: list[ListedAnnex] = []
    for number, words in zip(pieces[1::2], pieces[2::2], strict=True):
        title = _clean_title(words)
        if not title or (annexes and int(number) != annexes[-1].number + 1):
            return []
        annexes.append(ListedAnnex(int(number), title))
    return annexes


def _clean_title(text: str) -> str:
    """A title without the marks around it; empty where the text is no title."""
    title = " ".join(_patterns()["behind-title"].expression.sub("", text).split())
    if title[:1] == "《" and title[-1:] == "》":
        title = title[1:-1]
    return title if 2 <= len(title) <= _LONGEST and not _patterns()["not-a-title"].holds(title.strip("《》")) else ""


def printed_titles(title: str, lines: Sequence[str]) -> list[str]:
    """The titles of what a notice prints: 关于印发《…》的通知, 现将《…》印发给你们."""
    patterns = _patterns()
    quoted = patterns["quoted"].expression
    titles: list[str] = []
    match = patterns["prints-in-title"].find(title) or patterns["prints-in-title-unquoted"].find(title)
    if match:
        titles += quoted.findall(match["titles"]) or [match["titles"]]
    for line in lines[:_NOTICE]:
        if "《" in line and ("发" in line or "公布" in line):
            for pattern in (patterns["sends"], patterns["sends-now"]):
                for match in pattern.expression.finditer(line):
                    titles += quoted.findall(match["titles"])
    return list(dict.fromkeys(titles))
