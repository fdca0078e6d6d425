"""The old Office files (compound files, [MS-CFB]): their streams, by olefile."""

from __future__ import annotations

import io

__all__ = ["main_streams", "read_stream"]


def main_streams(data: bytes) -> frozenset[str] | None:
    """The names of the streams at the root of a compound file; None where its directory cannot be read.

    Files that are embedded stand in storages of their own and are not among them.
    """
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as compound:
            return frozenset(path[0] for path in compound.listdir(streams=True, storages=False) if len(path) == 1)
    except Exception:  # olefile lets whatever a broken file provokes through
        return None


def read_stream(data: bytes, name: str, most: int | None = None) -> bytes:
    """The bytes of a stream at the root, the first ``most`` of them; none where it cannot be read."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as compound, compound.openstream(name) as stream:
            return bytes(stream.read() if most is None else stream.read(most))
    except Exception:  # see main_streams
        return b""
