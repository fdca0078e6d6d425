"""Forms in which offices write what the labelled documents say: texts rewritten, and tasks set as tables and lists."""
