"""One YAML file -> its model with the place of every field, or the problems in it."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from rusplan.data.likeness import nearest
from rusplan.data.mentioned import Nämnt, named_in
from rusplan.data.model import Post
from rusplan.data.problems import IN_FILE, Problem, did_you_mean, listed, shown
from rusplan.data.schema import explanation, innermost, is_list
from rusplan.data.yaml_text import Loc, Parsed, Place, parse
from rusplan.tools.record import small

M = TypeVar("M", bound=Post)
M_co = TypeVar("M_co", bound=Post, covariant=True)


@small
class Fil(Generic[M_co]):
    """A file that could be read: its name from the project's root, its content, and where it lies, if it does."""

    namn: str
    innehåll: M_co
    väg: Path | None = None

    @cached_property
    def platser(self) -> Mapping[Loc, Place]:
        """Where each value stands, from the file as it is now: asked for only to tell of a problem, or to change the file."""
        try:
            return parse(self.väg.read_bytes(), self.namn, self.innehåll.megabyte).places if self.väg else {}
        except OSError:
            return {}

    @cached_property
    def nämnt(self) -> Nämnt:
        """What the file names of other things."""
        return named_in(self.innehåll)

    def problem(self, loc: Loc, text: str) -> Problem:
        """A problem at the value of `loc`, or at the nearest part around it that stands in the file."""
        while loc and loc not in self.platser:
            loc = loc[:-1]
        return Problem(self.namn, *self.platser.get(loc, (1, 1)), text)


def read_file(path: Path, name: str, model: type[M]) -> Fil[M] | Sequence[Problem]:
    """The file at `path` as `model`; `name` is what messages call it. Never raises for what a file may hold."""
    try:
        if not path.is_file() and not path.is_dir() and path.exists():
            # A pipe would be waited for, a device may never end.
            return [Problem(name, 1, 1, "det här är ingen vanlig fil; ta bort den och lägg en textfil här")]
        raw = path.read_bytes()
    except IsADirectoryError:
        return [Problem(name, 1, 1, "det här är en mapp, men ska vara en fil")]
    except OSError:
        return [
            Problem(name, 1, 1, "filen går inte att läsa; kontrollera att den finns och att du har rätt att läsa den")
        ]
    return read_text(raw, name, model, path)


def read_text(raw: bytes, name: str, model: type[M], path: Path | None = None) -> Fil[M] | Sequence[Problem]:
    """As `read_file`, from the bytes of the file."""
    parsed = parse(raw, name, model.megabyte)
    if parsed.node is None:
        return parsed.problems
    if not isinstance(parsed.value, dict):
        return [
            *parsed.problems,
            Problem(
                name, *parsed.places[()], "filen ska bestå av fält: ett namn, ett kolon och ett värde på varje rad"
            ),
        ]
    # A field that holds nothing is passed over, but not one that nobody knows.
    errors: list[Any] = [_unknown(loc) for loc in parsed.empty if _is_unknown(model, loc)]
    try:
        content = model.model_validate(parsed.value)
    except ValidationError as error:
        errors += error.errors(include_url=False)
    if errors or parsed.problems:
        return [*parsed.problems, *_problems(errors, name, model, parsed)]
    return Fil(name, content, path)


def _unknown(loc: Loc) -> dict[str, Any]:
    """As pydantic tells of a field that is not declared."""
    return {"type": "extra_forbidden", "loc": loc, "input": ""}


def _is_unknown(model: type[BaseModel], loc: Loc) -> bool:
    """True if the field is not declared in a part that is."""
    *way, name = (part for part in loc if isinstance(part, str))
    for part in way:
        if part not in model.model_fields:
            return False  # told of already
        model = _model_at(model, (part,))
    return name not in model.model_fields


def _problems(errors: Sequence[Any], name: str, model: type[M], parsed: Parsed) -> Iterator[Problem]:
    """What pydantic found; a field that is missing because its name is misspelt is told once, where it stands."""
    errors = errors[: IN_FILE + 1]
    misspelt = [e["loc"] for e in errors if e["type"] == "extra_forbidden"]
    meant = {(*loc[:-1], nearest(str(loc[-1]), _model_at(model, loc[:-1]).model_fields)) for loc in misspelt}
    outdented = {(*loc[:-1], _empty_group_with(str(loc[-1]), loc[:-1], model, parsed)) for loc in misspelt}
    for e in errors:
        if e["loc"] in outdented:
            continue  # its group is told of where the line that has lost its indent stands
        # Items that are wrong make pydantic count the list as too short as well; an empty list is missing.
        if not (e["type"] == "missing" and e["loc"] in meant) and e["type"] != "too_short":
            yield _problem(e, name, model, parsed)


def _problem(error: Any, name: str, model: type[BaseModel], parsed: Parsed) -> Problem:
    """One error of pydantic as a problem at its place in the file."""
    loc: Loc = tuple(error["loc"])
    kind, value = error["type"], error["input"]
    label = next((part for part in reversed(loc) if isinstance(part, str)), "filen")
    if kind == "extra_forbidden":
        fields = _model_at(model, loc[:-1]).model_fields
        if above := _empty_group_with(label, loc[:-1], model, parsed):
            return Problem(name, *parsed.keys[loc], f"fältet «{label}» hör till «{above}»; dra in raden två mellanslag")
        hint = did_you_mean(label, fields) or f"; fälten här är {listed(fields)}"
        return Problem(name, *parsed.keys[loc], f"okänt fält «{shown(label)}»{hint}")
    if kind == "missing" and loc in parsed.places:
        return Problem(name, *parsed.places[loc], f"«{label}» står tomt{_what_to_fill_in(model, loc)}")
    if kind == "missing":
        help_text = explanation(_model_at(model, loc[:-1]), label)
        return Problem(
            name, *parsed.places[loc[:-1]], f"fältet «{label}» saknas; lägg till «{label}: …» ({help_text.rstrip('.')})"
        )
    return Problem(name, *parsed.places[loc], f"«{label}» {_complaint(error, kind, value, model, loc)}")


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
            return "ska vara en lista: en rad för varje del, indragen och med bindestreck först"
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
