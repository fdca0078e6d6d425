"""Marks for tests that need a program or an extra: slow, and skipped where it is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

__all__ = ["needs"]

Test = TypeVar("Test", bound=Callable[..., object])


def needs(there: bool, reason: str) -> Callable[[Test], Test]:
    """Marks a test as slow, and skips it for that reason where what it needs is not there."""

    def marked(test: Test) -> Test:
        return pytest.mark.slow(pytest.mark.skipif(not there, reason=reason)(test))

    return marked
