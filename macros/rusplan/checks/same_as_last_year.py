"""What is left to do where a draft says word for word what the year before said, and whoever wrote it has not said that it should."""

from collections.abc import Iterator, Mapping
from typing import Any

from rusplan.checks.judged import choices, files
from rusplan.checks.last_years import A_YEAR
from rusplan.data.collection import Samling
from rusplan.data.mentioned import FOREIGN_FIELDS
from rusplan.data.model import Aktivitet, Budget, Dokumentläge, Post, Utfall
from rusplan.data.problems import Problem, shown
from rusplan.data.reader import Fil
from rusplan.data.walk import parts_of
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årgång, Årsaktivitet

CONFIRMED = "samma_som_förra_året"
# What stays as it is from one year to the next, and what is told in words that are the same each time.
STANDING = FOREIGN_FIELDS | {
    "dokument",
    "område",
    "grupper",
    "skala",
    "bygger_på",
    "ny",
    "upphör",
    "hänvisningar",
    "indikatorer",
    "källa",
    "anmärkningar",
    CONFIRMED,
}
FEWEST = 20  # signs: what is shorter may well be said again
COPIED = 3  # activities with last year's summary: fewer, or fewer than half, may be meant


def texts_are_not_last_years(samling: Samling) -> Iterator[Problem]:
    """No text of a draft is that of the year before, and no money that was spent, but where it is said to be."""
    for year in samling.årgångar.values():
        for file, document in year.dokument_av:
            if document.läge is Dokumentläge.UTKAST:
                for before, earlier in _earlier(samling, year, file):
                    yield from _same(file, before, earlier, year.år)


def _earlier(samling: Samling, year: Årgång, file: Fil[Post]) -> Iterator[tuple[str, Fil[Post]]]:
    """The files of earlier years that the file goes on from, each with its year."""
    if not isinstance(file.innehåll, Aktivitet | Utfall):
        before = max((other for other in samling.årgångar if other < year.år), default=None)
        of_kind = samling.årgångar[before].filer if before else ()
        yield from ((before or "", other) for other in of_kind if type(other.innehåll) is type(file.innehåll))
        return
    activity = year.aktiviteter[file.namn.rpartition("/")[2].removesuffix(".yml")]
    for link in activity.plan.innehåll.bygger_på:
        if origin := samling.aktiviteter.get(link.aktivitet):
            other = origin.plan if file is activity.plan else origin.utfall
            if other:
                yield origin.år, other


def _same(file: Fil[Any], before: str, earlier: Fil[Any], year: str) -> Iterator[Problem]:
    confirmed = getattr(file.innehåll, CONFIRMED)
    then, now = _said(earlier.innehåll), _said(file.innehåll)
    for field, texts in now.items():
        earlier_texts = {_without_year(told) for _, told in then.get(field, [])}
        same = [(loc, what) for loc, what in texts if _without_year(what) in earlier_texts]
        if same and field not in confirmed:
            loc, what = same[0]
            more = f" (och {len(same) - 1} till)" if len(same) > 1 else ""
            yield file.problem(
                loc,
                f"«{field}» säger samma sak som {before}: «{shown(what)}»{more}; skriv årets text, eller lägg till «{CONFIRMED}: [{field}]» i filen om den gäller även {year}",
            )


def _without_year(text: str) -> str:
    """The text as it is when only the years in it are exchanged."""
    return A_YEAR.sub("", text)


def _said(content: Post) -> Mapping[str, list[tuple[Loc, str]]]:
    """The texts of each field of the file, and what was spent on each line of a budget."""
    found: dict[str, list[tuple[Loc, str]]] = {}
    for loc, part in parts_of(content):
        if type(part) is str and len(part) >= FEWEST and " " in part and STANDING.isdisjoint(map(str, loc)):
            found.setdefault(str(loc[0]), []).append((loc, part))
    if isinstance(content, Budget):
        spent = [(i, line) for i, line in enumerate(content.rader) if line.utfall]
        found.setdefault("rader", []).extend(
            (("rader", i, "utfall"), f"{line.titel}: {line.utfall} {content.enhet}") for i, line in spent
        )
    return found


def confirmed_fields_are_there(samling: Samling) -> Iterator[Problem]:
    """What is said to be as last year is a field of the file."""
    for file in files(samling):
        fields = [name for name in type(file.innehåll).model_fields if name not in STANDING]
        for i, name in enumerate(getattr(file.innehåll, CONFIRMED, ())):
            if name not in fields:
                text = f"«{CONFIRMED}» nämner «{name}», men det är inget fält i filen som har en text för varje år{choices(name, fields)}"
                yield file.problem((CONFIRMED, i), text)


def years_are_no_copies(samling: Samling) -> Iterator[Problem]:
    """A year that is no draft has not the summaries of the year before in most of its activities."""
    for year in samling.årgångar.values():
        same = [a for a in year.aktiviteter.values() if not year.utkast and _has_last_years_summary(samling, a)]
        if len(same) >= COPIED and len(same) * 2 > len(year.aktiviteter):
            text = (
                f"{len(same)} av {len(year.aktiviteter)} aktiviteter har ordagrant samma sammanfattning som året före; är filerna kopierade därifrån: skriv årets texter; "
                f"gäller texterna även {year.år}: lägg till «{CONFIRMED}: [sammanfattning]» i deras filer"
            )
            yield year.plan.problem((), text)


def _has_last_years_summary(samling: Samling, activity: Årsaktivitet) -> bool:
    plan = activity.plan.innehåll
    origins = (samling.aktiviteter.get(link.aktivitet) for link in plan.bygger_på)
    texts = {_without_year(origin.plan.innehåll.sammanfattning) for origin in origins if origin}
    return (
        bool(plan.sammanfattning)
        and _without_year(plan.sammanfattning) in texts
        and "sammanfattning" not in getattr(plan, CONFIRMED)
    )
