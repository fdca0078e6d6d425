import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci.escaping import clean, escape_formula, unescape_formula


@pytest.mark.parametrize(
    "text", ["", "省财政厅", "(一)", "1.1", "一、优化布局", "2025-06-30", "'引文", "A/R", "(1)", "3-1", "1/2"]
)
def test_harmless_texts_stay_as_they_are(text: str) -> None:
    assert escape_formula(text) == text
    assert unescape_formula(text) == text


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+x", "-海关", "@局", "\t局", "\r局", " =1+1", "＝1", "－海关", "'=1"],
)
def test_texts_that_excel_would_run_are_guarded(text: str) -> None:
    assert escape_formula(text) == f"'{text}"


@pytest.mark.parametrize("text", ["(1)", "（2）", "3-1", "1/2"])
def test_what_older_versions_guarded_is_read_as_it_was(text: str) -> None:
    assert unescape_formula(f"'{text}") == text


@given(st.text(alphabet="'=+-@(1)/ 局\t\n", max_size=8))
def test_guarding_loses_nothing(text: str) -> None:
    assert unescape_formula(escape_formula(text)) == text


def test_clean_drops_what_xml_cannot_hold_and_nothing_else() -> None:
    assert clean("局\x0b\x00名\ud800\r\n二\r三\t四") == "局名\n二\n三\t四"
