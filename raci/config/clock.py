"""The time that outputs state: the machine's, or a fixed one, so that a build can be repeated byte for byte."""

from __future__ import annotations

import os
from datetime import UTC, datetime

__all__ = ["fixed_time", "now"]


def fixed_time() -> datetime | None:
    """The time that SOURCE_DATE_EPOCH gives, in UTC; None where it is not set, or does not hold a count of seconds.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if seconds.isascii() and seconds.isdigit() and len(seconds) < 12:
        return datetime.fromtimestamp(int(seconds), UTC)
    return None


def now() -> datetime:
    """The time that outputs state: that of SOURCE_DATE_EPOCH if it is set, else the local time."""
    return fixed_time() or datetime.now().astimezone()
