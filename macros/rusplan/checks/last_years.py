"""Rules for what is still last year's in a year that began as a copy of it: source, period, name of the document, dates and summary."""

import re
from collections.abc import Iterator
from typing import Any

from rusplan.checks.judged import files
from rusplan.data.collection import Samling
from rusplan.data.mentioned import posts_of
from rusplan.data.model import Beslut, Dokumenttyp, Händelse, Källa, Post, Publikation, Publikationsläge
from rusplan.data.periods import Planperiod
from rusplan.data.problems import Problem
from rusplan.data.reader import Fil
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årgång

A_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?!\d)")
# «2024–2026», «2024-2026», «2024/25»: of a longer period the first year tells which it is.
YEARS = re.compile(r"(?<![\d-])((?:19|20)\d\d) ?[-–/] ?(?:\d\d){1,2}(?!\d)")


def documents_are_of_their_year(samling: Samling) -> Iterator[Problem]:
    """A year's document, and its summary, speak of that year."""
    for year, file in _documents(samling):
        document = file.innehåll.dokument
        for field in ("id", "titel"):
            said = getattr(document, field)
            if _is_of_another(said, year.år):
                words = _of_this(said, year.år, written=year.år if field == "id" else year.år.visad)
                yield file.problem(
                    ("dokument", field), f"«{field}» är «{said}», men filen gäller {year.år}; skriv «{field}: {words}»"
                )
        summary = file.innehåll.sammanfattning or ""
        if _is_of_another(summary, year.år):
            yield file.problem(
                ("sammanfattning",),
                f"«sammanfattning» talar om {A_YEAR.findall(summary)[0]}, men filen gäller {year.år}; skriv vad som gäller {year.år}, och nämn {'de åren' if year.år.flera_år else 'det året'}",
            )


def _documents(samling: Samling) -> Iterator[tuple[Årgång, Fil[Any]]]:
    """Every plan and report with its year."""
    for year in samling.årgångar.values():
        yield from ((year, file) for file in (year.plan, *year.delberättelser.values(), year.berättelse) if file)


def _is_of_another(text: str, year: Planperiod) -> bool:
    """True if the text names years, and they are all before this one; of periods, if they all began before it."""
    named = [int(found) for found in (len(year) > 4 and YEARS.findall(text)) or A_YEAR.findall(text)]
    return bool(named) and max(named) < year.första


def _of_this(text: str, year: Planperiod, written: str) -> str:
    """The text with this year, or this period, where another one stands."""
    found = YEARS.sub(written, text) if len(year) > 4 else text
    return found if found != text else A_YEAR.sub(written, text)


def sources_are_of_the_year(samling: Samling) -> Iterator[Problem]:
    """What a year's file says does not come from a document of an earlier year."""
    year_of = {name: file.namn.split("/")[1] for name, (file, _) in samling.dokument.items()}
    for file in files(samling):
        year = _year(file)
        old = {name for name in file.nämnt.dokument if year and year_of.get(name, year) < year}
        for loc, part in posts_of(file.innehåll) if old else ():
            if isinstance(part, Källa) and part.dokument in old:
                yield file.problem(
                    (*loc, "dokument"),
                    f"«dokument» är «{part.dokument}», som gäller {year_of[part.dokument]}, men filen gäller {year}; ange årets dokument",
                )


def _year(file: Fil[Post]) -> str | None:
    _, year, *rest = file.namn.split("/")
    return year if rest else None


def goals_are_of_the_year(samling: Samling) -> Iterator[Problem]:
    """The period of a year's goals has the year in it."""
    for year in samling.årgångar.values():
        if not year.mål:
            continue
        first, _, last = year.mål.innehåll.period.partition("-")
        if int(last or first) < year.år.första or int(first) > year.år.sista:
            text = f"«period» är {year.mål.innehåll.period}, men filen gäller {year.år}; skriv perioden som årets mål gäller"
            yield year.mål.problem(("period",), text)


def nothing_is_dated_before_the_year(samling: Samling) -> Iterator[Problem]:
    """Events and publications of a year lie no earlier, nor does the decision on its report or a second one on the same day."""
    for year in samling.årgångar.values():
        for file in year.filer:
            for loc, part in file.nämnt.daterade:
                if advice := _too_early(file, part, year):
                    date = getattr(part, "datum").iso  # noqa: B009
                    yield file.problem(
                        (*loc, "datum"), f"«datum» är {date}, före året som filen gäller, {year.år}; {advice}"
                    )


def _too_early(file: Fil[Post], part: Post, year: Årgång) -> str:
    """What to do about a date that lies before the year; nothing where it may."""
    date = getattr(part, "datum", None)
    if date is None or date.år >= year.år.första:
        return ""
    if isinstance(part, Händelse) and date.år == year.år.första - 1:  # one that lies further off is told of as a slip
        return "skriv årets datum, eller ta bort händelsen"
    if isinstance(part, Publikation) and part.läge is not Publikationsläge.TIDIGARE:
        return "skriv årets datum, eller «läge: tidigare» om den kom ut då"
    if isinstance(part, Beslut) and file is year.berättelse:
        return "skriv när årets berättelse beslutades"
    return ""


def _decisions(samling: Samling, document: str) -> Iterator[tuple[Fil[Any], Loc, Beslut]]:
    """The dated decisions on the plans, or the reports, of all years."""
    for _, file in _documents(samling):
        for i, decision in enumerate(file.innehåll.dokument.beslut):
            if file.innehåll.dokument.typ == document and decision.datum and decision.datum.dag:
                yield file, ("dokument", "beslut", i, "datum"), decision


def documents_are_of_their_kind(samling: Samling) -> Iterator[Problem]:
    """A document that says what it is says what its file holds."""
    for year in samling.årgångar.values():
        told = (year.berättelse, *year.delberättelser.values())
        files = [
            (year.plan, Dokumenttyp.VERKSAMHETSPLAN),
            *((file, Dokumenttyp.VERKSAMHETSBERÄTTELSE) for file in told),
        ]
        for file, kind in files:
            if file and file.innehåll.dokument.typ is not kind:
                said = file.innehåll.dokument.typ
                text = f"«typ» är «{said}», men filen är en {kind}; ta bort raden, som inte behövs"
                yield file.problem(("dokument", "typ"), text)


def decisions_are_of_their_document(samling: Samling) -> Iterator[Problem]:
    """Nobody decides on the plans of two years, or on two reports, on one day."""
    for kind in ("verksamhetsplan", "verksamhetsberättelse"):
        seen: dict[tuple[str, object], Fil[Any]] = {}
        for file, loc, decision in _decisions(samling, kind):
            first = seen.setdefault((decision.av.casefold(), decision.datum), file)
            if first is not file and decision.datum:
                text = f"«datum» är {decision.datum.iso}, samma dag som {decision.av} beslutade om dokumentet i {first.namn}; skriv när årets dokument beslutades"
                yield file.problem(loc, text)
