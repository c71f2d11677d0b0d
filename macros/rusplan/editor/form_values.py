"""What a form holds: the content of a file as its fields show it, and what was filled in as the content of the file.

A filled-in form is groups, lists and texts as they are shown. A part of a list remembers which part of the file it is (`AT`), so that what
the form does not show goes with it when it is moved; one that has been removed stays, marked (`GONE`), till the form is saved, and can be
taken back. What a form does not show at all stays as it is in the file.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from rusplan.data.edits.edit_kinds import tidy
from rusplan.data.likeness import as_id
from rusplan.data.meant_values import meant_amount, meant_clock, meant_date, meant_link, meant_number
from rusplan.data.model import Post
from rusplan.data.yaml_text import Loc, Plain
from rusplan.editor.form_fields import Formfält, Kontroll, form_fields

AT, GONE = "@", "~"
MOST = 2000  # parts of a list that a form may hold
MEANT: Mapping[Kontroll, Callable[[str], str | None]] = {
    Kontroll.DAG: meant_date,
    Kontroll.TID: meant_date,
    Kontroll.KLOCKSLAG: meant_clock,
    Kontroll.TAL: lambda text: meant_number(text) or meant_amount(text),
    Kontroll.LÄNK: meant_link,
}
# What a part without an id is named after.
NAMED_BY = ("titel", "namn", "text", "skäl")
LONGEST_ID = 40

Filled = dict[str, Any]


def filled(content: Plain, model: type[Post]) -> Filled:
    """The content of a file, or of a part of it, as the fields of a form show it."""
    here = content if isinstance(content, dict) else {}
    return {field.namn: _shown(field, here.get(field.namn, "")) for field in form_fields(model)}


def _shown(field: Formfält, value: Plain) -> Any:
    match field.kontroll:
        case Kontroll.GRUPP:
            assert field.modell
            return filled(value, field.modell)
        case Kontroll.DELAR:
            assert field.modell
            parts = value if isinstance(value, list) else []
            return [{AT: str(i), **filled(part, field.modell)} for i, part in enumerate(parts)]
        case Kontroll.FLERVAL:
            return [str(part) for part in value] if isinstance(value, list) else []
        case Kontroll.RADER:
            return "\n".join(" ".join(str(part).split()) for part in value) if isinstance(value, list) else ""
        case Kontroll.TAL if isinstance(value, str):
            return value.replace(".", ",")
        case _:
            return value if isinstance(value, str) else ""


def submitted(pairs: Iterable[tuple[str, str]], model: type[Post]) -> Filled:
    """What was filled in: names are ways through the form, ``insatser.0.text``. A field that the form did not have is not there."""
    nested: dict[str, Any] = {}
    for name, value in pairs:
        *way, last = name.split(".")
        here = nested
        for part in way:
            below = here.setdefault(part, {})
            here = below if isinstance(below, dict) else {}
        if isinstance(here.setdefault(last, []), list):
            here[last].append(value)
    return _group(nested, model)


def _group(nested: Mapping[str, Any], model: type[Post]) -> Filled:
    found = {mark: nested[mark][-1] for mark in (AT, GONE) if isinstance(nested.get(mark), list)}
    for field in form_fields(model):
        if field.namn in nested:
            found[field.namn] = _filled_in(field, nested[field.namn])
    return found


def _filled_in(field: Formfält, given: Any) -> Any:
    is_group = isinstance(given, dict)
    match field.kontroll:
        case Kontroll.GRUPP:
            assert field.modell
            return _group(given, field.modell) if is_group else {}
        case Kontroll.DELAR:
            assert field.modell
            numbers = sorted(int(key) for key in given if key.isdecimal() and len(key) < 6) if is_group else []
            return [_group(given[str(i)], field.modell) for i in numbers[:MOST] if isinstance(given.get(str(i)), dict)]
        case Kontroll.FLERVAL:
            return [value.strip() for value in given if value.strip()] if not is_group else []
        case _:
            return "" if is_group else given[-1].replace("\r\n", "\n")


class Formtolk:
    """Makes the content of a file of what was filled in. `chosen` tells what data calls a choice, which the form may show by its name.

    `ways` is filled with where in the form each part of a list stands, by its place in the content: parts that are empty or removed are in
    the form alone.
    """

    def __init__(self, chosen: Callable[[Formfält, type[Post], str], str]) -> None:
        self._chosen = chosen
        self.ways: dict[Loc, Loc] = {}

    def of(self, form: Filled, model: type[Post], base: Plain = "", here: Loc = (), way: Loc = ()) -> dict[str, Plain]:
        """The content, where `base` is what stood there: its fields that the form does not have are kept, and what is filled in as it was stays
        as it is written. It stands at `here` in the file, and at `way` in the form."""
        before = base if isinstance(base, dict) else {}
        found = dict[str, Plain]()
        fields = {field.namn: field for field in form_fields(model)}
        for name in (*model.model_fields, *(name for name in before if name not in model.model_fields)):
            value = before.get(name, "")
            if name in fields and name in form:
                value = self._value(fields[name], model, form[name], value, (*here, name), (*way, name))
            if value:
                found[name] = value
        return found

    def _value(self, field: Formfält, owner: type[Post], given: Any, base: Plain, here: Loc, way: Loc) -> Plain:
        match field.kontroll:
            case Kontroll.GRUPP:
                assert field.modell
                return self.of(given, field.modell, base, here, way)
            case Kontroll.DELAR:
                return self._parts(field, given, base if isinstance(base, list) else [], here, way)
            case _ if given == _shown(field, base):
                return base
            case Kontroll.FLERVAL:
                return list(dict.fromkeys(self._chosen(field, owner, each) for each in given))
            case Kontroll.RADER:
                lines = [" ".join(line.split()) for line in given.split("\n")]
                return [line for line in lines if line]
            case _:
                return self._text(field, owner, given, base)

    def _text(self, field: Formfält, owner: type[Post], given: str, base: Plain) -> Plain:
        text = given.strip()
        if field.kontroll is Kontroll.VAL:
            text = self._chosen(field, owner, text)
        elif meant := MEANT.get(field.kontroll):
            text = meant(text) or text
        elif field.kontroll is Kontroll.RAD:
            text = " ".join(text.split())
        if not base and text == field.förval:
            return ""
        return base if tidy(text) == tidy(base) else text

    def _parts(
        self, field: Formfält, given: Sequence[Filled], base: Sequence[Plain], here: Loc, way: Loc
    ) -> list[Plain]:
        assert field.modell
        found: list[Plain] = []
        for i, part in enumerate(given):
            at = part.get(AT, "")
            before = base[int(at)] if at.isdecimal() and int(at) < len(base) else ""
            self.ways[(*here, len(found))] = (*way, i)
            content = {} if part.get(GONE) else self.of(part, field.modell, before, (*here, len(found)), (*way, i))
            if content:
                found.append(content if before else with_id(content, field.modell, [*base, *found]))
        return found

    def way_to(self, loc: Loc) -> Loc:
        """Where in the form what stands at `loc` in the content is filled in."""
        for end in range(len(loc), 0, -1):
            if loc[:end] in self.ways:
                return (*self.ways[loc[:end]], *loc[end:])
        return loc


def with_id(content: dict[str, Plain], model: type[Post], others: Iterable[Plain]) -> dict[str, Plain]:
    """The new part with an id, where it should have one: after its name, and not that of another."""
    if "id" in content or not _wants_id(model):
        return content
    words = next((str(content[name]) for name in NAMED_BY if name in content), "")
    own = as_id(words)[:LONGEST_ID].rpartition("-")[0] if len(as_id(words)) > LONGEST_ID else as_id(words)
    taken = {other.get("id") for other in others if isinstance(other, dict)}
    name = next(name for i in range(1, MOST) if (name := own if i == 1 else f"{own}-{i}") not in taken)
    order = list(model.model_fields)
    return dict(sorted({**content, "id": name}.items(), key=lambda pair: order.index(pair[0]))) if own else content


def _wants_id(model: type[Post]) -> bool:
    """True for a part that others refer to: it must have an id, or is a planned item, whose outcome is told by it."""
    field = model.model_fields.get("id")
    return field is not None and (field.is_required() or model.__name__ == "Insats")
