"""Processes that find bytecode at hand, as those of an installed raci do, whatever the environment says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory


@contextmanager
def bytecode() -> Iterator[dict[str, str]]:
    """An environment in which bytecode is written and read, apart from the source; a first run fills it."""
    with TemporaryDirectory() as folder:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        yield {**environment, "PYTHONPYCACHEPREFIX": folder}
