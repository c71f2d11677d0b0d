"""The fields of a form, from the model: what each is called, what kind of control it takes, and where its choices come from."""

from enum import StrEnum
from functools import cache
from typing import Any

from pydantic.fields import FieldInfo

from rusplan.data.model import Post
from rusplan.data.model.asked import Krävs, asked_when
from rusplan.data.schema import explanation, innermost, is_list, scalar_kind
from rusplan.swedish.form_labels import form_help, form_label
from rusplan.tools.record import record


class Kontroll(StrEnum):
    """What a reader of the form fills in."""

    RAD = "rad"
    TEXT = "text"
    RADER = "rader"
    VAL = "val"
    FLERVAL = "flerval"
    DAG = "dag"
    TID = "tid"
    KLOCKSLAG = "klockslag"
    TAL = "tal"
    LÄNK = "länk"
    GRUPP = "grupp"
    DELAR = "delar"


# The control for each kind of value, by what the value itself declares; all others are a line of text.
CONTROLS = {
    "text": Kontroll.TEXT,
    "datum": Kontroll.DAG,
    "dag, månad eller år": Kontroll.TID,
    "klockslag": Kontroll.KLOCKSLAG,
    "belopp": Kontroll.TAL,
    "dagar": Kontroll.TAL,
    "tal": Kontroll.TAL,
    "heltal": Kontroll.TAL,
    "år": Kontroll.TAL,
    "webbadress": Kontroll.LÄNK,
}
# Where the choices of a field come from (`form_choices.py`), by its name, or its model and name.
SOURCES = {
    "samverkan": "organisationer",
    "organisation": "organisationer",
    "område": "områden",
    "mål": "mål",
    "under": "mål",
    "motsvarar": "tidigare mål",
    "till": "mål för hänvisning",
    "flyttad_till": "mål för hänvisning",
    "dokument": "dokument",
    "status": "statusar",
    "värdering": "värderingar",
    "insats": "insatser",
    "rad": "budgetrader",
    "gäller": "fält",
    "samma_som_förra_året": "fält",
    "aktiviteter": "årets aktiviteter",
    "revidering": "revideringar",
}
SOURCES_OF = {
    ("Organisation", "typ"): "organisationstyper",
    ("Länkbakåt", "aktivitet"): "tidigare aktiviteter",
    ("Upphörande", "aktivitet"): "tidigare aktiviteter",
    ("Budgetrad", "aktivitet"): "årets aktiviteter",
    ("Delpost", "aktivitet"): "årets aktiviteter",
    ("Avvikelse", "flyttad_till"): "",
    ("Skalsteg", "värdering"): "värderingar",
}
# What is written by commands, or made by the form itself.
UNSEEN = frozenset({"id", "ändringar", "rättelser", "tillkom", "utgår", "revideringar", "dataformat"})
UNSEEN_OF = {
    ("Dokument", "typ"), ("Dokument", "ursprung"), ("Dokument", "läge"), ("Dokument", "beslut"), ("Plan", "period"),
}  # fmt: skip
# Fields that are seldom filled in: they wait behind «Fler uppgifter» until they hold something.
SELDOM = frozenset({
    "anmärkningar", "hänvisningar", "källa", "kort_titel", "dagar_kommentar", "indikatorer", "delar", "kommentar", "beslut", "villkor",
    "finansiering", "upphör", "samma_som_förra_året", "när", "antal", "tema", "deltagare", "målgrupp", "medverkande", "program", "tidigare_datum",
    "andra_namn", "står_för_alla", "vision", "grupper", "om_verksamheten", "om_planen", "saknas", "tillgänglig", "diarienummer",
    "beskrivning", "resursåtgång", "reviderad", "överfört", "prognos", "timmar", "timpris", "högst", "tilldelning", "bemanning", "överskott",
    "skala", "motsvarar", "under", "slutdatum", "inställd", "löpande", "medelsbehov", "roll", "kontakt", "funktion",
})  # fmt: skip
# In these they are what one comes to fill in.
OFTEN_OF = {
    ("Aktivitet", "medelsbehov"), ("Medelsbehov", "villkor"), ("Medelsbehov", "finansiering"), ("Medelsbehov", "kommentar"),
    ("Ansvar", "funktion"), ("Ansvar", "roll"), ("Organisation", "beskrivning"), ("Budgetrad", "kommentar"), ("Händelse", "slutdatum"),
}  # fmt: skip


@record
class Formfält:
    """A field of a form. `källa` names where its choices come from, `modell` what a group or the parts of a list hold; `förval` is what the field says
    where it does not stand in the file; `inläst` is true for what only documents that are read in need."""

    namn: str
    etikett: str
    hjälp: str
    kontroll: Kontroll
    krävs: bool
    källa: str = ""
    modell: type[Post] | None = None
    ord: type[StrEnum] | None = None
    förval: str = ""
    sällan: bool = False
    inläst: bool = False


@cache
def form_fields(model: type[Post]) -> tuple[Formfält, ...]:
    """The fields that a form shows, in the order of the model."""
    shown = ((name, field) for name, field in model.model_fields.items() if not _is_unseen(model, name))
    return tuple(_field(model, name, field) for name, field in shown)


def _is_unseen(model: type[Post], name: str) -> bool:
    return name in UNSEEN or name == "id" or (model.__name__, name) in UNSEEN_OF


def _field(model: type[Post], name: str, field: FieldInfo) -> Formfält:
    inner, key = innermost(field.annotation), (model.__name__, name)
    part = inner if isinstance(inner, type) and issubclass(inner, Post) else None
    words = inner if isinstance(inner, type) and issubclass(inner, StrEnum) and not _has_own_words(field) else None
    source = "" if part else SOURCES_OF.get(key, SOURCES.get(name, ""))
    return Formfält(
        namn=name,
        etikett=form_label(model, name),
        hjälp=form_help(explanation(model, name)),
        kontroll=_control(field, part, words, source),
        krävs=field.is_required(),
        källa=source,
        modell=part,
        ord=words,
        förval=_default(field),
        sällan=not field.is_required() and name in SELDOM and key not in OFTEN_OF,
        inläst=asked_when(field) in (Krävs.INLÄST, Krävs.ANVÄNT_INLÄST),
    )


def _control(field: FieldInfo, part: object, words: object, source: str) -> Kontroll:
    many = is_list(field.annotation)
    if part:
        return Kontroll.DELAR if many else Kontroll.GRUPP
    if source or words:
        return Kontroll.FLERVAL if many else Kontroll.VAL
    return Kontroll.RADER if many else CONTROLS.get(scalar_kind(field), Kontroll.RAD)


def _has_own_words(field: FieldInfo) -> bool:
    """True for a closed set beside which an organisation may have words of its own."""
    return any(hasattr(part, "json_schema") for part in _marks(field))


def _marks(field: FieldInfo) -> list[Any]:
    """What is declared of the value, be it the field's own or within «or nothing»."""
    found, annotation = list(field.metadata), field.annotation
    for part in (annotation, *getattr(annotation, "__args__", ())):
        found += getattr(part, "__metadata__", ())
    return found


def _default(field: FieldInfo) -> str:
    """What the field says where it does not stand in the file."""
    return str(field.default) if isinstance(field.default, StrEnum) else ""
