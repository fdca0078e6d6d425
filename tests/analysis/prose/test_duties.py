"""What sentences tell: who does it, with whom, who approves it, who is told; and what they tell of nobody."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.model.patterns import expand_macros, read_macros
from raci.pipeline import analyses, extract
from raci.rules.lexicon import lexicon_pattern

L, R, S, G, A, I = "lead", "responsible", "support", "guide", "approve", "inform"  # noqa: E741


def told(text: str) -> list[tuple[str, str]]:
    return [(one.department.name, one.role) for one in extract(text, basis=("prose",))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("市园林局负责编制绿道网络规划。", [("市园林局", R)]),
        ("绿道网络规划由市园林局负责编制。", [("市园林局", R)]),
        ("河道清淤交由各镇人民政府实施。", [("各镇人民政府", R)]),
        ("县级以上人民政府水行政主管部门应当每年公布取水名录。", [("县级以上人民政府水行政主管部门", R)]),
        ("街道办事处、乡镇人民政府应当确定巡查路线。", [("街道办事处", R), ("乡镇人民政府", R)]),
        ("市教育局、市体育局按照各自职责，做好赛事保障。", [("市教育局", R), ("市体育局", R)]),
        ("公安、民政、卫生健康等部门应当共享信息。", [("公安", R), ("民政", R), ("卫生健康", R)]),
        ("市和区、县（市）人民政府应当安排养护经费。", [("市和区、县（市）人民政府", R)]),
        ("由市园林局牵头，市财政局配合，制定管护办法。", [("市园林局", L), ("市财政局", S)]),
        ("市园林局应当会同市水务局、市城管局划定保护范围。", [("市园林局", L), ("市水务局", S), ("市城管局", S)]),
        ("市财政局负责配合市园林局落实管护资金。", [("市财政局", S)]),
        ("市园林局指导各区园林局做好古树普查。", [("市园林局", G), ("各区园林局", R)]),
        ("乡镇人民政府在县水利局指导下开展清淤。", [("乡镇人民政府", R), ("县水利局", G)]),
        ("市园林局编制名录，报市人民政府批准后公布。", [("市园林局", R), ("市人民政府", A)]),
        ("各区园林局应当在十日内报市园林局备案。", [("各区园林局", R), ("市园林局", I)]),
        ("各区园林局每季度向市园林局报告进展，并抄送市财政局。", [("各区园林局", R), ("市园林局", I), ("市财政局", I)]),
        ("市园林局：负责苗木采购；组织补植。", [("市园林局", R)]),
        ("领导小组办公室设在市园林局，承担日常工作。", [("领导小组办公室", R)]),
        ("跨区域的，由市城管部门确定。", [("市城管部门", R)]),
        ("县林业局设立的森林防火机构负责日常巡护。", [("森林防火机构", R)]),
        ("同时，市数据局建立预警机制。", [("市数据局", R)]),
        ("市林业局报市人民政府同意后公布名录。", [("市林业局", R), ("市人民政府", A)]),
        ("遇有重大事项，应当向同级人民政府请示报告。", [("同级人民政府", I)]),
        ("林业主管部门是古树保护的主管部门，负责日常监管。", [("林业主管部门", R)]),
        ("村名更改由县民政局征求意见后公布。", [("县民政局", R)]),
        ("市林业局依职权承办具体工作。", [("市林业局", R)]),
        ("各地要强化工作调度。", [("各地", R)]),
        ("各区县、各有关部门要完善配套政策。", [("各区县", R)]),
        ("未成年人救助保护机构应当落实值守。", [("未成年人救助保护机构", R)]),
        ("领导小组下设办公室，在云泽高新区管委会，承担日常工作。", [("办公室", R)]),
        (
            "成立领导小组，由市长任组长，办公室设在市园林局，具体负责组织落实。",
            [("办公室", R)],
        ),
        (
            "专班办公室要会同市局督查处、机关党委（纪委）开展抽查。",
            [("专班办公室", L), ("市局督查处", S), ("机关党委（纪委）", S)],
        ),
        ("由市园林局设立的现场指挥部负责调度。", [("现场指挥部", R)]),
        ("目的地交通运输主管部门应当安排接驳。", [("目的地交通运输主管部门", R)]),
        ("市、县（区）政府要安排经费。", [("市、县（区）政府", R)]),
        ("某局应当建立台账。", [("某局", R)]),
        ("各区、各部门要认领任务。", [("各区", R)]),
        ("各市州、青溪新区要建立台账。", [("各市州", R), ("青溪新区", R)]),
        ("各市州、县市区政府要建立台账。", [("各市州、县市区政府", R)]),
        ("税务、民政等部门在确保安全的前提下，应当共享数据。", [("税务", R), ("民政", R)]),
    ],
)
def test_a_sentence_tells_who_does_what(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert told(f"一、基本规定\n{sentence}\n") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        # rules of who leads, and units that nobody names
        "排名第一的为牵头单位，其他责任单位配合。",
        "第一责任单位为牵头单位，其他责任单位配合。",
        "第一责任单位要加强组织领导，及时报告进展。",
        "本办法由市园林局负责解释。",
        "本办法所称主管部门是指市园林局。",
        "市园林局已下达补植计划。",
        "去年，市园林局组织补植了三万株苗木。",
        "经市人民政府同意，现印发给你们，请认真贯彻执行。",
        "有关部门要高度重视，加强领导。",
        "各单位要压实责任。",
        "建设单位应当落实扬尘防治措施。",
        "申请人应当提交身份证明。",
        "企业应当建立台账。",
        "专项资金应当专款专用。",
        "市园林局可以委托第三方机构开展检测。",
        "到2027年，全市绿道里程达到500公里。",
        "打造政府、企业、社会共同参与的格局。",
        "理由充分的予以采纳。",
        "联系人：市园林局李某，联系电话：0000-1234567。",
        "违反本规定的，由市园林局责令改正。",
        "培育一批示范单位，按照要求报送。",
        "平台应当接入市政务服务系统。",
        "为加强管理，根据有关规定，制定本办法。",
        "鉴定机构采用虚假材料的，不予支付。",
        "城市绿化主管部门采取措施造成损失的，依法给予补偿。",
        "未经市园林局批准，不得占用绿地。",
        "任何人均有向市园林局报告的权利。",
        "五年来，省委、省政府坚决推进绿道建设。",
        "市园林局、市财政局联合印发《绿道管护方案》。",
        "转送有关国家机关研究办理。",
        "编制各级行政机关作出的承诺清单。",
        "坚持政府引导、社会参与。",
        "具备条件的企业经市园林局认定，可以开展试点。",
        "生活污水送城北污水处理站处理。",
        "全省各级政务服务网和系统应当对接。",
        "县级以上负责同志要定期调研。",
        "云泽科技创新中心加快建设，引领作用提升。",
        "县林业局责令改正，给予警告，并处罚款。",
        "县林业局给予警告，并处罚款。",
        "市园林局根据情况可以组织抽查。",
        "目前，市园林局均已完成普查。",
        "市属国企利用央行再贷款收购住房。",
        "在追溯过程中，市园林局查明，货车未按规定登记。",
    ],
)
def test_what_tells_of_nobody_gives_nobody(sentence: str) -> None:
    assert told(f"一、基本规定\n{sentence}\n") == []


@pytest.mark.parametrize("opening", ["你提出的“关于绿道建设的建议”收悉。经研究，答复如下：", "基本案情"])
def test_a_reply_gives_only_what_is_to_be_done(opening: str) -> None:
    text = (
        f"关于绿道建设建议的函\n{opening}\n一、工作进展\n市园林局建立巡查机制。\n"
        "二、下一步考虑\n市园林局要完善巡查机制。\n"
    )
    assert told(text) == [("市园林局", R)]


def test_a_reply_says_what_comes_next_of_all_that_follows_in_its_chapter() -> None:
    text = (
        "关于绿道建设建议的答复\n你提出的“关于绿道建设的建议”收悉。\n"
        "一、关于建设\n市园林局建成绿道9公里。\n下一步，我们将做好以下工作：\n1.完善规划。由市资规局牵头编制绿道规划。\n"
        "2.加快建设。市住建局负责新建绿道。\n二、关于管护\n市城管局负责巡查绿道，成效明显。\n"
    )
    assert told(text) == [("市资规局", L), ("市住建局", R)]


def test_what_is_looked_at_first_loses_nothing() -> None:
    """The first and last characters by which sentences and names are passed over belong to all their words."""
    table = tomllib.loads((files("raci.data.rules") / "prose.toml").read_text(encoding="utf-8"))
    macros = read_macros(table) or {}
    pivot, opening = re.compile(expand_macros(macros["pivot"], macros)), re.compile(macros["opening"])
    pieces = re.findall(
        r"[一-龥]+\[?[一-龥]?", "|".join(macros[key] for key in ("modal", "role", "adverb", "verb", "pivot"))
    )
    words = [f"{piece.replace('[', '')}建设，" for piece in pieces]
    told = [word for word in words if pivot.match(word)]
    assert len(told) > 100
    assert [word for word in told if opening.match(word) is None] == []
    last = re.compile(lexicon_pattern("prose.last-of-name").pattern)
    names = (
        "市财政局",
        "各地",
        "市民政局婚姻登记处",
        "县红十字会",
        "我部",
        "各县（市、区）",
        "市属医院",
        "教育专班",
        "云泽大学",
    )
    assert all(last.match(name[-1]) for name in names)


def test_items_below_a_body_are_its_duties() -> None:
    text = (
        "一、职责分工\n（一）市园林局\n1.负责编制规划。\n2.配合市水务局开展清淤。\n（二）市财政局\n1.安排管护经费。\n"
    )
    rows = [(one.clause.heading, one.department.name, one.role) for one in extract(text, basis=("prose",))]
    assert rows == [
        ("负责编制规划", "市园林局", R),
        ("配合市水务局开展清淤", "市园林局", S),
        ("安排管护经费", "市财政局", R),
    ]


def test_a_lead_in_names_whom_the_list_is_about() -> None:
    text = "一、组织指挥\n市防汛办履行下列职责：\n（1）收集雨情水情。\n（2）起草防汛简报。\n"
    assert [(one.clause.heading, one.department.name) for one in extract(text, basis=("prose",))] == [
        ("收集雨情水情", "市防汛办"),
        ("起草防汛简报", "市防汛办"),
    ]


def test_the_annotation_says_it_better() -> None:
    text = "一、绿道建设。由市园林局负责绿道建设，市财政局负责资金保障。（责任单位：市园林局）\n"
    found = {(one.department.name, one.basis) for one in extract(text)}
    assert found == {("市园林局", "annotation"), ("市财政局", "prose")}


def test_a_row_quotes_its_sentence_and_spans_its_name() -> None:
    (analysis,) = analyses("第八条 市园林局应当在2026年6月底前完成古树名木普查。市财政局安排经费。\n")
    park, money = analysis.assignments
    assert (park.clause.number, park.basis) == ("第八条", "prose")
    assert park.quote == "市园林局应当在2026年6月底前完成古树名木普查。"
    assert park.deadline is not None and park.deadline.due == "2026-06-30"
    for one in (park, money):
        assert analysis.document.text[one.start : one.end] == one.department.name


def test_without_prose_sentences_tell_nothing() -> None:
    assert extract("市园林局负责编制规划。", basis=("annotation",)) == ()


@given(st.text(alphabet="由市局委报经负责牵头会同配合应当、，。；：（）的《》在向第一条 \n", max_size=120))
def test_any_words_are_read_without_a_fault(words: str) -> None:
    for analysis in analyses(f"通知\n{words}"):
        for one in analysis.assignments:
            assert analysis.document.text[one.start : one.end].replace(" ", "").replace("\n", "")


def test_a_sentence_without_end_is_reported() -> None:
    (analysis,) = analyses(f"一、基本规定\n市园林局负责{'编制规划，' * 20_000}并公布。\n")
    assert told(f"一、基本规定\n市园林局负责{'编制规划，' * 20_000}并公布。\n") == []
    assert any("市园林局" in finding.message for finding in analysis.findings)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("县园林协会，配备专职人员，负责日常工作。", [("县园林协会", R)]),
        ("名誉会长由市园林协会理事会聘请。", [("市园林协会理事会", R)]),
        ("各镇人民政府应当接受县园林局的检查监督。", [("各镇人民政府", R), ("县园林局", G)]),
        ("市局将于年底前开展抽查。", [("市局", R)]),
        ("各区园林局要及时将问题报总局。", [("各区园林局", R), ("总局", I)]),
        ("名录由绿道监测司统一组织发布。", [("绿道监测司", R)]),
        ("市园林局指导各区综合执法队依法查处。", [("市园林局", G), ("各区综合执法队", R)]),
        ("领导小组代表市政府统筹推进绿道建设。", [("领导小组", L)]),
        ("市园林局发挥牵头作用，编制计划。", [("市园林局", L)]),
        ("要会同规划、水务等部门，依法查处占绿行为。", [("规划", S), ("水务", S)]),
        ("市园林局组织评审，并会同市水务局现场核查。", [("市园林局", R), ("市园林局", L), ("市水务局", S)]),
        ("县园林局应当依据上级规划，会同县水务局编制清单。", [("县园林局", L), ("县水务局", S)]),
        ("各区县和市政府有关部门要安排经费。", [("各区县", R), ("市政府有关部门", R)]),
        ("“一件事”各牵头部门要优化流程。", [("“一件事”各牵头部门", R)]),
        ("县园林局将名单报送市园林局（纸质版一式三份）。", [("县园林局", R), ("市园林局", I)]),
        ("区园林局应对材料进行审查。", [("区园林局", R)]),
        ("请各区园林局于每季度末报送进展。", [("各区园林局", R)]),
        ("民政、公安、人民银行等部门要共享信息。", [("民政", R), ("公安", R), ("人民银行", R)]),
        ("县人民政府科学技术行政部门应当建立台账。", [("县人民政府科学技术行政部门", R)]),
        ("市推进绿道建设和管护协调小组办公室要会同市水务局开展督查。",
         [("市推进绿道建设和管护协调小组办公室", L), ("市水务局", S)]),
        ("协调不成的，提请市政府研究决定。", [("市政府", A)]),
        ("城管部门将整治情况每月报市园林办。", [("城管部门", R), ("市园林办", I)]),
        ("市气象局：及时发布预警信息，并通报市园林局。", [("市气象局", R), ("市园林局", I)]),
        ("绿道办公室设在市园林局，办公室主任由市园林局局长兼任，负责日常工作。", [("绿道办公室", R)]),
        ("街道办事处会同社区居委会入户调查。", [("街道办事处", L), ("社区居委会", S)]),
    ],
)  # fmt: skip
def test_further_forms_of_a_duty(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert told(f"一、基本规定\n{sentence}\n") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "严禁取消后由区园林局变相审批。",
        "经市人民政府批准设立的园区免收费用。",
        "规范使用经市园林局批准的苗木。",
        "园林基金会云泽代表处成立。",
        "云泽绿道集团组建后焕新提质。",
        "各区园林局均不得自行审批。",
        "区园林局对小微绿地不再收取费用。",
        "由区园林局承担相应责任。",
        "市园林局组织各区征集遴选了八十项案例。",
        "本届花展由市园林局、市园林协会共同主办。",
        "云泽市园林局关于绿道管理机构在汛期开展巡查的通知",
        "各区园林局、市直园林单位：为深入推进绿道建设，制定本方案。",
        "区园林局，特别好看。",
        "支持由政府投资的绿道基地设立驿站。",
        "稳妥推进区园林局组建。",
        "绿道产业总体水平处于全国前列。",
        "召集人由区政府主管副区长担任。",
        "手机：13800000000市园林局会计处李某邮箱：a@b.cn",
    ],
)
def test_further_neighbours_of_a_duty(sentence: str) -> None:
    assert told(f"一、基本规定\n{sentence}\n") == []


def test_lists_below_main_duties_are_of_the_body_before() -> None:
    text = (
        "二、机构\n领导小组负责统筹全市绿道建设。主要职责为：\n（1）审议绿道规划。\n"
        "领导小组办公室设在市园林局。办公室主要职责包括：\n（1）起草绿道文件。\n"
        "三、部门\n市园林局是绿道主管部门，主要职责是：\n（1）编制绿道名录。\n"
    )
    rows = [(one.clause.heading, one.department.name) for one in extract(text, basis=("prose",))]
    assert ("审议绿道规划", "领导小组") in rows
    assert ("起草绿道文件", "办公室") in rows
    assert ("编制绿道名录", "市园林局") in rows


def test_a_list_of_bodies_with_colons_gives_each_its_own() -> None:
    text = (
        "3.2 成员单位职责\n市公安局：负责维护秩序；协助转移人员。\n市住房城乡建设局：督促工地落实防汛措施。\n"
        "市气象局：及时发布预警。\n"
    )
    rows = [(one.department.name, one.role) for one in extract(text, basis=("prose",))]
    assert rows == [("市公安局", R), ("市住房城乡建设局", G), ("市气象局", R)]


@pytest.mark.parametrize(
    ("names", "departments"),
    [
        ("市财政、自然资源和规划等部门", [("市财政", "市财政部门"), ("自然资源和规划", "市自然资源和规划部门")]),
        ("海关、商务等有关部门", [("海关", ""), ("商务", "商务部门")]),
        ("教育、审计等相关行政部门", [("教育", "教育行政部门"), ("审计", "审计行政部门")]),
        ("公安、司法行政部门", [("公安", "公安部门"), ("司法行政部门", "")]),
        (
            "发展改革、住建、水利主管部门",
            [("发展改革", "发展改革主管部门"), ("住建", "住建主管部门"), ("水利主管部门", "")],
        ),
        ("公安、规划和建设等部门", [("公安、规划和建设等部门", "")]),
        ("各市、县财政等部门", [("各市、县财政", "")]),
    ],
)
def test_departments_listed_by_their_matters_are_bodies_of_their_own(
    names: str, departments: list[tuple[str, str]]
) -> None:
    (analysis,) = analyses(f"云泽市监管办法\n一、{names}应当加强监管。\n")
    mentions = [
        mention for one in analysis.annotations + analysis.duties for part in one.groups for mention in part.mentions
    ]
    assert [(mention.text, mention.full) for mention in mentions] == departments
    assert all(analysis.document.text[mention.start : mention.end] == mention.text for mention in mentions)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("市商务局牵头，市财政局、团市委等按职责分工负责。", [("市商务局", L), ("市财政局", R), ("团市委", R)]),
        ("——市商务局牵头，市财政局配合", [("市商务局", L), ("市财政局", S)]),
        ("以市商务局为主，市财政局、团市委配合。", [("市商务局", L), ("市财政局", S), ("团市委", S)]),
        ("市商务局为牵头单位，市财政局、团市委为配合单位。", [("市商务局", L), ("市财政局", S), ("团市委", S)]),
        ("牵头单位市商务局，配合单位市财政局、团市委。", [("市商务局", L), ("市财政局", S), ("团市委", S)]),
        ("由市商务局、市财政局等负责监管。", [("市商务局", R), ("市财政局", R)]),
        ("市商务局、团市委等应当加强宣传。", [("市商务局", R), ("团市委", R)]),
        ("科技园区、企业等建立一批示范基地。", []),
        ("各责任单位按职责分工负责落实。", []),
        ("责任单位要加强配合。", []),
        ("推行办理事项在线并联办理。", []),
    ],
)
def test_sentences_of_names_and_verbs_say_what_annotations_would(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert told(f"一、优化服务。简化流程，缩短时间。{sentence}\n") == expected


def test_a_heading_without_a_number_says_what_comes_next() -> None:
    text = (
        "关于绿道建设建议的答复\n你提出的“关于绿道建设的建议”收悉。\n市园林局建成绿道9公里。\n"
        "下一步打算\n一是市资规局将制定绿道标准。\n"
    )
    assert told(text) == [("市资规局", R)]
