"""The data of a body with every text in it replaced by one that would be alive if it were taken for markup, template or script."""

from pathlib import Path
from typing import Any

import yaml
from rusplan.checks import read_collection
from rusplan.data.collection import Samling
from rusplan.data.model import Post
from rusplan.data.walk import parts_of
from rusplan.data.yaml_text import Loc

# Words of closed lists, ids, addresses and the like: fields that hold no text of their own.
NO_TEXT = {
    "id", "område", "dokument", "till", "aktivitet", "aktiviteter", "samverkan", "organisation", "rad", "motsvarar", "period", "gäller",
    "länk", "webbplats", "epost", "typ", "logotyp", "mål", "insats", "flyttad_till", "starttid", "sluttid",
}  # fmt: skip
LINE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> {{ 7*7 }} {% raw %} {# k #} [x](javascript:alert(3)) ![b](x.png) "
    "*s* **f** _u_ __g__ `k` # h |p|q| &amp; &lt; &#60; \"c\" 'd' \\* ~~o~~ <!-- k --> <b>b</b> </p></div> ]]> $1 rusplanmarkekropp "
    "{: .farlig onclick=alert(4)} {#farlig .farlig} miljöövervakningsprogramsutredningen"
)
PARAGRAPHS = (
    "# rubrik",
    "- punkt",
    "1. punkt",
    "> citat",
    "| a | b |",
    "```",
    "{{ start() }}",
    "rusplanmarketitel",
    "---",
)


class Hostile:
    """The texts by number: each begins with its number, so that it is found wherever it comes out."""

    def __init__(self) -> None:
        self.texts: dict[int, str] = {}
        self.places: dict[int, str] = {}
        self._titles: dict[str, str] = {}

    def write(self, root: Path) -> None:
        """Replace every text in `root`/data."""
        samling = read_collection(root)
        for file in every_file(samling):
            path = root / file.namn
            raw = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - only strings, from our own files
            for loc, value in parts_of(file.innehåll):
                if type(value) is str and field_of(loc) not in NO_TEXT and parser_of(file.innehåll, loc):
                    put(
                        raw,
                        loc,
                        self._instead_of(value, f"{file.namn} {loc}", field_of(loc), long=is_long(file.innehåll, loc)),
                    )
            path.write_text(yaml.safe_dump(raw, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")

    def _instead_of(self, text: str, place: str, field: str, *, long: bool) -> str:
        # Titles that were the same stay the same: whether an activity has changed its name hangs on it.
        if field != "titel":
            return self._new(place, long=long)
        if text not in self._titles:
            self._titles[text] = self._new(place, long=long)
        return self._titles[text]

    def _new(self, place: str, *, long: bool) -> str:
        number = len(self.texts) + 1
        line = f"T{number}T {LINE}"
        self.places[number] = place
        self.texts[number] = " ".join((line, *PARAGRAPHS)) if long else line
        return "\n\n".join((line, *PARAGRAPHS)) if long else line


def every_file(samling: Samling) -> list[Any]:
    """Every data file."""
    found: list[Any] = [samling.webbplats, samling.samverkan, samling.ordlista]
    for year in samling.årgångar.values():
        found += [file for file in (year.plan, year.berättelse, year.mål, year.budget) if file]
        found += [file for activity in year.aktiviteter.values() for file in (activity.plan, activity.utfall) if file]
    return found


def field_of(loc: Loc) -> str:
    """The name of the field that a value belongs to."""
    return next(str(part) for part in reversed(loc) if isinstance(part, str))


def is_long(content: Post, loc: Loc) -> bool:
    """True if the field may hold several paragraphs."""
    return parser_of(content, loc) == "parse_text"


def parser_of(content: Post, loc: Loc) -> str:
    """What reads the field, where that is a text of any kind: a line or paragraphs. Nothing for an address, a word or an id."""
    owner: Any = content
    names = loc if isinstance(loc[-1], str) else loc[:-1]
    for part in names[:-1]:
        owner = owner[part] if isinstance(part, int) else getattr(owner, part)
    read_by = repr((type(owner).model_fields[str(names[-1])]).rebuild_annotation())
    return next((name for name in ("parse_text", "parse_line") if name in read_by), "")


def put(raw: Any, loc: Loc, text: str) -> None:
    """Set the value at a place in a file's raw content."""
    *way, last = loc
    for part in way:
        raw = raw[part]
    raw[last] = text
