"""Who leads by a declaration of the document: the first of a list, those before a comma, in bold or with a sign."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from raci.analysis.annotations.content import Declaration
from raci.model import Annotation, Document, Group, Mention
from raci.model.late_patterns import late_pattern
from raci.model.pattern_codes import compiled
from raci.rules.bullets import MARKS
from raci.rules.lexicon import lexicon_pattern

__all__ = ["BY_PLACE", "with_lead"]

#: what parts the lists of several places: the strongest sign that is there does
_LIST_PARTS = (compiled(r"[；;。\n]"), compiled(r"[；;。\n，,]"))
#: what may stand between a name and its sign: 市财政局（★）
_AROUND = " \u3000（(【[〔）)】]〕"
#: a name that begins with a place of its own: 东岚省生态环境厅
_OWN_PLACE = late_pattern(r"[\u4e00-\u9fff]{2,6}?(?:省|市|县|区|州|盟|旗)(?=[\u4e00-\u9fff]{2})")


def with_lead(annotation: Annotation, declaration: Declaration, document: Document) -> Annotation:
    """The annotation with some of its responsible bodies as leads; as it is where a lead is named already."""
    if any(group.role == "lead" for group in annotation.groups):
        return annotation
    groups = [group for group in annotation.groups if group.role == "responsible"]
    choose = _CHOOSERS.get(declaration.effect)
    leads = choose(groups, declaration, document) if groups and choose is not None else ()
    return _split(annotation, leads, declaration) if leads else annotation


def _first_name(groups: Sequence[Group], declaration: Declaration, document: Document) -> tuple[Mention, ...]:
    """The first name; that of each list where there are several (两市列首位的为牵头单位).

    That of no place where the declaration is about one level (省级单位列第一位者为牵头单位).
    """
    if lists := lexicon_pattern("standing.of-each-list").search(declaration.quote):
        return _first_of_each(groups, int(lists.lastgroup[1:]) if lists.lastgroup else None, document)
    mentions = groups[0].mentions
    if lexicon_pattern("standing.of-level").match(declaration.quote):
        is_place = lexicon_pattern("standing.place").search
        mentions = tuple(mention for mention in mentions if not is_place(mention.text))
    return mentions[:1]


def _first_of_each(groups: Sequence[Group], several: int | None, document: Document) -> tuple[Mention, ...]:
    """The first name of each list, of ``several`` lists if so many are meant.

    Lists are parted by semicolons, else by commas, else by names that begin with another place.
    """
    mentions = [mention for group in groups for mention in group.mentions]
    for part in _LIST_PARTS:
        firsts = [
            mention
            for before, mention in zip([None, *mentions], mentions, strict=False)
            if before is None or part.search(document.text, before.end, mention.start)
        ]
        if len(firsts) >= (several or 2):
            return tuple(firsts[:several])
    places = [mention for mention in mentions if _OWN_PLACE.match(mention.text)]
    return tuple(places[:several]) if len(places) == (several or len(places)) > 1 else tuple(mentions[:1])


def _names_before_comma(groups: Sequence[Group], declaration: Declaration, document: Document) -> tuple[Mention, ...]:
    """The names before the first comma, or semicolon where the declaration says so.

    None where several names have no such sign, so that nobody is set apart.
    """
    mentions = [mention for group in groups for mention in group.mentions]
    part = _LIST_PARTS[0 if declaration.quote.startswith("分号") else 1]
    for count, (before, mention) in enumerate(pairwise(mentions), 1):
        if part.search(document.text, before.end, mention.start):
            return tuple(mentions[:count])
    return tuple(mentions) if len(mentions) == 1 else ()


def _names_in_bold(groups: Sequence[Group], _: Declaration, document: Document) -> tuple[Mention, ...]:
    return tuple(
        mention
        for group in groups
        for mention in group.mentions
        if any(span.start <= mention.start and mention.end <= span.end for span in document.emphasis)
    )


def _names_with_mark(groups: Sequence[Group], declaration: Declaration, document: Document) -> tuple[Mention, ...]:
    """The names with the sign of leads before or behind them: *市财政局、市教育局 (带*的为牵头单位)."""
    marks = tuple(char for char in declaration.quote if char in MARKS)
    return tuple(
        mention
        for group in groups
        for mention in group.mentions
        if document.text[: mention.start].rstrip(_AROUND).endswith(marks)
        or document.text[mention.end :].lstrip(_AROUND).startswith(marks)
    )


#: chooses, among the names of the responsible groups, those that a declaration makes leads
_Chooser = Callable[[Sequence[Group], Declaration, Document], tuple[Mention, ...]]
#: effect of a declaration → which names it makes leads: by their place in the list, or by a sign
BY_PLACE: Mapping[str, _Chooser] = MappingProxyType({"first-leads": _first_name, "comma-leads": _names_before_comma})
_CHOOSERS: Mapping[str, _Chooser] = {**BY_PLACE, "bold-leads": _names_in_bold, "marked-leads": _names_with_mark}


def _split(annotation: Annotation, leads: tuple[Mention, ...], declaration: Declaration) -> Annotation:
    """The annotation with ``leads`` taken out of their groups, as leads; the others support where it says so."""
    others_support = lexicon_pattern("standing.rest-supports").search(declaration.quote) is not None
    groups: list[Group] = []
    for group in annotation.groups:
        if group.role != "responsible":
            groups.append(group)
            continue
        chosen = tuple(mention for mention in group.mentions if mention in leads)
        if chosen:
            groups.append(Group("lead", chosen, declaration.rule))
        rest = tuple(mention for mention in group.mentions if mention not in leads)
        if rest and others_support:
            groups.append(Group("support", rest, declaration.rule))
        elif rest:
            groups.append(replace(group, mentions=rest))
    return replace(annotation, groups=tuple(groups), inherited_from=declaration.quote)
