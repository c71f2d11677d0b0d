"""What has changed, as its page shows it: by year, the newest steps day by day, the older ones in a line each."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from rusplan.changes.steps import Sak, Sakändring, Slag, Steg, Ändringar
from rusplan.data.values import Datum
from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import antal, datum, uppräkning
from rusplan.tools.record import record, small
from rusplan.views.feed_links import Flöde, area_feed, everything

# So many changes in one thing are shown at once; the rest are folded.
AT_ONCE = 6
# A step that tells no more than this stands open; a longer one is folded under what it is about.
OPEN = 3
PAGES = {"samverkan": addresses.SAMVERKAN, "ordlista": addresses.ORDLISTA}


@record
class Sakvy:
    """A thing that changed: its link, what changed, what is folded, and remarks."""

    länk: Länk
    rader: tuple[str, ...]
    fler: tuple[str, ...]
    fler_text: str
    anmärkningar: tuple[str, ...]


@record
class Stegvy:
    """One step. `vikt` is it that is folded under `rubrik`, which names what it is about."""

    ankare: str
    version: str
    datum: str
    mindre: bool
    vikt: bool
    rubrik: str
    sammandrag: tuple[Länk, ...]
    saker: tuple[Sakvy, ...]


@small
class Ändringsdag:
    """All steps of a day; `kort` is the day within its year."""

    ankare: str
    titel: str
    kort: str
    steg: tuple[Stegvy, ...]


@small
class Ändringsår:
    """All days of a year."""

    ankare: str
    titel: str
    dagar: tuple[Ändringsdag, ...]


@record
class Ändringssida:
    """The page: what is missing from it, ways to filter and follow, years with their days, and older steps."""

    område: str | None
    saknas: str | None
    filter: tuple[tuple[Länk, bool], ...]
    flöde: Flöde
    år: tuple[Ändringsår, ...]
    äldre: tuple[Stegvy, ...]

    @property
    def dagar(self) -> tuple[Ändringsdag, ...]:
        """The days of all years."""
        return tuple(day for year in self.år for day in year.dagar)

    @property
    def hopp(self) -> tuple[Ändringsår, ...]:
        """The years to jump within, where there is more than one day."""
        return self.år if len(self.dagar) > 1 else ()

    @property
    def avsnitt(self) -> tuple[tuple[str, str], ...]:
        """The page's sections."""
        older = (("aldre", "Äldre ändringar"),) if self.äldre else ()
        return (*((year.ankare, year.titel) for year in self.år), *older)


def changes_page(sajt: Sajt, area: str | None = None) -> Ändringssida:
    """Everything that has changed, or what concerns an area."""
    steps = list(steps_of(sajt.historik.steg, area))
    return Ändringssida(
        område=sajt.områden[area] if area else None,
        saknas=_missing(sajt),
        filter=_filter(sajt, area),
        flöde=area_feed(sajt, area) if area else everything(),
        år=tuple(_years(sajt, (s for s in steps if s.utförlig))),
        äldre=tuple(step_view(sajt, s) for s in steps if not s.utförlig),
    )


def _years(sajt: Sajt, steps: Iterable[Steg]) -> Iterator[Ändringsår]:
    for year, of_year in groupby(steps, key=lambda step: step.datum.år):
        days = groupby(of_year, key=lambda step: step.datum)
        yield Ändringsår(f"ar-{year}", str(year), tuple(_day(sajt, day, own) for day, own in days))


def _day(sajt: Sajt, day: Datum, steps: Iterable[Steg]) -> Ändringsdag:
    shown = datum(day)
    return Ändringsdag(
        ankare=f"d-{day.iso}",
        titel=shown,
        kort=shown.removesuffix(f" {day.år}"),
        steg=tuple(step_view(sajt, step) for step in steps),
    )


def steps_of(steps: Iterable[Steg], area: str | None) -> Iterator[Steg]:
    """The steps that concern an area, with what concerns it; all if there is none."""
    for step in steps:
        kept = step.ändringar.in_area(area) if area else step.ändringar
        if kept:
            yield replace(step, ändringar=kept)


def _missing(sajt: Sajt) -> str | None:
    """What a reader does not see here; why is told to the one who builds."""
    if sajt.historik.hinder:
        return "Webbplatsen är byggd utan sin versionshistorik. Därför syns inga ändringar här."
    return (
        "Webbplatsen är byggd utan äldre versionshistorik. Därför saknas äldre ändringar här."
        if sajt.historik.ytlig
        else None
    )


def _filter(sajt: Sajt, chosen: str | None) -> tuple[tuple[Länk, bool], ...]:
    areas = ((Länk(title, addresses.områdesändringar(name)), name == chosen) for name, title in sajt.områden.items())
    return ((Länk("Alla områden", addresses.ÄNDRINGAR), chosen is None), *areas)


def step_view(sajt: Sajt, step: Steg) -> Stegvy:
    """A step as it is shown; its anchor stands as long as the step does."""
    found = step.ändringar
    return Stegvy(
        ankare=anchor_of(step),
        version=step.version[:10],
        datum=datum(step.datum),
        mindre=step.mindre,
        vikt=step.mindre or _size(found) > OPEN,
        rubrik=title_of(found),
        sammandrag=tuple(
            Länk(_capital(s.text), _bulk_address(sajt, s.filslag, s.år, s.slag)) for s in found.sammandrag
        ),
        saker=tuple(_thing(sajt, change) for change in found.saker),
    )


def _size(found: Ändringar) -> int:
    """How many rows a step is told in."""
    return len(found.sammandrag) + sum(len(change.ändringar) + len(change.anmärkningar) for change in found.saker)


def anchor_of(step: Steg) -> str:
    """The anchor of a step on the pages of changes."""
    return f"v-{step.namn[:10]}"


def title_of(found: Ändringar) -> str:
    """What a step is about, in one line: «Kulturmiljö 2025, Budget 2025 och 3 till», or the decision that it tells of."""
    if found.beslut:
        return uppräkning(found.beslut)
    names = [change.sak.titel for change in found.saker]
    names += [_capital(s.text) for s in found.sammandrag]
    if len(names) > 3:
        names = [*names[:2], f"{len(names) - 2} till"]
    return uppräkning(names)


def _thing(sajt: Sajt, change: Sakändring) -> Sakvy:
    rows = tuple(_capital(found.text) for found in change.ändringar)
    # One more is not worth folding.
    cut = AT_ONCE if len(rows) > AT_ONCE + 1 else len(rows)
    more = antal(len(rows) - cut, "ändring till", "ändringar till")
    return Sakvy(
        länk=Länk(change.sak.titel, address_of(sajt, change.sak)),
        rader=rows[:cut],
        fler=rows[cut:],
        fler_text=more,
        anmärkningar=change.anmärkningar,
    )


def address_of(sajt: Sajt, thing: Sak) -> str | None:
    """The page of a thing, if the site has one now."""
    if thing.nyckel in sajt.samling.aktiviteter:
        return addresses.aktivitet(sajt.samling.aktiviteter[thing.nyckel])
    year, _, name = thing.nyckel.partition("/")
    return _year_page(sajt, year, name) if name else PAGES.get(year)


def _year_page(sajt: Sajt, year: str, name: str) -> str | None:
    found = sajt.samling.årgångar.get(year)
    if found is None:
        return None
    if name.startswith("berattelse/"):
        number = int(name.partition("/")[2])
        return addresses.uppföljning(year, number) if number in found.delåren else None
    if name == "mal" and found.mål:
        return addresses.mål(year)
    if name == "budget" and found.budget:
        return addresses.budget(year)
    return {
        "plan": addresses.plan(year),
        "dokument": addresses.plan(year),
        "berattelse": addresses.uppföljning(year),
    }.get(name)


def _bulk_address(sajt: Sajt, kind: str, year: str | None, what: Slag) -> str | None:
    """Where what was counted can be seen."""
    if what is Slag.BORTTAGEN:
        return None
    name = {"aktiviteter": "plan", "utfall": "berattelse"}.get(kind, kind.removesuffix(".yml"))
    return _year_page(sajt, year, name) if year else PAGES.get(name)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
