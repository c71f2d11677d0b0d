"""A build that is asked for documents has them on its pages and in its folder; one that is not is as ever."""

from pathlib import Path

import pytest

from tests.built import SITE_URL, build
from tests.invented import lay_out


def test_documents_stand_in_the_site_and_on_its_pages_where_they_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = lay_out(tmp_path / "projekt")
    monkeypatch.setenv("RUSPLAN_DOKUMENT", "ja")
    done = build(tmp_path / "site", root=root, site_url=SITE_URL)
    assert done.returncode == 0, done.stdout + done.stderr
    found = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site/dokument").rglob("*.*")}
    assert {
        "dokument/2025/uppfoljning-2025.pdf",
        "dokument/2025/plan-2025.docx",
        "dokument/2025/sammanfattning-2025.pdf",
    } <= found
    overview = (tmp_path / "site/dokument/index.html").read_text(encoding="utf-8")
    page = (tmp_path / "site/uppfoljning/2025/index.html").read_text(encoding="utf-8")
    printout = (tmp_path / "site/uppfoljning/2025/utskrift/index.html").read_text(encoding="utf-8")
    for html, way in ((overview, "../"), (page, "../../"), (printout, "../../../")):
        assert f'href="{way}dokument/2025/uppfoljning-2025.pdf" download' in html
    assert '<a href="#ladda-ner">Ladda ner</a>' in page
    assert (tmp_path / "site/dokument/2025/uppfoljning-2025.pdf").read_bytes().startswith(b"%PDF-1.7")
