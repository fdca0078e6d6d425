"""Projects: what was dropped, what was found in it, and every change with its time; one SQLite file each."""
