"""A covering notice and its annexes, each in a file of its own, as one plan.

Which files may belong together, their names tell (``file_groups``), so that a folder of thousands is not read at once;
whether they do, their contents tell (``join_attachments``). An annex belongs to a notice where

* the notice lists it (附件：1.…) or prints it (关于印发《…》的通知), and the annex is called the same, by its title,
  its first lines or the name of its file; or is marked with the number that the list gives it, and one of the two
  titles holds the other, or it has none (附件2.xlsx) and no other notice is there; or
* the names of both files are the same apart from 附件2 behind it.

It stays apart, and the notes say so, where two notices claim it, where two files are called what is listed, where the
notice holds the annex itself, and where no more than the number agrees. Titles are compared without marks and blanks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from raci.model import Document
from raci.readers.documents.annexes import title_key
from raci.readers.documents.bundle_files import BundleFile
from raci.readers.documents.claims import AnnexClaim, find_claims
from raci.readers.documents.file_groups import home_folder
from raci.readers.documents.merging import merge_documents

__all__ = ["join_attachments"]


def join_attachments(documents: Sequence[Document]) -> list[Document]:
    """The documents, in order, notices and their annexes joined (where the first of them stands).

    Only documents that lie in one folder (or in 附件/ beside it) and are alone in their file are joined. What might
    belong together and was left apart is said in the notes.
    """
    results: list[Document | None] = list(documents)
    documents_of: dict[str, int] = defaultdict(int)
    for document in documents:
        documents_of[document.source] += 1
    folders: dict[str, list[int]] = defaultdict(list)
    for index, document in enumerate(documents):
        if document.source not in ("", "-") and documents_of[document.source] == 1:
            folders[home_folder(document.source)].append(index)
    for members in folders.values():
        if len(members) > 1:
            for position, result in _join_folder([documents[index] for index in members]).items():
                results[members[position]] = result
    return [document for document in results if document is not None]


def _join_folder(documents: Sequence[Document]) -> dict[int, Document | None]:
    """What becomes of the documents of one folder, by index: None for those that went into another."""
    files = [BundleFile.of(document) for document in documents]
    if not any(file.annexes or file.marked for file in files):
        return {}
    claims, doubts = find_claims(files)
    parents, undecided = _choose_parents(claims, files)
    annexes_of: dict[int, list[int]] = defaultdict(list)
    for index in sorted(parents, key=lambda index: parents[index].order):
        annexes_of[parents[index].notice].append(index)
    results: dict[int, Document | None] = {
        index: replace(documents[index], notes=(*documents[index].notes, *notes))
        for index, notes in (doubts | undecided).items()
    }
    for notice in [index for index in annexes_of if index not in parents]:
        indexes = list(_with_annexes(notice, annexes_of))
        parts = [results.get(index) or documents[index] for index in indexes]
        titles = {parents[index].title for index in annexes_of[notice]}
        merged = _merge(parts, [files[index] for index in indexes], titles)
        results |= dict.fromkeys(indexes)
        results[min(indexes)] = merged
    return results


def _choose_parents(
    claims: Mapping[int, Sequence[AnnexClaim]], files: Sequence[BundleFile]
) -> tuple[dict[int, AnnexClaim], dict[int, list[str]]]:
    """For each claimed file the one claim that holds, or a note that none of several could be chosen.

    Where one of several notices is itself an annex of another, the outer one is the notice.
    """
    parents: dict[int, AnnexClaim] = {}
    undecided: dict[int, list[str]] = {}
    for index, file_claims in sorted(claims.items()):
        notices = {claim.notice for claim in file_claims}
        outermost = {notice for notice in notices if not {claim.notice for claim in claims.get(notice, ())} & notices}
        if len(outermost) == 1:
            parents[index] = next(claim for claim in file_claims if claim.notice in outermost)
        else:
            names = "、".join(files[notice].name for notice in sorted(notices))
            undecided[index] = [f"像是 {names} 的附件，未能确定是哪一个的，没有合并"]
    return parents, undecided


def _with_annexes(notice: int, annexes_of: Mapping[int, Sequence[int]]) -> Iterator[int]:
    """A notice, its annexes, and theirs, in their order."""
    yield notice
    for index in annexes_of.get(notice, ()):
        yield from _with_annexes(index, annexes_of)


def _merge(parts: Sequence[Document], files: Sequence[BundleFile], titles: set[str]) -> Document:
    """One document of a notice and its annexes, with the title of what the notice prints, and notes."""
    notice = files[0]
    prints_plan = len(notice.printed) == 1 and title_key(notice.printed[0]) in titles
    missing = [
        annex.title
        for annex in notice.annexes
        if title_key(annex.title) not in titles and not any(file.holds(title_key(annex.title)) for file in files)
    ]
    notes = [f"{notice.name} 与其附件 {'、'.join(file.name for file in files[1:])} 合为一个方案"]
    if missing:
        notes.append("所列附件中没有找到：" + "、".join(f"“{title}”" for title in missing))
    title = notice.printed[0] if prints_plan else parts[0].title
    return merge_documents(parts, title, notes)
