"""A value of the model as it stands in a sentence about a change: Swedish, short, and a name instead of an id."""

from collections.abc import Mapping
from decimal import Decimal
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Protocol

from rusplan.data.model import (
    Avstämning,
    Behov,
    Händelse,
    Insatsutfall,
    JaNej,
    Post,
    Revidering,
    Status,
    Utvecklingsinsats,
)
from rusplan.data.values import Datum
from rusplan.swedish import labels
from rusplan.swedish.formatting import belopp, datum, tal, tidpunkt
from rusplan.swedish.labels import Märke
from rusplan.swedish.sentences import within_sentence
from rusplan.tools.record import small

UNKNOWN = "uppgift saknas"
STATUS = {
    Status.SOM_PLANERAT: "som planerat",
    Status.DELVIS: "delvis",
    Status.EJ: "inte genomförd",
    Status.OKÄNT: UNKNOWN,
    Status.PÅGÅR: "pågår",
    Status.INTE_PÅBÖRJAD: "inte påbörjad",
}
PLAIN = (JaNej, Utvecklingsinsats, Behov)
MONEY = frozenset({"belopp", "budget", "reviderad", "överfört", "prognos", "utfall"})
# Fields that may hold a word of the organisation's own.
OWN_WORDS = frozenset({"status", "värdering"})
LONGEST = 90


class Namn(Protocol):
    """What ids are called, and in what amounts are counted. An id is called by itself where nothing better is known."""

    @property
    def enheter(self) -> tuple[str, str]:
        """The units of a budget's amounts, before the change and after."""
        return "kr", "kr"

    def organisation(self, name: str) -> str:
        """The short name of an organisation."""
        return name

    def område(self, name: str) -> str:
        """The title of an area."""
        return name

    def organisationstyp(self, name: str) -> str:
        """The name of a kind of organisation."""
        return name

    def eget_ord(self, word: str) -> str:
        """The name of a status or a rating of the organisation's own."""
        return word

    def mål(self, name: str) -> str:
        """The title of a goal."""
        return name

    def aktivitet(self, ref: str) -> str:
        """The title of an activity with its year, from ``2025/kulturmiljo``."""
        return ref


@small
class MedEnheter:
    """Names within a budget that counts in units of its own."""

    namn: Namn
    enheter: tuple[str, str]

    def organisation(self, name: str) -> str:
        """As the names tell."""
        return self.namn.organisation(name)

    def område(self, name: str) -> str:
        """As the names tell."""
        return self.namn.område(name)

    def aktivitet(self, ref: str) -> str:
        """As the names tell."""
        return self.namn.aktivitet(ref)

    def organisationstyp(self, name: str) -> str:
        """As the names tell."""
        return self.namn.organisationstyp(name)

    def eget_ord(self, word: str) -> str:
        """As the names tell."""
        return self.namn.eget_ord(word)

    def mål(self, name: str) -> str:
        """As the names tell."""
        return self.namn.mål(name)


def value_text(field: str, value: object, names: Namn, *, before: bool = False) -> str:
    """The value of a field, as it was `before` the change or is after it."""
    match value:
        case Datum():
            return datum(value)
        case Decimal() if field == "timpris":
            return belopp(value)
        case Decimal():
            return belopp(value, names.enheter[not before]) if field in MONEY else tal(value)
        case StrEnum():
            return word_text(value)
        case int():
            return str(value)
        case str() if field in OWN_WORDS:
            return within_sentence(names.eget_ord(value))
        case str() if field == "område":
            return names.område(value)
        case str() if field in ("mål", "under"):
            return names.mål(value)
        case str() if field == "typ":
            return within_sentence(names.organisationstyp(value))
        case str() if field in ("organisation", "samverkan"):
            return names.organisation(value)
        case str() if field in ("till", "aktivitet", "aktiviteter"):
            return names.aktivitet(value)
        case _:
            return short(str(value))


def word_text(word: StrEnum) -> str:
    """A word of a closed set, as it is shown, within a sentence."""
    if isinstance(word, Status):
        return STATUS[word]
    if isinstance(word, PLAIN) or str(word) == "okänt":
        return UNKNOWN if str(word) == "okänt" else str(word)
    for vocabulary in labels.VOCABULARIES:
        if word in vocabulary and any(type(key) is type(word) for key in vocabulary):
            return _label(vocabulary, word)
    return str(word).replace("_", " ")


def _label(vocabulary: Mapping[object, object], word: StrEnum) -> str:
    found = vocabulary[word]
    return within_sentence(found.text if isinstance(found, Märke) else str(found))


def caption(item: object, names: Namn, owner_field: str = "") -> str:
    """What an item of a list is called: «12–13 november 2025: Kulturmiljödagarna»."""
    if isinstance(item, str):
        return (
            f"”{short(item)}”"
            if owner_field not in ("samverkan", "aktiviteter")
            else value_text(owner_field, item, names)
        )
    if isinstance(item, Händelse):
        return f"{item.titel}, {tidpunkt(item.datum, item.slutdatum, item.starttid, item.sluttid)}"
    if isinstance(item, Insatsutfall):
        return f"{item.insats}, {word_text(item.läge)}"
    if isinstance(item, Avstämning):
        return f"{datum(item.datum)}, {value_text('status', item.status, names)}"
    if isinstance(item, Datum):
        return datum(item)
    if isinstance(item, Revidering):
        return datum(item.beslut.datum)
    for field in (
        "titel",
        "namn",
        "term",
        "aktivitet",
        "till",
        "organisation",
        "period",
        "text",
        "citat",
        "skäl",
        "av",
    ):
        value = getattr(item, field, None)
        if value is not None:
            text = value_text(field, value, names)
            return f"”{text}”" if field in ("text", "citat", "skäl") else text
    value = getattr(item, "värdering", None)
    return value_text("värdering", value, names) if value is not None else ""


def item_name(item: Post, names: Namn) -> str:
    """What an item is called where something within it changed: without its date, which may be what changed."""
    return short(item.titel, 60) if isinstance(item, Händelse) else caption(item, names)


def short(text: str, longest: int = LONGEST) -> str:
    """`text` on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0].rstrip(",;:. ") + " …"


def text_change(before: str, after: str) -> tuple[str, str] | None:
    """The part of a text that was changed, before and after, with a few words around; None if it was written anew."""
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    old, new = before.split(), after.split()
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = [block for block in blocks if block[0] != "equal"]
    if not changed:
        return None
    first, last = changed[0], changed[-1]
    parts = _part(old, first[1], last[2]), _part(new, first[3], last[4])
    return parts if max(map(len, parts)) <= 2 * LONGEST else None


def _part(words: list[str], start: int, end: int, around: int = 3) -> str:
    left, right = max(0, start - around), min(len(words), end + around)
    return ("… " if left else "") + " ".join(words[left:right]) + (" …" if right < len(words) else "")
