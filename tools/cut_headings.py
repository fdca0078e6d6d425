"""Count what the headings of tasks lose, over the plans of the corpus or those given.

python tools/cut_headings.py [--list N] [--json] [FILE|FOLDER …]

Of each task it takes what 任务分工表 prints (重点任务, 工作内容) and the row's ``task``, and counts

* ``cut``: 重点任务 ends within a sentence, without ``……``;
* ``marked``: it is the beginning of a sentence: it ends with ``……`` where a clause does, and 工作内容 has all of it;
* ``open``: it ends with ``……``, but not where a clause does, or 工作内容 has not all of it;
* ``task_cut``: the row's ``task`` ends within a sentence, and not at a semicolon or an annotation;
* ``lost``, ``twice``: words of the clause, or of a paragraph between it and its annotation, that stand in neither cell,
  or in both without ``……``;
* ``same``: pairs of tasks of a document that print the same words for sentences that differ.

Without files: ``dev`` and ``unlabelled`` of ../shared/corpus. Exit: 0 all counted, or there is no corpus; 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from revisions import CORPUS

from raci.config.templates import Template, load_template
from raci.errors import RaciError
from raci.model import Analysis, Clause
from raci.pipeline import analyses
from raci.views.grid import Grid, grid
from raci.views.tables.plan import plan_table

#: what may stand behind words that the text sets apart, and what goes on with their sentence
ENDS, GOES_ON = "。．.：:！!？?\n\t（(〔【[［〈|", "，,、；;"
#: where a clause of a sentence ends
PAUSES = "，,；;：:。（("
MARK = "……"
KINDS = ("cut", "open", "marked", "task_cut", "lost", "twice", "same")
_BLANK = " \u3000\xa0"


class Found(NamedTuple):
    """One thing that was counted: of which kind, where, and what the two cells hold."""

    kind: str
    source: str
    shown: str
    content: str


class Words(NamedTuple):
    """A clause in its text, with the annotations of its document (start → end), and what stands below it.

    ``below`` goes up to the next task; of it the paragraphs ``before`` stand before the clause's last annotation.
    """

    clause: Clause
    text: str
    annotations: Mapping[int, int]
    below: str = ""
    before: str = ""

    @property
    def own(self) -> str:
        """The clause's own words."""
        return self.text[self.clause.start : self.clause.end]

    def bare(self) -> str:
        """Its own words without the annotations in them."""
        return without(self.text, self.clause.start, self.clause.end, self.annotations)

    def sentence(self, words: str) -> str:
        """The sentence that begins with those words, up to its first annotation."""
        end = self._behind(words)
        if end is None:
            return words
        first = min((start for start in self.annotations if start >= self.clause.start + end), default=len(self.text))
        rest = self.text[self.clause.start + end : min(first, self.clause.end)]
        stop = next((place for place, char in enumerate(rest) if char in "。！？：\n\t"), len(rest))
        return words + rest[:stop]

    def sets_apart(self, words: str) -> bool:
        """Whether the clause sets the words apart that it begins with: at their end a sentence, line or cell ends."""
        end = self._behind(words)
        if end is None or not words:
            return True  # words of another place: a reader's label, a hand's
        after = self.own[end:]
        bare = after.lstrip(_BLANK)
        begins = {self.clause.start + end, self.clause.end - len(bare)} & self.annotations.keys()
        if begins:
            behind = self.text[self.annotations[begins.pop()] : self.clause.end]
            return not behind.startswith(tuple(GOES_ON))
        if not bare or self.own[end - 1] in ENDS or bare[0] in ENDS:
            return True
        return bare[0] in "；;" and bare[1:].lstrip(_BLANK)[:1] in ("", "\n", "（", "(")

    def at_pause(self, words: str) -> bool:
        """Whether the clause sets the words apart, at a semicolon or an annotation if need be."""
        end = self._behind(words)
        after = "" if end is None else self.own[end:].lstrip(_BLANK)
        return self.sets_apart(words) or not after or after[0] in "；;（(〔【[［〈"

    def _behind(self, words: str) -> int | None:
        """Where the words end with which the clause (in a row: a cell of it) begins; None where none does."""
        if self.clause.kind == "row":
            place = self.own.find(words)
            return None if place < 0 else place + len(words)
        return behind(words, self.own)


def without(text: str, start: int, end: int, annotations: Mapping[int, int]) -> str:
    """A stretch of a text without the annotations in it."""
    parts = []
    for first, last in sorted(annotations.items()):
        if start <= first and last <= end:
            parts.append(text[start:first])
            start = last
    return "".join([*parts, text[start:end]])


def of_clause(analysis: Analysis, index: int, tasks: Collection[int | None], annotations: Mapping[int, int]) -> Words:
    """A clause with the paragraphs right below it that are no tasks themselves."""
    clause, text = analysis.clauses[index], analysis.document.text
    last = max((one.end for one in analysis.annotations if one.clauses[0] == index), default=0)
    before = []
    for paragraph in analysis.clauses[index + 1 :]:
        if paragraph.kind != "paragraph" or paragraph.parent != index:
            break
        if paragraph.index not in tasks and paragraph.start < last:
            before.append(without(text, paragraph.start, paragraph.end, annotations))
    following = (one.start for one in analysis.clauses[index + 1 :] if one.index in tasks and one.kind != "paragraph")
    return Words(clause, text, annotations, text[clause.end : next(following, len(text))], "".join(before))


def letters(text: str) -> str:
    """The words of a text: no blanks, no marks."""
    return "".join(char for char in text if char.isalnum())


def behind(words: str, text: str) -> int | None:
    """Where in the text the words end that it begins with, blanks aside; None where it does not begin so."""
    offset = 0
    for char in words:
        if char.isspace():
            continue
        while offset < len(text) and text[offset].isspace():
            offset += 1
        if offset >= len(text) or text[offset] != char:
            return None
        offset += 1
    return offset


def look(analysis: Analysis, table: Grid, template: Template) -> Iterator[Found]:
    """What there is to count in a document, task by task."""
    tasks = {task.clause for task in table.tasks}
    annotations = {one.start: one.end for one in analysis.annotations}
    # a table that follows the plan's own has its cells, not what was made of the words
    printed = plan_table(analysis, table, replace(template, follow_source=False)).table
    place = {column.key: index for index, column in enumerate(printed.columns)}
    sentences: dict[str, list[tuple[str, bool]]] = {}
    for task, row in zip(table.tasks, printed.rows, strict=True):
        if task.clause is None:
            continue
        words = of_clause(analysis, task.clause, tasks, annotations)
        found = Found("", analysis.document.source, str(row[place["task"]]), str(row[place["content"]]))
        if analysis.clauses[task.clause].kind == "row" and str(row[place["order"]]) == task.number.strip("．.、 "):
            found = found._replace(shown=f"{task.number} {found.shown}")  # the number stands under 序号
        counted = list(_of_task(found, words))
        yield from counted
        if _is_article(found):
            continue
        number = words.clause.number
        shown = found.shown.removesuffix(MARK)
        begin = shown.removeprefix(number).strip() if words.clause.kind == "row" else shown
        sentence = words.sentence(begin).removeprefix(number).strip()
        printed_words = letters(found.shown.removeprefix(number)) + MARK * found.shown.endswith(MARK)
        # up to an annotation the words are what the document sets apart
        within = any(one.kind == "cut" for one in counted) or letters(sentence) != letters(begin.removeprefix(number))
        sentences.setdefault(printed_words, []).append((sentence, within))
    for printed_words, alike in sentences.items():
        by_cutting = all if printed_words.endswith(MARK) else any
        for (one, within), (other, also) in combinations(alike, 2):
            if letters(one) != letters(other) and by_cutting((within, also)):
                yield Found("same", analysis.document.source, one, other)


def _is_article(found: Found) -> bool:
    """Whether a task is called by the number of its article (第三条), its words being the content."""
    return found.shown.startswith("第") and "条" in found.shown[:8] and bool(found.content)


def _of_task(found: Found, words: Words) -> Iterator[Found]:
    clause = words.clause
    short = found.shown.endswith(MARK) and not clause.heading.endswith(MARK)
    shown = found.shown.removesuffix(MARK) if short else found.shown
    heading = shown if clause.kind != "row" else shown.removeprefix(clause.number).strip()
    if short:
        at = behind(heading.removeprefix(clause.number), found.content)
        good = at is not None and found.content[at : at + 1] in PAUSES
        yield found._replace(kind="marked" if good else "open")
    elif not _is_article(found) and not words.sets_apart(heading):
        yield found._replace(kind="cut")
    if not words.at_pause(clause.heading if clause.kind == "row" else clause.label):
        yield found._replace(kind="task_cut", shown=clause.label)
    yield from _balance(found, words, short)


def _balance(found: Found, words: Words, short: bool) -> Iterator[Found]:
    """Words that stand in neither cell, or in both."""
    clause = words.clause
    have = Counter(letters((clause.number if short else found.shown) + found.content))
    known = have + Counter(letters("".join(clause.path))) if clause.kind == "row" else have
    lost = Counter(letters(words.bare() + words.before)) - known
    # a law's articles are named in the cells of their paragraphs and points
    named = "".join(clause.path[-1:]) if found.shown.startswith("第") else ""
    twice = have - Counter(letters(clause.number + words.own + words.below + named))
    for kind, differing in (("lost", lost), ("twice", twice)):
        if differing:
            yield found._replace(kind=kind, content=f"{found.content} ◄ {''.join(differing.elements())}")


def files(given: Sequence[Path]) -> list[Path]:
    """The files given, those in the folders given, or the plans of the corpus."""
    folders = given or [CORPUS / "dev", CORPUS / "unlabelled"]
    return [file for one in folders for file in (sorted(one.glob("*.txt")) if one.is_dir() else [one])]


def read(paths: Iterable[Path]) -> Iterator[Analysis]:
    """The analyses of the files that can be read."""
    for path in paths:
        try:
            yield from analyses(path)
        except RaciError as error:
            print(f"{path}: {error}", file=sys.stderr)


def count(made: Iterable[Analysis]) -> tuple[Counter[str], list[Found]]:
    """The counts over some documents, and what was found."""
    counts: Counter[str] = Counter(dict.fromkeys(("documents", "tasks", "documents_cut", *KINDS), 0))
    everything: list[Found] = []
    template = load_template()
    for analysis in made:
        table = grid(analysis)
        found = list(look(analysis, table, template))
        counts.update(each.kind for each in found)
        counts.update(documents=1, tasks=len(table.tasks), documents_cut=any(one.kind == "cut" for one in found))
        everything += found
    return counts, everything


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the counts, and with ``--list`` the first of each kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--list", type=int, default=0, metavar="N", help="print the first N of each kind")
    parser.add_argument("--json", action="store_true", help="print the counts as JSON")
    given = parser.parse_args(arguments)
    if not given.files and not CORPUS.is_dir():
        print(f"cut_headings: skipped: there is no corpus at {CORPUS}", file=sys.stderr)
        return 0
    counts, found = count(read(files(given.files)))
    for kind in KINDS:
        for each in [one for one in found if one.kind == kind][: given.list]:
            print(f"{kind} {Path(each.source).name}\n    {each.shown}\n    {each.content[:200]!r}")
    print(json.dumps(counts) if given.json else "  ".join(f"{name} {number}" for name, number in counts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
