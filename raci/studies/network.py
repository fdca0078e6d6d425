"""The public function for networks: ``raci.network``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from raci.atomic import write_folder
from raci.config.options.network import BACKBONES, NetworkOptions, parse_periods
from raci.config.topics_csv import load_topics
from raci.errors import OptionError
from raci.networks.material import ROW_COLUMNS
from raci.networks.study import NetworkStudy, study
from raci.studies.inputs import material_of
from raci.studies.network_files import RECORD, network_files

if TYPE_CHECKING:
    from raci.accuracy.evaluation import Evaluation
    from raci.networks.material import Material
    from raci.studies.inputs import StudySource

__all__ = ["accuracy_of", "network", "network_with", "with_accuracy", "write_study"]

_TITLE = "单位协作网络"


def network(  # noqa: PLR0913  the public face: a keyword for each option of ``raci network``
    source: StudySource,
    folder: str | Path | None = None,
    *,
    by: str = "body",
    window: str = "",
    periods: str | Sequence[tuple[int, int]] = (),
    networks: Sequence[str] = (),
    roles: Sequence[str] = (),
    collectives: bool = True,
    topics: Mapping[str, str] | str | Path | None = None,
    backbones: Sequence[str] = BACKBONES,
    alpha: float = 0.05,
    seed: int = 7,
    formats: Sequence[str] = (),
    pictures: bool = True,
    title: str = "",
    evaluation: Evaluation | str | Path | None = None,
) -> NetworkStudy:
    """The networks of many documents, measured; with a ``folder`` they are written there, with methods and codebook.

    ``source`` is a store (``raci.corpus``) or its folder, rows (``raci.rows``) or a file of them, or whatever
    ``raci.rows`` takes. ``by`` says what is one node: a ``body`` at its place, all bodies of one ``function``, or of
    one ``function-level``. ``window`` parts the documents by ``year`` (into ``periods``: ``2013-2017,2018-2025``),
    ``level``, ``place`` or ``issuer``. ``networks`` are those wanted of bodies, leads, documents, topics, issuers,
    groups (all). ``roles`` are those that count (all but persons'). Without ``collectives`` names that stand for many
    (各区县) are no nodes. ``topics`` maps words to topics, or is a CSV file that does. ``backbones`` (disparity, sdsm)
    keep the ties whose p is below ``alpha``. ``seed`` is that of the communities. ``formats`` and ``pictures`` say what
    is written, ``title`` what the pictures are called. ``evaluation`` says how right the data are: what
    ``raci.evaluate`` gave, or a file that it takes; methods.md says it too.

    Raises OptionError for options that there are not and a source that holds no rows, ReadError where it cannot be
    read, WriteError where the folder cannot be written.
    """
    options = NetworkOptions(
        by=by,
        window=window,
        periods=parse_periods(periods) if isinstance(periods, str) else tuple((first, last) for first, last in periods),
        networks=tuple(networks),
        roles=tuple(roles),
        collectives=collectives,
        topics=MappingProxyType(load_topics(topics) if isinstance(topics, str | Path) else dict(topics or {})),
        backbones=tuple(backbones),
        alpha=alpha,
        seed=seed,
        formats=tuple(formats),
        pictures=pictures,
    )
    found = accuracy_of(evaluation)  # what cannot be read is told before long work
    return network_with(material_of(source, ROW_COLUMNS), options, folder, title, found)


def accuracy_of(evaluation: Evaluation | str | Path | None) -> Mapping[str, str]:
    """What methods.md says of how right the data are, by language; empty where nobody looked.

    Raises ReadError and OptionError as ``raci.evaluate`` does.
    """
    if evaluation is None:
        return {}
    if isinstance(evaluation, str | Path):
        from raci.studies.evaluate import evaluate

        evaluation = evaluate(evaluation)
    return {"zh": evaluation.sentence, "en": evaluation.sentence_en}


def network_with(
    material: Material,
    options: NetworkOptions,
    folder: str | Path | None = None,
    title: str = "",
    accuracy: Mapping[str, str] = MappingProxyType({}),
) -> NetworkStudy:
    """The same of tables and options that are given. Raises as ``network`` does."""
    made = with_accuracy(study(material, options), accuracy)
    if folder is not None:
        write_study(made, Path(folder), title)
    return made


def with_accuracy(made: NetworkStudy, accuracy: Mapping[str, str]) -> NetworkStudy:
    """The study with what is known of how right its data are."""
    return replace(made, facts={**made.facts, "accuracy": dict(accuracy)}) if accuracy else made


def write_study(
    made: NetworkStudy, folder: Path, title: str = "", progress: Callable[[str], None] | None = None
) -> dict[str, str]:
    """Write all files of a study, and take away those of an earlier run that are not among them.

    ``progress`` is told which network is written.

    Gives what was not written, and why. Raises WriteError, and then nothing has changed; OptionError for a folder in
    which something else stands.
    """
    earlier = _earlier(folder)
    out = network_files(made, title or _TITLE, progress)
    write_folder(folder, out.files, [name for name in earlier if name not in out.files])
    return out.skipped


def _earlier(folder: Path) -> list[str]:
    """The files that an earlier run wrote into a folder."""
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        listed = record["files"] if "windows" in record else None
    except (OSError, ValueError, KeyError, TypeError):
        listed = None
    if isinstance(listed, list):
        # never beyond the folder, whatever a person wrote into the record
        return [name for name in listed if isinstance(name, str) and ".." not in name and not name.startswith("/")]
    if folder.is_dir() and any(folder.iterdir()):
        raise OptionError("文件夹里有别的文件", place=folder, remedy="请用 -o 指定一个新的或空的文件夹")
    return []
