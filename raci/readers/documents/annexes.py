"""What a notice says of its annexes: those that it lists, those that it prints, and how they are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from raci.rules.numerals import numeral

__all__ = ["ANNEX_MARK", "ListedAnnex", "annex_number", "listed_annexes", "printed_titles", "title_key"]

#: the longest title in a list
_LONGEST = 80
_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
#: 附件2, 附表, 附件二 in the name of a file or at the start of an annex
ANNEX_MARK = re.compile(
    r"附\s*(?:件|表|录)\s*(?P<n>\d{1,2}(?![\d年月])|[一二三四五六七八九十]{1,3}(?![\u4e00-\u9fff]))?"
)
#: 附件：…, 附件1：… as a line that lists
_HEAD = re.compile(rf"附\s*(?:件|表)\s*(?P<n>{_NUMBER})?\s*[:：.．、]\s*(?P<rest>.*)", re.DOTALL)
_ITEM = re.compile(rf"[（(]?(?P<n>{_NUMBER})\s*[)）.．、]\s*(?P<title>.+)", re.DOTALL)
_INLINE = re.compile(r"(?<![\d年月第])[（(]?(\d{1,2})[.．、)）](?!\d)\s*")
#: what stands behind a title in a list and is no part of it
_BEHIND = re.compile(
    r"[\s。；;，,、]*(?:[（(](?:略|另附|附后|另发|另行[^（）()]{1,6}|见[^（）()]{1,8})[)）])?[\s。；;，,、]*$"
)
#: what is no title: a sentence, a label, an annotation
_NO_TITLE = re.compile(r"[。：:；;]|(?:牵头|负责|配合)[)）]")
_QUOTED = r"(?P<titles>(?:《[^《》]{4,80}》[、和及与]?)+)"
_PRINTS = (
    # in a title: 关于印发《…》的通知
    re.compile(rf"(?:印发|转发|发布|公布|下发)[^《》。]{{0,8}}{_QUOTED}[^《》。]{{0,8}}的(?:通知|公告|函|决定|通告)"),
    re.compile(r"(?:印发|转发|发布|公布|下发)(?P<titles>[^《》。]{4,60})的(?:通知|公告|函|决定|通告)"),
)
_SENDS = (
    # in the text: 现将《…》印发给你们; 《…》已经省政府同意，现印发给你们
    re.compile(
        rf"(?:现将|现就|(?:制定|编制|形成|拟定)了?|^){_QUOTED}[^。《》]{{0,40}}?(?:印发给|现印发|予以印发|印发[，。]?请|转发给|发给你们)"
    ),
    re.compile(rf"现(?:予)?(?:印发|发布|公布|转发)[^《》。]{{0,8}}{_QUOTED}"),
)
_TITLE = re.compile(r"《([^《》]+)》")
#: the text of a notice proper is no longer than this many paragraphs
_NOTICE = 30
#: a line 附件1：… that so many paragraphs follow heads the annex itself
_HEADS = 6


class ListedAnnex(NamedTuple):
    """An annex that a notice names: its number (0 where it has none) and its title."""

    number: int
    title: str


def title_key(text: str) -> str:
    """A title as it is compared: no marks, no blanks, one width."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def annex_number(text: str | None) -> int:
    """The value of a number as written; 0 where there is none."""
    if not text:
        return 0
    text = unicodedata.normalize("NFKC", text)
    return numeral(text)


def listed_annexes(lines: Sequence[str]) -> tuple[list[ListedAnnex], set[int]]:
    """The annexes that a notice lists behind 附件：, and which of its paragraphs list them.

    The numbers count up; what follows 附件1：… at some length is that annex itself, and is not listed.
    """
    found: list[ListedAnnex] = []
    places: set[int] = set()
    at = 0
    while at < len(lines):
        head = _HEAD.fullmatch(lines[at]) if lines[at][:1] == "附" and len(lines[at]) < 400 else None
        if head is None:
            at += 1
            continue
        here, taken = _list(lines, at, head)
        if here and not (head["n"] and len(lines) - max(taken) > _HEADS and len(here) == 1):
            found += [one for one in here if one not in found]
            places |= taken
        at = max(taken, default=at) + 1
    return found, places


def _list(lines: Sequence[str], at: int, head: re.Match[str]) -> tuple[list[ListedAnnex], set[int]]:
    """What one line 附件：… and those behind it list."""
    taken = {at}
    if head["n"]:
        title = _clean(head["rest"])
        return ([ListedAnnex(annex_number(head["n"]), title)] if title else []), taken
    here = _inline(head["rest"]) if head["rest"].strip() else []
    if head["rest"].strip() and (not here or here[0].number > 1):
        return [], taken
    if here and here[0].number == 0:
        return here, taken
    while at + 1 < len(lines):
        if here and (tail := _wrapped(lines, at + 1, here[-1])):
            here[-1] = ListedAnnex(here[-1].number, tail)
            at += 1
            taken.add(at)
        item = _ITEM.fullmatch(lines[at + 1]) if len(lines[at + 1]) < 2 * _LONGEST else None
        more = _inline(lines[at + 1]) if item else []
        if item and not (more and more[0].number):
            title = _clean(item["title"])
            more = [ListedAnnex(annex_number(item["n"]), title)] if title else []
        if not more or more[0].number != (here[-1].number if here else 0) + 1:
            break
        here += more
        at += 1
        taken.add(at)
    return here, taken


def _wrapped(lines: Sequence[str], at: int, last: ListedAnnex) -> str:
    """The whole title where a line goes on with it and the line below is the next of the list; else nothing."""
    if at + 1 >= len(lines) or len(lines[at]) > _LONGEST or _ITEM.fullmatch(lines[at]) or ANNEX_MARK.match(lines[at]):
        return ""
    item = _ITEM.fullmatch(lines[at + 1])
    return _clean(last.title + lines[at].strip()) if item and annex_number(item["n"]) == last.number + 1 else ""


def _inline(text: str) -> list[ListedAnnex]:
    """1.… 2.… in one line; a title alone; nothing where it is neither."""
    parts = _INLINE.split(text.strip())
    if parts[0].strip() or len(parts) < 3:
        title = _clean(text)
        return [ListedAnnex(0, title)] if title else []
    done: list[ListedAnnex] = []
    for said, words in zip(parts[1::2], parts[2::2], strict=True):
        title = _clean(words)
        if not title or (done and int(said) != done[-1].number + 1):
            return []
        done.append(ListedAnnex(int(said), title))
    return done


def _clean(text: str) -> str:
    """A title without marks around it; empty where it is none."""
    title = " ".join(_BEHIND.sub("", text).split())
    if title[:1] == "《" and title[-1:] == "》":
        title = title[1:-1]
    return title if 2 <= len(title) <= _LONGEST and not _NO_TITLE.search(title.strip("《》")) else ""


def printed_titles(title: str, lines: Sequence[str]) -> list[str]:
    """The titles of what a notice prints: 关于印发《…》的通知, 现将《…》印发给你们."""
    found: list[str] = []
    for pattern in _PRINTS:
        if match := pattern.search(title):
            found += _TITLE.findall(match["titles"]) or [match["titles"]]
            break
    for line in lines[:_NOTICE]:
        if "《" in line and ("发" in line or "公布" in line):
            for pattern in _SENDS:
                for match in pattern.finditer(line):
                    found += _TITLE.findall(match["titles"])
    return list(dict.fromkeys(found))
