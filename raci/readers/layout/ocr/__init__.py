"""Pictures of pages to characters and ruled lines with their positions, as pages with text give them (extra ``ocr``).

The recogniser is RapidOCR with the models that its wheel holds: nothing is downloaded. It loads on first use, once a
process, and works on one page at a time, whatever the number of threads.
"""

from __future__ import annotations

from importlib.util import find_spec

from raci.extras import install_line
from raci.readers.layout.ocr.recognition import RecognisedPage, recognise

__all__ = ["REMEDY", "RecognisedPage", "is_installed", "note_unread", "recognise"]

#: what to do where the extra is missing
REMEDY = f"请先运行 {install_line('ocr')} 装上文字识别，或用别的软件识别后另存为带文字的文件"


def note_unread(count: int) -> list[str]:
    """What to say of so many strips that were too unsure to be taken for words: nothing, or one note."""
    return [f"图片中有 {count} 处看不清，未读，请对照原件"] if count else []


def is_installed() -> bool:
    """Whether the extra is there."""
    return all(find_spec(name) for name in ("rapidocr", "onnxruntime", "cv2"))
