"""security.txt: there where data names a contact and a last day, as RFC 9116 asks."""

import re
import shutil
from pathlib import Path
from typing import cast

import pytest
from rusplan.checks import read_collection
from rusplan.data.collection import Samling
from rusplan.data.values import parse_contact
from rusplan.outputs.security_contact import PATH, security_contact
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt

BAS = Path(__file__).parent / "golden/bas"
NO_TEMPLATES = cast(Renderer, None)


def written(samling: Samling, bas: str = "https://plan.example/") -> dict[str, str]:
    return dict(security_contact(Sajt(samling=samling, bas=bas), NO_TEMPLATES, []))


def test_the_file_tells_where_to_write_and_how_long_that_holds(bas: Samling) -> None:
    assert written(bas) == {
        ".well-known/security.txt": "Contact: mailto:sakerhet@akerbo.example\nExpires: 2026-10-31T23:59:59Z\n"
        "Preferred-Languages: sv, en\nCanonical: https://plan.example/.well-known/security.txt\n"
    }


def test_a_site_without_an_address_of_its_own_claims_none(bas: Samling) -> None:
    assert "Canonical" not in written(bas, "/")[PATH]


def test_a_site_whose_data_names_no_contact_has_no_file(tmp_path: Path) -> None:
    shutil.copytree(BAS / "data", tmp_path / "data")
    file = tmp_path / "data/organisation.yml"
    text, told = re.subn(r"(?m)^säkerhetskontakt:\n(?:  .*\n)+", "", file.read_text(encoding="utf-8"))
    assert told
    file.write_text(text, encoding="utf-8")
    assert written(read_collection(tmp_path)) == {}


@pytest.mark.parametrize("given", ["sakerhet@akerbo.example", "https://akerbo.example/anmal"])
def test_a_contact_is_an_address_that_can_be_written_to(given: str) -> None:
    assert parse_contact(f" {given} ") == given


@pytest.mark.parametrize(
    "given", ["http://akerbo.example/anmal", "Kansliet", "javascript:alert(1)", "en@a.example\nFoo: x"]
)
def test_what_is_no_contact_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match=re.escape("ska vara en e-postadress eller en webbadress")):
        parse_contact(given)
