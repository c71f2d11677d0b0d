"""What is told of a text in different fields, and of registers of addresses. Reviewed whole, and written anew by `--update-golden`."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from rusplan.checks import check, personal_data, plain_texts
from rusplan.checks.known_names import abbreviations_are_explained
from rusplan.data.collection import Samling
from rusplan.data.kept_files import KeptFiles
from rusplan.data.reading import read_what_can_be_read

from tests.reviewed import AsReviewed
from tests.views.lillby import FILER, lay_out

TOLD = Path(__file__).with_name("told")
NAME = "2025/utfall/skog.yml"
TEXTS = (
    "Vi ses.", "Skriv till [oss](https://a.example/x).", "Se [2] och [bilagan](/bilaga).", "[a](mailto:b)", "[a](www.b)", "[a](b)", "[a] (https://b)", "[a\nb](https://b)",
    "• Ett.", "Först • sedan ▪ sist", "a•b", "- Ett.\n- Två.", "- Ett.", "– Nej, sa hon.", "– Ja.\n– Nej.", "Så här:\n- Ett.", "Så här:\n- Ett.\n- Två.", "Så här:\n* Ett.", "· Ett.", "Så här:\n– Ett.",
    "om om", "Om om", "om Om", "Bo Bo", "EU EU", "det det", "Att det Det", "om om och om om igen igen", "om, om", "omom om", "vi-vi vi", "där där är är så så", "idé idé",
    "Anna Andersson, 08-123 45 67", "Anna Andersson, 070-123 45 67", "Ring 070-123 45 67.", "Ring 08-123 45 67.", "Ring +46 70 123 45 67.", "Ring +46 (0)70-123 45 67.", "Ring +46 (0)8-123 45 67.", "Ring +46 8 123 45 67.", "0701234567", "070 123", "010-123 45 67",
    "Anna-Lena Berg 010-123 45 67", "Karl von Berg 010-123 45 67", "Karl av Sverige 010-123 45 67", "Åsa Öberg, tel. 0200-12 34 56", "Anna sa 010-123 45 67", "Norra Berg 010-123 45 67", "anna andersson 010-123 45 67", "Dnr 2025/0123-4567",
    "Kl. 09-12, 08-15", "070-123 45 67 89 01 23", "072-000 00 00", "073-1234567", "074-1234567", "076-1234567", "079-1234567", "075-1234567", "0 70 123 45 67", "1070-123 45 67",
    "anna@a.example", "anna.andersson@a.example", "kansli@a.example", "norra.kansliet@a.example", "norra.udden@a.example", "n.udden@a.example", "udden@a.example", "Anna-Lena@a.example", "lena.1@a.example", "b7.udden@a.example",
    "lillby.udden@a.example", "ov.udden@a.example", "mf.udden@a.example", "museiforening_udden@a.example", "udden+norra@a.example", "asa@a.example", "Åsa.Öberg@a.example", "a.b", "@anna", "nejden.udden@a.example", "samverkan.udden@a.example", "norra-udden@a.example", "norra.udden-7@a.example",
    "811228-9874", "19811228-9874", "811228-9875", "811228+9874", "811288-9873", "811288-9874", "811328-9874", "5560360793", "556036-0793", "1811228-9874", "811228-98741", "000000-0000", "701063-2391", "20701063-2391",
    "Vi i ABF och EU, PPT och IT.", "ABF-kurser", "SMHI:s", "MF", "LILLBY", "A B", "ABc", "aBC", "ABC123", "(ABC)", "stig", "ABF ABF och XYZ", "ÅÄÖ",
)  # fmt: skip
RULES = (
    personal_data.nobody_is_pointed_out, plain_texts.texts_hold_no_markup, plain_texts.texts_hold_no_bullets, plain_texts.no_word_stands_twice,
    abbreviations_are_explained,
)  # fmt: skip
PAGE = "/aktiviteter/2025/skog/"
REGISTERS = (
    {"adresser": ["/", PAGE, "/planer/2025/"]},
    {"adresser": [PAGE, PAGE]},
    {"adresser": ["/aktiviteter/2025/skogen/", "/aktiviteter/skog/", "/samverkan/muset/", "/samverkan/a/b/", "/mal/2025/x/"]},
    {"adresser": ["/a/", "/b/"], "borttagna": [{"adress": "/a/", "skäl": "Slut."}], "omdirigeringar": [{"från": "/b/", "till": PAGE}]},
    {"borttagna": [{"adress": each, "skäl": "Slut."} for each in (PAGE, "/a/", "/a/", "/b/")], "omdirigeringar": [{"från": "/b/", "till": PAGE}]},
    {"omdirigeringar": [{"från": "/a/", "till": "/b/"}, {"från": "/b/", "till": PAGE}, {"från": "/a/", "till": PAGE}, {"från": PAGE, "till": "/planer/2025/"}]},
    {"omdirigeringar": [{"från": "/a/", "till": "/b/"}, {"från": "/b/", "till": "/a/"}, {"från": "/c/", "till": "/c/"}, {"från": "/d/", "till": "/a/"}]},
    {"omdirigeringar": [{"från": "/a/", "till": "/aktiviteter/2025/skogg/"}, {"från": "/b/", "till": "/a/"}, {"från": "/c/", "till": "/finns-inte/"}]},
    {"filer": ["/data/2025/budget.json", "/data/2025/finns-inte.json", "/data/a.csv", "/data/b.csv"], "borttagna": [{"adress": "/data/a.csv", "skäl": "Slut."}],
     "omdirigeringar": [{"från": "/data/b.csv", "till": PAGE}]},
)  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = FILER["organisation.yml"] | {"namn": "Nejden"}
    return lay_out(tmp_path_factory.mktemp("lillby"), dict(FILER) | {"organisation.yml": site})


@pytest.fixture(scope="module")
def kept() -> KeptFiles:
    return KeptFiles()


def read(root: Path, kept: KeptFiles, name: str, content: object) -> Samling:
    """The collection with something else in a file."""
    raw = yaml.safe_dump(json.loads(json.dumps(content, default=str)), allow_unicode=True, sort_keys=False).encode()
    samling, problems = read_what_can_be_read(root, kept.read, {f"data/{name}": raw})
    assert samling, problems
    return samling


def of_texts(root: Path, kept: KeptFiles) -> Iterator[str]:
    """Each text, and what is told of it in each field."""
    for text in TEXTS:
        yield f"{text!r}"
        event = FILER[NAME]["händelser"][0]
        notes = [{"gäller": "status", "citat": text, "text": "Fel."}]
        outcome = FILER[NAME] | {"sammanfattning": text, "anmärkningar": notes, "händelser": [event | {"tema": text}]}
        samling = read(root, kept, NAME, outcome)
        yield from (f"  {problem.text}" for rule in RULES for problem in rule(samling))
        if "@" in text:
            site = FILER["organisation.yml"] | {"epost": "".join(text.split())}
            yield from (f"  {each.text}" for each in RULES[0](read(root, kept, "organisation.yml", site)))


def of_registers(root: Path, kept: KeptFiles) -> Iterator[str]:
    """Each register, and what is told of it."""
    for register in REGISTERS:
        yield json.dumps(register, ensure_ascii=False)
        yield from (f"  {problem}" for problem in check(read(root, kept, "permalankar.yml", register)))


@pytest.mark.parametrize(("name", "told"), [("texts", of_texts), ("registers", of_registers)])
def test_what_is_told_of_texts_and_registers_is_what_was_told_when_it_was_reviewed(
    name: str,
    told: Callable[[Path, KeptFiles], Iterator[str]],
    root: Path,
    kept: KeptFiles,
    as_reviewed: AsReviewed,
) -> None:
    reviewed = TOLD / f"{name}.txt"
    text = "".join(f"{row}\n" for row in told(root, kept))
    as_reviewed(reviewed, text)
