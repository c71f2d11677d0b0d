"""A plan that was written in Word -> the files of a draft; what found no place stands as notes in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rusplan.changes.not_saved import changes_to_make
from rusplan.data.collection import Samling
from rusplan.data.edits import Edited, EjRedigerbar, written
from rusplan.data.likeness import as_id
from rusplan.data.periods import Planperiod, is_period
from rusplan.data.problems import DataFel, Problem
from rusplan.data.year import Årgång
from rusplan.editing.changed_together import Avslag, collection_to_change, tried
from rusplan.exchange.docx_blocks import read_document
from rusplan.exchange.docx_files import Utkastfiler, files_of_plan
from rusplan.exchange.docx_plan import Känt, plan_of
from rusplan.exchange.matched_activities import Likhet, ÄrSamma
from rusplan.exchange.preview import Inläsning


def read_word(root: Path, raw: bytes, year: str, same: ÄrSamma) -> Inläsning:
    """The draft of the year that a Word file makes in `root`/data; nothing is written. `same` is asked where an activity is likely to be one
    of the year before. Raises `Avslag` for a file that is no plan and for a year that is there, and `DataFel` where data is wrong before."""
    if not is_period(year):
        raise Avslag(
            f"Året är «{year}», men ska vara ett år som 2027, eller det första och det sista året som 2027-2029."
        )
    samling = collection_to_change(root)
    if year in samling.årgångar or (root / f"data/{year}").exists():
        raise Avslag(
            f"Mappen data/{year} finns redan. Ett Word-dokument blir ett nytt utkast, så ta bort mappen först om ni vill börja om."
        )
    before = _before(samling, year)
    plan = plan_of(read_document(raw), _known(before))
    if not plan.aktiviteter:
        raise Avslag(
            "Inga aktiviteter gick att hitta i dokumentet. Ge varje aktivitet en rubrik, eller en rad i en tabell, och ange dagar."
        )
    asked: list[Likhet] = []
    found = files_of_plan(plan, samling, before, year, lambda likely: _ask(likely, same, asked))
    return _result(root, found, asked)


def _ask(likely: Likhet, same: ÄrSamma, asked: list[Likhet]) -> bool:
    yes = same(likely)
    if yes:
        asked.append(likely)
    return yes


def _before(samling: Samling, year: str) -> Årgång | None:
    """The newest year before."""
    earlier = [each for each in samling.årgångar.values() if each.år < Planperiod(year)]
    return earlier[-1] if earlier else None


def _known(before: Årgång | None) -> Känt:
    if before is None:
        return Känt()
    areas = {as_id(area.titel) for area in before.plan.innehåll.områden}
    return Känt(områden=areas, aktiviteter={as_id(each.titel) for each in before.aktiviteter.values()} - areas)


def _result(root: Path, found: Utkastfiler, asked: list[Likhet]) -> Inläsning:
    """The files, once all rules have been tried on them."""
    contents: dict[str, bytes | None] = {}
    try:
        contents = {name: written(content) for name, content in found.filer.items()}
        whole = tried(root, contents)
    except DataFel as error:
        return Inläsning(innehåll={}, fel=tuple(_in_words(problem, contents) for problem in error.problems))
    except EjRedigerbar as error:
        return Inläsning(innehåll={}, fel=(f"{str(error).rstrip('.')}.",))
    told = (*_likely(asked), *found.sagt)
    data: tuple[tuple[str, Edited], ...] = ()
    return Inläsning(
        innehåll=whole, ändringar=changes_to_make(root, contents), sagt=told, nya=frozenset(contents), data=data
    )


def _likely(asked: list[Likhet]) -> Iterator[str]:
    yield from (f"{each.titel} är samma aktivitet som {each.förr} ({each.ref})." for each in asked)


def _in_words(problem: Problem, contents: dict[str, Any]) -> str:
    """A problem with what stands there, for one who knows the document and not the file."""
    raw = contents.get(problem.fil)
    rows = raw.decode().splitlines() if raw else []
    said = rows[problem.rad - 1].strip() if 0 < problem.rad <= len(rows) else ""
    return f"{problem.text[:1].upper()}{problem.text[1:]}. Det gäller «{said}»." if said else f"{problem}."
