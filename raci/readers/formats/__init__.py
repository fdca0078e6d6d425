"""Formats: one module or folder a format, each with ``read(data, name) -> list[Document]``."""
