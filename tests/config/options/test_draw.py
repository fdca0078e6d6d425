"""How to draw, as one value that checks itself."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError

import pytest

from raci.config.options.draw import DrawOptions
from raci.errors import DrawError


def test_what_is_not_asked_for_is_the_usual() -> None:
    options = DrawOptions()
    assert (options.kind, options.format, options.order, options.day) == ("bipartite", "svg", "document", None)


@pytest.mark.parametrize(
    ("asked", "words"), [({"format": "bmp"}, "svg、png、pdf、dot"), ({"order": "random"}, "document、seriated")]
)
def test_an_unknown_format_or_order_is_refused_with_those_there_are(asked: dict[str, str], words: str) -> None:
    with pytest.raises(DrawError, match=words):
        DrawOptions(**asked)  # type: ignore[arg-type]  # a table of keywords


def test_options_do_not_change_and_go_to_other_processes() -> None:
    options = DrawOptions("network", department="省财政厅")
    with pytest.raises(FrozenInstanceError):
        options.kind = "load"  # type: ignore[misc]  # that it is refused is the test
    assert pickle.loads(pickle.dumps(options)) == options
