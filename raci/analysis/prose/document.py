"""The duties that the sentences of a document tell, clause by clause, as annotations whose basis is prose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from raci.analysis.annotations.patterns import Patterns
from raci.analysis.annotations.time_limits import time_limit_in_sentence
from raci.analysis.prose.duties import Duty, find_duties_in, role_of_words
from raci.analysis.prose.names import PlacedName, names_in
from raci.analysis.prose.sentences import Sentence, sentences
from raci.model import Annotation, Clause, Document, Group, Mention, Span
from raci.rules.lexicon import lexicon_pattern

__all__ = ["find_duties"]

#: so many sentences of an item may be the first that tells what the bodies in the heading above it do
_FIRST = 2
#: how far above an item its body is looked for; the longest heading that is only names, in characters
_HIGHEST, _LONGEST_HEADING = 2, 120
#: roles of those who do nothing themselves
_BYSTANDERS = frozenset({"approve", "inform", "guide"})


def find_duties(
    document: Document, clauses: Sequence[Clause], annotations: Sequence[Annotation], patterns: Patterns
) -> tuple[Annotation, ...]:
    """The duties that sentences tell, in order: an annotation (basis ``prose``) a sentence, the sentence as its quote.

    What an annotation says is left to it: its words are not read again. Rows of tables are no sentences.
    """
    text = document.text
    hidden = [Span(annotation.start, annotation.end) for annotation in annotations if annotation.basis == "annotation"]
    hidden.sort(key=lambda span: span.start)
    ends = [span.end for span in hidden]
    breaks = [block.start for block in document.blocks]
    year = int(document.date[:4]) if document.date else None
    found: list[Annotation] = []
    for clause in clauses:
        if clause.kind == "row":
            continue
        first = bisect_right(ends, clause.start)
        within = [span for span in hidden[first:] if span.start < clause.end]
        inner = breaks[bisect_left(breaks, clause.start) : bisect_left(breaks, clause.end)]
        start = clause.start + (len(clause.number) if text.startswith(clause.number, clause.start) else 0)
        above = _headed(clause, clauses, text)
        begun = False  # whether a sentence of the clause has told who does something
        if text.startswith(clause.heading, start) and text[start + len(clause.heading) : clause.end][:1].isspace():
            inner = sorted({*inner, start + len(clause.heading) + 1})
        for order, sentence in enumerate(sentences(text, start, clause.end, within, inner)):
            groups = tuple(_groups(sentence))
            doing = any(group.role not in _BYSTANDERS for group in groups)
            if order < _FIRST and above and not begun and not doing:
                groups = (*_group_above(sentence, above), *groups)
            begun = begun or bool(groups)
            if groups:
                found.append(_annotation(text, sentence, clause, groups, patterns, year))
    return tuple(found)


def _annotation(
    text: str, sentence: Sentence, clause: Clause, groups: tuple[Group, ...], patterns: Patterns, year: int | None
) -> Annotation:
    start, end = sentence.span(0, len(sentence.words))
    limit = time_limit_in_sentence(text, start, end, patterns, year) if "前" in sentence.words else None
    stop = end + (text[end : end + 1] in "。；;")
    return Annotation(
        rule=groups[0].rule,
        start=start,
        end=stop,
        quote=text[start:stop],
        clauses=(clause.index,),
        groups=groups,
        deadline=limit,
        basis="prose",
    )


def _groups(sentence: Sentence) -> Iterator[Group]:
    for duty in find_duties_in(sentence):
        yield _group(duty, sentence)


def _group(duty: Duty, sentence: Sentence) -> Group:
    mentions = tuple(Mention(name, *sentence.span(start, end)) for name, start, end in duty.names)
    return Group(duty.role, mentions, duty.rule)


#: names in a heading, with the place in the text where that begins
_Headed = tuple[list[PlacedName], int]


def _headed(clause: Clause, clauses: Sequence[Clause], text: str) -> _Headed | None:
    """The bodies of whom the words above a clause speak: a heading that names nobody else, or a lead-in to a list."""
    above = clause.parent
    for _ in range(_HIGHEST):
        if above is None:
            return None
        parent = clauses[above]
        lead_in = lexicon_pattern("prose.lead-in-of-duties").search(text[parent.start : parent.end].rstrip())
        if lead_in and (names := names_in(lead_in["name"])):
            return names, parent.start + lead_in.start("name")
        heading = parent.heading.rstrip("：:。")
        words = lexicon_pattern("prose.heading-of-duties").sub("", heading)
        place = text.find(words, parent.start, parent.end + len(words))
        if len(words) <= _LONGEST_HEADING and place >= 0 and (names := names_in(words)):
            return names, place
        if parent.kind != "paragraph":
            return None
        above = parent.parent
    return None


def _group_above(sentence: Sentence, above: _Headed) -> Iterator[Group]:
    if lexicon_pattern("prose.bare-duty").match(sentence.words) is None:
        return
    role = role_of_words(sentence.words)
    if role is not None:
        names, place = above
        yield Group(role[0], tuple(Mention(name, place + start, place + end) for name, start, end in names), role[1])
