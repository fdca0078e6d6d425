"""Whether wrong files are read or refused: no crash, no internal error, no hang, no memory without end.

    python benchmarks/fuzz.py [N] [--first M] [--seed S] [--only .docx] [--save FOLDER] [--short]

N inputs (2,000; ``--short``: 300) are made from small files of all formats, those of raci's examples and those of
../shared/cases where these are there (``fuzz_mutations.py``). Each is read and analysed within 10 seconds of the
processor and 300 MiB more than before, in a process of its own that goes on to the next. Formats that LibreOffice
converts are read as where it is not installed. The table at the end counts what became of them by format; those that
went wrong are kept in FOLDER. An input depends on the seed and its number alone, so that a long run can be done in
pieces: ``--first`` is the number that a piece begins with.
"""

from __future__ import annotations

import argparse
import io
import os
import signal
import sys
import zipfile
from collections import Counter, defaultdict
from contextlib import suppress
from pathlib import Path
from random import Random

from corpus import CORPUS, HERE
from fuzz_mutations import mutate
from growth import peak

import raci
from raci.errors import InternalError, RaciError
from raci.readers.registry import read_bytes

#: seconds of the processor, and MiB over those before, that one input may take
SECONDS, MEMORY = 10, 300
GOOD = ("读了", "拒绝")
#: the examples have none
_LATEX = r"""\documentclass{ctexart}
\title{柳溪县防汛方案}\newcommand{\czj}{县财政局}
\begin{document}\maketitle
\section{任务}\begin{enumerate}[label=\chinese*、]\item 疏浚河道（责任单位：县水务局、\czj）\end{enumerate}
\begin{longtable}{|l|p{2cm}|l|}\caption{分工}\\ 任务 & 牵头单位 & 配合单位 \\ \endhead
\multirow{2}{*}{巡查} & \textbf{县应急局} & \makecell{县公安局\\县气象局}\footnote{含值班室。} \\[2pt]
 & \multicolumn{2}{c|}{县民政局} \\ \hline
\end{longtable}\end{document}
"""
#: larger files make slow seeds
_LARGEST = 60_000


def seeds() -> list[tuple[bytes, str]]:
    """Small files with their suffixes, in a settled order."""
    paths = sorted(HERE.parent.glob("examples/**/*"))
    paths += [path for path in sorted((CORPUS.parent / "cases").glob("*")) if not path.name.endswith(".gold.json")]
    found = [
        (path.read_bytes(), path.suffix.lower())
        for path in paths
        if path.is_file() and path.suffix.lower() in raci.readers.registry.suffixes()
    ]
    found = [(data, suffix) for data, suffix in found if 0 < len(data) <= _LARGEST]
    first = {suffix: data for data, suffix in reversed(found)}
    found.append((_LATEX.encode(), ".tex"))
    for names in (first, dict(list(first.items())[:2])):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for suffix, data in names.items():
                package.writestr(f"附件{suffix}", data)
        found.append((out.getvalue(), ".zip"))
    return found


def made(number: int, seed: int, all_seeds: dict[str, list[bytes]]) -> tuple[bytes, str]:
    """The input of that number: formats take turns, so that each has its share."""
    random = Random(f"{seed} {number}")
    suffix = sorted(all_seeds)[number % len(all_seeds)]
    other = random.choice(all_seeds[random.choice(sorted(all_seeds))])
    data = mutate(random.choice(all_seeds[suffix]), other, random)
    # now and then under the name of another format
    return data, suffix if random.random() < 0.97 else random.choice(sorted(all_seeds))


def verdict(data: bytes, suffix: str) -> str:
    """What became of an input; where it took too much memory, a second time, without what is loaded but once."""
    said = _read(data, suffix)
    return _read(data, suffix) if said == "内存" else said


def _read(data: bytes, suffix: str) -> str:
    """What became of an input."""
    Path("/proc/self/clear_refs").write_text("5")  # the peak counts from here
    before = peak("VmRSS")
    try:
        for document in read_bytes(data, f"输入{suffix}"):
            raci.analyse(document)
        said = "读了"
    except InternalError as fault:
        said = f"内部错误 {fault.what[:80]}"
    except RaciError as fault:
        said = "拒绝" if "\n" not in str(fault) else "内部错误 拒绝的话不止一行"
    except MemoryError:
        said = "内存"
    except Exception as bug:
        place = bug.__traceback__
        while place is not None and place.tb_next is not None:
            place = place.tb_next
        where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else ""
        said = f"内部错误 {type(bug).__name__}：{str(bug)[:80]} {where}"
    return "内存" if peak() - before > MEMORY else said.replace("\n", " ")


def run_from(first: int, last: int, seed: int, all_seeds: dict[str, list[bytes]]) -> list[tuple[int, str, str]]:
    """Number, format and verdict of the inputs from ``first`` on, up to one that takes the process down."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_end)
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 2)
        for number in range(first, last):
            data, suffix = made(number, seed, all_seeds)
            os.write(write_end, f"{number}\t{suffix}\t".encode())
            signal.setitimer(signal.ITIMER_PROF, SECONDS)  # ends the child
            said = verdict(data, suffix)
            signal.setitimer(signal.ITIMER_PROF, 0)
            os.write(write_end, f"{said}\n".encode())
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as pipe:
        lines = pipe.read().decode().split("\n")
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    found = []
    for line in filter(None, lines):
        number, suffix, said = line.split("\t")
        said = said or ("超时" if ended == -signal.SIGPROF else f"崩溃 {ended}")
        found.append((int(number), suffix, said))
    return found


def main() -> None:
    """Make, read and count."""
    if not sys.platform.startswith("linux"):
        sys.exit("内存峰值取自 Linux 的 /proc，这里量不了")
    parser = argparse.ArgumentParser()
    parser.add_argument("count", nargs="?", type=int, default=0)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--save", type=Path)
    parser.add_argument("--short", action="store_true")
    asked = parser.parse_args()
    count = asked.count or (300 if asked.short else 2_000)
    os.environ["PATH"] = ""  # without LibreOffice
    all_seeds: dict[str, list[bytes]] = defaultdict(list)
    for data, suffix in seeds():
        if not asked.only or suffix in asked.only.split(","):
            all_seeds[suffix].append(data)
    for suffix, files in all_seeds.items():
        for data in files[:2]:
            with suppress(RaciError):
                list(map(raci.analyse, read_bytes(data, f"x{suffix}")))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    done, last = asked.first, asked.first + count
    while done < last:
        # a new process now and then, so that nothing adds up
        for number, suffix, said in run_from(done, min(last, done + 500), asked.seed, all_seeds):
            counts[suffix][said.split()[0]] += 1
            done = number + 1
            if said not in GOOD:
                print(f"{number} {suffix}：{said}", flush=True)
                if asked.save:
                    asked.save.mkdir(parents=True, exist_ok=True)
                    data, _ = made(number, asked.seed, all_seeds)
                    (asked.save / f"{asked.seed}-{number}{suffix}").write_bytes(data)
    kinds = [*GOOD, *sorted({kind for each in counts.values() for kind in each} - set(GOOD))]
    print("格式", *kinds, sep="\t")
    for suffix, each in sorted(counts.items()):
        print(suffix, *(each[kind] for kind in kinds), sep="\t")
    print("合计", *(sum(each[kind] for each in counts.values()) for kind in kinds), sep="\t")
    wrong = sum(each[kind] for each in counts.values() for kind in each if kind not in GOOD)
    print(f"{count:,} 份输入：{wrong} 份既没有读出也没有拒绝（目标 0，{'未达到' if wrong else '达到'}）")


if __name__ == "__main__":
    main()
