"""The kinds of drawings: a module a kind."""
