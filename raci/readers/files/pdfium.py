"""One lock for all that is asked of pdfium, which is not safe in threads: by readers, drawings and the local page."""

from __future__ import annotations

from threading import Lock

__all__ = ["PDFIUM_LOCK"]

PDFIUM_LOCK = Lock()
