"""Clashes as whoever chooses sees them: what the field is called, what it was, and what each of the two says."""

from collections.abc import Iterable, Iterator

from rusplan.data.kinds import place
from rusplan.data.model import Post
from rusplan.data.yaml_text import Loc, Plain
from rusplan.editor.problem_places import field_at
from rusplan.editor.three_way import Krock
from rusplan.tools.record import record


@record
class Krockrad:
    """A clash: its number, where it stands, and lines of text for what was before, what the other says and what I say; none where nothing
    stands."""

    nummer: int
    vad: str
    före: tuple[str, ...]
    andras: tuple[str, ...]
    mina: tuple[str, ...]


@record
class Krockfil:
    """A file with clashes: what it is called and its rows; `index` tells it apart in the form."""

    index: int
    fil: str
    titel: str
    rader: tuple[Krockrad, ...]


def clash_file(index: int, name: str, title: str, clashes: Iterable[Krock]) -> Krockfil:
    """The clashes of the file `name`, which is called `title`."""
    where = place(name)
    model = where.slag.modell if where else None
    rows = tuple(_row(number, clash, model) for number, clash in enumerate(clashes))
    return Krockfil(index=index, fil=name, titel=title, rader=rows)


def _row(number: int, clash: Krock, model: type[Post] | None) -> Krockrad:
    versions = (clash.före, clash.andras, clash.mina)
    before, theirs, mine = (tuple(_lines(part, clash.at, model)) for part in versions)
    return Krockrad(nummer=number, vad=_called(clash.at, model), före=before, andras=theirs, mina=mine)


def _called(at: Loc, model: type[Post] | None) -> str:
    """«Insatser, nummer 2: Text»; a whole file is called so."""
    words: list[str] = []
    for end, part in enumerate(at, 1):
        if isinstance(part, int):
            words[-1:] = [f"{words[-1] if words else 'Del'}, nummer {part + 1}"]
        else:
            words.append(_label(at[:end], model))
    return ": ".join(words) or "Allt som står här"


def _label(at: Loc, model: type[Post] | None) -> str:
    field = field_at(model, at) if model else None
    return field.etikett if field else str(at[-1]).replace("_", " ").capitalize()


def _lines(value: Plain | None, at: Loc, model: type[Post] | None) -> Iterator[str]:
    """What stands there, a line for each text, with the names of the fields that are further in."""
    if isinstance(value, str):
        yield from value.splitlines()
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _lines(part, (*at, number), model)
    elif isinstance(value, dict):
        for name, part in value.items():
            for line in _lines(part, (*at, name), model):
                yield f"{_label((*at, name), model)}: {line}"
