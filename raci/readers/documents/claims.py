"""Which notice claims which file as its annex, and which near matches are left in doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from raci.readers.documents.annexes import ListedAnnex, title_key
from raci.readers.documents.bundle_files import BundleFile

__all__ = ["AnnexClaim", "find_claims"]

#: of two titles one may hold the other from so many characters on
_HOLDS = 5


class AnnexClaim(NamedTuple):
    """A notice (by its index) that names a file as its annex, as its ``order``-th, by the key of its title."""

    notice: int
    order: int
    title: str


class _Candidates(NamedTuple):
    """The files that may be a listed annex: those that ``match``, and where none does, those ``near`` by number."""

    match: list[int]
    near: list[int]


def find_claims(files: Sequence[BundleFile]) -> tuple[dict[int, list[AnnexClaim]], dict[int, list[str]]]:
    """Which notices claim which files, and notes on files that come near it; both by the index of the file."""
    lookup = _Lookup(files)
    claims: dict[int, list[AnnexClaim]] = defaultdict(list)
    doubts: dict[int, list[str]] = defaultdict(list)
    for notice, file in enumerate(files):
        for order, annex in enumerate(file.annexes):
            candidates = lookup.candidates(notice, annex)
            notes = list(_doubts(file, annex, candidates))
            for index, note in notes:
                doubts[index].append(note)
            if len(candidates.match) == 1 and not notes:
                claims[candidates.match[0]].append(AnnexClaim(notice, order, title_key(annex.title)))
    for index, file in enumerate(files):
        notice_of_name = lookup.notice_by_name(index)
        if notice_of_name is not None and not claims.get(index):
            order = len(files[notice_of_name].annexes) + file.number
            claims[index].append(AnnexClaim(notice_of_name, order, file.file_name.key))
    return claims, {index: notes for index, notes in doubts.items() if not claims.get(index)}


def _doubts(file: BundleFile, annex: ListedAnnex, candidates: _Candidates) -> Iterator[tuple[int, str]]:
    """Why candidates for an annex of ``file`` are left apart: the index of each and a note."""
    match, near = candidates
    if not match and len(near) == 1:
        yield near[0], f"可能是 {file.name} 的附件{annex.number}“{annex.title}”，名称不同，没有合并"
    elif len(match) == 1 and file.holds(title_key(annex.title)):
        yield match[0], f"“{annex.title}”在 {file.name} 里也有，没有合并"
    elif len(match) > 1:
        for index in match:
            yield index, f"可能是 {file.name} 的附件“{annex.title}”，叫这个名称的文件不止一个，没有合并"


class _Lookup:
    """The files of a folder by their titles, their numbers as annexes, and the keys of their names."""

    def __init__(self, files: Sequence[BundleFile]) -> None:
        self._files = files
        self._by_title: dict[str, list[int]] = defaultdict(list)
        self._by_number: dict[int, list[int]] = defaultdict(list)
        self._by_name: dict[str, list[int]] = defaultdict(list)
        for index, file in enumerate(files):
            for title in file.titles:
                self._by_title[title].append(index)
            if file.marked:
                self._by_number[file.number].append(index)
            if not file.file_name.marked:
                self._by_name[file.file_name.key].append(index)
        self._only_list = sum(any(annex.number for annex in file.annexes) for file in files) == 1

    def candidates(self, notice: int, annex: ListedAnnex) -> _Candidates:
        """The files that may be an annex of a notice."""
        title = title_key(annex.title)
        # a file that itself lists the title is another notice of the same annex
        match = [
            index for index in self._by_title.get(title, ()) if index != notice and not self._files[index].lists(title)
        ]
        if len(match) > 1:
            numbered = [index for index in match if self._files[index].marked]
            match = [index for index in numbered if self._files[index].number == annex.number] or match
        if match or not annex.number:
            return _Candidates(match, [])
        near = [index for index in self._by_number.get(annex.number, ()) if index != notice]
        match = [index for index in near if _overlaps(self._files[index].titles, title)]
        # an annex without a title is taken by its number, where no other notice lists annexes
        if not match and len(near) == 1 and not self._files[near[0]].titles and self._only_list:
            match = near
        return _Candidates(match, near)

    def notice_by_name(self, index: int) -> int | None:
        """The one file whose name is that of an annex without 附件 and what is behind it."""
        name = self._files[index].file_name
        notices = self._by_name.get(name.before, ()) if name.marked and len(name.before) > 1 else ()
        return notices[0] if len(notices) == 1 and notices[0] != index else None


def _overlaps(titles: Iterable[str], title: str) -> bool:
    """Whether one of the titles holds ``title`` or is held by it."""
    return any(min(len(other), len(title)) >= _HOLDS and (other in title or title in other) for other in titles)
