"""PDF files of a few hundred bytes that unfold to gigabytes are refused before they do; ordinary forms are read."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

import pytest
from documents import refusal

from raci.readers.registry import read_bytes

WORDS = b"BT /F1 12 Tf 72 700 Td (Plan) Tj ET "


def stream(content: bytes, more: str = "", times: int = 1) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    packed = f"/Filter[{'/FlateDecode ' * times}]" if times else ""
    return f"<</Length {len(content)}{packed}{more}>>stream\n".encode() + content + b"\nendstream"


def form(content: bytes, drawn: str = "") -> bytes:
    resources = f"/Resources<</Font<</F1 5 0 R>>/XObject<<{drawn}>>>>"
    return stream(content, f"/Type/XObject/Subtype/Form/BBox[0 0 600 900]{resources}")


def pdf(content: bytes, more: Iterable[bytes] = (), drawn: str = "/X0 6 0 R") -> bytes:
    """A page with this content; further objects count from 6."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        + f"/Resources<</Font<</F1 5 0 R>>/XObject<<{drawn}>>>>>>".encode(),
        content,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    ]
    data, places = b"%PDF-1.7\n", []
    for number, described in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + described + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    head = f"xref\n0 {size}\n0000000000 65535 f \n"
    end = f"trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF"
    return data + f"{head}{table}{end}".encode()


@pytest.mark.parametrize(
    "data",
    [
        pdf(stream(b" " * 70_000_000)),
        pdf(stream(b" " * 70_000_000, times=2)),
        # a form that draws itself twice
        pdf(stream(b"/X0 Do"), [form(WORDS + b"/X0 Do /X0 Do", "/X0 6 0 R")]),
        # two forms that draw each other
        pdf(stream(b"/X0 Do"), [form(b"/X1 Do /X1 Do", "/X1 7 0 R"), form(WORDS + b"/X0 Do ", "/X0 6 0 R")]),
        # each draws the next ten times
        pdf(
            stream(b"/X0 Do"),
            [
                *(form(f"/X{number + 1} Do ".encode() * 10, f"/X{number + 1} {number + 7} 0 R") for number in range(7)),
                form(WORDS),
            ],
        ),
    ],
)
def test_what_unfolds_without_end_is_refused(data: bytes) -> None:
    assert "展开超过 64 MB" in refusal(read_bytes, data, "方案.pdf")


@pytest.mark.parametrize(
    "data",
    [
        pdf(stream(WORDS)),
        # a picture of many dots has limits of its own
        pdf(stream(WORDS), [stream(b"\0" * 70_000_000, "/Type/XObject/Subtype/Image/Width 9000/Height 8000")]),
        # forms within forms, each drawn a few times, as signatures have them
        pdf(stream(b"/X0 Do /X0 Do"), [form(b"/X1 Do /X1 Do /X1 Do", "/X1 7 0 R"), form(WORDS)]),
        # in a chain that is deeper than any that is followed
        pdf(
            stream(WORDS),
            [form(b"/X Do", f"/X {number + 7} 0 R") for number in range(2_000)],
        ),
    ],
)
def test_ordinary_streams_and_forms_are_read(data: bytes) -> None:
    (document,) = read_bytes(data, "方案.pdf")
    assert "Plan" in document.text


def test_more_letters_than_any_page_has() -> None:
    data = pdf(stream(b"BT /F1 1 Tf " + b"(abcdefghij)Tj " * 90_000 + b"ET"))
    assert "有一页的文字超过 20 万字" in refusal(read_bytes, data, "方案.pdf")


def test_the_words_of_a_map_are_read() -> None:
    lines = b"0 0 m 9 9 l S\n" * 300_100
    (document,) = read_bytes(pdf(stream(WORDS + lines)), "方案.pdf")
    assert "Plan" in document.text


def test_more_fields_than_any_form_has() -> None:
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(b)/Rect[1 1 2 2]>>"
    assert "超过 2 万栏" in refusal(read_bytes, pdf(stream(WORDS), [field] * 20_001), "方案.pdf")
