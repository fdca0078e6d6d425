"""A sentence to its duties: who does it, with whom, who approves it and who is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from raci.analysis.prose.bystanders import bystanders
from raci.analysis.prose.comma_lists import with_lists
from raci.analysis.prose.doers import Doer, find_doers
from raci.analysis.prose.duty import PAUSES, Duty, names_after, names_reach, placed
from raci.analysis.prose.names import PlacedName
from raci.analysis.prose.parallel import doers_beside, may_act
from raci.analysis.prose.places import names_and_places
from raci.analysis.prose.sentences import Sentence, without_makeup
from raci.model import Role
from raci.rules.lexicon import lexicon_hint, lexicon_pattern

__all__ = ["find_duties_in", "leads_others", "role_of_words"]

#: the duties of so many sentences, none of more characters, are remembered: some recur from document to document
_MOST_KNOWN, _LONGEST_KNOWN = 4_096, 200
_known: dict[str, tuple[Duty, ...]] = {}


def find_duties_in(sentence: Sentence) -> tuple[Duty, ...]:
    """The duties that a sentence gives, in the order of its words; by these alone, so that each is read once."""
    known = _known.get(sentence.words)
    if known is None and len(sentence.words) > _LONGEST_KNOWN:
        return tuple(_duties_in(sentence))
    if known is None:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        known = _known[sentence.words] = tuple(_duties_in(sentence))
    return known


def _duties_in(sentence: Sentence) -> list[Duty]:
    sentence = with_lists(without_makeup(sentence))
    words = sentence.words
    doers = find_doers(sentence)
    around = list(bystanders(words)) if lexicon_hint("prose.around-hint").search(words) else []
    first = None if doers else _first_told(sentence)
    if not (doers or around or first is not None or "办公室" in words or "会同" in words):
        return []
    if "办公室" in words and (office := lexicon_pattern("prose.office").search(words)):
        return [_office(office)]
    duties: list[Duty] = []
    for index, doer in enumerate(doers):
        end = doers[index + 1].start if index + 1 < len(doers) else len(words)
        duties += _duties_of(words, doer, end, any_verb=bool(duties) and may_act(words, doer.start, doer.verb, end))
    if duties and len(sentence.phrases) > 1:
        for doer in doers_beside(sentence, doers):
            if role := role_of_words(words[doer.verb :], by=doers[0].by):
                duties.append(Duty(role[0], doer.names, role[1]))
    if first is not None:
        duties += _guided(words, first, len(words))
    if not doers and "会同" in words:
        first_with = lexicon_pattern("prose.with-first").match
        start = next((phrase for phrase in sentence.phrases if first_with(words[phrase:])), len(words))
        duties += _partners(words, start, len(words))  # 参与制定政策，会同市财政局管理资金: whose partner it is
    if len(around) > 1 and duties:
        # 经后勤处审核、财务处审批后: who approves in a row does not do it as well
        approving = {name for duty in around if duty.role == "approve" for name in duty.names}
        duties = [duty for duty in duties if not approving.issuperset(duty.names)]
    duties += around
    # looked at last, as it costs most
    return duties if duties and not _is_no_duty(words) else []


def _first_told(sentence: Sentence) -> int | None:
    """Where the first phrase without a subject begins that tells whom to guide: 及时报告情况，指导各县做好准备."""
    told = lexicon_pattern("prose.told-first").match
    if sentence.words.startswith("为"):  # a preamble: what it is all for
        return None
    if lexicon_pattern("prose.guidance-hint").search(sentence.words) is None:
        return None
    return next((phrase for phrase in sentence.phrases if told(sentence.words[phrase:])), None)


def _is_no_duty(words: str) -> bool:
    """Whether a sentence tells what was done, explains, or is a formula."""
    if lexicon_pattern("prose.not-a-duty-sentence").search(words):
        return True
    return bool(lexicon_pattern("prose.told-as-done").search(words) and not lexicon_pattern("prose.asks").search(words))


def _office(match: re.Match[str]) -> Duty:
    """The office that does the daily work, by the name that the sentence gives it."""
    words = match.string[match.end() :]
    group = "name" if match["name"] else "seat"
    start, end = match.span(group)
    lead = lexicon_pattern("prose.lead-words").match(match[group])
    start += lead.end() if lead else 0
    role: Role = "lead" if lexicon_pattern("prose.lead").match(words) else "responsible"
    return Duty(role, ((match.string[start:end], start, end),), "prose.office")


@cache
def _role_patterns() -> tuple[tuple[Role, str, re.Pattern[str]], ...]:
    """The roles that the first verb gives, with their rules; any other verb gives ``responsible``."""
    return (
        ("support", "prose.support", lexicon_pattern("prose.support")),
        ("lead", "prose.lead", lexicon_pattern("prose.lead")),
        ("guide", "prose.guide", lexicon_pattern("prose.guide")),
    )


def role_of_words(words: str, *, by: bool = False) -> tuple[Role, str] | None:
    """The role of whom these words tell what to do, with the rule; None where they tell no duty."""
    no_duty, past = lexicon_pattern("prose.no-duty"), lexicon_pattern("prose.past")
    bare = words
    while not (no_duty.match(bare) or past.match(bare)):
        adverbial = lexicon_pattern("prose.adverbial").match(bare)
        if adverbial is None:
            break
        bare = bare[adverbial.end() :]
    else:
        # 按进度申请拨付，不得挪用: what it is not to do stands behind what it is to do
        if not lexicon_pattern("prose.acts-first").match(words):
            return None
    if by and lexicon_pattern("prose.by-approve").match(words):
        return "approve", "prose.by-approve"
    if lexicon_pattern("prose.role-hint").search(words) is None:
        return "responsible", "prose.pivot"
    before = lexicon_pattern("prose.before-verb").match(bare)
    starts = {words, bare, bare[before.end() :] if before else bare}
    for role, rule, pattern in _role_patterns():
        if any(pattern.match(start) for start in starts):
            return role, rule
    return "responsible", "prose.pivot"


def _duties_of(words: str, doer: Doer, end: int, *, any_verb: bool) -> Iterator[Duty]:
    """The duties of a doer, its partners and whom it guides; ``any_verb`` does where another has a duty before."""
    told = words[doer.verb : end]
    if doer.by or lexicon_pattern("prose.role-alone").match(told):
        told = lexicon_pattern("prose.next-condition").sub("", told)
    if lexicon_pattern("prose.condition").match(told):
        return
    acts = any_verb or lexicon_pattern("prose.predicate").search(told) is not None
    if not doer.by and (not acts or (not any_verb and lexicon_pattern("prose.no-object").match(told))):
        return
    role = role_of_words(told, by=doer.by)
    if role is None:
        return
    if role[0] == "support" and lexicon_pattern("prose.with-peer").match(words, doer.verb):
        role = "lead", "prose.with"  # 市教育局协同市公安局整治: as an annotation says it
    leads = _marked_leads(words, doer) if role[0] == "responsible" else ()
    if leads:  # 市水利局（牵头）、市财政局共同开展巡查
        yield Duty("lead", leads, "prose.lead")
    if len(leads) < len(doer.names):
        yield Duty(role[0], tuple(name for name in doer.names if name not in leads), role[1])
    yield from _with_others(words, doer.names, (doer.verb, end), role[0])
    yield from _guided(words, doer.verb, end)
    also = None if role[0] == "support" or doer.by else lexicon_pattern("prose.also-supports").search(told)
    if also and lexicon_pattern("prose.of-a-firm").search(told, 0, also.end()) is None:
        yield Duty("support", doer.names, "prose.also-supports")


def _with_others(words: str, names: tuple[PlacedName, ...], span: tuple[int, int], role: Role) -> Iterator[Duty]:
    """The partners that words name, and that whoever works with them leads: 市教育局组织评审，并会同市财政局核查."""
    partners = list(_partners(words, *span))
    if role == "responsible" and (partners or lexicon_pattern("prose.with-nobody").match(words[span[0] : span[1]])):
        yield Duty("lead", names, "prose.with")
    yield from partners


def leads_others(words: str) -> bool:
    """Whether words without a subject tell of partners: 负责库房管理，会同办公室做好移交."""
    return "会同" in words and next(_partners(words, 0, len(words)), None) is not None


def _marked_leads(words: str, doer: Doer) -> tuple[PlacedName, ...]:
    """Those of a list whom a bracket marks as the lead."""
    if "（" not in words[doer.start : doer.verb]:
        return ()
    return tuple(name for name in doer.names if words.startswith(("（牵头）", "（牵头单位）"), name[2]))


def _partners(words: str, start: int, end: int) -> Iterator[Duty]:
    """Those who help: 会同 them."""
    for mark in lexicon_pattern("prose.with").finditer(words, start, end):
        if words.count("（", start, mark.start()) > words.count("）", start, mark.start()):
            continue
        names = names_after(words, mark.end(), end)
        if names:
            yield Duty("support", names, "prose.with")


def _guided(words: str, start: int, end: int) -> Iterator[Duty]:
    """Those who are guided to do something: 指导 them 做好 something."""
    for mark in lexicon_pattern("prose.told").finditer(words, start, end):
        stop = names_reach(words, mark.end(), end)
        yield from _first_guided(words, mark.end(), stop)


def _first_guided(words: str, start: int, stop: int) -> Iterator[Duty]:
    """Those who are named from ``start`` on, up to what they are to do, or a pause: 督促各区，密切关注."""
    pause = min([place for place in (words.find(mark, start, stop) for mark in PAUSES) if place > 0], default=0)
    for verb in lexicon_pattern("prose.after-told").finditer(words, start + 2, pause or stop):
        if names := placed(names_and_places(words[start : verb.start()]), start):
            if lexicon_pattern("prose.own-team").fullmatch(names[0][0]) is None:
                yield Duty("responsible", names, "prose.told")
            return
    if pause and words[pause] == "，" and (names := placed(names_and_places(words[start:pause]), start)):
        yield Duty("responsible", names, "prose.told")
