"""Names that stay open: what is written wrongly is urgent, what the register merely does not know is not."""

from __future__ import annotations

import pytest

from raci.pipeline import analyse


@pytest.mark.parametrize(
    ("names", "severities"),
    [
        ("市水利局、市财政局", []),
        ("市水利局、市自然资源", ["warning"]),  # cut short
        ("市水利局、区具（市）人民政府", ["warning"]),  # a slip for 区县
        ("市水利局、市财政局按职责负责（金融科）", ["warning"]),  # a bracket in the wrong place
        ("市水利局、护江集团、东江物流", ["note"]),
        ("市水利局、城投供水", ["note"]),
        ("市水利局、云泽国际铁路港", ["note"]),
    ],
)
def test_what_is_written_wrongly_is_urgent(names: str, severities: list[str]) -> None:
    analysis = analyse(f"云泽市河道方案\n一、整治河道。（责任单位：{names}）\n")
    assert [one.severity for one in analysis.findings if one.check == "unresolved"] == severities
