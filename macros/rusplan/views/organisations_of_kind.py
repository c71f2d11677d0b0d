"""The page where a reader chooses an organisation of a kind, and sees all that concerns it: seats, events and activities."""

from collections.abc import Mapping

from rusplan.data.model import Organisation
from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.occasions import Tillfälle
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import antal, sorteringsnyckel, tidpunkt
from rusplan.tools.record import record, small
from rusplan.views.organisation_page import Grupplats, in_brief, seats_of
from rusplan.views.responsibility import roles


@small
class Möte:
    """An event that names the organisation: when it is, and where it is told of."""

    när: str
    länk: Länk


@small
class Deltagande:
    """An activity that names the organisation, with its year and in what role it does."""

    aktivitet: Länk
    roll: str


@record
class Organisationsdel:
    """All that concerns one organisation; `i_korthet` is a sentence, where some source names it."""

    id: str
    namn: str
    länk: Länk
    beskrivning: str | None
    i_korthet: str | None
    platser: tuple[Grupplats, ...]
    möten: tuple[Möte, ...]
    aktiviteter: tuple[Deltagande, ...]


@record
class Organisationstypsida:
    """The organisations of a kind, in Swedish order, and last those that stand for all of them."""

    titel: str
    antal: str
    delar: tuple[Organisationsdel, ...]
    gemensamt: tuple[Organisationsdel, ...]

    @property
    def avsnitt(self) -> tuple[tuple[str, str], ...]:
        """The page's sections."""
        return tuple((each.id, each.namn) for each in (*self.delar, *self.gemensamt))


def organisations_of_kind(sajt: Sajt, name: str) -> Organisationstypsida:
    """Everything that the page of a kind shows."""
    kind, chosen = sajt.samling.organisationstyper[name], sajt.samling.egna_sidor[name]
    shared = [each for each in sajt.samling.organisationer.values() if each.typ == name and each not in chosen]
    events = _events(sajt)
    parts, common = (
        tuple(_part(sajt, each, events) for each in sorted(group, key=lambda o: sorteringsnyckel(o.namn)))
        for group in (chosen, shared)
    )
    assert kind.egen_sida
    return Organisationstypsida(
        titel=kind.egen_sida,
        antal=antal(len(parts), "organisation", "organisationer"),
        delar=parts,
        gemensamt=common,
    )


def _events(sajt: Sajt) -> Mapping[str, list[Tillfälle]]:
    """The events that name each organisation, the newest first."""
    found: dict[str, list[Tillfälle]] = {name: [] for name in sajt.samling.organisationer}
    for occasion in sorted(sajt.tillfällen, key=lambda o: o.händelse.datum, reverse=True):
        for name in found.keys() & set(occasion.händelse.samverkan):
            found[name].append(occasion)
    return found


def _part(sajt: Sajt, each: Organisation, events: Mapping[str, list[Tillfälle]]) -> Organisationsdel:
    years = sajt.deltar[each.id]
    newest_first = (a for year in sajt.samling.nyast_först for a in years.get(year.år, ()))
    return Organisationsdel(
        id=each.id,
        namn=each.namn,
        länk=Länk(f"Mer om {each.namn}", addresses.organisation(each.id)),
        beskrivning=each.beskrivning,
        i_korthet=in_brief(sajt, each.id),
        platser=tuple(seats_of(sajt, each.id)),
        möten=tuple(map(_meeting, events[each.id])),
        aktiviteter=tuple(
            Deltagande(sajt.aktivitetslänk(a, med_år=True), str(roles(a.plan.innehåll).get(each.id, "")))
            for a in newest_first
        ),
    )


def _meeting(found: Tillfälle) -> Möte:
    event = found.händelse
    when = tidpunkt(event.datum, event.slutdatum, None, None)
    return Möte(f"{when}, inställt" if found.inställd else when, Länk(event.titel, addresses.händelse(found.namn)))
