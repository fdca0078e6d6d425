"""The public function for accuracy: ``raci.evaluate``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from raci.accuracy.evaluation import Evaluation
from raci.accuracy.gold import GoldComparison, GoldDocument, compare, names_of, own_names, parse_gold
from raci.accuracy.gold_figures import gold_evaluation
from raci.accuracy.read_workbook import read_judgements
from raci.accuracy.sample_figures import sample_evaluation
from raci.errors import RaciError, ReadError, reason_of
from raci.model import Analysis
from raci.pipeline import analyse, analyses
from raci.readers.registry import read_bytes
from raci.storage.rows import Row, records

__all__ = ["GOLD", "builtin_evaluation", "compare_gold", "evaluate"]

#: the ending of gold files; the document has the same name with an ending of its own
GOLD = ".gold.json"
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
_REMEDY = f"请给出判断好的抽样工作簿（.xlsx）、标注文件（{GOLD}）或含有它们的文件夹"


def evaluate(
    source: str | Path | Sequence[str | Path] = (), *, builtin: bool = False, document: str | Path | None = None
) -> Evaluation:
    """How right the data are: of a sample that was judged, or against documents that were labelled by hand.

    ``source`` is a workbook of ``raci.sample`` that was filled in, a gold file (``NAME.gold.json``, with the document
    ``NAME.txt``, ``NAME.docx`` … beside it, or given as ``document``), a folder of such, or several in a list. With
    ``builtin`` it is the small labelled set that comes with raci, one document a form of annotation.

    Raises ReadError where a source cannot be read or is none of these, OptionError where nobody judged anything.
    """
    if builtin:
        return builtin_evaluation()
    given = [Path(source)] if isinstance(source, str | Path) else [Path(path) for path in source]
    if len(given) == 1 and given[0].suffix.lower() in _WORKBOOKS:
        return sample_evaluation(read_judgements(_bytes(given[0]), str(given[0])), str(given[0]))
    golds = [gold for path in given for gold in _golds(path)]
    if not golds:
        raise ReadError("没有可评测的", place="、".join(map(str, given)) or "source", remedy=_REMEDY)
    comparisons: list[GoldComparison] = []
    notes: list[str] = []
    for gold in golds:
        try:
            comparisons += _compared(gold, Path(document) if document is not None and len(golds) == 1 else None, notes)
        except RaciError as fault:
            if len(golds) == 1:
                raise
            notes.append(str(fault))
    if not comparisons:
        raise ReadError("没有一份能评测", place="、".join(map(str, given)), remedy="；".join(notes[:3]))
    return gold_evaluation(comparisons, notes)


def compare_gold(
    gold: Sequence[GoldDocument], found: Sequence[Analysis], stem: str, notes: list[str]
) -> list[GoldComparison]:
    """The comparisons of a gold file with the analyses of its document, or documents."""
    rows: dict[str, list[Row]] = {}
    texts: dict[str, str] = {}
    for analysis in found:
        for row in records(analysis):
            for name in own_names(row):
                rows.setdefault(name, []).append(row)
        for name in own_names({"document": analysis.document.title, "source": analysis.document.source}):
            texts[name] = texts.get(name, "") + analysis.document.text + "\n"
    comparisons = []
    alone = len(gold) == 1
    for labelled in gold:
        names = names_of(labelled, stem if alone else "")
        known = next((name for name in names if name in texts), None) or _alike(names, texts)
        if known is None:
            notes.append(f"{stem}：没有找到文件“{labelled.get('document')}”，按什么也没有读出计")
        comparisons.append(compare(labelled, rows.get(known or "", ()), texts.get(known or "", ""), stem))
    return comparisons


def builtin_evaluation() -> Evaluation:
    """The evaluation on the labelled documents that come with raci."""
    folder = files("raci") / "data" / "evaluation"
    texts = {entry.name: entry.read_bytes() for entry in folder.iterdir()}
    comparisons: list[GoldComparison] = []
    notes: list[str] = []
    for name in sorted(name for name in texts if name.endswith(GOLD)):
        stem = name.removesuffix(GOLD)
        file = next(other for other in sorted(texts) if other.startswith(f"{stem}.") and other != name)
        found = [analyse(document) for document in read_bytes(texts[file], file)]
        comparisons += compare_gold(parse_gold(texts[name].decode(), name), found, stem, notes)
    return gold_evaluation(comparisons, notes)


def _compared(gold: Path, document: Path | None, notes: list[str]) -> list[GoldComparison]:
    stem = gold.name.removesuffix(GOLD)
    labelled = parse_gold(_bytes(gold).decode("utf-8", "replace"), str(gold))
    source = document or _beside(gold, stem)
    return compare_gold(labelled, analyses(source), stem, notes)


def _beside(gold: Path, stem: str) -> Path:
    """The document of a gold file. Raises ReadError where there is none, or several."""
    found = sorted(
        path for path in gold.parent.iterdir()
        if path.is_file() and path.stem == stem and not path.name.endswith((GOLD, ".json"))
    )  # fmt: skip
    if len(found) != 1:
        what = "旁边没有同名的文件" if not found else f"旁边有 {len(found)} 个同名的文件"
        raise ReadError(what, place=gold, remedy=f"请放好 {stem}.txt（或 .docx 等），或用 --document 指明")
    return found[0]


def _golds(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(path.rglob(f"*{GOLD}"))
    elif path.suffix.lower() == ".json":
        yield path
    elif path.exists():
        raise ReadError("不是可评测的文件", place=path, remedy=_REMEDY)
    else:
        raise ReadError("没有这个文件", place=path, remedy=_REMEDY)


def _alike(names: Sequence[str], texts: dict[str, str]) -> str | None:
    """A title of which one side has cut the end or the beginning; short names must be equal."""
    return next(
        (
            other
            for name in names
            for other in texts
            if min(len(name), len(other)) > 5 and (name in other or other in name)
        ),
        None,
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"打不开（{reason_of(error)}）", place=path, remedy=_REMEDY) from error
