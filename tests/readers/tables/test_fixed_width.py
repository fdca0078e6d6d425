"""Text out of a PDF that breaks printed lines beside punctuation as well: paragraphs begin where they did in print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from texts import triples
from typeset import typeset

from raci.pipeline import extract
from raci.readers.tables.brackets import runs_on_behind_bracket
from raci.readers.tables.fixed_width import FixedWidth, join_broken
from raci.readers.tables.paragraphs import paragraphs
from raci.readers.tables.text_lines import numbered_lines

#: measures without numbers, closed by who does what
MEASURES = (
    "（一）优化口岸服务",
    "压缩通关时间。推行提前申报、两步申报，完善容错机制，公开各环节作业时限，做到进口货物随到随检、即查即放。（柳溪海关、市商务局按职责分工负责）",
    "降低合规成本。落实收费目录清单制度，清单之外一律不得收费，规范船公司、货代、堆场收费行为，主动接受社会监督。（市发展改革委牵头，市市场监管局配合）",
    "拓展国际航线。鼓励航空公司加密至东南亚、中亚航班，对新开通的全货机航线给予补助，单条航线每年不超过300万元。（责任单位：市交通运输局，各县（市、区）人民政府）",
    "建设数字口岸。依托国际贸易单一窗口，推进物流、金融、税务数据共享，实现舱单、提单、仓单电子化流转。〔市大数据局牵头，柳溪海关、人民银行柳溪市分行参与〕",
    "各县区、各部门要加强统筹协调，细化工作举措，压实工作责任，确保各项任务落地见效，重大情况及时报告市人民政府。",
)
MEASURE_ROWS = [
    ("压缩通关时间", "柳溪海关"),
    ("压缩通关时间", "市商务局"),
    ("降低合规成本", "市发展改革委"),
    ("降低合规成本", "市市场监管局"),
    ("拓展国际航线", "市交通运输局"),
    ("拓展国际航线", "各县（市、区）人民政府"),
    ("建设数字口岸", "市大数据局"),
    ("建设数字口岸", "柳溪海关"),
    ("建设数字口岸", "人民银行柳溪市分行"),
]


#: what stands around
ARTICLES = (
    "第一条为了规范全市数据资源管理，推进共享、开放和利用，根据有关法律法规，结合本市实际，制定本办法，自公布之日起施行。",
    "第二条本市行政区域内的数据采集、归集、共享、开放、安全保护以及监督管理等活动，适用本办法，法律法规另有规定的从其规定。",
    "第三条数据管理遵循统筹规划、依法采集、按需共享、安全可控的原则，任何单位和个人不得利用数据危害国家安全、损害公共利益。",
)


def pieces(printed: Sequence[str], step: int, marks: str = "，、。") -> Iterator[str]:
    """Printed lines, broken up behind every so manieth mark."""
    count = 0
    for line in printed:
        rest = ""
        for place, char in enumerate(line):
            rest += char
            if char in marks and place + 1 < len(line) and line[place + 1] not in "，、。）〕”":
                count += 1
                if count % step == 0:
                    yield rest
                    rest = ""
        if rest:
            yield rest


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(text)]


@pytest.mark.parametrize("width", [30, 34, 37, 40, 43])
@pytest.mark.parametrize("step", [5, 6, 7])
def test_a_paragraph_begins_behind_the_bracket_that_says_who_does_what(width: int, step: int) -> None:
    text = "\n".join([*pieces(typeset(MEASURES, width, ""), step), *typeset(ARTICLES, width, "")])
    # (a bracket that happens to begin a line may stand apart)
    found = [part for part in texts(text) if part[0] not in "（〔"]
    assert [part[:6] for part in found[: len(MEASURES) - 1]] == [part[:6] for part in MEASURES[1:]]
    assert [row[:2] for row in triples(extract(text))][: len(MEASURE_ROWS)] == MEASURE_ROWS


@pytest.mark.parametrize(
    "paragraph",
    [
        # brackets that say nothing of who does what, and sentences that go on behind one that does
        "第四条数据主管部门（以下简称主管部门）应当会同有关部门（单位）编制目录，并在每年三月底前向社会公布，接受监督。",
        "第四条在供水、燃气、物业等领域，至少选择三个县（市、区）开展试点，总结经验，形成可复制的做法，逐步在全市推广应用。",
        "第四条按照任务清单（市数据局牵头，市司法局配合）的要求，各单位应当于年底前完成归集，逾期未完成的予以通报批评。",
        "第四条建立联席会议（市数据局负责）并定期通报，重大事项提请市人民政府研究，研究结果应当在五个工作日内反馈各单位。",
    ],
)
@pytest.mark.parametrize("width", [28, 33, 36, 40])
def test_a_sentence_goes_on_behind_other_brackets(paragraph: str, width: int) -> None:
    printed = [
        *typeset(ARTICLES, width, ""),
        *pieces(typeset((paragraph,), width, ""), 1),
        *typeset(ARTICLES, width, ""),
    ]
    assert paragraph in texts("\n".join(printed))


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("推行数据专员制度，每个单位配备不少于两名", "专员，负责目录编制、更新和维护。"),
        ("完善共享平台。各单位应当通过平台提出", "申请，说明用途、范围和期限。"),
        ("（二）统一技术标准。主管部门应当制定", "数据分级指南，明确级别、标识和处置要求。"),
        ("健全应急预案，落实分级响应；发生泄露的应当", "立即处置，并报告主管部门。"),
    ],
)
def test_a_short_first_line_that_breaks_off_is_no_heading(head: str, rest: str) -> None:
    lines = [*typeset(ARTICLES, 36, ""), head, rest, *pieces(typeset(ARTICLES, 36, ""), 4)]
    assert head + rest in texts("\n".join(lines))


@pytest.mark.parametrize(
    "heading",
    ["一、总体要求和工作目标", "一、提升管理效能，打造规范高效的政务环境", "牵头单位：市数据局；协办单位：市司法局"],
)
def test_a_heading_stays_apart(heading: str) -> None:
    below = (
        "各单位应当结合实际制定实施细则，明确责任人、时间表和路线图，每季度末向市数据局报送进展，不得迟报、漏报、瞒报。"
    )
    printed = [*pieces(typeset(ARTICLES * 2, 36, ""), 6), heading, *typeset((below,), 36, "")]
    assert texts("\n".join(printed))[-2:] == [heading, below]


@pytest.mark.parametrize(
    ("pieces_of_line", "rest"),
    [
        (["定期发布共享目录。", "建立健全覆盖全市各级各部门的数据质量评估和"], "通报机制，"),
        (["完善标准。", "加强培训，", "推动各单位尽快把历史档案资料转换"], "为可以检索的电子文件，"),
        (["数据主管部门应当会同财政部门安排经费。", "年度使用情况纳入绩效"], "评价范围，"),
    ],
)
def test_the_pieces_of_a_printed_line_tell_that_it_is_full(pieces_of_line: list[str], rest: str) -> None:
    """The sentence that begins within the line is no heading, though it stands alone and is short."""
    width = sum(map(len, pieces_of_line))
    around = [*typeset(ARTICLES, width, ""), *pieces(typeset(ARTICLES, width, ""), 4)]
    found = texts("\n".join([*around, *pieces_of_line, rest, "结果向社会公布。", *around]))
    assert any(pieces_of_line[-1] + rest in part for part in found)


@pytest.mark.parametrize(
    ("line", "runs_on"),
    [
        ("（责任单位：市商务局）鼓励发放信用消", True),
        ("（责任单位：市商务局）", False),
        ("（责任单位：市商务局）鼓励发放消费券。", False),
        ("（一）强化组织领导（市政府办）牵头部署", False),
        ("鼓励发放信用消", False),
    ],
)
def test_words_behind_a_bracket_that_break_off_go_on_in_the_next_line(line: str, runs_on: bool) -> None:
    assert runs_on_behind_bracket(line) is runs_on


def test_a_line_that_breaks_off_behind_a_bracket_is_no_headline() -> None:
    words = ["对进出口企业给予补助。", "（责任单位：市商务局）鼓励发放信用消", "费贷款，推广一次授信模式。"]
    lines = numbered_lines("\n".join(words))
    found = join_broken(lines, FixedWidth(40, [len(line) for line in words]))
    assert [line.text for line in found[-1].lines] == words[1:]
