"""Lines that each begin with a body and a colon, one after the other, and say what it does: 水务局：巡查堤防。

Of most such lines the verb tells; in a list of them the others are read as well, whatever word they begin with.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from raci.analysis.prose.names import names_in
from raci.model import Annotation, Clause, Group, Mention
from raci.rules.lexicon import lexicon_pattern, lexicon_words

__all__ = ["LINE_OF_BODY", "duties_of_body_lines"]

#: the rule of what such lines say
LINE_OF_BODY = "prose.line-of-body"
#: so many lines make a list, of which so large a part must tell of duties by their verbs
_LEAST, _TELLING = 3, 0.25
#: the longest names before a colon, and the shortest words behind it, in characters
_LONGEST, _SHORTEST = 40, 6


def duties_of_body_lines(
    text: str, clauses: Sequence[Clause], known: Collection[int], telling: Collection[int]
) -> Iterator[Annotation]:
    """What the lines of lists by body tell that are not ``known``, beside those by whose words they are ``telling``."""
    for run in _runs(text, clauses):
        if sum(clause.index in telling for clause in run) < max(1, _TELLING * len(run)):
            continue
        for clause in run:
            if clause.index not in known:
                yield from _duty(text, clause)


def _runs(text: str, clauses: Sequence[Clause]) -> Iterator[list[Clause]]:
    """The clauses that follow one another, each a name, a colon, and words; three at least end as bodies do."""
    run: list[Clause] = []
    ends = lexicon_words("prose.last-of-name")
    for clause in (*clauses, None):
        named = clause is not None and _begins_with_name(text, clause)
        if clause is not None and named and run and _follow(run[-1], clause):
            run.append(clause)
            continue
        if len(run) >= _LEAST and sum(one.heading[-1:] in ends for one in run) >= _LEAST:
            yield run
        run = [clause] if clause is not None and named else []


def _follow(one: Clause, other: Clause) -> bool:
    return one.index == other.index - 1 and one.parent == other.parent


def _begins_with_name(text: str, clause: Clause) -> bool:
    after = clause.start + len(clause.number) + len(clause.heading)
    return (
        text[after : after + 1] in ("：", ":")
        and clause.kind != "row"
        and 1 < len(clause.heading) <= _LONGEST
        and clause.end - after > _SHORTEST
    )


def _duty(text: str, clause: Clause) -> Iterator[Annotation]:
    place = text.find(clause.heading, clause.start)
    after = place + len(clause.heading) + 1
    names = names_in(clause.heading)
    if not names or lexicon_pattern("prose.no-line-of-body").match(text, after, clause.end):
        return
    mentions = tuple(Mention(name, place + first, place + last) for name, first, last in names)
    yield Annotation(
        rule=LINE_OF_BODY,
        start=clause.start,
        end=clause.end,
        quote=text[clause.start : clause.end],
        clauses=(clause.index,),
        groups=(Group("responsible", mentions, LINE_OF_BODY),),
        basis="prose",
    )
