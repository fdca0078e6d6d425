"""Lines that each begin with a body and a colon, one after the other, and say what it does: 水务局：巡查堤防。

Of most such lines the verb tells; in a list of them the others are read as well, whatever word they begin with.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from raci.analysis.prose.names import names_in
from raci.model import Annotation, Clause, Group, Mention, Span
from raci.model.late_patterns import late_pattern
from raci.rules.lexicon import lexicon_pattern, lexicon_words

__all__ = ["LINE_OF_BODY", "duties_of_body_lines"]

#: the rule of what such lines say
LINE_OF_BODY = "prose.line-of-body"
#: so many lines make a list, of which so large a part must tell of duties by their verbs
_LEAST, _TELLING = 3, 0.25
#: so many of them are posts with what these do where nothing above says so; how much of a line tells, in characters
_MOSTLY, _BEGINNING = 0.6, 24
#: a name before a colon, behind a bullet or none, and the shortest words behind it, in characters
_NAMED = late_pattern(r"[\s•●◆■▲·*-]*(?P<name>[^\s：:，。；;](?:[^：:，。；;\n]{0,38}[^\s：:，。；;])?)[：:]")
_SHORTEST = 5


def duties_of_body_lines(
    text: str, clauses: Sequence[Clause], known: Collection[int], telling: Collection[int]
) -> Iterator[Annotation]:
    """What the lines of lists by body tell that are not ``known``, beside those by whose words they are ``telling``."""
    ends = lexicon_words("prose.last-of-name")
    for run in _runs(text, clauses):
        posts = _entry_of_posts(text, clauses, run)
        bodies = sum(text[name.end - 1] in ends for _, name in run)
        tell = sum(clause.index in telling for clause, _ in run)
        if not posts and (bodies < _LEAST or tell < max(1, _TELLING * len(run))):
            continue
        for clause, name in run:
            if clause.index not in known:
                yield from _duty(text, clause, name, posts)


def _entry_of_posts(text: str, clauses: Sequence[Clause], run: Sequence[tuple[Clause, Span]]) -> str:
    """The word list of the posts that the lines of a list may be of; empty where nothing says that they are."""
    if _of_posts(clauses, run[0][0]):
        return "prose.post"
    return "prose.post-name" if _tell_of_posts(text, run) else ""


def _of_posts(clauses: Sequence[Clause], first: Clause) -> bool:
    """Whether the heading over a list says that its lines are of posts: 角色分工 over 架构师：…, 测试：…."""
    parent = first.parent
    heading = clauses[parent].heading if parent is not None else ""
    return lexicon_pattern("prose.heading-of-posts").search(heading) is not None


def _tell_of_posts(text: str, run: Sequence[tuple[Clause, Span]]) -> bool:
    """Whether most lines of a list are a post and what it does: 项目经理：负责……; 测试人员：负责……."""
    post, tells = lexicon_pattern("prose.post-name"), lexicon_pattern("prose.bare-duty")
    said = [name for _, name in run if post.fullmatch(text[name.start : name.end])]
    telling = sum(tells.match(text[name.end + 1 : name.end + _BEGINNING].lstrip()) is not None for name in said)
    return telling >= max(_LEAST, _MOSTLY * len(run))


def _runs(text: str, clauses: Sequence[Clause]) -> Iterator[list[tuple[Clause, Span]]]:
    """The clauses that follow one another, each a name, a colon, and words."""
    run: list[tuple[Clause, Span]] = []
    for clause in (*clauses, None):
        name = _name(text, clause) if clause is not None else None
        if clause is not None and name is not None and run and _follow(run[-1][0], clause):
            run.append((clause, name))
            continue
        if len(run) >= _LEAST:
            yield run
        run = [(clause, name)] if clause is not None and name is not None else []


def _follow(one: Clause, other: Clause) -> bool:
    return one.index == other.index - 1 and one.parent == other.parent


def _name(text: str, clause: Clause) -> Span | None:
    """The words before the colon that a clause begins with; None where it begins with none, or says nothing more."""
    start, end = clause.start, clause.end
    if clause.kind == "row" or (text.find("：", start, end) < 0 and text.find(":", start, end) < 0):
        return None
    match = _NAMED.match(text, start + len(clause.number), end)
    return Span(*match.span("name")) if match is not None and end - match.end() >= _SHORTEST else None


def _duty(text: str, clause: Clause, name: Span, posts: str) -> Iterator[Annotation]:
    words = text[name.start : name.end]
    names = names_in(words)
    if not names and posts and lexicon_pattern(posts).fullmatch(words):
        names = ((words, 0, len(words)),)
    if not names or lexicon_pattern("prose.no-line-of-body").match(text, name.end + 1, clause.end):
        return
    mentions = tuple(Mention(one, name.start + first, name.start + last) for one, first, last in names)
    yield Annotation(
        rule=LINE_OF_BODY,
        start=name.start,
        end=clause.end,
        quote=text[name.start : clause.end],
        clauses=(clause.index,),
        groups=(Group("responsible", mentions, LINE_OF_BODY),),
        basis="prose",
    )
