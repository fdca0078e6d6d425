"""What an analysis may be asked for."""

from __future__ import annotations

import pytest

from raci.config.options.analysis import Options
from raci.errors import OptionError


@pytest.mark.parametrize("basis", [(), ("annotations",), ("annotation", "sentence")])
def test_a_basis_that_is_none_or_empty_is_refused(basis: tuple[str, ...]) -> None:
    with pytest.raises(OptionError, match="可用：annotation、table、inherited、prose"):
        Options(basis=basis)  # type: ignore[arg-type]  # what is no basis
