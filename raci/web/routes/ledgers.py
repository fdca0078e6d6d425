"""What came back of a ledger, merged; and the files that this gives, to be taken away."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from threading import Lock
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from raci.web.handouts import HandedFile
from raci.web.ledger_desk import collected
from raci.web.replies import Refused, answer
from raci.web.uploads import dropped_files

__all__ = ["ROUTES"]

#: files that may come back at a time, and files that are kept to be taken away
_MOST_RETURNED, _MOST_KEPT = 600, 12


class _MadeFiles:
    """Files to be taken away, the last ones."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, HandedFile] = OrderedDict()
        self._lock = Lock()

    def put(self, file: HandedFile) -> str:
        with self._lock:
            name = secrets.token_urlsafe(12)
            self._files[name] = file
            while len(self._files) > _MOST_KEPT:
                self._files.popitem(last=False)
            return name

    def find(self, name: str) -> HandedFile | None:
        with self._lock:
            return self._files.get(name)


async def _collect(request: Request) -> Response:
    files, _ = await dropped_files(request, _MOST_RETURNED)
    found = await run_in_threadpool(collected, files)
    kept: _MadeFiles = _kept_of(request)
    listed = [{"id": kept.put(file), "name": file.name} for file in found.files]
    return answer({"said": found.said, "findings": found.findings, "silent": found.silent, "files": listed})


async def _file(request: Request) -> Response:
    file = _kept_of(request).find(request.path_params["file"])
    if file is None:
        raise Refused("文件已经不在了，请重新汇总", 404)
    named = f"attachment; filename*=UTF-8''{quote(file.name)}"
    return Response(file.data, headers={"content-disposition": named}, media_type="application/octet-stream")


def _kept_of(request: Request) -> _MadeFiles:
    """The files of this program: kept as long as it runs."""
    state = request.app.state
    if not hasattr(state, "collected"):
        state.collected = _MadeFiles()
    kept: _MadeFiles = state.collected
    return kept


ROUTES = (
    Route("/api/ledgers", _collect, methods=["POST"]),
    Route("/api/ledgers/{file}", _file, methods=["GET"]),
)
