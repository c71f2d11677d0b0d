"""The parts of a plan as a document tells them: an activity, an area, a goal and a line of the budget, while they are put together."""

import re
from dataclasses import field

from rusplan.data.meant_values import meant_number
from rusplan.exchange.docx_blocks import Textstycke
from rusplan.exchange.docx_facts import NUMBER, facts, flags
from rusplan.tools.record import record

LONGEST_TITLE = 60
AMOUNT = re.compile(
    rf"^(?P<titel>.+?)(?:\s*[:–—\t]\s*(?P<tal>-?(?:{NUMBER}))\s*(?P<enhet>kr|kronor|tkr|mnkr)?|\s+(?P<belopp>{NUMBER})\s*(?P<slag>kr|kronor|tkr|mnkr))\.?$",
    re.I,
)


@record
class Insatstext:
    """A planned item: its text, what stands below it, and whether it is marked as an effort of the year."""

    text: str
    delar: list[str] = field(default_factory=list)
    är_insats: bool = False


@record
class Aktivitetstext:
    """An activity: its title, the fields that are known of it, and its texts. `område` is the area that it names itself; `rest` what of it found
    no place."""

    titel: str
    område: str = ""
    fält: dict[str, str] = field(default_factory=dict)
    före: list[str] = field(default_factory=list)
    insatser: list[Insatstext] = field(default_factory=list)
    efter: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


@record
class Områdestext:
    """An area: its title, what is said of it, and its activities."""

    titel: str
    beskrivning: list[str] = field(default_factory=list)
    aktiviteter: list[Aktivitetstext] = field(default_factory=list)


@record
class Måltext:
    """A goal."""

    titel: str
    text: str
    område: str = ""

    @classmethod
    def of(cls, text: str, area: str) -> "Måltext":
        """The goal of a point: what stands before a colon is its title, else its first words."""
        head, sign, rest = text.partition(":")
        if sign and rest.strip() and len(head) <= LONGEST_TITLE:
            return cls(titel=head.strip(), text=rest.strip(), område=area)
        return cls(titel=first_words(text), text=text, område=area)


@record
class Radtext:
    """A line of the budget."""

    titel: str
    belopp: str
    kommentar: str = ""
    enhet: str = ""

    @classmethod
    def of(cls, text: str) -> "Radtext | None":
        """The line of a paragraph: «Löner: 90 000 kr»."""
        found = AMOUNT.match(text)
        number = meant_number(found["tal"] or found["belopp"]) if found else None
        if not found or number is None:
            return None
        return cls(
            titel=found["titel"].strip(), belopp=number, enhet=(found["enhet"] or found["slag"] or "").casefold()
        )


def first_words(text: str) -> str:
    """The beginning of a text, up to the length of a title."""
    line = re.split(r"(?<=[a-zåäö])[.;]\s", text)[0].rstrip(".")
    return line if len(line) <= LONGEST_TITLE else line[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def add_point(activity: Aktivitetstext, point: Textstycke) -> None:
    """A planned item, or what stands below one; a point may tell a value too."""
    told = facts(point.text)
    if told.fält and not told.rest:
        activity.fält.update({name: value for name, value in told.fält.items() if name not in activity.fält})
    elif point.nivå and activity.insatser:
        activity.insatser[-1].delar.append(point.text)
    else:
        marked = flags(point.text, bracketed=True)
        activity.insatser.append(Insatstext(text=marked.rest, är_insats=marked.fält.get("utvecklingsinsats") == "ja"))


def fill_in(activity: Aktivitetstext) -> None:
    """Texts that stand after a label go with the others."""
    if text := activity.fält.pop("sammanfattning", ""):
        activity.före.insert(0, text)
    if text := activity.fält.pop("insatser", ""):
        activity.insatser.append(Insatstext(text=text))
    activity.fält.pop("titel", None)
