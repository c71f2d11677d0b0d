"""What there is to download stands on the pages that it belongs to, with its size, and all of it in one list."""

import shutil
import sys
from pathlib import Path

import pytest
from rusplan.build.made_downloads import MakerOfExtra, Nedladdningar, Omfattning, Tilläggsfel, makers_of_extra
from rusplan.checks import read_collection
from rusplan.data.collection import Samling
from rusplan.render.renderer import Renderer
from rusplan.site.downloads import Filform, Före, Nedladdning
from rusplan.site.sajt import Sajt
from rusplan.views.downloads_list import all_downloads, size
from selectolax.lexbor import LexborHTMLParser

from tests.built import ROOT
from tests.paper.conftest import HOST


@pytest.fixture(scope="module")
def made(bas: Samling) -> Nedladdningar:
    return Nedladdningar(sajt=Sajt(samling=bas, bas=HOST), renderer=Renderer(bas), omfattning=Omfattning.ALLA)


def test_the_page_of_a_report_ends_with_the_report_its_summary_and_tables_each_with_its_size(
    made: Nedladdningar,
) -> None:
    box = LexborHTMLParser(made.box("uppfoljning/2025/"))
    rows = [row.text(separator="").split() for row in box.css(".rp-hamta > li")]
    assert next(" ".join(row) for row in rows).startswith("Uppföljning 2025: PDF Uppföljning 2025 (")
    files = {file.adress: file for file in made.filer}
    for link in box.css(".rp-hamta a"):
        address = (link.attributes["href"] or "").removeprefix("../../")
        assert f"({size(len(files[address].innehåll))})" in link.text()
    assert {"dokument/2025/uppfoljning-2025.docx", "dokument/2025/sammanfattning-2025.pdf"} <= {
        (link.attributes["href"] or "").removeprefix("../../") for link in box.css("a")
    }
    assert made.section("uppfoljning/2025/") == (("ladda-ner", "Ladda ner"),)


def test_a_page_without_anything_to_download_has_no_such_part(made: Nedladdningar) -> None:
    assert (made.box("om/"), made.section("om/")) == ("", ())


def test_whole_documents_stand_first_in_the_list_of_all_and_the_newest_year_first_among_them(
    made: Nedladdningar,
) -> None:
    documents, tables = all_downloads(made.filer)
    assert [documents.titel, tables.titel] == ["Hela dokument", "Tabeller"]
    years = [thing.filer[0].adress.split("/")[1] for thing in documents.saker]
    assert years == sorted(years, reverse=True)
    assert all([file.form for file in thing.filer] == ["PDF", "Word"] for thing in documents.saker)


def test_a_build_that_is_not_asked_for_documents_makes_none_and_one_that_is_edited_no_file_at_all(
    bas: Samling,
) -> None:
    forms = {
        how: {
            file.form
            for file in Nedladdningar(sajt=Sajt(samling=bas, bas=HOST), renderer=Renderer(bas), omfattning=how).filer
        }
        for how in (Omfattning.INGET, Omfattning.VANLIGA)
    }
    assert forms == {Omfattning.INGET: set(), Omfattning.VANLIGA: {Filform.CSV}}


def test_documents_that_are_asked_for_without_the_extra_are_told_of_in_words(
    bas: Samling, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith(("rusplan.paper", "typst"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "typst", None)
    asked = Nedladdningar(sajt=Sajt(samling=bas, bas=HOST), renderer=Renderer(bas), omfattning=Omfattning.ALLA)
    with pytest.raises(Tilläggsfel, match="tillägget documents, som inte är installerat"):
        _ = asked.filer


@pytest.mark.parametrize(
    ("octets", "told"),
    [(1, "1\u00a0kB"), (1499, "1\u00a0kB"), (245_400, "245\u00a0kB"), (999_999, "1\u00a0000\u00a0kB"), (1_765_509, "1,8\u00a0MB"), (3_000_000, "3\u00a0MB")],
)  # fmt: skip
def test_sizes_are_told_in_whole_kilobytes_and_tenths_of_megabytes(octets: int, told: str) -> None:
    assert size(octets) == told


def test_forms_of_a_thing_stand_together_whoever_has_made_them() -> None:
    def file(form: Filform, title: str) -> Nedladdning:
        return Nedladdning(adress=f"x/1/a.{form}", form=form, titel=title, sidor=(), innehåll=b"x")

    made = (file(Filform.CSV, "A"), file(Filform.CSV, "B"), file(Filform.EXCEL, "A"))
    (tables,) = all_downloads(made)
    assert [(thing.titel, [each.form for each in thing.filer]) for thing in tables.saker] == [
        ("A", ["Excel", "CSV"]),
        ("B", ["CSV"]),
    ]


def test_after_a_change_only_what_says_something_else_is_made_again(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/golden/bas/data", tmp_path / "data")
    path = tmp_path / "data/2024/aktiviteter/tidning.yml"

    def files_of(maker: MakerOfExtra, before: Före) -> dict[str, Nedladdning]:
        samling = read_collection(tmp_path)
        return {file.adress: file for file in maker(Sajt(samling=samling, bas=HOST), Renderer(samling), before)}

    before = [files_of(maker, {}) for maker in makers_of_extra()]
    path.write_text(path.read_text(encoding="utf-8").replace("dagar: ", "dagar: 1", 1), encoding="utf-8")
    for maker, old in zip(makers_of_extra(), before, strict=True):
        found = files_of(maker, old)
        assert list(found.values()) == list(files_of(maker, {}).values()), "to the byte as if nothing had been there"
        again = {address for address, file in found.items() if file is not old.get(address)}
        assert {"dokument/2024/plan-2024.pdf", "planer/2024/aktiviteter-2024.xlsx"} & again
        assert not [address for address in again if "/2025/" in address]
