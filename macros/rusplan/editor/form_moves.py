"""What the buttons of a list do to a form: a part is added, moved, removed and taken back. The form is not saved by it."""

from collections.abc import Sequence
from typing import Any

from rusplan.data.model import Post
from rusplan.data.yaml_text import Loc
from rusplan.editor.form_fields import form_fields
from rusplan.editor.form_values import AT, GONE, Filled, filled


def way_of(text: str) -> Loc:
    """``insatser.2.text`` as a place: numbers count parts of a list."""
    return tuple(int(part) if part.isdecimal() else part for part in text.split(".") if part)


def as_way(loc: Loc) -> str:
    """As the names of fields write a place."""
    return ".".join(map(str, loc))


def moved_in_form(form: Filled, model: type[Post], what: str) -> Loc:
    """Do what a button says, ``ner:insatser.2``, to the form itself. The place in the form where the reader goes on is returned; where
    nothing is to be done, that of the whole form."""
    name, _, text = what.partition(":")
    way = way_of(text)
    if name == "till":
        return _added(_at(form, way), model, way)
    parts, number = _at(form, way[:-1]), way[-1] if way else None
    if not isinstance(parts, list) or not isinstance(number, int) or number >= len(parts):
        return ()
    match name:
        case "bort":
            parts[number][GONE] = "1"
        case "ater":
            parts[number].pop(GONE, None)
        case "upp" | "ner":
            to = min(max(number + (1 if name == "ner" else -1), 0), len(parts) - 1)
            parts.insert(to, parts.pop(number))
            return (*way[:-1], to)
    return way


def _added(parts: Any, model: type[Post], way: Loc) -> Loc:
    inner = model_at(model, way)
    if not isinstance(parts, list) or inner is None:
        return ()
    parts.append({AT: "", **filled("", inner)})
    return (*way, len(parts) - 1)


def _at(form: Any, way: Loc) -> Any:
    """What the form holds at `way`; None where it holds nothing there."""
    for part in way:
        if isinstance(part, int):
            form = form[part] if isinstance(form, list) and part < len(form) else None
        else:
            form = form.get(part) if isinstance(form, dict) else None
    return form


def model_at(model: type[Post], way: Sequence[str | int]) -> type[Post] | None:
    """The model of the group or the parts that a form has at `way`."""
    here: type[Post] | None = model
    for part in (part for part in way if isinstance(part, str)):
        here = next((field.modell for field in form_fields(here) if field.namn == part), None) if here else None
    return here
