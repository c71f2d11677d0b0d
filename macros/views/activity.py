"""One activity in one year, its card, and its lifeline over all years."""

from dataclasses import dataclass

from macros import addresses, labels
from macros.collection import Årgång, Årsaktivitet
from macros.formatting import dagar
from macros.labels import Märke
from macros.model import Medelsbehov, Status, Utfall
from macros.references import Länkning, parts_of
from macros.views import parts
from macros.views.parts import (
    AnmärkningVy,
    AvvikelseVy,
    HändelseVy,
    HänvisningVy,
    KällaVy,
    Länk,
    Omnämnandevy,
    PublikationVy,
    PunktVy,
    Sajt,
)
from macros.views.year_change import förändring


@dataclass(frozen=True)
class Steg:
    """One step to or from another year."""

    aktivitet: Länk
    typ: str
    grund: str
    text: str | None


@dataclass(frozen=True)
class MedelVy:
    """The need of cash."""

    behov: str
    rader: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Planvy:
    """The plan part of an activity page."""

    sammanfattning: str
    insatser: tuple[PunktVy, ...]
    händelser: tuple[HändelseVy, ...]
    publikationer: tuple[PublikationVy, ...]
    hänvisningar: tuple[HänvisningVy, ...]
    källa: KällaVy
    anmärkningar: tuple[AnmärkningVy, ...]
    beslut: tuple[str, ...]
    redigera: str | None


@dataclass(frozen=True)
class Utfallsvy:
    """The outcome part of an activity page."""

    sammanfattning: str
    skäl: str | None
    arbetstid: tuple[str, str] | None
    resultat: tuple[PunktVy, ...]
    händelser: tuple[HändelseVy, ...]
    publikationer: tuple[PublikationVy, ...]
    avvikelser: tuple[AvvikelseVy, ...]
    hänvisningar: tuple[HänvisningVy, ...]
    källa: KällaVy
    anmärkningar: tuple[AnmärkningVy, ...]
    beslut: tuple[str, ...]
    redigera: str | None


@dataclass(frozen=True)
class Aktivitetssida:
    """Everything on the page of one activity in one year."""

    titel: str
    kort_titel: str | None
    år: str
    plan_länk: Länk
    uppföljning_länk: Länk
    område: Länk
    rubrik: str | None
    spår: Länk
    prioriterad: Märke
    utvecklingsinsats: Märke
    dagar: str
    dagar_kommentar: str | None
    medel: MedelVy
    status: Märke
    samverkan: tuple[Länk, ...]
    senare: tuple[Steg, ...]
    bygger_på: tuple[Steg, ...]
    fortsätter_i: tuple[Steg, ...]
    ny: str | None
    upphör: str | None
    plan: Planvy
    utfall: Utfallsvy | None
    utfall_saknas: str
    nämns_i: tuple[Omnämnandevy, ...]
    föregående: Länk | None
    nästa: Länk | None

    @property
    def avsnitt(self) -> tuple[tuple[str, str], ...]:
        """The page's sections, as (anchor, heading): the list of contents."""
        found = [("planerat", "Planerat"), ("utfall", "Utfall")]
        if self.utfall and self.utfall.avvikelser:
            found.append(("avvikelser", "Blev inte som planerat"))
        found.append(("fore-och-efter", "Före och efter"))
        if self.nämns_i:
            found.append(("namns-i", "Nämns i"))
        return (*found, ("kalla", "Källa och anmärkningar"))


@dataclass(frozen=True)
class Aktivitetskort:
    """An activity in a list: the same row everywhere."""

    titel: Länk
    år: str
    område: Länk
    prioriterad: Märke
    utvecklingsinsats: Märke
    dagar: str
    status: Märke
    samverkan: tuple[Länk, ...]
    förändring: str
    sammanfattning: str


def status_of(activity: Årsaktivitet) -> Märke:
    """The status mark; an activity without outcome is unknown."""
    return labels.STATUS[activity.utfall.innehåll.status if activity.utfall else Status.OKÄNT]


def partners_of(activity: Årsaktivitet) -> set[str]:
    """Every organisation that the plan or the outcome of the activity names, on the whole or on a part of it."""
    found: set[str] = set()
    for file in (activity.plan, activity.utfall):
        if file:
            for _, part in parts_of(file.innehåll):
                found.update(getattr(part, "samverkan", ()))
    return found


def card(sajt: Sajt, activity: Årsaktivitet) -> Aktivitetskort:
    """The activity as a row."""
    plan = activity.plan.innehåll
    told = activity.utfall.innehåll.sammanfattning if activity.utfall else plan.sammanfattning
    return Aktivitetskort(
        sajt.aktivitetslänk(activity), str(activity.år), sajt.områdeslänk(plan.område), labels.PRIORITERAD[plan.prioriterad],
        labels.UTVECKLINGSINSATS[plan.utvecklingsinsats], dagar(plan.dagar), status_of(activity),
        sajt.organisationslänkar(partners_of(activity)), förändring(sajt, activity), told,
    )  # fmt: skip


def activity_page(sajt: Sajt, activity: Årsaktivitet) -> Aktivitetssida:
    """Everything that the page of the activity shows."""
    plan, year = activity.plan.innehåll, sajt.samling.årgångar[activity.år]
    onward = tuple(step_view(sajt, s.till, s) for s in sajt.graf.fortsätter_i(activity.ref))
    before, after = _neighbours(sajt, year, activity)
    return Aktivitetssida(
        titel=plan.titel,
        kort_titel=plan.kort_titel,
        år=str(activity.år),
        plan_länk=Länk(f"Verksamhetsplan {activity.år}", addresses.plan(activity.år)),
        uppföljning_länk=Länk(f"Uppföljning {activity.år}", addresses.uppföljning(activity.år)),
        område=sajt.områdeslänk(plan.område),
        rubrik=_heading(year, activity),
        spår=Länk("Alla år", addresses.spår(activity.id)),
        prioriterad=labels.PRIORITERAD[plan.prioriterad],
        utvecklingsinsats=labels.UTVECKLINGSINSATS[plan.utvecklingsinsats],
        dagar=dagar(plan.dagar),
        dagar_kommentar=plan.dagar_kommentar,
        medel=medel(plan.medelsbehov),
        status=status_of(activity),
        samverkan=sajt.organisationslänkar(partners_of(activity)),
        senare=onward,
        bygger_på=tuple(step_view(sajt, s.från, s) for s in sajt.graf.bygger_på(activity.ref)),
        fortsätter_i=onward,
        ny=plan.ny.text if plan.ny else None,
        upphör=plan.upphör.text if plan.upphör else None,
        plan=_plan(sajt, activity, year),
        utfall=_outcome(sajt, activity, activity.utfall.innehåll, year) if activity.utfall else None,
        utfall_saknas=_why_no_outcome(year),
        nämns_i=parts.nämns_i(sajt, activity.ref),
        föregående=before,
        nästa=after,
    )


def medel(need: Medelsbehov) -> MedelVy:
    """The need of cash as a word and named remarks."""
    rows = (("Villkor", need.villkor), ("Finansiering", need.finansiering), ("Kommentar", need.kommentar))
    return MedelVy(labels.BEHOV[need.behov], tuple((name, text) for name, text in rows if text))


def step_view(sajt: Sajt, other: Årsaktivitet, step: Länkning) -> Steg:
    """A step as it is shown, with the activity at its other end."""
    return Steg(sajt.aktivitetslänk(other, med_år=True), labels.RELATION[step.typ], labels.GRUND[step.grund], step.text)


def _heading(year: Årgång, activity: Årsaktivitet) -> str | None:
    for area in year.plan.innehåll.områden:
        for heading in area.rubriker:
            if activity.id in heading.aktiviteter:
                return heading.titel
    return None


def _neighbours(sajt: Sajt, year: Årgång, activity: Årsaktivitet) -> tuple[Länk | None, Länk | None]:
    """The activities before and after this one in the year's plan."""
    ordered = list(year.aktiviteter.values())
    here = ordered.index(activity)
    before = sajt.aktivitetslänk(ordered[here - 1]) if here else None
    after = sajt.aktivitetslänk(ordered[here + 1]) if here + 1 < len(ordered) else None
    return before, after


def _plan(sajt: Sajt, activity: Årsaktivitet, year: Årgång) -> Planvy:
    plan = activity.plan.innehåll
    return Planvy(
        plan.sammanfattning, parts.punkter(sajt, plan.insatser), parts.händelser(sajt, activity, plan.händelser, "plan"),
        parts.publikationer(sajt, activity, plan.publikationer), parts.hänvisningar(sajt, plan.hänvisningar),
        parts.källa(sajt, plan.källa), parts.anmärkningar(plan.anmärkningar), parts.beslut(year.plan.innehåll.dokument.beslut),
        sajt.edit_url(activity.plan.namn),
    )  # fmt: skip


def _outcome(sajt: Sajt, activity: Årsaktivitet, outcome: Utfall, year: Årgång) -> Utfallsvy:
    assert activity.utfall
    time = (labels.TIDSÅTGÅNG[outcome.arbetstid.bedömning], outcome.arbetstid.text) if outcome.arbetstid else None
    return Utfallsvy(
        outcome.sammanfattning, outcome.skäl, time, parts.punkter(sajt, outcome.resultat),
        parts.händelser(sajt, activity, outcome.händelser, "utfall"), parts.publikationer(sajt, activity, outcome.publikationer),
        parts.avvikelser(sajt, outcome.avvikelser), parts.hänvisningar(sajt, outcome.hänvisningar), parts.källa(sajt, outcome.källa),
        parts.anmärkningar(outcome.anmärkningar), parts.beslut(year.berättelse.innehåll.dokument.beslut) if year.berättelse else (),
        sajt.edit_url(activity.utfall.namn),
    )  # fmt: skip


def _why_no_outcome(year: Årgång) -> str:
    if year.berättelse and year.berättelse.innehåll.dokument.tillgänglig == "nej":
        return f"Verksamhetsberättelsen för {year.år} ligger inte till grund för den här webbplatsen. Därför vet vi inte hur det gick."
    return f"Aktiviteten är inte uppföljd för {year.år} än."
