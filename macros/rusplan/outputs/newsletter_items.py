"""Newsletter items about activities, as HTML, Markdown or plain text, and the data that the page /nyhetsbrev/ works with.

`FORMATS` is the one definition of what a newsletter looks like: the command fills it here, and the page's script gets it in
data.json and fills it in the browser, so that both give the same text.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict

from markupsafe import escape

from rusplan.data.collection import Årsaktivitet
from rusplan.data.model import Status
from rusplan.render.renderer import Renderer
from rusplan.site import addresses
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.sentences import excerpt
from rusplan.tools.record import record, small
from rusplan.views.activity_list import Urval, activities

DATA = "nyhetsbrev/data.json"
# What Markdown gives a meaning: anywhere, and first on a line, there also after a number.
MARKDOWN_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>&~#|]")
MARKDOWN_FIRST = re.compile(r"^([0-9]*)([-+!?=:.)])")


@record
class Inslag:
    """An activity as an item of a newsletter. `adress` is its permalink from the site's root; `ändrad` is a day (ISO)."""

    ref: str
    titel: str
    mening: str
    status: Status
    område: str
    adress: str
    ändrad: str | None


@small
class Format:
    """The form of a newsletter: its blocks with {fields}, and what stands between two blocks."""

    inledning: str
    inslag: str
    mellan: str


FORMATS: Mapping[str, Format] = {
    "html": Format(
        "<p>{inledning}</p>\n",
        "<h2>{titel}</h2>\n<p>{mening}</p>\n<p>Status: {status}</p>\n"
        '<p><a href="{adress}">Läs mer om {titel}</a></p>\n',
        "",
    ),
    "text": Format("{inledning}\n", "{titel}\n{mening}\nStatus: {status}\n{adress}\n", "\n"),
    "md": Format(
        "{inledning}\n",
        "## {titel}\n\n{mening}\n\nStatus: {status}\n\n[Läs mer om {titel}]({adress})\n",
        "\n",
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


def newsletter(items: Iterable[Inslag], intro: str, form: str, base: str) -> str:
    """The newsletter in one of `FORMATS`; `base` is the site's whole address, with a slash last. No items and no introduction give no text."""
    shape, safe = FORMATS[form], ESCAPES[form]
    blocks = [shape.inledning.format(inledning=safe(one_line(intro)))] if one_line(intro) else []
    for item in items:
        values = {
            "titel": item.titel, "mening": item.mening, "status": labels.STATUS[item.status].text, "adress": base + item.adress,
        }  # fmt: skip
        blocks.append(shape.inslag.format(**{name: safe(value) for name, value in values.items()}))
    return shape.mellan.join(blocks)


def newsletter_item(sajt: Sajt, activity: Årsaktivitet) -> Inslag:
    """The activity as an item: what came out of it where that is told, else what it is about."""
    files = [file for file in (activity.utfall, activity.plan) if file]
    return Inslag(
        ref=activity.ref,
        titel=f"{activity.titel} {activity.år}",
        mening=excerpt(files[0].innehåll.sammanfattning),
        status=activity.utfall.innehåll.status if activity.utfall else Status.OKÄNT,
        område=activity.plan.innehåll.område,
        adress=addresses.aktivitet(activity),
        ändrad=sajt.fildatum.newest(file.namn for file in files),
    )


def newsletter_items(sajt: Sajt, chosen: Urval, since: str | None = None) -> tuple[Inslag, ...]:
    """The items of the chosen activities, newest year first; with `since` (ISO) those changed on that day or later."""
    items = (newsletter_item(sajt, activity) for activity in activities(sajt, chosen))
    return tuple(item for item in items if since is None or (item.ändrad or "") >= since)


def newsletter_data(sajt: Sajt, renderer: Renderer, addresses: list[str]) -> Iterator[tuple[str, str]]:
    """The output for the page's script: the items and the forms that it fills."""
    data = {
        "bas": sajt.bas if "://" in sajt.bas else "",
        "format": {name: asdict(FORMATS[name]) for name in ("html", "text")},
        "status": {word: mark.text for word, mark in labels.STATUS.items()},
        "inslag": [asdict(item) for item in newsletter_items(sajt, Urval())],
    }
    yield DATA, json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
