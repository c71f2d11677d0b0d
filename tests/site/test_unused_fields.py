"""What no activity of the site says stands nowhere on it: no column, fact, filter or heading, and nothing that says it is missing."""

import re

import pytest
from rusplan.data.collection import Samling
from rusplan.data.model import JaNej, Ursprung

from tests.built import Page, Site, flat

# What a field is called where readers meet it.
CALLED = {
    "dagar": ("Arbetstid", "Planerad arbetstid", "Dagar"),
    "prioriterad": ("Prioritet", "Prioriterade", "Prioriterad"),
    "utvecklingsinsats": ("Slag av insats", "Utvecklingsinsatser", "Utvecklingsinsats"),
    "medelsbehov": ("Behov av pengar",),
    "mål": ("Bidrar till målet",),
    "ansvar": ("Ansvar", "Medansvarig"),
    "start": ("Tid",),
    "samverkan": ("Samverkan", "Samverkan med"),
}
NAMES = "th, dt, legend, label, summary, caption, option, h2, h3, h4"


def names_on(page: Page) -> set[str]:
    """What the page's columns, facts, filters and headings are called."""
    return {flat(node.text()).replace("\u00ad", "") for node in page.main.css(NAMES)}


def unused(samling: Samling) -> set[str]:
    """The fields of `CALLED` that no activity of the site has."""
    plans = [activity.plan.innehåll for activity in samling.aktiviteter.values()]
    partners = {"samverkan"} if any(activity.samverkan for activity in samling.aktiviteter.values()) else set()
    times = {"start"} if any(plan.slut or plan.löpande is JaNej.JA for plan in plans) else set()
    used = {field for field in CALLED if any(getattr(plan, field) not in (None, ()) for plan in plans)}
    return CALLED.keys() - used - partners - times


def of_data(site: Site) -> list[Page]:
    """Every page but those that explain all fields, and those of what has been."""
    return [
        page for page in site.pages if not page.address.startswith(("redaktor/", "om/utseende/", "data/", "andringar/"))
    ]


@pytest.mark.parametrize("field", CALLED)
def test_a_field_that_no_activity_uses_is_not_shown_anywhere(field: str, site: Site, samling: Samling) -> None:
    names = {page: names_on(page) & set(CALLED[field]) for page in of_data(site)}
    shown = {page: found for page, found in names.items() if found}
    assert bool(shown) == (field not in unused(samling)), shown


def test_a_site_that_is_its_own_source_misses_nothing_in_a_source(site: Site, samling: Samling) -> None:
    here = all(document.ursprung is Ursprung.SKRIVET_HÄR for _, document in samling.dokument.values())
    missing = {
        page for page in of_data(site) if re.search("uppgift saknas|saknas i källan|källan säger", page.text, re.I)
    }
    assert not here or not missing
