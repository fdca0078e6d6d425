"""The English half of methods.md: what was done, in paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from raci._version import __version__
from raci.networks.provenance import origin_english, unknown_english
from raci.networks.study import NetworkStudy
from raci.networks.study_facts import FEW_DOCUMENTS, backbone_rules, estimated, projections, small_windows
from raci.networks.ties import BACKBONE_RULES
from raci.networks.windows import ALL

__all__ = ["english"]

_BY = {
    "body": "each organisation at its place is one node",
    "function": "organisations of the same function are one node, whatever their place and level",
    "function-level": "organisations of the same function and level are one node",
}
_WINDOW = {
    "year": "year of issue",
    "level": "level of government of the document",
    "place": "place of the document",
    "issuer": "issuer (a joint document counts in each window)",
}
_ROLES = {
    "lead": "lead",
    "responsible": "responsible",
    "support": "support",
    "guide": "guide",
    "inform": "informed",
    "approve": "approving",
}


def english(study: NetworkStudy, skipped: Mapping[str, str]) -> Iterator[str]:
    """The lines, an empty one behind each paragraph; ``skipped`` are the files that were not written."""
    named = ", ".join(_place(file) for file in skipped)
    for word, sentences in (
        ("Data", _data(study)),
        ("Nodes", _nodes(study)),
        ("Ties and weights", _ties(study)),
        ("Backbones", _backbones(study)),
        ("Windows", _windows(study)),
        ("Measures", _measures(study)),
        ("Files not written", [f"{named} (too large for the format)."] if named else []),
    ):
        if words := " ".join(sentences):
            yield f"**{word}.** {words}"
            yield ""


def _place(file: str) -> str:
    """A file or network with its window as readers of English know it."""
    return file.replace(f"{ALL}/", "all documents/", 1)


def _data(study: NetworkStudy) -> Iterator[str]:
    facts = study.facts
    yield (
        f"Data were extracted with raci {__version__} from {facts['documents']} documents: {facts['tasks']} tasks, "
        f"of which {facts['tasks_with_bodies']} have organisations that count, with {facts['parts']} "
        "task–organisation pairs. Documents of one full text count once."
    )
    yield from origin_english(study)
    yield (
        "A task named both in the text and in an "
        f"annexed table counts once; individuals ({facts['left_out_persons']}) and what running prose says beside "
        "annotations do not count."
    )
    if study.options.roles:
        named = ", ".join(_ROLES.get(role, role) for role in study.options.roles)
        yield f"Only the roles {named} count ({facts['left_out_other_roles']} others left out)."


def _nodes(study: NetworkStudy) -> Iterator[str]:
    options, facts = study.options, study.facts
    collectives = (
        f" including {facts['collective_bodies']} collective names"
        if options.collectives
        else f"; collective names were left out with their {facts['left_out_collectives']} pairs"
    )
    yield f"{_BY[options.by].capitalize()} ({facts['bodies']} nodes{collectives})."
    if options.collectives and options.by != "body":
        yield "Collective names (all counties, all departments) of one wording are one node wherever they stand."
    if options.by == "body":
        yield "Names without a place are told apart by the place of their document."
    yield from unknown_english(study)
    yield "Organisations whose duties a reform changed are different nodes before and after it."


def _ties(study: NetworkStudy) -> Iterator[str]:
    for _, _, definition in projections(study):
        yield f"{definition}."


def _backbones(study: NetworkStudy) -> Iterator[str]:
    for rule in backbone_rules(study):
        yield f"{rule} (level {study.options.alpha}): {BACKBONE_RULES[rule].definition_en}."


def _windows(study: NetworkStudy) -> Iterator[str]:
    options, facts = study.options, study.facts
    if options.window:
        yield (
            f"Windows are by {_WINDOW[options.window]} ({len(study.windows) - 1}); "
            f"{facts['documents_in_no_window']} documents are in none of them and count in the whole only."
        )
        if few := small_windows(study):
            yield f"{few} of them hold fewer than {FEW_DOCUMENTS} documents: their measures say little by themselves."
    if facts["windows_not_compared"]:
        yield f"Changes compare the largest windows only ({facts['windows_not_compared']} were not compared)."


def _measures(study: NetworkStudy) -> Iterator[str]:
    yield (
        "Measures were computed with networkx unless the codebook says otherwise (Hagberg et al. 2008). Shortest paths "
        "are measured in the sum of 1/weight, as weights are closeness, not distance. Communities are those of the "
        f"Louvain method (weighted, resolution 1, seed {study.options.seed}). Every measure is defined with its source "
        "in codebook.md."
    )
    for place, pivots in estimated(study).items():
        yield (
            f"{_place(place)} is large: betweenness is estimated from {pivots} random pivots (Brandes & Pich 2007), "
            "closeness was not computed."
        )
