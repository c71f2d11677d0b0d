"""One YAML file -> its model with the place of every field, or the problems in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from rusplan.data.complaints import complaints, is_unknown_field, unknown_field
from rusplan.data.dataformat import newest, upgraded
from rusplan.data.mentioned import Nämnt, named_in
from rusplan.data.model import Post
from rusplan.data.problems import Problem
from rusplan.data.yaml_text import Loc, Place, parse
from rusplan.tools.record import small

OLDER = "; filen är skriven i format {dataformat}, så kör rusplan upgrade först"

M = TypeVar("M", bound=Post)
M_co = TypeVar("M_co", bound=Post, covariant=True)


@small
class Fil(Generic[M_co]):
    """A file that could be read: its name from the project's root, its content, and where it lies, if it does."""

    namn: str
    innehåll: M_co
    väg: Path | None = None

    @property
    def frågas_som(self) -> str:
        """Its name: what it holds is asked of itself."""
        return self.namn

    @cached_property
    def platser(self) -> Mapping[Loc, Place]:
        """Where each value stands, from the file as it is now: asked for only to tell of a problem, or to change the file."""
        try:
            return parse(self.raw, self.namn, self.innehåll.megabyte).places if self.väg else {}
        except OSError:
            return {}

    @property
    def raw(self) -> bytes:
        """The bytes of the file as it is now."""
        return self.väg.read_bytes() if self.väg else b""

    @cached_property
    def nämnt(self) -> Nämnt:
        """What the file names of other things."""
        return named_in(self.innehåll)

    def missing(self, fields: Iterable[Loc], *, whole: bool = True) -> list[Problem]:
        """A problem for each field that is asked for and does not stand in the file, which has been `whole` or not."""
        if not self.väg:
            return []
        parsed = parse(self.raw, self.namn, self.innehåll.megabyte)
        errors = [{"type": "missing", "loc": loc, "input": ""} for loc in fields]
        return list(complaints(errors, self.namn, type(self.innehåll), parsed, whole=whole))

    def problem(self, loc: Loc, text: str) -> Problem:
        """A problem at the value of `loc`, or at the nearest part around it that stands in the file."""
        while loc and loc not in self.platser:
            loc = loc[:-1]
        return Problem(self.namn, *self.platser.get(loc, (1, 1)), text)


@small
class Osparad(Fil[M_co]):
    """A file that is not written yet; `text` is what it would hold."""

    text: bytes = b""

    @property
    def raw(self) -> bytes:
        """As in `Fil`."""
        return self.text


def read_unsaved(
    raw: bytes, name: str, model: type[M], path: Path, dataformat: int | None = None
) -> Fil[M] | Sequence[Problem]:
    """As `read_file`, where the file would hold `raw`."""
    read = read_text(raw, name, model, path, dataformat)
    return Osparad(read.namn, read.innehåll, path, raw) if isinstance(read, Fil) else read


def read_file(path: Path, name: str, model: type[M], dataformat: int | None = None) -> Fil[M] | Sequence[Problem]:
    """The file at `path` as `model`; `name` is what messages call it, `dataformat` what it is written in, if not the newest. Never raises
    for what a file may hold."""
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
    return read_text(raw, name, model, path, dataformat)


def read_text(
    raw: bytes, name: str, model: type[M], path: Path | None = None, dataformat: int | None = None
) -> Fil[M] | Sequence[Problem]:
    """As `read_file`, from the bytes of the file."""
    parsed = parse(raw, name, model.megabyte)
    if parsed.is_blank and model.may_be_blank:
        return Fil(name, model(), path)
    if parsed.node is None:
        return parsed.problems
    if not isinstance(parsed.value, dict):
        return [
            *parsed.problems,
            Problem(name, *parsed.place(()), "filen ska bestå av fält: ett namn, ett kolon och ett värde på varje rad"),
        ]
    is_older = dataformat is not None and dataformat < newest()
    # A field that holds nothing is passed over, but not one that nobody knows; what older formats knew, only their upgraders do.
    errors: list[Any] = [unknown_field(loc) for loc in parsed.empty if not is_older and is_unknown_field(model, loc)]
    try:
        content = model.model_validate(upgraded(name, parsed.value, dataformat or newest()))
    except ValidationError as error:
        errors += error.errors(include_url=False)
    if errors or parsed.problems:
        hint = OLDER.format(dataformat=dataformat) if is_older else ""
        found = complaints(errors, name, model, parsed)
        return [*parsed.problems, *(replace(problem, text=problem.text + hint) for problem in found)]
    return Fil(name, content, path)
