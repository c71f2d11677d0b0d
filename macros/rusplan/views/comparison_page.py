"""Two years side by side: what is new, ended, renamed, merged or split, and how days, flags and money changed."""

from decimal import Decimal

from rusplan.data.counted_sums import budget_sums, has_income, unit_of
from rusplan.data.model import Relation
from rusplan.data.references import Länkning
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.swedish.labels import Märke
from rusplan.tools.record import record, small
from rusplan.views import texts
from rusplan.views.amounts import NET, OTHER_UNIT, difference, line_title, whole, whole_amount, whole_unit_told
from rusplan.views.budgets_over_years import NO_LINE
from rusplan.views.comparison_in_brief import Skillnader, in_brief
from rusplan.views.comparison_rows import Jämförelserad, row_of, same_status
from rusplan.views.what_it_was import revised_told
from rusplan.views.year_facts import areas_of_both, change_of_days, days_told, year_links


@small
class Förändring:
    """An activity that is new, ended, renamed, merged or split: the older ones, the newer ones, and why."""

    äldre: tuple[Länk, ...]
    nyare: tuple[Länk, ...]
    text: tuple[str, ...]


@small
class Förändringsgrupp:
    """All changes of a kind."""

    titel: str
    ankare: str
    rader: tuple[Förändring, ...]


@small
class Dagrad:
    """Days of an area, or in all."""

    titel: str
    dagar: tuple[str, str]
    skillnad: str


@small
class Beloppsjämförelse:
    """A budget line in both years."""

    titel: str
    budget: tuple[str, str]
    skillnad: str


@record
class Jämförelse:
    """Two years side by side."""

    äldre: str
    nyare: str
    båda: str
    grupper: tuple[Förändringsgrupp, ...]
    kort: Skillnader
    rader: tuple[Jämförelserad, ...]
    lika_status: Märke | None
    dagar: tuple[Dagrad, ...]
    använt: frozenset[str]
    budget: tuple[Beloppsjämförelse, ...]
    enhet: str
    reviderade: tuple[str, ...]
    länkar: tuple[Länk, ...]


def comparison(sajt: Sajt, first: Årgång, second: Årgång) -> Jämförelse:
    """Everything that the comparison of two years shows; `first` is the earlier."""
    steps = [s for a in second.aktiviteter.values() for s in sajt.graf.bygger_på(a.ref) if s.från.år == first.år]
    one_to_one = [s for s in steps if s.typ in (Relation.FORTSÄTTER, Relation.NAMNBYTE, Relation.ÖVERTAGANDE)]
    names = (
        ("Nya aktiviteter", "nya", tuple(_new(sajt, second))),
        ("Avslutade aktiviteter", "avslutade", tuple(_ended(sajt, first))),
        ("Nytt namn", "namnbyten", tuple(_pair(sajt, s) for s in steps if s.typ is Relation.NAMNBYTE)),
        ("Sammanslagna", "sammanslagna", tuple(_many(sajt, steps, Relation.SAMMANSLAGNING))),
        ("Uppdelade", "uppdelade", tuple(_many(sajt, steps, Relation.UPPDELNING))),
        ("Övertagna", "overtagna", tuple(_pair(sajt, s) for s in steps if s.typ is Relation.ÖVERTAGANDE)),
    )
    groups = tuple(Förändringsgrupp(*group) for group in names)
    rows = sorted((row_of(sajt, s) for s in one_to_one), key=lambda row: row.ordning)
    both = "i båda planerna" if first.år.flera_år or second.år.flera_år else "båda åren"
    return Jämförelse(
        äldre=first.år.visad,
        nyare=second.år.visad,
        båda=both,
        grupper=groups,
        kort=in_brief(sajt, first, second, rows, {g.ankare: len(g.rader) for g in groups}, both),
        rader=tuple(rows),
        lika_status=same_status(rows),
        dagar=tuple(_days(first, second)) if "dagar" in sajt.samling.använt else (),
        använt=sajt.samling.använt,
        budget=tuple(_money(first, second)),
        enhet=_unit(first, second),
        reviderade=tuple(told for year in (first, second) if (told := revised_told(year))),
        länkar=tuple(
            link for y in (first, second) for link in year_links(sajt, y, addresses.jämförelse(first.år, second.år))
        ),
    )


def _new(sajt: Sajt, year: Årgång) -> list[Förändring]:
    found = []
    for activity in year.aktiviteter.values():
        ny = activity.plan.innehåll.ny
        if ny:
            found.append(Förändring((), (sajt.aktivitetslänk(activity),), (texts.besked(ny) or "",)))
        for step in sajt.graf.bygger_på(activity.ref):
            if step.typ is Relation.AVKNOPPNING:
                found.append(_pair(sajt, step))
    return found


def _ended(sajt: Sajt, year: Årgång) -> list[Förändring]:
    return [
        Förändring((sajt.aktivitetslänk(a),), (), (texts.besked(end) or "",))
        for a in year.aktiviteter.values() if (end := sajt.graf.upphör(a.ref))
    ]  # fmt: skip


def _why(step: Länkning) -> str:
    return texts.with_ground(step.text, step.grund)


def _pair(sajt: Sajt, step: Länkning) -> Förändring:
    return Förändring((sajt.aktivitetslänk(step.från),), (sajt.aktivitetslänk(step.till),), (_why(step),))


def _many(sajt: Sajt, steps: list[Länkning], kind: Relation) -> list[Förändring]:
    """Mergers by what they became, splits by what they came from: one row each."""
    rows: dict[str, list[Länkning]] = {}
    for step in steps:
        if step.typ is kind:
            rows.setdefault((step.till if kind is Relation.SAMMANSLAGNING else step.från).ref, []).append(step)
    return [
        Förändring(
            _links(sajt, [s.från for s in group]),
            _links(sajt, [s.till for s in group]),
            tuple(dict.fromkeys(_why(s) for s in group)),
        )
        for group in rows.values()
    ]


def _links(sajt: Sajt, activities: list[Årsaktivitet]) -> tuple[Länk, ...]:
    return tuple(dict.fromkeys(sajt.aktivitetslänk(a) for a in activities))


def _days(first: Årgång, second: Årgång) -> list[Dagrad]:
    return [
        *(_day_row(title, first, second, name) for name, title in areas_of_both(first, second).items()),
        _day_row("Alla områden", first, second),
    ]


def _day_row(title: str, first: Årgång, second: Årgång, area: str | None = None) -> Dagrad:
    told = days_told(first, area), days_told(second, area)
    return Dagrad(title, told, change_of_days(first, second, area))


def _money(first: Årgång, second: Årgång) -> list[Beloppsjämförelse]:
    if not first.budget or not second.budget:
        return []
    old, new = ({line.id: line for line in year.budget.innehåll.rader} for year in (first, second) if year.budget)
    rows = []
    for name in {**old, **new}:
        before, after = old.get(name), new.get(name)
        both = ((before, first), (after, second))
        shown = tuple(whole_amount(line.budget, year) if line else NO_LINE for line, year in both)
        change = _change(before.budget, after.budget, first, second) if before and after else "–"
        title = line_title(after or before or new[name])
        rows.append(Beloppsjämförelse(title, (shown[0], shown[1]), change))
    is_net = has_income(first.budget.innehåll) or has_income(second.budget.innehåll)
    sums = budget_sums(first), budget_sums(second)
    total = Beloppsjämförelse(
        f"{sums[1].titel}: {NET}" if is_net else sums[1].titel,
        (whole_amount(sums[0].budget, first), whole_amount(sums[1].budget, second)),
        _change(sums[0].budget, sums[1].budget, first, second),
    )
    return [*rows, total]


def _change(before: Decimal | None, after: Decimal | None, first: Årgång, second: Årgång) -> str:
    """How an amount changed, as it is shown; not told of amounts in different units, which are not converted."""
    if unit_of(first) is not unit_of(second):
        return OTHER_UNIT
    return difference(whole(before, first), whole(after, second), second)


def _unit(first: Årgång, second: Årgång) -> str:
    """«, i kronor», where both years count in it, and whether they are rounded."""
    if unit_of(first) is not unit_of(second):
        return ""
    given = [line.budget for year in (first, second) if year.budget for line in year.budget.innehåll.rader]
    sums = [budget_sums(year).budget for year in (first, second) if year.budget]
    return f", {whole_unit_told(second, (*given, *sums))}"
