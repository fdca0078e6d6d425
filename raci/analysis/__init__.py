"""Analysis: from a Document to clauses, annotations, assignments, tasks and findings."""
