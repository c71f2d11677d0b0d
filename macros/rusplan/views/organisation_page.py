"""Organisations and networks, and the activities they take part in."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from rusplan.data.model import Grupp, Organisation, Post
from rusplan.data.periods import Planperiod
from rusplan.data.year import Årsaktivitet
from rusplan.site import addresses
from rusplan.site.links import Länk, anchor
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import antal, sorteringsnyckel, uppräkning
from rusplan.swedish.labels import Märke
from rusplan.swedish.sentences import excerpt, with_list
from rusplan.tools.record import record, small
from rusplan.views import items, texts
from rusplan.views.activity_card import status_of
from rusplan.views.responsibility import roles
from rusplan.views.texts import AnmärkningVy

# The heading above organisations of no kind: beside those that have one, and where none has.
OTHERS, ALL = "Övriga", "Organisationer och nätverk"


@small
class Uppdrag:
    """An activity in which an organisation takes part: how it stands, if that is known, what it is about, and in which parts."""

    aktivitet: Länk
    roll: str
    status: Märke | None
    om: str
    delar: tuple[str, ...]


@small
class Grupplats:
    """A seat in a group: the group, and in what role."""

    grupp: Länk
    roll: str


@small
class Gruppsäte:
    """The seats in a group, a year each."""

    titel: str
    platser: tuple[Grupplats, ...]


@small
class Organisationsår:
    """An organisation's activities in a year."""

    år: Planperiod
    uppdrag: tuple[Uppdrag, ...]


@record
class Organisationssida:
    """An organisation and the activities it takes part in."""

    titel: str
    kortnamn: str | None
    typ: str | None
    beskrivning: str | None
    andra_namn: tuple[str, ...]
    länk: str | None
    i_korthet: str | None
    mer: Länk | None
    år: tuple[Organisationsår, ...]
    grupper: tuple[Gruppsäte, ...]
    anmärkningar: tuple[AnmärkningVy, ...]

    @property
    def avsnitt(self) -> tuple[tuple[str, str], ...]:
        """The page's sections."""
        return tuple((f"ar-{y.år}", f"Aktiviteter {y.år.visad}") for y in self.år) or (("aktiviteter", "Aktiviteter"),)

    @property
    def ansvarar(self) -> bool:
        """True if it is responsible for some activity."""
        return any(task.roll for year in self.år for task in year.uppdrag)

    @property
    def har_uppgifter(self) -> bool:
        """True if there is more to say of the organisation than what it takes part in."""
        return bool(self.typ or self.kortnamn or self.andra_namn or self.länk)


@small
class Organisationsrad:
    """An organisation in the list."""

    länk: Länk
    kortnamn: str
    deltar: tuple[Länk, ...]


@small
class Organisationsgrupp:
    """All organisations of a kind, in Swedish order."""

    titel: str
    ankare: str
    egen_sida: Länk | None
    rader: tuple[Organisationsrad, ...]


def organisation_page(sajt: Sajt, name: str) -> Organisationssida:
    """Everything that the page of an organisation shows."""
    organisation = sajt.samling.organisationer[name]
    kind = sajt.samling.organisationstyper.get(organisation.typ or "")
    years = []
    for year in sajt.samling.nyast_först:
        of_year = tuple(_task(sajt, a, name) for a in sajt.deltar[name].get(year.år, ()))
        if of_year:
            years.append(Organisationsår(year.år, of_year))
    return Organisationssida(
        titel=organisation.namn,
        kortnamn=organisation.kortnamn,
        typ=kind.namn if kind else None,
        beskrivning=organisation.beskrivning,
        andra_namn=organisation.andra_namn,
        länk=organisation.länk,
        i_korthet=in_brief(sajt, name),
        mer=_of_kind(sajt, name),
        år=tuple(years),
        grupper=tuple(_seats_by_group(sajt, name)),
        anmärkningar=texts.anmärkningar(organisation.anmärkningar),
    )


def _task(sajt: Sajt, activity: Årsaktivitet, name: str) -> Uppdrag:
    mark = status_of(sajt, activity)
    return Uppdrag(
        aktivitet=sajt.aktivitetslänk(activity),
        roll=str(roles(activity.plan.innehåll).get(name, "")),
        status=None if mark.slag == "okant" else mark,
        om=excerpt(activity.berättat or activity.plan.innehåll.sammanfattning),
        delar=_takes_part_in(sajt, activity, name),
    )


def _of_kind(sajt: Sajt, name: str) -> Länk | None:
    """Where all that concerns the organisation stands among others of its kind, if the kind has a page."""
    kind = sajt.samling.organisationer[name].typ or ""
    page = page_of_kind(sajt, kind)
    if page is None or all(each.id != name for each in sajt.samling.egna_sidor[kind]):
        return None
    return replace(page, adress=f"{page.adress}#{name}")


def in_brief(sajt: Sajt, name: str) -> str | None:
    """What the organisation does, in a sentence: «Vattenrådet deltar i 3 aktiviteter och har plats i Styrgruppen.» Nothing where no source names it."""
    activities = [a for year in sajt.deltar[name].values() for a in year]
    responsible = sum(name in roles(a.plan.innehåll) for a in activities)
    groups = dict.fromkeys(group.titel for _, group, _ in _groups(sajt, name))
    clauses = [
        f"ansvarar för {antal(responsible, 'aktivitet', 'aktiviteter')}" if responsible else "",
        f"deltar i {antal(len(activities) - responsible, 'aktivitet', 'aktiviteter')}" if len(activities) > responsible else "",
        f"har plats i {uppräkning(groups)}" if groups else "",
    ]  # fmt: skip
    told = uppräkning(filter(None, clauses))
    return f"{sajt.samling.organisationer[name].namn} {told}." if told else None


def _takes_part_in(sajt: Sajt, activity: Årsaktivitet, name: str) -> tuple[str, ...]:
    """What the points, events and publications that name the organisation are called, as the outcome calls those that it tells of."""
    told = items.told_as(sajt, activity)
    found = [told.get(part, part) for part in activity.plan.nämnt.delar.get(name, ())]
    for outcome in activity.utfallen:
        found += outcome.nämnt.delar.get(name, ())
    return tuple(dict.fromkeys(map(_called, found)))


def _called(part: Post) -> str:
    """A title, or a text as whole sentences."""
    told = vars(part)
    return told.get("titel") or with_list(told["text"] or "", told.get("delar", ()))


def seats_of(sajt: Sajt, name: str) -> Iterator[Grupplats]:
    """The organisation's seats, each with its role; the group of a year that both plan and report tell of, as both tell it."""
    for link, group, role in _groups(sajt, name):
        yield Grupplats(replace(link, text=f"{group.titel} {link.text}"), role)


def _seats_by_group(sajt: Sajt, name: str) -> Iterator[Gruppsäte]:
    """The organisation's seats in each group, the newest year first."""
    found: dict[str, list[Grupplats]] = {}
    for year, group, role in _groups(sajt, name):
        found.setdefault(group.titel, []).append(Grupplats(year, role))
    yield from (Gruppsäte(title, tuple(dict.fromkeys(seats))) for title, seats in found.items())


def _groups(sajt: Sajt, name: str) -> Iterator[tuple[Länk, Grupp, str]]:
    """Each seat of the organisation: its year with a link to the group, the group, and in what role."""
    for year in sajt.samling.nyast_först:
        for file, address in ((year.berättelse, addresses.uppföljning(year.år)), (year.plan, addresses.plan(year.år))):
            for group in file.innehåll.grupper if file else ():
                link = Länk(year.år.visad, f"{address}#{group.id}")
                yield from ((link, group, seat.roll or "") for seat in group.ledamöter if seat.organisation == name)


def organisation_list(sajt: Sajt, kind: str | None = None) -> tuple[Organisationsgrupp, ...]:
    """All organisations, grouped by kind, or those of the `kind` with that id; last those that have none."""
    of_kind: defaultdict[str | None, list[Organisation]] = defaultdict(list)
    kinds = sajt.samling.organisationstyper
    for each in sorted(sajt.samling.organisationer.values(), key=lambda o: sorteringsnyckel(o.namn)):
        of_kind[each.typ if each.typ in kinds else None].append(each)
    shown = [(name, each.flertal or each.namn) for name, each in kinds.items() if kind in (None, name)]
    groups = [_group(sajt, title, name, of_kind[name]) for name, title in shown if of_kind[name]]
    if kind is None and of_kind[None]:
        groups.append(_group(sajt, OTHERS if groups else ALL, None, of_kind[None]))
    return tuple(groups)


def page_of_kind(sajt: Sajt, kind: str) -> Länk | None:
    """The page where a reader chooses among the organisations of a kind, if it has one."""
    title = sajt.samling.organisationstyper[kind].egen_sida if kind in sajt.samling.egna_sidor else None
    return Länk(title, addresses.organisationstyp(kind)) if title else None


def _group(sajt: Sajt, title: str, kind: str | None, members: list[Organisation]) -> Organisationsgrupp:
    rows = (
        Organisationsrad(Länk(o.namn, addresses.organisation(o.id)), o.kortnamn or "", tuple(_takes_part(sajt, o.id)))
        for o in members
    )
    return Organisationsgrupp(title, anchor(title), page_of_kind(sajt, kind) if kind else None, tuple(rows))


def _takes_part(sajt: Sajt, name: str) -> Iterator[Länk]:
    """How many activities name the organisation, and the groups it sits in, each once: nothing where no source tells of any."""
    count = sum(map(len, sajt.deltar[name].values()))
    if count:
        yield Länk(antal(count, "aktivitet", "aktiviteter"))
    yield from dict.fromkeys(seat.grupp for seat in seats_of(sajt, name))
