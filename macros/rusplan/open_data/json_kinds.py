"""The kinds of JSON files: what each holds of a year or of all years, and what is told beside the fields of data/."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rusplan.data.model import (
    Aktivitet,
    Berättelse,
    Budget,
    Dokumentlista,
    MålFörPeriod,
    Organisation,
    Plan,
    Post,
    Ställning,
    Term,
    Utfall,
    Webbplats,
)
from rusplan.data.reader import Fil
from rusplan.data.year import Årgång
from rusplan.open_data.json_schema import Schema
from rusplan.open_data.json_values import json_value
from rusplan.site import addresses
from rusplan.site.sajt import Sajt
from rusplan.tools.record import record, small

Innehåll = dict[str, Any]


@small
class Tillägg:
    """A field that a record has beside those of the model; `slag` is what a reader calls what it holds."""

    namn: str
    slag: str
    schema: Schema
    förklaring: str


@small
class Uppslag:
    """What a file is made from: the data files, and the record or the list of records."""

    filer: Sequence[Fil[Any]]
    innehåll: Innehåll | list[Innehåll]


@record
class Jsonslag:
    """A kind of JSON file. `id` is its name, and that of the field with its content; `av_år` makes that of a year which has one
    (`JSON_OF_YEAR`), and `av_alla` that of all years."""

    id: str
    titel: str
    modell: type[Post]
    tillägg: tuple[Tillägg, ...] = ()
    är_lista: bool = False
    av_år: Callable[[Sajt, Årgång], Uppslag] | None = None
    av_alla: Callable[[Sajt], Uppslag] | None = None


TEXT: Schema = {"type": "string"}
ADDRESS: Schema = {"type": "string", "format": "uri-reference"}
PERMALINK = Tillägg("permalänk", "webbadress", ADDRESS, "Adressen till sidan som visar uppgifterna. Den ändras aldrig.")
REF = Tillägg(
    "id",
    "år/aktivitet",
    TEXT,
    "Aktivitetens id på hela webbplatsen: planens år och filnamnet, till exempel 2025/kulturstigar.",
)
LIFELINE = Tillägg("livslinje", "webbadress", ADDRESS, "Adressen till sidan som visar aktiviteten genom alla år.")
STANDING = Tillägg(
    "ställning",
    "ett av orden",
    {"type": "string", "enum": [str(word) for word in Ställning]},
    "Hur det gick, eller varför det inte är känt: inte_uppföljd betyder att året inte är följt upp än, okänt att källan inte säger något, "
    "ovisst att den som skrev inte vet, inte_här att berättelsen inte finns här och utgår att aktiviteten togs bort ur planen.",
)
ONWARD = Tillägg(
    "fortsätter_i",
    "lista: år/aktivitet",
    {"type": "array", "items": TEXT},
    "Aktiviteterna i senare planer som bygger på den här, med id.",
)
OF_ACTIVITY = Tillägg("aktivitet", "år/aktivitet", TEXT, "Aktiviteten som utfallet gäller, med id ur aktiviteter.json.")
PART = Tillägg(
    "delår",
    "år",
    {"type": ["integer", "null"]},
    "Året som uppgifterna gäller i en plan för flera år. Saknas det gäller de hela perioden.",
)


def _activities(sajt: Sajt, year: Årgång) -> Uppslag:
    found = year.aktiviteter.values()
    return Uppslag([a.plan for a in found], [_activity(sajt, year, a.id) for a in found])


def _activity(sajt: Sajt, year: Årgång, name: str) -> Innehåll:
    activity = year.aktiviteter[name]
    return {
        "id": activity.ref,
        "permalänk": sajt.absolute(addresses.aktivitet(activity)),
        "livslinje": sajt.absolute(addresses.spår(activity.id)),
        "ställning": str(year.ställning(activity)),
        "fortsätter_i": [
            step.till.ref
            for step in sajt.graf.fortsätter_i(activity.ref)
            if step.till.ref in sajt.samling.publikt.aktiviteter
        ],
        **json_value(activity.plan.innehåll),
    }


def _outcomes(sajt: Sajt, year: Årgång) -> Uppslag:
    found = list(outcomes(year))
    records = [
        {
            "aktivitet": f"{year.år}/{name}",
            "permalänk": sajt.absolute(f"{addresses.AKTIVITETER}{year.år}/{name}/"),
            "delår": part,
            **json_value(file.innehåll),
        }
        for name, part, file in found
    ]
    return Uppslag([file for *_, file in found], records)


def outcomes(year: Årgång) -> Iterator[tuple[str, int | None, Fil[Utfall]]]:
    """Each outcome of a year with the id of its activity, and the year that it tells of alone in a longer period."""
    for activity in year.aktiviteter.values():
        for part, file in activity.delutfall.items():
            yield activity.id, part, file
        if activity.utfall:
            yield activity.id, None, activity.utfall


def _single(
    id_: str, title: str, model: type[Post], file: Callable[[Årgång], Fil[Any] | None], page: Callable[[str], str]
) -> Jsonslag:
    """A kind that holds what one file of the year does, with the page that shows it."""

    def of_year(sajt: Sajt, year: Årgång) -> Uppslag:
        found = file(year)
        assert found
        return Uppslag([found], {"permalänk": sajt.absolute(page(year.år)), **json_value(found.innehåll)})

    return Jsonslag(id=id_, titel=title, modell=model, tillägg=(PERMALINK,), av_år=of_year)


def _parts_of_reports(sajt: Sajt, year: Årgång) -> Uppslag:
    """The reports of single years of a longer period."""
    found = year.delberättelser
    records = [
        {"permalänk": sajt.absolute(addresses.uppföljning(year.år, part)), "delår": part, **json_value(file.innehåll)}
        for part, file in found.items()
    ]
    return Uppslag(list(found.values()), records)


def _organisations(sajt: Sajt) -> Uppslag:
    file = sajt.samling.samverkan
    records = [
        {"permalänk": sajt.absolute(addresses.organisation(each.id)), **json_value(each)}
        for each in file.innehåll.organisationer
    ]
    return Uppslag([file], records)


def _terms(sajt: Sajt) -> Uppslag:
    file = sajt.samling.ordlista
    return Uppslag([file], [json_value(term) for term in file.innehåll.termer])


def _site(sajt: Sajt) -> Uppslag:
    file = sajt.samling.webbplats
    return Uppslag([file], json_value(file.innehåll))


KINDS = (
    Jsonslag(
        id="aktiviteter", titel="Aktiviteter", modell=Aktivitet, är_lista=True, av_år=_activities,
        tillägg=(REF, PERMALINK, LIFELINE, STANDING, ONWARD),
    ),
    Jsonslag(
        id="utfall", titel="Utfall", modell=Utfall, är_lista=True, tillägg=(OF_ACTIVITY, PERMALINK, PART), av_år=_outcomes,
    ),
    _single("plan", "Plan", Plan, lambda year: year.plan, addresses.plan),
    _single("berattelse", "Uppföljning", Berättelse, lambda year: year.berättelse, addresses.uppföljning),
    Jsonslag(
        id="berattelser", titel="Uppföljning år för år", modell=Berättelse, är_lista=True, tillägg=(PERMALINK, PART),
        av_år=_parts_of_reports,
    ),
    _single("mal", "Mål", MålFörPeriod, lambda year: year.mål, addresses.mål),
    _single("budget", "Budget", Budget, lambda year: year.budget, addresses.budget),
    _single("dokument", "Årets dokument", Dokumentlista, lambda year: year.dokument, addresses.plan),
    Jsonslag(
        id="organisationer", titel="Organisationer", modell=Organisation, är_lista=True, av_alla=_organisations,
        tillägg=(PERMALINK,),
    ),
    Jsonslag(id="ordlista", titel="Ordlista", modell=Term, är_lista=True, av_alla=_terms),
    Jsonslag(id="organisation", titel="Om webbplatsen", modell=Webbplats, av_alla=_site),
)  # fmt: skip
