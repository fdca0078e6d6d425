"""The program behind the page, as an ASGI app: what ``uvicorn`` runs and tests call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from raci.errors import RaciError
from raci.web.replies import Refused, fault_answer, on_fault
from raci.web.routes import handouts, learning, ledgers, page_images, pages, plans, project_tools, projects
from raci.web.routes.context import Desk
from raci.web.security import Gate, Keys

if TYPE_CHECKING:
    from starlette.types import ASGIApp

__all__ = ["create_app"]

_FAULTS = {404: "没有这一页", 405: "不能这样请求"}


async def _on_http_fault(_: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 400
    return fault_answer(_FAULTS.get(status, "请求不对"), status)


def create_app(desk: Desk, keys: Keys, port: int) -> ASGIApp:
    """The app for that desk, reached at ``port`` by whoever has the keys."""
    app = Starlette(
        routes=[
            *pages.ROUTES,
            *projects.ROUTES,
            *project_tools.ROUTES,
            *plans.ROUTES,
            *learning.ROUTES,
            *page_images.ROUTES,
            *handouts.ROUTES,
            *ledgers.ROUTES,
        ],
        exception_handlers={
            HTTPException: _on_http_fault,
            Refused: on_fault,
            RaciError: on_fault,
            Exception: on_fault,
        },
    )
    app.state.desk = desk
    return Gate(app, keys, port)
