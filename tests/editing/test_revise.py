"""`rusplan revise`, `cancel` and `correct`: what holds and what it was are written together, and only in a plan that has been decided."""

from pathlib import Path

import pytest

from tests.editing.files import Run, change, contents, rows

PLAN, SKOG, BUDGET = (f"data/2025/{name}.yml" for name in ("plan", "aktiviteter/skog", "budget"))
DECISION = ("--date", "2025-05-18", "--by", "Styrgruppen", "--reason", "Stigarna tar tid.")
MAY = ("--revision", "2025-05-18")


@pytest.fixture
def revised(run: Run) -> Run:
    """The command line, once a revision has been decided."""
    assert run("revise", "2025", *DECISION)[0] == 0
    return run


def test_decision_stands_in_the_plan(run: Run, project: Path) -> None:
    before = contents(project)
    code, said, _ = run("revise", "2025", *DECISION, "--number", "7-2025", "--id", "maj")
    assert code == 0
    assert "rusplan revise 2025/<aktivitet> --revision maj --set dagar=12" in said
    assert rows(before, contents(project)) == {PLAN: ([], [
        "revideringar:", "  - id: maj", "    beslut:", "      av: Styrgruppen", "      datum: 2025-05-18", "      diarienummer: 7-2025",
        "    skäl: Stigarna tar tid.",
    ])}  # fmt: skip
    assert run("revise", "2025", *DECISION)[0] == 0
    assert "har redan en revidering med id «maj»" in run("revise", "2025", *DECISION, "--id", "maj")[2]


def test_change_of_an_activity_keeps_what_it_was(revised: Run, project: Path) -> None:
    before = contents(project)
    assert (
        revised(
            "revise",
            "2025/skog",
            *MAY,
            "--set",
            "dagar=15",
            "--set",
            "medelsbehov.behov=ja",
            "--set",
            "kort_titel=Skog",
        )[0]
        == 0
    )
    assert rows(before, contents(project)) == {SKOG: (
        ["dagar: 12", "medelsbehov: {behov: nej}"],
        ["kort_titel: Skog", "dagar: 15", "medelsbehov: {behov: ja}", "ändringar:", "  - revidering: 2025-05-18", "    före:", "      dagar: 12",
         "      medelsbehov:", "        behov: nej", "    saknades:", "      - kort_titel"],
    )}  # fmt: skip


def test_second_change_by_the_same_revision_keeps_what_was_first(revised: Run, project: Path) -> None:
    revised("revise", "2025/skog", *MAY, "--set", "dagar=15")
    revised("revise", "2025/skog", *MAY, "--set", "dagar=16", "--set", "samverkan=kommunen")
    text = (project / SKOG).read_text(encoding="utf-8")
    assert "\ndagar: 16\n" in text
    assert text.endswith(
        "ändringar:\n  - revidering: 2025-05-18\n    före:\n      dagar: 12\n      samverkan: [kommunen, museet]\n"
    )


@pytest.mark.parametrize(
    ("part", "setting", "file", "now", "was"),
    [
        ("2025/plan/kultur", "titel=Kultur och lov", PLAN, "    titel: Kultur och lov", "          titel: Kultur"),
        ("2025/budget/resor", "budget=12000", BUDGET, "    budget: 12000", "          budget: 10000"),
    ],
)
def test_area_and_budget_line_keep_what_they_were(
    revised: Run, project: Path, part: str, setting: str, file: str, now: str, was: str
) -> None:
    assert revised("revise", part, *MAY, "--set", setting)[0] == 0
    written = (project / file).read_text(encoding="utf-8").splitlines()
    assert written.index(now) < written.index(was)
    assert revised("check")[0] == 0


def test_stated_sum_that_does_not_agree_any_more_is_told_with_the_row(revised: Run, project: Path) -> None:
    change(
        project,
        PLAN,
        "    anmärkningar:\n      - gäller: dagar\n        text: Planen anger 18 dagar, men aktiviteterna har 17,5 tillsammans.\n",
        "",
    )
    change(project, PLAN, "    dagar: 18\n", "    dagar: 17.5\n")
    revised("revise", "2025/plan/natur", *MAY, "--set", "dagar=20.5")
    code, said, _ = revised("revise", "2025/skog", *MAY, "--set", "dagar=16")
    assert code == 0
    assert "Ändra också summan: data/2025/plan.yml" in said
    assert "«dagar» är 20,5, men aktiviteternas dagar i Natur blir 21,5" in said
    assert revised("revise", "2025/plan/natur", *MAY, "--set", "dagar=21.5")[:2] == (0, f"Ändrade {PLAN}\n")


def test_activity_that_is_taken_out_says_when_and_why_and_its_events_are_named(revised: Run, project: Path) -> None:
    before = contents(project)
    code, said, _ = revised("cancel", "2025/skog", *MAY, "--reason", "Bron är såld.")
    assert code == 0
    assert "Aktiviteten har 1 planerad händelse. Skriv «inställd: ja»" in said
    assert rows(before, contents(project)) == {
        SKOG: ([], ["utgår:", "  revidering: 2025-05-18", "  skäl: Bron är såld."])
    }
    assert "säger redan att aktiviteten utgår" in revised("cancel", "2025/skog", *MAY, "--reason", "Bron.")[2]


def test_slip_is_put_right_without_a_revision(run: Run, project: Path) -> None:
    before = contents(project)
    assert (
        run("correct", "2025/skog", "--date", "2025-06-01", "--reason", "Fel avskrivet.", "--set", "prioriterad=ja")[0]
        == 0
    )
    assert rows(before, contents(project)) == {SKOG: (["prioriterad: nej"], [
        "prioriterad: ja", "rättelser:", "  - datum: 2025-06-01", "    skäl: Fel avskrivet.", "    före:", "      prioriterad: nej",
    ])}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("revise", "2025", "--date", "2025-05-18"), "För att skriva in ett beslut om 2025 saknas --by, --reason."),
        (("revise", "2025", *DECISION, "--date", "18 maj 2025"), "--date är «18 maj 2025», men ska vara ett helt datum, som 2025-11-12; skriv 2025-05-18."),
        (("revise", "2025/skog", "--set", "dagar=15"), "För att ändra 2025/skog saknas --revision."),
        (("revise", "2025/skog", "--date", "2025-05-18", *MAY, "--set", "dagar=1"), "Beslutet gäller hela planen."),
        (("revise", "2025/skog", "--revision", "juni", "--set", "dagar=1"), "har ingen revidering «juni». Ange något av «2025-05-18»."),
        (("revise", "2025/skog", *MAY, "--set", "dagr=1"), "«dagr» är inget fält som kan ändras så här. Menade du «dagar»?"),
        (("revise", "2025/skog", *MAY, "--set", "dagar"), "Skriv fältet, ett likhetstecken och det nya värdet, som dagar=12."),
        (("revise", "2025/skog", *MAY, "--set", "dagar=12"), "«dagar» innehåller redan det."),
        (("revise", "2025/skog", *MAY, "--set", "insatser=Bro"), "«insatser» är en lista av delar"),
        (("revise", "2025/skog", *MAY, "--set", "medelsbehov=ja"), "Ange ett av dem, som medelsbehov.behov="),
        (("revise", "2025/skog", *MAY, "--set", "område=kultur"), "ska också flyttas i planens lista"),
        (("revise", "2025/skogen", *MAY, "--set", "dagar=1"), "Aktiviteten «2025/skogen» finns inte."),
        (("revise", "2025/plan/skog", *MAY, "--set", "dagar=1"), "Ange något av «2025/plan/natur», «2025/plan/kultur»."),
        (("revise", "1999", *DECISION), "Året «1999» finns inte."),
        (("revise", "2025/skog", *MAY, "--set", "dagar=många"), "Inget är ändrat, eftersom data inte går igenom kontrollen"),
    ],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_told_and_nothing_changes(
    revised: Run, project: Path, words: tuple[str, ...], why: str
) -> None:
    before = contents(project)
    code, _, told = revised(*words)
    assert (code, why in told) == (1, True), told
    assert contents(project) == before


def test_draft_and_a_plan_that_is_not_here_are_not_revised(run: Run, project: Path) -> None:
    before = contents(project)
    change(project, PLAN, "läge: beslutad\n  tillgänglig: ja", "tillgänglig: nej")
    assert "finns inte här («tillgänglig: nej»)" in run("revise", "2025", *DECISION)[2]
    (project / PLAN).write_text(before[PLAN].replace("läge: beslutad", "läge: utkast"), encoding="utf-8")
    assert "Planen för 2025 är ett utkast." in run("revise", "2025", *DECISION)[2]
