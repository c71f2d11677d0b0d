"""What a newsletter says of a change: a clause in Swedish that stands alone or among others, or nothing.

`LEFT_OUT` and `says_the_same` are all that a newsletter passes over; the page of changes tells of that too. `RULES` has the clauses for
what readers ask about; all else is told in general words, so that a new field is never silent.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rusplan.changes.field_words import field_word, item_word
from rusplan.changes.news_rules import RULES, at, called, day_of, event_name, when, working_days
from rusplan.changes.spelling import says_the_same
from rusplan.changes.steps import Slag, Ändring
from rusplan.changes.wording import Namn
from rusplan.data.model import (
    Aktivitet,
    Ansvar,
    Ansvarsroll,
    Avstämning,
    Berättelse,
    Beslut,
    Händelse,
    Plan,
    Post,
    Revidering,
    Tillskott,
    Ursprung,
    Utfall,
)
from rusplan.swedish.field_names import ABOUT
from rusplan.swedish.formatting import belopp

# What an editor needs and a reader of a newsletter does not: sources, notes, references, ids, and how a document is laid out.
LEFT_OUT = frozenset({
    "aktiviteter", "anmärkningar", "brister", "bygger_på", "dagar_kommentar", "grund", "hänvisningar", "id", "kort_titel", "källa",
    "motsvarar", "ny", "rubriker", "saknas", "saknades", "tillgänglig", "tillkom", "ursprung",
})  # fmt: skip
CAME: Mapping[str, str] = {
    "utfall": "aktiviteten är uppföljd", "plan": "planen är publicerad", "berattelse": "uppföljningen är publicerad",
    "mal": "målen är publicerade", "budget": "budgeten är publicerad",
    "dokument": "årets dokument är publicerade",
}  # fmt: skip
WENT: Mapping[str, str] = {
    "aktivitet": "aktiviteten är borttagen ur planen", "utfall": "uppföljningen av aktiviteten är borttagen",
    "plan": "planen är borttagen", "berattelse": "uppföljningen är borttagen", "mal": "målen är borttagna",
    "budget": "budgeten är borttagen", "dokument": "årets dokument är borttagna",
}  # fmt: skip
# What a report tells of.
REPORTED = frozenset({"avvikelser", "prestationer", "resultat"})
# Lists within a part whose items are told of by themselves.
OF_THEIR_OWN = frozenset({("Dokument", "beslut"), ("Budgetrad", "delposter")})


def with_news(change: Ändring, before: Post, after: Post, names: Namn) -> Ändring:
    """The change of a field, with what a newsletter says of it. A part or an item may have said it already."""
    return replace(change, nyhet=_clause(change, before, after, names))


def _clause(change: Ändring, before: Post, after: Post, names: Namn) -> str:
    field = change.fält[0]
    old, new = getattr(before, field), getattr(after, field)
    if change.slag is Slag.ORDNING or field in LEFT_OUT or says_the_same(old, new):
        return ""
    if rule := RULES.get((type(after).__name__, field)):
        return rule(before, after, names)
    if change.nyhet is not None:
        return change.nyhet
    return f"uppgiften om {about(type(after), field)} är ändrad"


def within_part(change: Ändring, part: Post, where: str) -> str:
    """What is said of a change within a part: its own words where it has such, else that something in the part is another."""
    field = type(part).__name__, change.fält[0]
    if not change.nyhet or field in RULES or field in OF_THEIR_OWN:
        return change.nyhet or ""
    return f"uppgifterna om {where} är ändrade"


def about(owner: type[Post], field: str) -> str:
    """What a field is about, as it is said after «om»."""
    return ABOUT.get(field) or field_word(owner, field)


def file_came(kind: str, content: Post) -> str:
    """A file that is new, by the id of its kind; of files that all years share a newsletter says nothing."""
    if isinstance(content, Aktivitet):
        days = f" och får {working_days(content.dagar)}" if content.dagar is not None else ""
        return f"aktiviteten är ny i planen{days}"
    if isinstance(content, Utfall) and not content.status:
        return f"aktiviteten följdes upp {at(content.avstämningar[-1].datum)}" if content.avstämningar else ""
    is_decided = isinstance(content, Plan | Berättelse) and content.dokument.ursprung is Ursprung.SKRIVET_HÄR
    return CAME.get(kind, "").replace("publicerad", "beslutad" if is_decided else "publicerad")


def item_came(owner: type[Post], field: str, item: Any, names: Namn) -> str:
    """A new item of a list."""
    match item:
        case Händelse() if owner.__name__ == "Utfall":
            return f"{event_name(item)} hölls {when(item)}"
        case Händelse():
            return f"{event_name(item)} är planerad till {day_of(item.datum, item.slutdatum)}"
        case Ansvar():
            return responsible_said(item, "nu", names)
        case Beslut():
            return f"{item.av} fattade beslut{f' {at(item.datum)}' if item.datum else ''}"
        case Avstämning():
            return f"aktiviteten följdes upp {at(item.datum)}"
        case Revidering():
            return f"planen reviderades {at(item.beslut.datum)}"
        case Tillskott():
            return f"{_item(owner, field, item, names)} på {belopp(item.belopp, names.enheter[1])} har tillkommit"
    verb = "redovisas nu" if field in REPORTED else "har tillkommit"
    return f"{_item(owner, field, item, names)} {verb}"


def item_went(owner: type[Post], field: str, item: Any, names: Namn) -> str:
    """An item of a list that is no longer there."""
    if isinstance(item, Ansvar):
        return responsible_said(item, "inte längre", names)
    gone = "struket" if item_word(owner, field).neutrum else "struken"
    if isinstance(item, Händelse):
        return f"{event_name(item)} {when(item)} är {gone}"
    return f"{_item(owner, field, item, names)} är {gone}"


def responsible_said(item: Ansvar, when: str, names: Namn) -> str:
    """«Miljönämnden ansvarar nu för aktiviteten», «Miljönämnden är inte längre medansvarig för aktiviteten»."""
    main = item.roll is Ansvarsroll.ANSVARIG
    said = f"ansvarar {when} för" if main else f"är {when} medansvarig för"
    return f"{names.organisation(item.organisation)} {said} aktiviteten"


def item_reworded(owner: type[Post], field: str, old: Any, new: Any, names: Namn) -> str:
    """An item that is its text, with another text."""
    texts = [item if isinstance(item, str) else item.text for item in (old, new)]
    return "" if says_the_same(*texts) else f"{_item(owner, field, new, names)} har fått ny lydelse"


def _item(owner: type[Post], field: str, item: Any, names: Namn) -> str:
    return f"{item_word(owner, field).bestämd} {called(item, names, field)}"
