"""Tables of a Document: their rows as clauses, and what these say of who does what."""
