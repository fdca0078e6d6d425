"""Rules: how the TOML files of ``raci/data/rules/`` become values, and how to match with them."""

from __future__ import annotations

from raci.rules.loading import Rule, built_in, load_file

__all__ = ["Rule", "built_in", "load_file"]
