"""The last row of a table may say who filled it in: no task, and nobody who has a part in one."""

from __future__ import annotations

import raci

_TABLE = """云岭市重点任务分解表

序号	类别	重点任务	牵头单位	配合单位
1	民生	推进老旧小区改造	市住房城乡建设局	市财政局
2	民生	整治占道经营行为	市城市管理局	市公安局
审核人：	周明		填表人：	李红
"""


def test_who_filled_a_table_in_has_no_part_in_its_tasks() -> None:
    rows = raci.rows(raci.analyse(_TABLE))
    assert set(rows["department"]) == {"市住房城乡建设局", "市财政局", "市城市管理局", "市公安局"}
    assert set(rows["task"]) == {"推进老旧小区改造", "整治占道经营行为"}
