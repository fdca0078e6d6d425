"""The light of a task in the ledger: done, overdue, due soon, under way; and what falls due when."""

from __future__ import annotations

from datetime import date, timedelta

from raci.ledgers.values import SOON, FilledIn, Ledger, LedgerTask
from raci.views.tables.ledger import LIGHTS, STATES, light

__all__ = ["ADJUSTED", "DONE", "INKS", "last_due", "light_of", "rule_words"]

#: the lights of tasks on which somebody reported that they are done, or no longer wanted as the plan says
DONE, ADJUSTED = "● 已完成", "○ 调整"
_DONE_STATE, _ADJUSTED_STATE = STATES[2], STATES[3]
#: light → its ink: red overdue, yellow soon, blue under way, green done
INKS = dict(
    zip((*LIGHTS, DONE, ADJUSTED), ("#C62F21", "#C77700", "#1F5FAE", "#7B8794", "#2A7A50", "#7B8794"), strict=True)
)


def light_of(task: LedgerTask, filled: FilledIn | None, today: date, soon: int = SOON) -> str:
    """The light of a task against a day: that of ``raci.views.tables.ledger``, and what was reported before it."""
    if filled is not None and filled.state == _DONE_STATE:
        return DONE
    if filled is not None and filled.state == _ADJUSTED_STATE:
        return ADJUSTED
    return light(task.due, today, soon)


def last_due(task: LedgerTask) -> date | None:
    """The last of the dates of a task, by which its light goes; None where it has none."""
    try:
        return date.fromisoformat(task.due.rsplit("；", 1)[-1])
    except ValueError:
        return None


def rule_words(ledger: Ledger, today: date) -> str:
    """The rule of the lights, in words."""
    return (
        f"对照 {today.isoformat()}：过了到期日为{LIGHTS[0]}（红）；{ledger.soon} 天以内"
        f"（到 {(today + timedelta(days=ledger.soon)).isoformat()}）为{LIGHTS[1]}（黄）；更晚为{LIGHTS[2]}（蓝）；"
        f"完成情况填“{_DONE_STATE}”为{DONE}（绿），填“{_ADJUSTED_STATE}”为{ADJUSTED}（灰）；"
        f"没有日期的为{LIGHTS[3]}。一项任务有几个时限的，看最后一个。"
        "临近的天数用 --soon 改（如 --soon 15），本台账记住它。"
    )
