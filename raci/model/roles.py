"""Roles, and what is known of an assignment by one word: its basis and its origin."""

from __future__ import annotations

from typing import Literal

__all__ = ["ROLES", "Basis", "Origin", "Role"]

Role = Literal["lead", "responsible", "support", "guide", "leader", "inform", "approve"]
Basis = Literal["annotation", "table", "inherited", "prose"]
Origin = Literal["text", "ocr", "hand"]

#: The roles in the order in which tables show them.
ROLES: tuple[Role, ...] = ("lead", "responsible", "support", "guide", "leader", "inform", "approve")
