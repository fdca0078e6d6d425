"""Which outputs there are: the formats of raci.writers, and the formats and kinds of pictures."""

from __future__ import annotations

from raci.config.options.build import BuildChoices
from raci.outputs.pictures import PICTURES
from raci.writers import output_formats

__all__ = ["choices", "outputs", "usual"]

#: the kinds of pictures that are drawn where none are asked for
_USUAL_KINDS = ("bipartite", "network", "matrix", "load")
#: the formats in which pictures are written where none are asked for
_USUAL_PICTURES = ("svg", "png")


def outputs() -> tuple[str, ...]:
    """The names by which outputs are asked for (``only``)."""
    return (*dict.fromkeys(format.name for format in output_formats()), *PICTURES)


def usual() -> tuple[str, ...]:
    """The outputs that are written where none are asked for."""
    return (*dict.fromkeys(format.name for format in output_formats() if format.usual), *_USUAL_PICTURES)


def choices() -> BuildChoices:
    """What a build can be asked for."""
    from raci.drawing import AUTO, KINDS

    return BuildChoices(outputs(), usual(), (*KINDS, AUTO), _USUAL_KINDS)
