"""`rusplan new-year`: the next year as a draft made from the newest one, with nothing in it that is last year's."""

from pathlib import Path

import pytest
from rusplan.checks import read_collection
from rusplan.checks.left_to_do import left_to_do
from rusplan.data.edits import Blank, with_blanks
from rusplan.data.yaml_text import parse

from tests.editing.files import Run, change, contents, rows
from tests.invented import INVENTED

PLAN = """\
dokument:
  id: plan-2026
  titel: Verksamhetsplan 2026
  ursprung: skrivet_här
  läge: utkast
# 2025: Året då museet samlar sin verksamhet.
sammanfattning:
områden:
  - id: natur
    titel: Natur
    rubriker:
      - aktiviteter: [skog, vatten]
  - id: kultur
    titel: Kultur
    rubriker:
      - aktiviteter: [museum, laslov]
grupper:
  - id: styrgrupp
    titel: Styrgruppen
    ledamöter:
      - organisation: kommunen
        roll: ordförande
        antal: 2
"""
SKOG = """\
titel: Skogen
område: natur
mål: [stigar]
# 2025: nej
prioriterad:
# 2025: nej
utvecklingsinsats:
# 2025: 12
dagar:
medelsbehov:
  # 2025: nej
  behov:
bygger_på:
  - aktivitet: 2025/skog
    typ: fortsätter
# 2025: [kommunen, museet]
samverkan:
# 2025: Stigarna i skogen märks.
sammanfattning:
# 2025:
#   - text: Märka stigarna och rita dem i GIS.
#     samverkan: [kommunen]
#   - text: Bygga en bro.
insatser:
# 2025:
#   - titel: Skogens dag
#     typ: möte
#     datum: 2025-05-10
#     slutdatum: 2025-05-11
händelser:
indikatorer:
  - id: besok
    titel: Besök i skogen
    enhet: besök
    riktning: behålla
"""
GOALS = """\
period: 2026
skala:
  - värdering: 1
    betydelse: Inte nått
  - värdering: 3
    betydelse: Nått
mål:
  - id: stigar
    område: natur
    titel: Stigar
    # 2025: Alla stigar går att gå på.
    text:
    motsvarar: stigar
    indikatorer:
      - id: skyltar
        titel: Skyltade stigar
        enhet: procent
        riktning: öka
        mål: 90
        målår: 2026
        utgångsvärde:
          period: 2022-2023
          värde: 60
        värden:
          - period: 2024
            värde: 72.5
          - period: 2025
            värde: 91
            kommentar: Två stigar är stängda.
        källa: kommunens inventering
  - id: hela-lyckeby
    titel: Alla trivs
    # 2025: Alla som bor här trivs.
    text:
    motsvarar: hela-lyckeby
  - id: broar
    under: stigar
    titel: Broar
    # 2025: Broarna är hela.
    text:
    motsvarar: broar
"""
BUDGET = """\
rader:
  - id: loner
    titel: Löner
    # 2025: 90000
    budget:
    # 2025:
    #   - titel: Guide
    #     budget: 20000
    #     timmar: 50
    #     timpris: 400
    #     aktivitet: museum
    delposter:
  - id: resor
    titel: Resor
    aktivitet: museum
    # 2025: 10000
    budget:
summa:
  titel: Summa
"""


def test_year_that_is_passed_over_is_told(run: Run, project: Path) -> None:
    code, said, _ = run("new-year", "2028")
    assert code == 0
    assert "Obs: det finns ingen plan mellan 2025 och 2028." in said
    assert (project / "data/2028/plan.yml").exists()


def test_files_keep_names_and_order_and_leave_what_is_to_be_written_blank(run: Run, project: Path) -> None:
    before = contents(project)
    code, said, why = run("new-year", "2026")
    assert code == 0, said + why
    after = contents(project)
    new = {name.removeprefix("data/2026/"): text for name, text in after.items() if name not in before}
    assert new.keys() == {
        "plan.yml",
        "mal.yml",
        "budget.yml",
        *(f"aktiviteter/{name}.yml" for name in ("skog", "vatten", "museum", "laslov")),
    }
    assert new["plan.yml"] == PLAN
    assert new["aktiviteter/skog.yml"] == SKOG
    assert new["mal.yml"] == GOALS
    assert new["budget.yml"].startswith(BUDGET)
    assert {name for name in before if after[name] != before[name]} == set()
    assert "Skapade data/2026/plan.yml" in said.splitlines()


def test_draft_passes_the_check_with_all_that_is_blank_left_to_do(run: Run, project: Path) -> None:
    run("new-year", "2026")
    code, said, _ = run("check")
    assert code == 0
    rows = [row.strip() for row in said.splitlines()]
    for name, text in contents(project).items():
        if "data/2026" in name:
            for number, row in enumerate(text.splitlines(), 1):
                key = row.strip().removesuffix(":")
                if (
                    row.endswith(":")
                    and not row.strip().startswith("#")
                    and key in ("sammanfattning", "dagar", "budget", "text", "prioriterad", "behov")
                ):
                    assert [told for told in rows if told.startswith(f"{name}:{number}:")], f"{name}:{number} {row}"
    assert (
        "data/2026/aktiviteter/skog.yml:9:7: «dagar» står tomt; fyll i det, eller skriv «dagar: 0» om aktiviteten inte tar någon tid"
        in rows
    )


def test_days_that_stand_empty_beside_others_are_told_of_once(run: Run, project: Path) -> None:
    run("new-year", "2026")
    change(project, "data/2026/aktiviteter/vatten.yml", "\ndagar:\n", "\ndagar: 3\n")
    change(project, "data/2026/aktiviteter/museum.yml", "\ndagar:\n", "\n")
    told = [row.strip() for row in run("check")[1].splitlines() if "«dagar»" in row or "«dagar: …»" in row]
    assert [row.split("/aktiviteter/")[1].split(".yml")[0] for row in told] == ["skog", "museum", "laslov"]
    assert "fältet «dagar» saknas; lägg till «dagar: …», eller «dagar: 0»" in told[1]


def test_activities_end_merge_and_split_as_they_are_told_to(run: Run, project: Path) -> None:
    before = contents(project)
    code, said, why = run(
        "new-year", "2026", "--end", "laslov=Lovet är slut: # det var sista gången.", "--merge", "skog + 2025/vatten = Skog och vatten", "--split", "museum=museum+Butiken"
    )  # fmt: skip
    assert code == 0, said + why
    year = read_collection(project).årgångar["2026"]
    assert [
        (a.id, a.titel, [(link.aktivitet, link.typ.value) for link in a.plan.innehåll.bygger_på])
        for a in year.aktiviteter.values()
    ] == [
        ("skog-och-vatten", "Skog och vatten", [("2025/skog", "sammanslagning"), ("2025/vatten", "sammanslagning")]),
        ("museum", "Museet", [("2025/museum", "uppdelning")]),
        ("butiken", "Butiken", [("2025/museum", "uppdelning")]),
    ]
    after = contents(project)
    assert "# 2025/skog: 12\n# 2025/vatten: 5.5\ndagar:\n" in after["data/2026/aktiviteter/skog-och-vatten.yml"]
    changed = {name: found for name, found in rows(before, after).items() if "data/2026" not in name}
    assert changed == {}  # what the draft decides is not told in the plan that readers see
    ended = '  - aktivitet: 2025/laslov\n    text: "Lovet är slut: # det var sista gången."\n'
    assert f"upphör:\n{ended}" in after["data/2026/plan.yml"]
    assert run("check")[0] == 0


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--end", "laslov"], "«laslov» går inte att läsa. Skriv årets aktivitet, likhetstecken och"),
        (["--end", "laslo=Klart"], "Aktiviteten «laslo» finns inte 2025. Menade du «laslov»?"),
        (["--merge", "skog=Skog"], "«skog=Skog» slår inte ihop något."),
        (["--split", "skog=Stigar"], "«skog=Stigar» delar inte upp något."),
        (["--merge", "skog+vatten=Museum"], "«Museum» får samma filnamn som en annan aktivitet, museum.yml."),
        (["--split", "skog=Stigar+stigar"], "«Stigar» får samma filnamn som en annan aktivitet"),
        (
            ["--merge", "skog+vatten=Budget"],
            "Namnet på aktivitetens fil är «budget», men det namnet använder webbplatsen själv",
        ),
        (
            ["--end", "skog=Klart", "--split", "skog=A+B"],
            "Aktiviteten «skog» kan bara upphöra, slås ihop eller delas upp en gång.",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_made(
    options: list[str], told: str, run: Run, project: Path
) -> None:
    before = contents(project)
    code, said, why = run("new-year", "2026", *options)
    assert (code, said) == (1, "")
    assert why.startswith(told)
    assert contents(project) == before


def test_year_that_is_there_or_not_the_next_is_refused(run: Run) -> None:
    assert run("new-year", "2025")[2].startswith("Mappen data/2025 finns redan.")
    assert run("new-year", "2023")[2].startswith("Det finns redan ett senare år, 2025.")


def test_activity_that_ends_already_is_not_there_the_next_year(run: Run, project: Path) -> None:
    run("end", "2025/laslov", "--reason", "Sista året.")
    assert run("new-year", "2026")[0] == 0
    assert "laslov" not in read_collection(project).årgångar["2026"].aktiviteter
    assert run("new-year", "2027", "--end", "museum=Klart.")[0] == 0


@pytest.mark.parametrize(
    "text",
    [
        "Ett stycke.\n\nEtt till.", "# en rubrik", "a: b # c", "- punkt", "text:", "'citat' \"citat\" \\n", "% {{ 1 }} & * ! | > @ `", "x" * 390, "ord " * 99,
    ],
)  # fmt: skip
def test_comment_says_nothing_whatever_last_year_said(text: str) -> None:
    content = {
        "titel": "T",
        "a": Blank(före=(("2025", text),)),
        "lista": [{"id": "x", "b": Blank(före=(("2025", [text, {"c": text}]),))}],
    }
    raw = with_blanks(content)
    parsed = parse(raw, "x", 1)
    assert not parsed.problems
    assert parsed.value == {"titel": "T", "lista": [{"id": "x"}]}
    for row in raw.decode().splitlines():
        assert row.lstrip().startswith(("#", "titel: T", "a:", "lista:", "- id: x", "b:")), row


def test_whole_year_gives_a_draft_without_anything_of_outcomes_notes_or_sources(run: Run, project: Path) -> None:
    real = INVENTED / "data"
    for name in ("2024", "2025"):
        for path in (real / name).rglob("*.yml"):
            target = project / "data" / path.relative_to(real)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    for path in project.glob("data/20*/**/*.yml"):
        if not (real / path.relative_to(project / "data")).exists():
            path.unlink()
    for name in ("samverkan.yml", "ordlista.yml", "organisation.yml"):
        (project / "data" / name).write_bytes((real / name).read_bytes())
    (project / "docs/index.md").write_text("# Start\n", encoding="utf-8")
    (project / "docs/om/index.md").write_text("# Om\n", encoding="utf-8")
    assert run("new-year", "2026")[0] == 0
    samling = read_collection(project)
    assert [*samling.årgångar["2026"].aktiviteter] == [*samling.årgångar["2025"].aktiviteter]
    said = "".join(text for name, text in contents(project).items() if "data/2026" in name)
    assert not [
        row
        for row in said.splitlines()
        if row.strip("# -").startswith(("källa: {", "anmärkningar:", "utfall:", "uppföljning:"))
    ]
    assert len(left_to_do(samling)) > 50


def test_next_year_asks_for_no_field_that_the_site_does_without(run: Run, project: Path) -> None:
    for path in project.glob("data/*/aktiviteter/*.yml"):
        rows_ = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = (row for row in rows_ if not row.startswith(("prioriterad:", "utvecklingsinsats:")))
        path.write_text("".join(kept), encoding="utf-8")
    assert run("new-year", "2026")[0] == 0
    assert run("new-activity", "2026", "Fladdermöss", "--area", "natur")[0] == 0
    for name in ("skog", "fladdermoss"):
        made = (project / f"data/2026/aktiviteter/{name}.yml").read_text(encoding="utf-8")
        assert "dagar:" in made
        assert "prioriterad" not in made
        assert "utvecklingsinsats" not in made
