"""A year, or a longer period: its documents, its activities, how they stand, and what readers may see of them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from copy import copy
from dataclasses import field, replace
from functools import cached_property
from typing import Any

from rusplan.data.model import (
    Aktivitet,
    Berättelse,
    Budget,
    Dokument,
    Dokumentlista,
    Dokumentläge,
    EgenStatus,
    JaNej,
    MålFörPeriod,
    Plan,
    Post,
    Status,
    Ställning,
    Ursprung,
    Utfall,
)
from rusplan.data.periods import Planperiod
from rusplan.data.reader import Fil
from rusplan.tools.questions import gathered
from rusplan.tools.record import record


@record
class Årsaktivitet:
    """One activity in one year: its plan, and its outcome where there is one."""

    år: Planperiod
    id: str
    plan: Fil[Aktivitet]
    utfall: Fil[Utfall] | None
    # How it went each year of a longer period, by year.
    delutfall: Mapping[int, Fil[Utfall]] = field(default_factory=dict)

    @property
    def frågas_som(self) -> str:
        """How data refers to it: what it holds is asked of its files."""
        return self.ref

    @property
    def utfallen(self) -> tuple[Fil[Utfall], ...]:
        """All that tells how it went: year by year in a longer period, and at last."""
        return (*self.delutfall.values(), *((self.utfall,) if self.utfall else ()))

    @property
    def känd_status(self) -> Status | str | None:
        """How it went at last, or how it stood when it was told of last."""
        return next((told for file in reversed(self.utfallen) if (told := file.innehåll.känd_status)), None)

    @property
    def berättat(self) -> str | None:
        """What came out of it, as the newest outcome tells."""
        return next((told for file in reversed(self.utfallen) if (told := file.innehåll.berättat)), None)

    @cached_property
    def ref(self) -> str:
        """``2025/kulturmiljo``: how data refers to it, and the end of its address."""
        return f"{self.år}/{self.id}"

    @property
    def samverkan(self) -> frozenset[str]:
        """Every organisation that the plan or the outcome names, on the whole or on a part of it."""
        return self.plan.nämnt.samverkan.union(*(file.nämnt.samverkan for file in self.utfallen))

    @property
    def ansvariga(self) -> frozenset[str]:
        """Every organisation that is responsible for the activity."""
        return self.plan.nämnt.ansvariga

    @property
    def titel(self) -> str:
        """The title of the plan."""
        return self.plan.innehåll.titel


@record
class Årgång:
    """A year: its documents, and its activities in the order of the plan."""

    år: Planperiod
    plan: Fil[Plan]
    berättelse: Fil[Berättelse] | None
    mål: Fil[MålFörPeriod] | None
    budget: Fil[Budget] | None
    dokument: Fil[Dokumentlista] | None
    aktiviteter: Mapping[str, Årsaktivitet]
    # The statuses of the organisation's own.
    statusar: Mapping[str, EgenStatus] = field(default_factory=dict)
    # The reports of single years of a longer period, by year.
    delberättelser: Mapping[int, Fil[Berättelse]] = field(default_factory=dict)
    # The year that alone is told of, where this is one of a longer period (`delårgång`).
    delår: int | None = None

    @property
    def frågas_som(self) -> str:
        """Its key: what it holds is asked of its files."""
        return self.nyckel

    @property
    def nyckel(self) -> str:
        """``2025``, ``2024-2026``, or ``2024-2026/2025`` for one year of a longer period."""
        return f"{self.år}/{self.delår}" if self.delår else str(self.år)

    @property
    def utfallsmapp(self) -> str:
        """Where the outcomes lie."""
        return f"data/{self.år}/utfall" + (f"/{self.delår}" if self.delår else "")

    @property
    def visad(self) -> str:
        """What readers call the year or the period that is told of."""
        return str(self.delår) if self.delår else self.år.visad

    @cached_property
    def delåren(self) -> tuple[int, ...]:
        """The years of a longer period that are told of by themselves."""
        told = {number for activity in self.aktiviteter.values() for number in activity.delutfall}
        return tuple(sorted(told | self.delberättelser.keys()))

    def delårgång(self, number: int) -> "Årgång":
        """One year of the period by itself: the same plan, with the report and the outcomes of that year."""
        told = {
            name: replace(activity, utfall=activity.delutfall.get(number), delutfall={})
            for name, activity in self.aktiviteter.items()
        }
        report = self.delberättelser.get(number)
        return replace(self, delår=number, berättelse=report, aktiviteter=told, delberättelser={})

    def ställning(self, activity: Årsaktivitet) -> Ställning:
        """How an activity of the year stands: as its outcome tells at last, as it told last during the year, or why it is not known."""
        if activity.plan.innehåll.utgår and not activity.utfallen:
            return Ställning.UTGÅR
        said = activity.känd_status
        word = self.räknas_som(said) if said else None
        report = self.berättelse.innehåll.dokument if self.berättelse else None
        if report and report.tillgänglig is JaNej.NEJ and word in (None, Status.OKÄNT):
            return Ställning.INTE_HÄR
        if said:
            return self.sagd(said)
        told = report and report.ursprung is Ursprung.INLÄST and report.läge is not Dokumentläge.UTKAST
        return Ställning.OKÄNT if told else Ställning.INTE_UPPFÖLJD

    def sagd(self, said: Status | str) -> Ställning:
        """What a status of the year says: where those who do not know have written it themselves, no source lacks it."""
        word = self.räknas_som(said)
        return Ställning.OVISST if word is Status.OKÄNT and self.skrivs_här else Ställning(word)

    def räknas_som(self, said: Status | str) -> Status:
        """The status that one of the organisation's own answers to; a word that nobody knows tells nothing."""
        if isinstance(said, Status):
            return said
        own = self.statusar.get(said)
        return own.motsvarar if own else Status.OKÄNT

    @property
    def skrivs_här(self) -> bool:
        """True for a year whose plan is written in the data files themselves."""
        return self.plan.innehåll.dokument.ursprung is Ursprung.SKRIVET_HÄR

    @property
    def är_följd_upp(self) -> bool:
        """True if the outcome of some activity tells how it went at last."""
        return any(a.utfall and a.utfall.innehåll.status for a in self.aktiviteter.values())

    def in_area(self, area: str) -> tuple[Årsaktivitet, ...]:
        """The activities of an area, in the order of the plan."""
        return self._by_area.get(area, ())

    @gathered
    def dokument_av(self) -> tuple[tuple[Fil[Post], Dokument], ...]:
        """Each file of the year in the order of the plan, with the document that it is a part of: the report, or else the plan. The
        outcomes of a year that is written here are a part of nothing until its report is begun."""
        plan, report = self.plan.innehåll.dokument, (self.berättelse or self.plan).innehåll.dokument
        kinds = (Berättelse, Utfall)
        begun = self.berättelse or not self.skrivs_här
        parts = self._part_of_year
        return tuple(
            (file, parts.get(file.namn) or (report if isinstance(file.innehåll, kinds) else plan))
            for file in self.filer
            if begun or file.namn in parts or not isinstance(file.innehåll, Utfall)
        )

    @gathered
    def _part_of_year(self) -> Mapping[str, Dokument]:
        """The document of each file that is a part of the report of one year in a longer period."""
        found: dict[str, Dokument] = {}
        for number, report in self.delberättelser.items():
            outcomes = (a.delutfall[number] for a in self.aktiviteter.values() if number in a.delutfall)
            found |= dict.fromkeys((report.namn, *(file.namn for file in outcomes)), report.innehåll.dokument)
        return found

    @gathered
    def _by_area(self) -> Mapping[str, tuple[Årsaktivitet, ...]]:
        found: dict[str, list[Årsaktivitet]] = defaultdict(list)
        for activity in self.aktiviteter.values():
            found[activity.plan.innehåll.område].append(activity)
        return {area: tuple(activities) for area, activities in found.items()}

    @cached_property
    def grannar(self) -> Mapping[str, tuple[Årsaktivitet | None, Årsaktivitet | None]]:
        """The activities before and after each one in the plan."""
        ordered = [None, *self.aktiviteter.values(), None]
        return {
            here.id: (before, after)
            for before, here, after in zip(ordered, ordered[1:], ordered[2:], strict=False)
            if here
        }

    @gathered
    def rubriker(self) -> Mapping[str, str | None]:
        """The heading in the plan above each activity, where it has one."""
        headings = [heading for area in self.plan.innehåll.områden for heading in area.rubriker]
        return {name: heading.titel for heading in reversed(headings) for name in heading.aktiviteter}

    @property
    def utkast(self) -> bool:
        """True if the plan is a draft."""
        return _is_draft(self.plan)

    @property
    def berättelse_är_utkast(self) -> bool:
        """True if there is a report, and it is a draft."""
        return self.berättelse is not None and _is_draft(self.berättelse)

    @property
    def delår_i_utkast(self) -> frozenset[int]:
        """The years of a longer period whose reports are drafts."""
        return frozenset(number for number, report in self.delberättelser.items() if _is_draft(report))

    @property
    def föregriper(self) -> bool:
        """True if outcomes tell how it went at last before there is a report."""
        return self.skrivs_här and self.berättelse is None and self.är_följd_upp

    @property
    def publik(self) -> "Årgång":
        """What readers may see of a year with a decided plan: a report that is a draft is not there."""
        drafts = self.delår_i_utkast
        final = self.berättelse_är_utkast or self.föregriper
        if not (drafts or final):
            return self
        told = {name: _public_activity(a, drafts, final=final) for name, a in self.aktiviteter.items()}
        reports = {number: report for number, report in self.delberättelser.items() if number not in drafts}
        report = None if final else self.berättelse
        return replace(self, berättelse=report, delberättelser=reports, aktiviteter=told)

    @cached_property
    def filer(self) -> tuple[Fil[Post], ...]:
        """The files of the year."""
        found: list[Fil[Any] | None] = [self.plan, self.berättelse, self.mål, self.budget, self.dokument]
        found += self.delberättelser.values()
        for activity in self.aktiviteter.values():
            found += [activity.plan, *activity.utfallen]
        return tuple(file for file in found if file)


# What only a decided report says of an activity.
FINAL = dict.fromkeys(("status", "skäl", "sammanfattning", "arbetstid"))


def public_outcome(outcome: Fil[Utfall] | None) -> Fil[Utfall] | None:
    """What readers may see of an outcome while the report is a draft: all but how it went at last."""
    if outcome is None:
        return None
    shown = copy(outcome)
    vars(shown)["innehåll"] = public_content(outcome.innehåll)
    return shown


def _public_activity(activity: Årsaktivitet, drafts: Collection[int], *, final: bool) -> Årsaktivitet:
    """The activity without how it went at last, and in the years whose reports are drafts."""
    years = activity.delutfall.items()
    told = {number: file for number, old in years if (file := public_outcome(old) if number in drafts else old)}
    return replace(activity, utfall=public_outcome(activity.utfall) if final else activity.utfall, delutfall=told)


def public_content(outcome: Utfall) -> Utfall:
    """An outcome without what is final."""
    return outcome.model_copy(update=FINAL)


def _is_draft(file: Fil[Plan] | Fil[Berättelse]) -> bool:
    return file.innehåll.dokument.läge is Dokumentläge.UTKAST
