"""One activity in one year, its card, and its lifeline over all years."""

from typing import Any

from rusplan.data.collection import Årgång, Årsaktivitet
from rusplan.data.document_names import report_within
from rusplan.data.model import (
    Aktivitet,
    Avstämning,
    Behov,
    Berättelse,
    Medelsbehov,
    Plan,
    Status,
    Ställning,
    Ursprung,
    Utfall,
)
from rusplan.data.periods import Planperiod
from rusplan.data.reader import Fil
from rusplan.data.references import Länkning
from rusplan.site import addresses
from rusplan.site.links import Länk, planlänk, uppföljningslänk
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import arbetstid, dagar, datum
from rusplan.swedish.labels import Märke, mark
from rusplan.swedish.sentences import closed
from rusplan.tools.record import record, small
from rusplan.views import items, texts
from rusplan.views.answer import Svarvy, answer
from rusplan.views.goals_served import goals_of
from rusplan.views.indicators import Indikatorvy, indicators
from rusplan.views.items import HändelseVy, PublikationVy
from rusplan.views.money_of_activity import Pengarvy, given, money_of
from rusplan.views.planned_items import how_many_done, planned_items
from rusplan.views.responsibility import Ansvarsgrupp, Ansvarskort, responsible, responsible_in_brief
from rusplan.views.texts import AnmärkningVy, AvvikelseVy, HänvisningVy, KällaVy, Omnämnandevy, PunktVy
from rusplan.views.what_it_was import Förevy, added, taken_out, what_it_was
from rusplan.views.year_change import förändring
from rusplan.views.year_facts import NOT_HERE

# A need of cash of which the source says nothing.
UNKNOWN_NEED = Medelsbehov(behov=Behov.OKÄNT)


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


@small
class MedelVy:
    """The need of cash."""

    behov: str
    rader: tuple[tuple[str, str], ...]


@record
class Avstämningsvy:
    """How an activity stood on a day."""

    datum: str
    status: Märke
    text: str | None
    källa: KällaVy | None


@record
class Delvy:
    """What the plan part and the outcome part of an activity page have in common."""

    sammanfattning: str | None
    händelser: tuple[HändelseVy, ...]
    publikationer: tuple[PublikationVy, ...]
    hänvisningar: tuple[HänvisningVy, ...]
    källa: KällaVy | None
    anmärkningar: tuple[AnmärkningVy, ...]
    beslut: tuple[str, ...]
    redigera: str | None

    @property
    def redovisad(self) -> bool:
        """Whether there is anything to tell of where the part comes from."""
        return bool(self.källa or self.beslut or self.anmärkningar or self.redigera)


@record
class Planvy(Delvy):
    """The plan part of an activity page: what was planned, or where the plan is not at hand (`känd`) what the activity is about."""

    känd: bool
    insatser: tuple[PunktVy, ...]
    gjort: str | None

    @property
    def rubrik(self) -> str:
        """The heading of the part."""
        return "Planerat" if self.känd else "Vad aktiviteten gäller"

    @property
    def källrubrik(self) -> str:
        """The heading of its source."""
        return "Planen" if self.känd else "Aktiviteten"


@record
class Utfallsvy(Delvy):
    """The outcome part of an activity page."""

    skäl: str | None
    avstämningar: tuple[Avstämningsvy, ...]
    arbetstid: tuple[str, str] | None
    resultat: tuple[PunktVy, ...]
    avvikelser: tuple[AvvikelseVy, ...]


@record
class Delutfallsvy:
    """The outcome of an activity in one year of a longer period; `före` stands before the anchors of its parts."""

    rubrik: str
    länk: Länk
    före: str
    status: Märke
    utfall: Utfallsvy
    avstämd: str | None


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
            ("Behov av pengar", bool(self.medel) and self.medel == medel(UNKNOWN_NEED)),
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


@record
class Aktivitetskort:
    """An activity in a list: the same row everywhere."""

    titel: Länk
    år: str
    område: Länk
    prioriterad: Märke | None
    utvecklingsinsats: Märke | None
    dagar: str | None
    arbetstid: str | None
    pengar: str | None
    ansvar: tuple[Ansvarskort, ...] | None
    tid: str | None
    status: Märke
    avstämd: str | None
    samverkan: tuple[Länk, ...]
    förändring: str
    sammanfattning: str


def status_of(sajt: Sajt, activity: Årsaktivitet, year: Årgång | None = None) -> Märke:
    """The status mark, of one `year` in a longer period where it is given; an activity that was taken out of the plan is just that."""
    if activity.plan.innehåll.utgår:
        return labels.STÄLLNING[Ställning.UTGÅR]
    year = year or sajt.samling.årgångar[activity.år]
    standing, said = year.ställning(activity), activity.känd_status
    return said_mark(year, said) if said and year.sagd(said) is standing else labels.STÄLLNING[standing]


def said_mark(year: Årgång, said: Status | str) -> Märke:
    """The mark of a status as it was said: one of the organisation's own looks like that which it answers to, under its own name."""
    usual, own = labels.STÄLLNING[year.sagd(said)], year.statusar.get(said)
    return Märke(own.namn, usual.tecken, usual.slag) if own else usual


def priority(sajt: Sajt, plan: Aktivitet) -> Märke | None:
    """Whether the activity is prioritised; None where no activity of the site says so of itself."""
    return mark(labels.PRIORITERAD, plan.prioriterad) if "prioriterad" in sajt.samling.använt else None


def effort(sajt: Sajt, plan: Aktivitet) -> Märke | None:
    """Whether the activity is a development effort; None where no activity of the site says so of itself."""
    used = "utvecklingsinsats" in sajt.samling.använt
    return mark(labels.UTVECKLINGSINSATS, plan.utvecklingsinsats) if used else None


def followed_up(activity: Årsaktivitet) -> str | None:
    """The day, or the year of a longer period, that the activity was followed up last, while nothing tells how it went at last."""
    outcome = activity.utfall.innehåll if activity.utfall else None
    if outcome and outcome.känd_status:
        return datum(outcome.senaste.datum) if outcome.senaste and not outcome.status else None
    return next(
        (str(year) for year, told in reversed(list(activity.delutfall.items())) if told.innehåll.känd_status), None
    )


def card(sajt: Sajt, activity: Årsaktivitet, year: Årgång | None = None) -> Aktivitetskort:
    """The activity as a row, as it stands in one `year` of a longer period where it is given."""
    plan, used = activity.plan.innehåll, sajt.samling.använt
    told = activity.berättat
    return Aktivitetskort(
        titel=sajt.aktivitetslänk(activity),
        år=activity.år.visad,
        område=sajt.områdeslänk(plan.område),
        prioriterad=priority(sajt, plan),
        utvecklingsinsats=effort(sajt, plan),
        dagar=dagar(plan.dagar) if "dagar" in used else None,
        arbetstid=arbetstid(plan.dagar) if "dagar" in used else None,
        pengar=given(sajt, activity),
        ansvar=responsible_in_brief(sajt, plan),
        tid=texts.tid(plan) or "–" if "tid" in used else None,
        status=status_of(sajt, activity, year),
        avstämd=followed_up(activity),
        samverkan=sajt.organisationslänkar(activity.samverkan),
        förändring=förändring(sajt, activity),
        sammanfattning=told or plan.sammanfattning,
    )


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
        plan=_plan(sajt, activity, year, ensam=False),
        delutfall=tuple(_of_year(sajt, activity, number, year.delårgång(number)) for number in activity.delutfall),
        utfall=_outcome(sajt, activity, activity.utfall, year) if activity.utfall else None,
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
        plan=None if told else _plan(sajt, activity, year, ensam=True),
        utfall=_outcome(sajt, activity, told, year) if told else None,
        utfall_saknas="" if _is_missing(year.berättelse) else _why_no_outcome(sajt, year, activity),
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


def medel(need: Medelsbehov | None) -> MedelVy:
    """The need of cash as a word and named remarks."""
    if need is None:
        return MedelVy(labels.INTE_IFYLLT.text, ())
    rows = (("Villkor", need.villkor), ("Finansiering", need.finansiering), ("Kommentar", need.kommentar))
    return MedelVy(labels.BEHOV[need.behov], tuple((name, text) for name, text in rows if text))


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


def _plan(sajt: Sajt, activity: Årsaktivitet, year: Årgång, *, ensam: bool) -> Planvy:
    """The plan `ensam`, or without what the outcome beside it tells of."""
    return Planvy(
        känd=not _is_missing(year.plan),
        insatser=texts.punkter(sajt, activity.plan.innehåll.insatser) if ensam else planned_items(sajt, activity),
        gjort=None if ensam else how_many_done(activity),
        händelser=items.planerade_händelser(sajt, activity, alla=ensam),
        publikationer=items.planerade_publikationer(sajt, activity, alla=ensam),
        **_common(sajt, activity.plan, year.plan),
    )


def _of_year(sajt: Sajt, activity: Årsaktivitet, number: int, year: Årgång) -> Delutfallsvy:
    """What is told of the activity in one year of a longer period; `year` is that year by itself."""
    alone = year.aktiviteter[activity.id]
    return Delutfallsvy(
        rubrik=f"Utfall {number}",
        länk=uppföljningslänk(year.år, number),
        före=f"{number}-",
        status=status_of(sajt, alone, year),
        utfall=_outcome(sajt, activity, activity.delutfall[number], year),
        avstämd=followed_up(alone),
    )


def _outcome(sajt: Sajt, activity: Årsaktivitet, file: Fil[Utfall], year: Årgång) -> Utfallsvy:
    outcome = file.innehåll
    return Utfallsvy(
        skäl=outcome.skäl,
        avstämningar=tuple(_follow_up(sajt, told, year) for told in outcome.nyast_först),
        arbetstid=(labels.TIDSÅTGÅNG[outcome.arbetstid.bedömning], outcome.arbetstid.text)
        if outcome.arbetstid
        else None,
        resultat=texts.punkter(sajt, outcome.resultat),
        avvikelser=texts.avvikelser(sajt, outcome.avvikelser),
        händelser=items.händelser_i_utfallet(sajt, activity, file),
        publikationer=items.publikationer_i_utfallet(sajt, activity, file),
        **_common(sajt, file, year.berättelse),
    )


def _follow_up(sajt: Sajt, told: Avstämning, year: Årgång) -> Avstämningsvy:
    return Avstämningsvy(
        datum=datum(told.datum),
        status=said_mark(year, told.status),
        text=told.text,
        källa=texts.källa(sajt, told.källa),
    )


def _common(
    sajt: Sajt, file: Fil[Aktivitet] | Fil[Utfall], document: Fil[Plan] | Fil[Berättelse] | None
) -> dict[str, Any]:
    """The fields of `Delvy`, from the plan or the outcome and the document that decides on it."""
    content = file.innehåll
    return {
        "sammanfattning": content.sammanfattning,
        "hänvisningar": texts.hänvisningar(sajt, content.hänvisningar),
        "källa": texts.källa(sajt, content.källa),
        "anmärkningar": texts.anmärkningar(content.anmärkningar),
        "beslut": texts.beslut(document.innehåll.dokument.beslut) if document else (),
        "redigera": sajt.edit_url(file.namn),
    }


def _why_no_outcome(sajt: Sajt, year: Årgång, activity: Årsaktivitet) -> str:
    if activity.plan.innehåll.utgår:
        return "Aktiviteten är borttagen ur planen."
    if _is_missing(year.berättelse):
        return f"{report_within(sajt.samling.webbplats.innehåll, year.år.visad)} {NOT_HERE}. Därför vet vi inte hur det gick."
    if activity.delutfall:
        return f"Aktiviteten följs upp år för år. Utfallet för hela {year.år.visad} är inte klart än."
    return f"Aktiviteten är inte uppföljd för {year.år.visad} än."


def _is_missing(document: Fil[Plan] | Fil[Berättelse] | None) -> bool:
    """True for a document that is told of without being at hand."""
    return document is not None and document.innehåll.dokument.tillgänglig == "nej"
