"""The money of a year at a glance: given, added, spent and left, in whole kronor, and what it came to in a sentence."""

from collections.abc import Iterator
from decimal import Decimal

from rusplan.data.counted_sums import amounts, budget_sums, has_income, sum_of_kind, total
from rusplan.data.model import Budget, JaNej
from rusplan.data.year import Årgång
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import uppräkning
from rusplan.tools.record import record, small
from rusplan.views.amounts import KINDS, TITLES, Beloppskolumner, amount, columns_of, whole, whole_amount

ROUNDED = "Beloppen är avrundade till hela kronor."
# How sure the end is: what is spent at last, so far, or foreseen.
LEFT = {"slutligt": "blev över", "hittills": "är kvar hittills", "prognos": "väntas bli över"}
LACKING = {"slutligt": "fattades", "hittills": "fattas hittills", "prognos": "väntas fattas"}
SPENT = {"slutligt": "användes", "hittills": "har använts hittills", "prognos": "väntas användas"}


@small
class Pengapost:
    """What money there was or where it went: its value, or None if it is not known, and the value in words. `namn` is its column, or what
    it is besides."""

    namn: str
    titel: str
    värde: Decimal | None
    ord: str


@record
class Årspengar:
    """The money of a year. `poster` are given, added, spent and left; `rubrik` is what it came to, `mening` all of it."""

    poster: tuple[Pengapost, ...]
    rubrik: str
    mening: str
    avrundat: str


def year_money(sajt: Sajt, year: Årgång) -> Årspengar | None:
    """The money of the year; None where it has no budget, or one with income, whose sums are net and tell little of what was given."""
    if year.budget is None or has_income(year.budget.innehåll):
        return None
    budget, columns = year.budget.innehåll, columns_of(sajt.samling, year.budget.innehåll)
    sums, how = budget_sums(year), _how_sure(year, columns)
    given, spent = getattr(sums, columns.mot), getattr(sums, columns.slut) if columns.slut else None
    added, left = total(t.belopp for t in budget.tillskott), _left(budget, columns, given, spent)
    named: list[tuple[str, str, Decimal | None]] = [(columns.mot, TITLES[columns.mot], given)]
    named += [("tillskott", "Tillskott" if added >= 0 else "Minskning", added)] if added is not None else []
    named += [(columns.slut, TITLES[columns.slut], spent)] if columns.slut else []
    named += [("kvar", "Kvar" if left >= 0 else "Underskott", left)] if left is not None else []
    known = [value for _, _, value in named if value is not None]
    return Årspengar(
        poster=tuple(Pengapost(name, title, value, whole_amount(value, year)) for name, title, value in named),
        rubrik=_finding(year, columns, given, spent, left, how),
        mening=_sentence(year, columns, given, added, spent, left, how),
        avrundat=ROUNDED if any(whole(value, year) != value for value in known) else "",
    )


def _how_sure(year: Årgång, columns: Beloppskolumner) -> str:
    """Whether what is spent is told at last, so far, or foreseen."""
    if columns.slut == "prognos":
        return "prognos"
    return "slutligt" if year.berättelse or not year.skrivs_här else "hittills"


def _left(budget: Budget, columns: Beloppskolumner, given: Decimal | None, spent: Decimal | None) -> Decimal | None:
    """What the document says is left, what was added counted in; else what is left of it all. Not guessed where it is not told whether the
    budget has what was carried over or added in it."""
    stated = [s.belopp for s in budget.överskott if s.med_tillskott is JaNej.JA or not budget.tillskott]
    if stated:
        return stated[0]
    unsure = "överfört" in columns.namn or (columns.mot == "reviderad" and budget.tillskott)
    if unsure or given is None or spent is None:
        return None
    return given + sum((t.belopp for t in budget.tillskott), Decimal()) - spent


def _finding(
    year: Årgång, columns: Beloppskolumner, given: Decimal | None, spent: Decimal | None, left: Decimal | None, how: str
) -> str:
    """«427 900 kr blev över 2025»: what the money came to, or as much of it as is known."""
    seen = year.år.visad
    if left is not None:
        if not left:
            return f"Inget {LEFT[how]} av pengarna {seen}"
        return f"{whole_amount(abs(left), year)} {LEFT[how] if left > 0 else LACKING[how]} {seen}"
    against = differs(year, columns, given, spent)
    return against or (
        f"{columns.titel} {seen}" if given is None else f"Budgeten för {seen} är {whole_amount(given, year)}"
    )


def _sentence(
    year: Årgång, columns: Beloppskolumner, given: Decimal | None, added: Decimal | None, spent: Decimal | None,
    left: Decimal | None, how: str,
) -> str:  # fmt: skip
    """«Budgeten var 4 500 000 kr, 300 000 kr kom till, 4 372 100 kr användes och 427 900 kr blev över.» What is unknown is said last."""
    if given is None:
        return ""
    name = "den reviderade budgeten" if columns.mot == "reviderad" else "budgeten"
    told = [f"{name} {'var' if how == 'slutligt' else 'är'} {whole_amount(given, year)}"]
    if added:
        told.append(f"{whole_amount(abs(added), year)} {'kom till' if added > 0 else 'drogs tillbaka'}")
    if spent is not None and spent >= 0:
        told.append(f"{whole_amount(spent, year)} {SPENT[how]}")
    if left:
        told.append(f"{whole_amount(abs(left), year)} {LEFT[how] if left > 0 else LACKING[how]}")
    text = uppräkning(told)
    unknown = f" {TITLES[columns.slut]}: {amount(None, year).lower()}." if columns.slut and spent is None else ""
    return f"{text[0].upper()}{text[1:]}.{unknown}"


def differs(year: Årgång, columns: Beloppskolumner, given: Decimal | None, last: Decimal | None, what: str = "") -> str:
    """«Utfallet blev 127 900 kr lägre än budgeten 2025»; empty where either is not known, or nothing is spent or foreseen. `what` is what
    else than the whole is told of: «Kostnaderna»."""
    if given is None or last is None or columns.slut is None:
        return ""
    name = "den reviderade budgeten" if columns.mot == "reviderad" else "budgeten"
    if what:
        became = f"{what} {'blev' if columns.slut == 'utfall' else 'väntas bli'}"
    else:
        became = "Utfallet blev" if columns.slut == "utfall" else "Prognosen är"
    if given == last:
        return f"{became} som {name} {year.år.visad}"
    how = "högre" if last > given else "lägre"
    return f"{became} {whole_amount(abs(last - given), year)} {how} än {name} {year.år.visad}"


def in_brief(sajt: Sajt, year: Årgång) -> Iterator[str]:
    """What the money came to in a sentence; «Kostnader: 280 tkr i utfall mot 300 tkr i budget.» and the same of income where there is any."""
    told = year_money(sajt, year)
    if told:
        yield from filter(None, [told.mening])
    elif year.budget:
        budget, columns = year.budget.innehåll, columns_of(sajt.samling, year.budget.innehåll)
        names = [name for name in (columns.slut, columns.mot) if name]
        for kind, title in KINDS.items():
            sums = [(name, sum_of_kind(budget.rader, kind, amounts(budget, name))) for name in names]
            known = [
                f"{whole_amount(value, year)} i {TITLES[name].lower()}" for name, value in sums if value is not None
            ]
            yield from [f"{title}: {' mot '.join(known)}."] if known else []
