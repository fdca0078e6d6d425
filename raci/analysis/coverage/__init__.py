"""Counting what looks like an assignment of duties: each stretch is in the rows, or is reported."""

from raci.analysis.coverage.count import coverage

__all__ = ["coverage"]
