"""The documents as PDF: whole, accessible to all, the same each time, and what is in data is text in them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pdfua
import pikepdf
import pytest
from pypdf import PdfReader
from rusplan.paper.document_blocks import (
    Blockrubrik,
    Blocktabell,
    Figur,
)
from rusplan.paper.handling import Handling
from rusplan.paper.pdf_file import pdf

from tests.paper.made_up import document_of
from tests.paper.texts import texts_of

MARKUP = "#let x = 1; #panic(1) *b* _i_ `c` $a$ <lbl> @ref \\ // c /* d */ [x] {y} = h + z ~ --- &amp; <b>x</b>"


def elements(file: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Every element of the structure, in the order of reading."""

    def below(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
        kids: pikepdf.Object | list[pikepdf.Object] = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield kid
                yield from below(kid)

    return below(file.Root.StructTreeRoot)


def squeezed(text: str) -> str:
    """Without what setting a text may add or take: spaces, hyphens, and letters drawn as one."""
    return re.sub(r"[\s\u00ad\u2010-]", "", unicodedata.normalize("NFKC", text))


def test_a_checker_finds_no_fault_of_accessibility_in_any_document(pdfs: Mapping[str, Path]) -> None:
    assert len(pdfs) > 4
    for path in pdfs.values():
        assert not pdfua.validate(str(path)).findings, path.name


def test_a_document_says_what_it_is_in_which_language_and_that_it_is_made_for_all(
    pdfs: Mapping[str, Path], documents: Mapping[str, Handling]
) -> None:
    for name, path in pdfs.items():
        with pikepdf.open(path) as file, file.open_metadata() as told:
            assert (told["dc:title"], told["pdfuaid:part"], told["pdfaid:part"], told["pdfaid:conformance"]) == (
                documents[name].titel,
                "1",
                "2",
                "A",
            )
            assert str(file.Root.Lang) == "sv-SE"
            assert file.Root.MarkInfo.Marked
            assert file.Root.ViewerPreferences.DisplayDocTitle


def test_headings_follow_each_other_and_each_table_and_picture_can_be_read_by_ear(
    pdfs: Mapping[str, Path], documents: Mapping[str, Handling]
) -> None:
    for name, path in pdfs.items():
        with pikepdf.open(path) as file:
            found = list(elements(file))
            kinds = Counter(str(element.S) for element in found)
            levels = [int(kind[2:]) for element in found if re.fullmatch(r"/H\d", kind := str(element.S))]
            alternatives = [str(element.get("/Alt", "")) for element in found if str(element.S) == "/Figure"]
        assert all(after - before <= 1 for before, after in pairwise(levels)), levels
        blocks = documents[name].block
        assert len(levels) >= sum(isinstance(block, Blockrubrik) for block in blocks)
        tables = [block for block in blocks if isinstance(block, Blocktabell)]
        assert kinds["/Table"] >= len(tables)
        assert kinds["/TH"] >= sum(len(table.huvud) for table in tables)
        words = [squeezed(block.i_ord) for block in blocks if isinstance(block, Figur)]
        assert [squeezed(told) for told in alternatives] == words


def test_every_text_of_a_document_is_on_paper(pdfs: Mapping[str, Path], documents: Mapping[str, Handling]) -> None:
    for name, path in pdfs.items():
        paper = squeezed("".join(page.extract_text() for page in PdfReader(path).pages))
        for text in texts_of(documents[name].block):
            # What goes on overleaf has the foot and the head of a page within it.
            assert any(squeezed(part) in paper for part in (text, text[: len(text) // 2], text[len(text) // 2 :])), text


def test_the_same_document_is_the_same_bytes(documents: Mapping[str, Handling], pdfs: Mapping[str, Path]) -> None:
    name, document = min(documents.items(), key=lambda item: len(item[1].block))
    assert pdf(document) == pdfs[name].read_bytes()


def test_markup_in_a_text_is_text(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf(document_of(MARKUP)))
    paper = squeezed("".join(page.extract_text() for page in PdfReader(path).pages))
    assert paper.count(squeezed(MARKUP)) >= 10


@pytest.mark.parametrize(("sign", "told"), [("🎉", "[tecken U+1F389]"), ("日", "[tecken U+65E5]"), ("é → ½", "é → ½")])
def test_a_sign_that_the_typeface_lacks_is_told_by_its_number(sign: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf(document_of(f"Före {sign} efter")))
    assert squeezed(f"Före {told} efter") in squeezed(PdfReader(path).pages[-1].extract_text())
