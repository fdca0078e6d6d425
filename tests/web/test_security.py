"""Only the browser that opened the address with its token is let in, and only from the page itself."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from desks import Page, running

JSON = {"content-type": "application/json"}


def test_the_page_itself_is_let_in(page: Page) -> None:
    home = page.client.get("/")
    assert home.status_code == 200
    assert "raci" in home.text
    policy = home.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_token_leaves_the_address_and_the_cookie_is_for_this_page_alone(page: Page) -> None:
    admitted = httpx.get(page.token_address, follow_redirects=False)
    assert admitted.status_code == 303
    assert admitted.headers["location"] == "/"
    cookie = admitted.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    token = page.token_address.partition("token=")[2]
    assert token not in cookie


@pytest.mark.parametrize(
    "address", ["/", "/?token=", "/?token=wrong", "/?token=令牌", "/api/projects", "/static/app.js", "/api/outputs"]
)
def test_without_the_token_nothing_is_shown(page: Page, address: str) -> None:
    answer = httpx.get(f"{page.address}{address}", follow_redirects=False)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.nip.io:{port}", "[::1]:{port}", ""],
)
def test_a_name_that_points_here_is_another_page(page: Page, host: str) -> None:
    port = page.address.rpartition(":")[2]
    asked = {"host": host.format(port=port)}
    assert page.client.get("/", headers=asked).status_code == 403
    assert page.client.get(f"/?{page.token_address.partition('?')[2]}", headers=asked).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example", **JSON},
        {"origin": "null", **JSON},
        {"origin": "http://127.0.0.1:1", **JSON},
        {"origin": "https://127.0.0.1", **JSON},
        {"sec-fetch-site": "cross-site", **JSON},
        {"sec-fetch-site": "same-site", **JSON},
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": ""},
    ],
)
def test_another_page_cannot_ask_for_anything_to_be_changed(page: Page, headers: dict[str, str]) -> None:
    before = page.client.get("/api/projects").json()
    for path in ("/api/texts", "/api/projects"):
        assert page.client.post(path, content='{"text": "牵头单位：市教育局"}', headers=headers).status_code == 403
    assert page.client.get("/api/projects").json() == before


def test_without_an_origin_nothing_is_changed(page: Page) -> None:
    with httpx.Client(base_url=page.address, cookies=dict(page.client.cookies)) as client:
        assert client.get("/api/projects").status_code == 200
        assert client.post("/api/texts", json={"text": "牵头单位：市教育局"}).status_code == 403


def test_the_cookie_of_one_program_does_not_open_another(page: Page, tmp_path: Path) -> None:
    with running(tmp_path) as other:
        with httpx.Client(base_url=other.address, cookies=dict(page.client.cookies)) as client:
            assert client.get("/api/projects").status_code == 403
        [value] = page.client.cookies.values()
        [name] = other.client.cookies.keys()
        with httpx.Client(base_url=other.address, cookies={name: value}) as client:
            assert client.get("/api/projects").status_code == 403


@pytest.mark.parametrize(
    "path", ["/static/../page.html", "/static/%2e%2e%2f%2e%2e%2fsetup.cfg", "/static/nothing.js", "/nothing"]
)
def test_no_other_file_is_given_out(page: Page, path: str) -> None:
    assert page.client.get(path).status_code == 404


@pytest.mark.parametrize("project", ["..", "x", "20250101-000000-00000000", "%2e%2e%2fetc", "a" * 500])
def test_no_project_is_found_outside_of_its_folder(page: Page, project: str) -> None:
    for path in (f"/api/projects/{project}", f"/api/projects/{project}/plans/1"):
        assert page.client.get(path).status_code in (404, 405, 422)
    assert page.client.request("DELETE", f"/api/projects/{project}", json={}).status_code in (404, 405, 422)
