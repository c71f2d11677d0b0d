"""Budget against outcome, earmarks and surpluses of a year, and the lines over all years. Amounts in SEK."""

from decimal import Decimal

from rusplan.data.collection import Årgång
from rusplan.data.counted_sums import budget_sums
from rusplan.data.model import Beslut, Budget, Budgetrad, Delpost
from rusplan.data.revised import decided, said_before
from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import belopp, dagar, datum, tal, uppräkning
from rusplan.swedish.labels import INTE_IFYLLT, SAKNAS
from rusplan.tools.record import record, small
from rusplan.views import texts
from rusplan.views.texts import AnmärkningVy, HänvisningVy, KällaVy, Omnämnandevy, PunktVy
from rusplan.views.what_it_was import Förevy, what_it_was
from rusplan.views.year_facts import days_told, planned, year_links

NO_LINE = "Raden finns inte"


@record
class Delpostvy:
    """An earmark."""

    titel: str
    budget: str
    utfall: str
    villkor: tuple[str, ...]
    aktivitet: Länk | None


@record
class Budgetradvy:
    """A line of the budget."""

    id: str
    titel: str
    budget: str
    utfall: str
    skillnad: str
    kommentar: tuple[PunktVy, ...]
    delposter: tuple[Delpostvy, ...]
    delposter_titel: str
    delposter_summa: str
    ändrat: tuple[Förevy, ...]
    anmärkningar: tuple[AnmärkningVy, ...]


@record
class Summajämförelse:
    """A sum as the document states it beside the sum that the rows make."""

    titel: str
    angiven: str
    beräknad: str
    skillnad: str


@small
class Beloppsrad:
    """A named amount with a remark."""

    titel: str
    belopp: str
    text: str


@record
class Budgetsida:
    """A year's budget."""

    år: str
    rader: tuple[Budgetradvy, ...]
    summa_titel: str
    summa_budget: str
    summa_utfall: str
    summa_skillnad: str
    summor: tuple[Summajämförelse, ...]
    reviderad: tuple[tuple[str, str], ...]
    summa_kommentar: tuple[PunktVy, ...]
    summa_anmärkningar: tuple[AnmärkningVy, ...]
    pengar_titel: str
    tillskott: tuple[Beloppsrad, ...]
    överskott: tuple[Beloppsrad, ...]
    tilldelning: Beloppsrad | None
    fördelning: tuple[Beloppsrad, ...]
    bemanning: tuple[tuple[str, str], ...]
    bemanning_text: str | None
    bemanning_anmärkningar: tuple[AnmärkningVy, ...]
    hänvisningar: tuple[HänvisningVy, ...]
    källa: KällaVy | None
    anmärkningar: tuple[AnmärkningVy, ...]
    länkar: tuple[Länk, ...]
    nämns_i: tuple[Omnämnandevy, ...]
    redigera: str | None


@small
class Radöverår:
    """One line over all years: (budget, outcome) per year."""

    titel: str
    belopp: tuple[tuple[str, str], ...]


@small
class Budgetöversikt:
    """All lines over all years."""

    år: tuple[Länk, ...]
    rader: tuple[Radöverår, ...]
    summa: tuple[tuple[str, str], ...]


def amount(value: Decimal | None, year: Årgång) -> str:
    """An amount, or why it cannot be told: the source lacks it, or nobody has written it yet."""
    return unknown_in(year) if value is None else belopp(value)


def unknown_in(year: Årgång) -> str:
    """What stands for a value that the year does not tell."""
    return INTE_IFYLLT.text if year.skrivs_här else SAKNAS


def difference(budget: Decimal | None, outcome: Decimal | None, year: Årgång) -> str:
    """Outcome minus budget with its sign, or why it cannot be told."""
    if budget is None or outcome is None:
        return unknown_in(year)
    value = outcome - budget
    return belopp(value) if value < 0 else f"+{belopp(value)}" if value else belopp(value)


def total(values: list[Decimal | None]) -> Decimal | None:
    """The sum, or None if any part is unknown."""
    return None if None in values or not values else sum((v for v in values if v is not None), Decimal())


def budget_page(sajt: Sajt, year: Årgång) -> Budgetsida | None:
    """Everything that the page of a budget shows; None where data has no budget for the year."""
    if year.budget is None:
        return None
    budget, stated, shown = year.budget.innehåll, year.budget.innehåll.summa, budget_sums(year)
    sums = []
    for name, said, rows in (
        ("Budget", stated.budget, [r.budget for r in budget.rader]),
        ("Utfall", stated.utfall, [r.utfall for r in budget.rader]),
    ):
        computed = total(rows)
        if said is not None and computed is not None:
            sums.append(
                Summajämförelse(
                    titel=name, angiven=belopp(said), beräknad=belopp(computed), skillnad=belopp(abs(said - computed))
                )
            )
    staff = budget.bemanning
    staffing, has_days = [], "dagar" in sajt.samling.använt
    if staff and staff.tjänster is not None:
        staffing.append(("Tjänster", tal(staff.tjänster)))
    if staff and staff.dagar is not None:
        staffing.append(("Arbetsdagar som dokumentet anger", dagar(staff.dagar)))
        if has_days:
            staffing.append(
                ("Summan av aktiviteternas dagar", dagar(total([a.plan.innehåll.dagar for a in planned(year)])))
            )
    elif staff and year.skrivs_här and has_days:
        staffing.append(("Arbetsdagar", days_told(year)))
    share = budget.tilldelning
    return Budgetsida(
        år=str(year.år),
        rader=tuple(_line(sajt, year, line) for line in budget.rader),
        summa_titel=stated.titel if year.skrivs_här else f"{stated.titel} (enligt dokumentet)",
        summa_budget=amount(shown.budget, year),
        summa_utfall=amount(shown.utfall, year),
        summa_skillnad=difference(shown.budget, shown.utfall, year),
        summor=tuple(sums),
        reviderad=_as_decided_and_revised(year, budget),
        summa_kommentar=texts.punkter(sajt, stated.kommentar),
        summa_anmärkningar=texts.anmärkningar(stated.anmärkningar),
        pengar_titel=_money_title(budget),
        tillskott=tuple(
            _named_amount("Tillskott" if t.belopp >= 0 else "Minskning", t.titel, t.belopp, t.text)
            for t in budget.tillskott
        ),
        överskott=tuple(_named_amount(_left(t.belopp), t.titel, t.belopp, t.text) for t in budget.överskott),
        tilldelning=Beloppsrad(share.titel, belopp(share.belopp), share.text or "") if share else None,
        fördelning=tuple(Beloppsrad(p.titel, amount(p.budget, year), p.text or "") for p in share.fördelning)
        if share
        else (),
        bemanning=tuple(staffing),
        bemanning_text=staff.text if staff else None,
        bemanning_anmärkningar=texts.anmärkningar(staff.anmärkningar) if staff else (),
        hänvisningar=texts.hänvisningar(sajt, budget.hänvisningar),
        källa=texts.källa(sajt, budget.källa),
        anmärkningar=texts.anmärkningar(budget.anmärkningar),
        länkar=year_links(sajt, year, addresses.budget(year.år)),
        nämns_i=texts.nämns_i(sajt, f"{year.år}/budget"),
        redigera=sajt.edit_url(year.budget.namn),
    )


def _as_decided_and_revised(year: Årgång, budget: Budget) -> tuple[tuple[str, str], ...]:
    """The sum of the lines before and after a revision; nothing where none has changed a line."""
    if not any("budget" in said_before(change) for line in budget.rader for change in line.ändringar):
        return ()
    before, now = ([decided(line, "budget") for line in budget.rader], [line.budget for line in budget.rader])
    return ("Radernas summa som beslutat", amount(total(before), year)), (
        "Radernas summa efter revidering",
        amount(total(now), year),
    )


def _left(value: Decimal) -> str:
    """What is left of the money, or lacking."""
    return "Överskott" if value >= 0 else "Underskott"


def _named_amount(kind: str, title: str, value: Decimal, text: str | None) -> Beloppsrad:
    """An amount with what kind it is of, once."""
    name = title if title.casefold().startswith(kind.casefold()) else f"{kind}: {title}"
    return Beloppsrad(name, belopp(value), text or "")


def _money_title(budget: Budget) -> str:
    """«Tillskott, underskott och tilldelning»: what the document tells of besides its lines."""
    found = ["tillskott"] * bool(budget.tillskott) + [_left(t.belopp) for t in budget.överskott]
    found += ["tilldelning"] * bool(budget.tilldelning)
    return uppräkning(dict.fromkeys(word.lower() for word in found)).capitalize()


def _line(sajt: Sajt, year: Årgång, line: Budgetrad) -> Budgetradvy:
    planned, spent = ([getattr(part, name) for part in line.delposter] for name in ("budget", "utfall"))
    set_aside = "avsatt högst" if any(part.högst == "ja" for part in line.delposter) else "avsatt"
    known = [
        f"{name} {belopp(value)}"
        for name, value in ((set_aside, total(planned)), ("använt", total(spent)))
        if value is not None
    ]
    return Budgetradvy(
        id=line.id,
        titel=line.titel,
        budget=amount(line.budget, year),
        utfall=amount(line.utfall, year),
        skillnad=difference(line.budget, line.utfall, year),
        kommentar=texts.punkter(sajt, line.kommentar),
        delposter=tuple(_earmark(sajt, year, part) for part in line.delposter),
        delposter_titel="Öronmärkta pengar" if any(v is not None for v in planned) else "Pengar till insatser",
        delposter_summa=", ".join(known),
        ändrat=what_it_was(sajt, year, line),
        anmärkningar=texts.anmärkningar(line.anmärkningar),
    )


def _earmark(sajt: Sajt, year: Årgång, part: Delpost) -> Delpostvy:
    terms = []
    if part.timmar is not None:
        price = f" à {belopp(part.timpris)}" if part.timpris is not None else ""
        terms.append(f"{tal(part.timmar)} timmar{price}")
    if part.beslut:
        terms.append(_decision(part.beslut))
    if part.text:
        terms.append(part.text)
    planned = "" if part.budget is None else ("högst " if part.högst == "ja" else "") + belopp(part.budget)
    activity = sajt.aktivitetslänk(year.aktiviteter[part.aktivitet]) if part.aktivitet else None
    return Delpostvy(
        titel=part.titel,
        budget=planned,
        utfall="" if part.utfall is None else belopp(part.utfall),
        villkor=tuple(terms),
        aktivitet=activity,
    )


def _decision(decision: Beslut) -> str:
    when = f" {datum(decision.datum)}" if decision.datum else ""
    number = f", diarienummer {decision.diarienummer}" if decision.diarienummer else ""
    return f"beslutat av {decision.av}{when}{number}" + (f" ({decision.text})" if decision.text else "")


def budgets_over_years(sajt: Sajt) -> Budgetöversikt:
    """Each line with budget and outcome in every year that has a budget."""
    years = [y for y in sajt.samling.årgångar.values() if y.budget]
    titles: dict[str, str] = {}
    for year in years:
        assert year.budget
        titles.update((line.id, line.titel) for line in year.budget.innehåll.rader)
    rows = tuple(Radöverår(title, tuple(_of_year(year, name) for year in years)) for name, title in titles.items())
    sums = tuple(
        (amount(found.budget, year), amount(found.utfall, year)) for year in years for found in (budget_sums(year),)
    )
    return Budgetöversikt(tuple(Länk(str(y.år), addresses.budget(y.år)) for y in years), rows, sums)


def _of_year(year: Årgång, name: str) -> tuple[str, str]:
    assert year.budget
    for line in year.budget.innehåll.rader:
        if line.id == name:
            return amount(line.budget, year), amount(line.utfall, year)
    return NO_LINE, NO_LINE
