"""Whatever is asked, and however: no request is answered with a bug, and what is no change changes nothing."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import httpx
import pytest
from desks import OpenPlan, Page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raci.analysis.checks import CHECKS
from raci.analysis.checks.values import Check
from raci.model import ROLES
from raci.web.commands import COMMANDS
from raci.web.remedies import remedy_of

pytestmark = pytest.mark.slow

WORDS = st.text(max_size=12) | st.sampled_from(
    [
        "市水利局",
        "市林业局、市园林局",
        "<script>alert(1)</script>",
        "=1+1",
        "2026年底前",
        "（一）",
        "𠮷局",
        "\ud800",
        "",
    ]
)
OFFSETS = st.integers(-2, 250) | st.sampled_from([2**31, 2**63, -(2**40)])
SPANS = st.lists(OFFSETS, min_size=2, max_size=2) | st.lists(st.integers() | st.text(), max_size=3) | st.none()
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS, lambda each: st.lists(each, max_size=3), max_leaves=4
)


@cache
def _plan_of(page_address: str) -> list[OpenPlan]:
    return []


@pytest.fixture
def shared(page: Page) -> OpenPlan:
    """One plan for all examples; each change is taken back, and so all begin with the same."""
    kept = _plan_of(page.address)
    if not kept:
        kept.append(page.plan())
    return kept[0]


@st.composite
def commands(draw: st.DrawFn) -> dict[str, Any]:
    """What may be asked for; tasks are named by their places."""
    task = st.sampled_from(["#0", "#1", "#2", "task:none", ""])
    name = st.fixed_dictionaries({"name": WORDS}, optional={"span": SPANS, "role": st.sampled_from([*ROLES, "", "x"])})
    fields = {
        "task": task,
        "other": task,
        "follows": task,
        "name": WORDS,
        "names": st.lists(name, max_size=3),
        "role": st.sampled_from([*ROLES, "牵头", "x"]),
        "to": WORDS | st.sampled_from(ROLES),
        "number": WORDS,
        "quote": SPANS,
        "words": SPANS,
        "key": WORDS,
        "verdict": st.sampled_from(["accepted", "ignored", "", "x"]),
        "heads": st.dictionaries(WORDS, WORDS, max_size=2),
    }
    asked = draw(st.fixed_dictionaries({"do": st.sampled_from(COMMANDS)}, optional=fields))
    if draw(st.integers(0, 9)) == 0:
        asked[draw(st.sampled_from(sorted(fields)))] = draw(ODD)
    return asked


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(asked=commands())
def test_no_change_that_is_asked_for_is_a_bug(shared: OpenPlan, asked: dict[str, Any]) -> None:
    before = shared.data()
    tasks = {f"#{place}": task["id"] for place, task in enumerate(before["tasks"])}
    asked = {key: tasks.get(value, value) if isinstance(value, str) else value for key, value in asked.items()}
    body = json.dumps(asked).encode()
    answer = shared.client.post(f"{shared.path}/changes", content=body, headers={"content-type": "application/json"})
    assert answer.status_code in (200, 400, 422), answer.text
    held = shared.whole(before, answer.json()) if answer.status_code == 200 else {**before, "coders": None}
    after = shared.shown()
    assert held == after
    if answer.status_code == 200:
        assert len({task["id"] for task in after["tasks"]}) == len(after["tasks"])
        shared.undo()
        assert shared.data()["tasks"] == before["tasks"]
        shared.redo()
        assert shared.data()["tasks"] == after["tasks"]
        shared.undo()


PATHS = [
    "/api/projects",
    "/api/texts",
    "/api/jobs/{word}",
    "/api/outputs",
    "/api/projects/{project}",
    "/api/projects/{word}",
    *(
        f"/api/projects/{{project}}/plans/{{number}}{rest}"
        for rest in (
            "",
            "/document",
            "/changes",
            "/undo",
            "/redo",
            "/workbook",
            "/bodies",
            "/meanings",
            "/tables",
            "/files",
        )
    ),
    "/api/projects/{project}/plans/{number}/pictures/{word}",
    "/static/{word}",
    "/{word}",
]


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    path=st.sampled_from(PATHS),
    method=st.sampled_from(["GET", "POST", "PATCH", "PUT", "HEAD", "OPTIONS"]),
    word=WORDS,
    number=st.sampled_from(["1", "0", "-1", "2", "9" * 30, "x"]),
    query=st.dictionaries(
        st.sampled_from(["start", "end", "name", "only", "coder", "department", "chapter", "v"]),
        WORDS | st.integers().map(str),
        max_size=3,
    ),
    body=st.binary(max_size=60) | st.sampled_from([b"{}", b"[]", b'{"text": 1}', b"{" * 2000, b'{"a":' * 2000]),
    kind=st.sampled_from(["application/json", "multipart/form-data", "multipart/form-data; boundary=x"]),
)
def test_no_request_is_answered_with_a_bug(  # noqa: PLR0913  hypothesis hands over each part
    shared: OpenPlan, path: str, method: str, word: str, number: str, query: dict[str, str], body: bytes, kind: str
) -> None:
    project = shared.path.split("/")[3]
    written = path.format(word=word.encode("utf-8", "replace").decode(), project=project, number=number)
    if query.get("only"):
        query = {**query, "only": query["only"][:3]}
    try:
        request = shared.client.build_request(
            method,
            httpx.URL(shared.client.base_url).copy_with(path=written if written.startswith("/") else f"/{written}"),
            params={key: value.encode("utf-8", "replace").decode() for key, value in query.items()},
            content=None if method in ("GET", "HEAD", "OPTIONS") else body,
            headers={"content-type": kind},
        )
    except (httpx.InvalidURL, UnicodeError, ValueError):
        return
    if method == "PATCH" and path == "/api/projects/{project}":
        return
    answer = shared.client.send(request)
    assert answer.status_code < 500, answer.text


@pytest.mark.parametrize("known", CHECKS, ids=lambda known: known.id)
def test_the_page_speaks_of_no_commands(known: Check) -> None:
    """Who works on the page types none: what to do about a finding is said in what the page can do."""
    assert remedy_of(known.id)
    assert "--" not in remedy_of(known.id)
    assert "raci.toml" not in remedy_of(known.id)
