"""What is handed out of a plan as it stands: the files of a build, one as it is, several in a zip; pictures."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePath

from raci.config.options.build import BuildOptions
from raci.config.options.draw import DrawOptions
from raci.errors import DrawError
from raci.model import Analysis, Finding
from raci.outputs.catalogue import choices
from raci.outputs.draw import draw_with
from raci.outputs.plan import build_plan
from raci.web.projects.plan import PlanState, finding_key
from raci.writers import output_formats
from raci.writers.file_names import UniqueFileNames

__all__ = ["HandedFile", "hand_out", "kinds", "outputs", "picture", "zipped"]

#: what was decided on a finding → how the table 待核 says it
_SAID = {"accepted": "已核对无误", "ignored": "不予处理"}


class HandedFile:
    """A file to be handed out."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = data


#: files that an office opens; all others are data, for programs and studies
_FOR_READERS = frozenset((".xlsx", ".docx", ".pptx", ".html", ".ics", ".pdf", ".png", ".svg", ".drawio"))


@cache
def outputs() -> tuple[tuple[str, str, str, bool, bool], ...]:
    """What can be asked for: name, file, what it is, whether it is usual, and whether it is for readers."""
    listed: dict[str, tuple[str, str, str, bool]] = {}
    for one in output_formats():  # of formats with one name the first says what they are
        listed.setdefault(one.name, (one.name, one.file, one.description, one.usual))
    pictures = {"svg": "图：矢量图（SVG）", "png": "图：PNG 图片", "pdf": "图：PDF，可打印"}
    every = (*listed.values(), *((name, f"*.{name}", words, name != "pdf") for name, words in pictures.items()))
    return tuple((*one, PurePath(one[1]).suffix in _FOR_READERS) for one in every)


@cache
def kinds() -> tuple[tuple[str, str], ...]:
    """The kinds of drawings: name and title."""
    from raci.drawing.registry import kind_named

    return tuple((name, kind_named(name).title) for name in choices().usual_kinds)


def hand_out(state: PlanState, only: Sequence[str], department: str = "", chapter: str = "") -> HandedFile:
    """The outputs that are asked for (none: the usual ones), as one file: a zip where there are several.

    Raises OptionError for an output that there is not, or a part of the plan without tasks, DrawError where what was
    asked for cannot be made on this machine.
    """
    options = BuildOptions(only=tuple(only), department=department, chapter=chapter, profile=state.profile)
    options = options.checked(choices())
    name = UniqueFileNames().of(state.analysis.document.title, "方案")
    with tempfile.TemporaryDirectory(prefix="raci-serve-") as stage:
        folder = Path(stage) / name
        build_plan(_decided(state), folder, options, (), {})
        files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
        wanted = {file: path for file, path in files.items() if not only or file != "run.json"}
        if not wanted:
            raise DrawError("这里画不出来", remedy="请用 --only all 看原因，或换一种格式")
        if len(wanted) == 1 and only:
            [path] = wanted.values()
            stem = path.name if path.name.startswith(name) else f"{name}-{path.name}"
            return HandedFile(stem, path.read_bytes())
        return HandedFile(f"{name}.zip", zipped((f"{name}/{file}", path) for file, path in wanted.items()))


def zipped(files: Iterable[tuple[str, Path]]) -> bytes:
    """Files as a zip, each by its name in there."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in files:
            archive.write(path, name)
    return packed.getvalue()


def picture(state: PlanState, kind: str) -> bytes:
    """A drawing of the plan as SVG. Raises DrawError for what cannot be drawn."""
    return draw_with(state.analysis, DrawOptions(kind=kind, profile=state.profile))


def _decided(state: PlanState) -> Analysis:
    """The analysis whose findings say what was decided on them."""

    def said(finding: Finding) -> Finding:
        decision = state.decisions.get(finding_key(finding))
        if decision is None:
            return finding
        reason = f"：{decision.reason}" if decision.reason else ""
        return replace(finding, severity="note", message=f"{finding.message}（{_SAID[decision.verdict]}{reason}）")

    findings = tuple(said(finding) for finding in state.analysis.findings)
    return replace(state.analysis, findings=findings)
