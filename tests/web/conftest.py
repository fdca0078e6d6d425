"""One program for the tests of a module: each drops a plan of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("starlette", reason="没有安装 raci[web]")
pytest.importorskip("uvicorn", reason="没有安装 raci[web]")

from desks import OpenPlan, Page, running


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with running(tmp_path_factory.mktemp("projects")) as found:
        yield found


@pytest.fixture
def plan(page: Page) -> OpenPlan:
    return page.plan()
