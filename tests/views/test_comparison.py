"""Two years side by side, and what became of each activity. The figures stand in lillby.py."""

import pytest
from rusplan.site.sajt import Sajt
from rusplan.views import activity_card, activity_page, lifeline_page
from rusplan.views.comparison_page import Jämförelse, comparison
from rusplan.views.year_change import change_kinds, förändring

from tests.views.lillby import Changed, Fil, plain

SAKNAS = "Uppgift saknas i källan"


@pytest.fixture(scope="module")
def page(lillby: Sajt) -> Jämförelse:
    years = lillby.samling.årgångar
    return comparison(lillby, years["2024"], years["2025"])


def rows_of(page: Jämförelse, anchor: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """What stands below a heading: the older ones, the newer ones, and why."""
    (group,) = (group for group in page.grupper if group.ankare == anchor)
    return [
        (", ".join(link.text for link in row.äldre), ", ".join(link.text for link in row.nyare), row.text)
        for row in group.rader
    ]


@pytest.mark.parametrize(
    ("anchor", "rows"),
    [
        ("nya", [
            ("Museet", "Museibutiken", ("Butiken blir egen. Källan säger det.",)),
            ("", "Lovet", ("Ett nytt lov. Redaktionell tolkning.",)),
        ]),
        ("avslutade", [("Tidningen", "", ("Papperet är slut. Källan säger det.",))]),
        ("namnbyten", [("Sjön", "Sjöarna", ("Samma vatten. Redaktionell tolkning.",))]),
        ("sammanslagna", [("Körerna, Orkestern", "Musiken", ("Ett hus. Källan säger det.",))]),
        ("uppdelade", [("Boken", "Ljudboken, Barnboken", ("Redaktionell tolkning.",))]),
        ("overtagna", [("Badet", "Simskolan", ("Källan säger det.",))]),
    ],
)  # fmt: skip
def test_what_became_of_the_activities_is_listed_by_kind(
    page: Jämförelse, anchor: str, rows: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert rows_of(page, anchor) == rows


def test_a_spin_off_is_listed_as_new(page: Jämförelse) -> None:
    assert "Museibutiken" in [newer for _, newer, _ in rows_of(page, "nya")]


def test_a_spin_off_is_no_row_of_the_activity_that_it_came_from(page: Jämförelse) -> None:
    assert [row.nyare.text for row in page.rader if row.äldre.text == "Museet"] == ["Museet"]


@pytest.mark.parametrize(
    ("title", "days", "difference", "kind"),
    [
        ("Sjöarna", ("5 dagar", "5 dagar"), "±0", "byter namn"),
        ("Skogen", ("10 dagar", "12,5 dagar"), "+2,5", "fortsätter"),
        ("Parken", ("uppgift saknas", "2 dagar"), SAKNAS, "fortsätter"),
        ("Museet", ("8 dagar", "6 dagar"), "−2", "fortsätter"),
        ("Simskolan", ("1 dag", "4 dagar"), "+3", "tas över"),
    ],
)
def test_an_activity_of_both_years_tells_its_difference(
    page: Jämförelse, title: str, days: tuple[str, str], difference: str, kind: str
) -> None:
    (row,) = (row for row in page.rader if row.nyare.text == title)
    assert tuple(map(plain, row.dagar)) == days
    assert (row.skillnad, row.steg.typ) == (difference, kind)


def test_what_differs_most_in_days_stands_first_and_what_does_not_differ_last(page: Jämförelse) -> None:
    """Else in the order of the newer plan: «Sjöarna» has another name, and nobody knows how many days «Parken» had."""
    assert [row.nyare.text for row in page.rader] == ["Simskolan", "Skogen", "Museet", "Sjöarna", "Parken"]
    assert [row.ändrad for row in page.rader] == [True, True, True, True, False]


def test_answer_tells_how_many_differ_and_which_of_them_most(page: Jämförelse) -> None:
    brief = page.kort
    assert plain(brief.rubrik) == "4 av 5 aktiviteter som finns båda åren har ändrats"
    assert [(link.text, change) for link, change in brief.mest] == [
        ("Simskolan", "+3"),
        ("Skogen", "+2,5"),
        ("Museet", "−2"),
    ]
    assert plain(brief.dagar) == (
        "2024: 44 dagar (uppgift saknas för 1 aktivitet). 2025: 45 dagar (uppgift saknas för 1 aktivitet)."
    )
    assert plain(brief.pengar) == "2024: 160 000 kr. 2025: 180 000 kr (+20 000 kr)."
    assert [(plain(link.text), (link.adress or "").removeprefix("jamfor/2024-2025/")) for link in brief.grupper] == [
        ("2 nya", "#nya"), ("1 avslutad", "#avslutade"), ("1 med nytt namn", "#namnbyten"), ("1 sammanslagning", "#sammanslagna"),
        ("1 uppdelning", "#uppdelade"), ("1 övertagen", "#overtagna"),
    ]  # fmt: skip


def test_row_names_only_what_is_known_to_differ(page: Jämförelse) -> None:
    told = {row.nyare.text: row.skiljer for row in page.rader}
    assert told == {
        "Simskolan": ("områden",), "Skogen": ("prioriterad", "utvecklingsinsats"), "Museet": (), "Sjöarna": ("utvecklingsinsats",),
        "Parken": (),
    }  # fmt: skip


def test_years_without_any_difference_say_so(changed: Changed) -> None:
    def keep_one(files: dict[str, Fil]) -> None:
        for name in ("skog", "sjoar", "museum", "simskola"):
            files[f"2025/aktiviteter/{name}.yml"].pop("bygger_på")

    sajt = changed(keep_one)
    years = sajt.samling.årgångar
    brief = comparison(sajt, years["2024"], years["2025"]).kort
    assert (plain(brief.rubrik), brief.mest) == ("Ingen känd ändring i 1 aktivitet som finns båda åren", ())


def test_amounts_are_compared_in_whole_kronor_and_the_page_says_so(changed: Changed) -> None:
    def with_ore(files: dict[str, Fil]) -> None:
        files["2025/budget.yml"]["rader"][0]["budget"] = 110000.5
        files["2025/budget.yml"]["summa"]["budget"] = 180000.5

    sajt = changed(with_ore)
    page = comparison(sajt, sajt.samling.årgångar["2024"], sajt.samling.årgångar["2025"])
    assert (*map(plain, page.budget[0].budget), plain(page.budget[0].skillnad)) == (
        "100 000 kr",
        "110 001 kr",
        "+10 001 kr",
    )
    assert page.enhet == ", i kronor, avrundat till hela kronor"


def test_flags_areas_and_status_are_told_of_the_older_year_first(page: Jämförelse) -> None:
    by_title = {row.nyare.text: row for row in page.rader}
    wood, school = by_title["Skogen"], by_title["Simskolan"]
    assert [mark and mark.text for mark in wood.prioriterad] == ["Prioriterad", "Inte prioriterad"]
    assert [mark and mark.text for mark in wood.utvecklingsinsats] == [
        "Löpande verksamhet",
        "Särskild utvecklingsinsats",
    ]
    assert [mark.text for mark in wood.status] == ["Inte uppföljd än", "Genomförd som planerat"]
    assert [mark.text for mark in school.status] == ["Inte uppföljd än", SAKNAS]
    assert school.områden == ("Natur", "Skola")


def test_days_of_areas_are_compared_and_the_unknown_is_no_nought(page: Jämförelse) -> None:
    """Where the days of some activity are unknown there is no difference: what is known is not all."""
    assert [(row.titel, *map(plain, row.dagar), row.skillnad) for row in page.dagar] == [
        ("Natur", "16 dagar (uppgift saknas för 1 aktivitet)", "19,5 dagar", SAKNAS),
        ("Kultur och musik", "28 dagar", "19,5 dagar (uppgift saknas för 1 aktivitet)", SAKNAS),
        ("Skola", "uppgift saknas", "6 dagar", SAKNAS),
        (
            "Alla områden",
            "44 dagar (uppgift saknas för 1 aktivitet)",
            "45 dagar (uppgift saknas för 1 aktivitet)",
            SAKNAS,
        ),
    ]


def test_days_of_areas_are_subtracted_where_all_are_known(changed: Changed) -> None:
    def tell(files: dict[str, Fil]) -> None:
        files["2024/aktiviteter/park.yml"]["dagar"] = files["2025/aktiviteter/barnbok.yml"]["dagar"] = 0.5
        files["2024/plan.yml"]["områden"][0]["dagar"] = 16.5

    years = (sajt := changed(tell)).samling.årgångar
    page = comparison(sajt, years["2024"], years["2025"])
    assert [row.skillnad for row in page.dagar] == ["+3", "−8", SAKNAS, "+1"]


def test_budget_lines_are_compared_with_their_sign(page: Jämförelse) -> None:
    assert [(row.titel, *map(plain, row.budget), plain(row.skillnad)) for row in page.budget] == [
        ("Löner och arvoden", "100 000 kr", "110 000 kr", "+10 000 kr"),
        ("Resor", "20 000 kr", "Raden finns inte", "–"),
        ("Konsulter", "40 000 kr", "40 000 kr", "0 kr"),
        ("Lokaler", "Raden finns inte", "30 000 kr", "–"),
        ("Summa kostnader", "160 000 kr", "180 000 kr", "+20 000 kr"),
    ]


def test_a_year_without_budget_leaves_the_comparison_of_budgets_out(changed: Changed) -> None:
    sajt = changed(lambda files: files.pop("2024/budget.yml"))
    years = sajt.samling.årgångar
    assert comparison(sajt, years["2024"], years["2025"]).budget == ()


# ---------------------------------------------------------------- one activity since the year before


@pytest.mark.parametrize(
    ("ref", "kinds", "told"),
    [
        ("2025/sjoar", ["andrad"], "Nytt namn; ändrat: slag av insats"),
        ("2025/skog", ["andrad"], "Fortsätter; ändrat: prioritet, slag av insats och arbetstid"),
        ("2025/park", ["lika"], "Fortsätter"),
        ("2025/museibutik", ["ny"], "Ny, avknoppad"),
        ("2025/museum", ["andrad"], "Fortsätter; ändrat: arbetstid"),
        ("2025/musik", ["andrad"], "Sammanslagen"),
        ("2025/ljudbok", ["andrad"], "Uppdelad"),
        ("2025/simskola", ["andrad"], "Övertagen; ändrat: område och arbetstid"),
        ("2025/lov", ["ny"], "Ny"),
        ("2024/tidning", ["forsta", "upphor"], "Första året i data; upphör"),
        ("2024/skog", ["forsta"], "Första året i data"),
    ],
)
def test_what_happened_since_the_year_before_is_told(lillby: Sajt, ref: str, kinds: list[str], told: str) -> None:
    activity = lillby.samling.aktiviteter[ref]
    assert [str(kind) for kind in change_kinds(lillby, activity)] == kinds
    assert förändring(lillby, activity) == told


def test_neighbours_follow_the_plan(lillby: Sajt) -> None:
    """Across headings and areas; the first has none before it, the last none after."""
    order = [
        None,
        "Sjöarna",
        "Skogen",
        "Parken",
        "Museibutiken",
        "Museet",
        "Musiken",
        "Ljudboken",
        "Barnboken",
        "Simskolan",
        "Lovet",
        None,
    ]
    for place, activity in enumerate(lillby.samling.årgångar["2025"].aktiviteter.values(), 1):
        page = activity_page.activity_page(lillby, activity)
        before, after = (link.text if link else None for link in (page.föregående, page.nästa))
        assert (before, page.titel, after) == (order[place - 1], order[place], order[place + 1])


def test_an_activity_tells_where_it_comes_from_and_where_it_goes(lillby: Sajt) -> None:
    page = activity_page.activity_page(lillby, lillby.samling.aktiviteter["2024/museum"])
    assert [(how, link.text) for how, link in page.senare] == [
        ("har gett upphov till", "Museibutiken (2025)"), ("fortsätter i", "Museet (2025)"),
    ]  # fmt: skip
    assert [(s.aktivitet.text, s.typ) for s in page.fortsätter_i] == [
        ("Museibutiken (2025)", "knoppas av"), ("Museet (2025)", "fortsätter"),
    ]  # fmt: skip
    merged = activity_page.activity_page(lillby, lillby.samling.aktiviteter["2025/musik"])
    assert [(s.aktivitet.text, s.typ, s.grund, s.text) for s in merged.bygger_på] == [
        ("Körerna (2024)", "slås ihop", "Källan säger det", "Ett hus."),
        ("Orkestern (2024)", "slås ihop", "Källan säger det", "Ett hus."),
    ]
    assert (merged.rubrik, merged.ny, merged.upphör) == ("För alla", None, None)


def test_an_activity_is_told_of_by_its_outcome_where_there_is_one(lillby: Sajt) -> None:
    told = {
        ref: activity_card.card(lillby, lillby.samling.aktiviteter[ref])
        for ref in ("2025/skog", "2025/park", "2024/skog")
    }
    assert [(card.sammanfattning, card.status.text) for card in told.values()] == [
        ("Så gick det.", "Genomförd som planerat"),
        ("Planen för Parken.", SAKNAS),
        ("Planen för Skogen.", "Inte uppföljd än"),
    ]
    assert [link.text for link in told["2025/skog"].samverkan] == ["Lillby kommun", "Övre Lillby kommun"]


# ---------------------------------------------------------------- over the years


@pytest.mark.parametrize(
    ("name", "line", "newest"),
    [
        ("museum", ["2024 Museet", "2025 Museibutiken", "2025 Museet"], "Museet (2025)"),
        ("sjo", ["2024 Sjön", "2025 Sjöarna"], "Sjöarna (2025)"),
        ("orkester", ["2024 Körerna", "2024 Orkestern", "2025 Musiken"], "Musiken (2025)"),
        ("bok", ["2024 Boken", "2025 Ljudboken", "2025 Barnboken"], "Ljudboken (2025)"),
        ("tidning", ["2024 Tidningen"], "Tidningen (2024)"),
    ],
)
def test_a_lifeline_leads_to_the_newest(lillby: Sajt, name: str, line: list[str], newest: str) -> None:
    page = lifeline_page.lifeline_page(lillby, name)
    assert [f"{step.år} {step.aktivitet.text}" for step in page.steg] == line
    assert page.senaste.text == newest


def test_a_lifeline_tells_days_status_and_origin_of_each_year(lillby: Sajt) -> None:
    steps = lifeline_page.lifeline_page(lillby, "museum").steg
    assert [(plain(s.arbetstid), s.status.text, [o.typ for o in s.ursprung]) for s in steps] == [
        ("8 dagar", "Inte uppföljd än", []),
        ("1,5 dagar", SAKNAS, ["knoppas av"]),
        ("6 dagar", "Inte genomförd", ["fortsätter"]),
    ]


def test_a_spin_off_does_not_take_the_place_of_what_it_came_from(changed: Changed) -> None:
    """It stands before it in the plan; the older activity goes on under a new name."""

    def museum_gets_another_name(files: dict[str, Fil]) -> None:
        files["2025/aktiviteter/galleri.yml"] = files.pop("2025/aktiviteter/museum.yml") | {"titel": "Galleriet"}
        files["2025/utfall/galleri.yml"] = files.pop("2025/utfall/museum.yml")
        files["2025/plan.yml"]["områden"][1]["rubriker"][0]["aktiviteter"][1] = "galleri"
        files["2025/aktiviteter/skog.yml"].pop("hänvisningar")

    page = lifeline_page.lifeline_page(changed(museum_gets_another_name), "museum")
    assert page.senaste.text == "Galleriet (2025)"
