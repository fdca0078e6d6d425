"""What is made of several plans that were chosen on the list of projects."""

from __future__ import annotations

import re
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from raci.web.handouts import HandedFile
from raci.web.project_tools import TOOLS
from raci.web.replies import Refused, answer
from raci.web.routes.context import desk_of

__all__ = ["ROUTES"]

#: plans that may be chosen at a time
_MOST_PLANS = 500
_PLAN = re.compile(r"([\w-]{1,40})/([0-9]{1,6})")


async def _tools(_: Request) -> Response:
    return answer({"tools": [{"name": tool.name, "title": tool.title, "least": tool.least} for tool in TOOLS]})


async def _make(request: Request) -> Response:
    tool = next((tool for tool in TOOLS if tool.name == request.path_params["tool"]), None)
    if tool is None:
        raise Refused("没有这项功能", 404)
    chosen = [_PLAN.fullmatch(each) for each in request.query_params.getlist("plan")]
    if not tool.least <= len(chosen) <= _MOST_PLANS or not all(chosen):
        raise Refused(f"请选 {tool.least} 至 {_MOST_PLANS} 个方案")
    folder = desk_of(request).folder

    def work() -> HandedFile:
        states = [folder.project(match[1]).state(int(match[2])) for match in chosen if match is not None]
        return tool.make(states)

    handed = await run_in_threadpool(work)
    named = f"attachment; filename*=UTF-8''{quote(handed.name)}"
    return Response(handed.data, headers={"content-disposition": named}, media_type="application/octet-stream")


ROUTES = (
    Route("/api/tools", _tools, methods=["GET"]),
    Route("/api/tools/{tool}", _make, methods=["GET"]),
)
