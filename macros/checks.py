"""Rules that one file alone cannot show. Each rule is a generator of problems, listed in `CHECKS`.

A new rule is one function, its name in the tuple, and a case in tests/golden/.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from macros.collection import Samling, Årgång, Årsaktivitet, read_what_can_be_read
from macros.formatting import belopp, tal
from macros.model import (
    Anmärkning,
    Beslut,
    Budget,
    Händelse,
    Hänvisning,
    Källa,
    Post,
    Relation,
    TidigareVärdering,
    Uppföljning,
)
from macros.problems import DataFel, Problem, did_you_mean, listed, nearest
from macros.reader import Fil
from macros.references import parts_of
from macros.values import FIRST_YEAR, Datum
from macros.yaml_text import Loc

ABBREVIATION = re.compile(r"(?<![\w-])[A-ZÅÄÖ]{2,}[0-9]*(?![\w])")
# Words in capitals that everybody reads without help, and fields that hold somebody else's words.
PLAIN_CAPITALS = frozenset({"EU", "IT", "OECD", "PPT"})
FOREIGN_FIELDS = frozenset(
    {"citat", "titel", "kort_titel", "tema", "namn", "vision", "andra_namn", "länk", "webbplats", "epost", "avsnitt"}
)


def read_collection(root: Path) -> Samling:
    """All of `root`/data, read and checked; raises `DataFel` with every problem of every file at once."""
    samling, problems = read_what_can_be_read(root)
    if samling:
        problems = [*problems, *check(samling)]
    if problems or not samling:
        raise DataFel(problems)
    return samling


def check(samling: Samling) -> list[Problem]:
    """The problems that all rules find."""
    return [problem for rule in CHECKS for problem in rule(samling)]


# ---------------------------------------------------------------- what refers to what


def predecessors_exist_and_are_earlier(samling: Samling) -> Iterator[Problem]:
    """What an activity builds on is there, and lies in an earlier year; so no chain can run in a circle."""
    for activity in samling.aktiviteter.values():
        for i, link in enumerate(activity.plan.innehåll.bygger_på):
            loc: Loc = ("bygger_på", i, "aktivitet")
            year, _, name = link.aktivitet.partition("/")
            if int(year) >= activity.år:
                yield activity.plan.problem(
                    loc,
                    f"«aktivitet» är «{link.aktivitet}», men en aktivitet {activity.år} kan bara bygga på ett tidigare år; annars går kedjan i cirkel",
                )
            elif problem := _unknown_activity(samling, year, name):
                yield activity.plan.problem(loc, f"«aktivitet» är «{link.aktivitet}», {problem}")


def references_resolve(samling: Samling) -> Iterator[Problem]:
    """What a text refers to is there. A year without data may be named (a thing postponed to next year), not what lies in it."""
    for file in _files(samling):
        for loc, part in parts_of(file.innehåll):
            if not isinstance(part, Hänvisning) or "/" not in part.till:
                continue
            year, _, name = part.till.partition("/")
            if name in ("budget", "mal"):
                if not samling.unreadable(year, f"{name}.yml") and not _has(samling, int(year), name):
                    yield file.problem(
                        (*loc, "till"), f"«till» är «{part.till}», men filen data/{year}/{name}.yml finns inte"
                    )
            elif problem := _unknown_activity(samling, year, name):
                yield file.problem((*loc, "till"), f"«till» är «{part.till}», {problem}")


def _has(samling: Samling, year: int, name: str) -> bool:
    found = samling.årgångar.get(year)
    return bool(found and {"budget": found.budget, "mal": found.mål}[name]) or samling.unreadable(year, "plan.yml")


def _unknown_activity(samling: Samling, year: str, name: str) -> str | None:
    """What is wrong with a reference to an activity, or None if it is there or cannot be judged."""
    if samling.unreadable(year, "plan.yml") or samling.unreadable(year, "aktiviteter", f"{name}.yml"):
        return None
    found = samling.årgångar.get(int(year))
    if found is None:
        return f"men året {year} finns inte i data"
    if name in found.aktiviteter:
        return None
    return f"men den aktiviteten finns inte {year}{did_you_mean(name, found.aktiviteter)}"


def every_activity_has_an_origin(samling: Samling) -> Iterator[Problem]:
    """Where an earlier year is present, an activity builds on something or is said to be new, not both."""
    first = min(samling.årgångar, default=0)
    for activity in samling.aktiviteter.values():
        plan = activity.plan.innehåll
        if plan.ny and plan.bygger_på:
            yield activity.plan.problem(
                ("ny",), "«ny» kan inte stå tillsammans med «bygger_på»; ta bort det som inte stämmer"
            )
        if activity.år > first and not plan.ny and not plan.bygger_på:
            before = max(year for year in samling.årgångar if year < activity.år)
            yield activity.plan.problem(
                (),
                f"det framgår inte var aktiviteten kommer ifrån; lägg till «bygger_på» med en aktivitet från {before}, eller «ny» med ett skäl",
            )


def every_activity_has_a_fate(samling: Samling) -> Iterator[Problem]:
    """Where a later year is present, an activity goes on in something or is said to end, not both."""
    followed = {
        _as_meant(samling, link.aktivitet) for a in samling.aktiviteter.values() for link in a.plan.innehåll.bygger_på
    }
    for activity in samling.aktiviteter.values():
        later = next((year for year in samling.årgångar if year > activity.år), None)
        ends = activity.plan.innehåll.upphör
        if ends and activity.ref in followed:
            yield activity.plan.problem(
                ("upphör",),
                f"«upphör» kan inte stå här, för en senare aktivitet bygger på {activity.ref}; ta bort det som inte stämmer",
            )
        if later and not ends and activity.ref not in followed and not _unread_plans(samling, later):
            yield activity.plan.problem(
                (),
                f"det framgår inte vad som händer med aktiviteten {later}; ange {activity.ref} under «bygger_på» i en aktivitet {later}, eller lägg till «upphör» här med ett skäl",
            )


def _as_meant(samling: Samling, ref: str) -> str:
    """`ref`, or the activity of the same year that a misspelt one most likely was meant to be: told there, not here."""
    year, _, name = ref.partition("/")
    found = samling.årgångar.get(int(year))
    if ref in samling.aktiviteter or found is None:
        return ref
    return f"{year}/{nearest(name, found.aktiviteter)}"


def _unread_plans(samling: Samling, year: int) -> bool:
    return any(name.startswith((f"data/{year}/aktiviteter/", f"data/{year}/plan.yml")) for name in samling.oläsliga)


def relations_fit_their_kind(samling: Samling) -> Iterator[Problem]:
    """A merger has several origins, a split several heirs; a rename changes the title, a plain continuation does not; no origin twice."""
    heirs = Counter(
        link.aktivitet
        for a in samling.aktiviteter.values()
        for link in a.plan.innehåll.bygger_på
        if link.typ is Relation.UPPDELNING
    )
    for activity in samling.aktiviteter.values():
        links = activity.plan.innehåll.bygger_på
        merged = sum(link.typ is Relation.SAMMANSLAGNING for link in links)
        for i, link in enumerate(links):
            earlier = samling.aktiviteter.get(link.aktivitet)
            same = earlier is not None and earlier.titel.casefold() == activity.titel.casefold()
            problem, field = None, "typ"
            if link.aktivitet in [other.aktivitet for other in links[:i]]:
                problem, field = f"«{link.aktivitet}» står två gånger under «bygger_på»; ta bort den ena", "aktivitet"
            elif link.typ is Relation.SAMMANSLAGNING and merged < 2:
                problem = "«typ» är «sammanslagning», men då ska minst två tidigare aktiviteter stå under «bygger_på»"
            elif (
                link.typ is Relation.UPPDELNING
                and heirs[link.aktivitet] < 2
                and not _unread_plans(samling, activity.år)
            ):
                problem = f"«typ» är «uppdelning», men då ska minst två aktiviteter bygga på {link.aktivitet}"
            elif link.typ is Relation.NAMNBYTE and same:
                problem = "«typ» är «namnbyte», men titeln är densamma båda åren; menade du «fortsätter»?"
            elif link.typ is Relation.FORTSÄTTER and earlier and not same:
                problem = f"«typ» är «fortsätter», men titeln var «{earlier.titel}» {earlier.år}; menade du «namnbyte»?"
            if problem:
                yield activity.plan.problem(("bygger_på", i, field), problem)


def areas_agree(samling: Samling) -> Iterator[Problem]:
    """An activity says the area under which the plan lists it; goals and reports name areas of the plan."""
    for year in samling.årgångar.values():
        areas = {area.id for area in year.plan.innehåll.områden}
        for area in year.plan.innehåll.områden:
            for name in (n for heading in area.rubriker for n in heading.aktiviteter):
                activity = year.aktiviteter.get(name)
                said = activity.plan.innehåll.område if activity else area.id
                if activity and said != area.id and activity not in _listed_under(year, said):
                    hint = f"menade du «{area.id}»?" if said not in areas else "rätta det som är fel"
                    yield activity.plan.problem(
                        ("område",),
                        f"«område» är «{said}», men {year.plan.namn} räknar upp aktiviteten under «{area.id}»; {hint}",
                    )
        named = (
            [(year.mål, ("mål", i, "område"), goal.område) for i, goal in enumerate(year.mål.innehåll.mål)]
            if year.mål
            else []
        )
        if year.berättelse:
            named += [
                (year.berättelse, ("områden", i, "id"), area.id)
                for i, area in enumerate(year.berättelse.innehåll.områden)
            ]  # type: ignore[misc]
        for file, loc, said in named:
            if said not in areas:
                yield file.problem(
                    loc, f"«{loc[-1]}» är «{said}», men området finns inte i {year.plan.namn}{_choices(said, areas)}"
                )


def _choices(word: str, known: Iterable[str]) -> str:
    return did_you_mean(word, known) or f"; här finns {listed(sorted(known))}"


def organisations_are_known(samling: Samling) -> Iterator[Problem]:
    """Every organisation that is named by id stands in samverkan.yml."""
    if samling.samverkan.namn in samling.oläsliga:
        return
    for file in _files(samling):
        for loc, part in parts_of(file.innehåll):
            field = next((p for p in reversed(loc) if isinstance(p, str)), "")
            if isinstance(part, str) and field in ("samverkan", "organisation") and part not in samling.organisationer:
                hint = did_you_mean(part, samling.organisationer) or "; lägg till organisationen där"
                yield file.problem(loc, f"«{field}» nämner «{part}», som inte finns i data/samverkan.yml{hint}")


def sources_are_known(samling: Samling) -> Iterator[Problem]:
    """Every source that is named is a document that some plan.yml or berattelse.yml describes."""
    if any(name.endswith(("plan.yml", "berattelse.yml")) for name in samling.oläsliga):
        return
    for file in _files(samling):
        for loc, part in parts_of(file.innehåll):
            if isinstance(part, Källa) and part.dokument not in samling.dokument:
                yield file.problem(
                    (*loc, "dokument"),
                    f"«dokument» är «{part.dokument}», men inget sådant dokument finns{_choices(part.dokument, samling.dokument)}",
                )


def abbreviations_are_explained(samling: Samling) -> Iterator[Problem]:
    """Every abbreviation in our own text stands in the glossary or is an organisation's short name."""
    if {samling.ordlista.namn, samling.samverkan.namn} & samling.oläsliga:
        return
    known = {
        word
        for term in samling.ordlista.innehåll.termer
        for word in re.findall(r"\w+", f"{term.term} {term.utskrivet or ''}")
    }
    known |= {
        word for o in samling.organisationer.values() for word in re.findall(r"\w+", f"{o.namn} {o.kortnamn or ''}")
    }
    for file in _files(samling):
        for loc, part in parts_of(file.innehåll):
            if not isinstance(part, str) or any(name in FOREIGN_FIELDS for name in loc):
                continue
            for word in dict.fromkeys(ABBREVIATION.findall(part)):
                if word not in known and word not in PLAIN_CAPITALS:
                    label = next(p for p in reversed(loc) if isinstance(p, str))
                    yield file.problem(
                        loc,
                        f"«{label}» använder förkortningen «{word}», som inte förklaras i data/ordlista.yml; lägg till den där eller skriv ut den{did_you_mean(word, known)}",
                    )


def notes_name_a_field(samling: Samling) -> Iterator[Problem]:
    """The field that an editorial note is about is a field of the thing it stands on."""
    for file in _files(samling):
        for loc, part in parts_of(file.innehåll):
            for i, note in enumerate(getattr(part, "anmärkningar", ())):
                assert isinstance(part, Post)
                fields = type(part).model_fields
                if note.gäller and note.gäller not in fields:
                    yield file.problem(
                        (*loc, "anmärkningar", i, "gäller"),
                        f"«gäller» är «{note.gäller}», men ska vara ett fält här: {listed(fields)}{did_you_mean(note.gäller, fields)}",
                    )


def ids_are_unique(samling: Samling) -> Iterator[Problem]:
    """No id, term or document stands twice within its list."""
    for file in _files(samling):
        for loc, part in parts_of(file.innehåll):
            if isinstance(part, tuple):
                yield from _doubles(file, loc, part)
    seen: dict[str, str] = {}
    for year in samling.årgångar.values():
        for described in (year.plan, year.berättelse):
            if described:
                name = described.innehåll.dokument.id
                if name in seen:
                    yield described.problem(
                        ("dokument", "id"),
                        f"«id» är «{name}», men det dokumentet beskrivs redan i {seen[name]}; ge det ett eget id",
                    )
                seen[name] = described.namn


def _doubles(file: Fil[Post], loc: Loc, parts: tuple[object, ...]) -> Iterator[Problem]:
    seen: set[str] = set()
    for i, part in enumerate(parts):
        for field in ("id", "term"):
            name = getattr(part, field, None)
            if name is None:
                continue
            if name.casefold() in seen:
                yield file.problem(
                    (*loc, i, field),
                    f"«{field}» är «{name}», som redan finns i listan; ge den ett annat namn eller ta bort den ena",
                )
            seen.add(name.casefold())


# ---------------------------------------------------------------- sums, ratings and dates


def stated_days_agree(samling: Samling) -> Iterator[Problem]:
    """The days a document states for an area, or in all, are the sum of the activities' days, or a note says why not."""
    for year in samling.årgångar.values():
        if _unread_plans(samling, year.år):
            continue
        for i, area in enumerate(year.plan.innehåll.områden):
            yield from _sum_problem(
                year.plan,
                ("områden", i),
                area,
                "dagar",
                _days(_listed_under(year, area.id)),
                "aktiviteternas dagar",
                tal,
            )
        for i, told in enumerate(year.berättelse.innehåll.områden if year.berättelse else ()):
            assert year.berättelse
            yield from _sum_problem(
                year.berättelse,
                ("områden", i),
                told,
                "dagar",
                _days(_listed_under(year, told.id)),
                "aktiviteternas dagar",
                tal,
            )
        if year.budget and year.budget.innehåll.bemanning:
            staff = year.budget.innehåll.bemanning
            yield from _sum_problem(
                year.budget,
                ("bemanning",),
                staff,
                "dagar",
                _days(year.aktiviteter.values()),
                "alla aktiviteters dagar",
                tal,
            )


def _listed_under(year: Årgång, area: str) -> list[Årsaktivitet]:
    """The activities that the plan lists under an area, whatever area they themselves name."""
    areas = (each for each in year.plan.innehåll.områden if each.id == area)
    names = (name for each in areas for heading in each.rubriker for name in heading.aktiviteter)
    return [year.aktiviteter[name] for name in names if name in year.aktiviteter]


def _days(activities: Iterable[Årsaktivitet]) -> Decimal | None:
    days = [a.plan.innehåll.dagar for a in activities]
    return sum((d for d in days if d is not None), Decimal()) if any(d is not None for d in days) else None


def budget_sums_agree(samling: Samling) -> Iterator[Problem]:
    """The sums of a budget that the document states are the sums of its parts, or a note says why not."""
    for year in samling.årgångar.values():
        if year.budget:
            yield from _budget_problems(year, year.budget)


def _budget_problems(year: Årgång, file: Fil[Budget]) -> Iterator[Problem]:
    budget = file.innehåll
    wrong_sums = [
        problem
        for name in ("budget", "utfall")
        for problem in _sum_problem(
            file,
            ("summa",),
            budget.summa,
            name,
            _total([getattr(line, name) for line in budget.rader]),
            "raderna",
            belopp,
        )
    ]
    yield from wrong_sums
    for i, line in enumerate(budget.rader):
        spent = _total([part.utfall for part in line.delposter])
        yield from _sum_problem(file, ("rader", i), line, "utfall", spent, "delposterna", belopp)
        planned = sum((part.budget for part in line.delposter if part.budget is not None), Decimal())
        if line.budget is not None and planned > line.budget and not _noted(line, "budget"):
            yield file.problem(
                ("rader", i, "budget"),
                f"«budget» är {belopp(line.budget)}, men delposterna blir {belopp(planned)} tillsammans; rätta den som är fel, eller lägg till en anmärkning med «gäller: budget»",
            )
        for j, part in enumerate(line.delposter):
            if (
                part.timmar is not None
                and part.timpris is not None
                and part.budget is not None
                and part.timmar * part.timpris != part.budget
            ):
                yield file.problem(
                    ("rader", i, "delposter", j, "budget"),
                    f"«budget» är {belopp(part.budget)}, men {tal(part.timmar)} timmar à {belopp(part.timpris)} blir {belopp(part.timmar * part.timpris)}; rätta det som är fel",
                )
            if part.aktivitet and part.aktivitet not in year.aktiviteter and not _is_listed(year, part.aktivitet):
                yield file.problem(
                    ("rader", i, "delposter", j, "aktivitet"),
                    f"«aktivitet» är «{part.aktivitet}», men den aktiviteten finns inte {year.år}{_choices(part.aktivitet, year.aktiviteter)}",
                )
    added = sum((t.belopp for t in budget.tillskott), Decimal())
    for i, left in enumerate(budget.överskott):
        if budget.summa.budget is None or budget.summa.utfall is None or wrong_sums:
            continue
        computed = budget.summa.budget + (added if left.med_tillskott == "ja" else 0) - budget.summa.utfall
        yield from _sum_problem(
            file, ("överskott", i), left, "belopp", computed, "budgeten minus utfallet", belopp, (budget, "överskott")
        )
    if budget.tilldelning:
        shares = _total([part.budget for part in budget.tilldelning.fördelning])
        yield from _sum_problem(
            file, ("tilldelning",), budget.tilldelning, "belopp", shares, "delarna", belopp, (budget, "tilldelning")
        )
    lines = {line.id for line in budget.rader}
    for i, extra in enumerate(budget.tillskott):
        if extra.rad and extra.rad not in lines:
            yield file.problem(
                ("tillskott", i, "rad"),
                f"«rad» är «{extra.rad}», men den budgetraden finns inte{_choices(extra.rad, lines)}",
            )


def _is_listed(year: Årgång, name: str) -> bool:
    """True if the plan lists the activity although its file could not be read."""
    return any(name in heading.aktiviteter for area in year.plan.innehåll.områden for heading in area.rubriker)


def _total(parts: list[Decimal | None]) -> Decimal | None:
    known = [part for part in parts if part is not None]
    return sum(known, Decimal()) if known and len(known) == len(parts) else None


def _sum_problem(
    file: Fil[Post] | Fil[Budget],
    loc: Loc,
    part: Post,
    field: str,
    computed: Decimal | None,
    of: str,
    show: Callable[[Decimal], str],
    note: tuple[Post, str] | None = None,
) -> Iterator[Problem]:
    """A problem if the stated `field` of `part` differs from `computed` and no note says so: on `part`, or where `note` tells."""
    noted_on, noted_field = note or (part, field)
    stated = getattr(part, field)
    if stated is None or computed is None or stated == computed or _noted(noted_on, noted_field):
        return
    yield file.problem(
        (*loc, field),
        f"«{field}» är {show(stated)}, men {of} blir {show(computed)}; rätta den som är fel, eller lägg till en anmärkning med «gäller: {noted_field}» om källan säger så",
    )


def _noted(part: Post, field: str) -> bool:
    notes: tuple[Anmärkning, ...] = getattr(part, "anmärkningar", ())
    return any(note.gäller == field for note in notes)


def goals_hang_together(samling: Samling) -> Iterator[Problem]:
    """A goal corresponds to one of the period before; earlier ratings have a value or a reason, one for each period."""
    earlier: set[str] = set()
    for year in samling.årgångar.values():
        if not year.mål:
            continue
        unread = any(samling.unreadable(before, "mal.yml") for before in range(FIRST_YEAR, year.år))
        for i, goal in enumerate(year.mål.innehåll.mål):
            if goal.motsvarar and goal.motsvarar not in earlier and not unread:
                yield year.mål.problem(
                    ("mål", i, "motsvarar"),
                    f"«motsvarar» är «{goal.motsvarar}», men det målet finns inte i föregående periods mal.yml{did_you_mean(goal.motsvarar, earlier)}",
                )
        for loc, part in parts_of(year.mål.innehåll):
            if isinstance(part, TidigareVärdering) and part.värdering is None and not part.kommentar:
                yield year.mål.problem(
                    loc, f"värdering för {part.period} saknas; lägg till «värdering», eller «kommentar» med skälet"
                )
            if isinstance(part, Uppföljning):
                periods = [told.period for told in part.tidigare]
                for j, period in enumerate(periods):
                    if period in periods[:j]:
                        yield year.mål.problem(
                            (*loc, "tidigare", j, "period"),
                            f"«period» är «{period}», som redan finns i listan; ta bort den ena",
                        )
        earlier = {goal.id for goal in year.mål.innehåll.mål}


def dates_make_sense(samling: Samling) -> Iterator[Problem]:
    """Events lie within a year of their plan, end after they begin; decisions lie near; what is postponed is moved forward."""
    for year in samling.årgångar.values():
        for file in _files_of(year):
            for loc, part in parts_of(file.innehåll):
                if isinstance(part, Händelse):
                    yield from _event_problems(file, loc, part, year.år)
                elif isinstance(part, Beslut) and part.datum and abs(part.datum.år - year.år) > 2:
                    yield file.problem(
                        (*loc, "datum"), f"«datum» är {part.datum.iso}, men filen gäller {year.år}; kontrollera året"
                    )
                moved = getattr(part, "flyttad_till", None)
                if moved is not None and moved <= year.år:
                    yield file.problem(
                        (*loc, "flyttad_till"), f"«flyttad_till» är {moved}, men ska vara ett senare år än {year.år}"
                    )


def _event_problems(file: Fil[Post], loc: Loc, event: Händelse, year: int) -> Iterator[Problem]:
    if abs(event.datum.år - year) > 1:
        yield file.problem((*loc, "datum"), f"«datum» är {event.datum.iso}, men filen gäller {year}; kontrollera året")
    if event.slutdatum:
        if not event.datum.dag:
            yield file.problem((*loc, "slutdatum"), "«slutdatum» kräver att «datum» är ett helt datum, som 2025-11-12")
        elif event.slutdatum <= event.datum:
            yield file.problem(
                (*loc, "slutdatum"),
                f"«slutdatum» är {event.slutdatum.iso}, men ska vara efter «datum», som är {event.datum.iso}",
            )
        elif _days_between(event.datum, event.slutdatum) > 366:
            yield file.problem(
                (*loc, "slutdatum"),
                f"«slutdatum» är {event.slutdatum.iso}, mer än ett år efter «datum», som är {event.datum.iso}; kontrollera året",
            )


def _days_between(first: Datum, last: Datum) -> int:
    return (date(last.år, last.månad, last.dag) - date(first.år, first.månad, first.dag)).days


# ---------------------------------------------------------------- which files there are


def _files(samling: Samling) -> Iterator[Fil[Post]]:
    # Stand-ins for shared files that could not be read hold nothing to judge.
    for shared in (samling.webbplats, samling.samverkan, samling.ordlista):
        if shared.namn not in samling.oläsliga:
            yield shared
    for year in samling.årgångar.values():
        yield from _files_of(year)


def _files_of(year: Årgång) -> Iterator[Fil[Post]]:
    for file in (year.plan, year.berättelse, year.mål, year.budget):
        if file:
            yield file
    for activity in year.aktiviteter.values():
        yield activity.plan
        if activity.utfall:
            yield activity.utfall


CHECKS: tuple[Callable[[Samling], Iterator[Problem]], ...] = (
    predecessors_exist_and_are_earlier,
    references_resolve,
    every_activity_has_an_origin,
    every_activity_has_a_fate,
    relations_fit_their_kind,
    areas_agree,
    organisations_are_known,
    sources_are_known,
    abbreviations_are_explained,
    notes_name_a_field,
    ids_are_unique,
    stated_days_agree,
    budget_sums_agree,
    goals_hang_together,
    dates_make_sense,
)
