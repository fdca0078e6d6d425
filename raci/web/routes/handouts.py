"""Files and pictures to take away."""

from __future__ import annotations

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from raci.web.handouts import HandedFile, hand_out, kinds, outputs, picture
from raci.web.replies import answer
from raci.web.routes.context import PLAN_PATH, coder_of, plan_of, project_of

__all__ = ["ROUTES"]

#: an SVG is shown as a picture, in which no script runs; nor does one where it is opened by itself
_PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; sandbox"


async def _outputs(_: Request) -> Response:
    listed = await run_in_threadpool(outputs)
    drawings = await run_in_threadpool(kinds)
    return answer(
        {
            "outputs": [
                {"name": name, "file": file, "words": words, "usual": usual, "reading": reading}
                for name, file, words, usual, reading in listed
            ],
            "kinds": [{"name": name, "title": title} for name, title in drawings],
        }
    )


async def _files(request: Request) -> Response:
    project, plan, coder = await run_in_threadpool(project_of, request), plan_of(request), coder_of(request)
    query = request.query_params
    only = tuple(filter(None, query.get("only", "").split(",")))

    def work() -> HandedFile:
        state = project.state(plan, coder)
        return hand_out(state, only, query.get("department", ""), query.get("chapter", ""))

    handed = await run_in_threadpool(work)
    named = f"attachment; filename*=UTF-8''{quote(handed.name)}"
    return Response(handed.data, headers={"content-disposition": named}, media_type="application/octet-stream")


async def _picture(request: Request) -> Response:
    project, plan, coder = await run_in_threadpool(project_of, request), plan_of(request), coder_of(request)
    kind = request.path_params["kind"]
    data = await run_in_threadpool(lambda: picture(project.state(plan, coder), kind))
    return Response(data, headers={"content-security-policy": _PICTURE_POLICY}, media_type="image/svg+xml")


ROUTES = (
    Route("/api/outputs", _outputs, methods=["GET"]),
    Route(f"{PLAN_PATH}/files", _files, methods=["GET"]),
    Route(f"{PLAN_PATH}/pictures/{{kind}}", _picture, methods=["GET"]),
)
