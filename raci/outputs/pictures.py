"""The pictures of a plan as files: each kind laid out once, then written in the formats that are wanted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from raci.errors import DrawError
from raci.model import Analysis, Profile
from raci.outputs.results import SkippedFile

if TYPE_CHECKING:
    from raci.drawing.picture import Drawing

__all__ = ["PICTURES", "files", "laid_out", "old_sheets", "shown", "told"]

#: the formats of pictures
PICTURES: tuple[str, ...] = ("svg", "png", "pdf", "dot")
#: a drawing with more sheets is not written as a file a sheet
MOST_SHEETS = 40


def laid_out(
    analysis: Analysis,
    profile: Profile,
    kinds: Sequence[str],
    only: Collection[str],
    skipped: list[SkippedFile],
    seconds: dict[str, float],
    *,
    title: str = "",
    department: str = "",
    shown: bool = False,
) -> dict[str, Drawing]:
    """Kind → its drawing, laid out once for all formats and the outputs that show it.

    ``only`` holds the outputs that are wanted; ``shown`` says that one of them shows the drawings. What cannot be
    drawn here is added to ``skipped``, and to ``seconds`` what each took.
    """
    from raci.drawing import compose

    wanted = [form for form in PICTURES if form in only]
    made: dict[str, Drawing] = {}
    for kind in kinds if shown or set(wanted) - {"dot"} else ():
        begun = perf_counter()
        try:
            made[kind] = compose(analysis, kind, profile=profile, title=title or None, department=department)
        except DrawError as error:
            skipped += [SkippedFile(f"{kind}.{form}", str(error)) for form in wanted]
        seconds[kind] = perf_counter() - begun
    return made


def files(
    analysis: Analysis,
    profile: Profile,
    kinds: Sequence[str],
    drawings: Mapping[str, Drawing],
    only: Collection[str],
    skipped: list[SkippedFile],
    seconds: dict[str, float],
) -> dict[str, bytes]:
    """The pictures that are wanted: a file a sheet, of a PDF one. The rest as for ``laid_out``."""
    from raci.drawing import GRAPHS, source
    from raci.drawing.fonts import cut

    made: dict[str, bytes] = {}
    forms = [form for form in PICTURES if form in only]
    if {"png", "pdf"} & set(forms) and drawings:
        with suppress(DrawError):  # each picture tells it
            cut(set().union(*(one.characters() for one in drawings.values())))
    for kind in kinds:
        for form in forms:
            if kind not in (GRAPHS if form == "dot" else drawings):
                continue
            begun = perf_counter()
            file = f"{kind}.{form}"
            try:
                if form == "dot":
                    made[file] = source(analysis, kind, profile=profile)
                elif len(drawings[kind].sheets) > MOST_SHEETS and form != "pdf":
                    number = len(drawings[kind].sheets)
                    remedy = "请用 --only pdf（一个文件），或用 --chapter、--department 取一部分"
                    raise DrawError(f"共 {number} 页，不逐页输出", remedy=remedy)
                else:
                    made |= _sheets(file, drawings[kind].files(form))
            except DrawError as error:
                skipped.append(SkippedFile(file, str(error)))
            seconds[file] = perf_counter() - begun
    return made


def _sheets(file: str, sheets: Sequence[bytes]) -> dict[str, bytes]:
    """The sheets by their files: ``x.svg``, or ``x-1.svg``, ``x-2.svg`` …"""
    name, _, form = file.rpartition(".")
    return {
        (file if len(sheets) == 1 else f"{name}-{number}.{form}"): data for number, data in enumerate(sheets, start=1)
    }


def old_sheets(folder: Path, drawings: Iterable[str], files: Collection[str]) -> list[str]:
    """The pictures of an earlier run, with more sheets or fewer, of the kinds that were drawn now."""
    if not folder.is_dir():
        return []
    kinds = "|".join(drawings)
    forms = {file.rpartition(".")[2] for file in files} & {"svg", "png"}
    stale = re.compile(rf"(?:{kinds})(?:-\d+)?\.(?:{'|'.join(sorted(forms))})") if kinds and forms else None
    return [path.name for path in folder.iterdir() if stale and stale.fullmatch(path.name) and path.name not in files]


def shown(drawings: Mapping[str, Drawing]) -> dict[str, str]:
    """What the pictures are called → SVG, a sheet each, for the report; its own matrix makes one of it needless.

    What has too many sheets is one picture, which the report leaves out where it is too large.
    """
    from raci.drawing import WORDS

    found = {}
    for kind, drawing in drawings.items():
        if kind == "matrix" and len(drawings) > 1:
            continue
        number = len(drawing.sheets)
        if number > MOST_SHEETS:
            found[f"{WORDS[kind]}（{number} 页）"] = drawing.one("svg").decode()
            continue
        for page, sheet in enumerate(drawing.svg(), start=1):
            found[WORDS[kind] if number == 1 else f"{WORDS[kind]}（第 {page} 页，共 {number} 页）"] = sheet.decode()
    return found


def told(drawings: Mapping[str, Drawing]) -> dict[str, object]:
    """What run.json says of the drawings: pages, the smallest letters, rules, and how many lines cross."""
    crossed = drawings["bipartite"].crossed() if "bipartite" in drawings else {}
    return {"crossings": crossed, **{kind: drawing.told() for kind, drawing in drawings.items()}}
