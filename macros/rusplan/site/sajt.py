"""The site that every view is made for: the data, its graph, where a file is edited, and where the site is published."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from functools import cached_property, partial
from typing import Any
from urllib.parse import urljoin

from rusplan.changes.history import Förflutet, read_past
from rusplan.changes.remembered import Remembered
from rusplan.changes.since import Nyhet
from rusplan.changes.steps import Historik
from rusplan.data.collection import Samling
from rusplan.data.references import Graf
from rusplan.data.year import Årsaktivitet
from rusplan.git.file_dates import Fildatum
from rusplan.git.log import read_log
from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.occasions import Händelsenamn, Tillfälle, names_of_events, numbers, occasions
from rusplan.site.routes import Rutt, draft_routes, routes
from rusplan.swedish.formatting import sorteringsnyckel
from rusplan.tools.parallel import begun
from rusplan.tools.questions import gathered, told
from rusplan.tools.record import record


@record
class Sajt:
    """What every view is made from: the data, its graph, where a file is edited, and where the site is published."""

    samling: Samling
    redigera: str = ""
    bas: str = "/"
    namn: str = ""
    # All of data, where drafts are shown; `samling` is what everybody sees.
    alla: Samling | None = None
    # What makes pieces by their names, or has them from the build before: `Kept.each_piece`.
    bitar: Callable[[Mapping[str, Callable[[], Any]]], list[Any]] = lambda makers: [make() for make in makers.values()]
    # Whether those who write look at what they have written: then they are told of what readers are not.
    förhandsvisas: bool = False
    # What an earlier build remembers of history.
    minns: Mapping[bytes, Remembered] = field(default_factory=dict)

    @property
    def frågas_som(self) -> str:
        """As of its collection."""
        return self.samling.frågas_som

    @cached_property
    def med_utkast(self) -> "Sajt":
        """What the pages of drafts are made from: the same site with drafts in its data. No other page, and nothing that is no page, asks it."""
        return self._with(samling=self.alla, alla=None) if self.alla else self

    @cached_property
    def utkastsidor(self) -> Mapping[str, Rutt]:
        """The pages of drafts by address, where they are shown."""
        return {route.adress: route for route in draft_routes(self.alla)} if self.alla else {}

    def sajt_för(self, address: str) -> "Sajt":
        """What the page at `address` is made from."""
        return self.med_utkast if address in self.utkastsidor else self

    @cached_property
    def publika_namn(self) -> frozenset[str]:
        """The ids of activities and of areas that readers may see: what they can follow."""
        public = self.samling.publikt
        return frozenset(public.områden) | frozenset(activity.id for activity in public.aktiviteter.values())

    @cached_property
    def graf(self) -> Graf:
        """The references between years and texts."""
        return Graf(self.samling)

    @property
    def områden(self) -> Mapping[str, str]:
        """Each area's newest title, by id, in the order of the newest plan."""
        return self.samling.områden

    @cached_property
    def rutter(self) -> Mapping[str, Rutt]:
        """Every page by its address."""
        return {route.adress: route for route in routes(self.samling)}

    @told
    def historik(self) -> Historik:
        """The history of data/ as git has it."""
        return self._förflutet.historik

    @property
    def fildatum(self) -> Fildatum:
        """When each data file was last changed."""
        return replace(self._förflutet.fildatum, tider=self.tider)

    @told
    def tider(self) -> Mapping[str, str]:
        """The time of each data file's last change."""
        return dict(self._förflutet.fildatum.tider)

    @told
    def senast_ändrad(self) -> str:
        """The day (ISO) of the newest change in data; nothing where git does not know it."""
        return max(self.fildatum.ändrad.values(), default="")

    @told
    def nyheter(self) -> tuple[Nyhet, ...]:
        """What has changed in each thing since each day, the newest day first."""
        return self._förflutet.nyheter

    @property
    def minne(self) -> Mapping[bytes, Remembered]:
        """What the next build can remember of history."""
        return self._förflutet.minne

    @cached_property
    def _förflutet(self) -> Förflutet:
        """All that git tells, asked once a build."""
        return self._begun()

    @cached_property
    def _begun(self) -> Callable[[], Förflutet]:
        return begun(partial(_past, self.samling, self.minns))

    @cached_property
    def nyaste(self) -> dict[str, Årsaktivitet]:
        """The newest activity of each id."""
        return {a.id: a for a in self.samling.aktiviteter.values()}

    @told
    def händelsenamn(self) -> Mapping[str, Händelsenamn]:
        """What the events of each activity are called."""
        return names_of_events(self.samling)

    @gathered
    def tillfällen(self) -> tuple[Tillfälle, ...]:
        """All events, in the order of years and plans."""
        return tuple(occasions(self.samling, self.händelsenamn))

    @told
    def händelsenummer(self) -> Mapping[str, int]:
        """The number that each event had on its activity's page when it was registered."""
        return numbers(self.samling.permalänkar.innehåll.händelser)

    @told
    def deltar(self) -> dict[str, dict[str, list[Årsaktivitet]]]:
        """The activities in which each organisation takes part or is responsible, by year, in the order of the plan; a year without any is left out."""
        found: dict[str, dict[str, list[Årsaktivitet]]] = {name: {} for name in self.samling.organisationer}
        for activity in self.samling.aktiviteter.values():
            for name in (activity.samverkan | activity.ansvariga) & found.keys():
                found[name].setdefault(activity.år, []).append(activity)
        return found

    def begin(self) -> None:
        """Have the history read by another process: nothing asks for it before `prepare`, and it takes 0.3 s."""
        _ = self._begun

    def prepare(self) -> None:
        """Find what all pages ask for, before the work is shared between processes: each would have to find it again."""
        _ = (
            self.händelsenamn,
            self.händelsenummer,
            self._förflutet,
            self.områden,
            self.rutter,
            self.nyaste,
            self.deltar,
            self._organisationer,
        )
        self.graf.prepare()
        if self.utkastsidor:
            self.med_utkast.prepare()

    def with_data(self, samling: Samling) -> "Sajt":
        """The same site with other data in its files; what git has is the same, and is not asked for again."""
        return self._with(samling=seen(samling), alla=samling if self.alla else None)

    def _with(self, **other: Samling | None) -> "Sajt":
        found = replace(self, **other)  # type: ignore[arg-type]
        vars(found).update(_förflutet=self._förflutet)  # where `cached_property` keeps it
        return found

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
        return Länk(
            f"{activity.titel} ({activity.år.visad})" if med_år else activity.titel, addresses.aktivitet(activity)
        )

    def organisationslänk(self, name: str) -> Länk:
        """A link to an organisation, by its short name where it has one."""
        return self._organisationer[name][1]

    def organisationslänkar(self, names: Iterable[str]) -> tuple[Länk, ...]:
        """Links to organisations, each once, in Swedish order."""
        unique = set(names)  # most parts of an activity name none
        return tuple(link for _, link in sorted(self._organisationer[name] for name in unique)) if unique else ()

    @told
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


def seen(samling: Samling) -> Samling:
    """What the site is made from: what readers may see, and in a preview of nothing but drafts all of it."""
    return samling.publikt if samling.publikt.årgångar else samling


def _past(samling: Samling, before: Mapping[bytes, Remembered]) -> Förflutet:
    known = {file.namn: file.innehåll for file in samling.filer}
    register = samling.permalänkar.innehåll
    return read_past(samling.rot, read_log(samling.rot, register.ändringar_till), known, before=before)
