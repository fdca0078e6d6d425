"""Those who stand beside a doer in a sentence, whatever their verb: 市住建局负责选址，市资规局同步组卷。

What verbs there are, no list holds. Where one part of a sentence gives somebody a duty, another that begins with the
name of an office and goes on with anything but a noun gives that office one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci.analysis.prose.doers import Doer
from raci.analysis.prose.marks import longest_names, names_begin
from raci.analysis.prose.sentences import Sentence
from raci.rules.lexicon import lexicon_pattern

__all__ = ["doers_beside", "may_act"]


def doers_beside(sentence: Sentence, doers: Sequence[Doer]) -> Iterator[Doer]:
    """The offices that later phrases of a sentence begin with, of which ``doers`` knows nothing."""
    words, phrases = sentence.words, sentence.phrases
    begins = lexicon_pattern("prose.begins-with-office").match
    known = {doer.start for doer in doers}
    for position in range(1, len(phrases)):
        begin = phrases[position]
        end = phrases[position + 1] - 1 if position + 1 < len(phrases) else len(words)
        if words[begin - 1] != "，" or begin < doers[0].verb:
            continue
        start, marked = names_begin(words, begin, end)
        if marked or begins(words[start:end]) is None or any(start <= place < end for place in known):
            continue
        names, verb = longest_names(words, start, end)
        if len(names) == 1 and names[0][1] == start and may_act(words, start, verb, end):
            yield Doer(names, start, verb, False)


def may_act(words: str, start: int, verb: int, end: int) -> bool:
    """Whether an office's name begins at ``start``, and what follows it from ``verb`` on may be what it does."""
    if lexicon_pattern("prose.begins-with-office").match(words[start:verb]) is None:
        return False
    return lexicon_pattern("prose.not-beside").match(words[verb:end]) is None
