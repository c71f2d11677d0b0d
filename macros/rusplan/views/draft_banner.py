"""What stands first on the pages of a draft, and in a preview on those of a decided plan: what is not decided, and what is left to do."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from rusplan.checks.left_to_do import title_of_file
from rusplan.data.collection import Samling
from rusplan.data.kinds import place
from rusplan.data.problems import Problem
from rusplan.site.routes import Rutt, Sidslag
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import antal
from rusplan.tools.record import record, small

CHANGES = "Innehållet kan ändras."
WRONG = "Det som inte går att läsa saknas här. Det måste rättas innan förslaget kan publiceras."
UNEXPLAINED = "Den beslutade planen har ändrats utan att det finns en revidering eller rättelse. Det här ser bara ni som redigerar."


@small
class Kvarvarande:
    """A thing with what is left to do in it, linked to where its file is edited."""

    titel: str
    redigera: str | None
    rader: tuple[str, ...]


@record
class Utkastvy:
    """What is not decided, and what is left to do in what the page shows."""

    rubrik: str
    text: str
    antal: str
    kvar: tuple[Kvarvarande, ...]
    vad: str = "Kvar att göra"


def draft_banner(sajt: Sajt, route: Rutt, left: Sequence[Problem]) -> Utkastvy:
    """What the page at a draft's `route` says first; `sajt` has drafts in its data, and `left` is all that is left to do."""
    return _banner(sajt, "Utkast.", _text(sajt.samling, route), _shown(sajt, route, left))


def changes_banner(sajt: Sajt, route: Rutt, unexplained: Sequence[Problem]) -> Utkastvy | None:
    """What a preview says of changes of a decided plan that are neither revisions nor corrections; None where the page shows none."""
    found = _shown(sajt, route, unexplained)
    return _banner(sajt, "Förhandsvisning.", UNEXPLAINED, found) if found else None


def wrong_banner(sajt: Sajt, problems: Sequence[Problem]) -> Utkastvy:
    """What a preview says of what is wrong in the data of a page."""
    return replace(_banner(sajt, "Fel i data.", WRONG, problems), vad="Det här är fel")


def _shown(sajt: Sajt, route: Rutt, problems: Sequence[Problem]) -> list[Problem]:
    files = _files(sajt.samling, route)
    return [problem for problem in problems if problem.fil in files]


def _banner(sajt: Sajt, title: str, text: str, found: Sequence[Problem]) -> Utkastvy:
    things = tuple(
        Kvarvarande(title_of_file(sajt.samling, name), sajt.edit_url(name), tuple(_row(p) for p in rows))
        for name, rows in groupby(found, key=attrgetter("fil"))
    )
    return Utkastvy(rubrik=title, text=text, antal=antal(len(found), "sak", "saker"), kvar=things)


def _row(problem: Problem) -> str:
    return f"Rad {problem.rad}: {problem.text}."


def _files(samling: Samling, route: Rutt) -> frozenset[str]:
    """The files whose content the page shows, or tells of."""
    year = route.nyckel.partition("/")[0]
    folder, whole = (
        f"data/{year}",
        [file.namn for y in samling.årgångar.values() for file in y.filer if y.år == year],
    )
    match route.slag:
        case Sidslag.AKTIVITET:
            name = route.nyckel.partition("/")[2]
            of_years = (found for found in whole if _delår(found) and found.endswith(f"/{name}.yml"))
            return frozenset((*(f"{folder}/{kind}/{name}.yml" for kind in ("aktiviteter", "utfall")), *of_years))
        case Sidslag.PLAN | Sidslag.PLANUTSKRIFT:
            return frozenset(name for name in whole if not _is_of_report(name))
        case Sidslag.DELUPPFÖLJNING:
            return frozenset(name for name in whole if _is_of_report(name) and _delår(name) == int(route.nyckel[-4:]))
        case Sidslag.UPPFÖLJNING | Sidslag.UPPFÖLJNINGSUTSKRIFT | Sidslag.SAMMANFATTNING:
            return frozenset(filter(_is_of_report, whole))
        case Sidslag.MÅL | Sidslag.BUDGET:
            return frozenset({f"{folder}/{'mal' if route.slag is Sidslag.MÅL else 'budget'}.yml"})
        case _:
            return frozenset()


def _is_of_report(name: str) -> bool:
    return name.endswith("/berattelse.yml") or "/utfall/" in name or "/berattelser/" in name


def _delår(name: str) -> int | None:
    where = place(name)
    return where.delår if where else None


def _text(samling: Samling, route: Rutt) -> str:
    name, _, number = route.nyckel.partition("/")
    year = samling.period(name) if name in samling.årgångar else ""
    match route.slag:
        case Sidslag.DELUPPFÖLJNING:
            return f"Uppföljningen av {number} är inte beslutad. {CHANGES}"
        case Sidslag.UPPFÖLJNING | Sidslag.UPPFÖLJNINGSUTSKRIFT | Sidslag.SAMMANFATTNING:
            return f"Uppföljningen av {year} är inte beslutad. {CHANGES}"
        case Sidslag.LIVSLINJE | Sidslag.OMRÅDE:
            return f"Sidan bygger på en plan som inte är beslutad. {CHANGES}"
        case _:
            return f"Planen för {year} är inte beslutad. {CHANGES}"
