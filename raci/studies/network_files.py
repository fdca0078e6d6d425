"""The files of a study of networks: each network of each window in each format, tables, pictures, methods."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version

import pandas as pd

from raci._version import __version__
from raci.drawing.network_windows import WindowGraphs, draw_windows
from raci.drawing.picture import Drawing
from raci.errors import DrawError
from raci.networks.codebook import codebook
from raci.networks.formats import chosen_formats
from raci.networks.formats.network_format import csv_bytes
from raci.networks.methods import methods
from raci.networks.study import NetworkStudy
from raci.networks.windows import ALL
from raci.readers.files.folders import RECORD
from raci.writers.file_names import UniqueFileNames

__all__ = ["RECORD", "NetworkFiles", "network_files"]

#: the record of a run, by which a later one knows its files
_PICTURES = "图"


@dataclass(slots=True)
class NetworkFiles:
    """``files``: name → bytes. ``skipped``: what was not written → why."""

    files: dict[str, bytes] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)


def network_files(study: NetworkStudy, title: str, progress: Callable[[str], None] | None = None) -> NetworkFiles:
    """All files of a study; ``title`` heads the pictures, ``progress`` is told what is made.

    Raises OptionError for an unknown format.
    """
    out = NetworkFiles()
    folders, names = UniqueFileNames(), {}
    for window in study.windows:
        names[window] = folders.of(window, "窗口")
    formats = chosen_formats(study.options.formats)
    tell = progress or (lambda _: None)
    for count, ((window, name), network) in enumerate(study.networks.items(), start=1):
        tell(f"{window}/{name}（{count}/{len(study.networks)}）")
        for form in formats:
            if form.most is not None and len(network.graph) > form.most:
                for ending in form.endings:
                    why = f"{len(network.graph)} 个点，超过 {form.most} 个"
                    out.skipped[f"{names[window]}/{name}{ending}"] = why
                continue
            written = form.write(network.graph, network.projection.mode, study.options.made_at)
            out.files |= {f"{names[window]}/{name}{ending}": data for ending, data in written.items()}
    out.files["nodes.csv"] = _csv(study.nodes)
    out.files["networks.csv"] = _csv(study.measures)
    out.files["changes.csv"] = _csv(study.changes)
    if study.options.pictures and (ALL, "bodies") in study.networks:
        tell(_PICTURES)
        _draw(study, title, names, out)
    out.files["codebook.md"] = codebook(study, formats).encode()
    out.files["methods.md"] = methods(study, out.skipped).encode()
    out.files[RECORD] = _record(study, out)
    return out


def _csv(table: pd.DataFrame) -> bytes:
    rows = (tuple(None if _missing(cell) else _plain(cell) for cell in row) for row in table.itertuples(index=False))
    return csv_bytes(list(table.columns), rows)


def _missing(cell: object) -> bool:
    return cell is None or cell is pd.NA or cell != cell  # NaN is not equal to itself


def _plain(cell: object) -> object:
    """Numbers as they are meant: whole ones without a point (a column with gaps holds floats), others to 9 digits."""
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and abs(cell) < 1e15 else float(f"{cell:.9g}")
    return cell


def _draw(study: NetworkStudy, title: str, names: dict[str, str], out: NetworkFiles) -> None:
    graphs = [
        WindowGraphs(
            window,
            study.networks[window, "bodies"].graph,
            study.networks[window, "leads"].graph if (window, "leads") in study.networks else None,
        )
        for window in study.windows
    ]
    try:
        sheets = draw_windows(graphs, title, f"{study.options.made_at:%Y-%m-%d}")
    except DrawError as fault:
        out.skipped[_PICTURES] = fault.what
        return
    for window, sheet in zip(study.windows, sheets, strict=True):
        out.files[f"{_PICTURES}/{names[window]}.svg"] = sheet.svg()
    try:
        out.files[f"{_PICTURES}/各窗口.pdf"] = Drawing(sheets, made_at=study.options.made_at).pdf()
    except DrawError as fault:
        out.skipped[f"{_PICTURES}/各窗口.pdf"] = fault.what


def _record(study: NetworkStudy, out: NetworkFiles) -> bytes:
    options = study.options
    record = {
        "raci": __version__,
        "libraries": {package: version(package) for package in ("networkx", "numpy", "pandas")},
        "made": options.made_at.isoformat(timespec="seconds"),
        "options": dict(_options(study)),
        "facts": dict(study.facts),
        "windows": list(study.windows),
        "skipped": out.skipped,
        "files": sorted([*out.files, RECORD]),
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _options(study: NetworkStudy) -> Iterator[tuple[str, object]]:
    options = study.options
    yield "by", options.by
    yield "window", options.window
    yield "periods", [list(period) for period in options.periods]
    yield "roles", sorted(options.counted_roles)
    yield "collectives", options.collectives
    yield "topics", dict(options.topics)
    yield "backbones", list(options.backbones)
    yield "alpha", options.alpha
    yield "seed", options.seed
