"""What a user sets for the checks (``[checks]`` in ``raci.toml``): which, how urgent, and where their limits are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from raci.model.findings import SEVERITIES, Severity

__all__ = ["CheckSettings", "parse_check_settings"]


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Which checks are made and how.

    ``ignore`` names those that are left out, ``severities`` gives checks another severity. With more than
    ``most_leads`` leads a task has too many; a body with more than ``load_share`` of all tasks, and with many times
    more than the others, has far more than these.
    """

    ignore: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict, hash=False)
    most_leads: int = 3
    load_share: float = 0.6


def parse_check_settings(section: object) -> tuple[CheckSettings, list[str]]:
    """What ``[checks]`` says, and what is wrong with it; ids of checks are looked up where checks are made."""
    if not isinstance(section, dict):
        return CheckSettings(), ["checks 须是一节（[checks]）"]
    faults = [f"checks.{key}：不认识的键，可用 {'、'.join(_KEYS)}" for key in sorted(section.keys() - set(_KEYS))]
    ignore = section.get("ignore", [])
    if not isinstance(ignore, list) or not all(isinstance(name, str) for name in ignore):
        faults.append("checks.ignore 须是检查项编号的列表")
        ignore = []
    severities = section.get("severity", {})
    if not isinstance(severities, dict):
        faults.append("checks.severity 须是一节（[checks.severity]）")
        severities = {}
    words = "、".join(SEVERITIES)
    faults += (
        f"checks.severity.{name}：须是 {words} 之一" for name, key in severities.items() if key not in SEVERITIES
    )
    most_leads, load_share = section.get("most-leads", 3), section.get("load-share", 0.6)
    if not _is_number(most_leads, int) or most_leads < 1:
        faults.append("checks.most-leads 须是不小于 1 的整数")
    if not _is_number(load_share, (int, float)) or not 0 < load_share <= 1:
        faults.append("checks.load-share 须在 0 和 1 之间")
    if faults:
        return CheckSettings(), faults
    return CheckSettings(frozenset(ignore), dict(severities), most_leads, float(load_share)), []


_KEYS = ("ignore", "severity", "most-leads", "load-share")


def _is_number(value: object, kinds: type | tuple[type, ...]) -> bool:
    return isinstance(value, kinds) and not isinstance(value, bool)
