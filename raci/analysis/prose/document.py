"""The duties that the sentences of a document tell, clause by clause, as annotations whose basis is prose."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from raci.analysis.annotations.alike import behind_bullets, start_of_words
from raci.analysis.annotations.main_bodies import with_main_bodies
from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.shares_by_body import SHARE, is_share_label
from raci.analysis.prose.accounts import Accounts
from raci.analysis.prose.body_lines import duties_of_body_lines
from raci.analysis.prose.duties import find_duties_in, leads_others, role_of_words
from raci.analysis.prose.duty import Duty
from raci.analysis.prose.headed import Headed, HeadedLists
from raci.analysis.prose.limits import with_limits_apart
from raci.analysis.prose.listed import groups_of_names
from raci.analysis.prose.matters import departments_in
from raci.analysis.prose.parties import parties, with_parties, with_stand_ins
from raci.analysis.prose.person_lines import duties_of_persons
from raci.analysis.prose.sayings import annotations_of
from raci.analysis.prose.sentences import MayTell, Sentence
from raci.analysis.prose.signs import is_worth_reading
from raci.analysis.prose.telling import asked_for
from raci.model import Annotation, Clause, Document, Group, Mention, Span
from raci.model.late_patterns import late_pattern
from raci.rules.lexicon import lexicon_pattern

__all__ = ["find_duties"]

#: so many sentences of an item may be the first that tells what the bodies in the heading above it do
_FIRST = 2
#: how far into a document its title reaches at most, in characters
_HEAD = 2_000
_CHAPTER = late_pattern(r"[#\s]*第[一二三四五六七八九十百零\d]{1,4}[章节编篇][^。；：，]{0,40}")
#: rules that find whom somebody else guides, or acts with
_OBJECTS = frozenset({"prose.told", "prose.with"})
#: what a body may be besides responsible, by a later sentence that does not name it again
_OTHER_PARTS = frozenset({"lead", "support"})
#: roles of those who do nothing themselves
_BYSTANDERS = frozenset({"approve", "inform", "guide"})


class _Around(NamedTuple):
    """Whom the words around a sentence name: above its clause, before the clause's colon, in the sentence before.

    ``begun`` says whether a sentence of the clause has told who does something.
    """

    above: Headed | None
    title: Headed | None
    before: tuple[Mention, ...] = ()
    begun: bool = False


def find_duties(
    document: Document, clauses: Sequence[Clause], annotations: Sequence[Annotation], patterns: Patterns
) -> tuple[Annotation, ...]:
    """The duties that sentences tell, in order: an annotation (basis ``prose``) a sentence, the sentence as its quote.

    What an annotation says is left to it: its words are not read again. Rows of tables are no sentences.
    """
    text = document.text
    hidden = sorted({Span(each.start, each.end) for each in annotations if _is_said(each)})
    headed = HeadedLists(clauses, text)
    shared = {index for each in annotations if each.rule == SHARE for index in each.clauses}
    asked = asked_for(document, clauses)
    accounts = Accounts(text, clauses)
    titles = _titles(document, clauses)
    breaks = [block.start for block in document.blocks]
    named = parties(text)
    read = with_main_bodies(with_stand_ins(text, named) if named else text)
    may_tell = MayTell(read, lexicon_pattern("prose.may-tell"), hidden, breaks, is_worth_reading)
    found: list[Annotation] = []
    for clause in clauses:
        if (
            clause.kind == "row"
            or clause.index in shared
            or clause.index in titles
            or (shared and is_share_label(clause.heading))
        ):
            continue
        above, title = headed.above(clause), headed.title(clause)
        if not (above or title or may_tell.within(clause.start, clause.end)):
            continue
        start = start_of_words(text, clause)
        heading_end = start + len(clause.heading) if text.startswith(clause.heading, start) else clause.end
        start = behind_bullets(text, clause, heading_end)
        around = _Around(above, title)
        every = bool(above or title)
        told: list[Annotation] = []
        asks = asked.get(clause.index)
        for order, sentence in enumerate(may_tell.sentences(start, clause.end, heading_end, every=every)):
            if sentence.words.endswith("：") and headed.leads_in(clause):
                continue
            if asks is not None and asks.search(sentence.words) is None:
                continue
            asks = None  # 市绿道办要总结经验；市财政局会同……: what follows is asked for as well
            groups = _groups(sentence, patterns)
            doers = [group for group in groups if group.role not in _BYSTANDERS and group.rule not in _OBJECTS]
            if not doers:
                groups = (*_without_subject(order, sentence, around), *groups)
            if groups and not accounts.tells(clause, sentence.words):
                around = around._replace(before=doers[0].mentions if doers else around.before, begun=True)
                groups = with_parties(groups, text, named) if named else groups
                told += annotations_of(text, *_spans(text, sentence), clause, groups, patterns, document.date)
        if told:
            found += with_limits_apart(text, clause, told, patterns, document.date)
    known = {index for each in annotations for index in each.clauses} | asked.keys() | titles
    listed = [*found, *_of_lines(text, clauses, known, found)]
    if lexicon_pattern("prose.may-name-persons").search(text) is not None:
        known |= {index for each in listed for index in each.clauses}
        listed += duties_of_persons(document, clauses, known, accounts.tells, patterns)
    return tuple(sorted(listed, key=lambda each: each.start) if len(listed) > len(found) else found)


def _of_lines(
    text: str, clauses: Sequence[Clause], known: Collection[int], found: Sequence[Annotation]
) -> Iterator[Annotation]:
    """The duties of lists that have a line for each body or post, beside those that are ``found``."""
    if found or "分工" in text or "岗位职责" in text or "：负责" in text:
        telling = {index for each in found for index in each.clauses}
        yield from duties_of_body_lines(text, clauses, {*known, *telling}, telling)


def _is_said(annotation: Annotation) -> bool:
    """Whether an annotation says where it stands who does what, or the sentence that it is from is said once for all.

    以下任务均由各区政府负责落实 is no duty of its own.
    """
    return annotation.basis == "annotation" or annotation.rule.startswith("standing.")


def _titles(document: Document, clauses: Sequence[Clause]) -> frozenset[int]:
    """The paragraphs at the head that are the title, or a line of it, and headings of chapters: 第三章 图书馆设置."""
    title = "".join(document.title.split())
    found = {clause.index for clause in clauses if _is_chapter(document.text, clause)}
    for clause in clauses[:-1]:  # nothing is the title of nothing
        if clause.kind != "paragraph" or clause.start > _HEAD:
            break
        words = document.text[clause.start : clause.end]
        if len(words) <= _HEAD and "".join(words.split()) in title:
            found.add(clause.index)
    return frozenset(found)


def _is_chapter(text: str, clause: Clause) -> bool:
    """Whether all of a clause is the heading of a chapter, as a heading of Markdown or not."""
    return text[clause.start] in "第#" and _CHAPTER.fullmatch(text, clause.start, clause.end) is not None


def _spans(text: str, sentence: Sentence) -> tuple[Span, Span]:
    """Where a sentence stands, and where it does with its stop."""
    start, end = sentence.span(0, len(sentence.words))
    return Span(start, end), Span(start, end + (text[end : end + 1] in "。；;"))


def _groups(sentence: Sentence, patterns: Patterns) -> tuple[Group, ...]:
    """Who does what by a sentence; where it is a mere list of names and verbs, as an annotation says it."""
    told = tuple(_group(duty, sentence) for duty in find_duties_in(sentence))
    listed = groups_of_names(sentence, patterns)
    return listed if listed and _count(listed) >= _count(told) else told


def _count(groups: Sequence[Group]) -> int:
    return sum(len(group.mentions) for group in groups)


def _group(duty: Duty, sentence: Sentence) -> Group:
    mentions: list[Mention] = []
    for name, start, end in duty.names:
        for one in tuple(departments_in(name)) or (Mention(name, 0, end - start),):
            first, last = sentence.span(start + one.start, start + one.end)
            mentions.append(one._replace(start=first, end=last))
    return Group(duty.role, tuple(mentions), duty.rule)


def _group_above(sentence: Sentence, above: Headed) -> Iterator[Group]:
    if lexicon_pattern("prose.bare-duty").match(sentence.words) is None:
        return
    if lexicon_pattern("prose.duties-of-team").fullmatch(sentence.words) is not None:
        return  # nothing but 主要职责：
    role = role_of_words(sentence.words)
    if role is not None:
        names, place = above
        mentions = tuple(Mention(name, place + start, place + end) for name, start, end in names)
        yield Group(role[0], mentions, role[1])
        if role[0] == "responsible" and leads_others(sentence.words):
            yield Group("lead", mentions, "prose.with")


def _without_subject(order: int, sentence: Sentence, around: _Around) -> Iterator[Group]:
    """Who does what by a sentence of a clause, the ``order``-th, that names nobody who does it."""
    if around.title:
        is_title = not order and sentence.words.startswith(around.title[0][0][0])
        yield from () if is_title else _group_above(sentence, around.title)
    elif around.above and order < _FIRST and not around.begun:
        yield from _group_above(sentence, around.above)
    elif around.before:
        yield from _group_before(sentence, around.before)


def _group_before(sentence: Sentence, last: tuple[Mention, ...]) -> Iterator[Group]:
    """Whom the sentence before was about, where this one goes on without a subject: they lead, or support, as well."""
    role = role_of_words(sentence.words) if lexicon_pattern("prose.goes-on").match(sentence.words) else None
    if role is not None and role[0] in _OTHER_PARTS:
        yield Group(role[0], last, role[1])
