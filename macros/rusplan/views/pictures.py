"""The pictures of the site, each with the figures it shows; an editor can name them: ``status.2025``, ``flode.2025``.

A picture of two years is named after the newer. None where the data has nothing to draw.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from itertools import pairwise

from rusplan.charts import Bild, Rad, Stapel, Stapelrad, bars, flow, ratings, stacked
from rusplan.charts.flow_chart import Öde
from rusplan.data.counted_sums import amounts, budget_sums, has_income, sum_of_kind
from rusplan.data.model import Budget, Relation, Ställning
from rusplan.data.year import Årgång
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import dagar, skillnad
from rusplan.views import findings
from rusplan.views.amounts import KINDS, TITLES, amount, columns_of, line_cells, line_title, whole_amount
from rusplan.views.ratings_of_goals import ratings_table
from rusplan.views.report_page import status_counts
from rusplan.views.year_facts import areas_of_both, change_of_days, days_told, known_days
from rusplan.views.year_money import differs, year_money

MÖNSTER = {
    Ställning.SOM_PLANERAT: "hel",
    Ställning.DELVIS: "rand",
    Ställning.EJ: "prick",
    Ställning.PÅGÅR: "streck",
    Ställning.INTE_PÅBÖRJAD: "ruta",
    Ställning.INTE_UPPFÖLJD: "tom",
    Ställning.OKÄNT: "tom",
    Ställning.OVISST: "kryss",
    Ställning.INTE_HÄR: "tom",
    Ställning.UTGÅR: "tom",
}
# How the bars of a budget are filled; what was carried over has none.
FILLED = {"budget": "rand", "reviderad": "prick", "prognos": "streck", "utfall": "hel"}
KEPT = (Relation.FORTSÄTTER, Relation.NAMNBYTE, Relation.ÖVERTAGANDE)
FATES = {
    Relation.FORTSÄTTER: "Fortsätter",
    Relation.NAMNBYTE: "Byter namn",
    Relation.SAMMANSLAGNING: "Slås ihop",
    Relation.UPPDELNING: "Delas upp",
    Relation.ÖVERTAGANDE: "Tas över",
    Relation.AVKNOPPNING: "Knoppas av",
}


def status(sajt: Sajt, year: Årgång) -> Bild | None:
    """How the activities of each area went."""
    total = status_counts(year)
    used = [s for s in Ställning if total[s]]
    legend = tuple((MÖNSTER[s], labels.STÄLLNING[s].text) for s in used)
    rows = [_status_row(year, area.titel, area.id, used) for area in year.plan.innehåll.områden]
    if set(used) <= {Ställning.INTE_HÄR}:  # nothing to show
        return None
    return stacked(f"status-{year.nyckel.replace('/', '-')}", findings.of_statuses(year, total), legend, rows)


def _status_row(year: Årgång, title: str, area: str, used: list[Ställning]) -> Stapelrad:
    counts = status_counts(year, area)
    return Stapelrad(title, tuple((counts[s], MÖNSTER[s]) for s in used))


def days(sajt: Sajt, year: Årgång) -> Bild | None:
    """Planned working days of each area."""
    if "dagar" not in sajt.samling.använt:
        return None
    rows = [Rad(a.titel, (_days(year, a.id, "hel"),)) for a in year.plan.innehåll.områden]
    return bars(f"dagar-{year.år}", findings.of_days(year), ("Arbetstid",), rows, note="Planerad arbetstid per område.")


def days_between(sajt: Sajt, old: Årgång, new: Årgång) -> Bild | None:
    """Planned working days of each area in both years."""
    if "dagar" not in sajt.samling.använt:
        return None
    rows = []
    for name, title in areas_of_both(old, new).items():
        change = change_of_days(old, new, name)
        rows.append(Rad(title, (_days(old, name, "rand"), _days(new, name, "hel")), change))
    years = (old.år.visad, new.år.visad)
    title, note = findings.of_days_between(old, new), "Planerad arbetstid per område."
    return bars(f"dagar-per-omrade-{new.år}", title, years, rows, last="Skillnad", note=note)


def days_of_activities(sajt: Sajt, old: Årgång, new: Årgång) -> Bild | None:
    """Planned working days of each activity that stands in both years."""
    if "dagar" not in sajt.samling.använt:
        return None
    rows, changes = list[Rad](), list[Decimal]()
    for activity in new.aktiviteter.values():
        for step in sajt.graf.bygger_på(activity.ref):
            if step.typ not in KEPT or step.från.år != old.år:
                continue
            before, after = step.från.plan.innehåll.dagar, activity.plan.innehåll.dagar
            known = [after - before] if before is not None and after is not None else []
            changes += known
            change = skillnad(known[0]) if known else labels.SAKNAS
            rows.append(Rad(activity.titel, (_bar(before, dagar, "rand"), _bar(after, dagar, "hel")), change))
    if not rows:
        return None
    title, note = findings.of_changes(old, new, changes), "Planerad arbetstid per aktivitet."
    years = (old.år.visad, new.år.visad)
    return bars(f"dagar-per-aktivitet-{new.år}", title, years, rows, last="Skillnad", note=note)


def _days(year: Årgång, area: str, pattern: str) -> Stapel:
    return Stapel(known_days(year, area), days_told(year, area), pattern)


def _bar(value: Decimal | None, words: Callable[[Decimal | None], str], pattern: str) -> Stapel:
    return Stapel(value, words(value), pattern)


def budget(sajt: Sajt, year: Årgång) -> Bild | None:
    """What each line was given, is foreseen to be and became."""
    if year.budget is None:
        return None
    content, words = year.budget.innehåll, partial(amount, year=year)
    columns = columns_of(sajt.samling, content)
    drawn_ = [name for name in columns.namn if name in FILLED]
    said = {name: amounts(content, name) for name in drawn_}
    rows = [
        Rad(
            line_title(line),
            tuple(_bar(said[name][i], words, FILLED[name]) for name in drawn_),
            line_cells(year, columns, i)[-1] if columns.slut else "",
        )
        for i, line in enumerate(content.rader)
    ]
    series, sums = tuple(TITLES[name] for name in drawn_), budget_sums(year)
    last = None if has_income(content) or columns.slut is None else getattr(sums, columns.slut)
    title = differs(year, columns, getattr(sums, columns.mot), last) or f"{columns.titel} {year.år.visad}"
    note = f"{columns.titel}, rad för rad."
    return bars(f"budget-{year.år}", title, series, rows, last=columns.skillnad, note=note)


def money(sajt: Sajt, year: Årgång) -> Bild | None:
    """What the year was given, what was added and spent, and what is left; of a budget with income, its costs and its income."""
    if year.budget is None:
        return None
    told = year_money(sajt, year)
    if told is None:
        return _costs_and_income(sajt, year, year.budget.innehåll)
    rows = [Rad(post.titel, (Stapel(post.värde, post.ord, FILLED.get(post.namn, "tom")),)) for post in told.poster]
    return bars(f"pengar-{year.år}", told.rubrik, ("Belopp",), rows, note=told.avrundat)


def _costs_and_income(sajt: Sajt, year: Årgång, content: Budget) -> Bild:
    """The sums of both kinds, as they were given and as they are spent or foreseen."""
    columns = columns_of(sajt.samling, content)
    names = [name for name in (columns.mot, columns.slut) if name]
    rows, titles = list[Rad](), list[str]()
    for kind, title in KINDS.items():
        sums = {name: sum_of_kind(content.rader, kind, amounts(content, name)) for name in names}
        rows.append(
            Rad(title, tuple(_bar(sums[name], partial(whole_amount, year=year), FILLED[name]) for name in names))
        )
        titles.append(differs(year, columns, sums[columns.mot], sums.get(columns.slut or ""), f"{title}na"))
    title = next(filter(None, titles), f"Kostnader och intäkter {year.år.visad}")
    return bars(f"pengar-{year.år}", title, tuple(TITLES[name] for name in names), rows)


def earmarks(sajt: Sajt, year: Årgång) -> Bild | None:
    """What is set aside and used of the money within the lines of the budget."""
    parts = [part for line in year.budget.innehåll.rader for part in line.delposter] if year.budget else []
    set_aside = any(part.budget is not None for part in parts)
    words = partial(amount, year=year)
    rows = [Rad(p.titel, (_bar(p.budget, words, "rand"), _bar(p.utfall, words, "hel"))[not set_aside :]) for p in parts]
    what = "Öronmärkta pengar" if set_aside else "Pengar till insatser"
    title = findings.of_earmarks(year, what, parts)
    series = ("Avsatt", "Använt")[not set_aside :]
    return bars(f"delposter-{year.år}", title, series, rows, note=f"{what}.") if rows else None


def goals(sajt: Sajt, year: Årgång) -> Bild | None:
    """The ratings of the goals over the periods."""
    table = ratings_table(sajt, year.år)
    if table is None:
        return None
    rows = [(row.mål.text, row.värderingar) for row in table.rader]
    scale = ", ".join(f"{digit} betyder {_clause(text)}" for digit, text in table.skala)
    meaning = f"{scale}. " if scale else ""
    note = f"{meaning}Ju mer fylld punkt, desto bättre. Ett streck betyder att värdering saknas."
    return ratings(f"mal-{year.år}", findings.of_ratings(table), table.perioder, rows, note, table.räknas_som)


def _clause(meaning: str) -> str:
    """What a rating means, as it follows «betyder»: a sentence about the goal takes «att»."""
    words = f"{meaning[0].lower()}{meaning[1:]}"
    return f"att {words}" if words.startswith("målet ") else words


def fates(sajt: Sajt, old: Årgång, new: Årgång) -> Bild | None:
    """What becomes of the activities of one year in the next."""
    steps = [s for a in new.aktiviteter.values() for s in sajt.graf.bygger_på(a.ref) if s.från.år == old.år]
    if not steps:
        return None
    bands, rows = [], []
    for kind, word in FATES.items():
        mine = [s for s in steps if s.typ is kind]
        before, after = {s.från.ref for s in mine}, {s.till.ref for s in mine}
        if kind is Relation.AVKNOPPNING:  # the older activity goes on by itself too
            before = set()
        if mine:
            bands.append(Öde(word, len(before), len(after)))
        rows += [(s.från.titel, labels.RELATION[kind], s.till.titel) for s in mine]
    ended = [a.titel for a in old.aktiviteter.values() if sajt.graf.upphör(a.ref)]
    fresh = [a.titel for a in new.aktiviteter.values() if a.plan.innehåll.ny]
    bands += [
        Öde(word, *sizes) for word, sizes in (("Upphör", (len(ended), 0)), ("Nya", (0, len(fresh)))) if any(sizes)
    ]
    rows += [*((title, "upphör", "") for title in ended), *(("", "ny", title) for title in fresh)]
    kept = len({s.från.ref for s in steps if s.typ in KEPT})
    return flow(f"flode-{new.år}", findings.of_fates(old, new, kept), (old.år.visad, new.år.visad), bands, tuple(rows))


OF_A_YEAR: dict[str, Callable[[Sajt, Årgång], Bild | None]] = {
    "status": status,
    "dagar": days,
    "budget": budget,
    "pengar": money,
    "delposter": earmarks,
    "mal": goals,
}
OF_TWO_YEARS: dict[str, Callable[[Sajt, Årgång, Årgång], Bild | None]] = {
    "dagar-per-omrade": days_between,
    "dagar-per-aktivitet": days_of_activities,
    "flode": fates,
}


def drawn(sajt: Sajt) -> dict[str, Bild]:
    """Every picture that the data can fill, by name: ``status.2025``; the kind alone, ``status``, is the newest."""
    named = {name: bild for name, draw in _all(sajt).items() if (bild := draw())}
    return named | {name.partition(".")[0]: bild for name, bild in named.items()}


def picture(sajt: Sajt, name: str) -> Bild | None:
    """One of them by its name, without drawing the others; None if there is no such picture."""
    every = _all(sajt)
    if name in every:
        return every[name]()
    found = (draw() for each, draw in reversed(every.items()) if each.partition(".")[0] == name)
    return next(filter(None, found), None)


def newest(sajt: Sajt) -> Iterator[Bild]:
    """The newest picture of each kind."""
    yield from filter(None, (picture(sajt, kind) for kind in (*OF_A_YEAR, *OF_TWO_YEARS)))


def _all(sajt: Sajt) -> dict[str, Callable[[], Bild | None]]:
    """What draws each picture of each year, the oldest year first; None where the data cannot fill it."""
    years = list(sajt.samling.årgångar.values())
    found: dict[str, Callable[[], Bild | None]] = {}
    for kind, of_year in OF_A_YEAR.items():
        found |= {f"{kind}.{year.år}": partial(of_year, sajt, year) for year in years}
    for kind, of_two in OF_TWO_YEARS.items():
        found |= {f"{kind}.{new.år}": partial(of_two, sajt, old, new) for old, new in pairwise(years)}
    return found
