"""The clauses of a newsletter for the changes that readers ask about, by the model and its field; and what things are called in them."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from rusplan.changes.wording import Namn, caption, short, value_text
from rusplan.data.model import Behov, Dokument, Dokumentläge, Dokumenttyp, EttMål, Händelse, JaNej, Status, Uppföljning
from rusplan.data.values import Datum
from rusplan.swedish import labels
from rusplan.swedish.formatting import belopp, datum, tal, tidpunkt, uppräkning
from rusplan.swedish.sentences import within_sentence

Regel = Callable[[Any, Any, Namn], str]


def called(item: Any, names: Namn, field: str = "") -> str:
    """An item by its name or its text, between quotes; an organisation needs none."""
    said = caption(item, names, field)
    if said.startswith("”"):
        return f"”{short(said[1:-1].rstrip(' …'), 60).rstrip('.')}”"
    title = getattr(item, "titel", None) or getattr(item, "term", None)
    return quoted(title) if title else said


def quoted(title: str) -> str:
    """A title between quotes, cut where it is long."""
    return f"”{short(title, 60)}”"


def event_name(event: Händelse) -> str:
    """«händelsen ”Kulturmiljödagarna”»."""
    return f"händelsen {quoted(event.titel)}"


def when(event: Händelse) -> str:
    """When an event is, as an adverb: «den 12–13 november 2025», «i november 2025», «2025»."""
    return at(event.datum, event.slutdatum)


def day_of(first: Datum, last: Datum | None = None) -> str:
    """«den 12–13 november 2025», «november 2025», «2025»."""
    return f"den {datum(first, last)}" if first.dag else datum(first, last)


def at(first: Datum, last: Datum | None = None) -> str:
    """As `day_of`, of what happens then: «i november 2025»."""
    return day_of(first, last) if first.dag or not first.månad else f"i {datum(first, last)}"


def working_days(days: Decimal) -> str:
    """«1 arbetsdag», «9,5 arbetsdagar»."""
    return f"{tal(days)}\u00a0{'arbetsdag' if days == 1 else 'arbetsdagar'}"


def _days(what: str) -> Regel:
    def rule(old: Any, new: Any, names: Namn) -> str:
        subject = what.format(quoted(new.titel))
        if new.dagar is None:
            return f"{subject} har inte längre någon uppgift om arbetsdagar"
        return f"{subject} får {working_days(new.dagar)}{_instead(tal, old.dagar)}"

    return rule


def _amount(field: str, what: str) -> Regel:
    def rule(old: Any, new: Any, names: Namn) -> str:
        subject, before, after = what.format(quoted(new.titel)), getattr(old, field), getattr(new, field)
        if after is None:
            return f"beloppet för {subject} är borttaget"
        unit_before, unit = names.enheter
        instead = _instead(partial(belopp, enhet=unit_before), before)
        return f"{subject} är {'nu ' if before is not None else ''}{belopp(after, unit)}{instead}"

    return rule


def _instead(shown: Callable[[Decimal], str], before: Decimal | None) -> str:
    return "" if before is None else f" i stället för {shown(before)}"


def _yes(field: str, what: str) -> Regel:
    def rule(old: Any, new: Any, names: Namn) -> str:
        said = {"ja": "nu", "delvis": "nu delvis", "nej": "inte längre"}.get(str(getattr(new, field)))
        return f"aktiviteten är {said} {what}" if said else ""

    return rule


def _ends(field: str, now: str, no_longer: str) -> Regel:
    def rule(old: Any, new: Any, names: Namn) -> str:
        before, after = getattr(old, field), getattr(new, field)
        if before is None or after is None:
            return f"aktiviteten {now if after else no_longer}"
        is_same = caption(before, names) == caption(after, names)
        return "" if is_same else f"skälet till att aktiviteten {now} har fått ny lydelse"

    return rule


def _taking_part(come: str, gone: str) -> Regel:
    def rule(old: Any, new: Any, names: Namn) -> str:
        parts = ((new.samverkan, old.samverkan, come), (old.samverkan, new.samverkan, gone))
        found = (([names.organisation(name) for name in own if name not in other], verb) for own, other, verb in parts)
        return " och ".join(f"{uppräkning(who)} {verb}" for who, verb in found if who)

    return rule


def _goals(old: Any, new: Any, names: Namn) -> str:
    parts = ((new.mål, old.mål, "nu"), (old.mål, new.mål, "inte längre"))
    found = (([f"”{names.mål(name)}”" for name in own if name not in other], verb) for own, other, verb in parts)
    told = " och ".join(f"{verb} till {uppräkning(titles)}" for titles, verb in found if titles)
    return f"aktiviteten bidrar {told}" if told else ""


def _moved(old: Händelse, new: Händelse, names: Namn) -> str:
    before, after = (tidpunkt(event.datum, event.slutdatum, event.starttid, event.sluttid) for event in (old, new))
    if (old.datum, old.slutdatum) == (new.datum, new.slutdatum):
        return f"{event_name(new)} har fått tiden {after}"
    return f"{event_name(new)} har {f'flyttats från {before} till' if old.datum.dag else 'fått datumet'} {after}"


def _cancelled(old: Händelse, new: Händelse, names: Namn) -> str:
    return f"{event_name(new)} {when(new)} är {'inställd' if new.inställd is JaNej.JA else 'inte längre inställd'}"


def _document(old: Dokument, new: Dokument, names: Namn) -> str:
    what = "planen" if new.typ is Dokumenttyp.VERKSAMHETSPLAN else "uppföljningen"
    return f"{what} är beslutad" if new.läge is Dokumentläge.BESLUTAD else ""


def _status_name(status: str | None, names: Namn) -> str:
    """What a status is called, within a sentence."""
    if isinstance(status, Status):
        return within_sentence(labels.STATUS[status].text)
    return within_sentence(names.eget_ord(status)) if status else ""


def _status(old: Any, new: Any, names: Namn) -> str:
    before, after = (_status_name(part.status, names) for part in (old, new))
    said = f"statusen är nu {after}" if after else ""
    is_first = not after or old.status in (None, Status.OKÄNT)
    return said if is_first else f"{said} i stället för {before}"


def _begins(old: Any, new: Any, names: Namn) -> str:
    """When an activity or an item begins."""
    return _when("börjar", old.start, new.start) if new.start else "starten är inte längre bestämd"


def _is_done(old: Any, new: Any, names: Namn) -> str:
    """When an activity or an item is to be done."""
    return _when("ska vara klar", old.slut, new.slut) if new.slut else "slutet är inte längre bestämt"


def _when(what: str, before: Datum | None, after: Datum) -> str:
    instead = f" i stället för {at(before)}" if before else ""
    return f"aktiviteten {what} {at(after)}{instead}"


def _running(old: Any, new: Any, names: Namn) -> str:
    return f"aktiviteten pågår {'nu löpande' if new.löpande is JaNej.JA else 'inte längre löpande'}"


def _need(old: Any, new: Any, names: Namn) -> str:
    verb = {Behov.JA: "behöver", Behov.EVENTUELLT: "kan behöva", Behov.NEJ: "behöver inga"}.get(new.behov)
    return f"aktiviteten {verb} pengar utöver arbetstiden" if verb else ""


def _rating(told: Uppföljning, names: Namn) -> str:
    return value_text("värdering", told.värdering, names)


def _followed_up(old: EttMål, new: EttMål, names: Namn) -> str:
    before, after = old.uppföljning, new.uppföljning
    if before is None and after:
        return f"målet ”{short(new.titel)}” är uppföljt och har fått värderingen {_rating(after, names)}"
    if before and after and before.värdering != after.värdering:
        return f"målet ”{short(new.titel)}” har nu värderingen {_rating(after, names)} i stället för {_rating(before, names)}"
    return f"uppföljningen av målet ”{short(new.titel)}” är ändrad"


def _rewritten(what: str) -> Regel:
    return lambda old, new, names: f"{what} är omskriven"


# By the model and its field: what is said where the field has changed, of the part before and after.
RULES: Mapping[tuple[str, str], Regel] = {
    ("Aktivitet", "titel"): lambda old, new, names: f"aktiviteten hette tidigare ”{old.titel}”",
    ("Aktivitet", "område"): lambda old, new, names: (
        f"aktiviteten har flyttats från området ”{names.område(old.område)}” till området ”{names.område(new.område)}”"
    ),
    ("Aktivitet", "prioriterad"): _yes("prioriterad", "prioriterad"),
    ("Aktivitet", "utvecklingsinsats"): _yes("utvecklingsinsats", "en särskild utvecklingsinsats"),
    ("Aktivitet", "dagar"): _days("aktiviteten"),
    ("Aktivitet", "start"): _begins,
    ("Aktivitet", "slut"): _is_done,
    ("Aktivitet", "löpande"): _running,
    ("Aktivitet", "upphör"): _ends("upphör", "upphör", "upphör inte längre"),
    ("Aktivitet", "utgår"): _ends("utgår", "utgår ur planen", "utgår inte längre"),
    ("Aktivitet", "mål"): _goals,
    ("Aktivitet", "samverkan"): _taking_part("deltar nu", "deltar inte längre"),
    ("Aktivitet", "sammanfattning"): _rewritten("beskrivningen av aktiviteten"),
    ("Utfall", "status"): _status,
    ("Utfall", "samverkan"): _taking_part("har deltagit", "räknas inte längre som deltagare"),
    ("Utfall", "sammanfattning"): _rewritten("sammanfattningen av utfallet"),
    ("Utfall", "skäl"): _rewritten("förklaringen till utfallet"),
    ("Medelsbehov", "behov"): _need,
    ("Dokument", "läge"): _document,
    ("Händelse", "titel"): lambda old, new, names: f"händelsen ”{old.titel}” heter nu ”{new.titel}”",
    ("Händelse", "datum"): _moved,
    ("Händelse", "inställd"): _cancelled,
    ("Område", "dagar"): _days("området {}"),
    ("Plan", "sammanfattning"): _rewritten("sammanfattningen av planen"),
    ("Berättelse", "sammanfattning"): _rewritten("sammanfattningen av året"),
    ("Budgetrad", "budget"): _amount("budget", "budgeten för {}"),
    ("Budgetrad", "utfall"): _amount("utfall", "utfallet för {}"),
    ("Budgetrad", "reviderad"): _amount("reviderad", "den reviderade budgeten för {}"),
    ("Budgetrad", "prognos"): _amount("prognos", "prognosen för {}"),
    ("Budget", "enhet"): lambda old, new, names: f"beloppen i budgeten står nu i {labels.PENNINGENHET[new.enhet]}",
    ("Budgetsumma", "budget"): _amount("budget", "hela budgeten"),
    ("Budgetsumma", "utfall"): _amount("utfall", "hela utfallet"),
    ("Budgetsumma", "reviderad"): _amount("reviderad", "hela den reviderade budgeten"),
    ("Budgetsumma", "prognos"): _amount("prognos", "hela prognosen"),
    ("Tillskott", "belopp"): _amount("belopp", "tillskottet {}"),
    ("EttMål", "text"): lambda old, new, names: f"målet ”{short(new.titel)}” har fått ny lydelse",
    ("EttMål", "uppföljning"): _followed_up,
}
