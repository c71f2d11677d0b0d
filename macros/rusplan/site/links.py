"""A link of the site, and the anchor that a heading gets."""

import re

from rusplan.data.collection import Samling
from rusplan.data.document_names import plan_title
from rusplan.data.kinds import Filslag
from rusplan.data.periods import Planperiod
from rusplan.site import addresses
from rusplan.swedish.formatting import perioden
from rusplan.tools.record import small

WITHOUT_RINGS = str.maketrans("åäöé", "aaoe")


@small
class Länk:
    """A text, and the address from the site's root that it leads to; without address it is plain text."""

    text: str
    adress: str | None = None


def anchor(text: str) -> str:
    """An anchor from one of our own headings."""
    return "-".join(re.findall("[a-z0-9]+", text.casefold().translate(WITHOUT_RINGS)))


def planlänk(samling: Samling, year: Planperiod) -> Länk:
    """The plan of a year, as the organisation calls it."""
    return Länk(f"{plan_title(samling.webbplats.innehåll)} {year.visad}", addresses.plan(year))


def uppföljningslänk(year: Planperiod, delår: int | None = None) -> Länk:
    """The report of a period, or of one of its years."""
    told = f"{delår}, planen {year.visad}" if delår else year.visad
    return Länk(f"Uppföljning {told}", addresses.uppföljning(year, delår))


def mållänk(year: Planperiod, period: str) -> Länk:
    """The goals of a year, called by the `period` that they apply to: ``2022-2024``."""
    told = year.visad if period == year else perioden(period)
    return Länk(f"Mål {told}", addresses.mål(year))


def budgetlänk(year: Planperiod) -> Länk:
    """The budget of a year."""
    return Länk(f"Budget {year.visad}", addresses.budget(year))


def jämförelselänk(first: Planperiod, second: Planperiod) -> Länk:
    """Two years side by side."""
    return Länk(f"Jämför {first.visad} och {second.visad}", addresses.jämförelse(first, second))


def fillänk(samling: Samling, kind: Filslag, year: Planperiod) -> Länk:
    """The page that shows what the file of a year holds."""
    links = {
        "plan": planlänk(samling, year),
        "berattelse": uppföljningslänk(year),
        "mal": mållänk(year, str(year)),
        "budget": budgetlänk(year),
        "dokument": planlänk(samling, year),
    }
    return links[kind.id]
