"""The parts that many pages share: links, notes, points, events, publications, and the site they are made for."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property, partial
from urllib.parse import urljoin

from macros import addresses, labels
from macros.changes.history import read_history
from macros.changes.model import Historik
from macros.collection import Samling, Årsaktivitet
from macros.file_dates import Fildatum, file_dates
from macros.formatting import antal, datum, sorteringsnyckel
from macros.labels import Märke
from macros.model import (
    Anmärkning,
    Avvikelse,
    Besked,
    Beslut,
    Form,
    Händelse,
    Hänvisning,
    Källa,
    Publikation,
    Punkt,
    Utvecklingsinsats,
)
from macros.parallel import begun
from macros.record import record
from macros.references import Graf, Omnämnande

WITHOUT_RINGS = str.maketrans("åäöé", "aaoe")


@record
class Länk:
    """A text, and the address from the site's root that it leads to; without address it is plain text."""

    text: str
    adress: str | None = None


@record
class Sajt:
    """What every view is made from: the data, its graph, where a file is edited, and where the site is published."""

    samling: Samling
    redigera: str = ""
    bas: str = "/"
    namn: str = ""

    @cached_property
    def graf(self) -> Graf:
        """The references between years and texts."""
        return Graf(self.samling)

    @cached_property
    def fildatum(self) -> Fildatum:
        """When each data file was last changed, asked of git once."""
        return file_dates(self.samling.rot)

    @cached_property
    def områden(self) -> dict[str, str]:
        """Each area's newest title, by id, in the order of the newest plan."""
        found: dict[str, str] = {}
        for year in self.samling.nyast_först:
            for area in year.plan.innehåll.områden:
                found.setdefault(area.id, area.titel)
        return found

    @cached_property
    def historik(self) -> Historik:
        """The history of data/ as git has it, read once a build."""
        return self._begun_history()

    @cached_property
    def _begun_history(self) -> Callable[[], Historik]:
        known = {file.namn: file.innehåll for file in self.samling.filer}
        return begun(partial(read_history, self.samling.rot, known))

    @cached_property
    def nyaste(self) -> dict[str, Årsaktivitet]:
        """The newest activity of each id."""
        return {a.id: a for a in self.samling.aktiviteter.values()}

    @cached_property
    def deltar(self) -> dict[str, dict[int, list[Årsaktivitet]]]:
        """The activities in which each organisation takes part, by year, in the order of the plan; a year without any is left out."""
        found: dict[str, dict[int, list[Årsaktivitet]]] = {name: {} for name in self.samling.organisationer}
        for activity in self.samling.aktiviteter.values():
            for name in activity.samverkan:
                found[name].setdefault(activity.år, []).append(activity)
        return found

    def begin(self) -> None:
        """Have the history read by another process: nothing asks for it before `prepare`, and it takes 0.3 s."""
        _ = self._begun_history

    def prepare(self) -> None:
        """Find what all pages ask for, before the work is shared between processes: each would have to find it again."""
        _ = self.fildatum, self.områden, self.historik, self.nyaste, self.deltar, self._organisationer
        self.graf.prepare()

    def with_data(self, samling: Samling) -> "Sajt":
        """The same site with other data in its files; what git has is the same, and is not asked for again."""
        other = replace(self, samling=samling)
        vars(other).update(fildatum=self.fildatum, historik=self.historik)  # where `cached_property` keeps them
        return other

    def absolute(self, address: str) -> str:
        """The whole address of a page, with the site's own in front."""
        # Nearly all addresses begin at the folder that the site lies in; to part and join their pieces takes 20 µs each.
        plain = address[:1].isalnum() and ":" not in address
        return self._folder + address if plain else urljoin(self.bas, address)

    @cached_property
    def _folder(self) -> str:
        return urljoin(self.bas, "x")[:-1]

    def edit_url(self, name: str) -> str | None:
        """Where the file `name` is edited in the browser, if the site knows its repository."""
        return f"{self.redigera}{name}" if self.redigera else None

    def aktivitetslänk(self, activity: Årsaktivitet, *, med_år: bool = False) -> Länk:
        """A link to the activity, with its year where the page is about several."""
        return Länk(f"{activity.titel} ({activity.år})" if med_år else activity.titel, addresses.aktivitet(activity))

    def organisationslänk(self, name: str) -> Länk:
        """A link to an organisation, by its short name where it has one."""
        return self._organisationer[name][1]

    def organisationslänkar(self, names: Iterable[str]) -> tuple[Länk, ...]:
        """Links to organisations, each once, in Swedish order."""
        unique = set(names)  # most parts of an activity name none
        return tuple(link for _, link in sorted(self._organisationer[name] for name in unique)) if unique else ()

    @cached_property
    def _organisationer(self) -> dict[str, tuple[int, Länk]]:
        """The place of each organisation in Swedish order, and the link to it: a page asks for twenty."""
        links = [
            (o.id, Länk(o.kortnamn or o.namn, addresses.organisation(o.id)))
            for o in self.samling.organisationer.values()
        ]
        links.sort(key=lambda pair: sorteringsnyckel(pair[1].text))
        return {name: (place, link) for place, (name, link) in enumerate(links)}

    def områdeslänk(self, name: str) -> Länk:
        """A link to an area."""
        return Länk(self.områden[name], addresses.område(name))


@record
class HänvisningVy:
    """A reference: what it says, and the link to what it points at."""

    till: Länk
    text: str


@record
class PunktVy:
    """A point with its sub-points, partners and references."""

    text: str
    delar: tuple[str, ...]
    märke: Märke | None
    samverkan: tuple[Länk, ...]
    hänvisningar: tuple[HänvisningVy, ...]


@record
class AnmärkningVy:
    """An editorial note, with the item it stands on where notes are gathered."""

    gäller: str | None
    citat: str | None
    text: str


@record
class KällaVy:
    """Where something stands: the document as a link, and the section."""

    dokument: Länk
    avsnitt: str


@record
class HändelseVy:
    """An event as rows of a definition list."""

    ankare: str
    titel: str
    typ: str
    datum: str
    när: str | None
    antal: str | None
    tema: str | None
    plats: str | None
    form: str
    deltagare: str | None
    målgrupp: str | None
    medverkande: tuple[str, ...]
    program: tuple[PunktVy, ...]
    samverkan: tuple[Länk, ...]
    text: str | None
    länk: str | None
    aktivitet: Länk


@record
class PublikationVy:
    """A publication with what is known of it."""

    titel: str
    typ: str
    läge: str
    datum: str | None
    samverkan: tuple[Länk, ...]
    text: str | None
    länk: str | None
    aktivitet: Länk


@record
class AvvikelseVy:
    """What did not turn out as planned."""

    typ: str
    text: str
    flyttad_till: str | None
    hänvisningar: tuple[HänvisningVy, ...]


@record
class Omnämnandevy:
    """A text elsewhere that points here."""

    sida: Länk
    text: str


TARGET_NAMES = {"budget": "Budget", "mal": "Mål"}


def hänvisning(sajt: Sajt, ref: Hänvisning) -> HänvisningVy:
    """A reference with the title of what it points at."""
    year, _, name = ref.till.partition("/")
    address = addresses.target(sajt.samling, ref.till)
    if not name:
        title = year
    elif name in TARGET_NAMES:
        title = f"{TARGET_NAMES[name]} {year}"
    else:
        title = f"{sajt.samling.aktiviteter[ref.till].titel} ({year})"
    return HänvisningVy(Länk(title, address), ref.text)


def hänvisningar(sajt: Sajt, refs: Iterable[Hänvisning]) -> tuple[HänvisningVy, ...]:
    """References in the order of the data."""
    return tuple(hänvisning(sajt, ref) for ref in refs)


def punkt(sajt: Sajt, point: Punkt) -> PunktVy:
    """A point as it is shown."""
    mark = labels.UTVECKLINGSINSATS[Utvecklingsinsats.JA] if point.utvecklingsinsats == "ja" else None
    return PunktVy(
        point.text, point.delar, mark, sajt.organisationslänkar(point.samverkan), hänvisningar(sajt, point.hänvisningar)
    )


def punkter(sajt: Sajt, points: Iterable[Punkt]) -> tuple[PunktVy, ...]:
    """Points in the order of the data."""
    return tuple(punkt(sajt, point) for point in points)


def anmärkningar(notes: Iterable[Anmärkning]) -> tuple[AnmärkningVy, ...]:
    """Editorial notes; the field they are about is shown as a word, the quotation within quotation marks."""
    return tuple(
        AnmärkningVy(note.gäller.replace("_", " ") if note.gäller else None, _quoted(note.citat), note.text)
        for note in notes
    )


def _quoted(words: str | None) -> str | None:
    """The source's words within «…», unless the editor has marked several quotations in them."""
    return words if words is None or "«" in words else f"«{words}»"


def källa(sajt: Sajt, source: Källa) -> KällaVy:
    """The source as a link to its description."""
    document = sajt.samling.dokument[source.dokument][1]
    return KällaVy(Länk(document.titel, addresses.dokument(document.id)), source.avsnitt)


def händelser(sajt: Sajt, activity: Årsaktivitet, events: Iterable[Händelse], kind: str) -> tuple[HändelseVy, ...]:
    """An activity's events by date; `kind` (plan or utfall) keeps the anchors of the two lists apart."""
    numbered = enumerate(events, 1)
    ordered = sorted(numbered, key=lambda pair: (pair[1].datum, pair[0]))
    return tuple(händelse(sajt, activity, event, f"{kind}-handelse-{number}") for number, event in ordered)


def händelse(sajt: Sajt, activity: Årsaktivitet, event: Händelse, anchor: str) -> HändelseVy:
    """An event of an activity; `anchor` is where links to it lead."""
    form = labels.FORM[event.form] if event.form is not Form.OKÄNT else ""
    return HändelseVy(
        anchor, event.titel, labels.HÄNDELSETYP[event.typ], datum(event.datum, event.slutdatum), event.när,
        antal(event.antal, "tillfälle", "tillfällen") if event.antal else None, event.tema, event.plats, form,
        event.deltagare, event.målgrupp, event.medverkande, punkter(sajt, event.program),
        sajt.organisationslänkar(event.samverkan), event.text, event.länk, sajt.aktivitetslänk(activity, med_år=True),
    )  # fmt: skip


def publikationer(sajt: Sajt, activity: Årsaktivitet, items: Iterable[Publikation]) -> tuple[PublikationVy, ...]:
    """An activity's publications in the order of the data."""
    return tuple(
        PublikationVy(
            item.titel, labels.PUBLIKATIONSTYP[item.typ], labels.PUBLIKATIONSLÄGE[item.läge],
            datum(item.datum) if item.datum else None, sajt.organisationslänkar(item.samverkan), item.text, item.länk,
            sajt.aktivitetslänk(activity, med_år=True),
        )
        for item in items
    )  # fmt: skip


def avvikelser(sajt: Sajt, items: Iterable[Avvikelse]) -> tuple[AvvikelseVy, ...]:
    """An activity's deviations in the order of the data."""
    return tuple(
        AvvikelseVy(
            labels.AVVIKELSE[item.typ],
            item.text,
            f"Flyttat till {item.flyttad_till}" if item.flyttad_till else None,
            hänvisningar(sajt, item.hänvisningar),
        )
        for item in items
    )


def beslut(decisions: Iterable[Beslut]) -> tuple[str, ...]:
    """Who decided, when and what: «RUS styrgrupp, 1 februari 2024. Godkände planen.»"""
    return tuple(
        f"{d.av}{', ' + datum(d.datum) if d.datum else ''}{'. ' + d.text if d.text else ''}" for d in decisions
    )


def besked(told: Besked | None) -> str | None:
    """Why an activity is new or ends, and on what ground we say so."""
    return f"{told.text} {labels.GRUND[told.grund]}." if told else None


def omnämnande(sajt: Sajt, mention: Omnämnande) -> Omnämnandevy:
    """The page that a reference stands on, and what it says."""
    if mention.aktivitet:
        page = sajt.aktivitetslänk(mention.aktivitet, med_år=True)
    else:
        year, file = mention.källa.namn.split("/")[1:]
        page = {
            "plan.yml": Länk(f"Verksamhetsplan {year}", addresses.plan(int(year))),
            "berattelse.yml": Länk(f"Uppföljning {year}", addresses.uppföljning(int(year))),
            "mal.yml": Länk(f"Mål {year}", addresses.mål(int(year))),
            "budget.yml": Länk(f"Budget {year}", addresses.budget(int(year))),
        }[file]
    return Omnämnandevy(page, mention.hänvisning.text)


def nämns_i(sajt: Sajt, target: str) -> tuple[Omnämnandevy, ...]:
    """All texts that point at `target`."""
    return tuple(omnämnande(sajt, mention) for mention in sajt.graf.nämns_i(target))


def anchor(text: str) -> str:
    """An anchor from one of our own headings."""
    return "-".join(re.findall("[a-z0-9]+", text.casefold().translate(WITHOUT_RINGS)))
