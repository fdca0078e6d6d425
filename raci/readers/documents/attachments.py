"""A covering notice and its annexes, each in a file of its own, as one plan.

Which files may belong together their names tell (``group_files``), so that a folder of thousands is not read at once;
whether they do, what stands in them (``join_attachments``). An annex belongs to a notice where

* the notice lists it (附件：1.…) or prints it (关于印发《…》的通知), and the annex is called the same, by its title,
  its first lines or the name of its file; or is marked with the number that the list gives it, and one of the two
  titles holds the other, or it has none (附件2.xlsx) and no other notice is there; or
* the names of both files are the same but for 附件2 behind it.

It stays apart, and the notes say so, where two notices claim it, where two files are called what is listed, where the
notice holds the annex itself, and where no more than the number agrees. Titles are compared without marks and blanks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import NamedTuple, TypeVar

from raci.model import Block, Document, Place, Span
from raci.readers.documents.annexes import (
    ANNEX_MARK,
    ListedAnnex,
    annex_number,
    listed_annexes,
    printed_titles,
    title_key,
)

__all__ = ["FEW", "group_files", "join_attachments"]

#: a folder of so many files is looked at as a whole; of a larger one those whose names agree, and so many at most
FEW = 60
#: a key shorter than this names nothing
_SHORT = 4
#: of two titles one may hold the other from so many characters on
_HOLDS = 5
#: words of a name that say: notice, annex
_HINTS = re.compile(r"附\s*(?:件|表|录)|通知|印发|转发|公告|正文|[函文]$")
_ORDINAL = re.compile(r"^[\d０-９]{1,3}\s*[.．、_\-\s]\s*")
_PRINTED = re.compile(r"(?:印发|转发|发布|公布|下发)(?P<title>.{4,80}?)的(?:通知|公告|函|决定|通告)")
#: how many of its first lines may be an annex's title
_FIRST = 4

Item = TypeVar("Item", bound="str | Path")


class FileName(NamedTuple):
    """What the name of a file says: its key; whether 附件 stands in it, with which number, before and behind what."""

    key: str
    marked: bool = False
    number: int = 0
    before: str = ""
    behind: str = ""


def _file_name(path: str | PurePath) -> FileName:
    stem = _ORDINAL.sub("", PurePath(path).stem)
    mark = ANNEX_MARK.search(stem)
    if mark is None:
        return FileName(title_key(stem))
    return FileName(
        title_key(stem), True, annex_number(mark["n"]), title_key(stem[: mark.start()]), title_key(stem[mark.end() :])
    )


def _folder(path: str | PurePath) -> str:
    """The folder of a file; what lies in 附件/ lies beside its notice."""
    parent = PurePath(path).parent
    return str(parent.parent if ANNEX_MARK.fullmatch(parent.name) else parent)


def group_files(files: Iterable[Item]) -> list[tuple[Item, ...]]:
    """The files, in order, those together (where the first of them stands) that by their names may be one plan."""
    listing = list(files)
    folders: dict[str, list[int]] = defaultdict(list)
    for at, file in enumerate(listing):
        if str(file) != "-":
            folders[_folder(file)].append(at)
    order: dict[int, tuple[Item, ...]] = {}
    for members in folders.values():
        hinted = any(_HINTS.search(PurePath(listing[at]).stem) for at in members)
        groups = ([members] if len(members) <= FEW else _by_name(members, listing)) if hinted else []
        for group in groups:
            if 1 < len(group) <= FEW:
                order |= dict.fromkeys(group, ())
                order[group[0]] = tuple(listing[at] for at in group)
    return [order.get(at, (file,)) for at, file in enumerate(listing) if order.get(at, (file,))]


def _by_name(members: Sequence[int], listing: Sequence[Item]) -> list[list[int]]:
    """Those of a large folder whose names share what they name."""
    plain: dict[str, list[int]] = defaultdict(list)
    annexes: dict[str, list[int]] = defaultdict(list)
    for at in members:
        named = _file_name(listing[at])
        if named.marked:
            for part in {named.before, named.behind}:
                annexes[part].append(at)
        else:
            plain[named.key].append(at)
        if match := _PRINTED.search(PurePath(listing[at]).stem):
            plain[title_key(match["title"])].append(at)
    above = {at: at for at in members}

    def top(at: int) -> int:
        while above[at] != at:
            above[at] = above[above[at]]
            at = above[at]
        return at

    for words in plain:
        together = [*plain[words], *annexes.get(words, ())]
        if len(words) >= _SHORT and 1 < len(together) <= FEW:
            for at in together[1:]:
                first, second = sorted((top(together[0]), top(at)))
                above[second] = first
    found: dict[int, list[int]] = defaultdict(list)
    for at in members:
        found[top(at)].append(at)
    return list(found.values())


@dataclass(slots=True)
class BundleFile:
    """A document with what tells whose annex it is, and whose annexes are its."""

    document: Document
    named: FileName
    lines: list[str]
    names: list[ListedAnnex] = field(default_factory=list)
    prints: list[str] = field(default_factory=list)
    listing: set[int] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    number: int = 0
    marked: bool = False

    @classmethod
    def of(cls, document: Document) -> BundleFile:
        text = document.text
        lines = [
            text[block.start : block.end].strip() for block in document.blocks if block.kind not in ("table",)
        ] or text.split("\n")
        one = cls(document, _file_name(document.source), lines)
        found, one.listing = listed_annexes(lines)
        one.prints = printed_titles(document.title, lines)
        known = {title_key(each.title) for each in found}
        one.names = [*(ListedAnnex(0, title) for title in one.prints if title_key(title) not in known), *found]
        one.number, one.marked = one.named.number, one.named.marked
        one.called = {title_key(document.title), one.named.key, one.named.before, one.named.behind}
        before = ""
        for line in lines[:_FIRST]:
            mark = ANNEX_MARK.match(line)
            if mark and len(line) <= 60 and not before:
                one.marked, one.number = True, one.number or annex_number(mark["n"])
                line = line[mark.end() :]
            one.called |= {title_key(line), before + title_key(line)}
            before = title_key(line)
        one.called = {words for words in one.called if len(words) >= _SHORT and not ANNEX_MARK.fullmatch(words)}
        return one

    def holds(self, title: str) -> bool:
        """Whether the annex of that title stands in this file: a line that is but it, and more behind it."""
        for at, line in enumerate(self.lines):
            if at in self.listing or len(line) > 120:
                continue
            mark = ANNEX_MARK.match(line)
            if title_key(line[mark.end() :] if mark else line) == title and (at > 0 or mark):
                return len(self.document.blocks) - at > 3
        return False


@dataclass(slots=True)
class AnnexClaim:
    """A notice (by place) that says of a file that it is its annex, as its ``order``-th."""

    notice: int
    order: int
    title: str


def join_attachments(documents: Sequence[Document]) -> list[Document]:
    """The documents, in order, notices and their annexes joined (where the first of them stands).

    Only such as lie in one folder (or in 附件/ beside it) and are alone in their file. What might belong together and
    was left apart is said in the notes.
    """
    done: list[Document | None] = list(documents)
    alone: dict[str, int] = defaultdict(int)
    for document in documents:
        alone[document.source] += 1
    folders: dict[str, list[int]] = defaultdict(list)
    for at, document in enumerate(documents):
        if document.source not in ("", "-") and alone[document.source] == 1:
            folders[_folder(document.source)].append(at)
    for members in folders.values():
        if len(members) > 1:
            for place, changed in _joined([documents[at] for at in members]).items():
                done[members[place]] = changed
    return [document for document in done if document is not None]


def _joined(documents: Sequence[Document]) -> dict[int, Document | None]:
    """What becomes of the documents of one folder: None for those that went into another."""
    files = [BundleFile.of(document) for document in documents]
    if not any(file.names or file.marked for file in files):
        return {}
    doubts: dict[int, list[str]] = defaultdict(list)
    claims = _claims(files, doubts)
    parents: dict[int, AnnexClaim] = {}
    for at, mine in sorted(claims.items()):
        notices = {claim.notice for claim in mine}
        outer = {notice for notice in notices if not {one.notice for one in claims.get(notice, ())} & notices}
        if len(outer) == 1:
            parents[at] = next(claim for claim in mine if claim.notice in outer)
        else:
            which = "、".join(_name(files[one].document) for one in sorted(notices))
            doubts[at].append(f"像是 {which} 的附件，未能确定是哪一个的，没有合并")
    below: dict[int, list[int]] = defaultdict(list)
    for at in sorted(parents, key=lambda at: parents[at].order):
        below[parents[at].notice].append(at)
    changed: dict[int, Document | None] = {
        at: replace(documents[at], notes=(*documents[at].notes, *notes)) for at, notes in doubts.items()
    }
    for top in [at for at in below if at not in parents]:
        parts = list(_parts(top, below))
        fresh = [changed.get(at) or documents[at] for at in parts]
        changed |= dict.fromkeys(parts)
        changed[min(parts)] = _join(fresh, [files[at] for at in parts], {parents[at].title for at in below[top]})
    return changed


def _parts(top: int, below: dict[int, list[int]]) -> Iterator[int]:
    """A notice, its annexes, and theirs, in their order."""
    yield top
    for at in below.get(top, ()):
        yield from _parts(at, below)


def _name(document: Document) -> str:
    return PurePath(document.source).name


def _claims(files: Sequence[BundleFile], doubts: dict[int, list[str]]) -> dict[int, list[AnnexClaim]]:
    """Which notices claim which files; what comes near it is added to ``doubts``."""
    called: dict[str, list[int]] = defaultdict(list)
    stems: dict[str, list[int]] = defaultdict(list)
    numbered: dict[int, list[int]] = defaultdict(list)
    for at, file in enumerate(files):
        for words in file.called:
            called[words].append(at)
        if file.marked:
            numbered[file.number].append(at)
        if not file.named.marked:
            stems[file.named.key].append(at)
    lists = sum(1 for file in files if any(one.number for one in file.names))
    claims: dict[int, list[AnnexClaim]] = defaultdict(list)
    for at, file in enumerate(files):
        for order, one in enumerate(file.names):
            title = title_key(one.title)
            same = [other for other in called.get(title, ()) if other != at and not _says(files[other], title)]
            if len(same) > 1:
                same = [other for other in same if files[other].marked and files[other].number == one.number] or same
            if not same and one.number:
                near = [other for other in numbered[one.number] if other != at]
                same = [other for other in near if _holds(files[other].called, title)]
                if not same and len(near) == 1 and not files[near[0]].called and lists == 1:
                    same = near
                if not same and len(near) == 1 and not claims.get(near[0]):
                    doubts[near[0]].append(
                        f"可能是 {_name(file.document)} 的附件{one.number}“{one.title}”，名称不同，没有合并"
                    )
            if len(same) == 1:
                if file.holds(title):
                    doubts[same[0]].append(f"“{one.title}”在 {_name(file.document)} 里也有，没有合并")
                else:
                    claims[same[0]].append(AnnexClaim(at, order, title))
            for other in same if len(same) > 1 else ():
                doubts[other].append(
                    f"可能是 {_name(file.document)} 的附件“{one.title}”，叫这个名称的文件不止一个，没有合并"
                )
    for at, file in enumerate(files):
        mine = stems.get(file.named.before, ()) if file.named.marked and len(file.named.before) > 1 else ()
        if len(mine) == 1 and mine[0] != at and not claims.get(at):
            claims[at].append(AnnexClaim(mine[0], len(files[mine[0]].names) + file.number, file.named.key))
    for at in [at for at in doubts if claims.get(at)]:
        del doubts[at]
    return claims


def _says(file: BundleFile, title: str) -> bool:
    """Whether a file names that title among its own annexes: then it is another notice of the same."""
    return any(title_key(one.title) == title for one in file.names)


def _holds(called: Iterable[str], title: str) -> bool:
    return any(min(len(words), len(title)) >= _HOLDS and (words in title or title in words) for words in called)


def _join(parts: Sequence[Document], files: Sequence[BundleFile], annexes: set[str]) -> Document:
    """One document of a notice and its annexes: text after text, each place with its file."""
    first = parts[0]
    text: list[str] = []
    blocks: list[Block] = []
    places: list[Place] = []
    bold: list[Span] = []
    seen: list[Span] = []
    doubted: list[Span] = []
    at = 0
    for turn, part in enumerate(parts):
        if turn:
            blocks.append(Block("annex", at, at))
        blocks += [_moved(block, at) for block in part.blocks]
        own = part.places if part.places and part.places[0].start == 0 else (Place(0), *part.places)
        places += [place._replace(start=place.start + at, file=place.file or part.source) for place in own]
        bold += [Span(span.start + at, span.end + at) for span in part.emphasis]
        seen += [Span(span.start + at, span.end + at) for span in part.ocr]
        doubted += [Span(span.start + at, span.end + at) for span in part.doubted]
        text.append(part.text)
        at += len(part.text) + 1
    title = first.title
    notice = files[0]
    if len(notice.prints) == 1 and title_key(notice.prints[0]) in annexes:
        title = notice.prints[0]
    missing = [
        one
        for one in notice.names
        if title_key(one.title) not in annexes and not any(file.holds(title_key(one.title)) for file in files)
    ]
    notes = [f"{_name(first)} 与其附件 {'、'.join(map(_name, parts[1:]))} 合为一个方案"]
    if missing:
        notes.append("所列附件中没有找到：" + "、".join(f"“{one.title}”" for one in missing))
    notes += [f"{_name(part)}：{note}" if turn else note for turn, part in enumerate(parts) for note in part.notes]
    return replace(
        first,
        text="\n".join(text),
        title=title,
        issuer=_known(part.issuer for part in parts),
        number=_known(part.number for part in parts),
        date=_known(part.date for part in parts),
        addressees=_known(part.addressees for part in parts),
        blocks=tuple(blocks),
        places=tuple(places),
        emphasis=tuple(bold),
        ocr=tuple(seen),
        doubted=tuple(doubted),
        encoding="、".join(dict.fromkeys(part.encoding for part in parts if part.encoding)) or None,
        format="、".join(dict.fromkeys(part.format for part in parts)),
        notes=tuple(notes),
    )


def _known(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _moved(block: Block, by: int) -> Block:
    cells = tuple(cell._replace(start=cell.start + by, end=cell.end + by) for cell in block.cells)
    return block._replace(start=block.start + by, end=block.end + by, cells=cells)
