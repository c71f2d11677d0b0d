"""`rusplan close`: the report of a year that is written here is decided when it tells of every activity, and not before."""

from pathlib import Path

from tests.editing.files import Run, change, contents, rows, without_documents

PLAN, BERÄTTELSE, UTFALL = "data/2025/plan.yml", "data/2025/berattelse.yml", "data/2025/utfall"
CLOSE = ("close", "2025", "--date", "2026-02-10", "--by", "Styrgruppen", "--number", "123-2026")
REGISTER = "data/permalankar.yml"
DOCUMENTS = "".join(
    f"Skapade data/2025/dokument/{name}\n"
    for name in ("kontrollsummor.txt", "uppfoljning-2025-beslutad.docx", "uppfoljning-2025-beslutad.pdf")
)
CLOSED = (
    f"Ändrade {BERÄTTELSE}\n{DOCUMENTS}Skapade {REGISTER}\nVerksamhetsberättelse 2025 är beslutad.\n"
    f"{REGISTER} har fått 3 nya rader. Adresserna ligger fast från och med nu.\n"
    "Det som beslutades är sparat som PDF och Word i data/2025/dokument. Ändra aldrig de filerna.\n"
)


def written_here(project: Path) -> None:
    """2025 is written here, and its report is a draft."""
    change(project, PLAN, "ursprung: inläst", "ursprung: skrivet_här")
    change(project, BERÄTTELSE, "ursprung: inläst", "ursprung: skrivet_här")
    change(project, BERÄTTELSE, "läge: beslutad", "läge: utkast")


def tell_of_all(project: Path) -> None:
    """An outcome for each activity; of one nobody knows."""
    for name in ("vatten", "museum"):
        (project / UTFALL / f"{name}.yml").write_text(
            "status: delvis\nsammanfattning: Det mesta blev av.\n", encoding="utf-8"
        )
    (project / UTFALL / "laslov.yml").write_text("status: okänt\n", encoding="utf-8")


def test_each_missing_outcome_is_told_with_the_file_to_make_and_nothing_is_written(run: Run, project: Path) -> None:
    written_here(project)
    (project / UTFALL / "museum.yml").write_text(
        "avstämningar:\n  - {datum: 2025-06-12, status: pågår}\n", encoding="utf-8"
    )
    before = contents(project)
    code, _, why = run(*CLOSE)
    assert code == 1
    assert why.startswith("Verksamhetsberättelse 2025 kan inte beslutas än. Det här återstår:\n")
    assert why.endswith("Inget är ändrat.\n")
    assert "saknar utfall för «Vattnet»; skapa data/2025/utfall/vatten.yml med «status» och «sammanfattning»" in why
    assert "data/2025/utfall/museum.yml:1:1: fältet «status» saknas" in why
    assert "data/2025/utfall/museum.yml:1:1: fältet «sammanfattning» saknas" in why
    assert contents(project) == before


def test_the_same_is_left_to_do_while_the_report_is_a_draft(run: Run, project: Path) -> None:
    written_here(project)
    code, said, _ = run("check")
    assert code == 0
    assert "skapa data/2025/utfall/laslov.yml" in said


def test_whole_report_is_decided_with_the_rows_of_the_decision_alone(run: Run, project: Path) -> None:
    written_here(project)
    tell_of_all(project)
    before = contents(project)
    code, said, _ = run(*CLOSE)
    assert (code, said) == (0, CLOSED)
    changed = without_documents(rows(before, contents(project)))
    assert "  - /uppfoljning/2025/utskrift/" in changed.pop(REGISTER)[1]
    assert changed == {BERÄTTELSE: (
        ["  läge: utkast"],
        ["  läge: beslutad", "  beslut:", "    - av: Styrgruppen", "      datum: 2026-02-10", "      diarienummer: 123-2026"],
    )}  # fmt: skip
    assert run("check")[0] == 0
    assert "säger redan «läge: beslutad»" in run(*CLOSE)[2]


def test_activity_that_was_taken_out_of_the_plan_needs_no_outcome(run: Run, project: Path) -> None:
    written_here(project)
    tell_of_all(project)
    (project / UTFALL / "vatten.yml").unlink()
    revised = (
        "revideringar:\n  - id: maj\n    beslut: {av: Styrgruppen, datum: 2025-05-18}\n    skäl: Pengarna tog slut.\n"
    )
    change(project, PLAN, "grupper:\n", f"{revised}grupper:\n")
    with (project / "data/2025/aktiviteter/vatten.yml").open("a", encoding="utf-8") as file:
        file.write("utgår: {revidering: maj, skäl: Pengarna tog slut.}\n")
    assert run(*CLOSE) == (0, CLOSED, "")


def test_summary_that_counts_otherwise_than_data_stops_the_decision(run: Run, project: Path) -> None:
    written_here(project)
    tell_of_all(project)
    summary = "Tre av 4 aktiviteter genomfördes som planerat. Planen hade fem aktiviteter."
    change(project, BERÄTTELSE, "sammanfattning: Det mesta blev av.", f"sammanfattning: {summary}")
    why = run(*CLOSE)[2]
    assert (
        "säger «Tre av 4 aktiviteter genomfördes som planerat», men 1 har «status: som_planerat»; ändra Tre till 1"
        in why
    )
    assert "säger «Planen hade fem aktiviteter», men planen har 4 aktiviteter; ändra fem till 4" in why
    change(
        project,
        BERÄTTELSE,
        summary,
        "En av årets 4 aktiviteter genomfördes som planerat, och 2 av fyra aktiviteter delvis.",
    )
    assert run(*CLOSE)[0] == 0


def test_what_cannot_be_closed_is_refused_with_what_to_do(run: Run, project: Path) -> None:
    before = contents(project)
    assert "säger redan «läge: beslutad»" in run(*CLOSE)[2], "what is read in has been decided"
    assert "«i går» är inget datum" in run("close", "2025", "--date", "i går", "--by", "Styrgruppen")[2]
    assert (
        "Skapa data/2024/berattelse.yml med raderna" in run("close", "2024", "--date", "2025-02-10", "--by", "Alla")[2]
    )
    assert "Året «2031» finns inte" in run("close", "2031", "--date", "2032-02-10", "--by", "Alla")[2]
    assert contents(project) == before


def test_report_on_a_plan_that_is_a_draft_is_not_decided(run: Run, project: Path) -> None:
    written_here(project)
    change(project, PLAN, "läge: beslutad", "läge: utkast")
    assert (
        run(*CLOSE)[2]
        == "Planen för 2025 är ett utkast. Besluta den först, med rusplan decide 2025. Inget är ändrat.\n"
    )
