"""Every page that only data makes: its address, template and view; and the text of the year pages that nobody has written."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import Any

from macros import addresses
from macros.collection import Årgång, Årsaktivitet
from macros.record import record
from macros.sentences import first_sentence
from macros.views.activity import activity_page
from macros.views.areas import area_page
from macros.views.changes import changes_page
from macros.views.lifeline import lifeline_page
from macros.views.partners import organisation_page
from macros.views.parts import Länk, Sajt
from macros.views.printout import Utskriftssida, printed_plan, printed_report


@record
class Sida:
    """A page for the shell. `mall` is the template's name, `vy` what it shows, `fil` the data file that is edited."""

    adress: str
    titel: str
    beskrivning: str
    spår: tuple[Länk, ...]
    avsnitt: tuple[tuple[str, str], ...]
    mall: str
    vy: Any
    fil: str


START = Länk("Start", addresses.START)


@record
class Utkast:
    """A page before it is made: its address, and what makes it. So pages can be made one at a time, and by several processes."""

    adress: str
    gör: Callable[[], Sida]


def generated_pages(sajt: Sajt) -> Iterator[Sida]:
    """All pages made from data alone, in a fixed order."""
    return (draft.gör() for draft in drafts(sajt))


def drafts(sajt: Sajt) -> Iterator[Utkast]:
    """As `generated_pages`, before anything is made of them; data with mistakes has addresses too."""
    for activity in sajt.samling.aktiviteter.values():
        yield Utkast(addresses.aktivitet(activity), partial(_activity, sajt, activity))
    for name in sajt.nyaste:
        yield Utkast(addresses.spår(name), partial(_lifeline, sajt, name))
    for name in sajt.områden:
        yield Utkast(addresses.område(name), partial(_area, sajt, name))
        yield Utkast(addresses.områdesändringar(name), partial(_changes, sajt, name))
    for name in sajt.samling.organisationer:
        yield Utkast(addresses.organisation(name), partial(_organisation, sajt, name))
    for year in sajt.samling.årgångar.values():
        yield Utkast(addresses.utskrift(addresses.plan(year.år)), partial(_printed_plan, sajt, year))
        if year.berättelse:
            yield Utkast(addresses.utskrift(addresses.uppföljning(year.år)), partial(_printed_report, sajt, year))


def _activity(sajt: Sajt, activity: Årsaktivitet) -> Sida:
    view = activity_page(sajt, activity)
    told = activity.utfall.innehåll.sammanfattning if activity.utfall else activity.plan.innehåll.sammanfattning
    crumbs = (
        START,
        Länk("Aktiviteter", addresses.AKTIVITETER),
        Länk(view.år, addresses.plan(activity.år)),
        view.område,
    )
    return Sida(
        addresses.aktivitet(activity), f"{view.titel} {view.år}", short(told), crumbs, view.avsnitt,
        "sidor/aktivitet.html", view, activity.plan.namn,
    )  # fmt: skip


def _lifeline(sajt: Sajt, name: str) -> Sida:
    view = lifeline_page(sajt, name)
    years = sorted({step.år for step in view.steg})
    return Sida(
        addresses.spår(name), f"{view.titel}: alla år", f"Aktiviteten {view.titel} genom åren: {', '.join(years)}.",
        (START, Länk("Aktiviteter", addresses.AKTIVITETER)), view.avsnitt, "sidor/spar.html", view, sajt.nyaste[name].plan.namn,
    )  # fmt: skip


def _area(sajt: Sajt, name: str) -> Sida:
    view, title = area_page(sajt, name), sajt.områden[name]
    return Sida(
        addresses.område(name), title, f"Området {title} genom åren: aktiviteter, arbetstid och hur det gick.",
        (START, Länk("Områden", addresses.OMRÅDEN)), view.avsnitt, "sidor/omrade.html", view, sajt.samling.nyast_först[0].plan.namn,
    )  # fmt: skip


def _changes(sajt: Sajt, name: str) -> Sida:
    view, title = changes_page(sajt, name), sajt.områden[name]
    return Sida(
        addresses.områdesändringar(name), f"Ändringar: {title}", f"Vad som har ändrats i området {title}, dag för dag.",
        (START, Länk("Ändringar", addresses.ÄNDRINGAR)), view.avsnitt, "sidor/andringar.html", view,
        sajt.samling.nyast_först[0].plan.namn,
    )  # fmt: skip


def _organisation(sajt: Sajt, name: str) -> Sida:
    view = organisation_page(sajt, name)
    return Sida(
        addresses.organisation(name), view.titel, f"Aktiviteter där {view.titel} deltar.",
        (START, Länk("Samverkan", addresses.SAMVERKAN)), view.avsnitt or (("aktiviteter", "Aktiviteter"),), "sidor/organisation.html", view,
        sajt.samling.samverkan.namn,
    )  # fmt: skip


def _printed_plan(sajt: Sajt, year: Årgång) -> Sida:
    return _printout(printed_plan(sajt, year), Länk("Planer", addresses.PLANER), year.plan.namn)


def _printed_report(sajt: Sajt, year: Årgång) -> Sida:
    report = printed_report(sajt, year)
    assert report
    assert year.berättelse
    return _printout(report, Länk("Uppföljning", addresses.UPPFÖLJNING), year.berättelse.namn)


def _printout(view: Utskriftssida, above: Länk, file: str) -> Sida:
    assert view.webbsida.adress
    return Sida(
        addresses.utskrift(view.webbsida.adress), view.titel, f"{view.webbsida.text} i sin helhet, för att läsa i ett svep eller skriva ut.",
        (START, above, view.webbsida), view.avsnitt, "sidor/utskrift.html", view, file,
    )  # fmt: skip


def short(text: str) -> str:
    """The first sentence of a text, for descriptions: at most 200 characters."""
    sentence = first_sentence(text)
    sentence = sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
    return sentence if len(sentence) <= 200 else sentence[:199].rsplit(" ", 1)[0] + "…"


def year_pages(sajt: Sajt) -> dict[str, str]:
    """The Markdown of each year's overview pages by path in docs/, used where no editor has written the page."""
    found = {}
    years = list(sajt.samling.årgångar.values())
    for year in years:
        found[f"planer/{year.år}.md"] = f"# Verksamhetsplan {year.år}\n\n{{{{ verksamhetsplan({year.år}) }}}}\n"
        found[f"uppfoljning/{year.år}.md"] = f"# Uppföljning {year.år}\n\n{{{{ uppfoljning({year.år}) }}}}\n"
        if year.mål:
            period = year.mål.innehåll.period.replace("-", "–")
            found[f"mal/{year.år}.md"] = f"# Mål {period}\n\n{{{{ mal({year.år}) }}}}\n"
        if year.budget:
            found[f"budget/{year.år}.md"] = f"# Budget {year.år}\n\n{{{{ budget({year.år}) }}}}\n"
    for first, second in pairwise(years):
        pair = f"{first.år}-{second.år}"
        found[f"jamfor/{pair}.md"] = (
            f"# Jämför {first.år} och {second.år}\n\n{{{{ jamforelse({first.år}, {second.år}) }}}}\n"
        )
    return found
