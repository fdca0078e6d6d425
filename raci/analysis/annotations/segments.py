"""One segment of an annotation, behind a label or before the first: its names, and the verbs that give them roles."""

from __future__ import annotations

from functools import partial

from raci.analysis.annotations.body_names import SPACE, is_body
from raci.analysis.annotations.content import ContentBuilder
from raci.analysis.annotations.dittos import is_ditto
from raci.analysis.annotations.name_lists import PlacedToken, join_tokens
from raci.analysis.annotations.noted_names import NotedNames
from raci.analysis.annotations.odd_words import (
    duty_start,
    is_acting_post,
    is_remark,
    may_be_name,
    prose_start,
    topic_end,
)
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.punctuation import (
    CLOSERS,
    COLONS,
    EDGE,
    MASK,
    OUTER_EDGE,
    PAUSE,
    behind_pause,
    mask,
    strip_span,
    whole_span,
)
from raci.analysis.annotations.role_beside_name import verb_before_names
from raci.analysis.annotations.time_limits import is_time_limit, limit_behind_name
from raci.analysis.annotations.tokens import read_atom
from raci.analysis.annotations.waiting_names import WaitingNames
from raci.model import Mention
from raci.model.pattern_codes import compiled
from raci.rules import Rule
from raci.rules.lexicon import lexicon_pattern

__all__ = ["SegmentReader"]

_STOPS = "；;。\n"
_COMMAS = "，," + _STOPS + COLONS
_COMMA = compiled(f"[{_COMMAS}]")
#: what no name holds: brackets that hide others, and a label of its own
_NO_NAME = frozenset(MASK + COLONS)


class SegmentReader:
    """Reads one segment: names wait until a verb, or the label, says what they do.

    The state in between: ``run`` holds the names since the last comma or verb, ``names`` those that wait for a role.
    ``group`` counts the commas.
    """

    def __init__(
        self,
        text: str,
        label: Rule | None,
        builder: ContentBuilder,
        patterns: Patterns,
        running: bool,
        is_unknown: bool = False,
    ) -> None:
        self.text, self.label, self.builder, self.patterns, self.running = text, label, builder, patterns, running
        self.names = WaitingNames(label, builder)
        self.run: list[PlacedToken] = []
        self.noted = NotedNames(text, self.names, patterns, partial(_read_note, patterns))
        self.group = 0
        self.is_unknown = is_unknown  # whether what follows stands behind a label that is not known
        self.is_duty = False  # whether what follows stands behind a body and a colon: 公安分局：安保
        self.may_hold_limit = True
        self.odd: set[int] = set()  # where names begin that read unlike one
        self.verb_before: Rule | None = None  # the verb that stands before the names of this piece: 牵头市教育局

    def read(self, masked: str, start: int, end: int) -> int:
        """Read ``text[start:end]``; returns where reading stopped."""
        position = piece = start
        self.may_hold_limit = self.patterns.may_hold_limit(self.text, start, end)
        self.noted.begin(start, end)
        is_limit = self._take_time_limit(masked, start, end)
        for pause in [*PAUSE.finditer(masked, start, end), None]:
            stop = pause.start() if pause else end
            colon = pause is not None and pause[0] in COLONS
            position, stop = self._part_of_task(position, stop)
            if (
                self.running
                and not is_limit
                and (prose := prose_start(self.text, position, stop, colon, self.patterns)) is not None
            ):
                self._read_atom(position, prose)
                self._read_names()
                self._give_rest_roles()
                return prose
            is_topic = self._names_part(position, stop) or (colon and self._is_topic(position, stop))
            if not (is_limit or is_topic):
                self._read_atom(position, stop)
            position = behind_pause(self.text, pause, end)
            if pause is None or pause[0] in _COMMAS:
                self._end_piece(pause[0] if pause else "", piece, stop)
                if self.builder.is_spoilt():
                    return end
                piece = position
                is_limit = self._take_time_limit(masked, position, end)
                self.is_duty = colon and not is_topic
        self._give_rest_roles()
        return end

    def _give_rest_roles(self) -> None:
        """Names that still wait get their roles; then come those that stand in brackets behind names."""
        if self.label is None and self.builder.verbal:
            remarks = self.names.take_odd(self.odd)  # 甲牵头，乙配合，已完成
            self.builder.odd_names -= len(remarks)
            self.builder.unread += [(remark.start, remark.end) for remark in remarks]
        self.names.give_rest_roles()
        self.builder.role_mentions += self.noted.others

    def _is_topic(self, start: int, end: int) -> bool:
        """Whether words before a colon say what follows is about, since they are no name: 市分工方案：…"""
        words = self.text[start:end].strip(EDGE)
        if lexicon_pattern("label.unknown").search(words):
            # 统筹单位：甲、乙 by no label that is known: which role they have is not said
            self.is_unknown = True
            self.builder.unread.append(strip_span(self.text, start, end) or (start, end))
            return True
        if not is_body(words, self.patterns):
            return True
        if self.label is None and self.builder.only_names:
            # 反映企业：云泽公司: what stands before a colon is no body, and those behind it are not in charge
            self.builder.unread.append((start, end))
        return False

    def _names_part(self, start: int, end: int) -> bool:
        """Whether words before a comma say for which part those behind it are: 其中涉及消防的，由县消防大队负责."""
        part = lexicon_pattern("name.part-before").match(self.text, start)
        if part is None or part.end() != end:
            return False
        self.names.part_off(self.group)
        return True

    def _part_of_task(self, start: int, end: int) -> tuple[int, int]:
        """The span of names and verb in words that give a part of the task (其中资金由县财政局负责); else the whole.

        Words before which nobody is named are a sentence: （费用由中标企业承担）.
        """
        follows = self.label is not None or self.names.pending or self.builder.role_mentions
        is_exception = self.text.startswith("除", start) and self.text.startswith("外", end - 1)
        stop = end - 1 if is_exception else end
        topic = topic_end(self.text, start, stop, self.patterns) if follows and start < stop else None
        if topic is None:
            return start, end
        self.names.part_off(self.group)
        return topic, stop

    def _end_piece(self, pause: str, start: int, end: int) -> None:
        """A piece between commas ends with ``pause``: its names join those that wait."""
        self._read_names()
        if self.verb_before is not None:
            self.names.apply_verb_before(self.verb_before, self.group)
            self.verb_before = None
        # 甲会同乙、丙，丁按职责分工负责: 会同 reaches to the comma
        self.names.is_joint = self.names.is_joint and not self.text[start:end].strip(OUTER_EDGE)
        self.group += 1
        if pause and pause in _STOPS:
            if pause != "\n" or not self.noted.part:
                self.names.settle(self.group)
            self.is_unknown = False

    def _take_time_limit(self, masked: str, start: int, end: int) -> bool:
        """Whether the piece from ``start`` to the next comma is nothing but a time limit; then it is noted."""
        if not self.may_hold_limit:
            return False
        comma = _COMMA.search(masked, start, end)
        stop = comma.start() if comma else end
        if not self.patterns.maybe_deadline.search(masked, start, stop):
            return False
        # “十四五”末: what the quotation marks hold belongs to the limit
        words = self.text if lexicon_pattern("deadline.quoted").search(self.text, start, stop) else masked
        piece = SPACE.sub("", words[start:stop]).strip(OUTER_EDGE)
        if not is_time_limit(piece, self.patterns):
            return False
        if span := whole_span(self.text, start, stop):
            self.builder.add_limit(self.text, span)
        return True

    def _read_atom(self, start: int, end: int) -> None:
        behind = limit_behind_name(self.text, start, end, self.patterns) if self.may_hold_limit else None
        if behind is not None and (limit := whole_span(self.text, *behind)):
            self.builder.add_limit(self.text, limit)
            if behind[1] < end:
                self._read_atom(start, behind[0])
                start = behind[1]
            else:
                end = behind[0]
        if not self.run and self.verb_before is None and self.group not in {name.group for name in self.names.pending}:
            verb = verb_before_names(self.text, start, end, self.patterns)
            if verb is not None:
                self.verb_before, start = verb
        for token in read_atom(self.text[start:end], self.patterns):
            if token.rule is None:
                self.run.append((token, start))
            else:
                self._read_names()
                self.names.apply_verb(token.rule)

    def _takes_other(self, words: str, start: int, end: int) -> bool:
        """Whether words among names stand for one, or are a telephone number or a time limit; then they are noted."""
        if self.names.take_pronoun(words) or self.names.take_leader(Mention(words, start, end)):
            return True
        if lexicon_pattern("name.phone").fullmatch(words):
            return True
        if self.may_hold_limit and is_time_limit(words, self.patterns):
            self.builder.add_limit(self.text, (start, end))  # 春节前、县商务局配合
            return True
        return False

    def _read_names(self) -> None:
        """What has been read since the last comma or verb joins the names that wait."""
        if not self.run:
            return
        behind_verbs = self.label is None and self.builder.verbal
        has_duty = False  # whether a name stood with what it does: what follows says more of that
        for start, end, words, body, full in join_tokens(self.run, self.text, self.patterns):
            odd = not body and not self.is_unknown
            if odd and self._takes_other(words, start, end):
                continue
            if odd and self.label is not None and is_ditto(words):
                self.names.add(Mention(words, start, end, self.group))
                continue
            if odd and (duty := duty_start(self.text, start, end, self.patterns)) is not None:
                has_duty = True
                self.names.settle_doer(Mention(SPACE.sub("", self.text[start:duty]), start, duty, self.group))
                self.builder.odd_names += self.builder.only_names and self.label is None
            elif has_duty and odd and self.patterns.duty.match(self.text, start):
                continue  # 综合窗口收件、受理、发证: what the body before it does too
            elif (not body and (has_duty or self.is_duty or (behind_verbs and is_remark(words)))) or self.is_unknown:
                self.builder.unread.append((start, end))
                self.builder.odd_names += self.is_duty and self.builder.only_names
            elif words[-1] in CLOSERS and self.noted.take(start, end, words, self.group):
                continue
            elif _NO_NAME.isdisjoint(words) and (body or may_be_name(words, self.label is not None, self.patterns)):
                self.names.add(Mention(words, start, end, self.group, full))
                if not body and self.label is None and not is_acting_post(words):
                    self.builder.odd_names += 1
                    self.odd.add(start)
            elif MASK not in words:
                self.builder.odd_names += 1
                self.builder.unread.append((start, end))
        self.run = []


def _read_note(patterns: Patterns, words: str, start: int, label: Rule | None, builder: ContentBuilder) -> None:
    """Read what stands in a bracket behind a name."""
    SegmentReader(words, label, builder, patterns, False).read(mask(words), start, len(words))
