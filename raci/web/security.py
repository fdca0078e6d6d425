"""Who is let in: the browser that opened the address with its token, on this computer, from this page, and nobody else.

Other pages in the same browser reach 127.0.0.1 too, and a name of theirs may be made to point here (DNS rebinding):
hence Host, Origin and the kind of content are checked of each request, besides the cookie.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["HOST", "Gate", "Keys"]

HOST = "127.0.0.1"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)
_READING = ("GET", "HEAD")
_CONTENT = ("application/json", "multipart/form-data")
_REFUSED = (
    '<!DOCTYPE html><html lang="zh-Hans"><meta charset="utf-8"><title>raci</title>'
    "<h1>不能打开</h1><p>{why}</p><p>请用运行 raci serve 的窗口里显示的地址打开（带 token 的那一行）。</p></html>"
)


@dataclass(frozen=True)
class Keys:
    """What lets a browser in: the ``token`` of the address, and the ``session`` that the cookie holds from then on."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)


class Gate:
    """Stands before the app (ASGI): refuses with 403 what does not come from the page itself."""

    def __init__(self, app: ASGIApp, keys: Keys, port: int) -> None:
        self.app = app
        self.keys = keys
        #: cookies are not kept apart by ports, so that two of these programs need two names
        self.cookie = f"raci_{port}"
        self._hosts = {f"{HOST}:{port}", f"localhost:{port}"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        token = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if headers.get("host", "") not in self._hosts:
            await _refuse(send, "地址不是本机的。")
        elif token and scope["path"] == "/" and scope["method"] == "GET":
            await self._admit(token, send)
        elif why := self._refusal(scope["method"], headers):
            await _refuse(send, why)
        else:
            await self.app(scope, receive, _with_headers(send))

    async def _admit(self, token: str, send: Send) -> None:
        """The first visit: the token becomes a cookie, and leaves the address."""
        if not hmac.compare_digest(token.encode("latin-1", "replace"), self.keys.token.encode()):
            await _refuse(send, "地址中的 token 不对，可能是上一次运行时的。")
            return
        cookie = f"{self.cookie}={self.keys.session}; Path=/; HttpOnly; SameSite=Strict"
        headers = [(b"location", b"/"), (b"set-cookie", cookie.encode("latin-1")), *_HEADERS]
        await _answer(send, 303, headers, b"")

    def _refusal(self, method: str, headers: dict[str, str]) -> str:
        """Why a request is refused; empty where it is let in."""
        if not self._has_cookie(headers.get("cookie", "")):
            return "这一页只对打开它的浏览器开放。"
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return "请求来自别的网页。"
        if method in _READING:
            return ""
        if headers.get("origin", "") != f"http://{headers['host']}":
            return "请求不是从这一页发出的。"
        if headers.get("content-type", "").split(";")[0].strip().lower() not in _CONTENT:
            return "内容的类型不对。"
        return ""

    def _has_cookie(self, written: str) -> bool:
        try:
            cookie = SimpleCookie(written).get(self.cookie)
        except CookieError:
            return False
        return cookie is not None and hmac.compare_digest(
            cookie.value.encode("latin-1", "replace"), self.keys.session.encode()
        )


def _with_headers(send: Send) -> Send:
    """Sends with the headers that hold the page to itself, unless the answer brings a stricter policy of its own."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name.lower() for name, _ in message.get("headers", ())}
            more = [pair for pair in _HEADERS if pair[0] not in given]
            if b"content-security-policy" not in given:
                more.append((b"content-security-policy", _POLICY.encode()))
            message = {**message, "headers": [*message.get("headers", ()), *more]}
        await send(message)

    return sending


async def _refuse(send: Send, why: str) -> None:
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-security-policy", b"default-src 'none'"),
        *_HEADERS,
    ]
    await _answer(send, 403, headers, _REFUSED.format(why=why).encode())


async def _answer(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    headers = [*headers, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
