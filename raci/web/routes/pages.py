"""The page itself: the files of ``raci/data/web``, and no others."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from raci.config.palette import OTHER_CLASS, palette
from raci.web.replies import Refused

__all__ = ["ROUTES"]

_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


@cache
def _parts() -> dict[str, bytes]:
    """Name → content of the files; read once."""
    folder = files("raci") / "data" / "web"
    parts = {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.name.rpartition(".")[2] in _TYPES}
    parts["letters.css"] = _letters().encode()
    return parts


def _letters() -> str:
    """The colours of the letters and roles, from the palette that all outputs share."""
    colours = palette()
    tints = [(letter, tints.page, tints.page_dark) for letter, tints in colours.letters.items()]
    tints.append((OTHER_CLASS, colours.others[0].page, colours.others[0].page_dark))
    light = " ".join(f"--{letter}: {tint.ink}; --{letter}-p: {tint.paper};" for letter, tint, _ in tints)
    dark = " ".join(f"--{letter}: {tint.ink}; --{letter}-p: {tint.paper};" for letter, _, tint in tints)
    return f":root {{ {light} }}\n:root[data-theme=dark] {{ {dark} }}\n"


async def _home(_: Request) -> Response:
    return Response(_parts()["page.html"], media_type="text/html")


async def _part(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _parts():
        raise Refused("没有这个文件", 404)
    return Response(_parts()[name], media_type=_TYPES[name.rpartition(".")[2]])


ROUTES = (
    Route("/", _home, methods=["GET"]),
    Route("/static/{name}", _part, methods=["GET"]),
)
