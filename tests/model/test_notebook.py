"""Values in one line, and as small tables in a notebook."""

from __future__ import annotations

import pytest
from plans import Plan, small

from raci.model import Document


@pytest.mark.parametrize("value", [small(), small().document, small().clauses[0], *small().assignments[:3]], ids=str)
def test_a_value_is_shown_in_one_short_line(value: object) -> None:
    shown = repr(value)
    assert len(shown) < 200
    assert "\n" not in shown
    assert shown.startswith(type(value).__name__)


def test_a_long_text_is_not_shown_whole() -> None:
    document = Document("护河。" * 10_000, source="方案.txt")
    assert "characters=30000" in repr(document)
    assert len(repr(document)) < 120


def test_a_notebook_shows_who_does_what_and_tasks_for_nobody() -> None:
    shown = small()._repr_html_()
    assert shown.count("<tr>") == 1 + len(small().assignments) + len(small().unassigned())
    assert "县政务局" in shown and "（未标注）" in shown
    assert "县政务局" in small().assignments[0]._repr_html_()
    assert small().document.title in small().document._repr_html_()


def test_of_many_rows_the_first_are_shown_and_the_rest_counted() -> None:
    plan = Plan("方案")
    for number in range(80):
        plan.task(f"{number}.", f"任务{number}", lead="甲局")
    assert "另有 30 行" in plan.analysis()._repr_html_()


def test_what_looks_like_markup_is_text() -> None:
    shown = Plan("<b>方案").task("(一)", "<script>", lead="A&B局").analysis()._repr_html_()
    assert "<script>" not in shown and "<b>" not in shown
    assert "A&amp;B局" in shown
