"""One source to what ``raci extract`` says of it, done in this process or in another: only words are handed on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple, TextIO

from raci.cli.sources import Source, read_source
from raci.config.profiles import profile_of
from raci.errors import InternalError, RaciError
from raci.model import Analysis, Department, Profile
from raci.model.labels import ROLE_WORDS, UNASSIGNED
from raci.storage.rows import Row, records
from raci.views.advice import advice

if TYPE_CHECKING:
    from raci.config.options.analysis import Options
    from raci.views.documents import DocumentRow

__all__ = ["FORMATS", "Extracted", "Format", "Wanted", "extract_source", "load"]

#: analysed before the work is shared out, so that no process loads rules and register for itself
_SAMPLE = "一、抓好落实。市财政局负责拨付资金。（责任单位：市财政局）"


class Wanted(NamedTuple):
    """What is to be said of each source: by which rules it is read, in which format; with rows of documents or not."""

    options: Options
    form: str
    profile: Profile | None
    apart: bool
    documents: bool


class Extracted(NamedTuple):
    """What a source says: its rows as written, the titles of its documents with advice, rows of the documents.

    ``faults`` are those of its parts; where no document could be ``analysed`` (their number), the last is that of
    the source.
    """

    text: str
    advised: tuple[tuple[str, str], ...]
    documents: tuple[DocumentRow, ...]
    faults: tuple[RaciError, ...]
    analysed: int


def extract_source(wanted: Wanted, source: Source, out: TextIO | None = None) -> Extracted:
    """What a source says; faults are values. With ``out`` its rows are written there, one by one, and not to ``text``.

    Raises OSError where the system itself fails, or nobody reads on.
    """
    from raci.pipeline import run

    faults: list[RaciError] = []
    analyses: list[Analysis] = []
    try:
        documents, faults = read_source(source, apart=wanted.apart)
    except RaciError as fault:
        documents, faults = [], [fault]
    except OSError:
        raise
    except Exception as bug:
        documents, faults = [], [InternalError.of(bug, source[0])]
    for document in documents:
        try:
            analyses.append(run(document, wanted.options))
        except RaciError as fault:
            faults.append(fault)
        except OSError:
            raise
        except Exception as bug:
            faults.append(InternalError.of(bug, document.source))
    text = StringIO()
    FORMATS[wanted.form].write(analyses, wanted.profile, text if out is None else out)
    advised = tuple((analysis.document.title or analysis.document.source, advice(analysis)) for analysis in analyses)
    described = tuple(_described(analyses)) if wanted.documents else ()
    return Extracted(text.getvalue(), advised, described, tuple(faults), len(analyses))


def load() -> None:
    """Load what all sources need: the rules, the register, and most of the patterns."""
    from raci.pipeline import analyse

    analyse(_SAMPLE)


def _described(analyses: Iterable[Analysis]) -> Iterator[DocumentRow]:
    from raci.views.documents import document_rows

    return document_rows(analyses)


class Format(NamedTuple):
    """What writes the rows of some analyses, and what stands above all of them."""

    write: Callable[[Iterable[Analysis], Profile | None, TextIO], None]
    head: Callable[[TextIO], None] | None = None


def _jsonl(analyses: Iterable[Analysis], profile: Profile | None, out: TextIO) -> None:
    from json import JSONEncoder

    encode = JSONEncoder(ensure_ascii=False).encode
    for analysis in analyses:
        out.writelines(f"{encode(row)}\n" for row in records(analysis, profile, current=True))


def _csv(analyses: Iterable[Analysis], profile: Profile | None, out: TextIO) -> None:
    from raci.writers.csv import write_rows

    write_rows((row for analysis in analyses for row in records(analysis, profile)), out, headed=False)


def _csv_head(out: TextIO) -> None:
    from raci.writers.csv import write_rows

    write_rows((), out)


def _table(analyses: Iterable[Analysis], profile: Profile | None, out: TextIO) -> None:
    from tabulate import tabulate

    from raci.rules.headings import printed_heading

    headers = ("序号", "任务", "部门", "角色", "字母", "时限")
    for analysis in analyses:
        rows = [
            (
                assignment.clause,
                _name_with_successors(assignment.department),
                ROLE_WORDS[assignment.role],
                row["letter"],
                row["deadline"],
            )
            for assignment, row in zip(analysis.assignments, _named(analysis, profile), strict=True)
        ]
        rows += [(clause, UNASSIGNED, "", "", "") for clause in analysis.unassigned()]
        rows.sort(key=lambda row: row[0].index)
        table = tabulate(
            [(clause.number, printed_heading(clause), *rest) for clause, *rest in rows],
            headers,
            tablefmt="simple",
            disable_numparse=True,
            maxcolwidths=[None, 36, None, None, None, None],
        )
        name = profile_of(analysis, profile).name
        out.write(f"{analysis.document.title or analysis.document.source}（角色方案：{name}）\n{table}\n\n")


def _named(analysis: Analysis, profile: Profile | None) -> Iterator[Row]:
    """The rows of the assignments."""
    return (row for row in records(analysis, profile) if row["department"] is not None)


def _name_with_successors(department: Department) -> str:
    """The name as written, and who carries the duty at the date asked for."""
    successors = [name for name in department.current if name not in (department.name, department.canonical)]
    return f"{department.name}（现名：{'、'.join(successors)}）" if successors else department.name


#: format → what writes it
FORMATS: dict[str, Format] = {
    "jsonl": Format(_jsonl),
    "csv": Format(_csv, _csv_head),
    "table": Format(_table),
}
