"""Amounts: lines and sums with their differences, earmarks, and what is refused of a sum. The figures stand in lillby.py."""

from decimal import Decimal

import pytest
from rusplan.checks import check
from rusplan.outputs.activity_index import index_columns, index_form
from rusplan.site.sajt import Sajt
from rusplan.views import pictures
from rusplan.views.activity_list import Urval, activity_list
from rusplan.views.amounts import difference
from rusplan.views.budget_page import Budgetsida, budget_page
from rusplan.views.budgets_over_years import budgets_over_years
from rusplan.views.comparison_page import comparison
from rusplan.views.figures import figures
from rusplan.views.money_of_activity import money_of
from rusplan.views.start_page import start_page

from tests.views.lillby import Changed, Fil, plain

SAKNAS = "Uppgift saknas i källan"


@pytest.fixture(scope="module")
def page(lillby: Sajt) -> Budgetsida:
    found = budget_page(lillby, lillby.samling.årgångar["2025"])
    assert found
    return found


@pytest.mark.parametrize(
    ("budget", "outcome", "told"),
    [
        ("100", "150", "+50 kr"),
        ("150", "100", "−50 kr"),
        ("100", "100", "0 kr"),
        ("100", "99.50", "−0,50 kr"),
        ("99.50", "100", "+0,50 kr"),
        ("0", "1000000", "+1 000 000 kr"),
        (None, "100", SAKNAS),
        ("100", None, SAKNAS),
    ],
)
def test_more_spent_than_budgeted_is_a_plus(budget: str | None, outcome: str | None, told: str, lillby: Sajt) -> None:
    one, other = (None if value is None else Decimal(value) for value in (budget, outcome))
    assert plain(difference(one, other, lillby.samling.årgångar["2025"])) == told


def test_each_line_tells_its_difference(page: Budgetsida) -> None:
    assert [(r.titel, *map(plain, (*r.celler, r.delposter_summa))) for r in page.rader] == [
        ("Löner och arvoden", "110 000 kr", "104 500,50 kr", "−5 499,50 kr", ""),
        ("Konsulter", "40 000 kr", SAKNAS, SAKNAS, "avsatt högst 40 000 kr"),
        ("Lokaler", "30 000 kr", "30 000 kr", "0 kr", "använt 30 000 kr"),
    ]


def test_a_line_that_cost_more_tells_a_plus(lillby: Sajt) -> None:
    older = budget_page(lillby, lillby.samling.årgångar["2024"])
    assert older
    assert [plain(line.celler[-1]) for line in older.rader] == ["−10 000 kr", "+5 000,50 kr", "0 kr"]
    assert plain(older.summarader[-1].celler[-1]) == "−4 999,50 kr"


def test_the_sum_that_the_document_states_stands_beside_the_one_of_its_lines(page: Budgetsida) -> None:
    """One outcome is not known, so the lines make no sum of outcomes."""
    assert tuple(map(plain, page.summarader[-1].celler)) == (
        "180 000 kr", "165 000 kr", "−15 000 kr",
    )  # fmt: skip
    assert [(s.titel, *map(plain, (s.angiven, s.beräknad, s.skillnad))) for s in page.summor] == [
        ("Budget", "180 000 kr", "180 000 kr", "0 kr")
    ]


@pytest.mark.parametrize(("stated", "off"), [(180500, "500 kr"), (179999.5, "0,50 kr")])
def test_a_stated_sum_tells_how_far_it_is_off(changed: Changed, stated: float, off: str) -> None:
    sajt = changed(lambda files: files["2025/budget.yml"]["summa"].update(budget=stated))
    page = budget_page(sajt, sajt.samling.årgångar["2025"])
    assert page
    assert plain(page.summor[0].skillnad) == off


def test_earmarks_tell_their_terms(page: Budgetsida) -> None:
    parts = [part for line in page.rader for part in line.delposter]
    assert [(p.titel, plain(p.budget), plain(p.utfall), tuple(map(plain, p.villkor))) for p in parts] == [
        ("Guide", "25 000 kr", "20 000 kr", ("50 timmar à 500 kr",)),
        ("Karta", "högst 15 000 kr", "", ("beslutat av Styrgruppen 3 februari 2025",)),
        ("Hyra", "", "30 000 kr", ()),
    ]
    assert [part.aktivitet.text if part.aktivitet else None for part in parts] == ["Museet", None, None]


def test_money_that_is_only_told_as_used_is_not_called_earmarked(changed: Changed) -> None:
    def no_earmarks(files: dict[str, Fil]) -> None:
        for row in line(files, "konsult")["delposter"]:
            del row["budget"]

    for change, title in ((no_earmarks, "Pengar till insatser"), (lambda files: None, "Öronmärkta pengar")):
        sajt = changed(change)
        year = sajt.samling.årgångar["2025"]
        page, picture = budget_page(sajt, year), pictures.earmarks(sajt, year)
        assert page
        assert picture
        assert page.rader[1].delposter_titel == title
        assert plain(picture.titel) == "Mest pengar 2025 gick till Hyra: 30 000 kr"
        assert picture.förklaring == f"{title}."


def test_the_rest_of_a_budget_is_told(page: Budgetsida) -> None:
    assert [(r.titel, plain(r.belopp)) for r in (*page.tillskott, *page.överskott, *page.fördelning)] == [
        ("Tillskott: Bidrag", "5 000 kr"), ("Överskott: Med bidrag", "20 000 kr"), ("Överskott: Utan", "15 000 kr"),
        ("Lillby", "150 000 kr"), ("Grannen", "50 000 kr"),
    ]  # fmt: skip
    assert page.pengar_titel == "Tillskott, överskott och tilldelning"
    assert page.tilldelning
    assert plain(page.tilldelning.belopp) == "200 000 kr"
    assert [(name, plain(told)) for name, told in page.bemanning] == [
        ("Tjänster", "1,5"),
        ("Arbetsdagar som dokumentet anger", "45 dagar"),
        ("Summan av aktiviteternas dagar", "uppgift saknas"),
    ]


def test_money_below_zero_is_summed_and_shown_with_a_minus(changed: Changed) -> None:
    """A deficit of last year in the budget, a refund in the outcome, money taken back, and a deficit in the end."""

    def in_the_red(files: dict[str, Fil]) -> None:
        budget = files["2025/budget.yml"]
        budget["rader"][0].update(budget=-110000, utfall=-104500.5)
        budget["rader"][1]["delposter"], budget["rader"][1]["utfall"] = [], 50000
        budget["summa"].update(budget=-40000, utfall=-24500.5)
        budget["tillskott"][0].update(titel="Indraget bidrag", belopp=-5000)
        budget["överskott"] = [
            {"titel": "Resultat", "belopp": -20499.5, "med_tillskott": "ja"},
            {"titel": "Underskott utan indraget bidrag", "belopp": -15499.5, "med_tillskott": "nej"},
        ]

    sajt = changed(in_the_red)
    assert check(sajt.samling) == []
    year = sajt.samling.årgångar["2025"]
    page, picture = budget_page(sajt, year), pictures.budget(sajt, year)
    assert page
    assert [*map(plain, page.rader[0].celler)] == [
        "−110 000 kr", "−104 500,50 kr", "+5 499,50 kr",
    ]  # fmt: skip
    assert [(s.titel, *map(plain, (s.angiven, s.beräknad, s.skillnad))) for s in page.summor] == [
        ("Budget", "−40 000 kr", "−40 000 kr", "0 kr"), ("Utfall", "−24 500,50 kr", "−24 500,50 kr", "0 kr"),
    ]  # fmt: skip
    assert page.pengar_titel == "Tillskott, underskott och tilldelning"
    assert [(r.titel, plain(r.belopp)) for r in (*page.tillskott, *page.överskott)] == [
        ("Minskning: Indraget bidrag", "−5 000 kr"), ("Underskott: Resultat", "−20 499,50 kr"),
        ("Underskott utan indraget bidrag", "−15 499,50 kr"),
    ]  # fmt: skip
    assert picture
    assert "Löner och arvoden: Budget −110 000 kr, Utfall −104 500,50 kr" in plain(picture.beskrivning)
    (line,) = (
        row for row in comparison(sajt, sajt.samling.årgångar["2024"], year).budget if row.titel == "Löner och arvoden"
    )
    assert (*map(plain, line.budget), plain(line.skillnad)) == ("100 000 kr", "−110 000 kr", "−210 000 kr")
    assert plain(figures(sajt.samling)["2025.budget.loner.utfall"] or "") == "−104 500,50 kr"


def test_the_days_of_a_year_that_knows_them_all_are_summed(changed: Changed) -> None:
    sajt = changed(lambda files: files["2025/aktiviteter/barnbok.yml"].update(dagar=0.5))
    page = budget_page(sajt, sajt.samling.årgångar["2025"])
    assert page
    assert plain(page.bemanning[-1][1]) == "45,5 dagar"


def test_each_line_is_told_over_the_years(lillby: Sajt) -> None:
    page, none = budgets_over_years(lillby), "Raden finns inte"
    assert [link.text for link in page.år] == ["2024", "2025"]
    assert [(r.titel, *(tuple(map(plain, pair)) for pair in r.belopp)) for r in page.rader] == [
        ("Löner och arvoden", ("100 000 kr", "90 000 kr"), ("110 000 kr", "104 501 kr")),
        ("Resor", ("20 000 kr", "25 001 kr"), (none, none)),
        ("Konsulter", ("40 000 kr", "40 000 kr"), ("40 000 kr", SAKNAS)),
        ("Lokaler", (none, none), ("30 000 kr", "30 000 kr")),
    ]
    assert [tuple(map(plain, pair)) for pair in page.summa] == [
        ("160 000 kr", "155 001 kr"),
        ("180 000 kr", "165 000 kr"),
    ]
    assert page.titel == "Budget och utfall alla år, i kronor, avrundat till hela kronor"


def test_a_year_that_tells_no_outcome_at_all_has_no_column_of_it(changed: Changed) -> None:
    def silent(files: dict[str, Fil]) -> None:
        for row in (*files["2024/budget.yml"]["rader"], files["2024/budget.yml"]["summa"]):
            row.pop("utfall", None)

    page = budgets_over_years(changed(silent))
    assert page.årskolumner == (("Budget",), ("Budget", "Utfall"))
    assert [tuple(map(plain, cells)) for cells in page.rader[0].belopp] == [
        ("100 000 kr",),
        ("110 000 kr", "104 501 kr"),
    ]
    assert page.saknas == ("Utfall 2024: uppgift saknas i källan.",)


# ---------------------------------------------------------------- what is refused


def line(files: dict[str, Fil], name: str) -> Fil:
    found: Fil = next(row for row in files["2025/budget.yml"]["rader"] if row["id"] == name)
    return found


@pytest.mark.parametrize(
    ("earmark", "refused"),
    [
        (14999.50, False),
        (15000, False),
        (15000.50, True),
    ],
)
def test_earmarks_may_be_as_much_as_their_line_and_no_more(changed: Changed, earmark: float, refused: bool) -> None:
    """The line has 40 000, the other earmark 25 000."""
    sajt = changed(lambda files: line(files, "konsult")["delposter"][1].update(budget=earmark))
    told = [plain(problem.text) for problem in check(sajt.samling)]
    sums = "«budget» är 40 000 kr, men delposterna blir 40 000,50 kr tillsammans; rätta den som är fel, eller lägg till en anmärkning med «gäller: budget»"
    assert told == ([sums] if refused else [])


@pytest.mark.parametrize(("spent", "refused"), [(30000, False), (29999.50, True), (30000.50, True)])
def test_what_is_used_of_a_line_is_all_of_it(changed: Changed, spent: float, refused: bool) -> None:
    sajt = changed(lambda files: line(files, "lokaler")["delposter"][0].update(utfall=spent))
    assert bool(check(sajt.samling)) == refused


@pytest.mark.parametrize(("price", "refused"), [(500, False), (500.02, True), (499.98, True)])
def test_hours_at_a_price_make_the_earmark(changed: Changed, price: float, refused: bool) -> None:
    sajt = changed(lambda files: line(files, "konsult")["delposter"][0].update(timpris=price))
    assert bool(check(sajt.samling)) == refused


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        (("summa", "budget"), 180001, "«budget» är 180 001 kr, men raderna blir 180 000 kr"),
        (("överskott", 0, "belopp"), 20001, "«belopp» är 20 001 kr, men budgeten minus utfallet blir 20 000 kr"),
        (("överskott", 1, "belopp"), 20000, "«belopp» är 20 000 kr, men budgeten minus utfallet blir 15 000 kr"),
        (("tilldelning", "belopp"), 200001, "«belopp» är 200 001 kr, men delarna blir 200 000 kr"),
        (("bemanning", "dagar"), 44, "«dagar» är 44, men alla aktiviteters dagar blir 45"),
    ],
)
def test_a_stated_sum_that_its_parts_do_not_make_is_refused(
    changed: Changed, place: tuple[str | int, ...], value: int, told: str
) -> None:
    def state(files: dict[str, Fil]) -> None:
        part = files["2025/budget.yml"]
        for step in place[:-1]:
            part = part[step]  # type: ignore[index]
        part[str(place[-1])] = value

    first, *_ = check(changed(state).samling)
    assert plain(first.text).startswith(told)


@pytest.mark.parametrize(("known", "refused"), [(False, False), (True, True)])
def test_days_that_are_lacking_may_be_those_that_are_unknown(changed: Changed, known: bool, refused: bool) -> None:
    """The activities have 45 days, and one of them does not say."""

    def state(files: dict[str, Fil]) -> None:
        files["2025/budget.yml"]["bemanning"]["dagar"] = 46
        if known:
            files["2025/aktiviteter/barnbok.yml"]["dagar"] = 0

    assert bool(check(changed(state).samling)) == refused


# ---------------------------------------------------------------- units, income, forecasts, and the money of an activity


def in_thousands(files: dict[str, Fil]) -> None:
    """The budget of 2025 in tkr: a fee comes in, wages are revised and foreseen, and something was carried over."""
    budget = files["2025/budget.yml"]
    budget["enhet"] = "tkr"
    budget["rader"] = [
        {"id": "loner", "titel": "Löner", "budget": 1100, "reviderad": 1250.5, "prognos": 1300, "utfall": 1240, "aktivitet": "museum"},
        {"id": "lokaler", "titel": "Lokaler", "budget": 300, "prognos": 300, "utfall": 310, "överfört": -20},
        {"id": "avgifter", "titel": "Inträden", "slag": "intäkt", "budget": 400, "prognos": 380, "utfall": 450, "aktivitet": "museum"},
    ]  # fmt: skip
    budget["summa"] = {"titel": "Nettokostnad", "budget": 1000, "reviderad": 1150.5, "utfall": 1100}
    budget["överskott"] = [{"titel": "Överskott", "belopp": 50.5, "med_tillskott": "nej"}]
    del budget["tillskott"], budget["tilldelning"]


def test_income_is_taken_from_costs_and_each_column_has_its_sums(changed: Changed) -> None:
    sajt = changed(in_thousands)
    assert check(sajt.samling) == []
    page = budget_page(sajt, sajt.samling.årgångar["2025"])
    assert page
    assert (page.titel, page.enhet) == ("Budget och utfall", "i tusental kronor")
    assert page.kolumner == (
        "Budget", "Reviderad budget", "Överfört", "Prognos", "Utfall", "Utfall minus reviderad budget",
    )  # fmt: skip
    rows = [(r.titel, *map(plain, r.celler)) for r in page.rader] + [
        (r.titel, *map(plain, r.celler)) for r in page.summarader
    ]
    assert rows == [
        ("Löner", "1 100 tkr", "1 250,5 tkr", "–", "1 300 tkr", "1 240 tkr", "−10,5 tkr"),
        ("Lokaler", "300 tkr", "300 tkr", "−20 tkr", "300 tkr", "310 tkr", "+10 tkr"),
        ("Inträden", "400 tkr", "400 tkr", "–", "380 tkr", "450 tkr", "+50 tkr"),
        ("Kostnader", "1 400 tkr", "1 550,5 tkr", "−20 tkr", "1 600 tkr", "1 550 tkr", "−0,5 tkr"),
        ("Intäkter", "400 tkr", "400 tkr", "0 tkr", "380 tkr", "450 tkr", "+50 tkr"),
        ("Nettokostnad: kostnader minus intäkter (enligt dokumentet)", "1 000 tkr", "1 150,5 tkr", SAKNAS, SAKNAS, "1 100 tkr", "−50,5 tkr"),
    ]  # fmt: skip


def test_the_start_page_tells_what_is_given_and_what_comes_in_apart(changed: Changed) -> None:
    rows = start_page(changed(in_thousands)).budget_rader
    assert [(name, plain(sum_)) for name, sum_ in rows] == [("Kostnader", "1 550,5 tkr"), ("Intäkter", "400 tkr")]


def test_a_line_says_nothing_of_what_was_not_carried_over_to_it(changed: Changed) -> None:
    sajt = changed(in_thousands)
    page = budget_page(sajt, sajt.samling.årgångar["2025"])
    assert page
    told = {row.titel: dict(row.belopp).get("Överfört") for row in page.rader}
    assert told["Löner"] is None
    assert plain(told["Lokaler"] or "") == "−20 tkr"


def test_amounts_in_different_units_are_neither_converted_nor_compared(changed: Changed) -> None:
    sajt = changed(in_thousands)
    first, second = sajt.samling.årgångar["2024"], sajt.samling.årgångar["2025"]
    found, page = comparison(sajt, first, second), budgets_over_years(sajt)
    assert (*map(plain, found.budget[0].budget), found.budget[0].skillnad) == (
        "100 000 kr", "1 100 tkr", "Inte samma enhet",
    )  # fmt: skip
    assert (found.enhet, page.titel) == ("", "Budget och utfall alla år")
    assert page.rader[-1].titel == "Inträden (intäkt)"


def test_an_activity_shows_the_lines_that_go_to_it(changed: Changed) -> None:
    sajt = changed(in_thousands)
    year = sajt.samling.årgångar["2025"]
    assert [(m.rad.text, plain(m.belopp)) for m in money_of(sajt, year, year.aktiviteter["museum"])] == [
        ("Löner", "budget 1 100 tkr, reviderad budget 1 250,5 tkr, prognos 1 300 tkr, utfall 1 240 tkr"),
        ("Inträden (intäkt)", "budget 400 tkr, reviderad budget 400 tkr, prognos 380 tkr, utfall 450 tkr"),
    ]
    assert money_of(sajt, year, year.aktiviteter["skog"]) == ()


def test_lists_of_activities_tell_what_the_budget_gives_them_where_it_gives_any(lillby: Sajt, changed: Changed) -> None:
    """Costs less income, as they hold after a change of the budget; years that count in other units sort by kronor all the same."""
    sajt = changed(in_thousands)
    rows = {row.titel.text: row.pengar for row in activity_list(sajt, Urval(år="2025")).rader}
    assert (plain(rows["Museet"] or ""), rows["Skogen"]) == ("850,5 tkr", "–")
    assert [amount for amount in index_columns(sajt)["pengar"] if amount] == [850500]
    assert "pengar" in [choice.värde for choice in index_form(sajt).sortering]
    assert activity_list(lillby, Urval()).rader[0].pengar is None
    assert "pengar" not in index_columns(lillby)


def test_a_forecast_stands_in_place_of_an_outcome_that_is_not_there_yet(changed: Changed) -> None:
    def no_outcome(files: dict[str, Fil]) -> None:
        in_thousands(files)
        for row in (*files["2025/budget.yml"]["rader"], files["2025/budget.yml"]["summa"]):
            row.pop("utfall", None)

    sajt = changed(no_outcome)
    year = sajt.samling.årgångar["2025"]
    page, picture = budget_page(sajt, year), pictures.budget(sajt, year)
    assert page
    assert picture
    assert page.kolumner[-2:] == ("Prognos", "Prognos minus reviderad budget")
    assert picture.titel == "Budget och prognos 2025"
    assert "Lokaler: Budget 300 tkr, Reviderad budget 300 tkr, Prognos 300 tkr" in plain(picture.beskrivning)


def test_a_site_that_tells_no_outcomes_is_not_asked_for_them(changed: Changed) -> None:
    def no_outcomes(files: dict[str, Fil]) -> None:
        for name in ("2024/budget.yml", "2025/budget.yml"):
            budget = files[name]
            for row in (
                *budget["rader"],
                budget["summa"],
                *(p for r in budget["rader"] for p in r.get("delposter", [])),
            ):
                row.pop("utfall", None)
            budget.pop("överskott", None)

    sajt = changed(no_outcomes)
    page = budget_page(sajt, sajt.samling.årgångar["2025"])
    assert page
    assert (page.titel, page.kolumner, budgets_over_years(sajt).kolumner) == ("Budget", ("Budget",), ("Budget",))


@pytest.mark.parametrize(("price", "refused"), [(25000, False), (25001, True)])
def test_an_hour_has_its_price_in_kronor_whatever_the_budget_counts_in(
    changed: Changed, price: float, refused: bool
) -> None:
    def in_tkr(files: dict[str, Fil]) -> None:
        files["2025/budget.yml"]["enhet"] = "tkr"
        line(files, "konsult")["delposter"][0].update(timmar=1000, timpris=price)

    told = [plain(problem.text) for problem in check(changed(in_tkr).samling)]
    said = "«budget» är 25 000 tkr, men 1 000 timmar à 25 001 kr blir 25 001 tkr; rätta det som är fel"
    assert told == ([said] if refused else [])


def test_start_page_tells_the_money_in_whole_kronor(changed: Changed) -> None:
    page = start_page(changed(lambda files: files["2025/budget.yml"]["summa"].update(utfall=164999.60)))
    assert [plain(value) for _, value in page.budget_rader] == ["180 000 kr", "165 000 kr"]
