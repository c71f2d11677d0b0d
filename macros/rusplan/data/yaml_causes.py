"""What people do that YAML cannot read, known again by how the rows around look: the cause, its place, and the words to write.

YAML stops at the sign that it cannot make sense of, often after the mistake. `CAUSES` are tried in order.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import yaml

from rusplan.data.problems import shown

TAB = "raden har ett tabbtecken; använd mellanslag för att dra in text"
HARD_SPACE = "raden har ett hårt mellanslag, som ofta följer med från Word eller en webbsida; skriv ett vanligt mellanslag i stället"
LEFT_OPEN = "citattecknet här saknar sin avslutning, eller så står det ett till inuti texten"
Place = tuple[int, int]
TAB_FIRST = re.compile(r"[ -]*\t")
HARD_SPACE_FIRST = re.compile("[ -]*(\\w+:)?\u00a0")

FIELD = re.compile(r"(?P<indrag> *)(?P<streck>(?:- +)*)(?P<namn>\w+):(?: +(?P<värde>.*\S))?\s*$")
LIST_ROW = re.compile(r"(?P<indrag> *)- ")
# What Word and telephones write for a hyphen, and what mail writes.
BULLET = re.compile(r"( *)([–—−•·▪●◦‣]|\*(?=\s))\s*(\S.*)?$")
NO_SPACE = re.compile(r"( *)-(?=[^\W_])(\S.*)$")
NO_COLON = re.compile(r"( *(?:- +)*)([a-zåäö_]+)(?::(?!//)|\s*[=;])\s*(\S.*?)\s*$")
NO_SPACE_AFTER_COLON = re.compile(r"( *(?:- +)*)([a-zåäö_]+):(?!//)(\S.*?)\s*$")
QUOTES = "”“„’‘«»"
MARKDOWN_LINK = re.compile(r"\[[^\]]{0,300}\]\((\S{1,500}?)\)")
LONGEST = 70  # signs of a row that is written out in a message


class Slip(NamedTuple):
    """A mistake in a text: row and column from 1, and a Swedish sentence."""

    rad: int
    kolumn: int
    text: str


class Stop(NamedTuple):
    """Where YAML stopped: the rows of the file, the index of the row, the column from 1, and what YAML said."""

    rader: list[str]
    nr: int
    kolumn: int
    sagt: str

    @property
    def rad(self) -> str:
        """The row itself."""
        return self.rader[self.nr] if self.nr < len(self.rader) else ""


def _tab(stop: Stop) -> Slip | None:
    if TAB_FIRST.match(stop.rad[: stop.kolumn]):
        return Slip(stop.nr + 1, stop.kolumn, TAB)
    return None


def _hard_space(stop: Stop) -> Slip | None:
    for nr in (stop.nr, stop.nr - 1):
        if 0 <= nr < len(stop.rader) and (found := HARD_SPACE_FIRST.match(stop.rader[nr])):
            return Slip(nr + 1, found.end(), HARD_SPACE)
    return None


def _beginning_gone(stop: Stop) -> Slip | None:
    """A file that starts in the middle of something, or with a first field that is drawn in."""
    first = next((i for i, row in enumerate(stop.rader) if row.strip() and not row.lstrip().startswith("#")), 0)
    row = stop.rader[first]
    if stop.nr == first and not row.startswith(" "):
        return None
    field = FIELD.match(row)
    if field and field["indrag"] == " " and not field["streck"]:
        return Slip(first + 1, 1, f"filens första fält är indraget; ta bort mellanslaget före «{field['namn']}»")
    if row.startswith((" ", "- ")) or not re.match(r"[\w\"'{\[?%-]+\s*:|---|[{\[?%]", row):
        return Slip(
            first + 1, 1, f"filen börjar mitt i något, med «{shown(row.strip())}»; början verkar vara borta: lägg tillbaka den ur den förra versionen"
        )  # fmt: skip
    return None


def _lone_sign(stop: Stop) -> Slip | None:
    """`dagar: ?`: somebody does not know."""
    field = FIELD.match(stop.rad)
    if field and field["värde"] in ("?", "-"):
        text = f"«{field['värde']}» kan inte stå som värde; vet ni inte: skriv «{field['namn']}: okänt» om fältet tar emot det ordet, ta annars bort raden"
        return Slip(stop.nr + 1, field.start("värde") + 1, text)
    return None


def _bullet(stop: Stop) -> Slip | None:
    """A row of a list that begins with the wrong sign, or without a space."""
    near = (stop.nr, stop.nr + 1, stop.nr - 1) if re.search("expected ':'|mapping values", stop.sagt) else (stop.nr,)
    for nr in near:
        row = stop.rader[nr] if 0 <= nr < len(stop.rader) else ""
        if found := BULLET.match(row):
            text = f"raden börjar med «{found[2]}», men en rad i en lista ska börja med bindestreck och mellanslag"
            return Slip(nr + 1, found.start(2) + 1, text + _write(f"- {found[3] or '…'}"))
        if "expected ':'" in stop.sagt and (found := NO_SPACE.match(row)):
            return Slip(nr + 1, found.end(1) + 1, "mellanslaget efter bindestrecket saknas" + _write(f"- {found[2]}"))
    return None


def _markdown_link(stop: Stop) -> Slip | None:
    found = MARKDOWN_LINK.search(stop.rad)
    if not found:
        return None
    field = FIELD.match(stop.rad)
    name = field["namn"] if field else ""
    if name in ("länk", "webbplats"):
        words = _write(f"{name}: {found[1]}") or "; skriv bara adressen"
    else:
        words = "; skriv bara orden, och adressen under «länk» där det fältet finns"
    return Slip(stop.nr + 1, found.start() + 1, "en länk som är skriven med [ord](adress) fungerar inte här" + words)


def _foreign_quotes(stop: Stop) -> Slip | None:
    """Quotation marks of Word round a text: they do not hold it together here."""
    field = FIELD.match(stop.rad)
    value = (field and field["värde"]) or ""
    if not field or not value or value[0] not in QUOTES or stop.kolumn <= field.start("värde") + 1:
        return None
    inner = (
        value[1:-1] if value[-1] in QUOTES and not set(value[1:-1]) & set(QUOTES) and value[0] not in "«»" else value
    )
    text = f"citattecknet {value[0]} först i texten räknas inte; sätt raka citattecken runt hela texten"
    return Slip(stop.nr + 1, field.start("värde") + 1, text + _write(_quoted(field["namn"], inner)))


def _left_open(stop: Stop) -> Slip | None:
    """A quoted text that goes on over rows and ends just before the mistake: its own end is likely missing."""
    found = None
    try:
        for token in yaml.scan("\n".join(stop.rader), Loader=yaml.CSafeLoader):
            first = place_of(token)
            if first[0] > stop.nr:
                break
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"') and token.end_mark.line == stop.nr:
                found = first
    except yaml.YAMLError:
        pass  # the mistake itself
    return Slip(*found, LEFT_OPEN) if found else None


def _quotes_within(stop: Stop) -> Slip | None:
    """Straight quotation marks within a text that stands in such, or round its first words alone."""
    field = FIELD.match(stop.rad)
    value = (field and field["värde"]) or ""
    if not field or value[:1] not in ('"', "'") or not re.search("expected key|',' or", stop.sagt):
        return None
    sign, end = value[0], value.find(value[0], 1)
    if end < 0 or end == len(value) - 1:
        return None
    if sign == "'":
        text = "apostrofen inuti texten avslutar den; sätt raka citattecken runt texten i stället"
        inner = value[1:-1] if value.endswith(sign) and value.count(sign) == 3 else value
        return Slip(stop.nr + 1, field.start("värde") + end + 1, text + _write(_quoted(field["namn"], inner)))
    nested = value[end - 1] == " " and value.endswith(sign)
    inner = value[1:-1] if nested else value
    text = "citattecknet här avslutar texten, men den fortsätter; skriv ”…” runt det som citeras inuti texten"
    return Slip(
        stop.nr + 1,
        field.start("värde") + end + 1,
        text + _write(_quoted(field["namn"], inner, nested or ": " in inner)),
    )


def _outside_its_level(stop: Stop) -> Slip | None:
    """A field, or a row of a list, that starts a blank or two beside the others."""
    field, item = FIELD.match(stop.rad), LIST_ROW.match(stop.rad)
    if not re.search("mapping values|expected key|'-' indicator", stop.sagt) or not (field or item):
        return None
    is_item = item is not None
    column = len(item["indrag"]) if item else len(field["indrag"]) if field else 0
    open_levels = list(_levels(stop.rader[: stop.nr]))
    levels = [level for level in open_levels if level.lista == is_item]
    if not levels or any(level.kolumn == column for level in open_levels):
        return None
    near = min(levels, key=lambda level: abs(level.kolumn - column))
    off, what = column - near.kolumn, "raden i listan" if is_item else f"fältet «{field['namn'] if field else ''}»"
    blanks = "ett mellanslag" if abs(off) == 1 else f"{abs(off)} mellanslag"
    if off > 1 and near.text:
        text = f"raden är längre indragen än «{near.namn}» på rad {near.nr}; är den ett eget fält: ta bort {blanks}; hör den till texten: sätt citattecken runt hela texten"
        return Slip(stop.nr + 1, column + 1, text)
    where = f"så att raden börjar rakt under {'raden före i listan' if is_item else f'«{near.namn}»'} på rad {near.nr}"
    if off > 0:
        return Slip(
            stop.nr + 1,
            column + 1,
            f"{what} börjar {blanks} för långt in; ta bort {'det' if off == 1 else 'dem'}, {where}",
        )
    return Slip(stop.nr + 1, column + 1, f"{what} börjar {blanks} för långt till vänster; dra in raden, {where}")


class Level(NamedTuple):
    """Where fields, or rows of a list, begin: the column, the last of them, its row, and whether its value is a text."""

    kolumn: int
    lista: bool
    namn: str
    nr: int
    text: bool


def _levels(rows: list[str]) -> Iterator[Level]:
    """The levels that are open after `rows`, innermost first."""
    inside = 10**6
    for nr in range(len(rows), 0, -1):
        field, item = FIELD.match(rows[nr - 1]), LIST_ROW.match(rows[nr - 1])
        if field and (column := field.end("streck")) < inside:
            value = field["värde"] or ""
            yield Level(column, False, field["namn"], nr, bool(value) and value[0] not in "|>[{")
            inside = column
        if item and (column := len(item["indrag"])) < inside:
            yield Level(column, True, "", nr, False)
            inside = column


def _colon_in_text(stop: Stop) -> Slip | None:
    """`titel: Vatten: en plan`."""
    field = FIELD.match(stop.rad)
    if not field or "mapping values" not in stop.sagt or not field["värde"] or stop.kolumn <= field.start("värde"):
        return None
    if re.fullmatch(r"\d+:", field["värde"]):
        return Slip(
            stop.nr + 1, stop.kolumn, "ett kolon för mycket" + _write(f"{field['namn']}: {field['värde'][:-1]}")
        )
    text = "ett kolon inuti texten läses som ett nytt fält; sätt raka citattecken runt hela texten"
    return Slip(stop.nr + 1, stop.kolumn, text + _write(_quoted(field["namn"], field["värde"])))


def _no_colon(stop: Stop) -> Slip | None:
    """`dagar:15` or `dagar = 15`."""
    found = NO_COLON.match(stop.rad)
    return _to_write_with_colon(stop.nr, found) if found and "expected ':'" in stop.sagt else None


def _no_space_above(stop: Stop) -> Slip | None:
    """`dagar:15`, which goes on with the row below, so that YAML stops at the colon there."""
    found = NO_SPACE_AFTER_COLON.match(stop.rader[stop.nr - 1]) if stop.nr and "mapping values" in stop.sagt else None
    return _to_write_with_colon(stop.nr - 1, found) if found else None


def _to_write_with_colon(nr: int, found: re.Match[str]) -> Slip:
    words = "efter fältets namn ska kolon och mellanslag stå" + _write(f"{found[2]}: {found[3]}")
    return Slip(nr + 1, found.start(2) + 1, words)


def _end_gone(stop: Stop) -> Slip | None:
    """A file that ends in the middle of a row."""
    is_last = not any(row.strip() for row in stop.rader[stop.nr + 1 :])
    if not is_last or "expected ':'" not in stop.sagt or ":" in stop.rad:
        return None
    text = f"filen slutar mitt i en rad, med «{shown(stop.rad)}»; slutet verkar vara borta: lägg tillbaka det ur den förra versionen"
    return Slip(
        stop.nr + 1,
        1,
        text + "; är inget borta: skriv kolon och mellanslag efter fältets namn, eller dra in texten under sitt fält",
    )


CAUSES: tuple[Callable[[Stop], Slip | None], ...] = (
    _tab,
    _hard_space,
    _beginning_gone,
    _lone_sign,
    _bullet,
    _markdown_link,
    _foreign_quotes,
    _left_open,
    _quotes_within,
    _no_space_above,
    _outside_its_level,
    _colon_in_text,
    _no_colon,
    _end_gone,
)


def _write(row: str) -> str:
    """The words to write, where they are short enough to be written out whole."""
    return f"; skriv «{row}»" if len(row) <= LONGEST else ""


def _quoted(name: str, text: str, whole: bool = True) -> str:
    """A field with a text in straight quotation marks, those within it turned to ”…”; `whole` is False where it needs none around."""
    inner = text.replace('"', "”").replace("\\", "\\\\")
    return f'{name}: "{inner}"' if whole else f"{name}: {inner}"


def place_of(part: Any) -> Place:
    """Where a node, an event or a token of YAML starts."""
    return part.start_mark.line + 1, part.start_mark.column + 1
