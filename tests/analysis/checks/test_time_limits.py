"""Time limits on days that do not exist are told, those that exist are not."""

from __future__ import annotations

import pytest

from raci.pipeline import analyses


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        ("2026年4月31日前", ["2026年4月31日"]),
        ("2026年2月29日", ["2026年2月29日"]),
        ("2026年4月30日前", []),
        ("汛期前", []),
    ],
)
def test_a_day_that_does_not_exist_is_told_once(limit: str, told: list[str]) -> None:
    (analysis,) = analyses(f"一、清理广告。（责任单位：市城管局、市商务局；完成时限：{limit}）")
    found = [finding for finding in analysis.findings if finding.check == "time-limit"]
    assert [day in finding.message for finding, day in zip(found, told, strict=True)] == [True] * len(told)
    assert [analysis.document.quote(finding.start or 0, finding.end or 0) for finding in found] == [limit] * len(told)
