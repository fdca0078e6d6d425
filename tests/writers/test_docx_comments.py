"""The commented Word file: each comment at its words, and nothing else changed."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from documents import docx as docx_of
from documents import packed, word
from docx.oxml.ns import qn
from jobs import MADE, job_of
from lxml import etree

from raci.errors import OutputError
from raci.model import Finding
from raci.outputs.builder import build
from raci.pipeline import analyse
from raci.readers.registry import read
from raci.writers.docx_comments import render

LINES = [
    "芦溪县古树名木保护方案",
    "一、主要任务",
    "（一）摸清底数。逐株登记造册，2026年6月底前完成。（牵头单位：县林业局；配合单位：县财政局、各乡镇人民政府）",
    "（二）挂牌保护。统一制作标牌。（责任单位：县林业局）",
    [["序号", "任务", "责任单位", "完成时限"], ["1", "开展复壮", "县林业局、县财政局", "2026年底"]],
]
#: one sentence in runs of several looks: bold, in a link, inserted; with a struck word and a deleted one
RUNS = (
    "<w:p><w:r><w:t>芦溪县老街修缮方案</w:t></w:r></w:p><w:p><w:r><w:t>一、主要任务</w:t></w:r></w:p>"
    '<w:p><w:r w:rsidR="00A1"><w:rPr><w:b/><w:sz w:val="32"/></w:rPr><w:t>（一）修缮老街。</w:t></w:r>'
    '<w:r><w:t xml:space="preserve">按原样修。（责任单</w:t></w:r>'
    '<w:del w:id="1" w:author="某"><w:r><w:delText>员</w:delText></w:r></w:del>'
    '<w:hyperlink w:anchor="x"><w:r><w:rPr><w:i/></w:rPr><w:t>位：县文</w:t><w:tab/>'
    "<w:t>旅局、县</w:t></w:r></w:hyperlink>"
    "<w:r><w:rPr><w:strike/></w:rPr><w:t>旧</w:t></w:r>"
    '<w:ins w:id="2" w:author="某"><w:r><w:t>财政局）此后每年检查。</w:t></w:r></w:ins></w:p>'
)


def commented(path: Path, data: bytes, **more: Any) -> bytes:
    path.write_bytes(data)
    return render(replace(job_of(analyse(path)), **more))


def words_of(data: bytes) -> list[tuple[str, str]]:
    """What each comment stands at, and what it says, in the order of the comments."""
    document = docx.Document(io.BytesIO(data))
    open_ones: set[str] = set()
    words: dict[str, str] = {}
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_ones.add(element.get(qn("w:id")))
        elif element.tag == qn("w:commentRangeEnd"):
            open_ones.discard(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for number in open_ones:
                words[number] = words.get(number, "") + (element.text or "")
    return [(words.get(str(one.comment_id), ""), one.text) for one in document.comments]


def canonical(xml: bytes) -> str:
    return etree.canonicalize(xml.decode())


def without_comments(data: bytes) -> list[Any]:
    """The paragraphs as (properties of a run, its contents) with adjacent runs of one look joined."""
    with ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    for tag in ("commentRangeStart", "commentRangeEnd"):
        for element in [*body.iter(qn(f"w:{tag}"))]:
            element.getparent().remove(element)
    for reference in [*body.iter(qn("w:commentReference"))]:
        run = reference.getparent()
        run.getparent().remove(run)
    shown: list[Any] = []
    for element in body.iter():
        if element.tag in (qn("w:t"), qn("w:delText"), qn("w:tab")):
            run = element.getparent()
            look = run.find(qn("w:rPr"))
            key = (run.getparent().tag, sorted(run.attrib.items()), b"" if look is None else etree.tostring(look))
            text = element.text or "\t"
            if shown and shown[-1][0] == key:
                shown[-1] = (key, shown[-1][1] + text)
            else:
                shown.append((key, text))
        elif element.tag in (qn("w:p"), qn("w:tbl"), qn("w:tc"), qn("w:ins"), qn("w:hyperlink")):
            shown.append((element.tag, ""))
    return shown


def test_each_annotation_has_a_comment_at_its_words(tmp_path: Path) -> None:
    said = words_of(commented(tmp_path / "方案.docx", docx_of(LINES)))
    first = next(text for words, text in said if "牵头单位" in words)
    assert first.split("\n")[0].startswith("牵头（")
    assert "县林业局" in first.split("\n")[0] and "各乡镇人民政府" in first
    (words,) = (words for words, _ in said if "挂牌" not in words and words.startswith("（责任单位"))
    assert words == "（责任单位：县林业局）"
    assert any("时限：2026年6月底前（2026-06-30）" in text for _, text in said)
    assert any(words.startswith("县林业局、县财政局") for words, _ in said), "in a table, too"


def test_numbers_that_word_counts_do_not_shift_the_comments(tmp_path: Path) -> None:
    data = docx_of(LINES)
    assert "（一）" not in ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert all(words for words, _ in words_of(commented(tmp_path / "x.docx", data)))


def test_nothing_else_is_changed(tmp_path: Path) -> None:
    for name, data in (("plain", docx_of(LINES)), ("runs", word(RUNS))):
        made = commented(tmp_path / f"{name}.docx", data)
        assert words_of(made)
        assert without_comments(made) == without_comments(data)
        before, after = ZipFile(io.BytesIO(data)), ZipFile(io.BytesIO(made))
        new = set(after.namelist()) - set(before.namelist())
        assert new == {"word/comments.xml"}, new
        changed = {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "_rels/.rels"}
        for part in set(before.namelist()) - changed:
            assert canonical(before.read(part)) == canonical(after.read(part)), part


def test_a_comment_begins_and_ends_within_runs_links_and_insertions(tmp_path: Path) -> None:
    said = words_of(commented(tmp_path / "方案.docx", word(RUNS)))
    (words,) = (words for words, text in said if "责任" in text and "县财政局" in text)
    assert words == "（责任单位：县文旅局、县旧财政局）", "and no word behind the bracket"


def test_each_finding_is_a_comment_by_another_author(tmp_path: Path) -> None:
    path = tmp_path / "方案.docx"
    path.write_bytes(docx_of(LINES))
    analysis = analyse(path)
    at = analysis.document.text.index("统一制作标牌")
    findings = (
        Finding("test.words", "warning", "标牌样式未定", at, at + 6),
        Finding("test.whole", "note", "没有写明实施年限"),
    )
    data = render(job_of(replace(analysis, findings=findings)))
    document = docx.Document(io.BytesIO(data))
    of_review = [one for one in document.comments if one.author == "raci 待核"]
    assert [one.text for one in of_review] == ["警告，请核对：标牌样式未定", "提示，请留意：没有写明实施年限"]
    assert {one.timestamp for one in document.comments} == {MADE}
    said = {text: words for words, text in words_of(data)}
    assert said["警告，请核对：标牌样式未定"] == "统一制作标牌"


def test_comments_that_are_there_stay(tmp_path: Path) -> None:
    path = tmp_path / "方案.docx"
    path.write_bytes(docx_of(LINES))
    document = docx.Document(str(path))
    document.add_comment(document.paragraphs[0].runs, text="题目要改", author="某科长")
    document.save(str(path))
    said = words_of(render(job_of(analyse(path))))
    assert said[0] == ("芦溪县古树名木保护方案", "题目要改")
    assert len(said) > 3


def test_what_stands_in_a_note_is_told_at_the_beginning(tmp_path: Path) -> None:
    words = "县档案局牵头负责存档。（责任单位：县档案局）"
    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'
    body = RUNS + '<w:p><w:r><w:t>（二）存档。</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    said = words_of(commented(tmp_path / "方案.docx", word(body, more={"footnotes": note})))
    assert any("县档案局" in text and "此处批注的原文在" in text and words == "芦" for words, text in said), said


@pytest.mark.parametrize("edit", ["readOnly", "forms"])
def test_a_locked_file_is_refused(edit: str, tmp_path: Path) -> None:
    lock = f'<w:documentProtection w:edit="{edit}" w:enforcement="1"/>'
    with pytest.raises(OutputError, match="限制编辑"):
        commented(tmp_path / "a.docx", word(RUNS, more={"settings": lock}))
    for harmless in (f'<w:documentProtection w:edit="{edit}" w:enforcement="0"/>', lock.replace(edit, "comments")):
        assert commented(tmp_path / "b.docx", word(RUNS, more={"settings": harmless}))


def test_a_web_export_is_refused(tmp_path: Path) -> None:
    page = "<html><body><p>芦溪县植树方案</p><p>一、植树。（责任单位：县林业局）</p></body></html>"
    data = word('<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="c"/>')
    with ZipFile(io.BytesIO(data)) as package:
        members: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    members["word/_rels/document.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="c" Type="{kind}" Target="c.html"/></Relationships>'
    )
    members["word/c.html"] = page
    types = members["[Content_Types].xml"]
    assert isinstance(types, bytes)
    members["[Content_Types].xml"] = types.replace(
        b"<Override", b'<Default Extension="html" ContentType="text/html"/><Override', 1
    )
    with pytest.raises(OutputError, match="嵌入的网页"):
        commented(tmp_path / "方案.docx", packed(members))


def test_what_is_no_word_file_or_is_another_now_is_one_line_and_the_rest_is_done(tmp_path: Path) -> None:
    text = tmp_path / "方案.txt"
    text.write_text("\n".join(line for line in LINES if isinstance(line, str)), encoding="utf-8")
    (built,) = build(text, tmp_path / "out", only=["docx-comments", "matrix"])
    assert [one.why for one in built.skipped] == [f"{text}：原文不是 .docx，不能加批注；请用 Word 另存为 .docx 后再用"]
    assert "matrix.csv" in {path.name for path in built.files}

    path = tmp_path / "方案.docx"
    path.write_bytes(docx_of(LINES))
    (document,) = read(path)
    path.write_bytes(docx_of([*LINES, "（三）新增一条。"]))
    with pytest.raises(OutputError, match="读过之后已改动"):
        render(job_of(analyse(document)))
    path.unlink()
    with pytest.raises(OutputError, match="不在了"):
        render(job_of(analyse(document)))


def test_a_build_writes_it_beside_the_others(tmp_path: Path) -> None:
    path = tmp_path / "方案.docx"
    path.write_bytes(docx_of(LINES))
    (built,) = build(path, tmp_path / "out", only=["docx-comments"])
    assert "芦溪县古树名木保护方案（批注）.docx" in {one.name for one in built.files}
