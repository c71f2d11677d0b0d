"""Organisations and networks, and the activities they take part in."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from rusplan.data.model import Organisation, Post
from rusplan.data.periods import Planperiod
from rusplan.data.year import Årsaktivitet
from rusplan.site import addresses
from rusplan.site.links import Länk, anchor
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import antal, sorteringsnyckel
from rusplan.swedish.sentences import with_list
from rusplan.tools.record import record, small
from rusplan.views import items, texts
from rusplan.views.responsibility import roles
from rusplan.views.texts import AnmärkningVy

# The heading above organisations of no kind: beside those that have one, and where none has.
OTHERS, ALL = "Övriga", "Organisationer och nätverk"


@small
class Uppdrag:
    """A part of an activity in which an organisation takes part."""

    aktivitet: Länk
    roll: str
    delar: tuple[str, ...]


@small
class Grupplats:
    """A seat in a group: the group, and in what role."""

    grupp: Länk
    roll: str


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
    antal: str | None
    ansvarar_för: str | None
    år: tuple[Organisationsår, ...]
    grupper: tuple[Grupplats, ...]
    anmärkningar: tuple[AnmärkningVy, ...]

    @property
    def avsnitt(self) -> tuple[tuple[str, str], ...]:
        """The page's sections."""
        return tuple((f"ar-{y.år}", f"Aktiviteter {y.år.visad}") for y in self.år)


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
    rader: tuple[Organisationsrad, ...]


def organisation_page(sajt: Sajt, name: str) -> Organisationssida:
    """Everything that the page of an organisation shows."""
    organisation = sajt.samling.organisationer[name]
    kind = sajt.samling.organisationstyper.get(organisation.typ or "")
    years = []
    for year in sajt.samling.nyast_först:
        of_year = tuple(
            Uppdrag(sajt.aktivitetslänk(a), str(roles(a.plan.innehåll).get(name, "")), _takes_part_in(sajt, a, name))
            for a in sajt.deltar[name].get(year.år, ())
        )
        if of_year:
            years.append(Organisationsår(year.år, of_year))
    tasks = [task for year in years for task in year.uppdrag]
    return Organisationssida(
        titel=organisation.namn,
        kortnamn=organisation.kortnamn,
        typ=kind.namn if kind else None,
        beskrivning=organisation.beskrivning,
        andra_namn=organisation.andra_namn,
        länk=organisation.länk,
        antal=_how_many(tasks, lambda task: not task.roll),
        ansvarar_för=_how_many(tasks, lambda task: bool(task.roll)),
        år=tuple(years),
        grupper=tuple(_seats_of(sajt, name)),
        anmärkningar=texts.anmärkningar(organisation.anmärkningar),
    )


def _how_many(tasks: Iterable[Uppdrag], counted: Callable[[Uppdrag], bool]) -> str | None:
    """«3 aktiviteter», or nothing."""
    count = sum(map(counted, tasks))
    return antal(count, "aktivitet", "aktiviteter") if count else None


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


def _seats_of(sajt: Sajt, name: str) -> Iterator[Grupplats]:
    """The organisation's seats, each with its role; the group of a year that both plan and report tell of, as both tell it."""
    for year in sajt.samling.nyast_först:
        for file, address in ((year.berättelse, addresses.uppföljning(year.år)), (year.plan, addresses.plan(year.år))):
            for group in file.innehåll.grupper if file else ():
                link = Länk(f"{group.titel} {year.år.visad}", f"{address}#{group.id}")
                yield from (Grupplats(link, seat.roll or "") for seat in group.ledamöter if seat.organisation == name)


def organisation_list(sajt: Sajt, kind: str | None = None) -> tuple[Organisationsgrupp, ...]:
    """All organisations, grouped by kind, or those of the `kind` with that id; last those that have none."""
    of_kind: defaultdict[str | None, list[Organisation]] = defaultdict(list)
    kinds = sajt.samling.organisationstyper
    for each in sorted(sajt.samling.organisationer.values(), key=lambda o: sorteringsnyckel(o.namn)):
        of_kind[each.typ if each.typ in kinds else None].append(each)
    shown = [(name, each.flertal or each.namn) for name, each in kinds.items() if kind in (None, name)]
    groups = [_group(sajt, title, of_kind[name]) for name, title in shown if of_kind[name]]
    if kind is None and of_kind[None]:
        groups.append(_group(sajt, OTHERS if groups else ALL, of_kind[None]))
    return tuple(groups)


def _group(sajt: Sajt, title: str, members: list[Organisation]) -> Organisationsgrupp:
    rows = (
        Organisationsrad(Länk(o.namn, addresses.organisation(o.id)), o.kortnamn or "", tuple(_takes_part(sajt, o.id)))
        for o in members
    )
    return Organisationsgrupp(title, anchor(title), tuple(rows))


def _takes_part(sajt: Sajt, name: str) -> Iterator[Länk]:
    """How many activities name the organisation, and the groups it sits in, each once: nothing where no source tells of any."""
    count = sum(map(len, sajt.deltar[name].values()))
    if count:
        yield Länk(antal(count, "aktivitet", "aktiviteter"))
    yield from dict.fromkeys(seat.grupp for seat in _seats_of(sajt, name))
