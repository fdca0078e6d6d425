"""Tables with a cell a line whose narrow cells break over lines: a full line goes on, heads break in their brackets."""

from __future__ import annotations

import raci

_TEXT = """序号
任务
牵头单位（部
门）
配合单位（部
门）
1
将建筑工程施
工许可等权限
下放至自贸试
验区
市住房城乡建
设局
市卫生健康委
2
配置乙类大型
医用设备实行
告知承诺制
市卫生健康委
3
建立基于办事
场景的政务服
务导办
市政务服务数
据管理局
市公安局、市
司法局
4
扩大就业见习
规模
市人力资源社
会保障局
市教育局、市
民政局
、市商务局
"""


def test_who_leads_is_no_part_of_the_task() -> None:
    leads = {row["task"]: row["department"] for row in raci.rows(_TEXT).to_dict("records") if row["role"] == "lead"}
    assert leads == {
        "将建筑工程施工许可等权限下放至自贸试验区": "市住房城乡建设局",
        "配置乙类大型医用设备实行告知承诺制": "市卫生健康委",
        "建立基于办事场景的政务服务导办": "市政务服务数据管理局",
        "扩大就业见习规模": "市人力资源社会保障局",
    }


def test_a_list_that_goes_on_with_its_mark_stays_in_its_cell() -> None:
    supports = [
        row["department"]
        for row in raci.rows(_TEXT).to_dict("records")
        if row["role"] == "support" and row["task"] == "扩大就业见习规模"
    ]
    assert supports == ["市教育局", "市民政局", "市商务局"]
