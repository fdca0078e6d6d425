"""Bodies that stand in running text as in a table: told, whatever form the table had; lists of bodies are not."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse
from raci.readers.registry import read_text

HEAD = "云岭县安排\n\n安排如下。\n\n"

LOST = {
    "side by side, no heads": "清淤河道 县水利局 5月底\n划定禁养区 县农业农村局 6月底\n",
    "heads that nobody knows": "啥活    哪家\n修水渠    县水利局\n通自来水    县住建局\n",
    "one below the other": "组织入户走访\n社区居委会\n更新居民台账\n街道办事处\n调解邻里纠纷\n司法所\n",
    "unlike distances": "入户走访\n社区居委会\n每周\n更新台账\n街道办事处\n调解纠纷\n司法所\n随时\n",
    "column behind column": "修订学校章程\n开展课后服务\n落实校园安全\n区教育局\n区教师进修学校\n区公安分局\n3月\n",
    "run together by line": "任务单位时间\n加固水库大坝县水利局2026年4月\n改建乡镇道路县交通局2026年8月\n",
    "all in one line": "附件 任务分工 序号 任务 1 开办社区食堂 县民政局 2 建设乡村书屋 县文旅局 3 修缮旧屋 县住建局\n",
    "all run together": "序号任务单位1修建环湖绿道县住建局县园林局2026年6月2整治背街小巷县城管局3建设停车场县公安局\n",
    "with commas": "1.推广灌溉，县水利局，县财政局；2.建设冷库，县供销社，县商务局；3.发展林业，县林业局，县财政局\n",
    "bodies in brackets": "近期重点：维修路灯（县城管局）、补种绿篱（县林业局）、冲洗桥面（县环卫中心）。\n",
    "signs of any kind": "维修路灯 @县城管局 DDL 5月\n补种绿篱 @县林业局 DDL 6月\n",
    "run together without heads": "做什么谁来做修筑堤坝县水利局栽种桉树县林业局铺设沥青县交通局\n",
    "with semicolons": "修缮县志馆；县文旅局\n新开公交线路；县交通局\n",
    "fields in a line": "任务：清淤河道 单位：县水利局 时限：5月 任务：绿化荒山 单位：县林业局 时限：11月\n",
    "topics that name no task": "1.安全环保：县环保局、县应急局。\n2.数据安全：县数据局。\n3.企业服务：县工商联。\n",
    "two rows, a cell a line": "核查账目\n县财政局\n修缮堤坝\n县水利局\n",
    "two rows, column behind column": "核查账目\n修缮堤坝\n县财政局\n县水利局\n",
    "two rows in a line": "核查账目 县财政局 修缮堤坝 县水利局\n",
    "tags": "<tr><td>核查账目</td><td>县财政局</td></tr>\n<tr><td>修缮堤坝</td><td>县水利局</td></tr>\n",
    "blanks within words": "核 查 账 目   县 财 政 局\n修 缮 堤 坝   县 水 利 局\n",
    "several bodies run together": "核查往年账目县财政局县审计局\n修缮河道堤坝县水利局各乡镇人民政府\n",
    "bodies below tasks that end sentences": "1、核查账目。\n　　——县财政局\n2、修缮堤坝。\n　　——县水利局，6月底\n",
    "tasks that end like bodies": "核查停业餐馆；县市场监管局\n改造老旧派出所；各乡镇人民政府\n",
    "a word for the part before the body": "核查账目\t牵头县财政局\t配合县审计局\n修缮堤坝\t牵头县水利局\t配合各村\n",
    "rows below a head that nobody knows": "行\n啥活\n哪家\n1\n核查账目\n县财政局\n2\n修缮堤坝\n县水利局\n",
    "tasks that speak of lists": "审核补助名单 县财政局\n编制年度预算 县水利局\n",
    "parts below bodies": "任务 县教育局 县财政局\n整治校园周边 配合 牵头\n保障教育经费 牵头\n",
}
LISTS = {
    "addressees": "县教育局、县财政局，县公安局，各乡镇人民政府：\n",
    "signatures": "一、修订章程\n二、开展服务\n三、落实安全\n县教育局\n县财政局\n县公安局\n2026年3月1日\n",
    "annexes": "附件：1.申报表\n2.汇总表\n3.承诺书\n4.评分表\n县教育局\n县财政局\n县公安局\n",
    "awards": "一等奖\n县教育局\n《智慧课堂》\n二等奖\n县水利局\n《智慧水务》\n三等奖\n县林业局\n《林长制地图》\n",
    "telephones": "咨询服务 县教育局 0000-1234567\n投诉受理 县水利局 0000-1234568\n",
    "windows": "事项名称 办理窗口 办结时限\n证件补领 县公安局户籍窗口 5个工作日\n社保制卡 县人社局综合窗口 即办\n",
    "labels": "（一）县教育局：规划学校布局\n（二）县水利局：清淤河道\n",
    "titles": "云岭县财政局关于修桥的通知\n云岭县水利局关于清淤的通知\n云岭县教育局关于招生的通知\n",
    "sentences": "（一）供水公司，是指从事供水的企业；\n（二）排水公司，是指从事排水的企业；\n",
    "terms": "1.“两优”培育：高水平大学、优势学科。\n2.“三强”学校：强师、强校的学校。\n3.“四好”馆所：服务好的文化馆。\n",
    "crumbs": "首页 > 政务公开 > 县教育局 > 规划计划\n首页 > 政务公开 > 县水利局 > 规划计划\n",
    "seats": "第一排\n县教育局\n县财政局\n第二排\n县水利局\n县公安局\n第三排\n县司法局\n",
    "what belongs to bodies": "县教育局下设：办公室、人事科、财务科\n县水利局下设：办公室、规划科、河湖科\n",
    "titles of plans": "云岭县水利局2026年工作要点\n云岭县教育局2026年工作要点\n",
    "articles": "第八条 县财政局办理拨款，依照本办法执行。\n第九条 县水利局组织验收，参照本办法执行。\n",
    "short forms": "云岭智能产业园运营公司（以下简称：运营公司）。\n云岭城市投资公司（以下简称：城投公司）。\n",
    "what is set up": "组建县融媒体中心\n建成县大数据中心\n",
    "numbers": "县教育局 120 135\n县财政局 88 90\n县水利局 64 70\n",
}


def unread(text: str) -> list[str]:
    (document,) = read_text(HEAD + text)
    return [finding.message for finding in analyse(document).findings if finding.check == "unread"]


@pytest.mark.parametrize("form", LOST)
def test_a_table_that_was_lost_is_told_once(form: str) -> None:
    assert len(unread(LOST[form])) == 1


@pytest.mark.parametrize("form", LISTS)
def test_a_list_of_bodies_is_not(form: str) -> None:
    assert unread(LISTS[form]) == []


def test_sentences_that_were_taken_for_duties_do_not_hide_a_table() -> None:
    assert len(unread("县民政局　　负责认定人口\n县残联　　　负责适配辅具\n县卫健局　　负责健康体检\n")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "工作内容责任单位1扩建学校县教育局2修整水渠县水利局3平整土地县自然资源局\n",
        "工作任务牵头单位配合单位\n扩建学校，添置课桌县教育局县财政局\n修整水渠，疏通暗沟县水利局县农业局\n",
    ],
)
def test_heads_that_were_run_together_are_told(text: str) -> None:
    assert any("连成了一片" in message or "像是表里的行" in message for message in unread(text))


@pytest.mark.parametrize(
    "text",
    [
        "一、明确工作任务、责任单位和完成时限，县教育局、县财政局各自报送。\n",
        "二、项目实施单位提交的材料，由县教育局、县财政局会审。\n",
    ],
)
def test_sentences_about_tasks_and_who_does_them_are_no_heads(text: str) -> None:
    assert not any("连成了一片" in message for message in unread(text))


def test_one_row_that_gave_nothing_among_rows_that_did_is_told() -> None:
    rows = "".join(
        f"{number}. 修缮第{number}段堤坝\n（县{body}局，年底前）\n" for number, body in enumerate("水交住", 1)
    )
    assert unread(rows + "4. 拆除危险围墙\n（信息技术部，两会前）\n") != []


@pytest.mark.parametrize(
    "text",
    [
        "1 | 编制年度预算 | 县财政局\n2 | 清理背街垃圾 | 各乡镇人民政府\n3 | 修缮河道堤坝 | 县水利局\n",
        "审核补助名单，县财政局。\n修缮河道堤坝，县水利局。\n清理背街垃圾，县城管局。\n",
    ],
)
def test_rows_without_a_head_are_read_though_their_words_could_name_lists(text: str) -> None:
    (document,) = read_text(HEAD + text)
    analysis = analyse(document)
    assert len([each for each in analysis.assignments if each.basis == "table"]) == 3
    assert [finding.check for finding in analysis.findings] == ["headless"]
