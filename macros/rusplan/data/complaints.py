"""What is wrong with the fields of a file that could be read as YAML: what pydantic found, in words that an editor can act on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from rusplan.data.likeness import nearest
from rusplan.data.meant_values import UNKNOWN
from rusplan.data.model.asked import asked_when
from rusplan.data.problems import IN_FILE, Problem, did_you_mean, listed, shown
from rusplan.data.schema import explanation, innermost, is_list
from rusplan.data.values import ID
from rusplan.data.yaml_causes import BULLET
from rusplan.data.yaml_text import Loc, Parsed, Place


def unknown_field(loc: Loc) -> dict[str, Any]:
    """As pydantic tells of a field that is not declared."""
    return {"type": "extra_forbidden", "loc": loc, "input": ""}


def is_unknown_field(model: type[BaseModel], loc: Loc) -> bool:
    """True if the field is not declared in a part that is."""
    *way, name = (part for part in loc if isinstance(part, str))
    for part in way:
        if part not in model.model_fields:
            return False  # told of already
        model = _model_at(model, (part,))
    return name not in model.model_fields


def complaints(
    errors: Sequence[Any], name: str, model: type[BaseModel], parsed: Parsed, *, whole: bool = True
) -> Iterator[Problem]:
    """What pydantic found; a field that is missing because its name is misspelt is told once, where it stands. What is missing from a file
    that has been `whole` may have been lost."""
    errors = errors[: IN_FILE + 1]
    misspelt = [e["loc"] for e in errors if e["type"] == "extra_forbidden"]
    meant = {(*loc[:-1], nearest(str(loc[-1]), _model_at(model, loc[:-1]).model_fields)) for loc in misspelt}
    outdented = {(*loc[:-1], _empty_group_with(str(loc[-1]), loc[:-1], model, parsed)) for loc in misspelt}
    gone = [e["loc"][0] for e in errors if e["type"] == "missing" and len(e["loc"]) == 1 and e["loc"] not in meant]
    cut = "; har en del av filen försvunnit: lägg i stället tillbaka den förra versionen"
    for e in errors:
        if e["loc"] in outdented:
            continue  # its group is told of where the line that has lost its indent stands
        # Items that are wrong make pydantic count the list as too short as well; an empty list is missing.
        if not (e["type"] == "missing" and e["loc"] in meant) and e["type"] != "too_short":
            found = _problem(e, name, model, parsed)
            is_cut = whole and e["loc"][0] in gone and (len(gone) > 1 or "källa" in gone)
            yield replace(found, text=found.text + cut) if is_cut and " saknas; " in found.text else found


def _problem(error: Any, name: str, model: type[BaseModel], parsed: Parsed) -> Problem:
    """One error of pydantic as a problem at its place in the file."""
    loc: Loc = tuple(error["loc"])
    kind, value = error["type"], error["input"]
    label = next((part for part in reversed(loc) if isinstance(part, str)), "filen")
    if kind == "extra_forbidden":
        fields = _model_at(model, loc[:-1]).model_fields
        if above := _empty_group_with(label, loc[:-1], model, parsed):
            return Problem(
                name, *parsed.key_place(loc), f"fältet «{label}» hör till «{above}»; dra in raden två mellanslag"
            )
        hint = did_you_mean(label, fields) or f"; fälten här är {listed(fields)}"
        return Problem(name, *parsed.key_place(loc), f"okänt fält «{shown(label)}»{hint}")
    if kind == "missing" and loc in parsed.places:
        return Problem(name, *parsed.places[loc], f"«{label}» står tomt{_what_to_fill_in(model, loc)}")
    if kind == "missing" and (place := _drawn_in(label, parsed)):
        text = (
            f"fältet «{label}» är indraget så att det läses som en del av texten ovanför; ta bort mellanslagen före det"
        )
        return Problem(name, *place, text)
    if kind == "missing":
        help_text = explanation(_model_at(model, loc[:-1]), label)
        return Problem(
            name, *parsed.place(loc[:-1]), f"fältet «{label}» saknas; lägg till «{label}: …» ({help_text.rstrip('.')})"
        )
    return Problem(name, *parsed.place(loc), f"«{label}» {_complaint(error, kind, value, model, loc)}")


def _drawn_in(label: str, parsed: Parsed) -> Place | None:
    """Where a field that is missing stands within a text: a row that has got blanks before it goes on with the text above."""
    rows = {row for row, _ in parsed.keys.values()}
    for number, row in enumerate(parsed.text.split("\n"), 1):
        if number not in rows and re.match(rf" +{re.escape(label)}:(\s|$)", row):
            return number, len(row) - len(row.lstrip()) + 1
    return None


def _empty_group_with(label: str, loc: Loc, model: type[BaseModel], parsed: Parsed) -> str | None:
    """The empty field beside `label` in whose group it belongs: its line has lost its indent."""
    for name in _model_at(model, loc).model_fields:
        place = (*loc, name)
        inner = _model_at(model, place)
        is_empty = place in parsed.places and place not in parsed.groups
        if is_empty and inner is not _model_at(model, loc) and label in inner.model_fields:
            return name
    return None


def _complaint(error: Any, kind: str, value: object, model: type[BaseModel], loc: Loc) -> str:
    context = error.get("ctx", {})
    if value == "":
        return "har en tom rad i sin lista; fyll i raden eller ta bort den"
    match kind:
        case "rusplan" if isinstance(value, str) and value.strip().casefold() in UNKNOWN:
            what = "fyll i det" if _is_required(model, loc) else "ta bort raden om ni inte vet"
            return f"är «{value}», men det kan inte stå här; {what}"
        case "rusplan":
            return str(error["msg"])
        case "enum" if not isinstance(value, str):
            return "ska vara ett enda ord, inte en lista eller en grupp av fält"
        case "enum":
            options = [str(option) for option in _enum_at(model, loc)]
            return (
                f"är «{shown(str(value))}», men ska vara något av {listed(options)}{did_you_mean(str(value), options)}"
            )
        case "tuple_type":
            return f"ska vara en lista: en rad för varje del, indragen och med bindestreck först{_as_list(str(loc[-1]), value)}"
        case "model_type" | "model_attributes_type":
            fields = _model_at(model, loc).model_fields
            if isinstance(value, list):
                return f"ska vara en grupp av fält ({listed(fields)}), inte en lista; ta bort bindestrecket"
            return f"ska vara en grupp av fält ({listed(fields)}), inte bara en text; börja med fältets namn, som «{next(iter(fields))}: …»"
        case "greater_than_equal":
            return f"är {value}, men ska vara minst {context['ge']}"
        case "less_than_equal":
            return f"är {value}, men ska vara högst {context['le']}"
        case _:
            return "har ett värde som inte går att läsa"


def _as_list(label: str, value: object) -> str:
    """How a text that should be a list is written as one, where it is plain what its parts are."""
    if not isinstance(value, str):
        return ""
    if found := BULLET.match(value):
        return f"; skriv bindestreck och mellanslag i stället för «{found[2]}»"
    parts = [part.strip() for part in value.split(",")]
    return f"; skriv «{label}: [{', '.join(parts)}]»" if all(map(ID.fullmatch, parts)) else ""


def _is_required(model: type[BaseModel], loc: Loc) -> bool:
    """True if the part that the field stands in cannot do without it for ever; a value in a list has no field of its own."""
    fields, label = _model_at(model, loc[:-1]).model_fields, loc[-1]
    return not isinstance(label, str) or fields[label].is_required() or asked_when(fields[label]) is not None


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    """The model that holds the fields at `loc`."""
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:
            inner = innermost(model.model_fields[part].annotation)
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                model = inner
    return model


def _what_to_fill_in(model: type[BaseModel], loc: Loc) -> str:
    """What an empty field that must be there should hold."""
    annotation = _model_at(model, loc[:-1]).model_fields[str(loc[-1])].annotation
    if is_list(annotation):
        return ", men ska ha minst en rad"
    kind = innermost(annotation)
    return f", men ska vara något av {listed(kind)}" if issubclass(kind, StrEnum) else "; fyll i det"


def _enum_at(model: type[BaseModel], loc: Loc) -> type[StrEnum]:
    label = next(part for part in reversed(loc) if isinstance(part, str))
    inner = innermost(_model_at(model, loc).model_fields[label].annotation)
    assert isinstance(inner, type)
    assert issubclass(inner, StrEnum)
    return inner
