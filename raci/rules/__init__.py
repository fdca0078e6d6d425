"""Rules: how the TOML files of ``raci/data/rules/`` become values, and how to match with them."""

from __future__ import annotations

from raci.rules.loading import Rule, Rules, built_in, load_file, load_rules

__all__ = ["Rule", "Rules", "built_in", "load_file", "load_rules"]
