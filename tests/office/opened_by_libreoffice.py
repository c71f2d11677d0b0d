"""The documents in Word open in LibreOffice with every sentence of their pages, in the same order. Run with `make test-office`."""

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from rusplan.checks import read_collection
from rusplan.paper.handling import Handling
from rusplan.paper.handlingar import handlingar, workshop
from rusplan.paper.word_file import word
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt, seen

from tests.paper.texts import notes_of, text_of, texts_of

ROOTS = [Path("tests/golden/bas"), Path("tests/organisationer/regionen"), Path("tests/organisationer/kommunen")]


def flat(text: str) -> str:
    """In one line, as a program that shows plain text may break it anywhere; marks of notes aside."""
    return re.sub(r"\s+", " ", text).strip()


def documents(root: Path) -> list[Handling]:
    """The documents of a site."""
    samling = seen(read_collection(root))
    return list(handlingar(workshop(Sajt(samling=samling, bas="https://plan.example.org/"), Renderer(samling))))


@pytest.mark.parametrize("root", ROOTS)
def test_every_sentence_is_there_in_the_order_of_the_page(root: Path, tmp_path: Path) -> None:
    program = shutil.which("soffice") or pytest.fail("LibreOffice is not here: apt-get install libreoffice-writer")
    found = documents(root)
    for document in found:
        (tmp_path / f"{document.namn}.docx").write_bytes(word(document))
    for form in ("txt:Text (encoded):UTF8", "fodt"):
        command = [program, f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to", form]
        names = [f"{document.namn}.docx" for document in found]
        subprocess.run([*command, *names], check=True, capture_output=True, timeout=300, cwd=tmp_path)
    for document in found:
        told = flat((tmp_path / f"{document.namn}.txt").read_text(encoding="utf-8-sig"))
        at = 0
        for text in filter(None, map(flat, texts_of(document.block))):
            at = told.find(text, at)
            assert at >= 0, (document.namn, text)
        # Its plain text has the marks of notes alone.
        whole = flat(unescape(re.sub(r"<[^>]+>", "", (tmp_path / f"{document.namn}.fodt").read_text(encoding="utf-8"))))
        for note in notes_of(document.block):
            assert flat(text_of(note)) in whole, document.namn
