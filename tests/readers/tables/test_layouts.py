"""Tables in text whose layout shows over all rows: where lines break, what is filled, what heads leave open."""

import pytest

import raci


def parts(text: str) -> set[tuple[str, str, str]]:
    """Who has which part in what."""
    rows = raci.rows(raci.analyse(text)).to_dict("records")
    return {(row["task"], row["department"], row["role"]) for row in rows if row["department"]}


HEAD = "序号 工作任务 责任单位 配合单位 完成时限"


def test_lines_break_within_cells() -> None:
    text = f"""重点任务分解表
{HEAD}
1 修缮老街骑楼立面 县住建局
县文旅局 县财政局
县自然资源局 6月底前
2 建成游客集散中心 县文旅局 县交通运输局
县公安局 9月底前
3 开通景区公交专线 县交通运输局
县城投集团 县文旅局 12月底前
"""
    assert parts(text) == {
        ("修缮老街骑楼立面", "县住建局", "responsible"),
        ("修缮老街骑楼立面", "县文旅局", "responsible"),
        ("修缮老街骑楼立面", "县财政局", "support"),
        ("修缮老街骑楼立面", "县自然资源局", "support"),
        ("建成游客集散中心", "县文旅局", "responsible"),
        ("建成游客集散中心", "县交通运输局", "support"),
        ("建成游客集散中心", "县公安局", "support"),
        ("开通景区公交专线", "县交通运输局", "responsible"),
        ("开通景区公交专线", "县城投集团", "responsible"),
        ("开通景区公交专线", "县文旅局", "support"),
    }


def test_wrapped_tasks_without_numbers() -> None:
    text = """工作内容 成果形式 责任单位
编制城市更新专项规划，划定更
新单元。 规划文本 市自然资源局
摸排闲置厂房 工作台账 市工信局、市发改委
建立更新项目储备库，动态调整
项目。 项目清单 市住建局
"""
    assert parts(text) == {
        ("编制城市更新专项规划，划定更新单元", "市自然资源局", "responsible"),
        ("摸排闲置厂房", "市工信局", "responsible"),
        ("摸排闲置厂房", "市发改委", "responsible"),
        ("建立更新项目储备库，动态调整项目", "市住建局", "responsible"),
    }


def test_names_with_marks_end_the_cell_of_names_without() -> None:
    text = """序号 重点工作 主要责任单位 协同单位
1 规上工业增加值增长6%。 区工信局 区统计局、各镇人民政府。
2 财政收入增长4%。 区财政局
区税务局
区直有关部门，各镇人民政府。
3 进出口总额增长9%。 区商务局 区发改局、区统计局。
"""
    assert {(body, role) for task, body, role in parts(text) if task.startswith("财政收入")} == {
        ("区财政局", "responsible"),
        ("区税务局", "responsible"),
        ("区直有关部门", "support"),
        ("各镇人民政府", "support"),
    }


def test_a_column_of_which_no_more_is_known_is_filled() -> None:
    text = """序号
工作任务
建设地点
责任单位
1
改造农贸市场
老城片区
县商务局
2
新建口袋公园
河西片区
县城管局
3
扩建客运站
城东新区
县交通运输局
"""
    assert parts(text) == {
        ("改造农贸市场", "县商务局", "responsible"),
        ("新建口袋公园", "县城管局", "responsible"),
        ("扩建客运站", "县交通运输局", "responsible"),
    }


def test_cells_below_one_another_under_a_head_in_one_line() -> None:
    text = f"""{HEAD}
1
修订防汛预案
县水利局
县应急管理局
3月底
2
检修排涝泵站
县住建局
县供电公司
4月底
"""
    assert parts(text) == {
        ("修订防汛预案", "县水利局", "responsible"),
        ("修订防汛预案", "县应急管理局", "support"),
        ("检修排涝泵站", "县住建局", "responsible"),
        ("检修排涝泵站", "县供电公司", "support"),
    }


@pytest.mark.parametrize("over", ["责任分工", "责任落实", "责任单位"])
def test_a_head_in_two_lines(over: str) -> None:
    text = f"""序号 主要任务 {over} 完成时限
牵头单位 配合单位
1 修编总体规划 市自然资源局 市发改委、市住建局 6月底
2 建设数字底座 市数据局 12月底
"""
    assert parts(text) == {
        ("修编总体规划", "市自然资源局", "lead"),
        ("修编总体规划", "市发改委", "support"),
        ("修编总体规划", "市住建局", "support"),
        ("建设数字底座", "市数据局", "lead"),
    }


@pytest.mark.parametrize("heads", ["序号 小切口 责任单位 时限", "小切口 责任单位 时限"])
def test_a_head_that_is_not_known_is_that_of_the_tasks(heads: str) -> None:
    rows = ["解决小区充电难 县住建局 5月底", "整治校门口拥堵 县公安局、县教育局 8月底"]
    numbered = [f"{place} {row}" for place, row in enumerate(rows, 1)] if heads.startswith("序号") else rows
    assert parts("\n".join([heads, *numbered])) == {
        ("解决小区充电难", "县住建局", "responsible"),
        ("整治校门口拥堵", "县公安局", "responsible"),
        ("整治校门口拥堵", "县教育局", "responsible"),
    }


def test_two_who_share_in_it_tell_that_rows_are_tasks() -> None:
    text = "小切口\t牵头单位\t配合单位\n解决小区充电难\t县住建局\t县供电公司\n整治校门口拥堵\t县公安局\t县教育局\n"
    assert ("解决小区充电难", "县供电公司", "support") in parts(text)
    # a list of names alone tells of no task
    assert parts("责任单位 配合单位\n县住建局 县供电公司\n") == set()


def test_blank_lines_part_rows() -> None:
    text = """工作内容
责任单位

储备农资
县供销社

检修农机
县农机中心
县农业农村局

开展农资打假
县市场监管局
县公安局
"""
    assert parts(text) == {
        ("储备农资", "县供销社", "responsible"),
        ("检修农机", "县农机中心", "responsible"),
        ("检修农机", "县农业农村局", "responsible"),
        ("开展农资打假", "县市场监管局", "responsible"),
        ("开展农资打假", "县公安局", "responsible"),
    }


def test_the_first_head_is_not_known_and_bodies_have_a_line_each() -> None:
    text = """问题整改清单
问题表现
整改措施
责任单位
整改时限
窗口排队时间长
推行预约办理
县政务服务中心
3月底
涉企检查频次高
推行联合检查，公示年度计划
县司法局
县市场监管局
县应急管理局
6月底
"""
    assert {(body, role) for _, body, role in parts(text)} == {
        ("县政务服务中心", "responsible"),
        ("县司法局", "responsible"),
        ("县市场监管局", "responsible"),
        ("县应急管理局", "responsible"),
    }


def test_a_company_stands_beside_what_it_asks_for() -> None:
    text = """企业名称
问题诉求
问题类型
承办单位
协办单位
办结时限
恒信机械
厂区北门道路积水严重
基础设施
县住建局
县水利局
3月20日
绿源食品
用工缺口约80人
用工
县人社局
3月31日
"""
    assert parts(text) == {
        ("厂区北门道路积水严重", "县住建局", "responsible"),
        ("厂区北门道路积水严重", "县水利局", "support"),
        ("用工缺口约80人", "县人社局", "responsible"),
    }


def told(text: str) -> list[str]:
    """The checks that find something."""
    return [finding.check for finding in raci.analyse(text).findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("任务 县水利局 县住建局 县财政局\n修编规划 ○ ● ○\n河道清淤 ● ○\n", True),
        ("部门 值守 物资 抢险\n县水利局 √ √ √\n县气象局 √\n", True),
        ("项目 优 良 中\n课堂纪律 √\n作业完成 √\n", False),
        ("服务满意度\n环境卫生 ★\n服务态度 ★ ★\n", False),
    ],
)
def test_rows_of_signs_whose_blank_cells_are_lost_are_told(text: str, expected: bool) -> None:
    assert ("unread" in told(text)) == expected


def test_bodies_of_one_line_each_may_be_of_the_next_column() -> None:
    rows = "任务\n责任单位\n配合单位\n整治河道\n市水利局\n市财政局\n市审计局\n清理垃圾\n市城管局\n市住建局\n"
    assert "loose-columns" in told(rows)
    assert "loose-columns" not in told(rows.replace("市财政局\n市审计局", "市财政局、市审计局"))
