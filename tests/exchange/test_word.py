"""Word in: a plan that people have written becomes a draft, and no word of it is lost."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from rusplan.checks import read_collection
from rusplan.checks.left_to_do import left_to_do
from rusplan.data.model import Aktivitet
from rusplan.data.yaml_text import parse
from rusplan.editing.changed_together import Avslag
from rusplan.exchange.matched_activities import Likhet
from rusplan.exchange.preview import Inläsning, write
from rusplan.exchange.word_in import read_word

from tests.editing.files import Run, contents
from tests.exchange.invented_plan import AREAS, STYLES, Aktivitetsfacit, invented, saved, tidy

EXAMPLE = Path("macros/rusplan/example")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE / "data", tmp_path / "data")
    return tmp_path


def never(_: Likhet) -> bool:
    return False


def read(project: Path, document: Any) -> Inläsning:
    return read_word(project, saved(document), "2026", never)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[a-zåäö]+", text.casefold()))


# What stands in the document to say which value it is, and is no text of the plan; and the areas, below whose names goals stand again.
LABELS = frozenset(
    words(
        "Resurssättning arbetstid dagar behov av reda pengar ja nej eventuellt medelsbehov särskild utvecklingsinsats delvis prioriterat "
        "aktiviteter mål post budget kr aktivitet beskrivning insatser prioriterad medel x summa " + " ".join(AREAS)
    )
)


def texts_in(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from texts_in(inner)


def words_of_document(raw: bytes) -> Counter[str]:
    """Every word that the file holds, read in another way than ours."""
    body = docx.Document(BytesIO(raw)).element.body
    paragraphs = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))
    return words("\n".join(paragraphs))


def share(right: int, of: int) -> float:
    return right / of


def is_right(found: Aktivitet, told: Aktivitetsfacit) -> tuple[bool, bool, bool]:
    need = found.medelsbehov
    return (
        str(found.dagar) == told.dagar,
        (found.prioriterad, found.utvecklingsinsats) == (told.prioriterad, told.utvecklingsinsats),
        bool(need) and (need.behov, need.kommentar or "") == (told.behov, told.kommentar),  # type: ignore[union-attr]
    )


@pytest.mark.parametrize("style", STYLES)
def test_plan_of_thirty_activities_becomes_a_draft_and_no_word_is_lost(project: Path, style: str) -> None:
    plan = invented()
    raw = saved(STYLES[style](plan))
    done = read_word(project, raw, "2026", never)
    assert not done.fel, done.fel
    write(project, done)
    year = read_collection(project).årgångar["2026"]
    found = {activity.titel: activity.plan.innehåll for activity in year.aktiviteter.values()}
    right = [is_right(found[told.titel], told) for told in plan.aktiviteter if told.titel in found]
    assert share(len(right), len(plan.aktiviteter)) >= 0.95
    for each in zip(*right, strict=True):
        assert share(sum(each), len(plan.aktiviteter)) >= 0.95
    assert [area.titel for area in year.plan.innehåll.områden] == list(AREAS)
    areas = {area.id: area.titel for area in year.plan.innehåll.områden}
    assert all(areas[found[told.titel].område] == told.område for told in plan.aktiviteter if told.titel in found)
    assert all(
        [item.text for item in found[t.titel].insatser] == t.insatser for t in plan.aktiviteter if t.titel in found
    )
    assert year.budget
    assert [(row.titel, str(row.budget)) for row in year.budget.innehåll.rader] == plan.budget
    assert year.mål
    assert [(goal.titel, goal.text) for goal in year.mål.innehåll.mål] == [goal[1:] for goal in plan.mål]
    told = [areas.get(goal.område or "", "") for goal in year.mål.innehåll.mål]
    assert told == (["", "", "", ""] if style == "tables" else list(AREAS))
    kept = [text for name, file in done.innehåll.items() if file for text in texts_in(parse(file, name).value)]
    lost = words_of_document(raw) - words("\n".join((*kept, *done.sagt)))
    assert not {word: count for word, count in lost.items() if word not in LABELS}


def test_draft_has_last_years_activities_in_their_files_and_asks_where_it_is_only_likely(project: Path) -> None:
    document, asked = docx.Document(), list[Likhet]()
    document.add_heading("Kultur", 1)
    for title in ("Två nya kulturstigar", "Hembygdens dagar i juni", "Något helt annat"):
        document.add_heading(title, 2)
        document.add_paragraph("Arbetstid: 3 dagar")

    def yes(likely: Likhet) -> bool:
        asked.append(likely)
        return True

    done = read_word(project, saved(document), "2026", yes)
    write(project, done)
    year = read_collection(project).årgångar["2026"]
    links = {
        name: [(link.aktivitet, link.typ) for link in a.plan.innehåll.bygger_på] for name, a in year.aktiviteter.items()
    }
    assert links == {
        "kulturstigar": [("2025/kulturstigar", "fortsätter")],
        "hembygdens-dag": [("2025/hembygdens-dag", "namnbyte")],
        "nagot-helt-annat": [],
    }
    assert [each.ref for each in asked] == ["2025/hembygdens-dag"]
    assert "Hembygdens dagar i juni är samma aktivitet som Hembygdens dag (2025/hembygdens-dag)." in done.sagt


def strange() -> Any:
    """A tidy plan with what people also have in their documents."""
    document = tidy(invented())
    first = document.paragraphs[2]
    document.sections[0].header.paragraphs[0].text = "Utkast till styrgruppen"
    added = OxmlElement("w:ins")
    added.set(qn("w:id"), "1")
    added.set(qn("w:author"), "en")
    added.append(parse_xml(f'<w:r {nsdecls("w")}><w:t xml:space="preserve"> Tillagt i granskningen.</w:t></w:r>'))
    first._p.append(added)
    gone = parse_xml(
        f'<w:del {nsdecls("w")} w:id="2" w:author="en"><w:r><w:delText>Struket ord.</w:delText></w:r></w:del>'
    )
    first._p.append(gone)
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Tidplan", "Vår", "Höst"), strict=True):
        cell.text = text
    return document


def test_what_finds_no_place_is_listed_and_stands_as_notes_in_the_draft(project: Path) -> None:
    done = read(project, strange())
    write(project, done)
    notes = [note.text for note in read_collection(project).årgångar["2026"].plan.innehåll.anmärkningar]
    for text in ("Utkast till styrgruppen", "Tidplan | Vår | Höst"):
        assert f"- {text}" in done.sagt
        assert any(text in note for note in notes)
    assert any("Tillagt i granskningen." in text for text in contents(project).values())
    assert not any("Struket" in text for text in contents(project).values())


def test_notes_of_what_found_no_place_are_left_to_do(project: Path) -> None:
    write(project, read(project, strange()))
    left = [problem.text for problem in left_to_do(read_collection(project)) if problem.fil == "data/2026/plan.yml"]
    assert any("fick ingen plats" in text for text in left)


def test_names_of_organisations_are_found_and_those_that_nobody_knows_are_kept(project: Path) -> None:
    document = docx.Document()
    document.add_heading("Kultur", 1)
    document.add_heading("Kulturstigar", 2)
    document.add_paragraph("Arbetstid: 3 dagar. Samverkan: Åsby kommun och Skogssällskapet i byn")
    done = read(project, document)
    assert "- Kulturstigar: Samverkan: Åsby kommun och Skogssällskapet i byn" in done.sagt


def test_texts_are_texts_whatever_they_look_like(project: Path) -> None:
    document = docx.Document()
    document.add_heading("Kultur", 1)
    document.add_heading("Kulturstigar", 2)
    document.add_paragraph("Stigar {{ budget(2025) }} och: kolon, #tecken")
    document.add_paragraph("Arbetstid: 3 dagar")
    done = read(project, document)
    write(project, done)
    activity = read_collection(project).aktiviteter["2026/kulturstigar"].plan.innehåll
    assert activity.sammanfattning == "Stigar {{ budget(2025) }} och: kolon, #tecken"


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.7", b"PK\x03\x04 nothing"])
def test_file_that_is_no_word_document_is_refused(project: Path, raw: bytes) -> None:
    with pytest.raises(Avslag, match=r"\.docx"):
        read_word(project, raw, "2026", never)


def test_document_without_activities_and_year_that_is_there_are_refused(project: Path) -> None:
    with pytest.raises(Avslag, match="Inga aktiviteter"):
        read(project, docx.Document())
    with pytest.raises(Avslag, match="finns redan"):
        read_word(project, saved(tidy(invented())), "2025", never)


def test_the_command_tells_what_comes_of_it_and_asks(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "plan.docx").write_bytes(saved(tidy(invented())))
    order = ("--rot", str(project), "word", "import", str(project / "plan.docx"), "--year", "2026")
    monkeypatch.setattr("sys.stdin", StringIO("nej\nnej\nnej\nnej\n"))
    code, out, err = run(*order)
    assert code == 1
    assert "Verksamhetsplan 2026: planen lades till\n" in out
    assert "Planen för 2026 blir ett utkast med 30 aktiviteter, 4 mål och 4 rader i budgeten." in out
    assert err == "Du svarade nej. Inget är ändrat.\n"
    assert not (project / "data/2026").exists()
    assert run(*order, "--yes")[0] == 0
    assert len(read_collection(project).årgångar["2026"].aktiviteter) == 30
