from importlib import import_module

import pytest
from plans import small

from raci.errors import OptionError
from raci.writers import FORMATS, render
from raci.writers.job import Job


def test_every_format_has_its_module_and_a_file_of_its_own() -> None:
    for form in FORMATS:
        assert callable(getattr(import_module(form.module), "render_each" if "{each}" in form.file else "render"))
    assert len({form.file for form in FORMATS}) == len(FORMATS)


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(OptionError, match=r"docm.*xlsx、docx、report、csv、jsonl、matrix、graphml"):
        render("docm", Job.of(small()))
