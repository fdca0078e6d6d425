"""Tables of words and topics: with every fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from raci.config.topics_csv import load_topics, parse_topics
from raci.errors import OptionError


@pytest.mark.parametrize("head", ["word,topic", "词,主题", "\ufeffword,topic"])
def test_words_and_topics(head: str) -> None:
    assert parse_topics(f"{head}\n河道,水\n\n 植树 , 绿 \n河道,水\n", "t.csv") == {"河道": "水", "植树": "绿"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("河道,水\n", "第 1 行：列应为 word,topic"),
        ("word,topic\n河道\n", "第 2 行：应有 2 列"),
        ("word,topic\n河道,水\n河道,绿\n", "第 3 行：“河道”已有主题 水"),
        ("word,topic\n", "没有词"),
        ("", "列应为 word,topic"),
    ],
)
def test_faults_name_their_line(text: str, said: str) -> None:
    with pytest.raises(OptionError) as caught:
        parse_topics(text, "t.csv")
    assert said in str(caught.value) and "t.csv" in str(caught.value)


def test_a_file_of_chinese_excel(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes("词,主题\n河道,水\n".encode("gb18030"))
    assert load_topics(file) == {"河道": "水"}
    with pytest.raises(OptionError, match="主题词表"):
        load_topics(tmp_path / "没有.csv")
