"""The budget of a year: its lines and sums against the outcome, earmarks and surpluses."""

from collections.abc import Iterator
from decimal import Decimal

from rusplan.data.counted_sums import amounts, budget_sums, has_income, net, total, used_columns
from rusplan.data.model import Beslut, Budget, Budgetrad, Delpost, Radslag
from rusplan.data.revised import decided, said_before
from rusplan.data.year import Årgång
from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import belopp, dagar, datum, tal, uppräkning
from rusplan.swedish.labels import INTE_IFYLLT, SAKNAS
from rusplan.tools.record import record, small
from rusplan.views import texts
from rusplan.views.amounts import (
    KINDS,
    NET,
    NONE,
    TITLES,
    Beloppskolumner,
    amount,
    columns_of,
    kind_cells,
    line_cells,
    net_of,
    sum_cells,
    unit_told,
)
from rusplan.views.texts import AnmärkningVy, HänvisningVy, KällaVy, Omnämnandevy, PunktVy
from rusplan.views.what_it_was import Förevy, what_it_was
from rusplan.views.year_facts import days_told, planned, year_links
from rusplan.views.year_money import in_brief

UNKNOWNS = frozenset({INTE_IFYLLT.text, SAKNAS})


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
    slag: str
    aktivitet: Länk | None
    celler: tuple[str, ...]
    belopp: tuple[tuple[str, str], ...]
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
class Summarad:
    """A sum in every column of the table."""

    titel: str
    celler: tuple[str, ...]


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
    i_korthet: tuple[str, ...]
    titel: str
    enhet: str
    kolumner: tuple[str, ...]
    rader: tuple[Budgetradvy, ...]
    summarader: tuple[Summarad, ...]
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

    @property
    def tysta(self) -> tuple[int, ...]:
        """The columns in which the same unknown stands everywhere: they are told of once, above the table."""
        rows = [*(line.celler for line in self.rader), *(line.celler for line in self.summarader)]
        return tuple(
            i for i, cells in enumerate(zip(*rows, strict=True)) if len(set(cells)) == 1 and cells[0] in UNKNOWNS
        )

    @property
    def tyst_text(self) -> str:
        """«Utfall och utfall minus budget: uppgift saknas i källan.»; nothing where each column tells something."""
        if not self.tysta:
            return ""
        first, *others = (self.kolumner[i] for i in self.tysta)
        (why,) = {self.rader[0].celler[i].lower() for i in self.tysta}
        return f"{uppräkning([first, *map(str.lower, others)])}: {why}."


def budget_page(sajt: Sajt, year: Årgång) -> Budgetsida | None:
    """Everything that the page of a budget shows; None where data has no budget for the year."""
    if year.budget is None:
        return None
    budget, stated = year.budget.innehåll, year.budget.innehåll.summa
    columns, staff, share = columns_of(sajt.samling, budget), budget.bemanning, budget.tilldelning
    return Budgetsida(
        år=year.år.visad,
        i_korthet=tuple(in_brief(sajt, year)),
        titel=columns.titel,
        enhet=unit_told(year),
        kolumner=columns.rubriker,
        rader=tuple(_line(sajt, year, columns, i) for i in range(len(budget.rader))),
        summarader=(
            *_sums_of_kinds(year, columns, budget),
            Summarad(_sum_title(year, budget), sum_cells(year, columns, budget_sums(year))),
        ),
        summor=tuple(_stated_sums(year, budget)),
        reviderad=_as_decided_and_revised(year, budget),
        summa_kommentar=texts.punkter(sajt, stated.kommentar),
        summa_anmärkningar=texts.anmärkningar(stated.anmärkningar),
        pengar_titel=_money_title(budget),
        tillskott=tuple(
            _named_amount(year, "Tillskott" if t.belopp >= 0 else "Minskning", t.titel, t.belopp, t.text)
            for t in budget.tillskott
        ),
        överskott=tuple(_named_amount(year, _left(t.belopp), t.titel, t.belopp, t.text) for t in budget.överskott),
        tilldelning=Beloppsrad(share.titel, amount(share.belopp, year), share.text or "") if share else None,
        fördelning=tuple(Beloppsrad(p.titel, amount(p.budget, year), p.text or "") for p in share.fördelning)
        if share
        else (),
        bemanning=tuple(_staffing(sajt, year, budget)),
        bemanning_text=staff.text if staff else None,
        bemanning_anmärkningar=texts.anmärkningar(staff.anmärkningar) if staff else (),
        hänvisningar=texts.hänvisningar(sajt, budget.hänvisningar),
        källa=texts.källa(sajt, budget.källa),
        anmärkningar=texts.anmärkningar(budget.anmärkningar),
        länkar=year_links(sajt, year, addresses.budget(year.år)),
        nämns_i=texts.nämns_i(sajt, f"{year.år}/budget"),
    )


def _sums_of_kinds(year: Årgång, columns: Beloppskolumner, budget: Budget) -> tuple[Summarad, ...]:
    """What the costs make, and the income; nothing where there is no income."""
    if not has_income(budget):
        return ()
    return tuple(Summarad(title, kind_cells(year, columns, kind)) for kind, title in KINDS.items())


def _sum_title(year: Årgång, budget: Budget) -> str:
    title = f"{budget.summa.titel}: {NET}" if has_income(budget) else budget.summa.titel
    return title if year.skrivs_här else f"{title} (enligt dokumentet)"


def _stated_sums(year: Årgång, budget: Budget) -> Iterator[Summajämförelse]:
    """Each sum that the document states, where the lines make one too."""
    for name in used_columns(budget):
        said, computed = getattr(budget.summa, name), net(budget.rader, amounts(budget, name))
        if said is not None and computed is not None:
            yield Summajämförelse(
                titel=TITLES[name],
                angiven=amount(said, year),
                beräknad=amount(computed, year),
                skillnad=amount(abs(said - computed), year),
            )


def _staffing(sajt: Sajt, year: Årgång, budget: Budget) -> Iterator[tuple[str, str]]:
    """The working time that the budget counts with."""
    staff, has_days = budget.bemanning, "dagar" in sajt.samling.använt
    if staff and staff.tjänster is not None:
        yield "Tjänster", tal(staff.tjänster)
    if staff and staff.dagar is not None:
        yield "Arbetsdagar som dokumentet anger", dagar(staff.dagar)
        if has_days:
            yield "Summan av aktiviteternas dagar", dagar(total(a.plan.innehåll.dagar for a in planned(year)))
    elif staff and year.skrivs_här and has_days:
        yield "Arbetsdagar", days_told(year)


def _as_decided_and_revised(year: Årgång, budget: Budget) -> tuple[tuple[str, str], ...]:
    """The sum of the lines before and after a revision; nothing where none has changed a line."""
    if not any("budget" in said_before(change) for line in budget.rader for change in line.ändringar):
        return ()
    before, now = ([decided(line, "budget") for line in budget.rader], [line.budget for line in budget.rader])
    return ("Radernas summa som beslutat", net_of(budget, before, year)), (
        "Radernas summa efter revidering",
        net_of(budget, now, year),
    )


def _left(value: Decimal) -> str:
    """What is left of the money, or lacking."""
    return "Överskott" if value >= 0 else "Underskott"


def _named_amount(year: Årgång, kind: str, title: str, value: Decimal, text: str | None) -> Beloppsrad:
    """An amount with what kind it is of, once."""
    name = title if title.casefold().startswith(kind.casefold()) else f"{kind}: {title}"
    return Beloppsrad(name, amount(value, year), text or "")


def _money_title(budget: Budget) -> str:
    """«Tillskott, underskott och tilldelning»: what the document tells of besides its lines."""
    found = ["tillskott"] * bool(budget.tillskott) + [_left(t.belopp) for t in budget.överskott]
    found += ["tilldelning"] * bool(budget.tilldelning)
    return uppräkning(dict.fromkeys(word.lower() for word in found)).capitalize()


def _line(sajt: Sajt, year: Årgång, columns: Beloppskolumner, index: int) -> Budgetradvy:
    assert year.budget
    line: Budgetrad = year.budget.innehåll.rader[index]
    cells = line_cells(year, columns, index)
    planned, spent = ([getattr(part, name) for part in line.delposter] for name in ("budget", "utfall"))
    set_aside = "avsatt högst" if any(part.högst == "ja" for part in line.delposter) else "avsatt"
    known = [
        f"{name} {amount(value, year)}"
        for name, value in ((set_aside, total(planned)), ("använt", total(spent)))
        if value is not None
    ]
    return Budgetradvy(
        id=line.id,
        titel=line.titel,
        slag="Intäkt" if line.slag is Radslag.INTÄKT else "",
        aktivitet=sajt.aktivitetslänk(year.aktiviteter[line.aktivitet]) if line.aktivitet else None,
        celler=cells,
        belopp=tuple((TITLES[name], told) for name, told in zip(columns.namn, cells, strict=False) if told != NONE),
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
    planned = "" if part.budget is None else ("högst " if part.högst == "ja" else "") + amount(part.budget, year)
    activity = sajt.aktivitetslänk(year.aktiviteter[part.aktivitet]) if part.aktivitet else None
    return Delpostvy(
        titel=part.titel,
        budget=planned,
        utfall="" if part.utfall is None else amount(part.utfall, year),
        villkor=tuple(terms),
        aktivitet=activity,
    )


def _decision(decision: Beslut) -> str:
    when = f" {datum(decision.datum)}" if decision.datum else ""
    number = f", diarienummer {decision.diarienummer}" if decision.diarienummer else ""
    return f"beslutat av {decision.av}{when}{number}" + (f" ({decision.text})" if decision.text else "")
