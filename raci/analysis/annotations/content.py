"""What stands in an annotation: labels, verbs and names, to groups of mentions with roles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from raci.analysis.annotations.names import EDGE, MASK, PAUSE, Token, is_body, joined, mask, names, read_atom
from raci.analysis.annotations.patterns import Patterns
from raci.model import Mention
from raci.rules import Rule

__all__ = ["Content", "Part", "Standing", "parse"]

_COLONS = "：:∶︰"
_COMMAS = "，,；;。\n" + _COLONS
_COMMA = re.compile(f"[{_COMMAS}]")
_STOPS = "；;。\n"
_LABEL_LIKE = re.compile(r"^[^各有相关]{1,8}(?:单位|部门|主体|机构|处室|科室)$")
_SEPARATORS = "，,；;。、：:\n\t \u3000\xa0】])）〕"
_EDGE = EDGE + MASK + "（()）〔〕[]【】"
_DECORATED = re.compile(r"[【\[〔［]\s*([^【\[〔［】\]〕］]{2,14}?)\s*[】\]〕］]\s*[:：∶︰]?")
#: what a label without a colon holds: a quick look before the pattern of all labels
_UNIT = re.compile(
    r"[牵责贵主配协参支指督监落实承负][^，,；;。、]*(?:单位|部门|主体|机构|处室|科室|室|科|处|方|组|企业|院所|地区|市县)"
)
#: an odd word of this length may still be a name (车务段)
_ODD = 10
#: a bracket behind a name that may say its role, and the roles that it may say
_NOTE = re.compile(r"[（(〔\[]([^（）()〔〕\[\]]{2,8})[)）〕\]]$")
_NOTED = frozenset(("lead", "responsible", "support", "guide"))
#: how a name ends for sure, where words run on behind it
_NAME = re.compile(
    r".*?(?:局|委|厅|办|政府|管委会|中心|公司|支行|分行|部门|单位|法院|委员会|银行|海关)(?:[（(][^（）()]{1,12}[)）])?"
)
_DEADLINE_TAIL = re.compile(
    r"(?:完成|办结|建成|见效|启动|实施|到位|落实|推进|取得.{0,12}|基本.{0,8}|初步.{0,8}|形成.{0,8}|达到.{0,8}|全部.{0,8}|全面.{0,8}|"
    r"并|且|或|及|和|与|、|，|至|到|—|-|~|起|前|底|力争|确保|争取|开始|每季度|每月|每年|报送.{0,10}|出台.{0,8}|上线.{0,8}|投用.{0,4}|建立.{0,8}|"
    r"成效.{0,8}|任务.{0,6}|工作.{0,6}|目标.{0,6}|时限|之|内|间|分|年|度|第|阶段.{0,8}|各|按|时|期|根据.{0,14}|结合.{0,14}|有序|有效|明显|显著|进展.{0,4}|,|\s)*"
)


_START = attrgetter("start")


class Part(NamedTuple):
    """Mentions that share a role, with the rule that gave it."""

    role: str
    rule: str
    mentions: tuple[Mention, ...]
    person: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A rule that the document sets for itself: its effect, its words, and the names that it holds."""

    rule: str
    effect: str
    quote: str
    mentions: tuple[Mention, ...] = ()


class Content(NamedTuple):
    """What an annotation says. Spans are in the text that was parsed.

    ``odd`` counts the pieces that read unlike names; ``unread`` are the spans of those that were left out.
    """

    parts: tuple[Part, ...] = ()
    deadline: tuple[int, int] | None = None
    standing: tuple[Standing, ...] = ()
    labelled: bool = False
    verbal: bool = False
    odd: int = 0
    rule: str = ""
    refused: bool = False
    unread: tuple[tuple[int, int], ...] = ()
    reach: int = 0


@dataclass(slots=True)
class _State:
    """What has been gathered while a content is read."""

    parts: list[Part] = field(default_factory=list)
    standing: list[Standing] = field(default_factory=list)
    deadline: tuple[int, int] | None = None
    odd: int = 0
    unread: list[tuple[int, int]] = field(default_factory=list)
    verbal: bool = False
    labels: list[Rule] = field(default_factory=list)
    reach: int = 0

    def flush(self, mentions: list[Mention], role: str, rule: str) -> None:
        """The mentions become a part."""
        if mentions:
            self.parts.append(Part(role, rule, tuple(mentions)))


def parse(text: str, patterns: Patterns, running: bool = False) -> Content:
    """What ``text`` (the inside of a bracket, or the stretch behind a label) says of who does what.

    With ``running`` nothing marks its end: reading stops where the words turn to prose, and ``reach`` says where.
    """
    known: Content | None = patterns.contents.get((text, running))
    if known is None:
        known = _parse(text, patterns, running)
        if len(patterns.contents) >= patterns.MOST_CONTENTS:
            patterns.contents.clear()
        patterns.contents[text, running] = known
    return known


def _parse(text: str, patterns: Patterns, running: bool) -> Content:
    state = _State()
    if patterns.maybe_standing.search(text):
        text = _take_standing(text, patterns, state)
    masked = mask(text)
    refused = patterns.refuse_always.search(masked)
    if refused or (patterns.refuse.search(masked) and not _labelled(text, masked, patterns)):
        return Content(refused=True, standing=tuple(state.standing))
    at = 0
    rule: Rule | None = None
    for start, end, label in [*_labels(text, masked, patterns), (len(text), len(text), None)]:
        if at < start:
            state.reach = _segment(text, masked, at, start, rule, patterns, state, running)
            if state.reach < start:
                break
        if label is not None:
            state.labels.append(label)
        at, rule = end, label
    named = tuple(part for part in state.parts if part.mentions)
    return Content(
        parts=named,
        deadline=state.deadline,
        standing=tuple(state.standing),
        labelled=any(each.role not in ("other", "deadline") for each in state.labels),
        verbal=state.verbal,
        odd=state.odd,
        unread=tuple(state.unread),
        reach=state.reach if running else len(text),
        rule=named[0].rule if named else state.labels[0].id if state.labels else "",
    )


def _stripped(text: str, begin: int, stop: int) -> tuple[int, int] | None:
    while begin < stop and text[begin] in EDGE + MASK:
        begin += 1
    while stop > begin and text[stop - 1] in EDGE + MASK + "）)〕]】":
        stop -= 1
    return (begin, stop) if begin < stop else None


def _take_standing(text: str, patterns: Patterns, state: _State) -> str:
    """Reads what the document says once for all, and blanks it, so that it is not read as names."""
    for rule, pattern in patterns.standing:
        for match in pattern.finditer(text):
            mentions: tuple[Mention, ...] = ()
            if "names" in pattern.groupindex:
                begin = match.start("names")
                mentions = tuple(each.moved(begin) for each in names(match["names"], patterns))
                if not mentions:
                    continue
            state.standing.append(Standing(rule.id, rule.effect, match[0].strip(_EDGE), mentions))
            start, end = match.span()
            if start and text[start - 1] in "（(〔[【" and text[end : end + 1] in tuple("）)〕]】"):
                start, end = start - 1, end + 1  # a bracket that holds nothing else
            text = text[:start] + MASK * (end - start) + text[end:]
    return text


def _labelled(text: str, masked: str, patterns: Patterns) -> bool:
    return bool(_labels(text, masked, patterns))


def _labels(text: str, masked: str, patterns: Patterns) -> list[tuple[int, int, Rule]]:
    """The labels outside nested brackets: where each begins, where its names begin, its rule."""
    found: list[tuple[int, int, Rule]] = []
    at = 0
    for pause in [*PAUSE.finditer(masked), None]:
        to = pause.start() if pause else len(text)
        colon = pause is not None and pause[0] in _COLONS
        if not colon and not patterns.labels.own and not _UNIT.search(masked, at, to):
            at = pause.end() if pause else to
            continue
        head = _head(text[at:to], colon, patterns)
        if head is None and colon and found and _is_other(text[at:to], patterns):
            head = (0, to - at, _other(patterns))
        if head:
            end = pause.end() if pause is not None and colon else at + head[1]
            # 指标牵头单位：市财政局 — the word before the label is no name
            prefix = text[at : at + head[0]]
            word = prefix.strip(_EDGE) and prefix[-1] not in _SEPARATORS and not is_body(prefix, patterns)
            found.append((at if word else at + head[0], end, head[2]))
        at = pause.end() if pause else to
    if "【" in text or "[" in text or "〔" in text or "［" in text:
        # 【责任单位】市财政局: the bracket holds but the label
        for match in _DECORATED.finditer(text):
            head = _head(match[1], True, patterns)
            if head and head[0] == 0 and not any(start <= match.start() < end for start, end, _ in found):
                found.append((match.start(), match.end(), head[2]))
        found.sort(key=lambda each: each[:2])
    return found


def _is_other(atom: str, patterns: Patterns) -> bool:
    """Whether the words before a colon are a label of something else (目标位置：前五)."""
    return 2 <= len(atom.strip()) <= 10 and not is_body(atom.strip(), patterns)


def _other(patterns: Patterns) -> Rule:
    return next(rule for rule in patterns.labels.rules if rule.role == "other")


def _head(atom: str, colon: bool, patterns: Patterns) -> tuple[int, int, Rule] | None:
    """The label of an atom: before a colon the one that it ends with, else one that it begins with before a name."""
    key = atom + "：" if colon else atom
    if key in patterns.heads:
        known: tuple[int, int, Rule] | None = patterns.heads[key]
        return known
    if len(patterns.heads) > patterns.MOST:
        patterns.heads.clear()
    patterns.heads[key] = head = _find_head(atom, key, colon, patterns)
    return head


def _find_head(atom: str, key: str, colon: bool, patterns: Patterns) -> tuple[int, int, Rule] | None:
    masked = mask(atom)
    for start, end, rule in patterns.labels.finditer(key):
        if start < len(masked) and masked[start] == MASK:
            continue
        before = atom[:start].rstrip(" \t\u3000\xa0\n")
        if colon:
            if atom[end:].strip(" \t\u3000\xa0\n】]〕)）" + MASK):
                continue
            if before and before[-1] not in _SEPARATORS + "（([〔【" and patterns.refuse_label.search(before[-6:]):
                continue
            return start, end, rule
        if rule.colon or (before and before[-1] not in _SEPARATORS):
            continue
        tokens = read_atom(atom[end:], patterns)
        if tokens and tokens[0].rule is None and tokens[0].body:
            return start, end, rule
    return None


def _segment(
    text: str,
    masked: str,
    begin: int,
    stop: int,
    label: Rule | None,
    patterns: Patterns,
    state: _State,
    running: bool,
) -> int:
    """Reads what stands behind a label (or before the first): names and verbs, a time limit, persons.

    Gives where reading stopped.
    """
    if label is None or not (label.role in ("deadline", "other") or label.person):
        return _Reader(text, label, patterns, state, running).read(masked, begin, stop)
    if label.role == "deadline":
        state.deadline = _stripped(text, begin, stop)
    elif label.person:
        _persons(text, masked, begin, stop, label, state)
    return stop


class _Reader:
    """Reads one segment: names wait until a verb, or the label, says what they do."""

    def __init__(self, text: str, label: Rule | None, patterns: Patterns, state: _State, running: bool) -> None:
        self.text, self.label, self.patterns, self.state, self.running = text, label, patterns, state, running
        self.pending: list[Mention] = []
        self.behind: list[Mention] = []  # those that stand behind 会同
        self.run: list[tuple[Token, int]] = []  # the names since the last comma or verb
        self.joint = False
        self.group = 0
        self.unknown = False  # whether what follows stands behind a label that is not known
        self.settled = False  # whether the label has its names: 牵头单位：甲；乙，丙配合

    def read(self, masked: str, begin: int, stop: int) -> int:
        """Reads ``text[begin:stop]``; gives where it stopped."""
        at = piece = begin
        skip = self._timely(masked, begin, stop)
        for pause in [*PAUSE.finditer(masked, begin, stop), None]:
            to = pause.start() if pause else stop
            colon = pause is not None and pause[0] in _COLONS
            if self.running and not skip and (end := self._turns(at, to, colon)) is not None:
                self._atom(at, end)
                self._names()
                self._rest()
                return end
            # words before a colon that are no name say what follows is about: 市分工方案：…
            about = False
            if pause is not None and pause[0] in _COLONS:
                words = self.text[at:to].strip(EDGE)
                about = not is_body(words, self.patterns)
                if _LABEL_LIKE.search(words):
                    # 统筹单位：甲、乙 by no label that is known: who they are is not said
                    self.unknown = about = True
                    self.state.unread.append(_stripped(self.text, at, to) or (at, to))
            if not skip and not about:
                self._atom(at, to)
            at = pause.end() if pause else stop
            if pause is None or pause[0] in _COMMAS:
                self._names()
                # 甲会同乙、丙，丁按职责分工负责: 会同 reaches to the comma
                self.joint = self.joint and not self.text[piece:to].strip(_EDGE)
                self.group += 1
                if pause is not None and pause[0] in _STOPS:
                    self._settle(self.group)
                    self.unknown = False
                piece = at
                skip = self._timely(masked, at, stop)
        self._rest()
        return stop

    def _turns(self, at: int, to: int, colon: bool) -> int | None:
        """Where in an atom the words turn to prose, or another text begins (甲乙：关于……); None where they do not."""
        tokens = read_atom(self.text[at:to], self.patterns)
        odd = next((token for token in tokens if token.rule is None and not token.body), None)
        if colon and odd is None and len(tokens) == 1:
            odd = tokens[0]
        elif odd is None or (len(odd.text) <= _ODD and not self.patterns.prose.search(odd.text)):
            return None
        # 市财政局各部门要认真…: the name that the words begin with, if any, is still one
        start = at + odd.start
        for name in _NAME.finditer(self.text, start, min(to, start + 40)):
            if is_body(self.text[start : name.end()], self.patterns):
                return name.end()
        return start

    def _timely(self, masked: str, begin: int, stop: int) -> bool:
        """Whether the piece from ``begin`` to the next comma is but a time limit; then it is noted."""
        comma = _COMMA.search(masked, begin, stop)
        end = comma.start() if comma else stop
        if not self.patterns.maybe_deadline.search(masked, begin, end):
            return False
        piece = re.sub(r"\s+", "", masked[begin:end]).strip(_EDGE)
        if not _is_deadline(piece, self.patterns):
            return False
        span = _stripped(self.text, begin, end)
        known = self.state.deadline
        if span and known is None:
            self.state.deadline = span
        elif span and known is not None:
            if self.text[known[1] : span[0]].strip(_EDGE):
                self.state.unread.append(span)  # 甲，6月完成；乙，9月完成: one annotation holds one
            else:
                self.state.deadline = (known[0], span[1])
        return True

    def _atom(self, at: int, to: int) -> None:
        for token in read_atom(self.text[at:to], self.patterns):
            if token.rule is None:
                self.run.append((token, at))
            else:
                self._names()
                self._verb(token.rule)

    def _names(self) -> None:
        """What has been read since the last comma or verb joins the names that wait."""
        if not self.run:
            return
        done = False  # whether a name has been met with what it does: what follows says more of that
        for start, end, name, body in joined(self.run, self.text, self.patterns):
            if not body and not self.unknown and (cut := self._doing(start, end)) is not None:
                done = True
                text = re.sub(r"\s+", "", self.text[start:cut])
                (self.behind if self.joint else self.pending).append(Mention(text, start, cut, self.group))
                self.state.odd += self.label is None
            elif done and not body and not self.unknown and self.patterns.duty.match(self.text, start):
                continue  # 综合窗口收件、受理、发证: what the body before it does too
            elif (done and not body) or self.unknown:
                self.state.unread.append((start, end))
            elif name[-1] in "）)〕]" and (note := self._noted(name)):
                # 市财政局（牵头）、市教育局（配合）
                bare, role, rule = note
                cut = start + len(self.text[start:end].rstrip()) - (len(name) - len(bare))
                self.state.flush([Mention(bare, start, cut, self.group)], role, rule)
                self.state.verbal = True
            elif MASK not in name and (body or _passable(name, self.label, self.patterns)):
                (self.behind if self.joint else self.pending).append(Mention(name, start, end, self.group))
                self.state.odd += not body and self.label is None
            elif MASK not in name:
                self.state.odd += 1
                self.state.unread.append((start, end))
        self.run = []

    def _doing(self, start: int, end: int) -> int | None:
        """Where a name ends that goes on to say what the body does: 综合窗口受理申请; None where none does."""
        for duty in self.patterns.duty.finditer(self.text, start + 2, end):
            if is_body(self.text[start : duty.start()], self.patterns):
                return duty.start()
        return None

    def _noted(self, name: str) -> tuple[str, str, str] | None:
        """The name, the role and its rule, where the bracket behind a name says but its role."""
        match = _NOTE.search(name)
        if match is None or not is_body(name[: match.start()], self.patterns):
            return None
        for union in (self.patterns.verbs, self.patterns.labels):
            for begin, end, rule in union.finditer(match[1]):
                if begin == 0 and end == len(match[1]) and rule.role in _NOTED:
                    return name[: match.start()], rule.role, rule.id
        return None

    def _verb(self, rule: Rule) -> None:
        if not (self.pending or self.behind):
            # 甲牵头，会同乙、丙负责
            self.joint = rule.kind == "infix" and self.state.verbal
            return
        if rule.kind == "infix":
            self.state.flush(self.pending, "lead", rule.id)
            self.pending, self.joint = [], True
            return
        role, rule_id = rule.role, rule.id
        if self.label is not None and role == "responsible" and not self.settled:
            role, rule_id = self.label.role, self.label.id
        if self.label is not None and role != self.label.role and not self.settled:
            self._settle(max(each[-1].group for each in (self.pending, self.behind) if each))  # 牵头单位：甲，乙配合
        self.settled = True  # 责任单位：甲牵头，乙，丙配合
        if role in ("lead", "responsible"):
            self.state.flush(self.behind, "support", "verb.joint")
            self.behind = []
        self.state.flush(sorted([*self.pending, *self.behind], key=_START), role, rule_id)
        self.pending, self.behind, self.joint = [], [], False
        self.state.verbal = True

    def _settle(self, group: int) -> None:
        """Names before a comma group have the label's role, whatever verb may follow."""
        if self.label is not None:
            names = [one for one in self.pending if one.group < group]
            self.state.flush(names, self.label.role, self.label.id)
            self.pending = [one for one in self.pending if one.group >= group]
            self.settled = self.settled or bool(names)

    def _rest(self) -> None:
        """Names that no verb followed: the label's, or of a bare list."""
        self.state.flush(self.behind, "support", "verb.joint")
        if self.label is not None:
            self.state.flush(self.pending, self.label.role, self.label.id)
        else:
            self.state.flush(self.pending, "responsible", "verb.rest" if self.state.verbal else "bare.bracket")


def _passable(name: str, label: Rule | None, patterns: Patterns) -> bool:
    """Whether a name that does not end like a body's may stand among bodies all the same."""
    if MASK in name or patterns.prose.search(name) is not None:
        return False
    # without a label a short one only: 自然资源、住建部门
    return 4 <= len(name) <= 20 if label is not None else 2 <= len(name) <= 10


def _is_deadline(piece: str, patterns: Patterns) -> bool:
    """Whether a piece between commas is but a time limit."""
    match = patterns.deadline.search(piece)
    if match is None or len(piece) > 40:
        return False
    rest = patterns.deadline.sub("", piece)
    if _DEADLINE_TAIL.fullmatch(rest):
        return True
    return match.start() <= 2 and not is_body(piece, patterns) and len(rest) <= 14


def _persons(text: str, masked: str, begin: int, stop: int, label: Rule, state: _State) -> None:
    """Persons and posts: kept whole between commas and 、, posts with names."""
    mentions = []
    at = begin
    for cut in [*re.finditer(r"[，,；;。、\n]", masked[begin:stop]), None]:
        to = begin + cut.start() if cut else stop
        span = _stripped(text, at, to)
        if span:
            name = re.sub(r"\s+", "", text[span[0] : span[1]])
            if 2 <= len(name) <= 24 and MASK not in name:
                mentions.append(Mention(name, *span))
            else:
                state.odd += 1
                state.unread.append(span)
        if cut is None:
            break
        at = begin + cut.end()
    if mentions:
        state.parts.append(Part("leader", label.id, tuple(mentions), person=True))
