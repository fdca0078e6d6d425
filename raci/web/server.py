"""``raci.serve``: runs the page until it is stopped."""

from __future__ import annotations

import gc
import socket
import webbrowser
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Timer

from raci.errors import OptionError
from raci.extras import install_line

__all__ = ["DEFAULT_HOME", "listen", "serve"]

#: the folder of the projects, below that of the user
DEFAULT_HOME = "raci-projects"
#: seconds after which the browser is opened: the page is there by then
_SOON = 0.3
#: objects made until the collector looks for cycles, and how often it looks at older ones: the plans at hand are large
#: and without cycles, and with the usual figures half the time of a correction goes into walking through them
_COLLECTED = 100_000, 20, 50


def serve(
    sources: str | Path | Iterable[str | Path] = (),
    *,
    port: int = 0,
    open_page: bool = True,
    home: str | Path | None = None,
    told: Callable[[str], None] | None = None,
) -> None:
    """Run the local page until it is interrupted (Ctrl-C).

    ``sources`` are files or folders that become projects at once. The page is reached on this computer alone, at the
    address that ``told`` is given (with its token; by default the log says it), at ``port`` (0: any that is free); the
    browser is opened on it, unless not ``open_page``. Projects are kept in ``home`` (by default ``raci-projects`` in
    the user's folder).

    Raises OptionError where the extra ``web`` is not installed or the port is taken, WriteError where nothing can be
    written to ``home``, ReadError for a source that is not there.
    """
    try:
        import uvicorn

        from raci.web.app import create_app
    except ImportError as error:
        raise OptionError("网页要用的组件没有安装", place="serve", remedy=f"请运行 {install_line('web')}") from error
    from raci.web.jobs import Jobs
    from raci.web.opening import groups_of, submit_groups
    from raci.web.projects.folder import ProjectFolder
    from raci.web.routes.context import Desk
    from raci.web.security import HOST, Keys

    groups = groups_of([sources] if isinstance(sources, str | Path) else list(sources))
    desk = Desk(ProjectFolder(Path(home) if home else Path.home() / DEFAULT_HOME), Jobs())
    listening = listen(HOST, port)
    submit_groups(desk, groups)
    keys, taken = Keys(), listening.getsockname()[1]
    address = f"http://{HOST}:{taken}/?token={keys.token}"
    (told or _log)(address)
    config = uvicorn.Config(
        create_app(desk, keys, taken),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
        lifespan="off",
    )
    if open_page:
        opener = Timer(_SOON, webbrowser.open, [address])
        opener.daemon = True
        opener.start()
    usual = gc.get_threshold()
    gc.set_threshold(*_COLLECTED)
    try:
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:
        pass  # the way to end it
    finally:
        gc.set_threshold(*usual)
        listening.close()


def listen(host: str, port: int) -> socket.socket:
    """A socket at that port (0: any that is free). Raises OptionError where it is taken."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except (OSError, OverflowError) as error:
        listening.close()
        remedy = "请用 --port 换一个，或不写 --port，用空着的"
        raise OptionError(f"端口 {port} 用不了", place="--port", remedy=remedy) from error
    return listening


def _log(address: str) -> None:
    import logging

    logging.getLogger("raci").warning("%s", address)
