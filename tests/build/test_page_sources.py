"""A page that cannot be read is told of like a data file: where, what is wrong, and how to mend it."""

from pathlib import Path

import pytest
from rusplan.build.page_sources import page_problems, source_problems

from tests.built import ROOT

LATIN_1 = "# Om\n\nVi är här.\n".encode("latin-1")


@pytest.mark.parametrize(
    ("raw", "row", "told"),
    [
        (LATIN_1, 3, "filen är inte sparad som UTF-8"),
        ("# Om\n".encode("utf-16-le"), 1, "filen är sparad som UTF-16"),
        (b"---\ntitle: Om\n\n# Om\n", 1, "saknar slut"),
        (b"---\n# title: Om\n---\n\n# Om\n", 1, "det står inget mellan raderna"),
        (b"---\nhide: [toc]\ntitle: Om: oss\n---\n\n# Om\n", 3, "ett kolon inuti texten"),
        (b"---\r\nhide: [toc\r\n---\r\n\r\n# Om\r\n", 2, "en lista som börjar med ["),
        (b"---\ntitle: Om\ntitle: Oss\n---\n", 3, "står två gånger"),
        (b"---\n- title\n---\n", 2, "ska det stå fält"),
    ],
)
def test_what_cannot_be_read_is_told_on_its_row(raw: bytes, row: int, told: str) -> None:
    (problem,) = page_problems("docs/om.md", raw)
    assert (problem.fil, problem.rad) == ("docs/om.md", row)
    assert told in problem.text


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"# Om\n\n---\n\nText\n",
        b"\xef\xbb\xbf---\ntitle: Om\nhide: [toc, navigation]\n---\n",
        b"---\ntitle: Om\n...",
    ],
)
def test_what_can_be_read_is_left_in_peace(raw: bytes) -> None:
    assert list(page_problems("docs/om.md", raw)) == []


def test_all_files_that_are_read_as_text_are_told_of_at_once(tmp_path: Path) -> None:
    for name in ("om.md", "a/b.html", "bild.png", "skript.js"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_bytes(LATIN_1)
    found = [problem.fil for problem in source_problems(tmp_path / "docs", tmp_path)]
    assert found == ["docs/a/b.html", "docs/om.md", "docs/skript.js"]


def test_the_sites_own_pages_can_be_read() -> None:
    assert list(source_problems(ROOT / "docs", ROOT)) == []
