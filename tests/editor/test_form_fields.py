"""A form is made of the model: each field with a name, a sentence of help and a control that fits what it holds."""

import re
from collections.abc import Iterator

from rusplan.data.kinds import FILSLAG
from rusplan.data.model import Aktivitet, Händelse, Post, Utfall
from rusplan.editor.form_fields import Formfält, Kontroll, form_fields

# What nobody who fills in a form sees.
OF_FILES = re.compile(r"\.yml|\brusplan\b|filnamn|\bid\b|bort fältet|i filen\b(?! /)")


def all_fields() -> Iterator[tuple[type[Post], Formfält]]:
    waiting = [kind.modell for kind in FILSLAG if kind.id != "permalankar"]
    seen = set[type[Post]]()
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            for field in form_fields(model):
                yield model, field
                waiting += [field.modell] if field.modell else []


def controls(model: type[Post]) -> dict[str, Kontroll]:
    return {field.namn: field.kontroll for field in form_fields(model)}


def test_each_field_has_a_sentence_of_help_that_names_no_file_id_or_command() -> None:
    told = {f"{model.__name__}.{field.namn}": field.hjälp for model, field in all_fields()}
    assert len(told) > 150
    assert not {
        name: text for name, text in told.items() if not text or not text.endswith(".") or OF_FILES.search(text)
    }


def test_what_can_be_chosen_is_not_typed() -> None:
    found = controls(Aktivitet) | controls(Utfall)
    assert {name for name in found if found[name] in (Kontroll.VAL, Kontroll.FLERVAL)} >= {
        "område",
        "mål",
        "samverkan",
        "prioriterad",
        "status",
    }


def test_days_times_and_texts_have_controls_of_their_own() -> None:
    found = controls(Händelse)
    assert [found[name] for name in ("datum", "slutdatum", "starttid", "text", "program")] == [
        Kontroll.TID,
        Kontroll.DAG,
        Kontroll.KLOCKSLAG,
        Kontroll.TEXT,
        Kontroll.DELAR,
    ]


def test_what_commands_write_is_in_no_form() -> None:
    names = {field.namn for _, field in all_fields()}
    assert names.isdisjoint({"id", "ändringar", "rättelser", "tillkom", "utgår", "revideringar", "dataformat"})
