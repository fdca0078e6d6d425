"""Pages of PDF files and pictures, and where words stand on them."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from raci.web.page_images import page_of, page_picture, place_mark
from raci.web.replies import Refused, answer
from raci.web.routes.context import PLAN_PATH, coder_of, plan_of, project_of
from raci.web.utf16 import Utf16

__all__ = ["ROUTES"]


def _offsets(request: Request) -> tuple[int, int]:
    try:
        start, end = (int(request.query_params.get(name, "")) for name in ("start", "end"))
    except ValueError as error:
        raise Refused("start、end 须是位置") from error
    return min(max(start, 0), 2**31), min(max(end, 0), 2**31)


async def _mark(request: Request) -> Response:
    """The page of a stretch, and where on it that stands."""
    project, plan, coder = await run_in_threadpool(project_of, request), plan_of(request), coder_of(request)
    span, wait = _offsets(request), request.query_params.get("wait") == "1"

    def work() -> dict[str, object]:
        document = project.state(plan, coder).analysis.document
        offsets = Utf16(document.text)
        start, end = (offsets.back(each) for each in span)
        found = place_mark(document, project.file.sources(), start, end, project.scans, wait=wait)
        if found is None:
            return {"page": None}
        return {
            "page": found.page,
            "boxes": [list(box) for box in found.boxes],
            "exact": found.exact,
            "more": found.more,
        }

    return answer(await run_in_threadpool(work))


async def _page(request: Request) -> Response:
    """The page on which a stretch stands, as a picture."""
    project, plan, coder = await run_in_threadpool(project_of, request), plan_of(request), coder_of(request)
    start, _ = _offsets(request)

    def work() -> tuple[bytes, str]:
        document = project.state(plan, coder).analysis.document
        found = page_of(document, project.file.sources(), Utf16(document.text).back(start))
        if found is None:
            raise Refused("这里没有页面图", 404)
        return page_picture(*found)

    data, kind = await run_in_threadpool(work)
    return Response(data, media_type=kind)


ROUTES = (
    Route(f"{PLAN_PATH}/mark", _mark, methods=["GET"]),
    Route(f"{PLAN_PATH}/page", _page, methods=["GET"]),
)
