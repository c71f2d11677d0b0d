"""A page that cannot be read is told of like a data file: where, what is wrong, and how to mend it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from rusplan.build.page_sources import page_problems, source_problems
from rusplan.tools.plain_files import leads_out

from tests.invented import INVENTED

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
        (b"# Om\n\n[x](\x1b[31mrod.md)\n", 3, "ett osynligt tecken (U+001B)"),
        ("# Om\n\na" + "\u0301\u0323" * 40_000, 3, "fler än 30 accenter"),
    ],
)
def test_what_cannot_be_read_is_told_on_its_row(raw: bytes | str, row: int, told: str) -> None:
    (problem,) = page_problems("docs/om.md", raw.encode() if isinstance(raw, str) else raw)
    assert (problem.fil, problem.rad) == ("docs/om.md", row)
    assert told in problem.text


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"# Om\n\n---\n\nText\n",
        b"\xef\xbb\xbf---\ntitle: Om\nhide: [toc, navigation]\n---\n",
        b"---\ntitle: Om\n...",
        "# Om\r\n\r\n\tkod 👩‍👩‍👧 mjukt\u00adstreck – ”ord”\r\n".encode(),
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
    (elsewhere,) = source_problems(tmp_path / "docs/a", tmp_path / "projekt")
    assert elsewhere.fil == "../docs/a/b.html"


def test_the_sites_own_pages_can_be_read() -> None:
    assert list(source_problems(INVENTED / "docs", INVENTED)) == []


def lay(path: Path, size: int = 0) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    os.truncate(path, size)


def lay_many(docs: Path) -> None:
    for number in range(8):
        lay(docs / f"{number}.pdf", 19_000_000)


LAID: list[tuple[Callable[[Path], object], str, str]] = [
    (lambda docs: (docs / "konton.md").symlink_to("/etc/passwd"), "docs/konton.md", "en länk till något annat"),
    (lambda docs: (docs / "hem").symlink_to("/"), "docs/hem", "en länk till något annat"),
    (lambda docs: (docs / "varv").symlink_to("."), "docs/varv", "en länk till något annat"),
    (lambda docs: (docs / "inget.md").symlink_to("finns-inte"), "docs/inget.md", "en länk till något annat"),
    (lambda docs: os.mkfifo(docs / "ror.md"), "docs/ror.md", "ingen vanlig fil"),
    (lambda docs: lay(docs / "rad\n\x1b[31m.md"), "docs/rad\n\x1b[31m.md", "ett tecken som inte syns"),
    (lambda docs: lay(Path(os.fsdecode(os.fsencode(docs) + b"/\xe5r.md"))), "docs/\udce5r.md", "inte skrivet i UTF-8"),
    (lambda docs: lay(docs.joinpath(*"abcdefghijklmnopqrstuvxyz", "x.md")), f"docs/{'/'.join('abcdefghijklmnopqrstu')}", "i fler än 20"),
    (lambda docs: lay(docs / "film.mp4", 21_000_000), "docs/film.mp4", "filen är 21 megabyte, men får vara högst 20"),
    (lambda docs: lay(docs / "lang.md", 1_600_000), "docs/lang.md", "filen är 2 megabyte, men får vara högst 1"),
    (lay_many, "docs", "mappen är 152 megabyte"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "name", "told"), LAID, ids=range(len(LAID)))
def test_only_plain_files_of_a_size_to_wait_for_may_lie_in_docs(
    make: Callable[[Path], object], name: str, told: str, tmp_path: Path
) -> None:
    docs = tmp_path / "docs"
    lay(docs / "index.md")
    make(docs)
    (problem,) = source_problems(docs, tmp_path)
    assert problem.fil == name
    assert told in problem.text
    assert str(problem).isprintable()


def test_no_folder_of_the_project_leads_out_of_it(tmp_path: Path) -> None:
    root, elsewhere = tmp_path / "projekt", tmp_path / "annat"
    (root / "bygge").mkdir(parents=True)
    elsewhere.mkdir()
    (root / "site").symlink_to(elsewhere)
    (root / "bygge/in").symlink_to(elsewhere)
    assert leads_out(root / "site", root) == root / "site"
    assert leads_out(root / "bygge/in/site", root) == root / "bygge/in"
    assert leads_out(root / "bygge/site", root) is None
    assert leads_out(elsewhere, root) is None, "somebody has asked for it by name"
