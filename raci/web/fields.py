"""The fields of what the page sends, each checked as it is taken."""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.requests import Request

from raci.edits.corrections import role_named
from raci.model import Role
from raci.web.replies import Refused
from raci.web.utf16 import Utf16

__all__ = ["Fields", "fields_of"]

#: bytes of a request that holds JSON
_MOST_BYTES = 1_000_000


class Fields:
    """The fields of a JSON object. All raise Refused where a field is missing or of another type."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def has(self, name: str) -> bool:
        """Whether the field is there, and not null."""
        return self._values.get(name) is not None

    def text(self, name: str, default: str | None = None) -> str:
        """A text."""
        value = self._values.get(name, default)
        if not isinstance(value, str):
            raise Refused(f"{name} 须是文字")
        return value

    def role(self, name: str) -> Role:
        """A role by its key or its word."""
        return role_named(self.text(name))

    def span(self, name: str, offsets: Utf16) -> tuple[int, int]:
        """A stretch of the text, in the browser's offsets."""
        value = self._values.get(name)
        if not isinstance(value, list) or len(value) != 2 or not all(type(part) is int for part in value):
            raise Refused(f"{name} 须是起止位置")
        start, end = value
        if not 0 <= start <= end < 2**31:
            raise Refused(f"{name} 须是起止位置")
        return offsets.back(start), offsets.back(end)

    def list(self, name: str) -> list[Fields]:
        """A list of objects."""
        value = self._values.get(name)
        if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
            raise Refused(f"{name} 须是列表")
        return [Fields(part) for part in value]

    def texts(self, name: str) -> dict[str, str]:
        """An object of texts."""
        value = self._values.get(name)
        if not isinstance(value, dict) or not all(isinstance(part, str) for part in value.values()):
            raise Refused(f"{name} 须是文字的对照")
        return dict(value)


async def fields_of(request: Request) -> Fields:
    """The JSON object in a request. Raises Refused where it is none, or too large."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST_BYTES:
            raise Refused("内容过长", 413)
    try:
        values = json.loads(bytes(body))
    except (ValueError, RecursionError) as error:
        raise Refused("不是 JSON") from error
    if not isinstance(values, dict):
        raise Refused("须是 JSON 对象")
    return Fields(values)
