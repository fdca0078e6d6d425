"""Whom the items of a list are about, where only the words above them say it: a heading, or a lead-in."""

from __future__ import annotations

from collections.abc import Sequence

from raci.analysis.annotations.alike import BULLETS, is_bulleted
from raci.analysis.prose.doers import find_doers
from raci.analysis.prose.duty_headings import DutyHeadings
from raci.analysis.prose.name_ends import holds_other_words
from raci.analysis.prose.named_lines import Headed, NamedLines
from raci.analysis.prose.names import PlacedName, names_in
from raci.analysis.prose.sentences import sentences, without_blanks
from raci.model import Clause
from raci.rules.lexicon import lexicon_pattern, lexicon_words

__all__ = ["Headed", "HeadedLists"]

#: how far above an item its body is looked for; the longest heading that is only names, and lead-in, in characters
_HIGHEST, _LONGEST_HEADING, _LONGEST_LEAD_IN = 2, 120, 200
#: how much of a lead-in tells that it is one, in characters
_LEAD_IN_END = 72
_OFFICE = "办公室"


class HeadedLists:
    """The headings and lead-ins of a document; to be asked for its clauses in their order, each once."""

    def __init__(self, clauses: Sequence[Clause], text: str) -> None:
        self._clauses = clauses
        self._text = text
        self._lead_ins: dict[int, Headed | None] = {}
        self._telling: set[int] = set()  # whose last sentence is a duty as well: 市财政局，负责……，其主要职责是：
        self._headings: dict[int, Headed | None] = {}
        self._silent: set[int] = set()  # those that say nothing, and nothing above them does
        self._dotted: dict[str, int] = {}  # by number (2.1), the last clause that has it
        self._last: dict[int | None, int] = {}  # by parent, the last paragraph under it
        self._latest: tuple[int, int | None] | None = None  # the last paragraph, and whose items follow it at once
        self._named = NamedLines(clauses, text, self._read_heading)
        self._duties = DutyHeadings(clauses, text, self._read_heading)

    def above(self, clause: Clause) -> Headed | None:
        """The bodies of whom the words above a clause speak: a heading that names nobody else, or a lead-in."""
        if "." in clause.number[1:-1]:
            self._dotted[clause.number] = clause.index
        if clause.kind == "paragraph":
            self._last[clause.parent] = clause.index
        elif clause.kind == "section":
            self._last.pop(clause.parent, None)
        right_before = self._right_before(clause)
        duties = self._duties.above(clause)
        if (named := self._named.above(clause)) and self._named.line >= self._duties.line:
            return named
        led = None
        if clause.kind == "item" or right_before is not None:
            led = self._led_by(right_before, duties) or self._led_by(self._last.get(clause.parent), duties)
        if led is not None and led[0][0][0] != _OFFICE:
            return led
        # 办公室承担以下职责: the heading above may have all of its name
        found = self._above(clause.parent) or duties
        return found if led is None or (found and found[0][0][0].endswith(_OFFICE)) else led

    def title(self, clause: Clause) -> Headed | None:
        """The group that a clause has before a colon, or the section between its number and a stop.

        综合组：由市应急局牵头。负责调度; （一）办公室。负责文电.
        """
        if clause.parent is None:
            return None  # a letter is to somebody
        after = clause.start + len(clause.number) + len(clause.heading)
        mark = self._text[after : after + 1]
        kind = "prose.group-title" if mark in ("：", ":") else "prose.section-title" if mark == "。" else ""
        if not mark or not kind or lexicon_pattern(kind).fullmatch(clause.heading) is None:
            return None
        if mark == "。" and holds_other_words(clause.heading):
            return None
        return ((clause.heading, 0, len(clause.heading)),), self._text.find(clause.heading, clause.start)

    def _led_by(self, paragraph: int | None, duties: Headed | None) -> Headed | None:
        """Whom a paragraph leads in, unless a line below it says whose ``duties`` follow."""
        if paragraph is None or (duties is not None and paragraph < self._duties.line):
            return None
        return self._lead_in(self._clauses[paragraph])

    def _above(self, above: int | None) -> Headed | None:
        """What a clause and those above it say; of most it is nothing, whatever was read since (``_silent``)."""
        if above is None or above in self._silent:
            return None
        asked, depends = above, False
        for _ in range(_HIGHEST):
            if above is None:
                break
            parent = self._clauses[above]
            if found := self._lead_in(parent) or self._heading(parent):
                return found
            if lexicon_pattern("prose.heading-of-duties").fullmatch(parent.heading):
                above, depends = self._over(parent), True  # 2.1.1 职责: the heading above it has the name
            elif parent.kind == "paragraph":
                above = parent.parent
            else:
                break
        if not depends:
            self._silent.add(asked)
        return None

    def _over(self, clause: Clause) -> int | None:
        """What a heading stands under: of 2.1.1, what is numbered 2.1."""
        before, dot, _ = clause.number.rpartition(".")
        return self._dotted.get(before) if dot else clause.parent

    def _right_before(self, clause: Clause) -> int | None:
        """The paragraph right before the list that a clause is an item of, whatever it stands under."""
        if clause.kind == "paragraph" and self._latest is not None and is_bulleted(self._text, clause):
            return self._latest[0]
        if clause.kind == "paragraph":
            self._latest = (clause.index, None)
        elif clause.kind == "item" and self._latest is not None and self._latest[1] in (None, clause.parent):
            self._latest = (self._latest[0], clause.parent)
            return self._latest[0]
        else:
            self._latest = None
        return None

    def leads_in(self, clause: Clause) -> bool:
        """Whether the last sentence of a clause does nothing but say whom the list below it is about."""
        is_lead_in = self._lead_in(clause) is not None and clause.index not in self._telling
        return is_lead_in or clause.index == self._duties.line

    def _lead_in(self, clause: Clause) -> Headed | None:
        if clause.index not in self._lead_ins:
            self._lead_ins[clause.index] = self._read_lead_in(clause)
        return self._lead_ins[clause.index]

    def _read_lead_in(self, clause: Clause) -> Headed | None:
        start = max(clause.start, clause.end - _LONGEST_LEAD_IN)
        words = self._text[start : clause.end].rstrip()
        if not words.endswith(("：", ":")):
            return None
        if lexicon_pattern("prose.lead-in-end").search("".join(words[-_LEAD_IN_END:-1].split()) + "：") is None:
            return None
        words, places = without_blanks(words, start)
        measures, behind = lexicon_pattern("prose.lead-in-of-measures"), lexicon_pattern("prose.lead-in-behind")
        for pattern in (lexicon_pattern("prose.lead-in-of-duties"), measures, behind):
            found = pattern.search(words)
            lead = lexicon_pattern("prose.lead-words").match(found["name"]) if found else None
            skipped = lead.end() if lead else 0
            if found is None or not (names := _named(found["name"][skipped:])):
                continue
            # 市园林局负责绿道，其所属的管理处承担下列职责
            behind_another = words[found.start() - 1 : found.start()] == "，"
            if pattern is measures or behind_another or ("，" in found[0] and pattern is behind):
                self._telling.add(clause.index)
            offset = found.start("name") + skipped
            return [(name, places[first + offset], places[last + offset - 1] + 1) for name, first, last in names], 0
        return self._announced(clause, start)

    def _announced(self, clause: Clause, start: int) -> Headed | None:
        """The doer of a last sentence that asks for what is listed below it, whatever stands between the two."""
        sentence = next(reversed(list(sentences(self._text, start, clause.end))), None)
        if sentence is None or lexicon_pattern("prose.lead-in-announced").search(sentence.words) is None:
            return None
        condition, no_duty = lexicon_pattern("prose.condition"), lexicon_pattern("prose.no-duty")
        for doer in reversed(find_doers(sentence)):
            told = sentence.words[doer.verb :]
            if condition.match(told) or no_duty.match(told):
                continue
            self._telling.add(clause.index)
            names: Sequence[PlacedName] = doer.names
            if set_up := lexicon_pattern("prose.sets-up").match(told):
                # 县设立绿化委员会，履行下列职责: these are the committee's
                place = doer.verb + set_up.start("group")
                made = names_in(set_up["group"])
                names = [(name, first + place, last + place) for name, first, last in made or ()]
            return ([(name, *sentence.span(first, last)) for name, first, last in names], 0) if names else None
        return None

    def _heading(self, clause: Clause) -> Headed | None:
        if clause.index not in self._headings:
            self._headings[clause.index] = self._read_heading(clause, clause.heading)
        return self._headings[clause.index]

    def _read_heading(self, clause: Clause, heading: str) -> Headed | None:
        """The bodies of whom the words of a heading, all that a clause has or a part of it, are nothing but names."""
        words = heading.rstrip("：:。").lstrip(BULLETS)
        if words[-1:] in "）)":
            words = lexicon_pattern("prose.count-of-tasks").sub("", words)
        if words[-1:] in lexicon_words("prose.last-of-duties"):
            words = lexicon_pattern("prose.heading-of-duties").sub("", words)
        while (lead := lexicon_pattern("prose.lead-words").match(words)) and lead.end():
            words = words[lead.end() :].lstrip()
        if len(words) > _LONGEST_HEADING or lexicon_pattern("prose.heading-of-many").search(words):
            return None
        if lexicon_pattern("prose.heading-of-sentence").search(words):
            return None
        place = self._text.find(words, clause.start, clause.end + len(words))
        names = names_in(words) if place >= 0 else None
        return (names, place) if names else None


def _named(words: str) -> Sequence[PlacedName] | None:
    """Whom a lead-in names; an office (办公室的职责：) is the one of the group above."""
    return ((words, 0, len(words)),) if words == _OFFICE else names_in(words)
