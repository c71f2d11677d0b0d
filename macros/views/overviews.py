"""Pages over all years: the index, areas, organisations, events, publications, sources, glossary and the start page."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros import addresses, labels
from macros.collection import Årsaktivitet
from macros.formatting import antal, dagar, sorteringsnyckel
from macros.model import JaNej, Organisationstyp, Status, Utvecklingsinsats
from macros.references import parts_of
from macros.views import parts
from macros.views.activity import Aktivitetskort, card, partners_of
from macros.views.parts import AnmärkningVy, HändelseVy, Länk, PublikationVy, Sajt
from macros.views.years import Dokumentvy, Statusöversikt, document, planned_days, status_overview


@dataclass(frozen=True)
class Urval:
    """Which activities a list holds; None lets all through."""

    år: int | None = None
    område: str | None = None
    status: Status | None = None
    prioriterad: JaNej | None = None
    utvecklingsinsats: Utvecklingsinsats | None = None
    organisation: str | None = None

    def __contains__(self, activity: Årsaktivitet) -> bool:
        plan = activity.plan.innehåll
        status = activity.utfall.innehåll.status if activity.utfall else Status.OKÄNT
        wanted = (
            (self.år, activity.år),
            (self.område, plan.område),
            (self.status, status),
            (self.prioriterad, plan.prioriterad),
            (self.utvecklingsinsats, plan.utvecklingsinsats),
        )
        return all(want in (None, has) for want, has in wanted) and (
            self.organisation is None or self.organisation in partners_of(activity)
        )


@dataclass(frozen=True)
class Aktivitetslista:
    """The activity index: rows, newest year first, in the order of the plans."""

    rader: tuple[Aktivitetskort, ...]
    antal: str


@dataclass(frozen=True)
class Områdesår:
    """An area in one year."""

    år: str
    plan: Länk
    uppföljning: Länk
    titel: str
    dagar: str
    antal: str
    aktiviteter: tuple[Aktivitetskort, ...]


@dataclass(frozen=True)
class Områdessida:
    """An area over the years, newest first."""

    titel: str
    år: tuple[Områdesår, ...]
    mål: tuple[Länk, ...]

    @property
    def avsnitt(self) -> tuple[tuple[str, str], ...]:
        """The page's sections."""
        return tuple((f"ar-{y.år}", y.år) for y in self.år)


@dataclass(frozen=True)
class Uppdrag:
    """A part of an activity in which an organisation takes part."""

    aktivitet: Länk
    delar: tuple[str, ...]


@dataclass(frozen=True)
class Organisationsår:
    """An organisation's activities in a year."""

    år: str
    uppdrag: tuple[Uppdrag, ...]


@dataclass(frozen=True)
class Organisationssida:
    """An organisation and the activities it takes part in."""

    titel: str
    kortnamn: str | None
    typ: str
    beskrivning: str | None
    andra_namn: tuple[str, ...]
    länk: str | None
    antal: str
    år: tuple[Organisationsår, ...]
    grupper: tuple[Länk, ...]
    anmärkningar: tuple[AnmärkningVy, ...]

    @property
    def avsnitt(self) -> tuple[tuple[str, str], ...]:
        """The page's sections."""
        return tuple((f"ar-{y.år}", f"Aktiviteter {y.år}") for y in self.år)


@dataclass(frozen=True)
class Organisationsrad:
    """An organisation in the list."""

    länk: Länk
    kortnamn: str
    antal: str


@dataclass(frozen=True)
class Organisationsgrupp:
    """All organisations of a kind, in Swedish order."""

    titel: str
    ankare: str
    rader: tuple[Organisationsrad, ...]


@dataclass(frozen=True)
class Händelseår:
    """A year's events by date."""

    år: str
    händelser: tuple[HändelseVy, ...]


@dataclass(frozen=True)
class Publikationsgrupp:
    """Publications of a kind."""

    titel: str
    ankare: str
    publikationer: tuple[PublikationVy, ...]


@dataclass(frozen=True)
class Samladanmärkning:
    """An editorial note and the page that it stands on."""

    sida: Länk
    anmärkning: AnmärkningVy


@dataclass(frozen=True)
class Anmärkningsgrupp:
    """All editorial notes on what a document says."""

    titel: str
    ankare: str
    anmärkningar: tuple[Samladanmärkning, ...]


@dataclass(frozen=True)
class Källsida:
    """Documents, known gaps and all editorial notes."""

    dokument: tuple[Dokumentvy, ...]
    anmärkningar: tuple[Anmärkningsgrupp, ...]
    antal_anmärkningar: str


@dataclass(frozen=True)
class Termvy:
    """A term of the glossary."""

    ankare: str
    term: str
    utskrivet: str | None
    förklaring: str


@dataclass(frozen=True)
class Områdesruta:
    """An area on the start page."""

    länk: Länk
    text: str


@dataclass(frozen=True)
class Startvy:
    """The start page: the newest plan, the newest report, areas and the ways in."""

    namn: str
    beskrivning: str
    plan: Länk
    plan_text: str
    uppföljning: Länk | None
    uppföljning_text: str
    status: Statusöversikt | None
    områden: tuple[Områdesruta, ...]
    jämför: Länk | None


def activities(sajt: Sajt, chosen: Urval) -> tuple[Årsaktivitet, ...]:
    """The chosen activities, newest year first, in the order of the plans."""
    years = sajt.samling.nyast_först
    return tuple(a for year in years for a in year.aktiviteter.values() if a in chosen)


def activity_list(sajt: Sajt, chosen: Urval) -> Aktivitetslista:
    """The chosen activities as rows."""
    found = activities(sajt, chosen)
    return Aktivitetslista(tuple(card(sajt, a) for a in found), antal(len(found), "aktivitet", "aktiviteter"))


def area_page(sajt: Sajt, name: str) -> Områdessida:
    """Everything that the page of an area shows."""
    years, goals = [], []
    for year in sajt.samling.nyast_först:
        area = next((a for a in year.plan.innehåll.områden if a.id == name), None)
        if area is None:
            continue
        rows = tuple(card(sajt, a) for a in year.in_area(name))
        years.append(Områdesår(
            str(year.år), Länk(f"Verksamhetsplan {year.år}", addresses.plan(year.år)),
            Länk(f"Uppföljning {year.år}", addresses.uppföljning(year.år)), area.titel,
            dagar(planned_days(year, name)), antal(len(rows), "aktivitet", "aktiviteter"), rows,
        ))  # fmt: skip
        if year.mål:
            goals.append(Länk(f"Mål {year.mål.innehåll.period.replace('-', '–')}", addresses.mål(year.år)))
    return Områdessida(sajt.områden[name], tuple(years), tuple(goals))


def area_boxes(sajt: Sajt) -> tuple[Områdesruta, ...]:
    """The areas of the newest plan, with size."""
    newest = list(sajt.samling.årgångar.values())[-1]
    return tuple(
        Områdesruta(
            sajt.områdeslänk(area.id),
            f"{antal(len(newest.in_area(area.id)), 'aktivitet', 'aktiviteter')} och {dagar(planned_days(newest, area.id))} {newest.år}",
        )
        for area in newest.plan.innehåll.områden
    )


def organisation_page(sajt: Sajt, name: str) -> Organisationssida:
    """Everything that the page of an organisation shows."""
    organisation = sajt.samling.organisationer[name]
    years, count = [], 0
    for year in sajt.samling.nyast_först:
        tasks = tuple(
            Uppdrag(sajt.aktivitetslänk(a), _takes_part_in(a, name))
            for a in year.aktiviteter.values()
            if name in partners_of(a)
        )
        count += len(tasks)
        if tasks:
            years.append(Organisationsår(str(year.år), tasks))
    return Organisationssida(
        organisation.namn, organisation.kortnamn, labels.ORGANISATIONSTYP[organisation.typ], organisation.beskrivning,
        organisation.andra_namn, organisation.länk, antal(count, "aktivitet", "aktiviteter"), tuple(years),
        _groups_of(sajt, name), parts.anmärkningar(organisation.anmärkningar),
    )  # fmt: skip


def _takes_part_in(activity: Årsaktivitet, name: str) -> tuple[str, ...]:
    """The texts of the points, events and publications that name the organisation."""
    found = []
    for file in (activity.plan, activity.utfall):
        for loc, part in parts_of(file.innehåll) if file else ():
            if loc and name in getattr(part, "samverkan", ()):
                found.append(getattr(part, "titel", None) or getattr(part, "text", None) or "")
    return tuple(dict.fromkeys(found))


def _groups_of(sajt: Sajt, name: str) -> tuple[Länk, ...]:
    found = []
    for year in sajt.samling.nyast_först:
        for file, address in ((year.berättelse, addresses.uppföljning(year.år)), (year.plan, addresses.plan(year.år))):
            for group in file.innehåll.grupper if file else ():
                seats = [seat for seat in group.ledamöter if seat.organisation == name]
                if seats:
                    roles = ", ".join(dict.fromkeys(seat.roll for seat in seats if seat.roll))
                    found.append(
                        Länk(f"{group.titel} {year.år}" + (f" ({roles})" if roles else ""), f"{address}#{group.id}")
                    )
    return tuple(found)


def organisations_in_use(sajt: Sajt) -> dict[str, int]:
    """How many activities name each organisation; those that only sit in a group count as none."""
    counts = dict.fromkeys(sajt.samling.organisationer, 0)
    for activity in sajt.samling.aktiviteter.values():
        for name in partners_of(activity):
            counts[name] += 1
    return counts


def organisation_list(sajt: Sajt, kind: Organisationstyp | None = None) -> tuple[Organisationsgrupp, ...]:
    """All organisations, grouped by kind."""
    counts, groups = organisations_in_use(sajt), []
    for each in Organisationstyp if kind is None else (kind,):
        members = sorted(
            (o for o in sajt.samling.organisationer.values() if o.typ is each), key=lambda o: sorteringsnyckel(o.namn)
        )
        rows = tuple(
            Organisationsrad(
                Länk(o.namn, addresses.organisation(o.id)),
                o.kortnamn or "",
                antal(counts[o.id], "aktivitet", "aktiviteter"),
            )
            for o in members
        )
        if rows:
            title = labels.ORGANISATIONSTYP[each]
            groups.append(Organisationsgrupp(title, _anchor(title), rows))
    return tuple(groups)


def _anchor(text: str) -> str:
    """An anchor from one of our own headings."""
    folded = text.casefold().translate(str.maketrans("åäöé", "aaoe"))
    return "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in folded).split())


def event_list(sajt: Sajt, year: int | None = None) -> tuple[Händelseår, ...]:
    """Events by year, newest year first, each year by date: outcomes' where there is an outcome, else the plan's."""
    found = []
    for each in sajt.samling.nyast_först:
        if year not in (None, each.år):
            continue
        dated = []
        for activity in each.aktiviteter.values():
            source = activity.utfall or activity.plan
            kind = "utfall" if activity.utfall else "plan"
            shown = {event.ankare: event for event in parts.händelser(sajt, activity, source.innehåll.händelser, kind)}
            for number, event in enumerate(source.innehåll.händelser, 1):
                view = shown[f"{kind}-handelse-{number}"]
                dated.append((event.datum, activity.ref, number, view))
        ordered = tuple(view for *_, view in sorted(dated, key=lambda d: d[:3]))
        if ordered:
            found.append(Händelseår(str(each.år), ordered))
    return tuple(found)


def publication_list(sajt: Sajt, year: int | None = None) -> tuple[Publikationsgrupp, ...]:
    """Publications of all activities by kind, newest year first."""
    groups = {label: list[PublikationVy]() for label in labels.PUBLIKATIONSTYP.values()}
    for activity in activities(sajt, Urval(år=year)):
        for file in (activity.utfall, activity.plan):
            for view in parts.publikationer(sajt, activity, file.innehåll.publikationer) if file else ():
                groups[view.typ].append(view)
    return tuple(Publikationsgrupp(label, _anchor(label), tuple(items)) for label, items in groups.items() if items)


def source_page(sajt: Sajt) -> Källsida:
    """All documents, their gaps and every editorial note."""
    documents, groups, count = [], [], 0
    for year in sajt.samling.nyast_först:
        for file in (year.plan, year.berättelse):
            if file:
                documents.append(document(sajt, year.år, file.innehåll.dokument, file.namn))
        notes = tuple(_notes_of_year(sajt, year.år))
        count += len(notes)
        if notes:
            groups.append(Anmärkningsgrupp(f"Anmärkningar {year.år}", f"anmarkningar-{year.år}", notes))
    names = tuple(
        Samladanmärkning(Länk(o.namn, addresses.organisation(o.id)), note)
        for o in sajt.samling.organisationer.values() for note in parts.anmärkningar(o.anmärkningar)
    )  # fmt: skip
    if names:
        groups.append(Anmärkningsgrupp("Anmärkningar om namn på organisationer", "anmarkningar-namn", names))
    total = antal(count + len(names), "anmärkning", "anmärkningar")
    return Källsida(tuple(documents), tuple(groups), total)


def _notes_of_year(sajt: Sajt, number: int) -> Iterable[Samladanmärkning]:
    year = sajt.samling.årgångar[number]
    pages = [
        (year.plan, Länk(f"Verksamhetsplan {number}", addresses.plan(number))),
        (year.berättelse, Länk(f"Uppföljning {number}", addresses.uppföljning(number))),
        (year.mål, Länk(f"Mål {number}", addresses.mål(number))),
        (year.budget, Länk(f"Budget {number}", addresses.budget(number))),
    ]
    for activity in year.aktiviteter.values():
        pages += [(activity.plan, sajt.aktivitetslänk(activity)), (activity.utfall, sajt.aktivitetslänk(activity))]  # type: ignore[list-item]
    for file, link in pages:
        for _, part in parts_of(file.innehåll) if file else ():
            for note in parts.anmärkningar(getattr(part, "anmärkningar", ())):
                yield Samladanmärkning(link, note)


def glossary(sajt: Sajt) -> tuple[Termvy, ...]:
    """All terms in Swedish order."""
    terms = sorted(sajt.samling.ordlista.innehåll.termer, key=lambda t: sorteringsnyckel(t.term))
    return tuple(Termvy(_anchor(t.term) or "term", t.term, t.utskrivet, t.förklaring) for t in terms)


def start_page(sajt: Sajt) -> Startvy:
    """What the start page shows."""
    years = list(sajt.samling.årgångar.values())
    newest = years[-1]
    reported = next((y for y in reversed(years) if any(a.utfall for a in y.aktiviteter.values())), None)
    told = reported.berättelse.innehåll.sammanfattning if reported and reported.berättelse else ""
    compare = (
        Länk(f"Jämför {years[-2].år} och {newest.år}", addresses.jämförelse(years[-2].år, newest.år))
        if len(years) > 1
        else None
    )
    site = sajt.samling.webbplats.innehåll
    return Startvy(
        site.namn, site.beskrivning, Länk(f"Verksamhetsplan {newest.år}", addresses.plan(newest.år)), newest.plan.innehåll.sammanfattning,
        Länk(f"Uppföljning {reported.år}", addresses.uppföljning(reported.år)) if reported else None, told,
        status_overview(sajt, reported) if reported else None, area_boxes(sajt), compare,
    )  # fmt: skip
