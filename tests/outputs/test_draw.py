from pathlib import Path

import pytest
from pictures import Picture
from plans import small
from running import PLAN

import raci

#: one text with two plans, as web pages give them
PAGE = """护河工作方案2篇

护河工作方案1

各乡镇：
为保护全县河道，制定本方案。
各单位要认真组织落实。
一、清理河道。对河道开展漂浮物清理，常态化开展巡查。（责任单位：县水利局）

护河工作方案2

各乡镇：
为巩固整治成果，制定本方案。
各单位要认真组织落实。
一、严查排污。对沿河企业逐一排查，依法依规予以处置。（责任单位：县环保局）
"""


def test_a_text_becomes_a_picture() -> None:
    names = {node.name for node in Picture(raci.draw(PLAN)).bodies()}
    assert names == {"青溪县水利局", "青溪县城市管理局", "青溪县林业局", "青溪县公安局"}


def test_a_file_a_document_and_an_analysis_become_the_same_picture(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    (document,) = raci.read(path)
    pictures = {raci.draw(path), raci.draw(document), raci.draw(raci.analyse(document))}
    assert len(pictures) == 1


@pytest.mark.parametrize("kind", ["bipartite", "network"])
@pytest.mark.parametrize(("suffix", "begins"), [(".svg", b"<?xml"), (".PNG", b"\x89PNG"), (".dot", b"")])
def test_the_suffix_says_the_format(tmp_path: Path, kind: str, suffix: str, begins: bytes) -> None:
    path = tmp_path / f"picture{suffix}"
    data = raci.draw(small(), kind, path)
    assert path.read_bytes() == data
    assert data.startswith(begins)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_suffix_that_says_nothing_is_refused_and_nothing_written(tmp_path: Path) -> None:
    with pytest.raises(raci.DrawError, match=r"\.svg、\.png、\.pdf、\.dot"):
        raci.draw(small(), path=tmp_path / "picture.jpeg")
    assert list(tmp_path.iterdir()) == []


def test_a_format_that_is_named_needs_no_suffix(tmp_path: Path) -> None:
    raci.draw(small(), path=tmp_path / "picture", format="svg")
    assert (tmp_path / "picture").read_bytes().startswith(b"<?xml")


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(raci.WriteError) as caught:
        raci.draw(small(), path=tmp_path / "none" / "picture.svg")
    assert "\n" not in str(caught.value)


def test_several_documents_are_not_one_picture() -> None:
    with pytest.raises(raci.OptionError, match="有 2 篇"):
        raci.draw(PAGE)
