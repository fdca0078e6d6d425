"""The paragraphs and tables that a reader gives become Documents: one, or several where a file holds several plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePath

from raci.errors import ReadError
from raci.model import Document
from raci.readers.documents.annexes import listed_annexes
from raci.readers.documents.draft_tables import DraftTable
from raci.readers.documents.fact_lines import metadata_patterns
from raci.readers.documents.footnotes import footnotes_at_end
from raci.readers.documents.garbled_text import refuse_garbled
from raci.readers.documents.justified import unspaced_parts
from raci.readers.documents.metadata import StatedFacts, find_metadata
from raci.readers.documents.passages import Passage
from raci.readers.documents.site_lines import belongs_to_site, names_host
from raci.readers.documents.splitting import find_collected, find_plan_starts, join_broken_titles
from raci.readers.documents.stacked_tables import part_stacked_tables
from raci.readers.documents.table_titles import table_title
from raci.readers.documents.text_builder import TextBuilder
from raci.readers.documents.thin_tables import unfold_thin_tables
from raci.readers.files.limits import MOST_FILLED, check_length, check_line, check_table, too_many_cells
from raci.rules.markers import at_start

__all__ = ["compose", "with_gaps"]

#: how many paragraphs at either end may be furniture of a web page, and how long one is at most, in characters
_EDGE, _LONGEST_FURNITURE = 30, 260
#: the title of a document that has none
_UNTITLED = "未命名"


def compose(
    parts: Sequence[Passage | DraftTable],
    source: str,
    *,
    format: str,
    encoding: str | None = None,
    stated: StatedFacts | None = None,
    notes: Sequence[str] = (),
    footnotes: Sequence[Passage] = (),
) -> list[Document]:
    """The documents made of the parts: one, or several where they hold several plans.

    ``footnotes`` stood at the foot of pages; they come at the end, and are not read.

    ``stated`` is what the source says of its text outside of it; of several plans it says nothing.
    Raises ReadError where there are no words, or none that can be read.
    """
    if not parts:
        raise ReadError("没有文字", place=source or "文本", remedy="请给出有内容的文件")
    parts, thin = unfold_thin_tables(parts)
    _check_size(parts, source or "文本")
    parts = join_broken_titles(unspaced_parts(part_stacked_tables(parts)))
    texts = [part.text if isinstance(part, Passage) else "" for part in parts]
    stem = PurePath(source).stem if source not in ("", "-") else ""
    heads = _heads(texts)
    facts = (stated or StatedFacts()) if len(heads) == 1 else StatedFacts()
    if len(heads) == 1 and facts.title is None:
        facts = replace(facts, title=table_title(parts))
    bounds = pairwise([*(start for start, _ in heads), len(parts)])
    documents = [
        _document(
            parts[start:end],
            texts[start:end],
            title=name,
            fallback=stem or _UNTITLED,
            stated=facts,
            footnotes=footnotes if end == len(parts) else (),
            template=Document("", "", source, encoding=encoding, format=format, notes=(*notes, *thin)),
        )
        for (start, end), (_, name) in zip(bounds, heads, strict=True)
    ]
    for document in documents:
        refuse_garbled(document.text, source or "文本")
    # what a comment says of who does what is no part of the text, but somebody has to look at it
    on_duties = metadata_patterns()["comment-on-duties"].holds
    comments = tuple(note for note in notes if "批注" in note and on_duties(note))
    return [replace(document, gaps=comments) for document in documents] if comments else documents


def with_gaps(documents: Iterable[Document], gaps: Sequence[str]) -> list[Document]:
    """The documents, with notes on what may say who does what and could not be read."""
    if not gaps:
        return [*documents]
    return [replace(document, gaps=(*document.gaps, *gaps), notes=(*document.notes, *gaps)) for document in documents]


def _check_size(parts: Sequence[Passage | DraftTable], name: str) -> None:
    """Raises ReadError where the parts hold more than is read of one file."""
    tables = [part for part in parts if isinstance(part, DraftTable)]
    if sum(len(table.cells) for table in tables) > MOST_FILLED:
        raise too_many_cells(name)
    for table in tables:
        check_table(len({cell.row for cell in table.cells}), len({cell.column for cell in table.cells}), name)
    passages = [part for part in parts if isinstance(part, Passage)]
    passages += [passage for table in tables for cell in table.cells for passage in cell.passages]
    lengths = [len(line.text) for passage in passages for line in passage.lines]
    check_length(sum(lengths), name)
    check_line(max(lengths, default=0), name)


def _heads(texts: Sequence[str]) -> list[tuple[int, str | None]]:
    """Where each plan begins, with its title; None where the text of the plan says it.

    Titles that stand several times are numbered from the second on.
    """
    heads: list[tuple[int, str | None]] = [(index, texts[index]) for index in find_plan_starts(texts)]
    if not heads:
        heads = [*find_collected(texts)]
        if not heads or heads[0][0] > 0:
            heads.insert(0, (0, None))
    counts: Counter[str] = Counter()
    numbered: list[tuple[int, str | None]] = []
    for index, title in heads:
        if title is not None:
            counts[title] += 1
            title = f"{title}（{counts[title]}）" if counts[title] > 1 else title
        numbered.append((index, title))
    return numbered


def _document(
    parts: Sequence[Passage | DraftTable],
    texts: Sequence[str],
    *,
    title: str | None,
    fallback: str,
    stated: StatedFacts,
    footnotes: Sequence[Passage],
    template: Document,
) -> Document:
    """One document; source, encoding, format and notes are those of ``template``."""
    metadata = find_metadata(parts, texts, fallback, title, stated)
    furniture, at_end = _furniture(texts), footnotes_at_end(parts, texts)
    # the line 附件：… stays: it ends the outline of what stands before it
    unread = furniture | at_end | {index for index in listed_annexes(texts)[1] if texts[index][0] != "附"}
    builder = TextBuilder()
    for index, part in enumerate(parts):
        if isinstance(part, DraftTable):
            builder.add_table(part)
        elif index in unread:
            builder.add_passage(part, "furniture")
        else:
            is_heading = part.lines[0].level or (index == 0 and title)
            builder.add_passage(part, "heading" if is_heading else "paragraph")
    for footnote in footnotes:
        builder.add_passage(footnote, "furniture")
    skipped = [f"跳过网页边栏文字 {len(furniture)} 段"] if furniture else []
    skipped += [f"脚注 {count} 条只作注释，不作任务读"] if (count := len(footnotes) + len(at_end)) else []
    return Document(
        text=builder.text,
        title=metadata.title,
        source=template.source,
        issuer=next(iter(metadata.issuers), None),
        issuers=metadata.issuers,
        number=metadata.number,
        date=metadata.date,
        addressees=metadata.addressees,
        blocks=tuple(builder.blocks),
        places=tuple(builder.places),
        emphasis=builder.emphasis,
        ocr=builder.ocr,
        doubted=builder.doubted,
        unplaced=tuple(builder.unplaced),
        encoding=template.encoding,
        format=template.format,
        notes=(*template.notes, *skipped),
    )


def _furniture(texts: Sequence[str]) -> set[int]:
    """The paragraphs near the beginning and the end that belong to the web page, as indexes."""
    edges = [*range(min(_EDGE, len(texts))), *range(max(_EDGE, len(texts) - _EDGE), len(texts))]
    found = {index for index in edges if len(texts[index]) < _LONGEST_FURNITURE and belongs_to_site(texts[index])}
    return found - set(_hosts_of_tasks(texts, found))


def _hosts_of_tasks(texts: Sequence[str], found: Collection[int]) -> Iterator[int]:
    """Those that name who carries out a task: 承办单位：市信息中心 below a number, or again and again."""
    hosts = [index for index in sorted(found) if names_host(texts[index])]
    if not hosts:
        return
    labels = Counter(text[:4] for text in texts if names_host(text))
    numbered = [index for index, text in enumerate(texts) if at_start(text, 0, len(text)) is not None]
    for index in hosts:
        is_among = bool(numbered) and numbered[0] < index < numbered[-1]
        if is_among or (labels[texts[index][:4]] > 1 and index - 1 not in found):
            yield index
