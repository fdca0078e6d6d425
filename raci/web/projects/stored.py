"""An analysis as bytes, so that a project opens again as it was; and back."""

from __future__ import annotations

import json
import lzma
from dataclasses import replace

from raci.model import Analysis, Annotation
from raci.model.codec import from_plain, to_plain
from raci.model.coverage import Coverage
from raci.model.work_groups import WorkGroup
from raci.stages import find_overlaps

__all__ = ["pack", "unpack"]

#: bytes that a stored analysis may unpack to
_MOST_BYTES = 512_000_000


def pack(analysis: Analysis) -> bytes:
    """The analysis, with parts that a workbook's record leaves out; tables are found again where they are asked for."""
    plain = {
        "analysis": to_plain(analysis),
        "duties": to_plain(analysis.duties),
        "groups": to_plain(analysis.groups),
        "coverage": to_plain(analysis.coverage),
    }
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return lzma.compress(text.encode("utf-8", "surrogatepass"), preset=1)


def unpack(data: bytes) -> Analysis:
    """The analysis of these bytes. Raises ValueError where they are none."""
    decompressor = lzma.LZMADecompressor()
    try:
        text = decompressor.decompress(data, max_length=_MOST_BYTES)
    except lzma.LZMAError as error:
        raise ValueError(str(error)) from error
    plain = json.loads(text.decode("utf-8", "surrogatepass"))
    analysis = from_plain(Analysis, plain["analysis"])
    duties: tuple[Annotation, ...] = from_plain(tuple[Annotation, ...], plain["duties"])
    groups: tuple[WorkGroup, ...] = from_plain(tuple[WorkGroup, ...], plain["groups"])
    coverage = None if plain["coverage"] is None else from_plain(Coverage, plain["coverage"])
    analysis = replace(analysis, duties=duties, groups=groups, coverage=coverage)
    return find_overlaps(analysis)
