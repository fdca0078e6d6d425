"""Writers: all that is known of one document as the bytes of files; one module a format.

A format's module declares one ``OutputFormat`` (``raci.writers.output_format``). A new format is a new module in this
package with such a value: it is found here, and nothing else has to be told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from raci.declared import declared
from raci.errors import OptionError
from raci.writers.file_names import LONGEST, UniqueFileNames

if TYPE_CHECKING:
    from raci.writers.job import Job
    from raci.writers.output_format import OutputFormat

__all__ = ["output_formats", "render", "render_files"]


def output_formats() -> tuple[OutputFormat, ...]:
    """The formats that the modules of this package declare, in the order in which they are written.

    The modules are loaded here, on first use: not where the package is imported.
    """
    from raci.writers.output_format import OutputFormat

    formats = declared(__name__, OutputFormat)
    return tuple(sorted(formats, key=lambda format: (format.position, format.name, format.file)))


def render(name: str, job: Job) -> bytes:
    """A document in the first format of that name that is a single file. Raises OptionError where there is none."""
    single = {format.name: format.render for format in reversed(output_formats()) if format.render}
    if name not in single:
        known = "、".join(reversed(single))
        raise OptionError(f"没有名为“{name}”的输出格式", place="format", remedy=f"可用：{known}")
    return single[name](job)


def render_files(format: OutputFormat, job: Job, name: str, longest: int = LONGEST) -> dict[str, bytes]:
    """The files of a format, by their names below the folder of the plan, whose name as a file name is ``name``.

    ``longest`` is how many characters the name of a file may have that is named after a department.
    """
    if format.render:
        return {format.file.format(name=name): format.render(job)}
    names = UniqueFileNames(longest)
    documents = format.render_each(job) if format.render_each else {}
    return {
        format.file.format(name=name, department=names.of(department, "单位")): data
        for department, data in documents.items()
    }
