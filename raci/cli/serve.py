"""``raci serve``: the local page."""

from __future__ import annotations

import click

from raci.cli.chinese import Command
from raci.cli.streams import talk

__all__ = ["serve"]


@click.command(cls=Command)
@click.argument("files", metavar="[FILE…]", nargs=-1)
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="端口（默认用空着的）。")
@click.option("--no-open", is_flag=True, help="不自动打开浏览器，只显示地址。")
@click.option("--home", metavar="FOLDER", help="存放项目的文件夹（默认用户文件夹下的 raci-projects）。")
def serve(files: tuple[str, ...], port: int, no_open: bool, home: str | None) -> int:
    """在本机打开网页：拖入文件，对照原文核对、改正，取走各种结果。不联网。

    \b
    例：raci serve
        raci serve 方案.docx
        raci serve 文件夹/ --home 我的项目 --port 8765
    """
    from raci.web.server import serve as run

    def told(address: str) -> None:
        talk(f"网页：{address}")
        talk("只有这台电脑能打开；按 Ctrl-C 结束，改动都已存好")

    run(files, port=port, open_page=not no_open, home=home, told=told)
    return 0
