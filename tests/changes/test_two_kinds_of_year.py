"""Format 2 says where each document comes from and how far it has come: files and commits of before tell what they told."""

import re
from pathlib import Path

import pytest
from rusplan.changes.history import read_history
from rusplan.checks import read_collection
from rusplan.commands.cli import main
from rusplan.data.dataformat import Group, upgraded

from tests.changes.data_repository import SKOG, Förråd

PLAN = "data/2025/plan.yml"


@pytest.mark.parametrize(
    ("here", "new"), [("ja", {"ursprung": "inläst", "läge": "beslutad"}), ("nej", {"ursprung": "inläst"})]
)
def test_every_document_of_before_was_read_in_and_is_decided_if_it_is_at_hand(here: str, new: Group) -> None:
    document: Group = {"id": "p", "titel": "P", "typ": "verksamhetsplan", "tillgänglig": here}
    content = upgraded(PLAN, {"dokument": document, "sammanfattning": "S"}, 1)
    assert content == {"dokument": {**document, **new}, "sammanfattning": "S"}
    assert list(content["dokument"])[:4] == ["id", "titel", "typ", "ursprung"]


def test_what_says_its_origin_already_and_what_is_no_document_stay_as_they_are() -> None:
    files: tuple[tuple[str, Group], ...] = (
        (PLAN, {"dokument": {"id": "p", "ursprung": "skrivet_här"}}), (PLAN, {"dokument": "p"}), (PLAN, {}), (SKOG, {"dokument": {"id": "p"}}),
    )  # fmt: skip
    for name, content in files:
        assert upgraded(name, dict(content), 1) == content


def as_format_one(root: Path) -> None:
    for path in (root / "data").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            re.sub(r"^  ursprung: inläst\n  läge: beslutad\n|^dataformat: 2\n", "", text, flags=re.M), encoding="utf-8"
        )


def test_upgrade_of_documents_tells_no_change_and_gives_the_same_files(förråd: Förråd) -> None:
    newest = {path: path.read_bytes() for path in (förråd.rot / "data").rglob("*.yml")}
    as_format_one(förråd.rot)
    förråd.git("commit", "--quiet", "--all", "--amend", "--no-edit", date="2026-01-01T12:00:00+01:00")
    förråd.byt(PLAN, "Året då museet samlar sin verksamhet.", "Året då museet samlas.")
    förråd.commit("2026-01-02")
    told = read_history(förråd.rot).steg
    assert [len(step.ändringar.saker) for step in told] == [1, 0]
    assert main(["--rot", str(förråd.rot), "upgrade", "--yes"]) == 0
    förråd.commit("2026-01-03", "Skriv filerna i format 2")
    assert read_history(förråd.rot).steg == told
    förråd.byt(PLAN, "Året då museet samlas.", "Året då museet samlar sin verksamhet.")
    assert {path: path.read_bytes() for path in newest} == newest


def test_year_written_here_asks_for_no_sources_grounds_or_what_the_source_says(förråd: Förråd) -> None:
    files = [path for path in (förråd.rot / "data").rglob("*.yml") if path.parent.name != "utfall"]
    for path in (path for path in files if path.name != "berattelse.yml"):
        text = path.read_text(encoding="utf-8").replace("ursprung: inläst", "ursprung: skrivet_här")
        text = re.sub(r"^ *källa: .*\n", "", text, flags=re.M)
        path.write_text(re.sub(r", grund: \w+|grund: \w+, ", "", text), encoding="utf-8")
    samling = read_collection(förråd.rot)
    assert samling.aktiviteter["2025/skog"].plan.innehåll.källa is None
