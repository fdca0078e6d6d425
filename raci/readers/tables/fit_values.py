"""How well kinds of words fit the columns of tables in text, and what it costs that a row lacks a cell."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["BEST", "BEST_NAMES", "BEST_OTHER", "FITS", "LONG", "MAIN", "SKIPS"]

#: role of a column → what it costs that a row has no such cell
MAIN = ("lead", "responsible")
SKIPS = {"leader": 0.7, "deadline": 0.7, "content": 0.8, "chapter": 0.25, "unit": 1.0, "duty": 0.8, "filled": 1.2}
#: role of a column → kind of a cell's words → how well they fit
FITS: Mapping[str, Mapping[str, float]] = {
    "number": {"number": 1.0, "text": -5.0, "bodies": -5.0, "date": -5.0, "person": -5.0},
    "named": {
        "bodies": 2.0, "person": -0.6, "text": -0.8, "date": -3.0, "number": -3.5, "empty": 0.3, "ditto": 1.0,
        "role": 0.4, "letters": 0.5, "mark": 0.5,
    },
    "leader": {"person": 2.0, "bodies": -1.2, "text": -0.4, "date": -2.5, "number": -3.0, "empty": 0.2, "ditto": 1.0},
    "deadline": {"date": 2.0, "bodies": -2.2, "text": -1.0, "person": -1.5, "number": -0.5, "empty": 0.2, "ditto": 0.8},
    "task": {"text": 1.0, "bodies": -0.5, "person": 0.3, "date": -0.4, "number": -2.5, "empty": -0.6},
    "content": {"text": 0.9, "bodies": -0.7, "person": -0.2, "date": -0.3, "number": -1.5, "empty": 0.0},
    "chapter": {"text": 0.3, "bodies": -0.9, "person": 0.2, "date": -1.0, "number": -2.0, "empty": 0.2},
    "duty": {"role": 2.0, "text": 0.6, "bodies": -0.8, "number": -2.0},
    "other": {"text": -0.3, "bodies": -0.9, "person": -0.4, "date": -0.2, "number": -0.3, "empty": 0.2},
    "filled": {"text": 0.3, "bodies": 0.0, "person": 0.2, "date": 0.2, "number": 0.2, "empty": 0.0},
}  # fmt: skip
#: role of a column → what it costs that words are long or hold a full stop
LONG = {"leader": -2.5, "deadline": -1.0}
#: no cell fits a column of its role better, or one that names bodies, or any other
BEST = {
    "number": 3.0,
    "task": 2.4,
    "content": 2.3,
    "chapter": 1.3,
    "leader": 2.0,
    "deadline": 2.0,
    "duty": 2.0,
    "filled": 0.3,
}
BEST_NAMES, BEST_OTHER = 2.4, 0.2
