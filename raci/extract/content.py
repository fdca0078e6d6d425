"""What stands in an annotation: labels, verbs and names, to groups of mentions with roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from raci.extract.names import MASK, is_body, mask, split
from raci.extract.patterns import Patterns
from raci.model import Mention
from raci.rules import Rule

__all__ = ["Content", "Part", "Standing", "parse"]

_COLON = re.compile(r"\s*[】\]〕)）]?\s*[:：∶︰]?\s*")
_HAS_COLON = re.compile(r"\s*[】\]〕)）]?\s*[:：∶︰]")
_PIECES = re.compile(r"[，,；;。]")
_SEPARATORS = "，,；;。、:：\n\t \u3000】])）〕"
_EDGE = " \t\u3000\xa0\n，,；;。、：:"
#: words that a standing rule holds: a quick look before its pattern
_STANDING = re.compile(r"不再|下同|均需|均须|均由|第一|首位|最前|逗号|黑体|加粗|粗体|余同")
_DEADLINE_TAIL = re.compile(
    r"(?:完成|办结|建成|见效|启动|实施|到位|落实|推进|取得.{0,12}|基本.{0,8}|初步.{0,8}|形成.{0,8}|达到.{0,8}|全部.{0,8}|全面.{0,8}|"
    r"并|且|或|及|和|与|、|，|至|到|—|-|~|起|前|底|力争|确保|争取|开始|每季度|每月|每年|报送.{0,10}|出台.{0,8}|上线.{0,8}|投用.{0,4}|建立.{0,8}|"
    r"成效.{0,8}|任务.{0,6}|工作.{0,6}|目标.{0,6}|时限|之|内|间|分|年|度|第|阶段.{0,8}|各|按|时|期|根据.{0,14}|结合.{0,14}|有序|有效|明显|显著|进展.{0,4}|,|\s)*"
)


@dataclass(frozen=True, slots=True)
class Part:
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


@dataclass(frozen=True, slots=True)
class Content:
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


@dataclass(slots=True)
class _State:
    """What has been gathered while a content is read."""

    parts: list[Part] = field(default_factory=list)
    standing: list[Standing] = field(default_factory=list)
    deadline: tuple[int, int] | None = None
    odd: int = 0
    unread: list[tuple[int, int]] = field(default_factory=list)
    verbal: bool = False


@lru_cache(maxsize=16384)
def parse(text: str, patterns: Patterns) -> Content:
    """What ``text`` (the inside of a bracket, or the stretch behind a label) says of who does what."""
    state = _State()
    if _STANDING.search(text):
        text = _take_standing(text, patterns, state)
    masked = mask(text)
    labels = list(_labels(text, masked, patterns))
    first = labels[0][0] if labels else len(text)
    if not labels and patterns.refuse.search(masked):
        return Content(refused=True, standing=tuple(state.standing))
    if first:
        _names(text, masked, 0, first, None, patterns, state)
    for index, (_, begin, rule) in enumerate(labels):
        stop = labels[index + 1][0] if index + 1 < len(labels) else len(text)
        if rule.role == "other":
            continue
        if rule.role == "deadline":
            state.deadline = _stripped(text, begin, stop)
        else:
            _names(text, masked, begin, stop, rule, patterns, state)
    named = [part for part in state.parts if part.mentions]
    return Content(
        parts=tuple(named),
        deadline=state.deadline,
        standing=tuple(state.standing),
        labelled=any(rule.role not in ("other", "deadline") for _, _, rule in labels),
        verbal=state.verbal,
        odd=state.odd,
        unread=tuple(state.unread),
        rule=named[0].rule if named else labels[0][2].id if labels else "",
    )


def _stripped(text: str, begin: int, stop: int) -> tuple[int, int] | None:
    while begin < stop and text[begin] in _EDGE + MASK:
        begin += 1
    while stop > begin and text[stop - 1] in _EDGE + MASK + "）)〕]】":
        stop -= 1
    return (begin, stop) if begin < stop else None


def _take_standing(text: str, patterns: Patterns, state: _State) -> str:
    """Reads what the document says once for all, and blanks it, so that it is not read as names."""
    for rule, pattern in patterns.standing:
        for match in pattern.finditer(text):
            mentions: tuple[Mention, ...] = ()
            if "names" in pattern.groupindex:
                mentions = tuple(
                    mention
                    for mention in split(text, match.start("names"), match.end("names"), patterns)
                    if is_body(mention.text, patterns)
                )
                if not mentions:
                    continue
            state.standing.append(Standing(rule.id, rule.effect, match[0].strip(_EDGE), mentions))
            text = text[: match.start()] + MASK * (match.end() - match.start()) + text[match.end() :]
    return text


def _labels(text: str, masked: str, patterns: Patterns) -> Iterator[tuple[int, int, Rule]]:
    """The labels outside nested brackets: where each begins, where its names begin, its rule."""
    last = 0
    for match, rule in patterns.labels.finditer(text):
        begin, end = match.span()
        if begin < last:
            continue
        inside = masked[begin] == MASK
        if inside:
            # 【责任单位】市财政局: the bracket holds but the label
            if text[begin - 1 : begin] not in ("【", "[", "〔", "［") or text[end : end + 1] not in (
                "】",
                "]",
                "〕",
                "］",
            ):
                continue
            begin -= 1
        colon = _HAS_COLON.match(text, end)
        before = text[:begin].rstrip(" \t\u3000\n")
        if colon is None and not inside:
            if rule.colon or (before and before[-1] not in _SEPARATORS):
                continue
            names = _COLON.match(text, end)
            after = re.split(r"[，,；;。、]", text[names.end() if names else end :])[0].strip()
            if not is_body(after, patterns):
                continue
        elif (
            colon
            and before
            and before[-1] not in _SEPARATORS + "（([〔【"
            and patterns.refuse_label.search(before[-6:])
        ):
            continue
        tail = _COLON.match(text, end)
        last = tail.end() if tail else end
        yield begin, last, rule


def _names(
    text: str, masked: str, begin: int, stop: int, label: Rule | None, patterns: Patterns, state: _State
) -> None:
    """Reads a stretch of names and verbs; ``label`` gives the role of names that no verb claims."""
    if label is not None and label.person:
        _persons(text, masked, begin, stop, label, state)
        return
    pending: list[tuple[Mention, bool]] = []  # and whether it stands behind 会同
    joint = False
    at = begin
    group = 0
    stretch = masked[begin:stop]
    for match, rule in patterns.verbs.finditer(stretch):
        from_, to = begin + match.start(), begin + match.end()
        if from_ < at or MASK in match[0] or not _claims(text, at, from_, pending, patterns):
            continue
        group = _gather(text, at, from_, patterns, state, pending, joint, group, label)
        if rule.kind == "infix":
            _flush(state, [one for one in pending if not one[1]], "lead", rule.id)
            pending = [one for one in pending if one[1]]
            joint = True
        else:
            role = rule.role if label is None or rule.role != "responsible" else label.role
            rule_id = rule.id if role == rule.role else label.id if label else rule.id
            behind = [one for one in pending if one[1]]
            if behind and role in ("lead", "responsible"):
                _flush(state, behind, "support", "verb.joint")
                pending = [one for one in pending if not one[1]]
            _flush(state, pending, role, rule_id)
            pending, joint = [], False
            state.verbal = True
        at = to
    _gather(text, at, stop, patterns, state, pending, joint, group, label)
    if not pending:
        return
    behind = [one for one in pending if one[1]]
    if behind:
        _flush(state, behind, "support", "verb.joint")
    rest = [one for one in pending if not one[1]]
    if label is not None:
        _flush(state, rest, label.role, label.id)
    elif rest:
        # names after the last verb: 市财政局牵头，市教育局、市民政局
        _flush(state, rest, "responsible", "verb.lead-rest" if state.parts else "bare.bracket")


def _claims(text: str, at: int, to: int, pending: list[tuple[Mention, bool]], patterns: Patterns) -> bool:
    """Whether a verb has names before it to speak of."""
    words = text[at:to].strip(_EDGE)
    return bool(pending) if not words else True


def _flush(state: _State, pending: list[tuple[Mention, bool]], role: str, rule: str) -> None:
    if pending:
        state.parts.append(Part(role, rule, tuple(mention for mention, _ in pending)))


def _gather(
    text: str,
    begin: int,
    stop: int,
    patterns: Patterns,
    state: _State,
    pending: list[tuple[Mention, bool]],
    joint: bool,
    group: int,
    label: Rule | None,
) -> int:
    """Adds the names of a stretch to ``pending``, its time limits to the state; returns the comma group reached."""
    masked = mask(text[begin:stop])
    at = 0
    for cut in [*_PIECES.finditer(masked), None]:
        to = cut.start() if cut else len(masked)
        piece = re.sub(r"\s+", "", masked[at:to]).strip(_EDGE + MASK + "（()）〔〕[]【】")
        if piece and _is_deadline(piece, patterns):
            span = _stripped(text, begin + at, begin + to)
            if span:
                state.deadline = (state.deadline[0], span[1]) if state.deadline else span
        elif piece:
            for mention in split(text, begin + at, begin + to, patterns, group):
                if is_body(mention.text, patterns):
                    pending.append((mention, joint))
                elif _passable(mention.text, label, patterns):
                    pending.append((mention, joint))
                    state.odd += label is None
                elif MASK not in mention.text:
                    state.odd += 1
                    state.unread.append((mention.start, mention.end))
        if cut is None:
            break
        # 甲会同乙、丙，丁按职责分工负责: 会同 reaches to the comma
        if joint and piece and cut[0] in "，,；;":
            joint = False
        at = cut.end()
        group += 1
    return group


def _passable(name: str, label: Rule | None, patterns: Patterns) -> bool:
    """Whether a name that does not end like a body's may stand behind a label all the same."""
    return label is not None and 4 <= len(name) <= 20 and patterns.prose.search(name) is None and MASK not in name


def _is_deadline(piece: str, patterns: Patterns) -> bool:
    """Whether a piece between commas is but a time limit."""
    match = patterns.deadline.search(piece)
    if match is None or len(piece) > 40:
        return False
    rest = patterns.deadline.sub("", piece)
    return _DEADLINE_TAIL.fullmatch(rest) is not None or (
        match.start() <= 2 and not is_body(piece, patterns) and len(rest) <= 14
    )


def _persons(text: str, masked: str, begin: int, stop: int, label: Rule, state: _State) -> None:
    """Persons and posts: kept whole between commas and 、, posts with names."""
    mentions = []
    at = begin
    for cut in [*re.finditer(r"[，,；;。、\n]", masked[begin:stop]), None]:
        to = begin + cut.start() if cut else stop
        span = _stripped(text, at, to)
        if span:
            name = re.sub(r"\s+", "", text[span[0] : span[1]])
            if 2 <= len(name) <= 24:
                mentions.append(Mention(name, *span))
            else:
                state.odd += 1
                state.unread.append(span)
        if cut is None:
            break
        at = begin + cut.end()
    if mentions:
        state.parts.append(Part("leader", label.id, tuple(mentions), person=True))
