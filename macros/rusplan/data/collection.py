"""All of data/ read and joined: years, activities, documents and organisations, ready to be asked."""

from collections.abc import Mapping
from dataclasses import field, replace
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import Any

from rusplan.data.model import (
    Berättelse,
    Dokument,
    EgenVärdering,
    JaNej,
    Ordlista,
    Organisation,
    Organisationstyp,
    Permalänkar,
    Plan,
    Post,
    Samverkan,
    Ställning,
    Utfall,
    Webbplats,
)
from rusplan.data.periods import Planperiod
from rusplan.data.reader import Fil
from rusplan.data.used_fields import used_fields
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.tools.questions import gathered, told
from rusplan.tools.record import record


@record
class Samling:
    """Everything in data/. Years are sorted, oldest first."""

    rot: Path
    webbplats: Fil[Webbplats]
    samverkan: Fil[Samverkan]
    ordlista: Fil[Ordlista]
    årgångar: Mapping[str, Årgång]
    permalänkar: Fil[Permalänkar] = field(default_factory=lambda: Fil("data/permalankar.yml", Permalänkar()))
    # Outcomes that could be read, of activities whose plan could not.
    utfall_utan_plan: tuple[Fil[Utfall], ...] = ()
    # Files that could not be read, are missing or are not listed; what refers to them cannot be judged.
    oläsliga: frozenset[str] = field(default_factory=frozenset)

    @property
    def frågas_som(self) -> str:
        """What tells a collection with drafts in it from what readers see of it."""
        return "" if self.publikt is self else "utkast"

    @cached_property
    def publikt(self) -> "Samling":
        """What readers may see: all but drafts. The one place that decides it; whoever shows, counts or sends out data asks here."""
        years = {number: year.publik for number, year in self.årgångar.items() if not year.utkast}
        same = len(years) == len(self.årgångar) and all(years[number] is year for number, year in self.årgångar.items())
        return self if same else replace(self, årgångar=years)

    def period(self, name: str) -> str:
        """The period that a folder or a reference names, as readers see it; one that has no data as it is called."""
        found = self.årgångar.get(name)
        return (found.år if found else Planperiod(name)).visad

    @cached_property
    def nyast_först(self) -> tuple[Årgång, ...]:
        """All years, newest first."""
        return tuple(reversed(list(self.årgångar.values())))

    @told
    def senast_följd_upp(self) -> "Årgång | None":
        """The newest year of which it is told how an activity went at last; of a longer period that is not over, its newest year."""
        years = (part for year in self.nyast_först for part in (year, *map(year.delårgång, reversed(year.delåren))))
        return next((year for year in years if year.är_följd_upp), None)

    @told
    def områden(self) -> Mapping[str, str]:
        """Each area's newest title, by id, in the order of the newest plan."""
        found: dict[str, str] = {}
        for year in self.nyast_först:
            for area in year.plan.innehåll.områden:
                found.setdefault(area.id, area.titel)
        return found

    @cached_property
    def aktiviteter(self) -> Mapping[str, Årsaktivitet]:
        """All activities by reference, ``2025/kulturmiljo``."""
        return {a.ref: a for year in self.årgångar.values() for a in year.aktiviteter.values()}

    @told
    def använt(self) -> frozenset[str]:
        """The fields that the activities use, of those that an organisation may do without; «pengar» where a budget gives them any."""
        budgets = (year.budget.innehåll for year in self.årgångar.values() if year.budget)
        has_money = any(line.aktivitet for budget in budgets for line in budget.rader)
        told = {
            "pengar": has_money,
            "samverkan": any(activity.samverkan for activity in self.aktiviteter.values()),
            "förändring": len(self.årgångar) > 1,
        }
        fields = used_fields(activity.plan.innehåll for activity in self.aktiviteter.values())
        return fields | {name for name, is_there in told.items() if is_there}

    def ställning(self, activity: Årsaktivitet) -> Ställning:
        """How an activity stands."""
        return self.årgångar[activity.år].ställning(activity)

    @cached_property
    def filer(self) -> tuple[Fil[Post], ...]:
        """Every file that was read: those that all years share, as many as there are, then year by year."""
        shared: tuple[Fil[Any], ...] = (self.webbplats, self.samverkan, self.ordlista, self.permalänkar)
        return (*filter(attrgetter("väg"), shared), *(file for year in self.årgångar.values() for file in year.filer))

    @gathered
    def organisationer(self) -> Mapping[str, Organisation]:
        """All organisations by id."""
        return {o.id: o for o in self.samverkan.innehåll.organisationer}

    @gathered
    def organisationstyper(self) -> Mapping[str, Organisationstyp]:
        """The kinds of organisations by id, in the order that they are shown."""
        return {kind.id: kind for kind in self.webbplats.innehåll.organisationstyper}

    @gathered
    def egna_sidor(self) -> Mapping[str, tuple[Organisation, ...]]:
        """The kinds that have a page of their own, by id, each with the organisations that a reader chooses among: not the one that stands for all."""
        chosen = [each for each in self.organisationer.values() if each.står_för_alla is JaNej.NEJ]
        kinds = [kind.id for kind in self.webbplats.innehåll.organisationstyper if kind.egen_sida]
        found = {kind: tuple(each for each in chosen if each.typ == kind) for kind in kinds}
        return {kind: members for kind, members in found.items() if members}

    @gathered
    def skala(self) -> Mapping[str, EgenVärdering]:
        """The ratings of goals of the organisation's own, by id."""
        return {each.id: each for each in self.webbplats.innehåll.skala}

    @gathered
    def värderingar(self) -> Mapping[str, str]:
        """What a goal can be rated as, with what each is called: 1, 2, 3 and the organisation's own, whose digits stand instead of ours."""
        own = {each.id: each.namn for each in self.skala.values()}
        return own if any(map(str.isdecimal, own)) else {"1": "1", "2": "2", "3": "3"} | own

    @told
    def dokument(self) -> Mapping[str, tuple[Fil[Plan] | Fil[Berättelse], Dokument]]:
        """All source documents by id, with the file that describes each."""
        years = self.årgångar.values()
        files = [f for year in years for f in (year.plan, *year.delberättelser.values(), year.berättelse) if f]
        return {f.innehåll.dokument.id: (f, f.innehåll.dokument) for f in files}

    @told
    def dokumenttitlar(self) -> Mapping[str, str]:
        """The title of every document that a source may name: plans, reports and the others of each year."""
        titles = {name: document.titel for name, (_, document) in self.dokument.items()}
        others = (year.dokument.innehåll.dokument for year in self.årgångar.values() if year.dokument)
        return titles | {each.id: each.titel for documents in others for each in documents}

    def unreadable(self, year: object, *parts: str) -> bool:
        """True if this data file of a year should be there but could not be read. Without its plan the whole year is not there."""
        if not self.oläsliga:
            return False  # nearly always, and each reference asks
        return not self.oläsliga.isdisjoint((f"data/{year}/plan.yml", "/".join(("data", str(year), *parts))))
