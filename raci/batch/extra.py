"""What the extra ``corpus`` brings: loaded on use, and said where it is missing."""

from __future__ import annotations

from importlib import import_module

from raci.errors import OptionError
from raci.extras import install_line

__all__ = ["need_extra"]


def need_extra(*modules: str) -> None:
    """Raises OptionError with the line that installs the extra, where one of its modules is not installed."""
    for module in modules:
        try:
            import_module(module)
        except ImportError as error:
            what = f"没有安装 {module}，不能处理语料库"
            raise OptionError(what, remedy=f"请运行：{install_line('corpus')}") from error
