"""The tables of a ledger, as values: one module a sheet or two."""
