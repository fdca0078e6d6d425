"""Who stands behind the labels of a roster: persons with posts, persons, posts, bodies, in whatever order and signs.

A roster is read in pieces (``atoms``). An entry is a person with what is told of them before or behind the name, or a
post or body by itself. Which pieces make an entry is what costs least over the whole roster: entries of one order, few
pieces that belong to nobody, and no wide gap, sign or end of a line within an entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from raci.analysis.groups.atoms import LINKS, Atom, Gap, atoms_in, unglued
from raci.analysis.groups.entry_costs import Entry, Order, cheapest
from raci.analysis.groups.entry_lines import is_rest_of_post
from raci.analysis.groups.persons import person_with_post
from raci.analysis.groups.post_words import is_like_body, is_post, post_and_body, whose_post
from raci.analysis.groups.posts import Who, people_in, with_rare_names
from raci.analysis.groups.runs import Run, without_remarks
from raci.analysis.groups.sorts import Kind
from raci.analysis.prose.names import names_in
from raci.rules.lexicon import lexicon_pattern

__all__ = ["entries_in", "entries_in_sentence", "entries_of", "is_entry"]


def entries_in(words: str) -> list[Who]:
    """The persons, posts and bodies in ``words``, in full-width punctuation; spans are those in ``words``."""
    return entries_of([words])[0]


def entries_in_sentence(words: str) -> list[Who]:
    """The same of words of a sentence, in which no post follows a name without a sign: 后勤管理处处长 names no 后勤."""
    atoms = [atom._replace(sort=atom.sort._replace(together=())) for atom in atoms_in(words)]
    return with_rare_names(list(_people(words, atoms, cheapest([words], [atoms])[0])))


def entries_of(stretches: Sequence[str]) -> list[list[Who]]:
    """The persons, posts and bodies of each stretch of a roster, whose entries are of one order."""
    found = [unglued(list(atoms_in(words))) for words in stretches]
    read = cheapest(stretches, found)
    return [with_rare_names(list(_people(*each))) for each in zip(stretches, found, read, strict=True)]


def is_entry(words: str) -> bool:
    """Whether a line is of a roster: it is nothing but persons, with or without posts, or a post."""
    if is_post(without_remarks(words.strip())):
        return True
    atoms = list(atoms_in(words))
    (found,) = cheapest([words], [atoms])
    if not found or found[0].name is None:
        return False
    # what stands last may be the beginning of a post that the next line ends
    return all(entry.name is not None for entry in found[:-1]) and (
        found[-1].name is not None or atoms[-1].end == len(words)
    )


def _people(words: str, atoms: Sequence[Atom], entries: Sequence[Entry]) -> Iterator[Who]:
    for is_nobody, each in groupby(entries, key=lambda entry: entry.name is None):
        if is_nobody:
            yield from _listed(words, [atom.run for entry in each for atom in atoms[entry.first : entry.last]])
        else:
            for entry in each:
                yield from _person(atoms[entry.first : entry.last], entry)


def _person(atoms: Sequence[Atom], entry: Entry) -> Iterator[Who]:
    """The person of an entry, or the persons of a piece in which they are run together."""
    named = atoms[(entry.name or 0) - entry.first]
    if entry.order is Order.TOGETHER:
        for each in named.sort.together:
            yield Who(each.name, each.post, each.body, named.start + each.start, named.start + each.end)
        return
    others = [atom for atom in atoms if atom is not named]
    start, end = atoms[0].start, atoms[-1].end
    held = named.sort.held or named.sort.rare
    if held is not None and entry.order is Order.HELD:
        post, body = held.post, held.body
        if others and others[0].start < named.start:  # 市政府办公室副主任、市信访局局长王某
            post, body = post_and_body("、".join(filter(None, (_joined(others), post))))
        elif others:  # 市财政局李某（副局长）; of two posts the one in the bracket says more
            told = "".join(atom.words for atom in others)
            post, body = post_and_body(told if held.post else (held.body or "") + told)
        yield Who(held.name, post, body, start, end)
        return
    name = None if lexicon_pattern("group.vacant").match(named.words) else "".join(named.words.split())
    if len(others) > 1 and others[-1].kind is Kind.BODY and others[0].kind is Kind.RANK:  # 王某　教授　云泽大学
        yield Who(name, _joined(others[:-1]), others[-1].words, start, end)
        return
    told = _joined(others)
    if name or told:
        yield Who(name, *(post_and_body(told) if told else (None, None)), start, end)


def _joined(atoms: Sequence[Atom]) -> str:
    """What is told of a person: a body and a post in it may be parted; two posts of one person are two words."""
    told = ""
    for number, atom in enumerate(atoms):
        are_two = number and is_post(atoms[number - 1].words) and is_post(atom.words)
        told += ("、" if number and (are_two or atom.gap is Gap.LIST) else "") + atom.words
    return told


def _listed(words: str, tokens: Sequence[Run]) -> Iterator[Who]:
    """Posts and bodies by themselves; a blank parts them where what stands before it is whole."""
    joined, places = "", list[int]()
    before: Run | None = None
    for token in tokens:
        mark = _mark_between(before, token, words) if before is not None else ""
        joined += mark + token.words
        places += [token.start] * len(mark) + list(range(token.start, token.start + len(token.words)))
        before = token
    for who in people_in(joined):
        yield who._replace(start=places[who.start], end=places[who.end - 1] + 1)


def _mark_between(before: Run, after: Run, words: str) -> str:
    """What parts two runs of a list: a mark that stands there, or 、 where the blank parts two that are whole."""
    between = words[before.end : after.start]
    mark = next((mark for mark in "；，、" if mark in between), None)
    if mark is not None:
        return "、" if mark == "、" else "，"
    if between.strip() in LINKS:
        return between.strip()
    return _mark_of_line(before, after, words) if "\n" in between else _mark_of_blank(before, after)


def _mark_of_line(before: Run, after: Run, words: str) -> str:
    """What the end of a line parts: two members, or nothing where the second is the rest of the first."""
    last, first = before.words.rsplit("、", 1)[-1], after.words.split("、", 1)[0]
    if is_post(last) and is_post(first):
        return "" if is_rest_of_post(words, before, after) else "，"
    is_whole = names_in(last) is not None or is_like_body(last) or is_post(last) or person_with_post(last) is not None
    is_new = not is_post(first) or whose_post(first) is not None
    return "，" if lexicon_pattern("group.level-start").match(first) or (is_whole and is_new) else ""


def _mark_of_blank(before: Run, after: Run) -> str:
    """What a blank parts: two members where what stands before it is whole, and what stands behind begins anew."""
    last, first = before.words.rsplit("、", 1)[-1], after.words.split("、", 1)[0]
    if person_with_post(last) is not None:
        return "、"
    if names_in(last) is None and not is_post(lexicon_pattern("group.aside").sub("", last)):
        return ""
    is_new = names_in(first) is not None or (is_post(first) and (whose_post(first) is not None or is_post(last)))
    return "、" if is_new else ""
