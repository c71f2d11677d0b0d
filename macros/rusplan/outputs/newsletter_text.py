"""What a newsletter looks like, as HTML, Markdown and plain text.

`FORMATS` is the one definition of it: the command fills it here, and the page's script gets it in data.json and fills it in the browser,
so that both give the same text.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from markupsafe import escape

from rusplan.data.model import Ställning
from rusplan.tools.record import record

# What Markdown gives a meaning: anywhere, and first on a line, there also after a number.
MARKDOWN_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>&~#|]")
MARKDOWN_FIRST = re.compile(r"^([0-9]*)([-+!?=:.)])")


@record
class Inslag:
    """An activity, or a year's plan, report, goals or budget, as an item of a newsletter. `adress` is its permalink from the site's root;
    `ändrad` is a day (ISO). Only an activity has a status and an area; `läge` is the status as it is shown."""

    ref: str
    titel: str
    mening: str
    status: Ställning | None
    läge: str
    område: str | None
    adress: str
    ändrad: str | None
    grupp: str


@record
class Format:
    """The form of a newsletter: its pieces with {fields}, and what stands between two blocks. An item is a heading (`rubrik`, or
    `rubrik_i_grupp` where items stand in groups), a sentence, a status and a link."""

    inledning: str
    grupp: str
    rubrik: str
    rubrik_i_grupp: str
    mening: str
    status: str
    länk: str
    mellan: str


FORMATS: Mapping[str, Format] = {
    "html": Format(
        inledning="<p>{inledning}</p>\n",
        grupp="<h2>{grupp}</h2>\n",
        rubrik="<h2>{titel}</h2>\n",
        rubrik_i_grupp="<h3>{titel}</h3>\n",
        mening="<p>{mening}</p>\n",
        status="<p>Status: {status}</p>\n",
        länk='<p><a href="{adress}">Läs mer om {titel}</a></p>\n',
        mellan="",
    ),
    "text": Format(
        inledning="{inledning}\n",
        grupp="— {grupp} —\n",
        rubrik="{titel}\n",
        rubrik_i_grupp="{titel}\n",
        mening="{mening}\n",
        status="Status: {status}\n",
        länk="{adress}\n",
        mellan="\n",
    ),
    "md": Format(
        inledning="{inledning}\n",
        grupp="## {grupp}\n",
        rubrik="## {titel}\n\n",
        rubrik_i_grupp="### {titel}\n\n",
        mening="{mening}\n\n",
        status="Status: {status}\n\n",
        länk="[Läs mer om {titel}]({adress})\n",
        mellan="\n",
    ),
}


def markdown(text: str) -> str:
    """A text for any Markdown dialect: what would be markup becomes a character reference, and looks as it stands."""
    inline = MARKDOWN_ANYWHERE.sub(lambda sign: f"&#{ord(sign[0])};", text)
    return MARKDOWN_FIRST.sub(lambda start: f"{start[1]}&#{ord(start[2])};", inline)


ESCAPES: Mapping[str, Callable[[str], str]] = {"html": lambda text: str(escape(text)), "text": str, "md": markdown}


def one_line(text: str) -> str:
    """The text with each run of spaces, tabs and line breaks as one space; other spaces, such as no-break ones, stay."""
    return " ".join(word for word in re.split(r"[ \t\r\n]+", text) if word)


def newsletter(items: Iterable[Inslag], intro: str, form: str, base: str, *, grouped: bool = False) -> str:
    """The newsletter in one of `FORMATS`; `base` is the site's whole address, with a slash last. No items and no introduction give no text.
    `grouped` puts a heading above the items of each year and area."""
    shape, safe = FORMATS[form], ESCAPES[form]
    blocks = [shape.inledning.format(inledning=safe(one_line(intro)))] if one_line(intro) else []
    group = ""
    for item in items:
        if grouped and item.grupp != group:
            group = item.grupp
            blocks.append(shape.grupp.format(grupp=safe(group)))
        blocks.append(_block(shape, item, grouped).format(**{name: safe(text) for name, text in _texts(item, base)}))
    return shape.mellan.join(blocks)


def _block(shape: Format, item: Inslag, grouped: bool) -> str:
    heading = shape.rubrik_i_grupp if grouped else shape.rubrik
    return heading + shape.mening + (shape.status if item.läge else "") + shape.länk


def _texts(item: Inslag, base: str) -> Iterator[tuple[str, str]]:
    yield from (("titel", item.titel), ("mening", item.mening), ("status", item.läge), ("adress", base + item.adress))
