"""Who issued a text, and when: titles, letterheads, signatures."""

from __future__ import annotations

import pytest
from texts import clause

from raci.model import Document
from raci.pipeline import analyse
from raci.readers.documents.issuing_bodies import bodies_listed
from raci.readers.registry import read_bytes, read_text

BODY = "\n" + clause("（责任单位：市商务局）") + "完善设施，方便群众。" * 9
TITLE = "关于促进夜间消费的通知\n"


def read(text: str) -> Document:
    (document,) = read_text(text)
    return document


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("云岭市商务局", ["云岭市商务局"]),
        ("国家发展改革委 财政部 住房城乡建设部", ["国家发展改革委", "财政部", "住房城乡建设部"]),
        ("国家发展改革委财政部住房城乡建设部", ["国家发展改革委", "财政部", "住房城乡建设部"]),
        ("商务部办公厅民政部办公厅", ["商务部办公厅", "民政部办公厅"]),
        ("云岭市商务局云岭市财政局", ["云岭市商务局", "云岭市财政局"]),
        ("中共云岭市委云岭市人民政府", ["中共云岭市委", "云岭市人民政府"]),
        ("中共云岭市委办公室云岭市人民政府办公室", ["中共云岭市委办公室", "云岭市人民政府办公室"]),
        ("云 岭 市 公 安 局     云岭市商务局", ["云岭市公安局", "云岭市商务局"]),
        ("云岭市商务局、云岭市财政局等八部门", ["云岭市商务局", "云岭市财政局"]),
        ("云岭市商务局中华人民共和国云岭海关", ["云岭市商务局", "中华人民共和国云岭海关"]),
        ("中华人民共和国财政部中华人民共和国商务部", ["中华人民共和国财政部", "中华人民共和国商务部"]),
        ("云岭理工大学", ["云岭理工大学"]),
        ("云岭集团有限公司", ["云岭集团有限公司"]),
        # nobody
        ("", []),
        ("云岭市", []),
        ("根据国务院", []),
        ("各县区人民政府", []),
        ("责任单位：市财政局", []),
        ("重点任务", []),
        ("监督管理委员会", []),
    ],
)
def test_lists_of_bodies(text: str, bodies: list[str]) -> None:
    assert list(bodies_listed(text)) == bodies


@pytest.mark.parametrize(
    ("before", "after", "issuers"),
    [
        ("云岭市商务局" + TITLE, "", ["云岭市商务局"]),
        ("云岭市商务局 云岭市财政局\n" + TITLE, "", ["云岭市商务局", "云岭市财政局"]),
        ("云岭市商务局\n云岭市财政局\n" + TITLE, "", ["云岭市商务局", "云岭市财政局"]),
        ("云岭市商务局文件\n云商发〔2024〕3号\n" + TITLE, "", ["云岭市商务局"]),
        (TITLE, "云岭市商务局\n云岭市财政局\n2024年5月8日\n", ["云岭市商务局", "云岭市财政局"]),
        (TITLE, "云岭市商务局    云岭市财政局\n2024年5月8日\n（此件公开发布）\n", ["云岭市商务局", "云岭市财政局"]),
        (TITLE, "请认真贯彻执行。云岭市商务局2024年5月8日（此件公开发布）\n", ["云岭市商务局"]),
        # the title names the first, the signature all
        ("云岭市商务局等部门" + TITLE, "云岭市商务局\n云岭市财政局\n2024年5月8日\n", ["云岭市商务局", "云岭市财政局"]),
        # the title leaves out of which city
        ("市商务局" + TITLE, "云岭市商务局\n2024年5月8日\n", ["云岭市商务局"]),
        (TITLE, "", []),
        (TITLE, "责任单位：市财政局\n配合单位：市商务局\n", []),
    ],
)
def test_issuers(before: str, after: str, issuers: list[str]) -> None:
    document = read(before + BODY + "\n" + after)
    assert list(document.issuers) == issuers
    assert document.issuer == (issuers[0] if issuers else None)
    assert list(document.issued_by()) == issuers


@pytest.mark.parametrize(
    ("end", "date"),
    [
        ("云岭市商务局\n2024 年5 月8 日\n", "2024-05-08"),
        ("云岭市商务局\n二〇二四年五月八日\n", "2024-05-08"),
        ("云岭市商务局\n二○二四年十二月三十一日\n", "2024-12-31"),
        ("云岭市商务局 2024年5月8日\n", "2024-05-08"),
        ("2024年5月8日签发\n", "2024-05-08"),
        ("特此通知。云岭市商务局2024年5月8日抄送：云岭市财政局\n", "2024-05-08"),
        # when it begins to hold, or ends, is no date of issue
        ("本通知自2024年5月8日起施行。\n", "2024"),
        ("本通知有效期至2024年5月8日。\n", None),
        ("云岭市商务局\n2024年4月31日\n", "2024"),
    ],
)
def test_dates_of_signatures(end: str, date: str | None) -> None:
    assert read(TITLE + BODY + "\n" + end).date == date


def test_a_law_says_who_adopted_it_and_when() -> None:
    document = read(
        "云岭市夜市管理条例\n（2024年3月29日云岭市第十七届人民代表大会常务委员会第九次会议通过）\n"
        "第一条 为了规范夜市，制定本条例。\n第二条 本条例自2024年5月1日起施行。\n"
    )
    assert (document.issuer, document.date) == ("云岭市第十七届人民代表大会常务委员会", "2024-03-29")


def test_each_issuer_is_resolved_and_the_document_has_its_place_and_level() -> None:
    text = "兰州市商务局 兰州市财政局\n" + TITLE + BODY
    analysis = analyse(read(text))
    assert [(body.name, body.canonical, body.level) for body in analysis.issuers] == [
        ("兰州市商务局", "兰州市商务局", "city"),
        ("兰州市财政局", "兰州市财政局", "city"),
    ]
    assert (analysis.place, analysis.level) == ("兰州市", "city")


def test_a_document_of_nowhere_has_no_place() -> None:
    analysis = analyse(read("夜市工作方案\n" + BODY))
    assert (analysis.issuers, analysis.place) == ((), None)


PAGE = (
    "<html><head><title>云岭市人民政府</title>{metas}</head><body><div><p>为稳定就业，推出以下举措，请认真落实。</p>"
    "<p>面向企业的扶持政策</p><p>一、社保补贴。给予补贴。（责任单位：市人社局）</p></div></body></html>"
)


def page(metas: str) -> Document:
    (document,) = read_bytes(PAGE.format(metas=metas).encode(), "t2024_1.html")
    return document


def test_a_page_states_its_title_source_and_day() -> None:
    document = page(
        '<meta name="ArticleTitle" content="【本市政策】云岭市稳岗政策清单">'
        '<meta name="PubDate" content="2024-05-08 09:30">'
        '<meta name="ContentSource" content="云岭市人力资源和社会保障局">'
    )
    assert (document.title, document.issuer, document.date) == (
        "云岭市稳岗政策清单",
        "云岭市人力资源和社会保障局",
        "2024-05-08",
    )


@pytest.mark.parametrize(
    "metas",
    [
        "",
        '<meta name="ArticleTitle" content="云岭市人民政府"><meta name="SiteName" content="云岭市人民政府">',
        '<meta name="ContentSource" content="本网"><meta name="PubDate" content="">',
    ],
)
def test_tags_that_name_only_the_site_say_nothing(metas: str) -> None:
    document = page(metas)
    assert (document.issuer, document.date) == (None, None)
    assert "扶持政策" not in document.title


def test_the_signature_goes_before_the_tags_of_the_page() -> None:
    body = "<p>各县区商务局：</p><p>请抓好落实。</p><p>云岭市商务局</p><p>2024年5月8日</p>"
    data = (
        '<html><head><meta name="PubDate" content="2024-06-01">'
        '<meta name="ContentSource" content="云岭市数据局"></head>'
        f"<body>{body}</body></html>"
    )
    (document,) = read_bytes(data.encode(), "页.html")
    assert (document.issuer, document.date) == ("云岭市商务局", "2024-05-08")
