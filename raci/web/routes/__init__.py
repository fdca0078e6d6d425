"""What the page asks the program, one module a subject; ``app`` puts them together."""
