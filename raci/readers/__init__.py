"""Readers: files to Documents. ``registry`` reads any file; ``formats`` holds one reader a format."""
