"""The sheet of the responsibility matrix: where things stand, heads, tasks, comments, and what follows hand edits."""
