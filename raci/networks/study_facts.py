"""What methods.md tells of a study in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from raci.networks.study import NetworkStudy
from raci.networks.windows import ALL

__all__ = ["FEW_DOCUMENTS", "backbone_rules", "estimated", "projections", "small_windows"]

#: a window with fewer documents says little by itself
FEW_DOCUMENTS = 10


def projections(study: NetworkStudy) -> Iterator[tuple[str, str, str]]:
    """Title and definitions, in Chinese and in English, of the networks that are no backbones."""
    for name in dict.fromkeys(name for _, name in study.networks):
        network = study.networks[ALL, name]
        if not network.backbone:
            yield network.title, network.projection.definition, network.projection.definition_en


def backbone_rules(study: NetworkStudy) -> tuple[str, ...]:
    """The backbones that were made."""
    made = any(network.backbone for network in study.networks.values())
    return tuple(study.options.backbones) if made else ()


def small_windows(study: NetworkStudy) -> int:
    """How many windows hold fewer documents than FEW_DOCUMENTS."""
    documents = study.measures.drop_duplicates("window").set_index("window")["documents_in_window"]
    return int((documents.drop(ALL, errors="ignore") < FEW_DOCUMENTS).sum())


def estimated(study: NetworkStudy) -> Mapping[str, int]:
    """Window and network → from how many nodes its betweenness was estimated, of those too large to count it."""
    return cast("Mapping[str, int]", study.facts["estimated"])
