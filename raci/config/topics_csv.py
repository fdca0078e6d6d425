"""Which words are of which topic: a CSV file of a user's, with every fault named by file and line."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from raci.config.decoding import CHINESE_CODECS
from raci.config.files import LARGEST_TABLE, ConfigFile, read_text
from raci.errors import OptionError

__all__ = ["load_topics", "parse_topics"]

_HEADS = (["word", "topic"], ["词", "主题"])
_REMEDY = "第一行写 word,topic，以下每行一个词和它的主题"
_FILE = ConfigFile(
    OptionError,
    "主题词表",
    missing_remedy="请给出存在的 .csv 文件",
    encodings=CHINESE_CODECS,
    not_text=("不是 UTF-8 或 GB18030 编码的文本", "请另存为 UTF-8 编码"),
)


def load_topics(path: str | Path) -> dict[str, str]:
    """Word → topic, of a CSV file with the columns ``word,topic``. Raises OptionError with all faults."""
    return parse_topics(read_text(Path(path), _FILE, LARGEST_TABLE), str(path))


def parse_topics(text: str, file: str) -> dict[str, str]:
    """The same of its text. Raises OptionError with all faults."""
    faults: list[str] = []
    topics: dict[str, str] = {}
    lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    try:
        if [cell.strip() for cell in next(lines, [])] not in _HEADS:
            faults.append("第 1 行：列应为 word,topic")
        for row in lines:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if len(cells) != 2 or not all(cells):
                faults.append(f"第 {lines.line_num} 行：应有 2 列：词和主题")
            elif topics.setdefault(cells[0], cells[1]) != cells[1]:
                faults.append(f"第 {lines.line_num} 行：“{cells[0]}”已有主题 {topics[cells[0]]}")
    except csv.Error as error:
        faults.append(f"第 {lines.line_num} 行：不是有效的 CSV（{error}）")
    if faults or not topics:
        raise OptionError("；".join(faults) or "没有词", place=file, remedy=_REMEDY)
    return topics
