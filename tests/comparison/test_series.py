"""Several versions: each task through all of them."""

from __future__ import annotations

import pytest

import raci
from raci.errors import OptionError

FIRST = """云泽市校园食品安全方案
（一）公开后厨视频。全部学校食堂接入明厨亮灶平台，家长可随时查看。（市教育局牵头）
（二）抽检食材。每学期对米面粮油、肉蛋奶抽检不少于两次。（市市场监管局负责）
"""
SECOND = FIRST.replace("市教育局牵头", "市市场监管局牵头")
THIRD = SECOND.replace(
    "（二）抽检食材。每学期对米面粮油、肉蛋奶抽检不少于两次。（市市场监管局负责）\n",
    "（二）培训从业人员。食堂员工每年集中培训一次并考核。（市卫生健康委负责）\n",
)


def test_each_task_goes_through_all_versions() -> None:
    found = raci.versions([FIRST, SECOND, THIRD])
    shown = [
        ([task.number if task else None for task in row.tasks], [[c.kind for c in changes] for changes in row.changes])
        for row in found.rows
    ]
    assert shown == [
        (["（一）", "（一）", "（一）"], [[], ["lost", "gained"], []]),
        (["（二）", "（二）", None], [[], [], ["removed"]]),
        ([None, None, "（二）"], [[], [], ["added"]]),
    ]


def test_one_version_is_no_series() -> None:
    with pytest.raises(OptionError, match="至少要两份"):
        raci.versions([FIRST])
