"""What the page is answered: JSON, and faults in the words that a user can do something with."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response

from raci.errors import InternalError, RaciError

__all__ = ["Refused", "answer", "fault_answer", "on_fault"]

_log = logging.getLogger("raci")

Plain = Mapping[str, object] | Sequence[object]


class Refused(Exception):
    """A request that the page would not make, or that cannot be met: the status, and why."""

    def __init__(self, why: str, status: int = 400) -> None:
        super().__init__(why)
        self.why = why
        self.status = status


def answer(value: Plain, status: int = 200, behind: BackgroundTask | None = None) -> Response:
    """A value as JSON; lone surrogates, which no text may hold, as question marks. ``behind``: done when it is sent."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Response(text.encode("utf-8", "replace"), status, media_type="application/json", background=behind)


def fault_answer(why: str, status: int = 400) -> Response:
    """A fault as the page shows it."""
    return answer({"fault": why}, status)


async def on_fault(request: Request, fault: Exception) -> Response:
    """What a fault is answered with: one of the user's in its words, any other as a bug of raci's."""
    if isinstance(fault, Refused):
        return fault_answer(fault.why, fault.status)
    if isinstance(fault, InternalError) or not isinstance(fault, RaciError):
        _log.error("%s", request.url.path, exc_info=fault)
        why = str(fault) if isinstance(fault, InternalError) else f"程序内部错误（{type(fault).__name__}：{fault}）"
        return fault_answer(why, 500)
    return fault_answer(str(fault), 422)
