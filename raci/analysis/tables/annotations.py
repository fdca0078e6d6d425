"""The tasks of a table as annotations: who has a part in each, by the column, the letter or the words of a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from raci.analysis.annotations.divisions import read_division
from raci.analysis.annotations.parsing import parse
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.time_limits import time_limit
from raci.analysis.tables.broken_names import WholeNames, whole_names
from raci.analysis.tables.cell_roles import parts_of
from raci.analysis.tables.joined_names import names_apart
from raci.analysis.tables.joined_persons import persons_apart
from raci.analysis.tables.met_bodies import met_bodies
from raci.analysis.tables.section_rows import duty_of_line
from raci.model import ROLES, Annotation, CellDuty, Clause, Deadline, Group, Mention, Span, TableReading
from raci.model.pattern_codes import compiled
from raci.rules.bodies import are_bodies, like_bodies
from raci.rules.cell_content import cell_content
from raci.rules.lexicon import lexicon_pattern

__all__ = ["annotate_rows"]

#: a label put before a cell, so that names read as they do in an annotation
_COLON = "："
_PERSONS: Final = "leader"
#: a cell that is one bracket: （甲牵头，乙配合）
_ENCLOSED = compiled(r"[（(【\[](?P<words>[^（()）【】\[\]]+)[)）】\]]")
#: names in a cell, one after the other
_LISTED = compiled(r"[^\s、，,；;](?:[^、，,；;\n]*[^\s、，,；;])?")
#: a name with one of its people behind it has so many parts
_BODY_AND_PERSON = 2
#: what parts a name from another, or from a remark
_PART = compiled(r"[\s、，,；;/／（(\[【]")
_ROLE = 2
_ANY_NAME = compiled(r"[^。；;：:，,、\d]{2,16}|[A-Za-z][A-Za-z/&().' -]{2,47}")


class _Said(NamedTuple):
    """What a cell says: names with their roles, what was not understood, and time limits beside the names."""

    groups: list[Group]
    unread: list[Span]
    limits: Sequence[Span] = ()


def annotate_rows(
    text: str, plain: str, reading: TableReading, clauses: Sequence[Clause], patterns: Patterns, year: int | None
) -> Iterator[Annotation]:
    """The annotations of a table, task by task; ``clauses`` are its rows, one for each task.

    Names stand as in ``plain``, the whole text in simplified characters.
    """
    for clause, task in zip(clauses, reading.tasks, strict=True):
        deadline = time_limit(text, *task.deadline, year) if task.deadline is not None else None
        for duty in task.duties:
            said = _read(plain, duty, patterns)
            if said.groups or said.unread:
                limit = deadline or (time_limit(text, *said.limits[0], year) if len(said.limits) == 1 else None)
                yield _annotation(text, duty.evidence, clause, said, limit)


def _annotation(text: str, evidence: Span, clause: Clause, said: _Said, deadline: Deadline | None) -> Annotation:
    return Annotation(
        rule="table",
        start=evidence.start,
        end=evidence.end,
        quote=text[evidence.start : evidence.end],
        clauses=(clause.index,),
        groups=tuple(said.groups),
        deadline=deadline,
        basis="table",
        unread=tuple(said.unread),
    )


def _read(text: str, duty: CellDuty, patterns: Patterns) -> _Said:
    """What a cell says."""
    start, end = duty.names
    words = names_apart(text[start:end], duty.roles)
    words = lexicon_pattern("cell.contact").sub(lambda match: " " * len(match[0]), words)
    if lexicon_pattern("cell.placeholder").search(words.strip()):
        return _Said([], [Span(start, end)])
    whole = whole_names(words)
    if whole is None:
        return _named(words, start, duty, patterns)
    said = _named(whole.words, 0, duty, patterns)
    unread, limits = ([_placed(span, whole, start) for span in spans] for spans in (said.unread, said.limits))
    return _Said([_moved(group, whole, start) for group in said.groups], unread, limits)


def _moved(group: Group, whole: WholeNames, start: int) -> Group:
    """A group with its mentions where they stand in the text: the cell begins at ``start``."""
    placed = [(mention, _placed(Span(mention.start, mention.end), whole, start)) for mention in group.mentions]
    return replace(group, mentions=tuple(mention._replace(start=at.start, end=at.end) for mention, at in placed))


def _placed(span: Span, whole: WholeNames, start: int) -> Span:
    first, last = whole.span(*span)
    return Span(start + first, start + last)


def _named(words: str, start: int, duty: CellDuty, patterns: Patterns) -> _Said:
    """What the words of a cell say, which begin at ``start``."""
    enclosed = _ENCLOSED.fullmatch(words)
    if enclosed is not None and lexicon_pattern("cell.says-role").search(enclosed["words"]):
        words, start = enclosed["words"], start + enclosed.start("words")
    met = met_bodies(words) if len(duty.roles) == 1 and duty.roles[0] in ("responsible", "lead") else None
    if met is not None:
        leads, others = met
        lead = Group("lead", tuple(_mention(words, start, *span) for span in leads), "table.meet")
        support = Group("support", tuple(_mention(words, start, *span) for span in others), "table.meet")
        return _Said([lead, support], [])
    if duty.roles == (_PERSONS,) and (persons := persons_apart(words)):
        return _Said([Group(_PERSONS, tuple(_mention(words, start, *span) for span in persons), "table.leader")], [])
    parts = parts_of(words, duty.roles)
    read = [_listed(words[part.start : part.end], start + part.start, part.role, patterns) for part in parts]
    if read and not any(said.unread for said in read):
        return _Said([group for said in read for group in said.groups], [], read[0].limits)
    is_mixed = (_PERSONS in duty.roles and len(duty.roles) > 1) or _holds_both(words)
    if is_mixed and duty_of_line(words, start) is None:
        return _mixed(words, start, duty, patterns)
    # below 牵头和配合单位 nobody leads of whom the cell does not say so
    role = "responsible" if {"lead", "support"} <= set(duty.roles) else duty.roles[0]
    if role == _PERSONS and are_bodies(name[0] for name in _LISTED.finditer(words.rstrip("。"))):
        role = "responsible"
    if duty.any_words and duty.names != duty.evidence and (whole := _whole_name(words)) is not None:
        known = next(known for known in ROLES if known == role)
        return _Said([Group(known, (_mention(words, start, *whole),), f"table.{role}")], [])
    said = _listed(words, start, role, patterns, duty.any_words)
    return (_in_sentences(words, start, patterns) if _names_hold_verbs(said) else None) or said


def _names_hold_verbs(said: _Said) -> bool:
    """Whether a sentence was taken for a name: 县教育局配合做好宣传."""
    verb = lexicon_pattern("cell.says-role")
    return any(verb.search(mention.text) for group in said.groups for mention in group.mentions)


def _in_sentences(words: str, start: int, patterns: Patterns) -> _Said | None:
    """What a cell says in sentences: 县城管局负责统筹，县教育局配合做好宣传."""
    content = read_division(words, patterns, needs_head=False)
    return _Said(list(content.groups(start, "table.")), []) if content is not None else None


def _plain_names(words: str, anything: bool) -> list[tuple[int, int]]:
    """Where the names stand that a cell lists and that read like no body of a government: PMO, IT部, 供应商, 王芳.

    ``anything``: any short words are a name, as over a column of letters. Empty where one of them is none.
    """
    pieces = [(match.start(), match.end()) for match in _LISTED.finditer(words.rstrip("。"))]
    names = [words[first:last] for first, last in pieces]
    pattern = _ANY_NAME if anything else lexicon_pattern("cell.company-part")
    person = lexicon_pattern("column.full-name")
    known = (pattern.fullmatch(name) or person.match(name) or like_bodies(name) == (1, 0) for name in names)
    return pieces if all(known) else []


def _whole_name(words: str) -> tuple[int, int] | None:
    """Where the one name stands that heads a column of letters, where it reads like a name and its verb: 乙方实施."""
    name = words.strip()
    if _ANY_NAME.fullmatch(name) is None or like_bodies(name) == (1, 0) or _PART.search(name):
        return None
    if cell_content(name[-_ROLE:]).kind == "role" and like_bodies(name[:-_ROLE]) == (1, 0):
        return None  # 县教育局牵头
    first = words.index(name)
    return first, first + len(name)


def _listed(words: str, start: int, role: str, patterns: Patterns, anything: bool = False) -> _Said:
    label = _label(role, patterns) + _COLON
    # an alias in brackets on the next line belongs to the name before it
    said = label + words.replace("\n（", " （").replace("\n(", " (")
    content = parse(said, patterns)
    offset = start - len(label)
    # what a bracket behind a name says is no name
    odd = [first for first, _ in content.unread if said[first - 1] not in "（("]
    if odd and (plain := _plain_names(words, anything)):
        known = next(known for known in ROLES if known == role)
        return _Said([Group(known, tuple(_mention(words, start, *span) for span in plain), f"table.{role}")], [])
    unread, limits = (
        [Span(first + offset, last + offset) for first, last in spans] for spans in (content.unread, content.limits)
    )
    return _Said(list(content.groups(offset, "table.")), unread, limits)


def _holds_both(words: str) -> bool:
    """Whether a cell names bodies and, behind a blank, one of the people of each: 产品部 赵敏、财务部 王芳."""
    listed = [match[0].split() for match in _LISTED.finditer(words)]
    if not any(len(pieces) == _BODY_AND_PERSON for pieces in listed):
        return False
    return all(len(pieces) <= _BODY_AND_PERSON and _are_body_and_person(*pieces) for pieces in listed)


def _are_body_and_person(body: str, person: str = "") -> bool:
    if like_bodies(body) != (1, 0):
        return False
    is_person = lexicon_pattern("column.full-name").match(person) is not None and like_bodies(person) != (1, 0)
    return is_person or not person


def _mixed(words: str, start: int, duty: CellDuty, patterns: Patterns) -> _Said:
    """A column of bodies and persons (责任单位及责任人): each stretch by what it reads like."""
    bodies = next((role for role in duty.roles if role != _PERSONS), "responsible")
    groups: list[Group] = []
    unread: list[Span] = []
    position = 0
    pieces = _pieces(words)
    for number, piece in enumerate(pieces):
        if cell_content(piece).kind == "number" or _is_post(piece, pieces[number + 1 : number + 2]):
            continue
        offset = words.index(piece, position)
        position = offset + len(piece)
        named, odd = like_bodies(piece)
        role = bodies if named and not odd else _PERSONS
        said = _listed(piece, start + offset, role, patterns)
        groups += said.groups
        unread += said.unread
    return _Said(groups, unread)


def _is_post(words: str, following: Sequence[str]) -> bool:
    """Whether words are the post of the person ``following`` them: 副局长 毛峰."""
    person = lexicon_pattern("column.full-name")
    is_post = lexicon_pattern("cell.post-alone").match(words) is not None
    return is_post and any(person.match(name) for name in following)


def _pieces(words: str) -> list[str]:
    for mark in "，,；;、/／\n\t \u3000（）()：:":
        words = words.replace(mark, "\0")
    return [piece for piece in words.split("\0") if piece]


def _mention(words: str, start: int, first: int, last: int) -> Mention:
    return Mention(words[first:last], start + first, start + last)


def _label(role: str, patterns: Patterns) -> str:
    """A label of that role, as its rule's own example writes it: 牵头单位 rather than Lead, which may be a person's."""
    rules = [rule for rule in patterns.labels.rules if rule.role == role and not rule.user]
    fitting = [rule for rule in rules if rule.person == (role == _PERSONS)]
    rule = next((rule for rule in fitting if rule.id == f"label.{role}"), fitting[0])
    return rule.match[0].partition("：")[0].partition(":")[0]
