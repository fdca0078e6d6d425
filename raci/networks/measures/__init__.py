"""Measures of nodes and of whole networks, each declared with its definition and its source."""
