"""How well the words of a cell fit a column of a text table: by the head of the column, and by what the words are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

from raci.model.late_patterns import late_pattern
from raci.model.pattern_codes import compiled
from raci.readers.tables.fit_values import BEST, BEST_NAMES, BEST_OTHER, FITS, LONG, MAIN, SKIPS
from raci.readers.tables.person_cells import are_persons, is_no_name
from raci.readers.tables.wrapped_names import is_broken_off, tail_of
from raci.rules.bare_head import name_of_head
from raci.rules.cell_content import cell_content
from raci.rules.columns import NAMED, SAYING, TASKS, read_head, says_object
from raci.rules.numerals import numeral

__all__ = ["MARKED", "SECTION", "STOPS", "ColumnFits"]

STOPS = "。；;！？!?"
#: the heading of rows: 一、民生, 【民生】
SECTION = late_pattern(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}(?:部分|章|类)|[（(][一二三四五六七八九十]{1,3}[)）])\s*\S"
    r"|【[^【】]{1,16}】$"
)
_STOP = compiled(f"[{STOPS}]")
#: the number of a row, with letters of its list before it (A-1, ZD03)
_DIGITS = compiled(r"[（(]?(?:[A-Z]{1,3}[-—－]?)?(\d{1,4}|[一二三四五六七八九十]{1,3}|[①-⑳])[.．、)）]?")
#: numbered words: 1.优化…, （一）…
MARKED = compiled(r"\d{1,3}[.．、]\D|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、")
_QUOTE = compiled("[“”《》]")
_NOTES = compiled(r"备\s*注|说\s*明|附\s*注")
_YEAR = compiled(r"20\d\d(?:[-—–~～至]20\d\d)?")
_LONG_CELL = 60
#: among so many pieces at the top of a table it shows whether tasks bear numbers
_FIRST, _HIGHEST_FIRST = 6, 1000
#: cells are taken as they stand where none fits its column worse than this, and others fit no more than so much better
_MISPLACED, _CLEARLY = -1.5, 0.3
#: how well words that are no name fit a column of persons
_NO_NAME = -1.2
#: by how much a number that counts the rows on fits the column of time limits worse than others
_COUNTS = 1.5


class ColumnFits:
    """The columns of one head, and how well cells fit them; each cell is weighed once.

    It counts the rows on: ``counted`` is the last number that did. ``task``: a column that says it, not by its head;
    ``filled``: those of which no more is known than that they are there have a cell in each row. ``like``: the same
    columns, whose cells have been weighed.
    """

    def __init__(
        self, heads: Sequence[str], filled: bool = False, task: int | None = None, like: ColumnFits | None = None
    ) -> None:
        roles = [_role(words) if place != task else "task" for place, words in enumerate(heads)]
        if task is not None:
            held = zip(roles, heads, strict=True)
            roles = [
                "task" if place == task else "filled" if says_object(words) else role
                for place, (role, words) in enumerate(held)
            ]
        if "content" in roles and {"task", "chapter"}.isdisjoint(roles):
            roles[roles.index("content")] = "task"  # without a column of tasks, what is to be done is the task
        self.roles = [_if_filled(*held) for held in zip(roles, heads, strict=True)] if filled else roles
        #: the columns that name bodies or persons
        self.named = frozenset(place for place, role in enumerate(self.roles) if role in NAMED or role == "unit")
        #: no cell fits its column better
        self.best = [
            BEST.get(role, BEST_NAMES if place in self.named else BEST_OTHER) for place, role in enumerate(self.roles)
        ]
        self._numbers = frozenset(place for place, role in enumerate(self.roles) if role == "number")
        self._known: list[dict[str, float]] = like._known if like is not None else self._nothing_known()
        self.begin()

    def _nothing_known(self) -> list[dict[str, float]]:
        """For each column how well words fit; columns of one kind share what is known."""
        kinds = ["named" if _names_bodies(role) else role for role in self.roles]
        shared: dict[str, dict[str, float]] = {kind: {} for kind in kinds}
        return [shared[kind] for kind in kinds]

    def begin(self) -> None:
        """The table is looked at from its top, once more."""
        self.counted, self._seen = 0, 0
        #: whether tasks bear numbers of their own (1.优化…, （一）…) beside a column of their content
        self._marked = False

    def skips(self, numbered: bool) -> list[float]:
        """For each column what it costs that a row has no such cell; ``numbered``: all rows have their number."""
        return [self._skip(place, numbered) for place in range(len(self.roles))]

    def _skip(self, place: int, numbered: bool) -> float:
        role = self.roles[place]
        if role == "number":
            return 4.0 if numbered else 1.6
        if role == "task":
            # a task over several rows stands beside what each of them says
            return 0.6 if "content" in self.roles or "task" in self.roles[place + 1 :] else 2.0
        if role in NAMED and role != "leader":
            if place == 0 and not TASKS.isdisjoint(self.roles):
                return 1.0  # who leads several tasks stands before the first of them alone
            # of a row with one body it is mostly the other that is missing
            return 1.2 if role in MAIN else 1.05
        return SKIPS.get(role, 0.1)

    def see(self, text: str) -> bool:
        """Take note of a piece that comes next; whether it is the number that counts the rows on."""
        self._seen += 1
        if self._seen <= _FIRST and not self._marked and MARKED.match(text):
            self._marked = True
        match = _DIGITS.fullmatch(text)
        if match is None or "number" not in self.roles:
            return False
        number = numeral(match[1])
        if number in (1, self.counted + 1) or (self.counted == 0 and number < _HIGHEST_FIRST):
            self.counted = number
            return True
        return False

    def weigh(self, text: str, counting: bool) -> list[float]:
        """How well the words of a piece fit each column; what counts the rows on is no time limit."""
        fits = [
            self._number(text, counting)
            if column in self._numbers
            else known[text]
            if text in known
            else self.fit(text, column)
            for column, known in enumerate(self._known)
        ]
        if counting:
            fits = [fit - _COUNTS if role == "deadline" else fit for fit, role in zip(fits, self.roles, strict=True)]
        return fits

    def is_in_place(self, cells: Sequence[str]) -> bool:
        """Whether cells as many as the columns stand in these, or fewer of them in the first, and not in the last.

        Where the first cells are merged away some sources close the row with as many empty ones, and where the last
        ones are empty they do too.
        """
        fits = [self.fit(text, place, counting=True) for place, text in enumerate(cells)]
        worst = min((fit for fit, role in zip(fits, self.roles, strict=False) if role not in SAYING), default=0.0)
        if worst <= _MISPLACED:
            return False
        if len(cells) == len(self.roles):
            return any(fits[place] > 0 for place in self.named)
        return sum(fits) > self.placed(cells)[0] - _CLEARLY

    def placed(self, cells: Sequence[str]) -> tuple[float, tuple[int, ...]]:
        """In which columns cells that are fewer than these fit best, one behind the other, and how well."""
        best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())] * (len(self.roles) + 1)
        for text in cells:
            reached: list[tuple[float, tuple[int, ...]]] = [(-math.inf, ())]
            for column in range(len(self.roles)):
                fit, places = best[column]
                here = (
                    (fit + self.fit(text, column, counting=True), (*places, column)) if fit > -math.inf else reached[-1]
                )
                reached.append(max(reached[-1], here, key=itemgetter(0)))
            best = reached
        return best[-1]

    def fit(self, text: str, column: int, counting: bool = False) -> float:
        """How well the words of a cell fit a column; ``counting``: they are the number that counts the rows on."""
        if column in self._numbers:
            return self._number(text, counting)
        known = self._known[column].get(text)
        if known is None:
            known = self._known[column][text] = self._weighed(text, self.roles[column])
        return known

    def _number(self, text: str, counting: bool) -> float:
        match = _DIGITS.fullmatch(text) if text else None
        if match is None:
            return -5.0 if text else -0.6
        return 3.0 if counting or numeral(match[1]) == self.counted else 0.0

    def _weighed(self, text: str, role: str) -> float:
        if not text:
            return 0.1 if role != "task" else -0.6
        if _names_bodies(role):
            return _names(text)
        fits = FITS.get(role, FITS["other"])
        if len(text) > _LONG_CELL or (len(text) > 24 and "。" in text):
            return self._text(text, role) + fits["text"]
        kind = cell_content(text).kind
        if role == "deadline" and _YEAR.fullmatch(text):
            kind = "date"
        if role == "leader" and kind == "text" and are_persons(text):
            kind = "person"
        if role == "leader" and kind == "person" and is_no_name(text):
            return _NO_NAME
        if role == "leader" and kind == "bodies" and len(self.named) == 1:
            return _names(text)  # 责任人 over 测试组: no other column says which body it is
        says = role in ("task", "content")
        score = fits.get(kind, fits["text"])
        if says and kind == "bodies" and (len(text) > 14 or MARKED.match(text)):
            score = fits["text"]
        words = kind == "text" or (says and kind in ("bodies", "person"))
        return score + self._text(text, role) if words else score

    def _text(self, text: str, role: str) -> float:
        if role == "task" and "content" in self.roles:
            # beside a column of contents the task is short, or bears a number
            marked = MARKED.match(text) is not None
            return 0.6 if marked else -3.5 if self._marked else -0.05 * max(0, len(text) - 14)
        if role in ("task", "content"):
            return (0.6 if len(text) >= 8 else 0.0) + (0.8 if text[-1] in STOPS else 0.0)
        if role == "chapter":
            return 1.0 if SECTION.match(text) else -1.2 if len(text) > 16 else 0.0
        return LONG.get(role, 0.0) if _is_long(text) else 0.0


def _names_bodies(role: str) -> bool:
    return (role in NAMED and role != "leader") or role == "unit"


def _is_long(text: str) -> bool:
    return len(text) > 40 or _STOP.search(text) is not None


@lru_cache(maxsize=2048)
def _names(text: str) -> float:
    """How well words fit a column that names bodies."""
    content = cell_content(text)
    score = FITS["named"].get(content.kind, FITS["named"]["text"])
    if content.kind == "bodies":
        score = max(-3.0, score - 2.0 * content.odd + 0.1 * min(content.named, 4))
    if _QUOTE.search(text) and (text.count("“") != text.count("”") or text.count("《") != text.count("》")):
        score -= 2.0
    if content.kind in ("bodies", "text", "person") and (tail := tail_of(text)):
        score -= 4.0 if tail.end() == len(text) else 2.0
    elif text[-1] in "、，," or is_broken_off(text):
        score -= 2.0
    return score - 2.5 if content.kind == "text" and _is_long(text) else score


def _if_filled(role: str, words: str) -> str:
    """The role of a column if those of which no more is known have a cell in each row; 备注 never needs one."""
    return "filled" if role in ("other", "remark") and not _NOTES.fullmatch(words) else role


def _role(words: str) -> str:
    known = read_head(words)
    if known is None:
        return "other"
    # 协助人, 经办人: persons stand below
    return "leader" if known.role in NAMED and name_of_head(words).endswith("人") else known.role
