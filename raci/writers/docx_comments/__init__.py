"""``NAME（批注）.docx``: the original Word file with a comment at each annotation and each finding.

Nothing else in it is changed: runs are cut where a comment begins or ends, and keep their properties.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr
from zipfile import BadZipFile

from raci.errors import OutputError
from raci.escaping import clean
from raci.readers.originals import original_bytes
from raci.writers.docx_comments.anchors import Anchor, WordCharacter, anchors_of
from raci.writers.docx_comments.remarks import Remark, remarks
from raci.writers.docx_comments.runs import cut_runs
from raci.writers.job import Job
from raci.writers.output_format import OutputFormat
from raci.writers.package import package_bytes

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

__all__ = ["FORMAT", "render"]

#: kinds of protection under which Word lets nobody comment
_LOCKING = ("readOnly", "forms")
#: so many characters are quoted of words that have no place
_LONGEST_QUOTE = 60


def render(job: Job) -> bytes:
    """The original with comments; one whose place was not found is at the beginning, and says so.

    Raises OutputError where the original is no Word file that can be commented, or is not what was read.
    """
    source = job.analysis.document.source
    if job.analysis.document.format != "docx":
        raise OutputError("原文不是 .docx，不能加批注", place=source, remedy="请用 Word 另存为 .docx 后再用")
    document = _opened(original_bytes(job.analysis.document), source)
    _refuse_locked(document, source)
    anchors = anchors_of(job.analysis.document, document.element.body)
    made = remarks(job)
    placed = [remark for remark in made if remark.start is not None]
    if not anchors or (placed and not any(_range(remark, anchors) for remark in placed)):
        remedy = "请用 Word 打开，把正文复制到新文档后再用"
        raise OutputError("正文在嵌入的网页或文本框里，不能加批注", place=source, remedy=remedy)
    _add(document, job, made, anchors)
    return package_bytes(document)


def _opened(data: bytes, source: str) -> Document:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        return Document(io.BytesIO(data))
    except (BadZipFile, KeyError, PackageNotFoundError, ValueError, XMLSyntaxError) as error:
        remedy = "请用 Word 打开，另存为普通的 .docx 后再用"
        raise OutputError("这种 Word 文件不能加批注（含宏、严格格式或有损坏）", place=source, remedy=remedy) from error


def _refuse_locked(document: Document, source: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    # python-docx makes settings where a file has none, once it is asked for them
    has_settings = any(one.reltype == RELATIONSHIP_TYPE.SETTINGS for one in document.part.rels.values())
    protection = document.settings.element.find(qn("w:documentProtection")) if has_settings else None
    enforced = protection is not None and protection.get(qn("w:enforcement"), "0") in ("1", "true", "on")
    if protection is not None and enforced and protection.get(qn("w:edit")) in _LOCKING:
        raise OutputError("原文限制编辑，不能加批注", place=source, remedy="请在 Word 的“审阅”里停止保护后再用")
    if any(part.partname.startswith("/_xmlsignatures") for part in document.part.package.iter_parts()):
        raise OutputError("原文有电子签名，加批注会使签名失效", place=source, remedy="请用未签名的文件")


def _add(document: Document, job: Job, made: Sequence[Remark], anchors: Anchor) -> None:
    """A comment for each remark, numbered in the order of the text, behind those that are there already."""
    from docx.oxml.ns import qn

    beginning = anchors[min(anchors)]
    ranges = [_range(remark, anchors) for remark in made]
    placed = [found or (beginning, beginning) for found in ranges]
    parts = cut_runs((first for first, _ in placed), (last for _, last in placed))
    comments = document.part._comments_part.element  # python-docx looks through all comments for each new one
    number = max((int(one.get(qn("w:id"), "0")) for one in comments), default=-1)
    for remark, found, (first, last) in zip(made, ranges, placed, strict=True):
        number += 1
        text = remark.text
        if found is None and remark.start is not None:
            quote = " ".join(job.analysis.document.text[remark.start : remark.end].split())
            text = f"{text}\n（此处批注的原文在文本框、脚注或自动编号里：{quote[:_LONGEST_QUOTE]}）"
        comments.append(_comment(number, remark.author, text, job.made_at))
        begin, end = parts.run_of(first), parts.run_of(last)
        begin.insert_comment_range_start_above(number)  # type: ignore[attr-defined]  # python-docx's own elements
        end.insert_comment_range_end_and_reference_below(number)  # type: ignore[attr-defined]


def _comment(number: int, author: str, text: str, made_at: datetime) -> _Element:
    """A comment, a paragraph a line, in the styles that Word gives them."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    mark = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{"" if place else mark}'
        f'<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for place, line in enumerate(clean(text).split("\n"))
    )
    return parse_xml(
        f'<w:comment {nsdecls("w")} w:id="{number}" w:author={quoteattr(author)} w:initials="R"'
        f' w:date="{made_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}">{paragraphs}</w:comment>'
    )


def _range(remark: Remark, anchors: Anchor) -> tuple[WordCharacter, WordCharacter] | None:
    """The first and the last character of a remark's words; None where none of them was found."""
    if remark.start is None or remark.end is None:
        return None
    found = [anchors[offset] for offset in range(remark.start, remark.end) if offset in anchors]
    return (found[0], found[-1]) if found else None


FORMAT = OutputFormat(
    "docx-comments",
    "{name}（批注）.docx",
    "原 Word 文件，每处分工、每处待核一条批注，其余不动",
    220,
    render=render,
    usual=False,
)
