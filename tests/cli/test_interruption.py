"""Ctrl-C ends a run also where a library swallows it."""

from __future__ import annotations

import os
import signal

import pytest

from raci.cli.interruption import interruption_kept


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def swallowed() -> bool:
    """Whether an interruption goes nowhere here, as in a finalizer."""
    try:
        interrupt()
    except KeyboardInterrupt:
        return True
    return False


def test_what_a_library_swallows_is_raised_at_the_next_look() -> None:
    with pytest.raises(KeyboardInterrupt), interruption_kept() as check:
        check()  # nobody has asked for an end
        assert swallowed()
        check()
        pytest.fail("the run went on")


def test_what_was_swallowed_last_is_raised_at_the_end() -> None:
    with pytest.raises(KeyboardInterrupt), interruption_kept():
        assert swallowed()


def test_without_it_all_is_as_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    with interruption_kept() as check:
        check()
    assert signal.getsignal(signal.SIGINT) is before
    with pytest.raises(KeyboardInterrupt):
        interrupt()
