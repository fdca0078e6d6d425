"""Web pages: the same rows as their text, whatever stands around it."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from documents import html, meaning, mutants, refusal, refused_or_read
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import Planted, plans

from raci.errors import ReadError
from raci.model import Document
from raci.pipeline import extract
from raci.readers.registry import read_bytes, read_text

#: RACI_MUTANTS=500 tries more
MUTANTS = int(os.environ.get("RACI_MUTANTS", "100"))


def page(body: str) -> Document:
    (document,) = read_bytes(f"<html><body>{body}</body></html>".encode(), "页.html")
    return document


def lines(body: str) -> list[str]:
    return page(body).text.split("\n")


@settings(max_examples=25)
@given(plan=plans(), breaks=st.booleans(), encoding=st.sampled_from(["utf-8", "gb2312", "gbk", "utf-16"]))
def test_the_same_rows_as_the_text(plan: Planted, breaks: bool, encoding: str) -> None:
    (document,) = read_bytes(html(plan.paragraphs, encoding=encoding, breaks=breaks), "方案.html")
    (text,) = read_text(plan.text)
    assert meaning(extract(document)) == meaning(extract(text))
    assert document.title == text.title
    assert document.format == "html"


@settings(max_examples=15)
@given(plan=plans())
def test_nothing_of_the_site_is_read(plan: Planted) -> None:
    (document,) = read_bytes(html(plan.paragraphs), "方案.html")
    assert document.text == plan.text.strip()
    assert any("正文以外" in note for note in document.notes)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
        ("甲<br>乙<br/>丙", ["甲", "乙", "丙"]),
        ("<p>甲\n  乙</p>", ["甲乙"]),
        ("<p>Open\n  AI</p>", ["Open AI"]),
        ("<p>甲 <b>乙</b></p>", ["甲 乙"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("<p>\u3000\u3000甲&nbsp;</p><p>&nbsp;</p>", ["甲"]),
        ("<pre>甲\n乙</pre>", ["甲", "乙"]),
        ("<p>甲<!-- 乙 --><script>丙</script><style>丁</style></p>", ["甲"]),
        ("<p>甲<span style='display: none'>乙</span><i hidden>丙</i></p>", ["甲"]),
        ("<p>甲<ruby>乙<rp>(</rp><rt>yi</rt><rp>)</rp></ruby>丙</p>", ["甲乙丙"]),
        ("<p>甲<p>乙", ["甲", "乙"]),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=3><li>甲<li value=7>乙</ol>", ["3.甲", "7.乙"]),
        ("<ol><li>一、甲<li>（二）乙</ol>", ["一、甲", "（二）乙"]),
        ("<ol class='custom_cn1'><li><p>甲</p><li><p>乙</p></ol>", ["（一）甲", "（二）乙"]),
        ("<ol style='list-style-type:cjk-ideographic'><li>甲<ol><li>乙</ol><li>丙</ol>", ["一、甲", "1.乙", "二、丙"]),
    ],
)
def test_lines(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "<b>市商务局</b>",
        "<strong>市商务局</strong>",
        '<span style="font-weight:bold">市商务局</span>',
        '<span style="font-weight: 700">市商务局</span>',
        '<span style="font-family:黑体">市商务局</span>',
        '<font face="SimHei">市商务局</font>',
        '<b><span style="font-weight:normal">（牵头）</span>市商务局</b>',
    ],
)
def test_bold_type_is_emphasis(marked: str) -> None:
    document = page(f"<p>一、发展夜市。（责任单位：市财政局、{marked}）</p>")
    assert [document.quote(*span) for span in document.emphasis] == ["市商务局"]


def test_a_rule_that_bold_type_leads() -> None:
    body = (
        "<p>二、重点任务（以黑体字标注的为牵头部门）</p>"
        "<p>（一）发展夜市。（责任单位：<b>市商务局</b>、市财政局）</p>"
        "<p>（二）延长营业。（责任单位：市公安局、<b>市城管局</b>）</p>"
    )
    roles = {(one.clause.heading, one.department.name): one.role for one in extract(page(body))}
    assert roles["发展夜市", "市商务局"] == "lead"
    assert roles["发展夜市", "市财政局"] == "responsible"
    assert roles["延长营业", "市城管局"] == "lead"


TABLE = """<p>一、任务清单</p><table>
<tr><td rowspan=2>序号</td><td rowspan=2>重点任务</td><td colspan=2>责任分工</td><td rowspan=2>完成时限</td></tr>
<tr><td>牵头单位</td><td>配合单位</td></tr>
<tr><td>1</td><td rowspan=2>发展夜市</td><td>市商务局</td>
<td><p>市财政局</p><p>市公安局</p></td><td>2024年6月底前</td></tr>
<tr><td>2</td><td>市城管局</td><td>—</td><td>长期</td></tr>
<tr><td>3</td><td>延长营业</td><td>市商务局</td><td>市交通运输局<br>市文化和旅游局</td><td></td></tr></table>"""


def test_a_table_with_merged_cells() -> None:
    document = page(TABLE)
    assert [(one.clause.number, one.clause.heading, one.department.name, one.role) for one in extract(document)] == [
        ("1", "发展夜市", "市商务局", "lead"),
        ("1", "发展夜市", "市财政局", "support"),
        ("1", "发展夜市", "市公安局", "support"),
        ("2", "发展夜市", "市城管局", "lead"),
        ("3", "延长营业", "市商务局", "lead"),
        ("3", "延长营业", "市交通运输局", "support"),
        ("3", "延长营业", "市文化和旅游局", "support"),
    ]
    place = document.place(document.text.index("市交通运输局"))
    assert place is not None
    assert place.cell == (1, 5, 4)


def test_a_table_that_arranges_the_page_is_none() -> None:
    inner = "<p>一、发展夜市。（牵头单位：市商务局）</p><p>二、延长营业。（牵头单位：市公安局）</p>" + TABLE
    document = page(f"<table><tr><td>左栏</td><td><table><tr><td>{inner}</td></tr></table></td></tr></table>")
    assert [block.kind for block in document.blocks].count("table") == 1
    assert len(extract(document)) == 9


def test_what_is_said_in_a_table_without_heads_is_read() -> None:
    said = "一、发展夜市。（牵头单位：市商务局）"
    body = f"<table><tr><td>市级</td><td>{said}</td></tr><tr><td>县级</td><td>略</td></tr></table>"
    assert [one.department.name for one in extract(page(body))] == ["市商务局"]


def test_a_page_without_an_encoding_and_one_that_lies() -> None:
    text = "<html><body><p>一、发展夜市。（牵头单位：市商务局）</p></body></html>"
    for data in (text.encode("gb18030"), text.replace("<body>", "<meta charset=utf-8><body>").encode("gb18030")):
        assert "市商务局" in read_bytes(data, "页.htm")[0].text


def test_a_page_hidden_until_its_scripts_run() -> None:
    (document,) = read_bytes(
        "<html><body style='visibility:hidden'><p>一、发展夜市。</p></body></html>".encode(), "页.html"
    )
    assert document.text == "一、发展夜市。"


def test_the_title_of_the_page_stands_in() -> None:
    data = "<html><title>云岭市夜市提升二十条_云岭市人民政府</title><body><p>一、发展夜市。</p></body></html>".encode()
    assert read_bytes(data, "1234.html")[0].title == "云岭市夜市提升二十条"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<html><body></body></html>", "没有文字"),
        (b"<html><body><script>document.write('x')</script></body></html>", "没有文字"),
        (b"", "空"),
        (b"<html>" + b"<div>" * 30_000 + b"x", "嵌套"),
        (b"<table><tr><td>" * 3_000 + b"x", "表格套表格"),
        (b"<div " + b" ".join(b"a%d=1" % number for number in range(3_000)) + b">x", "属性"),
        (b"<p>" + b"&#24066;" * 2_000_001, "用代码写的字"),
        (b"<p>" + b"".join(b"<font size=%d>" % i for i in range(2_000)) + "<p>改造".encode() * 2_000, "标签"),
    ],
)
def test_pages_that_cannot_be_read(data: bytes, says: str) -> None:
    assert says in refusal(read_bytes, data, "页.html")


@pytest.mark.parametrize(
    "row", ["<tr><td rowspan=999 colspan=200>甲</td><td>乙</td></tr>", "<tr><td>甲</td><td rowspan=9999>乙</td></tr>"]
)
def test_a_table_whose_cells_reach_far_is_read_as_paragraphs(row: str) -> None:
    document = page("<table>" + row * 2_000 + "</table>")
    assert {block.kind for block in document.blocks} == {"paragraph"}
    assert document.text.count("甲") == document.text.count("乙") == 2_000
    assert any("没有读成表" in note for note in document.notes)


def test_deep_and_wide_pages_are_read() -> None:
    for body in ("<div>" * 5000 + "甲", "<font>" * 5000 + "甲", "<table><tr><td>" * 1500 + "甲", "甲" * 1_000_000):
        assert page(body).text.startswith("甲")


@pytest.mark.parametrize("build", [html, lambda paragraphs: f"<html>{TABLE}</html>".encode()])
def test_broken_pages(build: Callable[[list[str]], bytes]) -> None:
    data = build(["云岭市夜间消费提升行动方案", "一、发展夜市。（牵头单位：市商务局）"])
    read, refused = refused_or_read(read_bytes, mutants(data, MUTANTS), "页.html")
    assert read + refused == MUTANTS
    assert read > MUTANTS // 10


ARTICLE = "<h1>柳川县古道整修安排</h1><p>一、修缮路面。（责任单位：县文旅局）</p><p>二、清理杂物，三日内完成。</p>"
READ = ["柳川县古道整修安排", "一、修缮路面。（责任单位：县文旅局）", "二、清理杂物，三日内完成。"]
MORE = "".join(f"<p>· 关于开展第{number}批古道普查工作的通知</p>" for number in "一二三四五")


@pytest.mark.parametrize(
    "body",
    [
        f"<nav>您所在的位置：首页 &gt; 公开</nav><main>{ARTICLE}</main><footer><p>地址：滨河路1号</p></footer>",
        f"<div class='crumbs'>所在位置：首页</div>{ARTICLE}<div id='foot_box'><p>联系我们：县大数据中心</p></div>",
        f"<div class='a'>{ARTICLE}</div><div class='right'><h3>相关阅读</h3>{MORE}</div>",
        f"{ARTICLE}<p>推荐阅读：</p>{MORE}",
        f"<div>{ARTICLE}<div><h3>相关阅读</h3><a href='/b'>责任单位：县财政局 公告</a></div></div>",
        f"{ARTICLE}<aside>{MORE}</aside>",
        f"<div role='navigation'>首页 公开 服务</div>{ARTICLE}<div class='share'>转发给好友</div>",
        f"<p class='MsoToc1'>一、修缮路面……1</p><p class=MsoToc1>二、清理杂物……2</p>{ARTICLE}",
        f"<div class='toc'><p>目录</p><p>一、修缮路面</p></div>{ARTICLE}",
        f"<table><tr><td class='sidebar'>{MORE}</td><td>{ARTICLE}</td></tr></table>",
    ],
)
def test_the_furniture_of_a_short_article_is_left_out_and_told(body: str) -> None:
    document = page(body)
    assert document.text.split("\n") == READ
    assert document.title == READ[0]
    assert any("略过" in note for note in document.notes)


@pytest.mark.parametrize(
    ("body", "last"),
    [
        (
            f"{ARTICLE}<div class='footer'><p>三、巡查。（责任单位：县水利局）</p></div>",
            "三、巡查。（责任单位：县水利局）",
        ),
        (f"<div class='share'>{ARTICLE}</div>", READ[-1]),
        (f"<aside>{ARTICLE}</aside>", READ[-1]),
        (f"{ARTICLE}<div class='content'><p>三、立即落实。</p></div>", "三、立即落实。"),
        (f"{ARTICLE}<p>相关文件和资料报县文旅局。</p>", "相关文件和资料报县文旅局。"),
        (f"{ARTICLE}<h3>相关文件</h3><p>三、巡查。（责任单位：县水利局）</p>", "三、巡查。（责任单位：县水利局）"),
    ],
)
def test_what_is_only_called_like_furniture_is_read(body: str, last: str) -> None:
    texts = lines(body)
    assert texts[:3] == READ
    assert texts[-1] == last


def linked(*lines: str, up: bool = False) -> str:
    """Lines of contents that lead to the paragraphs of the article, and the article with its places."""
    contents = "".join(f'<p><a href="#n{number}">{line}</a></p>' for number, line in enumerate(lines))
    body = "".join(f'<p id="n{number}">{line}。详见附件。</p>' for number, line in enumerate(lines))
    return body + contents if up else contents + body


def test_contents_of_a_page_are_left_out_and_told() -> None:
    document = page(linked("一、修缮路面", "二、清理杂物", "三、巡查河道"))
    assert document.text.split("\n") == [
        "一、修缮路面。详见附件。",
        "二、清理杂物。详见附件。",
        "三、巡查河道。详见附件。",
    ]
    assert "目录未读 3 行" in document.notes


@pytest.mark.parametrize(
    "body",
    [
        linked("一、修缮路面", "二、清理杂物", "三、巡查河道", up=True),
        linked("一、修缮路面", "二、清理杂物"),
        linked("一、修缮路面", "二、清理杂物", "三、巡查河道").replace("</a>", "</a>（县水利局）"),
        linked("一、修缮路面", "二、清理杂物", "三、巡查河道").replace('href="#', 'href="x#'),
    ],
)
def test_other_links_are_no_contents(body: str) -> None:
    document = page(body)
    assert document.text.count("一、修缮路面") == 2
    assert not any("目录" in note for note in document.notes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "    申请人应当在本县居住满一年以上，并且\n    没有违章的记录。",
            ["申请人应当在本县居住满一年以上，并且没有违章的记录。"],
        ),
        ("办理条件\n申请人应当在本县居住满一年以上。", ["办理条件", "申请人应当在本县居住满一年以上。"]),
        ("一、受理窗口收到申请材料后当日登记\n二、办结", ["一、受理窗口收到申请材料后当日登记", "二、办结"]),
        (
            "申请人应当提交身份证明和居住证明\n责任单位：县公安局",
            ["申请人应当提交身份证明和居住证明", "责任单位：县公安局"],
        ),
    ],
)
def test_lines_broken_by_hand_in_preformatted_text(text: str, expected: list[str]) -> None:
    assert lines(f"<pre>{text}</pre>") == expected


def test_fonts_that_nothing_closes_do_not_nest() -> None:
    document = page(
        "".join(f"<p><font size=3><b>{number}. 改造小区。（责任单位：市财政局）" for number in range(6_000))
    )
    assert document.text.count("\n") >= 5_999


def test_the_foot_of_a_table_stands_below_its_rows() -> None:
    head, foot, rows = (
        "<thead><tr><th>任务<th>责任单位",
        "<tfoot><tr><td colspan=2>注：以上为初稿",
        "<tbody><tr><td>改造<td>市财政局",
    )
    assert lines(f"<table>{head}{foot}{rows}</table>") == ["任务\t责任单位", "改造\t市财政局", "注：以上为初稿"]


def test_rowspan_0_reaches_to_the_end_of_the_table() -> None:
    body = "<table><tr><th>序号<th>任务<th>责任单位<tr><td>1<td>改造<td rowspan=0>市财政局<tr><td>2<td>绿化</table>"
    assert [(row.clause.heading, row.department.name) for row in extract(page(body))] == [
        ("改造", "市财政局"),
        ("绿化", "市财政局"),
    ]


def test_rows_of_a_preformatted_table_end_with_their_lines() -> None:
    rows = ["任务\t牵头单位\t配合单位", "完善乡村治理规约\t县民政局\t县司法局", "开展移风易俗\t县文明办\t县民政局"]
    assert lines(f"<pre>{chr(10).join(rows)}</pre>") == rows


ROLED = [
    ("columnheader", ["任务", "牵头单位", "配合单位"]),
    ("cell", ["修建公厕", "县城管局", "县财政局"]),
    ("gridcell", ["加装扶手", "县住房城乡建设局", "县残联"]),
]


@pytest.mark.parametrize("around", ["table", "grid"])
def test_a_table_by_the_roles_of_its_elements(around: str) -> None:
    body = "".join(
        f"<div role=row>{''.join(f'<span role={role}>{cell}</span>' for cell in cells)}</div>" for role, cells in ROLED
    )
    assert lines(f"<div role={around}>{body}</div>") == ["\t".join(cells) for _, cells in ROLED]


def test_a_page_written_into_a_frame_is_read_and_one_that_is_fetched_is_told() -> None:
    inner = "&lt;p&gt;一、修建公厕。（责任单位：县城管局）&lt;/p&gt;"
    document = page(f'<h1>便民实事</h1><iframe srcdoc="{inner}"></iframe>')
    assert [row.department.name for row in extract(document)] == ["县城管局"]
    assert not any("嵌入" in note for note in document.notes)
    fetched = page("<h1>便民实事</h1><p>清单如下。</p><iframe src=list.html></iframe>")
    assert any("嵌入的其他网页未读，共 1 个" in note for note in fetched.notes)


@pytest.mark.parametrize("before", ["<p>注：▲牵头 △配合</p>", "<h3>说明：▲牵头，△配合</h3>", "<b>▲牵头 △配合</b><br>"])
def test_the_legend_beside_a_table_stays_where_the_table_is_most_of_the_page(before: str) -> None:
    table = "<table><tr><td>任务<td>县交通局<td>县水利局<tr><td>修桥铺路并养护公路设施<td>▲<td>△"
    table += "<tr><td>清淤河道并加固堤防大坝<td>△<td>▲</table>"
    menu = "<div><a href=/>首页</a><a href=/a>公开</a><a href=/b>办事</a></div>"
    (document,) = read_bytes(f"<body>{menu}{before}{table}<p>按月报送。</p></body>".encode(), "表.html")
    assert [row.role for row in extract(document)] == ["lead", "support", "support", "lead"]
    assert "按月报送" in document.text


def test_a_table_in_english_below_a_chinese_title_is_whole() -> None:
    page = "<body><table><tr><td colspan=3>年度工作安排<tr><td>Action<td>Owner<td>Due"
    page += "<tr><td>Train staff<td>HR<td>2026-06-01<tr><td>Move servers<td>IT<td>2026-07-01</table></body>"
    (document,) = read_bytes(page.encode(), "表.html")
    assert [row.department.name for row in extract(document)] == ["HR", "IT"]


def test_a_table_that_arranges_a_page_is_no_table_of_data() -> None:
    text = "".join(f"<p>（{number}）修缮道路并清淤河道。责任单位：县交通局。</p>" for number in "一二三四五六")
    page = f"<body><table><tr><td>栏目<td>更多<tr><td>{text}<td>相关链接<tr><td>主办<td>承办</table></body>"
    (document,) = read_bytes(page.encode(), "页.html")
    assert not any(block.cells for block in document.blocks)
    assert len(extract(document)) == 6


def test_values_shown_as_tags_are_kept_apart() -> None:
    tags = "".join(f'<span class="selected-value color-red">{body}</span>' for body in ("市水务局", "市公安局"))
    head = "".join(f"<th>{words}</th>" for words in ("任务", "牵头单位", "配合单位"))
    document = page(f"<table><tr>{head}</tr><tr><td>清淤</td><td>市城管局</td><td>{tags}</td></tr></table>")
    assert [one.department.name for one in extract(document)] == ["市城管局", "市水务局", "市公安局"]


def test_a_word_in_two_runs_stays_one() -> None:
    runs = "".join(f'<span class="c2">{part}</span>' for part in ("一、清淤。（责任单位：市", "水务局）"))
    assert [one.department.name for one in extract(page(f"<p>{runs}</p>"))] == ["市水务局"]


def test_a_page_of_frames_says_where_its_content_is() -> None:
    source = b"<html><frameset rows='*,39'><frame src='sheet001.htm'></frameset></html>"
    assert "框架" in refusal(read_bytes, source, "清单.html")


def _rows_by_role(wrap: str) -> str:
    words = [
        ("任务", "牵头部门", "配合部门"),
        ("消除积水点", "区城管局", "各街道"),
        ("补建养老驿站", "区民政局", ""),
        ("整治线缆", "区科信局", "通信企业"),
    ]
    rows = ("".join(f'<span role="cell">{held}</span>' for held in row) for row in words)
    return "".join(wrap.format(f'<div role="row">{row}</div>') for row in rows)


@pytest.mark.parametrize("wrap", ["{}", '<div class="line">{}</div>', "<section><div>{}</div></section>"])
def test_rows_by_their_role_without_a_table_around_them(wrap: str) -> None:
    page = f"<html><body><h1>整改任务</h1><div>{_rows_by_role(wrap)}<p>共三项</p></div></body></html>"
    (document,) = read_bytes(page.encode(), "任务.html")
    assert [(one.clause.heading, one.department.name, one.role) for one in extract(document)] == [
        ("消除积水点", "区城管局", "lead"),
        ("消除积水点", "各街道", "support"),
        ("补建养老驿站", "区民政局", "lead"),
        ("整治线缆", "区科信局", "lead"),
        ("整治线缆", "通信企业", "support"),
    ]


def test_ends_of_paragraphs_that_none_begins_count_as_elements() -> None:
    with pytest.raises(ReadError, match="标签展开超过"):
        read_bytes(f"<html><body><p>一、整治河道。{'</p>' * 600_000}</body></html>".encode(), "方案.html")
    assert read_bytes(f"<html><body>{'<p>一、整治河道。</p>' * 500}</body></html>".encode(), "方案.html")
