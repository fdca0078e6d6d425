"""What ``raci.corpus`` puts into a store, what it does not do twice, and what it refuses."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from corpora import contents, plan, write_plans
from jsonschema import Draft202012Validator

import raci
from raci import atomic
from raci.batch import chunk_work, recipe
from raci.batch.progress import CorpusProgress
from raci.batch.tables import TABLES
from raci.errors import OptionError, ReadError, WriteError
from raci.storage.rows import records
from raci.storage.schema import table_schema

pytest.importorskip("pyarrow")


@pytest.fixture
def make(scheduler: str, tmp_path: Path):
    def corpus(*inputs: Path | str, store: str = "库", chunk: int = 4, **options) -> raci.CorpusStore:
        return raci.corpus(inputs, tmp_path / store, scheduler=scheduler, chunk=chunk, **options)

    return corpus


def test_the_rows_are_those_of_extract(make, tmp_path: Path) -> None:
    folder = write_plans(tmp_path / "语料", range(9))
    store = make(folder)
    told = [row for path in sorted(folder.iterdir()) for row in records(raci.analyse(path))]
    kept = store.table("assignments").to_pylist()
    for row in kept:
        row["due"] = row["due"] and row["due"].isoformat()
        assert row.pop("current") is None
    assert kept == told
    assert store.complete and store.counts["documents"] == 9 and len(store.chunks) > 1


def test_the_tables_are_as_their_schemas_say(make, tmp_path: Path) -> None:
    text = "青溪县教育局 青溪县财政局关于印发护学方案的通知\n\n"
    text += "成立青溪县护学工作领导小组。\n组长：张某某 副县长\n成员：县教育局、县公安局\n\n"
    (tmp_path / "通知.txt").write_text(text + plan(3), encoding="utf-8")
    (tmp_path / "同文.txt").write_text(text + plan(3), encoding="utf-8")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 no package")
    store = make(tmp_path)
    for table, schema in TABLES.items():
        valid = Draft202012Validator(table_schema(schema))
        rows = store.table(table).to_pylist()
        assert rows, table
        for row in rows:
            required = table_schema(schema)["required"]
            told = {key: value for key, value in row.items() if value is not None or key in required}
            if told.get("due"):
                told["due"] = told["due"].isoformat()
            valid.validate(told)
    ids = set(store.frame("documents")["document_id"])
    for table in set(TABLES) - {"failures", "inputs"}:
        assert set(store.frame(table)["document_id"]) <= ids


def test_the_frames_have_dates_and_whole_numbers(make, tmp_path: Path) -> None:
    store = make(write_plans(tmp_path / "语料", range(2)))
    frame = store.frame("tasks", ["task", "due", "departments"])
    assert str(frame["due"].dtype).startswith("datetime64") and str(frame["departments"].dtype) == "Int32"
    with pytest.raises(OptionError, match="没有名为“人员”的表"):
        store.frame("人员")


def test_a_second_run_does_nothing_and_changes_nothing(make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_plans(tmp_path / "语料", range(8))
    before = contents(make(folder).folder)
    monkeypatch.setattr(chunk_work, "write_chunk", lambda *_: pytest.fail("written again"))
    seen: list[CorpusProgress] = []
    assert contents(make(folder, progress=seen.append).folder) == before
    assert seen[-1].done == seen[-1].files == seen[-1].found == 8


def test_the_order_in_which_inputs_are_given_changes_nothing(make, tmp_path: Path) -> None:
    one, two = write_plans(tmp_path / "甲", range(5)), write_plans(tmp_path / "乙", range(3, 9))
    first, second = make(one, two, store="库一"), make(two, one, one / "方案000.txt", store="库二")
    same, other = contents(first.folder), contents(second.folder)
    for manifest in (same, other):
        told = json.loads(manifest.pop("manifest.json"))
        assert sorted(told.pop("inputs"))[0] == str(two)
    assert same == other


def test_a_file_that_is_added_leaves_the_other_chunks_alone(make, tmp_path: Path) -> None:
    folder = write_plans(tmp_path / "语料", range(40))
    before = set(make(folder).chunks)
    write_plans(folder, [77])
    after = make(folder)
    assert after.counts["documents"] == 41
    assert len(before - set(after.chunks)) <= 2 < len(before)


def test_a_file_that_changed_is_read_again(make, tmp_path: Path) -> None:
    folder = write_plans(tmp_path / "语料", range(6))
    make(folder)
    (folder / "方案002.txt").write_text(plan(99), encoding="utf-8")
    store = make(folder)
    assert store.counts["documents"] == 6
    assert any("第99号" in title for title in store.frame("documents")["title"])
    assert not any("第2号" in title for title in store.frame("documents")["title"])


def test_settings_beside_the_documents_count(make, tmp_path: Path) -> None:
    folder = write_plans(tmp_path / "语料", range(3))
    before = make(folder)
    assert "青原县" not in set(before.frame("documents")["place"])
    (folder / "raci.toml").write_text('place = "四川省成都市"\n', encoding="utf-8")
    after = make(folder)
    assert set(after.chunks).isdisjoint(before.chunks)


def test_the_same_text_is_kept_once_under_the_first_source(make, tmp_path: Path) -> None:
    folder = write_plans(tmp_path / "语料", range(12))
    shutil.copytree(folder, tmp_path / "备份")
    store = make(folder, tmp_path / "备份")
    assert (store.counts["documents"], store.counts["duplicates"]) == (12, 12)
    assert all("备份" in source for source in store.frame("documents")["source"])
    named = store.frame("duplicates")
    assert {Path(source).name for source in named["source"]} == {path.name for path in folder.iterdir()}
    assert [Path(row.kept).name for row in named.itertuples()] == [Path(row.source).name for row in named.itertuples()]
    for table in ("tasks", "assignments", "findings", "issuers"):
        assert store.frame(table)["source"].str.contains("备份").all()


def test_duplicates_are_the_same_however_the_store_came_about(make, tmp_path: Path) -> None:
    folder = write_plans(tmp_path / "语料", range(12))
    later = make(folder, store="慢")
    shutil.copytree(folder, tmp_path / "备份")
    write_plans(tmp_path / "再备份", range(5))
    inputs = (folder, tmp_path / "备份", tmp_path / "再备份")
    grown, at_once = make(*inputs, store="慢"), make(*inputs, store="快")
    assert contents(grown.folder) == contents(at_once.folder)
    # what was kept goes away: what was taken out comes back
    shrunk = make(folder, store="慢", prune=True)
    assert contents(shrunk.folder) == contents(make(folder, store="只此").folder)
    assert shrunk.counts == later.counts


def test_what_cannot_be_read_is_a_row_of_failures(make, tmp_path: Path) -> None:
    folder = write_plans(tmp_path / "语料", range(3))
    (folder / "坏.pdf").write_bytes(b"%PDF-1.7 broken")
    (folder / "空.txt").write_bytes(b"")
    store = make(folder, tmp_path / "没有.docx")
    rows = store.frame("failures")
    assert store.counts["documents"] == 3
    assert {(Path(row.source).name, row.step) for row in rows.itertuples()} == {
        ("坏.pdf", "read"),
        ("空.txt", "read"),
        ("没有.docx", "list"),
    }
    assert rows["what"].all() and rows["remedy"].all()
    assert sum(reason["count"] for reason in store.manifest["failures"]) == 3


def test_a_bug_with_one_document_is_a_row_of_failures(make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = chunk_work.run
    broken = plan(1)[:20]
    monkeypatch.setattr(
        chunk_work, "run", lambda document, options: run(document, options) if broken not in document.text else 1 / 0
    )
    store = make(write_plans(tmp_path / "语料", range(3)))
    assert store.counts["documents"] == 2
    [row] = store.frame("failures").to_dict("records")
    assert row["step"] == "analyse" and "ZeroDivisionError" in row["what"]


def test_a_notice_and_its_annexes_are_one_document(make, tmp_path: Path) -> None:
    folder = tmp_path / "语料"
    folder.mkdir()
    notice = "青溪县人民政府办公室关于印发护河方案的通知\n\n各乡镇：\n现将《护河方案》印发给你们。\n\n附件：护河方案\n"
    (folder / "通知.txt").write_text(notice, encoding="utf-8")
    (folder / "附件：护河方案.txt").write_text(f"护河方案\n\n{plan(1).partition('方案')[2]}", encoding="utf-8")
    joined = make(folder, store="合")
    assert joined.counts["documents"] == len(raci.documents(folder)) == 1
    assert joined.counts["inputs"] == 2
    assert make(folder, store="分", apart=True).counts["documents"] == 2


def test_an_archive_gives_what_its_files_give(make, tmp_path: Path) -> None:
    folder = write_plans(tmp_path / "语料", range(5))
    with zipfile.ZipFile(tmp_path / "语料.zip", "w") as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, f"内/{path.name}")
        archive.writestr("内/坏.docx", b"PK\x03\x04")
    store = make(tmp_path / "语料.zip")
    assert store.counts["documents"] == 5 and store.counts["failures"] == 1
    assert store.frame("documents")["source"][0] == f"{tmp_path}/语料.zip/内/方案000.txt"
    assert set(store.frame("documents")["source"]) == set(raci.documents(tmp_path / "语料.zip")["source"])


def test_addresses_are_read_through_fsspec(make, tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    for number in range(3):
        memory.pipe(f"/语料/方案{number}.txt", plan(number).encode())
    store = make("memory://语料")
    assert store.counts["documents"] == 3
    assert make("memory://语料/*1.txt", store="一份").frame("documents")["source"][0] == "memory:///语料/方案1.txt"
    with pytest.raises(ReadError, match=r"那里没有文件|不能访问"):
        make("memory://没有/*.txt", store="无")
    with pytest.raises(ReadError, match=r"nosuch://桶/a\.txt：不能访问"):
        make("nosuch://桶/a.txt", store="无")


def test_names_of_all_kinds(make, tmp_path: Path) -> None:
    folder = tmp_path / "语料"
    folder.mkdir()
    names = ["空 格.txt", "换\n行.txt", "引'号\".txt", "百分%20.txt", "#井.txt", "[方]括.txt", "a:b.txt"]
    names.append(f"{'长' * 60}.txt")
    for number, name in enumerate(names):
        (folder / name).write_text(plan(number), encoding="utf-8")
    raw = os.fsencode(folder) + b"/\xff\xfe.txt"
    Path(os.fsdecode(raw)).write_text(plan(50), encoding="utf-8")
    store = make(folder)
    assert store.counts["documents"] == len(names) + 1 and not store.counts["failures"]
    assert make(folder).counts == store.counts


def test_a_store_of_other_options_is_refused_with_what_differs(make, tmp_path: Path) -> None:
    folder = write_plans(tmp_path / "语料", range(3))
    before = contents(make(folder).folder)
    for options, word in (
        ({"profile": "rasci"}, r"角色方案（--profile）：explicit \w+（默认） → rasci"),
        ({"naming": raci.Naming(place="四川省")}, "--place：（没有给） → 四川省"),
        ({"basis": ("table",)}, "--basis：annotation,table,inherited,prose → table"),
        ({"apart": True}, "--apart"),
        ({"chunk": 7}, "每块的文件数（--chunk）：4 → 7"),
    ):
        with pytest.raises(OptionError, match=word) as caught:
            make(folder, **options)
        assert "\n" not in str(caught.value) and "-o" in caught.value.remedy
    assert contents(tmp_path / "库") == before


def test_a_store_of_another_raci_is_refused(make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_plans(tmp_path / "语料", range(3))
    make(folder)
    own = recipe.installed()
    monkeypatch.setattr(recipe, "installed", lambda: {**own, "raci": "9.9.9", "code": "0"})
    with pytest.raises(OptionError, match=r"raci 的版本：.+ → 9\.9\.9；请用 -o"):
        make(folder)


def test_a_store_goes_on_with_the_size_of_chunks_that_it_was_begun_with(make, tmp_path: Path) -> None:
    folder = write_plans(tmp_path / "语料", range(6))
    before = contents(make(folder, chunk=2).folder)
    assert contents(make(folder, chunk=None).folder) == before


def test_files_of_the_store_that_are_not_given_again_are_kept_from_being_lost(make, tmp_path: Path) -> None:
    one, two = write_plans(tmp_path / "甲", range(4)), write_plans(tmp_path / "乙", range(10, 13))
    make(one)
    with pytest.raises(OptionError, match=r"库里另有 4 个文件不在这次的输入里.*--prune"):
        make(two)
    assert make(one, two).counts["documents"] == 7
    assert make(two, prune=True).counts["documents"] == 3
    assert contents(tmp_path / "库") == contents(make(two, store="只乙").folder)


def test_other_files_are_not_mixed_with_a_store(make, tmp_path: Path) -> None:
    folder = write_plans(tmp_path / "语料", range(2))
    with pytest.raises(OptionError, match=r"文件夹里有别的文件（方案000\.txt）"):
        make(folder, store="语料")
    assert len(list(folder.iterdir())) == 2


def test_a_store_within_the_folder_that_is_read_is_no_input(make, tmp_path: Path) -> None:
    write_plans(tmp_path, range(3))
    assert make(tmp_path).counts["inputs"] == make(tmp_path).counts["inputs"] == 3


def test_nothing_to_read_is_refused_and_leaves_nothing(make, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    for source in (tmp_path / "空", tmp_path / "没有.txt", tmp_path / "*.没有"):
        with pytest.raises(ReadError):
            make(source)
    assert not (tmp_path / "库").exists()
    with pytest.raises(OptionError, match="没有给出输入"):
        make()


def test_a_full_disk_ends_the_run_in_one_line_and_the_next_goes_on(
    make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_plans(tmp_path / "语料", range(20))
    whole = contents(make(folder, store="整").folder)
    flush, left = os.fsync, [25]

    def full(handle: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device")
        flush(handle)

    with monkeypatch.context() as patch:
        patch.setattr(atomic.os, "fsync", full)
        with pytest.raises(WriteError, match=r"磁盘已满.*腾出空间"):
            make(folder)
    with pytest.raises(ReadError, match="还没有写完"):
        raci.open_store(tmp_path / "库")
    assert contents(make(folder).folder) == whole


@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_bytes(b"PAR1")])
def test_a_broken_file_of_the_store_is_told_and_mended(make, tmp_path: Path, damage) -> None:
    folder = write_plans(tmp_path / "语料", range(6))
    store = make(folder)
    whole = contents(store.folder)
    damage(store.files("tasks")[0])
    with pytest.raises(ReadError, match=r"读不出（缺失或损坏）"):
        store.table("tasks")
    assert contents(make(folder).folder) == whole


def test_what_killed_runs_left_is_swept_away(make, tmp_path: Path) -> None:
    folder = write_plans(tmp_path / "语料", range(3))
    whole = contents(make(folder).folder)
    (tmp_path / "库" / "tasks" / ".raci-0123456789ab.tmp").write_bytes(b"half")
    (tmp_path / "库" / "documents" / "0000.parquet").write_bytes(b"of no chunk")
    (tmp_path / "库" / "documents" / "0000.parquet").unlink()
    assert contents(make(folder).folder) == whole


def test_two_runs_at_a_time_are_refused(make, tmp_path: Path) -> None:
    from raci.batch.corpus import _prepared

    folder = write_plans(tmp_path / "语料", range(2))
    with _prepared(tmp_path / "库", "another"), pytest.raises(OptionError, match="另一个 raci corpus 正在写"):
        make(folder)
    assert make(folder).counts["documents"] == 2


def test_what_is_no_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="不是 raci corpus 写出的库"):
        raci.open_store(tmp_path)
    (tmp_path / "manifest.json").write_text('{"name": "app"}', encoding="utf-8")
    with pytest.raises(ReadError, match="不是 raci 写的"):
        raci.open_store(tmp_path)
    (tmp_path / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(ReadError, match="损坏"):
        raci.open_store(tmp_path)
