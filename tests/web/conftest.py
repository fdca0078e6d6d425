"""One program for the tests of a module: each drops a plan of its own."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

import pytest

# what the page needs comes with the extra ``web``
if find_spec("starlette") is None or find_spec("uvicorn") is None:
    collect_ignore_glob = ["test_*.py"]
else:
    from desks import OpenPlan, Page, running

    @pytest.fixture(scope="module")
    def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
        with running(tmp_path_factory.mktemp("projects")) as found:
            yield found

    @pytest.fixture
    def plan(page: Page) -> OpenPlan:
        return page.plan()
