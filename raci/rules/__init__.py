"""Rules: what they are, the built-in ones (``raci/data/rules/*.toml``), and how to match with them."""

from __future__ import annotations

from raci.rules.loading import built_in
from raci.rules.values import Rule

__all__ = ["Rule", "built_in"]
