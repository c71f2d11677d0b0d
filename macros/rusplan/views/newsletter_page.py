"""The page /nyhetsbrev/: what its filter can choose between, and what it shows without JavaScript."""

from rusplan.data.values import Datum
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import datum
from rusplan.tools.record import record, small
from rusplan.views.activity_list import EVERY, activities

LATEST = 10


@small
class Ändrad:
    """An activity and the day it was last changed."""

    aktivitet: Länk
    datum: str


@small
class Nummer:
    """An issue that has gone out: its day (ISO), and as it is shown."""

    dag: str
    datum: str


@record
class Nyhetsbrevssida:
    """The page. `områden` and `statusar` are (word, shown); `förra` is the last issue; `brist` says why no dates are known."""

    år: tuple[tuple[str, str], ...]
    områden: tuple[tuple[str, str], ...]
    statusar: tuple[tuple[str, str], ...]
    kommando: str
    senaste: tuple[Ändrad, ...]
    brist: str | None
    förra: Nummer | None


def newsletter_page(sajt: Sajt) -> Nyhetsbrevssida:
    """The page, with the activities that were changed last."""
    years = tuple((str(year.år), year.år.visad) for year in sajt.samling.nyast_först)
    latest = _latest(sajt)
    used = {sajt.samling.ställning(activity) for activity in sajt.samling.aktiviteter.values()}
    choice = f"--since {latest[0][0]}" if latest else f"--year {years[0][0]}" if years else ""
    return Nyhetsbrevssida(
        år=years,
        områden=tuple(sajt.områden.items()),
        statusar=tuple((str(word), mark.text) for word, mark in labels.STÄLLNING.items() if word in used),
        kommando=f"rusplan newsletter {choice} --format html",
        senaste=tuple(changed for _, changed in latest),
        brist=sajt.fildatum.brist,
        förra=_last_issue(sajt),
    )


def _last_issue(sajt: Sajt) -> Nummer | None:
    days = [issue.datum for issue in sajt.samling.webbplats.innehåll.nyhetsbrev]
    return Nummer(max(days).iso, datum(max(days))) if days else None


def _latest(sajt: Sajt) -> list[tuple[str, Ändrad]]:
    """The last changed activities with their day (ISO), newest first, and in the order of the plans within a day."""
    found = []
    for activity in activities(sajt, EVERY):
        day = sajt.fildatum.newest(file.namn for file in (activity.plan, *activity.utfallen))
        if day:
            shown = datum(Datum(*map(int, day.split("-"))))
            found.append((day, Ändrad(sajt.aktivitetslänk(activity, med_år=True), shown)))
    return sorted(found, key=lambda pair: pair[0], reverse=True)[:LATEST]
