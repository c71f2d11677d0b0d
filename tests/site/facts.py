"""Every single fact of a data file as what a reader should find: a text, or a link to a page. Made from the model, so a new field is asked for too."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel
from rusplan.data.collection import Samling
from rusplan.data.model import (
    Aktivitet,
    Budgetrad,
    Delpost,
    Dokumentläge,
    EttMål,
    Form,
    Händelse,
    Hänvisning,
    Indikator,
    Insatsutfall,
    JaNej,
    Källa,
    Länkbakåt,
    Organisation,
    Penningenhet,
    Punkt,
    Radslag,
    Rubrik,
    Ursprung,
    Utgångsvärde,
    Överskott,
)
from rusplan.data.reader import Fil
from rusplan.data.values import Datum
from rusplan.data.walk import parts_of
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årsaktivitet
from rusplan.site import addresses
from rusplan.swedish import labels
from rusplan.swedish.field_names import ABOUT
from rusplan.swedish.formatting import belopp, dagar, datum, tal, tidpunkt

from tests.built import flat

# The label of every word of the closed vocabularies; a word belongs to one enum, so the words of all fit in one table.
LABELS: dict[tuple[type[Any], Any], Any] = {
    (type(word), word): label for table in labels.VOCABULARIES for word, label in table.items()
}
ADDRESSES = {"samverkan": addresses.organisation, "organisation": addresses.organisation, "område": addresses.område}

# What a field held before a revision stands as a difference, and a revision is told by its date: other tests see to it.
WITHIN = frozenset({"före", "saknades", "revidering", "tillkom"})


@dataclass(frozen=True)
class Fact:
    """A text that should stand on a page, or an address that it should link to; `loc` is its place in the file."""

    loc: Loc
    text: str = ""
    link: str = ""

    @property
    def field(self) -> str:
        """The field of the file that the fact belongs to."""
        return str(self.loc[0])

    def is_in(self, text: str, links: frozenset[str]) -> bool:
        """True if a part of a page with this text and these links tells the fact."""
        return self.link in links if self.link else flat(self.text).casefold() in text.casefold()


def facts_of(samling: Samling, file: Fil[Any], year: str = "") -> Iterator[Fact]:
    """Every fact that the file tells. What is unknown is no fact."""
    owners: dict[Loc, BaseModel] = {}
    for loc, value in parts_of(file.innehåll):
        if isinstance(value, BaseModel):
            owners[loc] = value
        elif loc and value is not None and not isinstance(value, tuple) and not WITHIN.intersection(map(str, loc)):
            place = loc if isinstance(loc[-1], str) else loc[:-1]
            yield from _fact(samling, year, loc, str(place[-1]), value, owners[place[:-1]])


def items_of(facts: list[Fact]) -> dict[Loc, list[Fact]]:
    """The facts of each item of a list, by the item's place: what should stand together."""
    found: dict[Loc, list[Fact]] = {}
    for fact in facts:
        place = fact.loc[:-1] if isinstance(fact.loc[-1], int) else fact.loc
        item = next((place[:end] for end in range(len(place) - 1, 0, -1) if isinstance(place[end - 1], int)), ())
        if item:
            found.setdefault(item, []).append(fact)
    return found


def _fact(samling: Samling, year: str, loc: Loc, field: str, value: object, owner: BaseModel) -> Iterator[Fact]:
    match value:
        case JaNej():
            yield from _flag(loc, field, value, owner)
        case Form.OKÄNT | Ursprung() | Radslag.KOSTNAD | Penningenhet.KR | Dokumentläge.BESLUTAD:
            pass
        case StrEnum():
            label = LABELS.get((type(value), value), value)
            yield Fact(loc, text=getattr(label, "text", str(label)))
        case Datum():
            if isinstance(owner, Händelse) and field == "datum":
                yield Fact(loc, text=_flat(tidpunkt(value, owner.slutdatum, owner.starttid, owner.sluttid)))
            elif field != "slutdatum":
                yield Fact(loc, text=_flat(datum(value)))
        case Decimal():
            shown = (
                tal(value)
                if isinstance(owner, Indikator | Utgångsvärde)
                else dagar(value)
                if field == "dagar"
                else tal(value)
                if field in ("timmar", "tjänster")
                else belopp(value, _unit(samling, year, field))
            )
            yield Fact(loc, text=_flat(shown))
        case int():
            yield Fact(loc, text=str(value))
        case str():
            yield from _text(samling, year, loc, field, value, owner)


def _unit(samling: Samling, year: str, field: str) -> str:
    """The unit of an amount; an hour has its price in kronor whatever the rest is in."""
    budget = samling.årgångar[year].budget
    return budget.innehåll.enhet if budget and field != "timpris" else "kr"


def _flag(loc: Loc, field: str, value: JaNej, owner: BaseModel) -> Iterator[Fact]:
    """A yes or no. A point shows only a yes; a ceiling is the word «högst»; a surplus tells in its title what it counts."""
    if field == "högst":
        yield from [Fact(loc, text="högst")] if value is JaNej.JA else []
    elif isinstance(owner, Händelse):
        yield from [Fact(loc, text=labels.INSTÄLLD.text)] if value is JaNej.JA else []
    elif field == "löpande":
        yield from [Fact(loc, text="löpande")] if value is JaNej.JA else []
    elif field == "står_för_alla":
        return  # it decides where the organisation stands on the page of its kind
    elif isinstance(owner, Punkt):
        yield from [Fact(loc, text="Särskild utvecklingsinsats")] if value is JaNej.JA else []
    elif field == "prioriterad":
        yield Fact(loc, text=labels.PRIORITERAD[value].text)
    elif field == "tillgänglig":
        yield from [Fact(loc, text="finns inte här ännu")] if value is JaNej.NEJ else []
    else:
        assert isinstance(owner, Överskott), f"{field}: how should it show?"


def _text(samling: Samling, year: str, loc: Loc, field: str, value: str, owner: BaseModel) -> Iterator[Fact]:
    if field in ("id", "insats", "starttid", "sluttid"):
        return  # names, and times that stand with their date
    if field in ("länk", "anmälan", "webbplats") or (field == "kontakt" and value.startswith("http")):
        yield Fact(loc, link=value)
    elif isinstance(owner, Rubrik) and field == "aktiviteter":
        yield Fact(loc, link=addresses.aktivitet(samling.aktiviteter[f"{year}/{value}"]))
    elif field in ADDRESSES:
        yield Fact(loc, link=ADDRESSES[field](value))
    elif isinstance(owner, Källa) and field == "dokument":
        yield Fact(loc, link=addresses.dokument(value))
    elif isinstance(owner, Hänvisning | Insatsutfall) and field in ("till", "flyttad_till"):
        address = addresses.target(samling, value)
        yield Fact(loc, text=value) if address is None else Fact(loc, link=address)
    elif isinstance(owner, Länkbakåt) and field == "aktivitet":
        yield Fact(loc, link=addresses.aktivitet(samling.aktiviteter[value]))
    elif isinstance(owner, Budgetrad | Delpost) and field == "aktivitet":
        yield Fact(loc, link=addresses.aktivitet(samling.aktiviteter[f"{year}/{value}"]))
    elif isinstance(owner, Organisation) and field == "typ":
        yield Fact(loc, text=samling.organisationstyper[value].namn)
    elif field == "rad":
        assert samling.årgångar[year].budget
        yield Fact(loc, text=_budget_line(samling, year, value))
    elif isinstance(owner, EttMål) and field == "motsvarar":
        earlier = max(y.år for y in samling.årgångar.values() if y.år < year and y.mål)
        yield Fact(loc, link=f"{addresses.mål(earlier)}#{value}")
    elif (isinstance(owner, EttMål) and field == "under") or (isinstance(owner, Aktivitet) and field == "mål"):
        yield Fact(loc, link=f"{addresses.mål(year)}#{value}")
    elif field == "period":
        yield Fact(loc, text=value.replace("-", "–"))
    elif field == "gäller":
        yield Fact(loc, text=ABOUT[value])
    else:
        yield from (Fact(loc, text=_flat(paragraph)) for paragraph in value.split("\n\n"))


def _budget_line(samling: Samling, year: str, name: str) -> str:
    budget = samling.årgångar[year].budget
    assert budget
    return next(line.titel for line in budget.innehåll.rader if line.id == name)


def _flat(text: str) -> str:
    return " ".join(text.split())


def files_of(activity: Årsaktivitet) -> list[Fil[Any]]:
    """The plan of the activity, and what tells how it went: of each year of a longer period, and at last."""
    return [activity.plan, *activity.utfallen]


def shown_files_of(activity: Årsaktivitet) -> list[Fil[Any]]:
    """As `files_of`; an event or a publication that plan and outcome both tell of stands once, as the outcome tells it."""
    plan = activity.plan
    left = {}
    for field in ("händelser", "publikationer"):
        told = {one.titel for file in activity.utfallen for one in getattr(file.innehåll, field)}
        left[field] = tuple(one for one in getattr(plan.innehåll, field) if one.titel not in told)
    return [replace(plan, innehåll=plan.innehåll.model_copy(update=left)), *activity.utfallen]
