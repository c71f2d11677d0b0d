"""One activity in one year: its page, and its part of a whole document."""

from typing import Any

from rusplan.data.document_names import report_within
from rusplan.data.model import Ursprung
from rusplan.data.periods import Planperiod
from rusplan.data.references import Länkning
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.site import addresses
from rusplan.site.links import Länk, planlänk, uppföljningslänk
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import dagar
from rusplan.swedish.labels import Märke
from rusplan.swedish.sentences import closed
from rusplan.tools.record import record
from rusplan.views import texts
from rusplan.views.activity_card import effort, followed_up, priority, status_of
from rusplan.views.activity_parts import (
    Delutfallsvy,
    MedelVy,
    Planvy,
    Utfallsvy,
    is_missing,
    medel,
    outcome_part,
    part_of_year,
    plan_part,
)
from rusplan.views.answer import Svarvy, answer
from rusplan.views.contacts import contact_link, of_activity
from rusplan.views.goals_served import goals_of
from rusplan.views.indicators import Indikatorvy, indicators
from rusplan.views.money_of_activity import Pengarvy, money_of
from rusplan.views.responsibility import Ansvarsgrupp, responsible
from rusplan.views.texts import Omnämnandevy
from rusplan.views.what_it_was import Förevy, added, taken_out, what_it_was
from rusplan.views.year_facts import NOT_HERE


@record
class Årssteg:
    """One step to or from another year."""

    aktivitet: Länk
    typ: str
    grund: str
    text: str | None

    @property
    def varför(self) -> str:
        """Its reason, and on what ground we say so."""
        return " ".join(filter(None, (self.text, f"{self.grund}." if self.grund else "")))


@record
class Aktivitetsdel:
    """An activity within a whole document: its facts, and what the document tells of it."""

    titel: str
    inläst: bool
    utkast: bool
    kort_titel: str | None
    prioriterad: Märke | None
    utvecklingsinsats: Märke | None
    dagar: str | None
    dagar_kommentar: str | None
    medel: MedelVy | None
    pengar: tuple[Pengarvy, ...]
    mål: tuple[Länk, ...]
    ansvar: tuple[Ansvarsgrupp, ...] | None
    kontakt: Länk | None
    tid: str
    status: Märke
    avstämd: str | None
    samverkan: tuple[Länk, ...] | None
    plan: Planvy | None
    utfall: Utfallsvy | None
    utfall_saknas: str
    indikatorer: tuple[Indikatorvy, ...]
    ändrat: tuple[Förevy, ...]
    utgår: tuple[Länk, str] | None
    tillkom: Länk | None

    @property
    def ändrat_rubrik(self) -> str:
        """The heading of what has been changed."""
        return "Ändrat sedan planen beslutades"


@record
class Aktivitetssida(Aktivitetsdel):
    """Everything on the page of one activity in one year."""

    år: str
    år_iso: str
    svar: Svarvy
    plan_länk: Länk
    uppföljning_länk: Länk
    område: Länk
    rubrik: str | None
    spår: Länk
    senare: tuple[tuple[str, Länk], ...]
    bygger_på: tuple[Årssteg, ...]
    fortsätter_i: tuple[Årssteg, ...]
    utan_föregångare: str
    ny: str | None
    upphör: str | None
    plan: Planvy
    delutfall: tuple[Delutfallsvy, ...]
    nämns_i: tuple[Omnämnandevy, ...]
    föregående: Länk | None
    nästa: Länk | None

    @property
    def källor(self) -> tuple[Länk, ...]:
        """The documents that the page rests on."""
        blocks = (block for block in (self.plan, *(part.utfall for part in self.delutfall), self.utfall) if block)
        return tuple(dict.fromkeys(block.källa.dokument for block in blocks if block.källa))

    @property
    def saknas(self) -> tuple[str, ...]:
        """What the facts lack: the source does not say it."""
        facts = (
            ("Status", self.status.slag == "okant"),
            ("Planerad arbetstid", self.dagar == dagar(None)),
            ("Prioritet", _is_unknown(self.prioriterad)),
            ("Slag av insats", _is_unknown(self.utvecklingsinsats)),
            ("Behov av pengar", self.medel is not None and self.medel.okänt),
            ("Ansvarig", self.inläst and self.ansvar == ()),
            ("Samverkan", self.inläst and self.samverkan == ()),
            ("Planen beslutad", self.inläst and not self.plan.beslut),
        )
        return tuple(name for name, is_missing in facts if is_missing)

    @property
    def avsnitt(self) -> tuple[tuple[str, str], ...]:
        """The page's sections, as (anchor, heading): the list of contents."""
        found = [("andrat", self.ändrat_rubrik)] if self.ändrat else []
        found.append(("planerat", self.plan.rubrik))
        found += [(f"{part.före}utfall", part.rubrik) for part in self.delutfall]
        found.append(("utfall", "Utfall"))
        if self.utfall and self.utfall.avvikelser:
            found.append(("avvikelser", "Avvikelser"))
        found += [("indikatorer", "Indikatorer")] if self.indikatorer else []
        found.append(("fore-och-efter", "Före och efter"))
        if self.nämns_i:
            found.append(("namns-i", "Nämns i"))
        return (*found, ("kalla", "Källa och anmärkningar")) if self.redovisad else tuple(found)

    @property
    def redovisad(self) -> bool:
        """Whether there is anything to tell of where the page comes from."""
        outcomes = (*(part.utfall for part in self.delutfall), self.utfall)
        return self.plan.redovisad or any(outcome is not None and outcome.redovisad for outcome in outcomes)


def activity_page(sajt: Sajt, activity: Årsaktivitet) -> Aktivitetssida:
    """Everything that the page of the activity shows."""
    plan, year = activity.plan.innehåll, sajt.samling.årgångar[activity.år]
    later = sajt.graf.fortsätter_i(activity.ref)
    before, after = _neighbours(sajt, year, activity)
    return Aktivitetssida(
        **_facts(sajt, activity),
        år=activity.år.visad,
        år_iso=activity.år.iso,
        svar=answer(sajt, activity),
        plan_länk=planlänk(sajt.samling, activity.år),
        uppföljning_länk=uppföljningslänk(activity.år),
        område=sajt.områdeslänk(plan.område),
        rubrik=year.rubriker.get(activity.id),
        spår=Länk("Alla år", addresses.spår(activity.id)),
        senare=tuple((labels.VIDARE[s.typ], sajt.aktivitetslänk(s.till, med_år=True)) for s in later),
        bygger_på=tuple(step_view(sajt, s.från, s) for s in sajt.graf.bygger_på(activity.ref)),
        fortsätter_i=tuple(step_view(sajt, s.till, s) for s in later),
        utan_föregångare=_without_origin(sajt, activity.år),
        ny=texts.besked(plan.ny),
        upphör=texts.besked(sajt.graf.upphör(activity.ref)),
        plan=plan_part(sajt, activity, year, ensam=False),
        delutfall=tuple(part_of_year(sajt, activity, number, year.delårgång(number)) for number in activity.delutfall),
        utfall=outcome_part(sajt, activity, activity.utfall, year) if activity.utfall else None,
        utfall_saknas=_why_no_outcome(sajt, year, activity),
        nämns_i=texts.nämns_i(sajt, activity.ref),
        föregående=before,
        nästa=after,
    )


def activity_in_document(sajt: Sajt, activity: Årsaktivitet, *, report: bool) -> Aktivitetsdel:
    """What the whole plan shows of the activity, or the whole report; where the report does not tell of it, the plan is its source.
    A document that is not here says so itself, once."""
    year, told = sajt.samling.årgångar[activity.år], activity.utfall if report else None
    return Aktivitetsdel(
        **_facts(sajt, activity),
        plan=None if told else plan_part(sajt, activity, year, ensam=True),
        utfall=outcome_part(sajt, activity, told, year) if told else None,
        utfall_saknas="" if is_missing(year.berättelse) else _why_no_outcome(sajt, year, activity),
    )


def _facts(sajt: Sajt, activity: Årsaktivitet) -> dict[str, Any]:
    """The fields of `Aktivitetsdel` that every page shows of an activity."""
    plan, year, used = activity.plan.innehåll, sajt.samling.årgångar[activity.år], sajt.samling.använt
    return {
        "titel": plan.titel,
        "utkast": sajt.samling.årgångar[activity.år].utkast,
        "inläst": sajt.samling.årgångar[activity.år].plan.innehåll.dokument.ursprung is Ursprung.INLÄST,
        "kort_titel": plan.kort_titel,
        "prioriterad": priority(sajt, plan),
        "utvecklingsinsats": effort(sajt, plan),
        "dagar": dagar(plan.dagar) if "dagar" in used or plan.dagar_kommentar else None,
        "dagar_kommentar": plan.dagar_kommentar,
        "medel": medel(plan.medelsbehov) if "medelsbehov" in used else None,
        "pengar": money_of(sajt, year, activity),
        "mål": goals_of(year, activity),
        "ansvar": responsible(sajt, plan),
        "kontakt": contact_link(of_activity(sajt, activity)),
        "tid": texts.tid(plan),
        "status": status_of(sajt, activity),
        "avstämd": followed_up(activity),
        "samverkan": sajt.organisationslänkar(activity.samverkan) if "samverkan" in used else None,
        "indikatorer": indicators(plan.indikatorer, picture=f"aktivitet-{activity.id}-"),
        "ändrat": what_it_was(sajt, year, plan),
        "utgår": taken_out(year, activity),
        "tillkom": added(year, activity),
    }


def _is_unknown(word: Märke | None) -> bool:
    return word is not None and word.text == labels.SAKNAS


def step_view(sajt: Sajt, other: Årsaktivitet, step: Länkning) -> Årssteg:
    """A step as it is shown, with the activity at its other end."""
    return Årssteg(
        aktivitet=sajt.aktivitetslänk(other, med_år=True),
        typ=labels.RELATION[step.typ],
        grund=labels.ground(step.grund),
        text=closed(step.text) if step.text else None,
    )


def _without_origin(sajt: Sajt, year: Planperiod) -> str:
    """What is said of an activity that neither comes from another nor is new: only in a draft may it lack that."""
    first = min(sajt.samling.årgångar) == year
    return f"Vi har inga uppgifter om åren före {year.visad}." if first else f"{labels.INTE_IFYLLT.text}."


def _neighbours(sajt: Sajt, year: Årgång, activity: Årsaktivitet) -> tuple[Länk | None, Länk | None]:
    """The activities before and after this one in the year's plan."""
    before, after = year.grannar[activity.id]
    return sajt.aktivitetslänk(before) if before else None, sajt.aktivitetslänk(after) if after else None


def _why_no_outcome(sajt: Sajt, year: Årgång, activity: Årsaktivitet) -> str:
    if activity.plan.innehåll.utgår:
        return "Aktiviteten är borttagen ur planen."
    if is_missing(year.berättelse):
        return f"{report_within(sajt.samling.webbplats.innehåll, year.år.visad)} {NOT_HERE}. Därför vet vi inte hur det gick."
    if activity.delutfall:
        return f"Aktiviteten följs upp år för år. Utfallet för hela {year.år.visad} är inte klart än."
    return f"Aktiviteten är inte uppföljd för {year.år.visad} än."
